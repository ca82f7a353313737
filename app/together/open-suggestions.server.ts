import { listSuggestions } from "#app/suggestions/list-suggestions.ts";
import { sql } from "#db/sql.ts";
import { readShared } from "./fold-draft.server.ts";
import { textOf } from "./shared-text.ts";

/** How many suggestions for a draft are open; what is no letter has none that could be told. */
export async function countOpenSuggestions(letterId: number): Promise<number> {
  const stored = await sql.begin((tx) => readShared(tx, letterId));
  if (!stored) return 0;
  try {
    return listSuggestions(textOf(stored.shared)).length;
  } catch {
    return 0;
  }
}

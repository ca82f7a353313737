import { type CoAuthorRole, writingRoles } from "#app/co-authors/co-author.ts";
import { listCoAuthors } from "#app/co-authors/list-co-authors.server.ts";
import { asOne, readStored } from "./fold-draft.server.ts";
import type { Opened } from "./live-draft.ts";

/** A draft as the page that edits it live gets it, for one of its co-authors. */
export async function openedDraft(
  { id, slug, role }: { id: number; slug: string; role: CoAuthorRole },
  accountId: number,
): Promise<Opened> {
  // Drafts of before they could be shared begin with the first connection: reading changes nothing.
  const state = asOne(await readStored(id));
  const coAuthors = await listCoAuthors(id);
  return {
    letterId: id,
    slug,
    accountId,
    state: state && Buffer.from(state).toString("base64"),
    onlySuggests: !writingRoles.includes(role),
    names: Object.fromEntries(coAuthors.map((each) => [each.accountId, each.name])),
    now: new Date().toISOString(),
  };
}

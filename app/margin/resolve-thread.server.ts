import type { Account } from "#app/accounts/account.ts";
import { sql } from "#db/sql.ts";
import { openMargin, type Unwritable } from "./letter-margin.server.ts";
import type { MarginTurn } from "./margin.ts";

/** Resolves a thread or opens it again; who did it and when stays. Doing it again changes nothing. */
export async function turnThread(
  slug: string,
  account: Pick<Account, "id">,
  thread: number,
  turn: MarginTurn["turn"],
): Promise<{ outcome: MarginTurn["turn"] | Unwritable }> {
  return sql.begin(async (tx) => {
    const margin = await openMargin(tx, slug, account);
    if (margin.outcome !== "open") return margin;
    const [there] = await tx<{ resolved: boolean }[]>`
      select resolved_at is not null as resolved from margin_threads
      where id = ${thread} and letter_id = ${margin.letter.id} for no key update`;
    if (!there) return { outcome: "not-found" as const };
    if (there.resolved === (turn === "resolved")) return { outcome: turn };
    await tx`
      update margin_threads set resolved_by = ${turn === "resolved" ? account.id : null},
        resolved_at = ${turn === "resolved" ? sql`now()` : null}
      where id = ${thread}`;
    await tx`
      insert into margin_turns (thread_id, turn, account_id) values (${thread}, ${turn}, ${account.id})`;
    return { outcome: turn };
  });
}

import { mayWrite } from "#app/co-authors/authorship.server.ts";
import { holdDraft } from "#app/together/fold-draft.server.ts";
import { sql } from "#db/sql.ts";
import { keepSnapshot } from "./keep-snapshot.server.ts";
import { snapshotLimits } from "./snapshot.ts";

/**
 * Keeps the present state of a draft under a name. The same name for the same state again changes nothing.
 * @returns `full` when as many were named as can be
 */
export async function nameState(
  slug: string,
  accountId: number,
  name: string,
): Promise<{ outcome: "kept" | "not-found" | "full" }> {
  return sql.begin(async (tx) => {
    const id = await holdDraft(tx, slug, mayWrite("letters", accountId));
    if (id === null) return { outcome: "not-found" as const };
    const [letter] = await tx<{ id: number; editedAt: Date }[]>`
      select id, edited_at as "editedAt" from letters where id = ${id}`;
    if (!letter) return { outcome: "not-found" as const };
    const named = await tx<{ name: string; writtenAt: Date }[]>`
      select name, written_at as "writtenAt" from draft_snapshots
      where letter_id = ${letter.id} and reason = 'named' order by id desc`;
    const [newest] = named;
    if (newest?.name === name && newest.writtenAt.getTime() === letter.editedAt.getTime())
      return { outcome: "kept" as const };
    if (named.length >= snapshotLimits.named) return { outcome: "full" as const };
    await keepSnapshot(tx, letter.id, accountId, "named", name);
    return { outcome: "kept" as const };
  });
}

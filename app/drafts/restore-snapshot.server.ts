import { mayWrite } from "#app/co-authors/authorship.server.ts";
import { holdDraft, shareText } from "#app/together/fold-draft.server.ts";
import { sql } from "#db/sql.ts";
import type { DocumentNode } from "#app/letters/document.ts";
import { keepSnapshot } from "./keep-snapshot.server.ts";

/**
 * Brings a kept state back as a new one; what stood there is kept first.
 * @param revision the revision of the draft that whoever asks has seen
 * @returns `stale` when it was changed since
 */
export async function restoreSnapshot(
  slug: string,
  accountId: number,
  id: number,
  revision: number,
): Promise<{ outcome: "restored" | "stale" | "not-found" }> {
  return sql.begin(async (tx) => {
    const letterId = await holdDraft(tx, slug, mayWrite("letters", accountId));
    if (letterId === null) return { outcome: "not-found" as const };
    const [letter] = await tx<{ id: number; revision: number }[]>`
      select id, draft_revision as revision from letters where id = ${letterId}`;
    if (letter?.revision !== revision) return { outcome: "stale" as const };
    const [kept] = await tx<{ document: DocumentNode }[]>`select document from draft_snapshots where letter_id = ${letter.id} and id = ${id}`;
    if (!kept) return { outcome: "not-found" as const };
    await keepSnapshot(tx, letter.id, accountId, "restored");
    await tx`
      update letters l set title = s.title, summary = s.summary, addressees = s.addressees, draft = s.document,
        draft_revision = l.draft_revision + 1, fields_revision = l.fields_revision + 1, edited_at = now(), edited_by = ${accountId}
      from draft_snapshots s where l.id = ${letter.id} and s.letter_id = l.id and s.id = ${id}`;
    await shareText(tx, letter.id, accountId, kept.document);
    return { outcome: "restored" as const };
  });
}

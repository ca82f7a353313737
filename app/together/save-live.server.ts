import { isDeepStrictEqual } from "node:util";
import { mayWrite } from "#app/co-authors/authorship.server.ts";
import type { LetterFields } from "#app/letters/letter.ts";
import { sql } from "#db/sql.ts";
import { foldDraft, holdDraft } from "./fold-draft.server.ts";
import { isHarmless } from "./harmless-update.ts";

type Standing = { id: number; fieldsRevision: number } & Required<LetterFields>;

/**
 * Saves what surrounds the text of a draft that is edited live; and of the text what the page could not send over its
 * connection, which merges with whatever others typed.
 * @param revision the fields' own, which the edit was made on
 * @param fields null when they are not as they should be: the text is saved all the same
 * @param update a change of the shared draft, or null
 * @returns `stale` when the fields were changed by others since: they are not written then, the text is;
 *   `refused` when there are no fields to save, or the update is none and nothing was saved
 */
export async function saveLive(
  slug: string,
  accountId: number,
  revision: number,
  fields: LetterFields | null,
  update: Uint8Array | null,
): Promise<{ outcome: "saved" | "stale"; revision: number } | { outcome: "not-found" | "refused" }> {
  if (update && !isHarmless(update)) return { outcome: "refused" };
  return sql.begin(async (tx) => {
    const id = await holdDraft(tx, slug, mayWrite("letters", accountId));
    if (id === null) return { outcome: "not-found" as const };
    if (update) {
      await tx`
        insert into draft_updates (letter_id, account_id, body) values (${id}, ${accountId}, ${Buffer.from(update)})`;
      await foldDraft(tx, id);
    }
    const [letter] = await tx<Standing[]>`
      select fields_revision as "fieldsRevision", title, summary, addressees, author_kind as "authorKind",
        author_name as "authorName", language, closes_on as "closesOn"
      from letters where id = ${id}`;
    if (!letter) return { outcome: "not-found" as const };
    const { fieldsRevision, ...standing } = letter;
    if (!fields) return { outcome: "refused" as const };
    const wanted = { ...fields, language: fields.language ?? standing.language };
    if (isDeepStrictEqual(standing, wanted)) return { outcome: "saved" as const, revision: fieldsRevision };
    if (fieldsRevision !== revision) return { outcome: "stale" as const, revision: fieldsRevision };
    await tx`
      update letters set title = ${wanted.title}, summary = ${wanted.summary}, addressees = ${wanted.addressees},
        author_kind = ${wanted.authorKind}, author_name = ${wanted.authorName}, language = ${wanted.language},
        closes_on = ${wanted.closesOn}, draft_revision = draft_revision + 1, fields_revision = fields_revision + 1,
        edited_at = now(), edited_by = ${accountId}
      where id = ${id}`;
    return { outcome: "saved" as const, revision: fieldsRevision + 1 };
  });
}

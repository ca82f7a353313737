import { isDeepStrictEqual } from "node:util";
import { isAuthor, mayWrite } from "#app/co-authors/authorship.server.ts";
import type { Language } from "#app/languages/language.ts";
import type { DocumentNode } from "#app/letters/document.ts";
import { sql, type Transaction } from "#db/sql.ts";
import type { Translation } from "./translation.ts";

/** What somebody writes as a translation. */
export type TranslationText = { title: string; document: DocumentNode };

/**
 * Saves a translation of a draft or of a letter's next version. On a draft it voids approvals, as any change does.
 * @param revision the one that the edit was made on; 0 where there was none
 * @param saysTheSameAs the name (hashText) of the original that whoever writes says it says the same as; null leaves what
 *   was said before
 * @returns `stale` when it was saved or deleted elsewhere since: nothing is written then
 */
export async function saveTranslation(
  slug: string,
  accountId: number,
  language: Language,
  revision: number,
  { title, document }: TranslationText,
  saysTheSameAs: string | null,
): Promise<{ outcome: "saved"; revision: number } | { outcome: "stale" | "not-found" | "letter-closed" }> {
  return sql.begin(async (tx) => {
    const letter = await lock(tx, slug, mayWrite("letters", accountId), language);
    if (!letter) return { outcome: "not-found" as const };
    if (!letter.draft && !letter.open) return { outcome: "letter-closed" as const };
    const [standing] = await tx<Omit<Translation, "editedAt" | "editedBy">[]>`
      select title, document, original_sha256 as "originalSha256", revision from letter_translations
      where letter_id = ${letter.id} and language = ${language}`;
    const original = saysTheSameAs ?? standing?.originalSha256 ?? null;
    // A second click: what would be saved is there already. What changes nothing voids no approval.
    if (
      standing?.title === title &&
      standing.originalSha256 === original &&
      isDeepStrictEqual(standing.document, document)
    )
      return { outcome: "saved" as const, revision: standing.revision };
    if ((standing?.revision ?? 0) !== revision) return { outcome: "stale" as const };
    const [written] = await tx<{ revision: number }[]>`
      insert into letter_translations as t (letter_id, language, title, document, original_sha256, edited_by)
      values (${letter.id}, ${language}, ${title}, ${tx.json(document as never)}, ${original}, ${accountId})
      on conflict (letter_id, language) do update
        set title = excluded.title, document = excluded.document, original_sha256 = excluded.original_sha256,
          edited_by = excluded.edited_by, edited_at = now(), revision = t.revision + 1
      returning revision`;
    await countRevision(tx, letter.id);
    return { outcome: "saved" as const, revision: written?.revision ?? 1 };
  });
}

/** An author keeps a translation out of what is published, or takes it in again; doing it twice changes nothing. */
export async function leaveOut(
  slug: string,
  accountId: number,
  language: Language,
  leftOut: boolean,
): Promise<{ outcome: "done" | "not-found" }> {
  return sql.begin(async (tx) => {
    const letter = await lock(tx, slug, isAuthor("letters", accountId), language);
    if (!letter) return { outcome: "not-found" as const };
    const known = await tx`
      select 1 from letter_translations where letter_id = ${letter.id} and language = ${language}`;
    if (known.count === 0) return { outcome: "not-found" as const };
    const changed = await tx`
      update letter_translations set left_out = ${leftOut}
      where letter_id = ${letter.id} and language = ${language} and left_out <> ${leftOut}`;
    if (changed.count > 0) await countRevision(tx, letter.id);
    return { outcome: "done" as const };
  });
}

/** An author deletes a translation; what is published of it stays. Deleting again changes nothing. */
export async function deleteTranslation(
  slug: string,
  accountId: number,
  language: Language,
): Promise<{ outcome: "deleted" | "not-found" }> {
  return sql.begin(async (tx) => {
    const letter = await lock(tx, slug, isAuthor("letters", accountId), language);
    if (!letter) return { outcome: "not-found" as const };
    const gone = await tx`
      delete from letter_translations where letter_id = ${letter.id} and language = ${language}`;
    if (gone.count > 0) await countRevision(tx, letter.id);
    return { outcome: "deleted" as const };
  });
}

/** The letter's row, so that what is published or approved of it waits or is waited for. */
async function lock(tx: Transaction, slug: string, allowed: ReturnType<typeof mayWrite>, language: Language) {
  const [letter] = await tx<{ id: number; draft: boolean; open: boolean }[]>`
    select id, state = 'draft' as draft,
      state = 'open' and (closes_on is null or closes_on >= (now() at time zone 'Europe/Paris')::date) as open
    from letters where slug = ${slug} and ${allowed} and language <> ${language} for update`;
  return letter;
}

/** Approvals are of a revision of the draft, all its languages included. A next version is named by its hash instead. */
async function countRevision(tx: Transaction, letterId: number): Promise<void> {
  await tx`
    update letters set draft_revision = draft_revision + 1 where id = ${letterId} and state = 'draft'`;
}

import { isDeepStrictEqual } from "node:util";
import slugify from "@sindresorhus/slugify";
import { withdrawSubmissions } from "#app/pipeline/submit-letter.server.ts";
import { randomInt } from "node:crypto";
import { isAuthor, mayWrite } from "#app/co-authors/authorship.server.ts";
import { type CoAuthorRole, writingRoles } from "#app/co-authors/co-author.ts";
import { beginShared, foldWaiting, holdDraft, shareText } from "#app/together/fold-draft.server.ts";
import { keepSnapshot, reasonToKeep, type Standing } from "#app/drafts/keep-snapshot.server.ts";
import { type Queryable, sql } from "#db/sql.ts";
import type { Language } from "#app/languages/language.ts";
import type { DocumentNode } from "./document.ts";
import { type AuthorKind, type LetterFields, type LetterState, reservedSlugs } from "./letter.ts";

/** A draft as its editing form needs it. */
export type Draft = {
  id: number;
  slug: string;
  state: LetterState;
  title: string;
  summary: string;
  addressees: string[];
  authorKind: AuthorKind;
  authorName: string;
  language: Language;
  closesOn: string | null;
  document: DocumentNode;
  revision: number;
  /** Counts the changes of everything but the text. */
  fieldsRevision: number;
  editedAt: Date;
};

/** The part of a title that a URL can carry: at most eight words, 60 characters. */
export function slugOf(title: string): string {
  const words = slugify(title, { separator: "-", decamelize: false }).split("-").filter(Boolean).slice(0, 8);
  while (words.join("-").length > 60) words.pop();
  const slug = words.join("-").replace(/[^a-z0-9-]/g, "");
  return slug === "" || reservedSlugs.has(slug) ? `${slug || "letter"}-1` : slug;
}

/**
 * Makes a draft; its account is its first author. The same `key` makes one, however often it is asked for.
 * @param more.key says whose it is, so that two accounts never have the same one (app/requests/idempotency-key.server.ts)
 * @returns its slug, made from the title and unique; that of the draft that `key` has made, whatever became of it since
 */
export async function createDraft(
  accountId: number,
  language: Language,
  fields: LetterFields,
  document: DocumentNode,
  { tx = sql, key }: { tx?: Queryable; key?: string } = {},
): Promise<string> {
  const stem = slugOf(fields.title);
  for (let attempt = 0; ; attempt++) {
    const slug = attempt === 0 ? stem : attempt < 20 ? `${stem}-${attempt + 1}` : `${stem}-${randomInt(1e9)}`;
    const [created] = await tx<{ id: number; slug: string }[]>`
      insert into letters (slug, language, title, summary, author_kind, author_name, addressees, closes_on, draft, created_by,
        edited_by, submission_key)
      values (${slug}, ${fields.language ?? language}, ${fields.title}, ${fields.summary}, ${fields.authorKind},
        ${fields.authorName}, ${fields.addressees}, ${fields.closesOn}, ${tx.json(document as never)}, ${accountId}, ${accountId},
        ${key ?? null})
      on conflict do nothing returning id, slug`;
    if (created) {
      await beginShared(tx, created.id, document);
      return created.slug;
    }
    // Not made because of its slug, or because the key has made one: before, or at this moment.
    const [before] = key
      ? await tx<{ slug: string }[]>`
          select slug from letters where submission_key = ${key} and created_by = ${accountId}`
      : [];
    if (before) return before.slug;
  }
}

/** A draft with what the account is to it, or null: for whoever is not its co-author it does not exist. */
export async function readDraft(
  slug: string,
  accountId: number,
): Promise<(Draft & { role: CoAuthorRole }) | null> {
  await foldWaiting(slug);
  const [draft] = await sql<(Draft & { role: CoAuthorRole })[]>`
    select l.id, l.slug, l.state, l.title, l.summary, l.addressees, l.author_kind as "authorKind",
      l.author_name as "authorName", l.language, l.closes_on as "closesOn", l.draft as document,
      l.draft_revision as revision, l.fields_revision as "fieldsRevision", l.edited_at as "editedAt", c.role
    from letters l join co_authors c on c.letter_id = l.id and c.account_id = ${accountId}
    where l.slug = ${slug} and l.state = 'draft'`;
  return draft ?? null;
}

/**
 * Saves a draft; what stood there is kept in its history where that may be missed (keep-snapshot.server.ts).
 * @param revision the revision the edit was made on, from which only translations may have changed since; null saves
 *   over whatever is there
 * @returns `stale` when the draft was saved elsewhere since: nothing is written then
 */
export async function saveDraft(
  slug: string,
  accountId: number,
  revision: number | null,
  fields: LetterFields,
  document: DocumentNode,
): Promise<{ outcome: "saved"; revision: number } | { outcome: "stale" | "not-found" }> {
  const saved = await sql.begin(async (tx) => {
    const id = await holdDraft(tx, slug, mayWrite("letters", accountId));
    if (id === null) return null;
    const [letter] = await tx<(Standing & Draft & { textRevision: number })[]>`
      select id, slug, state, title, summary, addressees, author_kind as "authorKind", author_name as "authorName",
        language, closes_on as "closesOn", draft as document, draft_revision as revision, text_revision as "textRevision",
        edited_by as "editedBy", edited_at as "editedAt", length(draft::text) as size
      from letters where id = ${id}`;
    const unseen =
      letter && revision !== null && (letter.textRevision > revision || letter.revision < revision);
    if (!letter || unseen) return null;
    // What changes nothing voids no approval.
    if (isSame(letter, fields, document)) return { revision: letter.revision };
    const reason = reasonToKeep(letter, accountId, JSON.stringify(document).length);
    if (reason) await keepSnapshot(tx, letter.id, accountId, reason);
    const [written] = await tx<{ revision: number }[]>`
      update letters set title = ${fields.title}, summary = ${fields.summary}, addressees = ${fields.addressees},
        author_kind = ${fields.authorKind}, author_name = ${fields.authorName},
        language = coalesce(${fields.language ?? null}, language), closes_on = ${fields.closesOn},
        draft = ${sql.json(document as never)}, draft_revision = draft_revision + 1,
        fields_revision = fields_revision + 1, edited_at = now(), edited_by = ${accountId}
      where id = ${letter.id} returning draft_revision as revision`;
    await shareText(tx, letter.id, accountId, document);
    return written ?? null;
  });
  if (saved) return { outcome: "saved", revision: saved.revision };
  const standing = await readDraft(slug, accountId);
  if (!standing || !writingRoles.includes(standing.role)) return { outcome: "not-found" };
  // An autosave that overtook the form, or a second click: what would be saved is there already.
  return isSame(standing, fields, document)
    ? { outcome: "saved", revision: standing.revision }
    : { outcome: "stale" };
}

function isSame(draft: Draft, fields: LetterFields, document: DocumentNode): boolean {
  const { title, summary, addressees, authorKind, authorName, closesOn } = draft;
  return isDeepStrictEqual(
    {
      title,
      summary,
      addressees,
      authorKind,
      authorName,
      closesOn,
      language: draft.language,
      document: draft.document,
    },
    { ...fields, language: fields.language ?? draft.language, document },
  );
}

/** Deletes a draft by one of its authors, for all who write it. */
export async function deleteDraft(
  slug: string,
  accountId: number,
): Promise<{ outcome: "deleted" | "not-found" }> {
  return sql.begin(async (tx) => {
    const own = tx`slug = ${slug} and ${isAuthor("letters", accountId)} and state = 'draft'`;
    await withdrawSubmissions(tx, tx`s.letter_id = (select id from letters where ${own})`);
    const gone = await tx`delete from letters where ${own}`;
    return { outcome: gone.count === 1 ? ("deleted" as const) : ("not-found" as const) };
  });
}

/** The letters that an account writes, alone or with others, the last edited first. */
export async function listOwnLetters(accountId: number): Promise<
  {
    slug: string;
    title: string;
    language: Language;
    state: LetterState;
    editedAt: Date;
    publishedAt: Date | null;
    role: CoAuthorRole;
  }[]
> {
  return sql`
    select l.slug, l.title, l.language, l.state, l.edited_at as "editedAt", l.published_at as "publishedAt", c.role
    from co_authors c join letters l on l.id = c.letter_id
    where c.account_id = ${accountId}
    order by l.edited_at desc, l.id desc limit 200`;
}

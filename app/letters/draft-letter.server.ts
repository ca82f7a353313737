import { isDeepStrictEqual } from "node:util";
import slugify from "@sindresorhus/slugify";
import { randomInt } from "node:crypto";
import { sql } from "#db/sql.ts";
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
  editedAt: Date;
};

/** The part of a title that a URL can carry: at most eight words, 60 characters. */
export function slugOf(title: string): string {
  const words = slugify(title, { separator: "-", decamelize: false }).split("-").filter(Boolean).slice(0, 8);
  while (words.join("-").length > 60) words.pop();
  const slug = words.join("-").replace(/[^a-z0-9-]/g, "");
  return slug === "" || reservedSlugs.has(slug) ? `${slug || "letter"}-1` : slug;
}

/** Makes a draft that only its account sees. @returns its slug, made from the title and unique */
export async function createDraft(
  accountId: number,
  language: Language,
  fields: LetterFields,
  document: DocumentNode,
): Promise<string> {
  const stem = slugOf(fields.title);
  for (let attempt = 0; ; attempt++) {
    const slug = attempt === 0 ? stem : attempt < 20 ? `${stem}-${attempt + 1}` : `${stem}-${randomInt(1e9)}`;
    const [created] = await sql<{ slug: string }[]>`
      insert into letters (slug, language, title, summary, author_kind, author_name, addressees, closes_on, draft, created_by)
      values (${slug}, ${fields.language ?? language}, ${fields.title}, ${fields.summary}, ${fields.authorKind},
        ${fields.authorName}, ${fields.addressees}, ${fields.closesOn}, ${sql.json(document as never)}, ${accountId})
      on conflict (slug) do nothing returning slug`;
    if (created) return created.slug;
  }
}

/** The draft of this account, or null: somebody else's draft does not exist for anybody else. */
export async function readDraft(slug: string, accountId: number): Promise<Draft | null> {
  const [draft] = await sql<Draft[]>`
    select id, slug, state, title, summary, addressees, author_kind as "authorKind", author_name as "authorName",
      language, closes_on as "closesOn", draft as document, draft_revision as revision, edited_at as "editedAt"
    from letters where slug = ${slug} and created_by = ${accountId} and state = 'draft'`;
  return draft ?? null;
}

/**
 * Saves a draft.
 * @param revision the revision the edit was made on; null saves over whatever is there
 * @returns `stale` when the draft was saved elsewhere since: nothing is written then
 */
export async function saveDraft(
  slug: string,
  accountId: number,
  revision: number | null,
  fields: LetterFields,
  document: DocumentNode,
): Promise<{ outcome: "saved"; revision: number } | { outcome: "stale" | "not-found" }> {
  const [saved] = await sql<{ revision: number }[]>`
    update letters set title = ${fields.title}, summary = ${fields.summary}, addressees = ${fields.addressees},
      author_kind = ${fields.authorKind}, author_name = ${fields.authorName},
      language = coalesce(${fields.language ?? null}, language), closes_on = ${fields.closesOn},
      draft = ${sql.json(document as never)}, draft_revision = draft_revision + 1, edited_at = now()
    where slug = ${slug} and created_by = ${accountId} and state = 'draft'
      and (${revision}::int is null or draft_revision = ${revision})
    returning draft_revision as revision`;
  if (saved) return { outcome: "saved", revision: saved.revision };
  const standing = await readDraft(slug, accountId);
  if (!standing) return { outcome: "not-found" };
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

/** Deletes a draft, which nobody else has seen. */
export async function deleteDraft(
  slug: string,
  accountId: number,
): Promise<{ outcome: "deleted" | "not-found" }> {
  const gone =
    await sql`delete from letters where slug = ${slug} and created_by = ${accountId} and state = 'draft'`;
  return { outcome: gone.count === 1 ? "deleted" : "not-found" };
}

/** The letters an account has written, the last edited first. */
export async function listOwnLetters(accountId: number): Promise<
  {
    slug: string;
    title: string;
    language: Language;
    state: LetterState;
    editedAt: Date;
    publishedAt: Date | null;
  }[]
> {
  return sql`
    select slug, title, language, state, edited_at as "editedAt", published_at as "publishedAt"
    from letters where created_by = ${accountId} order by edited_at desc, id desc limit 200`;
}

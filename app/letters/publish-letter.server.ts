import { isAuthor } from "#app/co-authors/authorship.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { unknownCitations, writeCitations } from "#app/doctrine/cite-provision.server.ts";
import type { Language } from "#app/languages/language.ts";
import type { Phrase } from "#app/languages/translate.ts";
import { type DocumentNode, imagesIn, plainText } from "./document.ts";
import { todayInParis } from "./close-letter.server.ts";
import type { Draft } from "./draft-letter.server.ts";
import { hashSigned, type Signed } from "./version.ts";

/** What still keeps a draft from being published, in the order of its form. */
export function missingForPublication(
  draft: Pick<Draft, "title" | "addressees" | "authorName" | "document" | "closesOn">,
): Phrase[] {
  const missing: Phrase[] = [];
  if (draft.addressees.length === 0) missing.push("publish.missing.addressees");
  if (draft.authorName === "") missing.push("publish.missing.author");
  if (plainText(draft.document) === "") missing.push("publish.missing.text");
  if (draft.closesOn !== null && draft.closesOn < todayInParis()) missing.push("publish.missing.closesOn");
  return missing;
}

/**
 * Freezes a draft as version 1 and opens the letter for signing. Publishing again answers `published` as well.
 * @param revision the revision its author has read before publishing; a newer one answers `stale`
 * @returns `unknown-citations` with the names of those that lead to no provision
 */
export async function publishLetter(
  slug: string,
  accountId: number,
  revision: number,
): Promise<
  | { outcome: "published" | "stale" | "not-found" }
  | { outcome: "incomplete"; missing: Phrase[] }
  | { outcome: "unknown-citations"; citations: string[] }
> {
  return sql.begin(async (tx) => {
    const [letter] = await tx<(Draft & { publishedAt: Date | null })[]>`
      select id, title, summary, addressees, author_kind as "authorKind", author_name as "authorName", language,
        closes_on as "closesOn", draft as document, draft_revision as revision, published_at as "publishedAt"
      from letters where slug = ${slug} and ${isAuthor("letters", accountId)} for update`;
    if (!letter) return { outcome: "not-found" as const };
    if (letter.publishedAt) return { outcome: "published" as const };
    if (letter.revision !== revision) return { outcome: "stale" as const };
    const missing = missingForPublication(letter);
    if (missing.length > 0) return { outcome: "incomplete" as const, missing };
    if (!(await knowsImagesOf(tx, letter.document)))
      return { outcome: "incomplete" as const, missing: ["publish.missing.image" as const] };
    const citations = await unknownCitations(tx, letter.document);
    if (citations.length > 0) return { outcome: "unknown-citations" as const, citations };
    await writeVersion(tx, letter.id, 1, accountId, letter);
    await tx`
      update letters set state = 'open', published_at = now(), current_version = 1, edited_at = now()
      where id = ${letter.id} and state = 'draft'`;
    return { outcome: "published" as const };
  });
}

/** Whether every picture of a document is stored here. */
export async function knowsImagesOf(tx: Transaction, document: DocumentNode): Promise<boolean> {
  const images = [...new Set(imagesIn(document))];
  const known = await tx`select 1 from images where sha256 = any(${images})`;
  return known.count === images.length;
}

/** Writes an immutable version: the text, what surrounds it, what it cites, and the hash of what signatories sign. */
export async function writeVersion(
  tx: Transaction,
  letterId: number,
  number: number,
  publishedBy: number,
  text: {
    title: string;
    summary: string;
    authorKind: string;
    authorName: string;
    addressees: string[];
    language: Language;
    document: DocumentNode;
    /** Why it was made; a first version has none. */
    reason?: string;
  },
  publishedAt: Date | null = null,
): Promise<void> {
  const signed: Signed = {
    title: text.title,
    language: text.language,
    document: text.document,
    translations: [],
  };
  await tx`
    insert into letter_versions (letter_id, number, title, summary, author_kind, author_name, addressees, language, signed, sha256, published_at, published_by, reason)
    values (${letterId}, ${number}, ${text.title}, ${text.summary}, ${text.authorKind}, ${text.authorName},
      ${text.addressees}, ${text.language}, ${tx.json(signed as never)}, ${await hashSigned(signed)},
      coalesce(${publishedAt}, now()), ${publishedBy}, ${text.reason ?? ""})`;
  await writeCitations(tx, letterId, number, text.document);
}

import { sql } from "#db/sql.ts";
import type { Language } from "#app/languages/language.ts";
import type { DocumentNode } from "./document.ts";
import type { Letter, LetterSummary, Sort } from "./letter.ts";
import type { Signed } from "./version.ts";

/**
 * A published letter without its text, or null when there is none by that slug. What was confirmed since the
 * sequencer's last round is counted from its rows, so the person who just signed sees the right count.
 */
export async function readLetter(slug: string): Promise<Letter | null> {
  const [letter] = await sql<Letter[]>`
    select l.id, l.slug, l.state, l.language, l.title, l.summary, l.addressees, l.author_kind as "authorKind",
      l.author_name as "authorName", l.closes_on as "closesOn", l.published_at as "publishedAt",
      l.closed_at as "closedAt", l.created_by as "createdBy", l.current_version as version,
      l.state = 'open' and (l.closes_on is null or l.closes_on >= (now() at time zone 'Europe/Paris')::date) as open,
      l.signature_count + coalesce(w.signed, 0) as "signatureCount",
      l.organisation_count + coalesce(w.organisations, 0) as "organisationCount",
      l.imported_count + coalesce(w.imported, 0) as "importedCount", l.comment_count as "commentCount",
      l.last_comment_id as "lastCommentId"
    from letters l
    left join lateral (
      select sum(case when state = 'confirmed' then 1 else -1 end) filter (where origin = 'form')::int as signed,
        sum(case when state = 'confirmed' then 1 else -1 end)
          filter (where origin = 'form' and kind = 'organisation')::int as organisations,
        sum(case when state = 'confirmed' then 1 else -1 end) filter (where origin = 'import')::int as imported
      from signatures s where s.letter_id = l.id and s.counted <> (s.state = 'confirmed')
    ) w on true
    where l.slug = ${slug} and l.state <> 'draft'`;
  return letter ?? null;
}

export type Version = {
  number: number;
  title: string;
  summary: string;
  authorName: string;
  addressees: string[];
  language: Language;
  document: DocumentNode;
  signed: Signed;
  sha256: string;
  publishedAt: Date;
};

/** One version of a published letter with its text, or null. */
export async function readVersion(letterId: number, number: number): Promise<Version | null> {
  const [version] = await sql<Omit<Version, "document">[]>`
    select number, title, summary, author_name as "authorName", addressees, language, signed, sha256,
      published_at as "publishedAt"
    from letter_versions where letter_id = ${letterId} and number = ${number}`;
  return version ? { ...version, document: version.signed.document } : null;
}

/** The versions of a letter without their texts, the newest first. */
export async function listVersions(
  letterId: number,
): Promise<{ number: number; title: string; sha256: string; publishedAt: Date }[]> {
  return sql`
    select number, title, sha256, published_at as "publishedAt"
    from letter_versions where letter_id = ${letterId} order by number desc`;
}

const pageSize = 20;

/**
 * A page of the published letters.
 * @param after the id of the last letter of the page before; paging is by key, so a letter that is published
 *   meanwhile moves nothing
 * @returns the letters and the key of the next page, null on the last one
 */
export async function listLetters(
  sort: Sort,
  after: number | null,
): Promise<{ letters: LetterSummary[]; next: number | null }> {
  const open = sql`(l.state = 'open' and (l.closes_on is null or l.closes_on >= (now() at time zone 'Europe/Paris')::date))`;
  const beyond =
    sort === "newest"
      ? sql`(l.published_at, l.id) < (select published_at, id from letters where id = ${after})`
      : sort === "most-signed"
        ? sql`(l.signature_count, l.id) < (select signature_count, id from letters where id = ${after})`
        : sql`(l.closes_on, l.id) > (select closes_on, id from letters where id = ${after})`;
  const order =
    sort === "newest"
      ? sql`l.published_at desc, l.id desc`
      : sort === "most-signed"
        ? sql`l.signature_count desc, l.id desc`
        : sql`l.closes_on, l.id`;
  const rows = await sql<LetterSummary[]>`
    select l.id, l.slug, ${open} as open, l.language, l.title, l.summary, l.author_name as "authorName", l.addressees,
      l.closes_on as "closesOn", l.published_at as "publishedAt", l.signature_count as "signatureCount",
      l.organisation_count as "organisationCount", l.imported_count as "importedCount", l.comment_count as "commentCount"
    from letters l
    where ${sort === "closing-soon" ? sql`l.state = 'open' and l.closes_on >= (now() at time zone 'Europe/Paris')::date` : sql`l.state <> 'draft'`}
      and ${after === null ? sql`true` : beyond}
    order by ${order} limit ${pageSize + 1}`;
  const letters = rows.slice(0, pageSize);
  return { letters, next: rows.length > pageSize ? (letters.at(-1)?.id ?? null) : null };
}

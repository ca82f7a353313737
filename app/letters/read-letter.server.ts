import { slowModeAt } from "#app/moderation/slow-mode.server.ts";
import { sql } from "#db/sql.ts";
import type { Language } from "#app/languages/language.ts";
import type { DocumentNode } from "./document.ts";
import type { Letter, LetterSummary, Sort } from "./letter.ts";
import type { Signed, SignedText } from "./version.ts";

/**
 * A published letter without its text, or null when there is none by that slug. What was confirmed since the
 * sequencer's last round is counted from its rows, so the person who just signed sees the right count.
 */
export async function readLetter(slug: string): Promise<Letter | null> {
  const [letter] = await sql<Letter[]>`
    select l.id, l.slug, l.state, l.language, l.title, l.summary, l.addressees, l.author_kind as "authorKind",
      l.author_name as "authorName", l.closes_on as "closesOn", l.published_at as "publishedAt",
      l.closed_at as "closedAt", l.current_version as version,
      l.state = 'open' and (l.closes_on is null or l.closes_on >= (now() at time zone 'Europe/Paris')::date) as open,
      l.signature_count + coalesce(w.signed, 0) as "signatureCount",
      l.organisation_count + coalesce(w.organisations, 0) as "organisationCount",
      l.imported_count + coalesce(w.imported, 0) as "importedCount", d.comment_count as "commentCount",
      json_build_object('id', d.id, 'commentCount', d.comment_count, 'lastCommentId', d.last_comment_id, 'textId', null,
        'letterId', l.id, 'slow', ${slowModeAt(sql`l.id`, sql`null::bigint`)})
        as discussion
    from letters l
    join discussions d on d.letter_id = l.id
    left join lateral (
      select sum(case when state = 'confirmed' then 1 else -1 end) filter (where origin = 'form')::int as signed,
        sum(case when state = 'confirmed' then 1 else -1 end)
          filter (where origin = 'form' and kind = 'organisation')::int as organisations,
        sum(case when state = 'confirmed' then 1 else -1 end) filter (where origin = 'import')::int as imported
      from signatures s where s.letter_id = l.id and s.counted <> (s.state = 'confirmed')
    ) w on true
    where l.slug = ${slug} and l.state not in ('draft', 'hidden')`;
  return letter ?? null;
}

/** The account that began a letter: in whose organisation's name it may have been published. */
export async function readBeginner(letterId: number): Promise<number> {
  const [letter] = await sql<{ accountId: number }[]>`
    select created_by as "accountId" from letters where id = ${letterId}`;
  return letter?.accountId ?? 0;
}

export type Version = {
  number: number;
  title: string;
  summary: string;
  authorName: string;
  addressees: string[];
  language: Language;
  document: DocumentNode;
  translations: SignedText[];
  signed: Signed;
  sha256: string;
  /** Why it was made; empty for the first. */
  reason: string;
  publishedAt: Date;
};

/** One version of a published letter with its text, or null. */
export async function readVersion(letterId: number, number: number): Promise<Version | null> {
  const [version] = await sql<Omit<Version, "document" | "translations">[]>`
    select number, title, summary, author_name as "authorName", addressees, language, signed, sha256, reason,
      published_at as "publishedAt"
    from letter_versions where letter_id = ${letterId} and number = ${number}`;
  if (!version) return null;
  const { document, translations } = version.signed;
  return { ...version, document, translations };
}

/** A version in the list of a letter's versions. */
type ListedVersion = {
  number: number;
  title: string;
  sha256: string;
  reason: string;
  publishedAt: Date;
  /** Signatures that name it, confirmed by mail. */
  signatures: number;
  /** What it can be read in besides its original. */
  translations: { language: Language; behind: boolean }[];
};

/**
 * The versions of a letter without their texts, the newest first. What was confirmed, withdrawn or moved since the
 * sequencer's last round is counted from its rows.
 */
export async function listVersions(letterId: number): Promise<ListedVersion[]> {
  return sql`
    with waiting as (
      select version_number, counted_version, state, counted from signatures
      where letter_id = ${letterId} and origin = 'form'
        and (counted <> (state = 'confirmed') or (counted and counted_version is distinct from version_number))
    ), change as (
      select number, sum(change)::int as signatures
      from (
        select version_number as number, 1 as change from waiting where state = 'confirmed'
        union all
        select counted_version, -1 from waiting where counted
      ) as changes
      group by number
    )
    select v.number, v.title, v.sha256, v.reason, v.published_at as "publishedAt",
      coalesce(c.signature_count, 0) + coalesce(change.signatures, 0) as signatures,
      array(
        select json_build_object('language', t.language, 'behind', t.of_version is distinct from v.number)
        from version_translations t where t.letter_id = v.letter_id and t.version_number = v.number order by t.language
      ) as translations
    from letter_versions v
    left join letter_version_counts c on c.letter_id = v.letter_id and c.version_number = v.number
    left join change on change.number = v.number
    where v.letter_id = ${letterId} order by v.number desc`;
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
      l.organisation_count as "organisationCount", l.imported_count as "importedCount", d.comment_count as "commentCount"
    from letters l join discussions d on d.letter_id = l.id
    where ${sort === "closing-soon" ? sql`l.state = 'open' and l.closes_on >= (now() at time zone 'Europe/Paris')::date` : sql`l.state not in ('draft', 'hidden')`}
      and ${after === null ? sql`true` : beyond}
    order by ${order} limit ${pageSize + 1}`;
  const letters = rows.slice(0, pageSize);
  return { letters, next: rows.length > pageSize ? (letters.at(-1)?.id ?? null) : null };
}

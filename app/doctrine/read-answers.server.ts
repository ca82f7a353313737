import type { Decision } from "./disposition.ts";
import { sql } from "#db/sql.ts";
import type { Language } from "#app/languages/language.ts";

/** A published letter whose current version cites a provision. */
export type CitingLetter = {
  id: number;
  slug: string;
  title: string;
  language: Language;
  authorName: string;
  signatureCount: number;
  organisationCount: number;
  importedCount: number;
  /** The day of the revision that was read when it was cited. */
  cited: string;
};

/** What answers a provision, in numbers, and the letters among it. */
export type CitedBy = {
  letterCount: number;
  /** Distinct organisations whose confirmed signature, by a proved mandate, is on a version that cites the provision. */
  organisationCount: number;
  /** The letters that most have signed. */
  letters: CitingLetter[];
  /** Every letter that the numbers depend on. */
  letterIds: number[];
};

const mostLetters = 50;

/** The letters that cite a provision and the organisations behind them. */
export async function readCitedBy(provisionId: number): Promise<CitedBy> {
  const [[sums], letters] = await Promise.all([
    sql<Omit<CitedBy, "letters">[]>`
      with citing as (
        select distinct c.letter_id, c.version_number, l.current_version = c.version_number as now
        from citations c join letters l on l.id = c.letter_id
        where c.provision_id = ${provisionId} and l.state not in ('draft', 'hidden')
      )
      select (select count(*)::int from citing where now) as "letterCount",
        (select count(distinct s.organisation_id)::int from citing c
          join signatures s on s.letter_id = c.letter_id and s.version_number = c.version_number
          where s.state = 'confirmed' and s.kind = 'organisation' and s.origin = 'form') as "organisationCount",
        (select coalesce(json_agg(distinct letter_id), '[]') from citing) as "letterIds"`,
    sql<CitingLetter[]>`
      select l.id, l.slug, l.title, l.language, l.author_name as "authorName", l.signature_count as "signatureCount",
        l.organisation_count as "organisationCount", l.imported_count as "importedCount", max(r.dated) as cited
      from citations c join letters l on l.id = c.letter_id and l.current_version = c.version_number
      join revisions r on r.id = c.revision_id
      where c.provision_id = ${provisionId} and l.state not in ('draft', 'hidden')
      group by l.id order by l.organisation_count desc, l.signature_count desc, l.id desc limit ${mostLetters}`,
  ]);
  return { letterCount: 0, organisationCount: 0, letterIds: [], ...sums, letters };
}

export type Disposition = {
  id: number;
  decision: Decision;
  reasons: string;
  /** The day of the revision that it speaks of. */
  dated: string;
  /** Who made it; null when that account was deleted. */
  name: string | null;
  organisation: { name: string; slug: string } | null;
  madeAt: Date;
};

/** What officials answered about a provision: their dispositions, the newest first, and how many answers there are. */
export async function readDispositions(
  provisionId: number,
): Promise<{ dispositions: Disposition[]; answerCount: number }> {
  const [dispositions, [replies]] = await Promise.all([
    sql<Disposition[]>`
      select d.id, d.decision, d.reasons, r.dated, a.name, d.made_at as "madeAt",
        case when o.id is not null then json_build_object('name', o.name, 'slug', o.slug) end as organisation
      from dispositions d join revisions r on r.id = d.revision_id join accounts a on a.id = d.account_id
      left join organisations o on o.id = d.organisation_id
      where d.provision_id = ${provisionId} order by d.id desc`,
    sql<{ count: number }[]>`
      select count(*)::int from discussions d join comments c on c.discussion_id = d.id
      join official_answers a on a.comment_id = c.id
      where d.provision_id = ${provisionId} and c.deleted_at is null and c.hidden_at is null`,
  ]);
  // Only the standing disposition is an answer; those that it replaced are history.
  return { dispositions, answerCount: (replies?.count ?? 0) + Math.min(1, dispositions.length) };
}

import { ask, type Find, headline, parted, weighed } from "#app/search/find.server.ts";
import type { OrganisationSummary } from "./organisation.ts";

/** An organisation that was found; hits in `name` and `excerpt` are marked as app/search/find.server.ts says. */
export type FoundOrganisation = Omit<OrganisationSummary, "logo"> & { excerpt: string; rank: number };

const text = `
  with found as (
    select * from (
      select w.organisation_id as id, ts_rank(w.search, $1::tsquery)::float8 as rank
      from (
        select o.id from organisation_words w join organisations o on o.id = w.organisation_id
        where w.search @@ $1::tsquery and o.created_at >= $6::text::timestamptz and o.created_at < $7::text::timestamptz
        order by o.id + 0 limit ${weighed}
      ) said
      join organisation_words w on w.organisation_id = said.id
    ) ranked
    where $3::bigint = 0 or (rank, id) < ($2::float8, $3::bigint)
    order by rank desc, id desc limit $4
  )
  select o.id, o.slug, o.sector, o.country, found.rank,
    ts_headline('public.tribune_words', ${parted("o.name")}, $1::tsquery, $5 || ',HighlightAll=true') as name,
    ts_headline('public.tribune_words', ${parted("o.about")}, $1::tsquery, $5) as excerpt
  from found join organisations o on o.id = found.id
  order by found.rank desc, found.id desc`;

/**
 * Organisations whose name or own words answer a question, those that say most of it first; in a period: those that came
 * to Tribune in it.
 * @param after rank and id of the last one of the page before
 * @returns `limit` organisations and one more when there is a next page
 */
export function searchOrganisations(
  find: Find,
  after: { value: number; id: number } | null,
  limit: number,
): Promise<FoundOrganisation[]> {
  const { query, from, to } = find;
  const values = [query, after?.value ?? 0, after?.id ?? 0, limit + 1, headline, from, to];
  return ask<FoundOrganisation>(text, values);
}

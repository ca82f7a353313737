import type { Language } from "#app/languages/language.ts";
import { ask, type Find, headline, parted, weighed } from "#app/search/find.server.ts";
import type { ProvisionKind } from "./provision.ts";
import { readNumber } from "./provision-number.ts";

/** A provision that was found; hits in `title` and `excerpt` are marked as app/search/find.server.ts says. */
export type FoundProvision = {
  id: number;
  text: string;
  textTitle: string;
  language: Language;
  provision: string;
  /** The day of the revision, the newest of its text. */
  revision: string;
  kind: ProvisionKind;
  number: string;
  title: string;
  excerpt: string;
  rank: number;
};

/** Of one number there are few; more are numbers that only begin so. */
const mostNumbered = 5;
/** Signs of a provision that are looked at for an excerpt. */
const excerptFrom = 10_000;

/** Texts whose newest revision is of the period. */
const texts = `
  select text_id from revisions group by text_id
  having max(dated)::timestamp at time zone 'Europe/Paris' >= $5::text::timestamptz
    and max(dated)::timestamp at time zone 'Europe/Paris' < $6::text::timestamptz`;

const text = (found: string) => `
  with found as (${found})
  select s.provision_id as id, t.slug as text, r.title as "textTitle", t.language, s.slug as provision,
    r.dated as revision, s.kind, s.number, found.rank,
    ts_headline(words.config, ${parted("s.title")}, $1::tsquery, $2 || ',HighlightAll=true') as title,
    ts_headline(words.config, ${parted(`left(s.body, ${excerptFrom})`)}, $1::tsquery, $2) as excerpt
  from found
  join doctrine_texts t on t.id = found.text_id
  join lateral (select id, title, dated from revisions where text_id = t.id order by dated desc limit 1) r on true
  join provision_states s on s.revision_id = r.id and s.provision_id = found.id
  cross join lateral (
    select case when $3::boolean then 'public.tribune_words'
      when t.language = 'fr' then 'public.tribune_french' else 'public.tribune_english' end::regconfig as config) words
  order by found.rank desc, found.id desc`;

/** The words of one provision; `offset` keeps PostgreSQL from reading those of all for a thousand. */
export const wordsOf = (provision: string) =>
  `select provision_id, text_id, search from provision_words where provision_id = ${provision} offset 0`;

/** The two questions of `searchProvisions`, so that a test can ask for their plans. */
export const searchProvisionsTexts = {
  numbered: text(`
    select w.provision_id as id, w.text_id,
      -row_number() over (order by w.number_key <> key, w.kind <> $8, length(w.number_key), w.number_key, w.provision_id)::float8
        as rank
    from provision_number_key($7) as key
    join provision_words w on w.number_key >= key and w.number_key < key || '~' collate "C"
    where w.text_id in (${texts})
    order by rank desc limit $4`),
  byWords: text(`
    select * from (
      select w.provision_id as id, w.text_id, ts_rank(w.search, $1::tsquery)::float8 as rank
      from provisions_saying($1::tsquery, array(${texts}), ${weighed}) said
      join lateral (${wordsOf("said")}) w on w.provision_id <> all($7::bigint[])
    ) ranked
    where $9::bigint = 0 or (rank, id) < ($8::float8, $9::bigint)
    order by rank desc, id desc limit $4`),
};

/**
 * Provisions of the newest revisions that answer a question: those of the number that was typed, then those that say
 * most of it.
 * @param after rank and id of the last one of the page before
 * @returns `provisions`: `limit` and one more when there is a next page; and whether a number was found among them
 */
export async function searchProvisions(
  typed: string,
  find: Find,
  after: { value: number; id: number } | null,
  limit: number,
): Promise<{ provisions: FoundProvision[]; byNumber: boolean }> {
  const number = readNumber(typed);
  const shown = [find.query, headline, String(find.exact)];
  const period = [find.from, find.to];
  const numbered = number
    ? await ask<FoundProvision>(searchProvisionsTexts.numbered, [
        ...shown,
        Math.min(mostNumbered, limit),
        ...period,
        number.number,
        number.kind ?? "",
      ])
    : [];
  const known = `{${numbered.map(({ id }) => id).join(",")}}`;
  const said = await ask<FoundProvision>(searchProvisionsTexts.byWords, [
    ...shown,
    limit + 1,
    ...period,
    known,
    after?.value ?? 0,
    after?.id ?? 0,
  ]);
  const provisions = after ? said : [...numbered, ...said].slice(0, limit + 1);
  return { provisions, byNumber: numbered.length > 0 };
}

import { ask, type Find, headline, parted } from "#app/search/find.server.ts";
import type { Language } from "#app/languages/language.ts";

/** A letter that was found; hits in `title` and `excerpt` are marked as app/search/find.server.ts says. */
export type FoundLetter = {
  id: number;
  slug: string;
  title: string;
  authorName: string;
  language: Language;
  publishedAt: Date;
  excerpt: string;
  rank: number;
};

/** Signs of a letter that are looked at for an excerpt: marking hits in a whole book takes too long. */
const excerptFrom = 10_000;

/**
 * Published letters that answer a question, those that say most of it first.
 * @param after rank and id of the last one of the page before
 * @returns `limit` letters and one more when there is a next page
 */
export function searchLetters(
  find: Find,
  after: { value: number; id: number } | null,
  limit: number,
): Promise<FoundLetter[]> {
  return ask<FoundLetter>(
    `with found as (
       select w.letter_id as id, ts_rank(w.search, $1::tsquery)::float8 as rank from letter_words w
       join letters l on l.id = w.letter_id and l.state not in ('draft', 'hidden')
       where w.search @@ $1::tsquery and l.published_at >= $7::text::timestamptz and l.published_at < $8::text::timestamptz
         and ($3::bigint = 0 or (ts_rank(w.search, $1::tsquery)::float8, w.letter_id) < ($2::float8, $3::bigint))
       order by rank desc, id desc limit $4
     )
     select l.id, l.slug, l.author_name as "authorName", l.language, l.published_at as "publishedAt", found.rank,
       ts_headline(words.config, ${parted("l.title")}, $1::tsquery, $5 || ',HighlightAll=true') as title,
       ts_headline(words.config, ${parted(`l.summary || ' ' || left(letter_plain(v.signed), ${excerptFrom})`)}, $1::tsquery, $5)
         as excerpt
     from found
     join letters l on l.id = found.id
     join letter_versions v on v.letter_id = l.id and v.number = l.current_version
     cross join lateral (
       select case when $6::boolean then 'public.tribune_words'
         when l.language = 'fr' then 'public.tribune_french' else 'public.tribune_english' end::regconfig as config) words
     order by found.rank desc, found.id desc`,
    [
      find.query,
      after?.value ?? 0,
      after?.id ?? 0,
      limit + 1,
      headline,
      String(find.exact),
      find.from,
      find.to,
    ],
  );
}

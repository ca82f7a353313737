import type { Language } from "#app/languages/language.ts";
import { askNewestFirst, headline, newest, parted, type Period } from "#app/search/find.server.ts";
import type { Question } from "#app/search/question.ts";
import { searchText } from "./search-text.ts";

/** A public signature that was found; hits in `name`, `role` and `affiliation` are marked. */
export type FoundSignatory = {
  id: number;
  name: string;
  role: string;
  affiliation: string;
  kind: "person" | "organisation";
  imported: boolean;
  signedAt: Date;
  slug: string;
  title: string;
  language: Language;
};

const text = (found: string) => `
  with found as (${found})
  select s.id, s.kind, s.origin = 'import' as imported, s.signed_at as "signedAt", l.slug, l.title, l.language,
    ts_headline('public.tribune_words', ${parted("s.name")}, $1::tsquery, $4 || ',HighlightAll=true') as name,
    ts_headline('public.tribune_words', ${parted("s.role")}, $1::tsquery, $4 || ',HighlightAll=true') as role,
    ts_headline('public.tribune_words', ${parted("s.affiliation")}, $1::tsquery, $4 || ',HighlightAll=true') as affiliation
  from found
  join signatures s on s.letter_id = found.letter_id and s.id = found.id
  join letters l on l.id = s.letter_id
  order by s.id desc`;

const shown = `state = 'confirmed' and name_shown and id < $2::bigint
  and signed_at >= $5::text::timestamptz and signed_at < $6::text::timestamptz`;
const answers = "to_tsvector('simple', search_text) @@ $1::tsquery";

/** The two ways of `searchSignatories`, so that a test can ask for their plans. */
export const searchSignatoriesTexts = {
  amongNewest: text(`
    select id, letter_id from (
      select id, letter_id, search_text from signatures where ${shown} order by id desc limit ${newest}
    ) s
    where ${answers} order by id desc limit $3`),
  byWords: text(`
    select id, letter_id from signatures where ${shown} and ${answers} order by id + 0 desc limit $3`),
};

/** A question as the names of signatories are indexed: every word a beginning, phrases word for word. */
export function signatoryQuery({ words, phrases }: Question): string {
  const folded = (text: string) => searchText(text).split(" ").filter(Boolean);
  return [
    ...words.flatMap(folded).map((word) => `'${word}':*`),
    ...phrases.map((phrase) =>
      folded(phrase)
        .map((word) => `'${word}'`)
        .join(" <-> "),
    ),
  ]
    .filter(Boolean)
    .join(" & ");
}

/**
 * Signatories whose public name, role or affiliation answers a question, the newest first. Only what they chose to
 * show is found.
 * @param after the id of the last one of the page before
 * @returns `limit` signatures and one more when there is a next page
 */
export function searchSignatories(
  question: Question,
  { from, to }: Period,
  after: number | null,
  limit: number,
): Promise<FoundSignatory[]> {
  const before = after ?? Number.MAX_SAFE_INTEGER;
  const values = [signatoryQuery(question), before, limit + 1, headline, from, to];
  return askNewestFirst<FoundSignatory>(searchSignatoriesTexts, values, limit + 1);
}

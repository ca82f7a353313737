import { sql } from "#db/sql.ts";
import { hit } from "./hit.ts";
import type { Question } from "./question.ts";
import type { Days } from "./search-page.ts";

/** How PostgreSQL cuts an excerpt and marks the hits in it. */
export const headline = `StartSel="${hit.begins}",StopSel="${hit.ends}",MaxWords=34,MinWords=18,MaxFragments=2,FragmentDelimiter=" … "`;

/** From a moment on until before another one, as PostgreSQL reads them. */
export type Period = { from: string; to: string };

/** A question in PostgreSQL's terms, the period asked for, and whether hits are found again word for word. */
export type Find = Period & { query: string; exact: boolean };

/**
 * A column's text as an excerpt is cut from it: the parser of a database whose locale is C would take a curly
 * apostrophe and a no-break space for letters. Shown, the apostrophe is curly again (excerpt.tsx).
 */
export const parted = (column: string) =>
  `translate(${column}, E'\\u2019\\u02bc\\u00a0\\u202f', E'\\x27\\x27  ')`;

/**
 * Translates a question: both languages' stems, beginnings of words, phrases (search_question in db/migrations), and
 * days in Paris, each with its whole length; null leaves an end open.
 */
export async function prepareFind(
  { words, phrases }: Question,
  { since, until }: Days = { since: null, until: null },
): Promise<Find> {
  const [row] = await sql<(Period & { query: string })[]>`
    select search_question(${words}::text[], ${phrases}::text[])::text as query,
      coalesce(${since}::date::timestamp at time zone 'Europe/Paris', '-infinity')::text as "from",
      coalesce((${until}::date + 1)::timestamp at time zone 'Europe/Paris', 'infinity')::text as "to"`;
  return { query: "", from: "-infinity", to: "infinity", ...row, exact: phrases.length > 0 };
}

/** So many of what answers are weighed against each other where the closest come first. */
export const weighed = 1000;

/** So many of the newest are looked through one by one before the index of words is asked. */
export const newest = 1000;

/**
 * Asks for what answers a question, the newest first. A word that many say is found among the newest; the others are
 * rare enough to be fetched by their index and sorted. PostgreSQL has to guess which of the two a word is, and where it
 * guessed wrong it read a million rows.
 * @param texts the SQL of both ways, with the same values; `limit` rows are a full page
 */
export async function askNewestFirst<Row>(
  texts: { amongNewest: string; byWords: string },
  values: (string | number)[],
  limit: number,
): Promise<Row[]> {
  const recent = await ask<Row>(texts.amongNewest, values);
  return recent.length >= limit ? recent : ask<Row>(texts.byWords, values);
}

/**
 * Asks with a plan made for these very values: how rare a word is decides whether its index or the order of time
 * is the shorter way, and a plan kept for all words would be wrong for half of them.
 * @param text SQL with $1, $2 … for `values`
 */
export async function ask<Row>(text: string, values: (string | number)[]): Promise<Row[]> {
  return [...((await sql.unsafe(text, values)) as unknown as Row[])];
}

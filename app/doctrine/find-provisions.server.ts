import type { Language } from "#app/languages/language.ts";
import { ask, prepareFind, weighed } from "#app/search/find.server.ts";
import { readQuestion } from "#app/search/question.ts";
import type { ProvisionKind } from "./provision.ts";
import { wordsOf } from "./search-provisions.server.ts";
import { readNumber } from "./provision-number.ts";

/** A provision of a newest revision, as a list of finds names it. */
export type OfferedProvision = {
  text: string;
  textTitle: string;
  language: Language;
  provision: string;
  revision: string;
  kind: ProvisionKind;
  number: string;
  title: string;
  /** The beginning of what it says. */
  beginning: string;
};

const shown = (found: string) => `
  with found as (${found})
  select t.slug as text, r.title as "textTitle", t.language, s.slug as provision, r.dated as revision, s.kind, s.number,
    s.title, left(s.body, 160) as beginning
  from found
  join doctrine_texts t on t.id = found.text_id
  join lateral (select id, title, dated from revisions where text_id = t.id order by dated desc limit 1) r on true
  join provision_states s on s.revision_id = r.id and s.provision_id = found.provision_id
  order by found.nearness, found.provision_id`;

/** Provisions of a number, those of the kind that was named first; then those whose number begins so. */
export const numberText = shown(`
  select provision_id, text_id, row_number() over (
    order by w.number_key <> key, w.kind <> $2, length(w.number_key), w.number_key, w.provision_id) as nearness
  from provision_number_key($1) as key
  join provision_words w on w.number_key >= key and w.number_key < key || '~' collate "C"
  order by nearness limit $3`);

const wordsText = shown(`
  select w.provision_id, w.text_id, -ts_rank(w.search, $1::tsquery) as nearness
  from provisions_saying($1::tsquery, null, ${weighed}) said cross join lateral (${wordsOf("said")}) w
  order by nearness, w.provision_id limit $2`);

/**
 * Provisions of every text as its newest revision has them: by number ("L100-1", "règle 9") and, behind those, by words.
 * @returns `limit` at most
 */
export async function findProvisions(typed: string, limit: number): Promise<OfferedProvision[]> {
  const number = readNumber(typed);
  const question = readQuestion(typed);
  const numbered = number
    ? await ask<OfferedProvision>(numberText, [number.number, number.kind ?? "", limit])
    : [];
  if (!question || numbered.length >= limit) return numbered;
  const { query } = await prepareFind(question);
  const said = await ask<OfferedProvision>(wordsText, [query, limit]);
  const known = new Set(numbered.map(addressOf));
  return [...numbered, ...said.filter((one) => !known.has(addressOf(one)))].slice(0, limit);
}

const addressOf = ({ text, provision }: OfferedProvision) => `${text}/${provision}`;

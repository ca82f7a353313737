import type { DocumentNode } from "#app/letters/document.ts";
import type { Language } from "#app/languages/language.ts";
import { type Queryable, sql, type Transaction } from "#db/sql.ts";
import { type Citation, citationsIn, placeOf } from "./citation.ts";
import { type CitedPassage, shortened } from "./cited-passage.ts";

type Found = {
  place: number;
  textId: number;
  revisionId: number;
  provisionId: number;
  title: string;
  language: Language;
  /** The provision's address today. */
  slug: string;
  body: string;
  heading: string;
  state: "same" | "changed" | "repealed";
};

/**
 * What citations lead to, in one question: the provision that had the slug in that revision, else the one that has it
 * now and was there. Null where there is none.
 */
async function lookUp(db: Queryable, citations: Citation[]): Promise<(Found | null)[]> {
  if (citations.length === 0) return [];
  const rows = await db<Found[]>`
    with asked as (
      select * from unnest(${citations.map(({ text }) => text)}::text[], ${citations.map(({ revision }) => revision)}::date[],
        ${citations.map(({ provision }) => provision)}::text[]) with ordinality as asked (text, dated, slug, place)
    )
    select asked.place::int as place, t.id as "textId", r.id as "revisionId", s.provision_id as "provisionId",
      r.title, t.language, p.slug, left(s.body, 1000) as body, s.title as heading,
      case when now.provision_id is null then 'repealed'
        when (now.title, now.body) is distinct from (s.title, s.body) then 'changed' else 'same' end as state
    from asked
    join doctrine_texts t on t.slug = asked.text
    join revisions r on r.text_id = t.id and r.dated = asked.dated
    join lateral (
      select id from revisions where text_id = t.id order by dated desc limit 1
    ) newest on true
    join lateral (
      select provision_id, title, body from provision_states where revision_id = r.id and slug = asked.slug
      union all
      select s.provision_id, s.title, s.body from provisions p
      join provision_states s on s.provision_id = p.id and s.revision_id = r.id
      where p.text_id = t.id and p.slug = asked.slug
      limit 1
    ) s on true
    join provisions p on p.id = s.provision_id
    left join provision_states now on now.revision_id = newest.id and now.provision_id = s.provision_id`;
  const found = new Map(rows.map((row) => [row.place, row]));
  return citations.map((_, place) => found.get(place + 1) ?? null);
}

/**
 * The passages that the citations of a document lead to, in its order, null for what does not exist; and the texts they
 * are of, for the page that shows them is made of those too.
 * @returns `unknown` as `unknownCitations` gives it
 */
export async function readCitedPassages(
  document: DocumentNode,
): Promise<{ passages: (CitedPassage | null)[]; textIds: number[]; unknown: string[] }> {
  const citations = citationsIn(document);
  const found = await lookUp(sql, citations);
  return {
    passages: found.map((one) => {
      if (!one) return null;
      const { title, language, slug, heading, body, state } = one;
      return { title, language, slug, passage: shortened(body || heading), state };
    }),
    textIds: [...new Set(found.flatMap((one) => one?.textId ?? []))],
    unknown: namesOf(citations.filter((_, place) => !found[place])),
  };
}

/** The labels of a document's citations that lead to no text, revision or provision, each with where it should lead. */
export async function unknownCitations(db: Queryable, document: DocumentNode): Promise<string[]> {
  const citations = citationsIn(document);
  const found = await lookUp(db, citations);
  return namesOf(citations.filter((_, place) => !found[place]));
}

const namesOf = (citations: Citation[]) => [
  ...new Set(citations.map((citation) => `${citation.label} (${placeOf(citation)})`)),
];

/**
 * Writes what a version's text points at, in its order.
 * @throws when something it points at does not exist: `unknownCitations` is asked before
 */
export async function writeCitations(
  tx: Transaction,
  letterId: number,
  version: number,
  document: DocumentNode,
): Promise<void> {
  const found = await lookUp(tx, citationsIn(document));
  if (found.length === 0) return;
  const rows = found.map((one, place) => {
    if (!one)
      throw new Error(`citation ${place + 1} of version ${version} of letter ${letterId} leads nowhere`);
    const { provisionId, revisionId } = one;
    return {
      letter_id: letterId,
      version_number: version,
      position: place + 1,
      provision_id: provisionId,
      revision_id: revisionId,
    };
  });
  await tx`insert into citations ${tx(rows)}`;
}

import { LRUCache } from "lru-cache";
import { sql } from "#db/sql.ts";
import type { DoctrineText, OutlineEntry, ProvisionCounts, Revision } from "./doctrine-text.ts";

/** A text in the list of texts, with what was said of it in numbers. */
export type ListedText = {
  id: number;
  slug: string;
  title: string;
  language: DoctrineText["language"];
  /** The day of its newest revision. */
  dated: string;
  revisionCount: number;
  /** Its provisions that have nothing below them: articles, rules, requirements. */
  pieceCount: number;
  comments: number;
  /** Letters whose current version cites it. */
  letters: number;
};

/** Every text, the one that changed last first. There are few: an administrator imports each. */
export async function listTexts(): Promise<ListedText[]> {
  return sql<ListedText[]>`
    select t.id, t.slug, t.title, t.language, newest.dated, newest.pieces as "pieceCount",
      (select count(*)::int from revisions r where r.text_id = t.id) as "revisionCount",
      (select coalesce(sum(d.comment_count), 0)::int from provisions p join discussions d on d.provision_id = p.id
        where p.text_id = t.id) as comments,
      (select count(distinct c.letter_id)::int from provisions p join citations c on c.provision_id = p.id
        join letters l on l.id = c.letter_id and l.current_version = c.version_number
        where p.text_id = t.id and l.state not in ('draft', 'hidden')) as letters
    from doctrine_texts t
    join lateral (
      select r.dated, (
        select count(*)::int from provision_states s where s.revision_id = r.id and s.descendants = 0) as pieces
      from revisions r where r.text_id = t.id order by r.dated desc limit 1) newest on true
    order by newest.dated desc, t.id desc`;
}

/** A text with its revisions, or null. */
export async function readText(slug: string): Promise<DoctrineText | null> {
  const [text] = await sql<DoctrineText[]>`
    select t.id, t.slug, t.title, t.language, json_agg(json_build_object('id', r.id, 'dated', r.dated,
      'title', r.title, 'source', r.source, 'provisionCount', r.provision_count) order by r.dated desc) as revisions
    from doctrine_texts t join revisions r on r.text_id = t.id where t.slug = ${slug} group by t.id`;
  return text ?? null;
}

/** Outlines that are read now, at most so many provisions together. */
const outlines = new LRUCache<string, OutlineEntry[]>({
  maxSize: 100_000,
  sizeCalculation: (outline) => outline.length + 1,
});

/**
 * A revision without its texts, in the order of reading. A revision never changes, but the addresses of its
 * provisions follow the newest one.
 */
export async function readOutline(text: DoctrineText, revision: Revision): Promise<OutlineEntry[]> {
  const key = `${revision.id} ${Math.max(...text.revisions.map(({ id }) => id))}`;
  const known = outlines.get(key);
  if (known) return known;
  const outline = await sql<OutlineEntry[]>`
    select s.provision_id as id, p.slug as address, s.slug, s.parent_id as "parentId", s.position, s.depth, s.descendants,
      s.kind, s.number, s.title, s.change, length(s.body) as size
    from provision_states s join provisions p on p.id = s.provision_id
    where s.revision_id = ${revision.id} order by s.position`;
  const plain = [...outline];
  outlines.set(key, plain);
  return plain;
}

/** The texts of the provisions at these positions of a revision, by the provisions' ids. */
export async function readBodies(revisionId: number, from: number, to: number): Promise<Map<number, string>> {
  const rows = await sql<{ id: number; body: string }[]>`
    select provision_id as id, body from provision_states
    where revision_id = ${revisionId} and position between ${from} and ${to}`;
  return new Map(rows.map(({ id, body }) => [id, body]));
}

/**
 * What was said of the provisions at these positions of a revision, by their ids; those of which nothing was said are
 * left out. A letter counts when its current version cites the provision, an official's standing disposition as one answer.
 */
export async function countPart(
  textId: number,
  revisionId: number,
  from: number,
  to: number,
): Promise<Map<number, ProvisionCounts>> {
  const rows = await sql<({ id: number } & ProvisionCounts)[]>`
    with part as (
      select provision_id as id from provision_states
      where revision_id = ${revisionId} and position between ${from} and ${to}
    ), citing as (
      select c.provision_id as id, count(distinct c.letter_id)::int as letters
      from part join citations c on c.provision_id = part.id
      join letters l on l.id = c.letter_id and l.current_version = c.version_number
      where l.state not in ('draft', 'hidden') group by c.provision_id
    ), answered as (
      select d.provision_id as id, count(*)::int as answers
      from official_answers a join comments c on c.id = a.comment_id join discussions d on d.id = c.discussion_id
      where a.text_id = ${textId} and c.deleted_at is null and c.hidden_at is null group by d.provision_id
    ), disposed as (
      select part.id from part where exists (select from dispositions where provision_id = part.id)
    )
    select part.id, d.comment_count as comments, coalesce(citing.letters, 0) as letters,
      coalesce(answered.answers, 0) + (disposed.id is not null)::int as answers
    from part join discussions d on d.provision_id = part.id
    left join citing on citing.id = part.id
    left join answered on answered.id = part.id
    left join disposed on disposed.id = part.id
    where d.comment_count > 0 or citing.id is not null or answered.id is not null or disposed.id is not null`;
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

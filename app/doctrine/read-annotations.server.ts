import { sql } from "#db/sql.ts";
import type { Stance } from "#app/discussion/comment.ts";
import type { Language } from "#app/languages/language.ts";
import type { ProvisionKind } from "./provision.ts";

/** A passage of a provision that comments are anchored in, on the revision that is read. */
export type DiscussedPassage = {
  start: number;
  end: number;
  exact: string;
  /** Comments on exactly this passage, and the first of them: the passage is known by it. */
  comments: number;
  first: number;
  /** Its newest comments, at most five. */
  newest: { id: number; author: string | null; stance: Stance }[];
  /** Whether one of them was made on an earlier text of the provision. */
  carried: boolean;
};

/** So many passages are marked in one provision: the most discussed. */
const mostPassages = 200;

/**
 * The passages that are discussed in a provision as one revision has it, in the order of the text. Those that the
 * revision does not have are not among them (readOrphans).
 */
export async function readPassages(provisionId: number, revisionId: number): Promise<DiscussedPassage[]> {
  const passages = await sql<DiscussedPassage[]>`
    with placed as (
      select an.comment_id, coalesce(pl.start_at, an.start_at) as start_at, coalesce(pl.end_at, an.end_at) as end_at,
        an.exact, coalesce(pl.state, 'exact') as state
      from annotations an
      join comments c on c.id = an.comment_id and c.deleted_at is null and c.hidden_at is null
      left join annotation_places pl on pl.comment_id = an.comment_id and pl.revision_id = ${revisionId}
      where an.provision_id = ${provisionId} and (an.revision_id = ${revisionId} or pl.state <> 'orphan')
    )
    select start_at as start, end_at as end, min(exact) as exact, count(*)::int as comments, min(comment_id) as first,
      bool_or(state = 'carried') as carried,
      (select json_agg(json_build_object('id', c.id, 'author', a.name, 'stance', c.stance) order by c.id desc)
        from unnest((array_agg(comment_id order by comment_id desc))[1:5]) as shown
        join comments c on c.id = shown join accounts a on a.id = c.account_id) as newest
    from placed group by start_at, end_at order by count(*) desc, start_at, end_at limit ${mostPassages}`;
  return passages.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A comment whose passage a revision does not have, with the passage as it was. */
export type Orphan = { id: number; exact: string; author: string | null; revision: string };

/** The comments on a provision that are anchored nowhere in a revision, the newest first, at most a hundred. */
export async function readOrphans(provisionId: number, revisionId: number): Promise<Orphan[]> {
  return sql<Orphan[]>`
    select c.id, an.exact, a.name as author, r.dated as revision
    from annotations an
    join annotation_places pl on pl.comment_id = an.comment_id and pl.revision_id = ${revisionId}
    join comments c on c.id = an.comment_id and c.deleted_at is null and c.hidden_at is null
    join accounts a on a.id = c.account_id
    join revisions r on r.id = an.revision_id
    where an.provision_id = ${provisionId} and pl.state = 'orphan'
    order by c.id desc limit 100`;
}

/** A provision's own text in one revision, to be quoted. */
export type Quotable = {
  discussionId: number;
  textId: number;
  provisionId: number;
  revisionId: number;
  /** The provision's address today. */
  address: string;
  /** The text's title and language. */
  title: string;
  language: Language;
  revision: string;
  number: string;
  heading: string;
  kind: ProvisionKind;
  body: string;
};

/**
 * What can be quoted of a provision, which an address that names a revision calls by its name there (readProvision).
 * @param revision the day of a revision; null for the newest that has the provision
 */
export async function readQuotable(
  { text, provision }: { text: string; provision: string },
  revision: string | null,
): Promise<Quotable | null> {
  const [found] = await sql<Quotable[]>`
    select d.id as "discussionId", t.id as "textId", p.id as "provisionId", r.id as "revisionId",
      p.slug as address, t.title, t.language,
      r.dated as revision, s.number, s.title as heading, s.kind, s.body
    from provisions p
    join doctrine_texts t on t.id = p.text_id
    join discussions d on d.provision_id = p.id
    join provision_states s on s.provision_id = p.id
    join revisions r on r.id = s.revision_id
    where t.slug = ${text} and (${revision}::text is null or r.dated::text = ${revision}::text)
      and p.id = coalesce(
        (select named.provision_id from provision_states named join revisions n on n.id = named.revision_id
          where n.text_id = t.id and n.dated::text = ${revision}::text and named.slug = ${provision}),
        (select id from provisions where text_id = t.id and slug = ${provision}))
    order by r.dated desc limit 1`;
  return found ?? null;
}

/** An annotation with everything that the Web Annotation Data Model asks for. */
export type Annotation = {
  id: number;
  /** Null when the account was deleted, or the words are hidden. */
  author: string | null;
  /** Empty when moderation hid it. */
  body: string;
  /** Why moderation hid its words; null for all others. */
  hiddenFor: string | null;
  stance: Stance;
  createdAt: Date;
  editedAt: Date | null;
  /** The provision's address today. */
  provision: string;
  /** Its name in the revision that it was made on, and that revision's day. */
  slug: string;
  revision: string;
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
};

const columns = () => sql`
  c.id, case when c.hidden_at is null then a.name end as author, c.hidden_for as "hiddenFor",
  case when c.hidden_at is null then c.body else '' end as body, c.stance, c.created_at as "createdAt", c.edited_at as "editedAt", p.slug as provision,
  s.slug, r.dated as revision, an.exact, an.prefix, an.suffix, an.start_at as start, an.end_at as end`;

const everything = () => sql`
  from annotations an
  join comments c on c.id = an.comment_id and c.deleted_at is null
  join accounts a on a.id = c.account_id
  join provisions p on p.id = an.provision_id
  join revisions r on r.id = an.revision_id
  join provision_states s on s.revision_id = an.revision_id and s.provision_id = an.provision_id`;

/** A text's annotations by their ids, at most `limit` after one of them. */
export async function listAnnotations(textId: number, after: number, limit: number): Promise<Annotation[]> {
  return sql<Annotation[]>`
    select ${columns()} ${everything()}
    where p.text_id = ${textId} and an.comment_id > ${after} order by an.comment_id limit ${limit}`;
}

/** How many annotations a text has. */
export async function countAnnotations(textId: number): Promise<number> {
  const [row] = await sql<{ annotations: number }[]>`
    select count(*)::int as annotations ${everything()} where p.text_id = ${textId}`;
  return row?.annotations ?? 0;
}

/** One of a text's annotations; null when there is none by that id. */
export async function readAnnotation(textId: number, id: number): Promise<Annotation | null> {
  const [annotation] = await sql<Annotation[]>`
    select ${columns()} ${everything()} where p.text_id = ${textId} and an.comment_id = ${id}`;
  return annotation ?? null;
}

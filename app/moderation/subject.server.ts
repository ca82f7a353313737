import { toldPlace } from "#app/discussion/discussion.server.ts";
import type { Language } from "#app/languages/language.ts";
import { type Queryable, sql } from "#db/sql.ts";
import { isUnseen, type ReportReason, type SubjectKind } from "./reason.ts";
import { type Removal, removalOf } from "./removal.server.ts";

/** Something that was reported, as it stands now. */
export type Subject = {
  kind: SubjectKind;
  id: number;
  /** Its address, and what it is or is said about, in that one's language. */
  path: string;
  title: string;
  language: Language;
  /** What it says. Hidden words stand here too: this is for moderators and for their author. */
  words: string;
  /** Names the words: a decision is made on this very text. */
  made: string;
  /** Deleted, withdrawn, merged: nothing is left to decide on. */
  gone: boolean;
  hiddenFor: ReportReason | null;
  /** The provision that it was removed for, where that is why. */
  removedFor: Removal | null;
  /** Why parts of a comment are hidden. */
  partHiddenFor: ReportReason | null;
  locked: boolean;
  /** Whose words it is. Null when nobody has an account. */
  author: { id: number; name: string | null } | null;
  /** Where the public log says that it was. */
  letterId: number | null;
  textId: number | null;
  organisationId: number | null;
};

/** Account `a` as the author. */
const author = () => sql`
  case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end as author`;

const questions = {
  comment: (id: number) => sql<Subject[]>`
    select 'comment' as kind, c.id, told.path || '/' || c.id as path, told.title, told.language,
      said.words, md5(said.words) as made, c.deleted_at is not null as gone,
      c.hidden_for as "hiddenFor", c.part_hidden_for as "partHiddenFor", root.locked_at is not null as locked, ${author()}, told.letter_id as "letterId",
      told.text_id as "textId", null::bigint as "organisationId"
    from comments c
    cross join ${sql.unsafe(toldPlace("c.discussion_id"))}
    join comments root on root.id = coalesce(c.root_id, c.id)
    join accounts a on a.id = c.account_id
    left join hidden_words w on w.comment_id = c.id
    left join partly_hidden part on part.comment_id = c.id
    cross join lateral (select coalesce(part.body, w.body, c.body) as words) said
    where c.id = ${id}`,
  letter: (id: number) => sql<Subject[]>`
    select 'letter' as kind, l.id, '/letters/' || l.slug as path, l.title, l.language, l.title || E'\n\n' || l.summary as words,
      v.sha256 as made, false as gone, l.hidden_for as "hiddenFor", null as "partHiddenFor", false as locked, ${author()}, l.id as "letterId",
      null::bigint as "textId", null::bigint as "organisationId"
    from letters l join accounts a on a.id = l.created_by
    join letter_versions v on v.letter_id = l.id and v.number = l.current_version
    where l.id = ${id} and l.state <> 'draft'`,
  organisation: (id: number) => sql<Subject[]>`
    select 'organisation' as kind, o.id, '/organisations/' || o.slug as path, said.name as title, 'en' as language,
      said.name || E'\n\n' || said.about as words, md5(said.name || E'\n' || said.about || E'\n' || said.website) as made,
      o.merged_into is not null as gone, o.hidden_for as "hiddenFor", null as "partHiddenFor", false as locked, ${author()}, null::bigint as "letterId",
      null::bigint as "textId", o.id as "organisationId"
    from organisations o
    left join hidden_organisations h on h.organisation_id = o.id
    cross join lateral (
      select coalesce(h.name, o.name) as name, coalesce(h.about, o.about) as about, coalesce(h.website, o.website) as website
    ) said
    left join lateral (
      select m.account_id from organisation_members m where m.organisation_id = o.id and m.role = 'owner'
      order by m.joined_at, m.account_id limit 1) owner on true
    left join accounts a on a.id = owner.account_id
    where o.id = ${id}`,
  // A signature without its name in public shows nothing that could be reported; the index knows the others by id.
  signature: (id: number) => sql<Subject[]>`
    select 'signature' as kind, s.id, '/letters/' || l.slug || '/signatures' as path, l.title, l.language,
      concat_ws(E'\n', s.name, nullif(s.role, ''), nullif(s.affiliation, ''), nullif(s.statement, '')) as words,
      md5(s.name || s.role || s.affiliation || s.statement) as made, false as gone,
      h.hidden_for as "hiddenFor", null as "partHiddenFor", false as locked, ${author()}, l.id as "letterId", null::bigint as "textId",
      null::bigint as "organisationId"
    from signatures s join letters l on l.id = s.letter_id
    left join hidden_signatures h on h.letter_id = s.letter_id and h.signature_id = s.id and not h.with_organisation
    left join accounts a on a.deleted_at is null
      and case when s.account_id is not null then a.id = s.account_id else a.email = s.email end
    where s.id = ${id} and s.state = 'confirmed' and (s.name_shown or h.signature_id is not null) and l.state <> 'draft'`,
  held: (id: number) => sql<Subject[]>`
    select 'held' as kind, h.id,
      told.path || coalesce('/' || coalesce(h.released_as, h.edits_id), '') as path,
      told.title, told.language, coalesce(h.body, w.body, c.body, '') as words, md5(coalesce(h.body, h.state)) as made,
      h.state = 'withdrawn' or c.deleted_at is not null as gone, null as "hiddenFor", null as "partHiddenFor", false as locked, ${author()},
      told.letter_id as "letterId", told.text_id as "textId", null::bigint as "organisationId"
    from held_comments h
    cross join ${sql.unsafe(toldPlace("h.discussion_id"))}
    join accounts a on a.id = h.account_id
    left join comments c on c.id = h.released_as
    left join hidden_words w on w.comment_id = c.id
    where h.id = ${id}`,
  // What was submitted is shown to moderators as long as it is what they were asked to read, and once it is published.
  submission: (id: number) => sql<Subject[]>`
    select 'submission' as kind, s.id,
      '/letters/' || l.slug || case when s.state = 'released' then '' when s.version_number = 1 then '/publish'
        else '/revise/compare' end as path,
      coalesce(said.title, '№ ' || s.id) as title, l.language,
      coalesce(said.title || E'\n\n' || said.summary, '') as words, s.sha256 || '-' || s.revision as made,
      s.state = 'withdrawn' or said.title is null as gone, null as "hiddenFor", null as "partHiddenFor", false as locked, ${author()},
      case when l.published_at is not null then l.id end as "letterId", null::bigint as "textId",
      null::bigint as "organisationId"
    from submissions s join letters l on l.id = s.letter_id
    join accounts a on a.id = s.account_id
    left join letter_revisions r on r.letter_id = l.id
    left join lateral (
      select l.title, l.summary where s.state = 'released'
      union all
      select l.title, l.summary
      where s.state in ('waiting', 'refused') and s.version_number = 1 and l.state = 'draft'
        and l.draft_revision = s.revision
      union all
      select r.title, r.summary
      where s.state in ('waiting', 'refused') and s.version_number > 1 and r.based_on = s.version_number - 1
        and r.revision = s.revision
    ) said on true
    where s.id = ${id}`,
} as const;

/** What a kind and an id name; null when the public never saw it, or sees it no more and nothing tells of it. */
export async function readSubject(
  kind: SubjectKind,
  id: number,
  db: Queryable = sql,
): Promise<Subject | null> {
  const [subject] = await db<Subject[]>`
    select subject.*, ${removalOf(sql`k.kind = ${kind} and k.subject_id = ${id}`)} as "removedFor"
    from (${questions[kind](id)}) as subject`;
  return subject ?? null;
}

/** The id of what a report's address names: a comment or a signature by its id, the others by their slug. */
export async function subjectNamed(kind: SubjectKind, name: string): Promise<number | null> {
  if (isUnseen(kind)) return null;
  if (kind === "comment" || kind === "signature") return /^[1-9]\d{0,14}$/.test(name) ? Number(name) : null;
  const [found] =
    kind === "letter"
      ? await sql<{ id: number }[]>`select id from letters where slug = ${name} and state <> 'draft'`
      : await sql<{ id: number }[]>`select id from organisations where slug = ${name}`;
  return found?.id ?? null;
}

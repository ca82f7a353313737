import { slowModeAt } from "#app/moderation/slow-mode.server.ts";
import { type Queryable, sql } from "#db/sql.ts";
import type { Discussion, Place } from "./place.ts";

/** The id of a place's discussion as a subquery; null where the public sees nothing. */
export const discussionAt = (place: Place) =>
  "letter" in place
    ? sql`(
        select d.id from discussions d join letters l on l.id = d.letter_id
        where l.slug = ${place.letter} and l.state not in ('draft', 'hidden'))`
    : sql`(
        select d.id from discussions d join provisions p on p.id = d.provision_id
        join doctrine_texts t on t.id = p.text_id where t.slug = ${place.text} and p.slug = ${place.provision})`;

/** Where a provision's discussion is today; null when it is no provision's. */
export async function provisionPlaceOf(db: Queryable, discussionId: number): Promise<Place | null> {
  const [place] = await db<{ text: string; provision: string }[]>`
    select t.slug as text, p.slug as provision
    from discussions d join provisions p on p.id = d.provision_id join doctrine_texts t on t.id = p.text_id
    where d.id = ${discussionId}`;
  return place ?? null;
}

/** Whether a discussion is an archived letter's: it stays as it is. */
export async function isArchived(db: Queryable, discussionId: number): Promise<boolean> {
  const archived = await db`
    select 1 from discussions d join letters l on l.id = d.letter_id
    where d.id = ${discussionId} and l.state = 'archived'`;
  return archived.count === 1;
}

/** Where a comment is today; null when there is no such comment that the public sees. */
export async function placeOfComment(commentId: number): Promise<Place | null> {
  const [place] = await sql<{ letter: string | null; text: string; provision: string }[]>`
    select l.slug as letter, t.slug as text, p.slug as provision
    from comments c join discussions d on d.id = c.discussion_id
    left join letters l on l.id = d.letter_id and l.state not in ('draft', 'hidden')
    left join provisions p on p.id = d.provision_id left join doctrine_texts t on t.id = p.text_id
    where c.id = ${commentId} and (l.id is not null or p.id is not null)`;
  if (!place) return null;
  const { letter, text, provision } = place;
  return letter === null ? { text, provision } : { letter };
}

/**
 * Where the discussions of comments are, to be joined to them as `told`: path, title, language; and `letter_id` or
 * `text_id`. Of a letter that moderation hid there is no row. A provision is called by its number and its title, with the text's.
 * @param discussion the column that holds the discussion's id
 */
export const toldPlace = (discussion: string) => `
  lateral (
    select '/letters/' || l.slug || '/discussion' as path, l.title, l.language, l.id as letter_id, null::bigint as text_id
    from discussions d join letters l on l.id = d.letter_id and l.state <> 'hidden' where d.id = ${discussion}
    union all
    select '/doctrine/' || t.slug || '/' || p.slug || '/discussion',
      concat_ws(' ', nullif(s.number, ''), nullif(s.title, '')) || ' – ' || t.title, t.language, null, t.id
    from discussions d join provisions p on p.id = d.provision_id join doctrine_texts t on t.id = p.text_id
    join lateral (
      select number, title from provision_states where provision_id = p.id order by revision_id desc limit 1) s on true
    where d.id = ${discussion}
  ) told`;

/** A place's discussion, or null where the public sees nothing. */
export async function readDiscussion(place: Place): Promise<Discussion | null> {
  const [found] = await sql<Discussion[]>`
    select d.id, d.comment_count as "commentCount", d.last_comment_id as "lastCommentId", p.text_id as "textId", d.letter_id as "letterId",
      ${slowModeAt(sql`d.letter_id`, sql`p.text_id`)} as slow
    from discussions d left join provisions p on p.id = d.provision_id where d.id = ${discussionAt(place)}`;
  return found ?? null;
}

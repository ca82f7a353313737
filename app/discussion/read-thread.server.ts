import { sql } from "#db/sql.ts";
import type { Comment, Stance } from "./comment.ts";

const pageSize = 50;

/**
 * A page of a discussion in reading order, in one query: the comments after `after`, and above the first of them
 * the ancestors it answers, marked as context.
 * @param page.within the path of a comment: only it and what was replied below it
 * @param page.after the path of the last comment of the page before; "" for the first page
 */
export async function readThread(
  letterId: number,
  page: { within?: string; after: string },
): Promise<{ comments: Comment[]; next: string | null }> {
  const { within = "" } = page;
  const rows = await sql<Comment[]>`
    with page as (
      select id, path, depth from comments
      where letter_id = ${letterId} and path > ${page.after}
        ${within === "" ? sql`` : sql`and path >= ${within} and path < ${`${within}~`}`}
      order by path limit ${pageSize + 1}
    ), first as (
      select path, depth from page order by path limit 1
    ), shown as (
      select id, false as context from page
      union all
      select c.id, true from first
      cross join lateral generate_series(1, first.depth) as level
      join comments c on c.letter_id = ${letterId} and c.path = left(first.path, 8 * level)
    )
    select c.id, c.parent_id as "parentId", c.depth, c.path, c.account_id as "authorId", c.stance, c.reply_count as "replyCount",
      c.created_at as "createdAt", c.edited_at as "editedAt", c.deleted_at as "deletedAt", shown.context,
      case when c.deleted_at is null then a.name end as author,
      case when c.deleted_at is null then c.body else '' end as body
    from shown join comments c on c.id = shown.id join accounts a on a.id = c.account_id
    order by c.path`;
  const contexts = rows.filter((row) => row.context);
  const comments = rows.filter((row) => !row.context);
  const shown = comments.slice(0, pageSize);
  return {
    comments: [...contexts, ...shown],
    next: comments.length > pageSize ? (shown.at(-1)?.path ?? null) : null,
  };
}

/** Where a comment stands, or null when this letter's discussion has none by that id. */
export async function findComment(
  slug: string,
  commentId: number,
): Promise<{ path: string; letterId: number } | null> {
  const [comment] = await sql<{ path: string; letterId: number }[]>`
    select c.path, c.letter_id as "letterId" from comments c join letters l on l.id = c.letter_id
    where c.id = ${commentId} and l.slug = ${slug} and l.state <> 'draft'`;
  return comment ?? null;
}

/** The earlier wordings of a comment, the newest first; `replacedAt` is when each gave way to the next. */
export async function readEdits(
  commentId: number,
): Promise<{ number: number; body: string; stance: Stance; replacedAt: Date }[]> {
  return sql`
    select number, body, stance, replaced_at as "replacedAt" from comment_edits
    where comment_id = ${commentId} order by number desc limit 100`;
}

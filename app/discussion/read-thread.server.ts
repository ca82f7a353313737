import { officialAnswerColumn } from "#app/doctrine/read-official-answers.server.ts";
import { officialColumn } from "#app/identity/official.server.ts";
import { removalOf } from "#app/moderation/removal.server.ts";
import { sql } from "#db/sql.ts";
import type { Comment, Stance } from "./comment.ts";
import { discussionAt } from "./discussion.server.ts";
import type { Place } from "./place.ts";
import { sortColumn, type ThreadKey, type ThreadView } from "./thread-order.ts";

const pageSize = 20;
/** Of the replies below each comment of a page so many are shown with it, in reading order. */
const shownReplies = 7;

/**
 * Comments as a page shows them; `c` are comments, `a` their accounts, `v` the reader's votes. A hidden one has its words
 * for its author alone.
 */
const columns = (reader: number | null) => sql`
  c.id, c.parent_id as "parentId", c.depth, c.path, c.account_id as "authorId", c.stance,
  c.reply_count as "replyCount", c.descendant_count as "descendantCount", c.agree_count as "agreeCount",
  c.disagree_count as "disagreeCount", c.agreement, c.contest, v.agrees as vote, c.created_at as "createdAt",
  c.edited_at as "editedAt", c.deleted_at as "deletedAt", c.hidden_for as "hiddenFor",
  c.part_hidden_for as "partHiddenFor",
  case when c.hidden_at is not null then ${removalOf(sql`k.comment_id = c.id`)} end as "removedFor",
  (select root.locked_at is not null from comments root where root.id = coalesce(c.root_id, c.id)) as locked,
  case when c.deleted_at is null and c.hidden_at is null then a.name end as author,
  case when c.deleted_at is null and c.hidden_at is null then ${officialColumn(sql`c.account_id`)} end as official,
  ${officialAnswerColumn()} as "officialAnswer",
  case when c.deleted_at is not null then '' when c.hidden_at is null then c.body
    when c.account_id = ${reader ?? 0} then (select w.body from hidden_words w where w.comment_id = c.id)
    else '' end as body,
  (select json_build_object('exact', an.exact, 'revision', r.dated, 'newest', newest.dated,
      'state', coalesce(pl.state, 'exact'), 'language', t.language, 'there', exists (
        select 1 from provision_states s where s.revision_id = newest.id and s.provision_id = an.provision_id))
    from annotations an join revisions r on r.id = an.revision_id join doctrine_texts t on t.id = r.text_id
    join lateral (
      select id, dated from revisions n where n.text_id = r.text_id order by n.dated desc limit 1) newest on true
    left join annotation_places pl on pl.comment_id = an.comment_id and pl.revision_id = newest.id
    where an.comment_id = c.id and c.deleted_at is null and c.hidden_at is null) as passage,
  array(select m.name from comment_mentions m where m.comment_id = c.id) as mentions`;

const people = (reader: number | null) => sql`
  join accounts a on a.id = c.account_id
  left join comment_votes v on v.comment_id = c.id and v.account_id = ${reader ?? 0}`;

function beyond({ sort, after }: ThreadView) {
  if (!after) return sql``;
  const column = sortColumn[sort];
  if (column !== null) return sql`and (${sql(column)}, id) < (${after.value}, ${after.id})`;
  return sort === "oldest" ? sql`and id > ${after.id}` : sql`and id < ${after.id}`;
}

function order({ sort }: ThreadView) {
  const column = sortColumn[sort];
  if (column !== null) return sql`${sql(column)} desc, id desc`;
  return sort === "oldest" ? sql`id` : sql`id desc`;
}

type Row = Comment & { place: number; agreement: number; contest: number };

/**
 * The question behind `readThread`, not asked yet, so that a test can ask for its plan. The index of each order
 * gives the page's comments, the index on paths the replies below each of them.
 */
export function askThread(discussionId: number, above: number, view: ThreadView, reader: number | null) {
  const among =
    view.stance === null ? sql`above_id = ${above}` : sql`stance = ${view.stance} and deleted_at is null`;
  return sql<Row[]>`
    with top as (
      select path, row_number() over (order by ${order(view)})::int as place from comments
      where discussion_id = ${discussionId} and ${among} ${beyond(view)}
      order by ${order(view)} limit ${pageSize + 1}
    )
    select top.place, ${columns(reader)}
    from top
    cross join lateral (
      select * from comments below where below.path >= top.path and below.path < top.path || '~'
      order by below.path limit ${view.stance === null ? 1 + shownReplies : 1}
    ) c
    ${people(reader)}
    order by top.place, c.path`;
}

/**
 * A page of a discussion: comments in the order of `view`, each followed by the first replies below it. With a
 * stance it is a plain list of all that take it, at whatever depth.
 * @param above the comment whose replies are read; 0 for those that answer the letter or the provision itself
 * @param reader the account whose votes are shown, if any
 * @returns the comments, each after the one it answers, and the key of the next page
 */
export async function readThread(
  discussionId: number,
  above: number,
  view: ThreadView,
  reader: number | null,
): Promise<{ comments: Comment[]; next: ThreadKey | null }> {
  const rows = await askThread(discussionId, above, view, reader);
  const comments = rows.filter(({ place }) => place <= pageSize);
  const last = comments.length < rows.length ? rows.find(({ place }) => place === pageSize) : undefined;
  return { comments, next: last ? keyOf(last, view) : null };
}

function keyOf(row: Row, { sort }: ThreadView): ThreadKey {
  const values = {
    newest: 0,
    oldest: 0,
    "most-discussed": row.descendantCount,
    "most-agreed": row.agreement,
    contested: row.contest,
  };
  return { value: values[sort], id: row.id };
}

/** The question behind `readLine`, not asked yet. */
export function askLine(place: Place, commentId: number, reader: number | null) {
  return sql<Comment[]>`
    with asked as (
      select c.path from comments c where c.id = ${commentId} and c.discussion_id = ${discussionAt(place)}
    )
    select ${columns(reader)}
    from asked cross join lateral generate_series(8, length(asked.path), 8) as cut
    join comments c on c.path = left(asked.path, cut)
    ${people(reader)}
    order by c.path`;
}

/** A comment after all that it answers, the root first; empty when the place's discussion has none by that id. */
export function readLine(place: Place, commentId: number, reader: number | null): Promise<Comment[]> {
  return askLine(place, commentId, reader);
}

/** The earlier wordings of a comment, the newest first, none of one that is hidden, in whole or in part; `replacedAt` is when each gave way to the next. */
export async function readEdits(
  commentId: number,
): Promise<{ number: number; body: string; stance: Stance; replacedAt: Date }[]> {
  return sql`
    select number, body, stance, replaced_at as "replacedAt" from comment_edits
    where comment_id = ${commentId} and not exists (
      select 1 from comments c where c.id = ${commentId} and (c.hidden_at is not null or c.part_hidden_for is not null))
    order by number desc limit 100`;
}

/** What was added to a discussion after a comment: at most 100, the oldest first. */
export async function readNews(
  discussionId: number,
  after: number,
): Promise<{ id: number; parentId: number }[]> {
  return sql`
    select id, above_id as "parentId" from comments
    where id > ${after} and discussion_id = ${discussionId} order by id limit 100`;
}

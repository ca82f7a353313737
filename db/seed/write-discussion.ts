import { randomUUID } from "node:crypto";
import { pathOf } from "#app/discussion/comment.ts";
import { writeMentions } from "#app/discussion/write-mentions.server.ts";
import { annotate, findPassage } from "#app/doctrine/place-annotations.server.ts";
import type { Transaction } from "#db/sql.ts";
import { after, hour } from "./moments.ts";
import type { SampleComment } from "./sample-content.ts";
import { sampleDoctrine } from "./sample-doctrine.ts";

/** Who wrote a comment and all below it, as often as they did. */
export const authors = (comment: SampleComment): string[] => [
  comment.by,
  ...comment.replies.flatMap(authors),
];

/** The doctrine text that a discussion is about, and the revision that was read. */
export type Discussed = { id: number; revision: string };

/** All comments of a discussion, the votes on them, and their number. */
export async function writeDiscussion(
  tx: Transaction,
  discussionId: number,
  accountOf: (name: string) => number,
  begun: Date,
  comments: SampleComment[],
  text: Discussed | null = null,
): Promise<void> {
  for (const comment of comments)
    await writeComment(tx, { discussionId, text }, accountOf, begun, comment, null);
  await writeVotes(tx, discussionId);
  await tx`
    update discussions set
      comment_count = (select count(*) from comments where discussion_id = ${discussionId} and deleted_at is null),
      last_comment_id = coalesce((select max(id) from comments where discussion_id = ${discussionId}), 0)
    where id = ${discussionId}`;
}

/** A comment and, after it, its replies. */
async function writeComment(
  tx: Transaction,
  place: { discussionId: number; text: Discussed | null },
  accountOf: (name: string) => number,
  begun: Date,
  comment: SampleComment,
  parent: { id: number; rootId: number; depth: number; path: string } | null,
): Promise<void> {
  const { discussionId, text } = place;
  const at = after(begun, comment.hours * hour);
  const editedAt = comment.before === undefined ? null : after(at, hour / 2);
  const [{ id } = { id: 0 }] = await tx<{ id: number }[]>`
    select nextval(pg_get_serial_sequence('comments', 'id')) as id`;
  const path = pathOf(parent?.path ?? "", id);
  const depth = parent ? parent.depth + 1 : 0;
  await tx`
    insert into comments (id, discussion_id, parent_id, root_id, depth, path, account_id, stance, body, submission_key,
      reply_count, descendant_count, created_at, edited_at, deleted_at)
    overriding system value
    values (${id}, ${discussionId}, ${parent?.id ?? null}, ${parent?.rootId ?? null}, ${depth}, ${path},
      ${accountOf(comment.by)}, ${comment.deleted ? "neutral" : comment.stance},
      ${comment.deleted ? "-" : comment.body}, ${randomUUID()}, ${comment.replies.length},
      ${authors(comment).length - 1}, ${at}, ${editedAt},
      ${comment.deleted ? after(at, 20 * hour) : null})`;
  if (comment.before !== undefined)
    await tx`
      insert into comment_edits (comment_id, number, body, stance, replaced_at)
      values (${id}, 1, ${comment.before}, ${comment.stance}, ${editedAt})`;
  if (!comment.deleted) await writeMentions(tx, { id, discussionId, body: comment.body });
  if (text) await writeItsText(tx, discussionId, text, id, comment);
  const here = { id, rootId: parent?.rootId ?? id, depth, path };
  for (const reply of comment.replies) await writeComment(tx, place, accountOf, begun, reply, here);
}

/** What a comment on a rule is anchored in, and that it is an official's answer. */
async function writeItsText(
  tx: Transaction,
  discussionId: number,
  text: Discussed,
  commentId: number,
  { quote, official }: SampleComment,
): Promise<void> {
  if (quote !== undefined) {
    const found = await findPassage(tx, discussionId, { revision: text.revision, quote, start: null });
    if (found.outcome !== "found") throw new Error(`"${quote}" does not stand in the sample doctrine once`);
    await annotate(tx, commentId, found.passage);
  }
  if (official)
    await tx`
      insert into official_answers (comment_id, text_id, organisation_id)
      select ${commentId}, ${text.id}, id from organisations where slug = ${sampleDoctrine.official}`;
}

/** Everybody has a view of some comments: which, and whether they agree, looks like chance and is not. */
async function writeVotes(tx: Transaction, discussionId: number): Promise<void> {
  await tx`
    insert into comment_votes (comment_id, account_id, agrees, voted_at)
    select c.id, a.id, chance < 3 + c.id % 4, c.created_at + interval '1 minute' * (20 + 7 * a.id)
    from comments c
    join accounts a on a.id <> c.account_id
    cross join lateral (select (c.id * c.id * 7 + a.id * 13 + c.id * a.id * 5) % 17 as chance) as drawn
    where c.discussion_id = ${discussionId} and c.deleted_at is null and chance < 8`;
  await tx`
    update comments c set agree_count = v.agree, disagree_count = v.disagree
    from (
      select comment_id, count(*) filter (where agrees)::int as agree, count(*) filter (where not agrees)::int as disagree
      from comment_votes group by comment_id
    ) v
    where v.comment_id = c.id and c.discussion_id = ${discussionId}`;
}

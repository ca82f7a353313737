import { annotate, type FoundPassage } from "#app/doctrine/place-annotations.server.ts";
import { tellOfEdit } from "#app/notices/tell-of-comment.server.ts";
import type { Transaction } from "#db/sql.ts";
import { ancestorsOf, deepest, pathOf, type Stance } from "./comment.ts";
import { writeMentions } from "./write-mentions.server.ts";

/** Where a comment comes to stand: under nothing, or under another one. */
type Above = {
  id: number | null;
  rootId: number | null;
  path: string;
  depth: number;
  /** Whether moderation locked the thread. */
  locked: boolean;
  /** Whether it was deleted or hidden: its place stays. */
  gone: boolean;
};

/** The place under a comment of a discussion; undefined when there is no such comment. */
export async function placeUnder(
  tx: Transaction,
  discussionId: number,
  parentId: number | null,
): Promise<Above | undefined> {
  if (parentId === null) return { id: null, rootId: null, path: "", depth: -1, locked: false, gone: false };
  const [parent] = await tx<Above[]>`
    select coalesce(up.id, p.id) as id, coalesce(p.root_id, p.id) as "rootId", coalesce(up.path, p.path) as path,
      coalesce(up.depth, p.depth) as depth, p.deleted_at is not null or p.hidden_at is not null as gone,
      exists (select 1 from comments root where root.id = coalesce(p.root_id, p.id) and root.locked_at is not null) as locked
    from comments p left join comments up on up.id = p.parent_id and p.depth >= ${deepest}
    where p.id = ${parentId} and p.discussion_id = ${discussionId}`;
  return parent;
}

/**
 * Writes a comment to its place, counts it and notes whom it mentions. Nobody is told of it yet.
 * @param comment.saidAt when it was said, when that is not now
 * @returns its id; null when the key has posted before
 */
export async function writeComment(
  tx: Transaction,
  comment: {
    accountId: number;
    discussionId: number;
    stance: Stance;
    body: string;
    key: string;
    saidAt?: Date;
  },
  above: Above,
  passage: FoundPassage | null,
): Promise<number | null> {
  const { accountId, discussionId, stance, body, key, saidAt } = comment;
  // Posts in one thread wait for each other at its root: each counts on every comment above it.
  if (above.rootId !== null) await tx`select 1 from comments where id = ${above.rootId} for no key update`;
  const [{ id } = { id: 0 }] = await tx<
    { id: number }[]
  >`select nextval(pg_get_serial_sequence('comments', 'id')) as id`;
  const posted = await tx`
    insert into comments (id, discussion_id, parent_id, root_id, depth, path, account_id, stance, body, submission_key, created_at)
    overriding system value
    values (${id}, ${discussionId}, ${above.id}, ${above.rootId}, ${above.depth + 1}, ${pathOf(above.path, id)}, ${accountId},
      ${stance}, ${body}, ${key}, ${saidAt ?? tx`now()`})
    on conflict (submission_key) do nothing`;
  if (posted.count === 0) return null;
  if (above.id !== null)
    await tx`
      update comments set descendant_count = descendant_count + 1,
        reply_count = reply_count + case when id = ${above.id} then 1 else 0 end
      where path = any(${ancestorsOf(pathOf(above.path, id))})`;
  await tx`
    update discussions set comment_count = comment_count + 1, last_comment_id = greatest(last_comment_id, ${id})
    where id = ${discussionId}`;
  if (passage) await annotate(tx, id, passage);
  await writeMentions(tx, { id, discussionId, body });
  return id;
}

/** Gives a comment that the caller has locked other words, and tells whom they mention; the earlier ones stay readable. */
export async function rewordComment(
  tx: Transaction,
  commentId: number,
  { body, stance }: { body: string; stance: Stance },
): Promise<void> {
  await tx`
    insert into comment_edits (comment_id, number, body, stance)
    select c.id, coalesce((select max(number) from comment_edits e where e.comment_id = c.id), 0) + 1, c.body, c.stance
    from comments c where c.id = ${commentId}`;
  const [edited] = await tx<{ discussionId: number }[]>`
    update comments set body = ${body}, stance = ${stance}, edited_at = now()
    where id = ${commentId} returning discussion_id as "discussionId"`;
  if (!edited) return;
  await writeMentions(tx, { id: commentId, discussionId: edited.discussionId, body });
  await tellOfEdit(tx, commentId);
}

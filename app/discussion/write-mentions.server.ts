import type { Transaction } from "#db/sql.ts";
import { meantAmong, possibleNames } from "./mention.ts";

/**
 * Notes whom a comment mentions: accounts that have commented in this discussion. A name that two of them bear is
 * nobody's, for it would be a guess. Called anew after an edit.
 */
export async function writeMentions(
  tx: Transaction,
  comment: { id: number; discussionId: number; body: string },
): Promise<void> {
  await tx`delete from comment_mentions where comment_id = ${comment.id}`;
  const mentions = possibleNames(comment.body);
  if (mentions.length === 0) return;
  const found = await tx<{ id: number; name: string }[]>`
    select a.id, a.name from accounts a
    where lower(a.name) = any(array(select lower(n) from unnest(${mentions.flat()}::text[]) n)) and a.deleted_at is null
      and exists (
        select 1 from comments c where c.account_id = a.id and c.discussion_id = ${comment.discussionId} and c.deleted_at is null)`;
  const rows = meantAmong(mentions, found).map(({ id, name }) => ({
    comment_id: comment.id,
    account_id: id,
    name,
  }));
  if (rows.length > 0) await tx`insert into comment_mentions ${tx(rows)} on conflict do nothing`;
}

/** Takes a name out of the comments of others that mention an account, in all their states, because it is being deleted. */
export async function forgetMentions(tx: Transaction, accountId: number): Promise<void> {
  const mentions = await tx<{ id: number; name: string }[]>`
    delete from comment_mentions where account_id = ${accountId} returning comment_id as id, name`;
  for (const { id, name } of mentions) {
    const [typed, gone] = [`@${name}`, "@—"];
    await tx`update comments set body = replace(body, ${typed}, ${gone}) where id = ${id}`;
    await tx`update comment_edits set body = replace(body, ${typed}, ${gone}) where comment_id = ${id}`;
  }
}

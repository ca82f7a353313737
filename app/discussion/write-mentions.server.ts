import type { Transaction } from "#db/sql.ts";
import { meantAmong, possibleNames, withoutMention } from "./mention.ts";

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

/**
 * Takes a name out of the comments of others that mention an account, because it is being deleted: out of their words as
 * they stand, as moderation has hidden them, and as they were before an edit.
 */
export async function forgetMentions(tx: Transaction, accountId: number): Promise<void> {
  const mentions = await tx<{ id: number; name: string }[]>`
    delete from comment_mentions where account_id = ${accountId} returning comment_id as id, name`;
  // An edit may have taken the mention out, and what stood before it is kept: those of discussions that the account was in.
  const before = await tx<{ id: number; name: string }[]>`
    select distinct e.comment_id as id, a.name from accounts a
    join comments own on own.account_id = a.id
    join comments c on c.discussion_id = own.discussion_id
    join (select comment_id, body from comment_edits union all select comment_id, body from partly_hidden) e
      on e.comment_id = c.id
    where a.id = ${accountId} and position('@' || lower(split_part(a.name, ' ', 1)) in lower(e.body)) > 0`;
  for (const { id, name } of [...mentions, ...before]) {
    const words = await tx<{ body: string; hidden: string | null }[]>`
      select c.body, w.body as hidden from comments c left join hidden_words w on w.comment_id = c.id where c.id = ${id}`;
    for (const { body, hidden } of words) {
      const [now, then] = [withoutMention(body, name), withoutMention(hidden ?? "", name)];
      if (now !== body) await tx`update comments set body = ${now} where id = ${id}`;
      if (hidden !== null) await tx`update hidden_words set body = ${then} where comment_id = ${id}`;
    }
    const [part] = await tx<{ body: string }[]>`select body from partly_hidden where comment_id = ${id}`;
    if (part) {
      await tx`update partly_hidden set body = ${withoutMention(part.body, name)} where comment_id = ${id}`;
      const hiding = await tx<{ id: number; passages: string[] }[]>`
        select d.id, d.passages from moderation_decisions d join moderation_cases k on k.id = d.case_id
        where k.comment_id = ${id} and d.passages is not null`;
      for (const { id: decision, passages } of hiding)
        await tx`
          update moderation_decisions set passages = ${passages.map((passage) => withoutMention(passage, name))}
          where id = ${decision}`;
    }
    const edits = await tx<{ number: number; body: string }[]>`
      select number, body from comment_edits where comment_id = ${id}`;
    for (const { number, body } of edits)
      await tx`
        update comment_edits set body = ${withoutMention(body, name)} where comment_id = ${id} and number = ${number}`;
  }
}

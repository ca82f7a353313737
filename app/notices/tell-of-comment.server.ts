import type { Transaction } from "#db/sql.ts";
import { beginRound } from "./begin-round.server.ts";

/**
 * Tells of a comment: the one it answers and those it mentions at once, each once and not who wrote it; all others who
 * follow the thread by a round, and of an official's answer those who follow the text by another. Its mentions must have
 * been written.
 */
export async function tellOfComment(tx: Transaction, commentId: number): Promise<void> {
  await tellPeople(tx, commentId, true);
  const [said] = await tx<{ threadId: number | null; answers: number | null; accountId: number }[]>`
    select c.root_id as "threadId", c.account_id as "accountId", p.text_id as answers
    from comments c join discussions d on d.id = c.discussion_id
    left join provisions p on p.id = d.provision_id
      and exists (select 1 from official_answers o where o.comment_id = c.id)
    where c.id = ${commentId}`;
  if (!said) return;
  const { threadId, answers: textId, accountId } = said;
  if (threadId !== null) await beginRound(tx, { kind: "thread", threadId, commentId }, accountId);
  if (textId !== null) await beginRound(tx, { kind: "rule-answer", textId, commentId }, accountId);
}

/** Tells those whom a comment mentions since it was edited; who was told of the comment before is not told again. */
export const tellOfEdit = (tx: Transaction, commentId: number) => tellPeople(tx, commentId, false);

async function tellPeople(tx: Transaction, commentId: number, isNew: boolean): Promise<void> {
  await tx`
    with said as (
      select c.id, c.account_id, coalesce(c.root_id, c.id) as thread_id, c.parent_id,
        exists (select 1 from official_answers o where o.comment_id = c.id) as officially
      from comments c where c.id = ${commentId} and c.deleted_at is null
    ), meant as (
      select up.account_id, case when said.officially then 'official-answer' else 'reply' end as kind, 1 as weight
      from said join comments up on up.id = said.parent_id and up.deleted_at is null where ${isNew}
      union all
      select m.account_id, 'mention', 2 from said join comment_mentions m on m.comment_id = said.id
    ), told as (
      select distinct on (account_id) account_id, kind from meant order by account_id, weight
    )
    insert into notices (account_id, kind, thread_id, comment_id, rhythm)
    select a.id, told.kind, said.thread_id, said.id, coalesce(s.rhythm, a.notice_rhythm)
    from said cross join told
    join accounts a on a.id = told.account_id and a.deleted_at is null and a.id <> said.account_id
    left join subscriptions s on s.account_id = a.id and s.thread_id = said.thread_id
    where s.rhythm is distinct from 'never'
      and not exists (select 1 from notices n where n.account_id = a.id and n.comment_id = said.id)
    order by a.id
    -- Who deletes their account meanwhile is waited for, and is then told nothing.
    for share of a
    on conflict do nothing`;
}

/** Nobody is told any more of a comment that was deleted. */
export async function forgetComment(tx: Transaction, commentId: number): Promise<void> {
  await tx`delete from notices where comment_id = ${commentId}`;
  await tx`update notice_rounds set done_at = now() where comment_id = ${commentId} and done_at is null`;
}

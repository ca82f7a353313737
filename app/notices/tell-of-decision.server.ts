import type { Queryable, Transaction } from "#db/sql.ts";

/** What accounts are told of moderation: of a decision, or of a comment of theirs that was held. */
type Told =
  | {
      kind: "decision" | "decision-undone" | "contest-answered" | "report-decided";
      decisionId: number;
    }
  | { kind: "comment-held" | "comment-released"; heldId: number };

/**
 * Tells accounts of what moderation did, in the transaction that did it. It is told on their page alone: what has to be
 * mailed of it is a mail of its own, which asks for no rhythm, so the notice counts as mailed from the start.
 * @param accountIds whom; those that are deleted, or were told before, are left out
 */
export async function tellOfModeration(
  tx: Transaction,
  accountIds: (number | null)[],
  told: Told,
): Promise<void> {
  const { decisionId = null, heldId = null } = told as { decisionId?: number; heldId?: number };
  await tx`
    insert into notices (account_id, kind, decision_id, held_id, rhythm, mailed_at)
    select a.id, ${told.kind}, ${decisionId}, ${heldId}, a.notice_rhythm, now()
    from accounts a where a.id = any(${accountIds.filter((id) => id !== null)}::bigint[]) and a.deleted_at is null
    order by a.id
    -- Who deletes their account meanwhile is waited for, and is then told nothing.
    for share of a
    on conflict do nothing`;
}

/** Nobody is told any more of comments that were held and taken back. */
export async function forgetHeldNotices(tx: Transaction, heldIds: number[]): Promise<void> {
  await tx`delete from notices where held_id = any(${heldIds}::bigint[])`;
}

/** Forgets that accounts were told of what they reported: it would name who reported after the reports do no more. */
export async function forgetReportNotices(
  tx: Queryable,
  told: { accountId: number; decisionId: number }[],
): Promise<void> {
  await tx`
    delete from notices n
    using unnest(${told.map(({ accountId }) => accountId)}::bigint[], ${told.map(({ decisionId }) => decisionId)}::bigint[])
      as t (account_id, decision_id)
    where n.kind = 'report-decided' and n.account_id = t.account_id and n.decision_id = t.decision_id`;
}

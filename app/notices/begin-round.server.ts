import type { Transaction } from "#db/sql.ts";

/** What all who follow a letter, a text, a thread or an organisation are to be told. */
export type News =
  | { kind: "version"; letterId: number; number: number }
  | { kind: "update"; letterId: number; updateId: number }
  | { kind: "letter-reply"; letterId: number; replyId: number }
  | { kind: "revision"; textId: number; revisionId: number }
  | { kind: "thread"; threadId: number; commentId: number }
  /** An official's answer to a comment on a rule, and the disposition of a rule. */
  | { kind: "rule-answer"; textId: number; commentId: number }
  | { kind: "disposition"; textId: number; dispositionId: number }
  /** To those who follow the organisation. */
  | { kind: "organisation-published"; letterId: number; organisationId: number };

/**
 * Has news told to all who follow what they are about: later and by batches (tell-followers.server.ts), for they may
 * be a hundred thousand. It is told if and only if the caller's transaction comes about, and once.
 * @param doerId who did it and is not told; null for a command
 */
export async function beginRound(tx: Transaction, news: News, doerId: number | null): Promise<void> {
  const row = { letterId: null, textId: null, threadId: null, number: null, updateId: null, ...news };
  const {
    replyId = null,
    revisionId = null,
    commentId = null,
    dispositionId = null,
    organisationId = null,
  } = news as Partial<
    Record<"replyId" | "revisionId" | "commentId" | "dispositionId" | "organisationId", number>
  >;
  await tx`
    insert into notice_rounds (kind, letter_id, text_id, thread_id, number, update_id, reply_id, revision_id, comment_id,
      disposition_id, organisation_id, doer_id)
    values (${row.kind}, ${row.letterId}, ${row.textId}, ${row.threadId}, ${row.number}, ${row.updateId}, ${replyId},
      ${revisionId}, ${commentId}, ${dispositionId}, ${organisationId}, ${doerId})
    on conflict do nothing`;
}

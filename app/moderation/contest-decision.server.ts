import type { Account } from "#app/accounts/account.ts";
import type { Language } from "#app/languages/language.ts";
import { contestAnsweredMessage } from "#app/mail/moderation-messages.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { tellOfModeration } from "#app/notices/tell-of-decision.server.ts";
import { sql } from "#db/sql.ts";
import { withinReach } from "./areas.server.ts";
import { logDecision } from "./log-decision.server.ts";
import { type AnswerForm, contestMonths } from "./reason.ts";
import type { Removal } from "./removal.server.ts";
import { readSubject } from "./subject.server.ts";
import { endDecision, type Standing } from "./undo-decision.server.ts";

/** A decision as the person concerned sees it. */
export type OwnDecision = {
  id: number;
  decision: Standing["decision"];
  reason: string;
  statement: string;
  decidedAt: Date;
  until: Date | null;
  undone: boolean;
  /** What was hidden of a comment, when that was a part. */
  passages: string[] | null;
  law: Removal | null;
  contestedAt: Date | null;
  contest: string | null;
  answer: AnswerForm["answer"] | null;
  answerText: string;
  kind: Standing["kind"];
  subjectId: number;
  /** Whether it may still be contested. */
  open: boolean;
};

/** Whether a decision `d` on a case `k` is about an account: by its name, or by the address that somebody signed with. */
const concerns = (accountId: number) => sql`
  (d.concerned_id = ${accountId} or (d.concerned_id is null and exists (
    select 1 from signatures s join accounts a on a.email = s.email
    where a.id = ${accountId} and s.letter_id = k.letter_id and s.id = k.signature_id)))`;

const inTime = () => sql`d.decided_at > now() - interval '1 month' * ${contestMonths}`;

/** A decision about the reader's own words; null for everybody else. */
export async function readOwnDecision(decisionId: number, accountId: number): Promise<OwnDecision | null> {
  const [decision] = await sql<OwnDecision[]>`
    select d.id, d.decision, d.reason, d.statement, d.decided_at as "decidedAt", d.until, d.undone_at is not null as undone, d.passages,
      case when d.law is not null then json_build_object('provision', d.law, 'from', d.law_from) end as law,
      d.contested_at as "contestedAt", d.contest, d.answer, d.answer_text as "answerText", k.kind,
      k.subject_id as "subjectId", d.contest is null and d.undone_at is null and ${inTime()} as open
    from moderation_decisions d join moderation_cases k on k.id = d.case_id
    where d.id = ${decisionId} and ${concerns(accountId)} and d.decision not in ('keep', 'release')`;
  return decision ?? null;
}

/** The decision that hides a comment, or a part of it, for its author to read and contest. */
export async function hidingOf(commentId: number, accountId: number): Promise<number | null> {
  const [hiding] = await sql<{ id: number }[]>`
    select d.id from moderation_decisions d join moderation_cases k on k.id = d.case_id
    where k.comment_id = ${commentId} and d.concerned_id = ${accountId} and d.decision in ('hide', 'hide-part', 'remove') and d.undone_at is null
    order by d.id desc limit 1`;
  return hiding?.id ?? null;
}

/**
 * Contests a decision about one's own words, within six months (Regulation (EU) 2022/2065, article 20). Once: the first
 * text stays.
 * @returns `too-late` after that, or when the decision was undone
 */
export async function contestDecision(
  decisionId: number,
  accountId: number,
  text: string,
): Promise<{ outcome: "contested" | "too-late" | "not-found" }> {
  return sql.begin(async (tx) => {
    const contested = await tx`
      update moderation_decisions d set contested_at = now(), contest = ${text}, concerned_id = ${accountId}
      from moderation_cases k
      where d.id = ${decisionId} and k.id = d.case_id and ${concerns(accountId)}
        and d.decision not in ('keep', 'release') and d.contest is null and d.undone_at is null and ${inTime()}`;
    if (contested.count === 1) return { outcome: "contested" as const };
    const [known] = await tx<{ contested: boolean }[]>`
      select contest is not null as contested from moderation_decisions
      where id = ${decisionId} and concerned_id = ${accountId} and decision not in ('keep', 'release')`;
    if (!known) return { outcome: "not-found" as const };
    return { outcome: known.contested ? ("contested" as const) : ("too-late" as const) };
  });
}

/**
 * Answers a contest: another moderator than who decided upholds the decision or overturns it. Overturned, what it did is
 * taken back. The public log, a mail and a notice tell either. The same answer twice is as once.
 * @returns `decided-it` when the moderator is who decided, `own` when it is about them; `answered` when it was answered
 *   otherwise before
 */
export async function answerContest(
  decisionId: number,
  moderator: Account,
  form: AnswerForm,
  origin: string,
): Promise<{ outcome: "done" | "answered" | "decided-it" | "own" | "not-found" }> {
  return sql.begin(async (tx) => {
    const [standing] = await tx<(Standing & { email: string | null; language: Language })[]>`
      update moderation_decisions d
      set answer = ${form.answer}, answer_text = ${form.text}, answered_at = now(), answered_by = ${moderator.id}
      from moderation_cases k, accounts a
      where d.id = ${decisionId} and k.id = d.case_id and a.id = d.concerned_id and d.contest is not null
        and d.answer is null and d.undone_at is null and d.decided_by <> ${moderator.id}
        and d.concerned_id <> ${moderator.id} and ${withinReach("k", moderator.id)}
      returning d.id, d.case_id as "caseId", d.decision, d.reason, k.kind, k.subject_id as "subjectId",
        d.concerned_id as "concernedId", a.email, a.language`;
    if (!standing) {
      const [known] = await tx<{ answer: string | null; decidedBy: number; concernedId: number | null }[]>`
        select d.answer, d.decided_by as "decidedBy", d.concerned_id as "concernedId"
        from moderation_decisions d join moderation_cases k on k.id = d.case_id
        where d.id = ${decisionId} and d.contest is not null and ${withinReach("k", moderator.id)}`;
      if (!known) return { outcome: "not-found" as const };
      if (known.decidedBy === moderator.id) return { outcome: "decided-it" as const };
      if (known.concernedId === moderator.id) return { outcome: "own" as const };
      return { outcome: known.answer === form.answer ? ("done" as const) : ("answered" as const) };
    }
    if (form.answer === "overturn") await endDecision(tx, standing, moderator.id, "decision-overturned");
    const subject = await readSubject(standing.kind, standing.subjectId, tx);
    if (form.answer === "uphold")
      await logDecision(tx, "decision-upheld", {
        reason: standing.reason,
        subject: standing.decision,
        letterId: subject?.letterId ?? null,
        textId: subject?.textId ?? null,
        organisationId: subject?.organisationId ?? null,
      });
    await tellOfModeration(tx, [standing.concernedId], { kind: "contest-answered", decisionId });
    if (standing.email !== null)
      await queueMail(
        tx,
        standing.email,
        standing.language,
        contestAnsweredMessage(
          standing.language,
          standing.decision,
          form,
          `${origin}/moderation/contest/${decisionId}`,
        ),
      );
    return { outcome: "done" as const };
  });
}

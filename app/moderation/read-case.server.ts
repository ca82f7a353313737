import { sql } from "#db/sql.ts";
import type { HoldReason } from "#app/pipeline/pipeline.ts";
import { readSubmission, type SubmittedReading } from "#app/pipeline/read-submission.server.ts";
import { claimStands } from "./claim-case.server.ts";
import type { Decision, ReportReason, SubjectKind } from "./reason.ts";
import type { Removal } from "./removal.server.ts";
import { readSubject, type Subject } from "./subject.server.ts";

export type Report = {
  id: number;
  /** For moderators alone: the account's name, or what a stranger typed; empty when they gave none. */
  name: string;
  account: boolean;
  reachable: boolean;
  reason: ReportReason;
  explanation: string;
  madeAt: Date;
};

export type MadeDecision = {
  id: number;
  decision: Decision;
  reason: string;
  statement: string;
  decidedAt: Date;
  decidedBy: string | null;
  decidedById: number;
  until: Date | null;
  /** What was hidden of a comment, when that was a part. */
  passages: string[] | null;
  law: Removal | null;
  /** Between two comments of an account, in slow mode. */
  minutes: number | null;
  undoneAt: Date | null;
  contestedAt: Date | null;
  contest: string | null;
  answer: "uphold" | "overturn" | null;
  answerText: string;
  answeredBy: string | null;
};

/** A comment of the thread around what was reported. */
export type AroundComment = {
  id: number;
  depth: number;
  author: string | null;
  words: string;
  createdAt: Date;
  deleted: boolean;
  hidden: boolean;
};

export type Case = {
  id: number;
  kind: SubjectKind;
  subjectId: number;
  openedAt: Date;
  closed: boolean;
  decisionCount: number;
  claimant: { id: number; name: string } | null;
  subject: Subject | null;
  /** Why it was held back and since when, what of a word list stands in it; null for what was reported. */
  held: HeldFor | null;
  /** What waits for publication, with its text; null for other kinds. */
  submission: SubmittedReading | null;
  reports: Report[];
  decisions: MadeDecision[];
  /** The whole thread around a comment, at most so many comments, and the id of the letter's signature page else. */
  around: AroundComment[];
  /** What was decided before about the same person, in other cases. */
  before: { decision: Decision; count: number }[];
};

export type HeldFor = {
  reasons: HoldReason[];
  matched: string;
  heldAt: Date;
  /** What it answers, or whose new wording it is. */
  under: number | null;
  rewords: boolean;
};

const mostAround = 200;

/** A case with all that a moderator decides by; null when there is none by that id. */
export async function readCase(id: number): Promise<Case | null> {
  const [found] = await sql<
    Omit<Case, "subject" | "held" | "submission" | "reports" | "decisions" | "around" | "before">[]
  >`
    select c.id, c.kind, c.subject_id as "subjectId", c.opened_at as "openedAt", c.closed_at is not null as closed,
      c.decision_count as "decisionCount",
      case when ${claimStands()} then json_build_object('id', a.id, 'name', coalesce(a.name, '')) end as claimant
    from moderation_cases c left join accounts a on a.id = c.claimed_by where c.id = ${id}`;
  if (!found) return null;
  const subject = await readSubject(found.kind, found.subjectId);
  const held = found.kind === "held" ? await readHeldFor(found.subjectId) : null;
  const [reports, decisions, around, before, submission] = await Promise.all([
    sql<Report[]>`
      select r.id, coalesce(a.name, r.name) as name, r.account_id is not null as account,
        coalesce(a.email, r.email) is not null as reachable, r.reason, r.explanation, r.made_at as "madeAt"
      from reports r left join accounts a on a.id = r.account_id
      where r.case_id = ${id} order by r.id limit 200`,
    sql<MadeDecision[]>`
      select d.id, d.decision, d.reason, d.statement, d.decided_at as "decidedAt", by_.name as "decidedBy",
        d.decided_by as "decidedById", d.until, d.passages, d.minutes,
        case when d.law is not null then json_build_object('provision', d.law, 'from', d.law_from) end as law, d.undone_at as "undoneAt", d.contested_at as "contestedAt", d.contest,
        d.answer, d.answer_text as "answerText", answering.name as "answeredBy"
      from moderation_decisions d join accounts by_ on by_.id = d.decided_by
      left join accounts answering on answering.id = d.answered_by
      where d.case_id = ${id} order by d.id`,
    found.kind === "comment" ? readAround(found.subjectId) : held?.under ? readAround(held.under) : [],
    subject?.author ? earlierDecisions(subject.author.id, id) : [],
    found.kind === "submission" ? readSubmission(found.subjectId) : null,
  ]);
  return { ...found, subject, held, submission, reports, decisions, around, before };
}

async function readHeldFor(id: number): Promise<HeldFor | null> {
  const [held] = await sql<HeldFor[]>`
    select reasons, matched, held_at as "heldAt", coalesce(edits_id, parent_id) as under, edits_id is not null as rewords
    from held_comments where id = ${id}`;
  return held ?? null;
}

async function readAround(commentId: number): Promise<AroundComment[]> {
  return sql<AroundComment[]>`
    select c.id, c.depth, a.name as author, c.created_at as "createdAt", c.deleted_at is not null as deleted,
      c.hidden_at is not null as hidden, case when c.deleted_at is null then coalesce(part.body, w.body, c.body) else '' end as words
    from comments asked
    join comments root on root.id = coalesce(asked.root_id, asked.id)
    join comments c on c.path >= root.path and c.path < root.path || '~'
    join accounts a on a.id = c.account_id
    left join hidden_words w on w.comment_id = c.id left join partly_hidden part on part.comment_id = c.id
    where asked.id = ${commentId} order by c.path limit ${mostAround}`;
}

async function earlierDecisions(
  accountId: number,
  otherThan: number,
): Promise<{ decision: Decision; count: number }[]> {
  return sql<{ decision: Decision; count: number }[]>`
    select decision, count(*)::int as count from moderation_decisions
    where concerned_id = ${accountId} and case_id <> ${otherThan} and undone_at is null
    group by decision order by decision`;
}

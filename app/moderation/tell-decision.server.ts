import type { Language } from "#app/languages/language.ts";
import { reportDecidedMessage, statementOfReasonsMessage } from "#app/mail/moderation-messages.ts";
import { releasedMessage } from "#app/mail/pipeline-messages.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { tellOfModeration } from "#app/notices/tell-of-decision.server.ts";
import type { Transaction } from "#db/sql.ts";
import type { Removal } from "./removal.server.ts";
import { readSubject } from "./subject.server.ts";
import { type Decision, isUnseen, type SubjectKind } from "./reason.ts";

type Told = {
  caseId: number;
  subjectId: number;
  decisionId: number;
  kind: SubjectKind;
  /** What the decision is about, as it was written. */
  words: string;
  origin: string;
};

/** So much of their own words is repeated to the person concerned. */
const repeated = 400;

/**
 * Mails the statement of reasons (Regulation (EU) 2022/2065, article 17) to whose words it is about, and rings the bell of
 * their account. Who signed without an account is told at the address they signed with, and contests with an account of
 * that address.
 */
export async function tellConcerned(tx: Transaction, told: Told): Promise<void> {
  const [decision] = await tx<
    {
      decision: Decision;
      reason: string;
      statement: string;
      until: Date | null;
      passages: string[] | null;
      law: Removal | null;
      minutes: number | null;
      email: string;
      language: Language;
      concernedId: number | null;
    }[]
  >`
    select d.concerned_id as "concernedId", d.decision, d.reason, d.statement, d.until, d.passages, d.minutes,
      case when d.law is not null then json_build_object('provision', d.law, 'from', d.law_from) end as law, coalesce(a.email, s.email) as email,
      coalesce(a.language, s.language) as language
    from moderation_decisions d join moderation_cases k on k.id = d.case_id
    left join accounts a on a.id = d.concerned_id and a.deleted_at is null
    left join signatures s on s.letter_id = k.letter_id and s.id = k.signature_id
    where d.id = ${told.decisionId} and coalesce(a.email, nullif(s.email, '')) is not null`;
  if (!decision) return;
  const { email, language, concernedId, ...made } = decision;
  await tellOfModeration(tx, [concernedId], { kind: "decision", decisionId: told.decisionId });
  const points = [...told.words];
  const words = points.length > repeated ? `${points.slice(0, repeated).join("")}…` : told.words;
  const link = `${told.origin}/moderation/contest/${told.decisionId}`;
  await queueMail(
    tx,
    email,
    language,
    statementOfReasonsMessage(language, { kind: told.kind, words, ...made }, link),
  );
}

/** Tells whoever wrote it, by mail and on their page, that what waited, a comment or a letter, is seen now. */
export async function tellReleased(tx: Transaction, told: Told): Promise<void> {
  const [author] = await tx<{ id: number; email: string; language: Language }[]>`
    select a.id, a.email, a.language
    from moderation_cases k left join held_comments h on h.id = k.held_id
    left join submissions s on s.id = k.submission_id
    join accounts a on a.id = coalesce(h.account_id, s.account_id) and a.deleted_at is null
    where k.id = ${told.caseId}`;
  const subject = author ? await readSubject(told.kind, told.subjectId, tx) : null;
  if (!author || !subject) return;
  if (told.kind === "held")
    await tellOfModeration(tx, [author.id], { kind: "comment-released", heldId: told.subjectId });
  await queueMail(
    tx,
    author.email,
    author.language,
    releasedMessage(author.language, told.kind, subject.title, told.origin + subject.path),
  );
}

/**
 * Mails the outcome to everybody who reported it and left an address, in the language they reported it in; those who did
 * so with an account are told on their page as well.
 */
export async function tellReporters(tx: Transaction, told: Told): Promise<void> {
  // What was held back was seen by nobody who could have reported it.
  const { kind } = told;
  if (isUnseen(kind)) return;
  const [decision] = await tx<{ decision: Decision; reason: string }[]>`
    select decision, reason from moderation_decisions where id = ${told.decisionId}`;
  if (!decision) return;
  const reporters = await tx<{ id: number | null; email: string; language: Language }[]>`
    select a.id, coalesce(a.email, r.email) as email, r.language from reports r
    left join accounts a on a.id = r.account_id and a.deleted_at is null
    where r.case_id = ${told.caseId} and coalesce(a.email, r.email) is not null order by r.id`;
  const accounts = reporters.map(({ id }) => id);
  await tellOfModeration(tx, accounts, { kind: "report-decided", decisionId: told.decisionId });
  for (const { email, language } of reporters)
    await queueMail(
      tx,
      email,
      language,
      reportDecidedMessage(language, kind, decision, `${told.origin}/moderation/reasons`),
    );
}

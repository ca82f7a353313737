import type { Language } from "#app/languages/language.ts";
import { formatMoment, translator } from "#app/languages/translate.ts";
import {
  type AnswerForm,
  contestMonths,
  type Decision,
  decisionReasons,
  isUnseen,
  type LawSource,
  type ReportableKind,
  type SubjectKind,
} from "#app/moderation/reason.ts";
import { compose, quote } from "./compose.ts";
import type { Message } from "./queue-mail.server.ts";

/** A reason of the published list in words. */
function reasonIn(language: Language, reason: string): string {
  const known = decisionReasons.find((each) => each === reason);
  return known ? translator(language)(`moderation.reason.${known}`) : reason;
}

/** Confirms that a report has come. Nothing that the reporter typed is in it: the address may be somebody else's. */
export const reportReceivedMessage = (language: Language, kind: ReportableKind, link: string): Message =>
  compose(language, "report-received", "mail.report.received.subject", [
    `mail.report.received.${kind}`,
    { link },
    "mail.report.received.next",
    "mail.report.received.stranger",
  ]);

/** Tells a reporter what was decided. */
export const reportDecidedMessage = (
  language: Language,
  kind: ReportableKind,
  { decision, reason }: { decision: Decision; reason: string },
  link: string,
): Message =>
  compose(
    language,
    "report-decided",
    "mail.report.decided.subject",
    [
      `mail.report.decided.${kind}`,
      `mail.decision.${decision}`,
      "mail.report.decided.reason",
      "mail.report.decided.list",
      { link },
    ],
    { reason: reasonIn(language, reason), until: "" },
  );

/**
 * The statement of reasons to the person concerned: what was decided, on which words, on which ground, that no automated
 * means were used, and how it is contested.
 */
export const statementOfReasonsMessage = (
  language: Language,
  made: {
    kind: SubjectKind;
    words: string;
    decision: Decision;
    reason: string;
    statement: string;
    until: Date | null;
    passages: string[] | null;
    law: { provision: string; from: LawSource } | null;
    minutes: number | null;
  },
  link: string,
): Message =>
  compose(
    language,
    "moderation-decision",
    `mail.statement.subject.${made.decision}`,
    [
      `mail.statement.what.${made.kind}`,
      { text: quote(made.words) },
      `mail.decision.${made.decision}`,
      ...(made.passages
        ? (["mail.statement.passages", { text: quote(made.passages.join("\n")) }] as const)
        : []),
      ...(made.law ? ([`mail.statement.law.${made.law.from}`] as const) : []),
      ...(made.minutes === null ? [] : (["mail.statement.slow"] as const)),
      ...(made.until ? (["mail.statement.until"] as const) : []),
      "mail.statement.ground",
      { text: quote(made.statement) },
      isUnseen(made.kind) ? `mail.statement.means.${made.kind}` : "mail.statement.means",
      "mail.statement.contest",
      { link },
    ],
    {
      reason: reasonIn(language, made.reason),
      until: made.until ? formatMoment(language, made.until) : "",
      months: contestMonths,
      law: made.law?.provision ?? "",
      count: made.minutes ?? 0,
    },
  );

/** Tells the person concerned what another moderator answered to their contest. */
export const contestAnsweredMessage = (
  language: Language,
  decision: Decision,
  { answer, text }: AnswerForm,
  link: string,
): Message =>
  compose(language, "contest-answered", `mail.contest.subject.${answer}`, [
    `mail.contest.${answer}`,
    `mail.decision.${decision}`,
    "mail.contest.text",
    { text: quote(text) },
    { link },
  ]);

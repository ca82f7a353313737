import type { Decision as Disposition } from "#app/doctrine/disposition.ts";
import type { Language } from "#app/languages/language.ts";
import { formatCalendarDay, formatNumber, type Phrase, translator } from "#app/languages/translate.ts";
import type { Decision, SubjectKind } from "#app/moderation/reason.ts";
import type { HoldReason } from "#app/pipeline/pipeline.ts";

/** How often an account is mailed: each notice at once, once a day, once a week, never. */
export const rhythms = ["at-once", "daily", "weekly", "never"] as const;
export type Rhythm = (typeof rhythms)[number];
export const isRhythm = (value: unknown): value is Rhythm => rhythms.some((rhythm) => rhythm === value);

/** So many signatures of a letter are told to those who follow it. */
export const milestones = [100, 500, 1000, 5000, 10_000, 50_000, 100_000, 500_000, 1_000_000];

export type NoticeKind =
  | "reply"
  | "mention"
  | "official-answer"
  | "thread"
  | "version"
  | "update"
  | "letter-reply"
  | "milestone"
  | "closing"
  | "revision"
  | "consultation"
  | "organisation-signed"
  | "organisation-published"
  | "disposition"
  | "rule-answer"
  | "decision"
  | "decision-undone"
  | "contest-answered"
  | "report-decided"
  | "comment-held"
  | "comment-released";

/** One thing that an account is told. */
export type Notice = {
  id: number;
  kind: NoticeKind;
  /** Our own path of what it is about. */
  path: string;
  /** What it is about, in its own language: a letter, a text or a provision. Null when the public sees it no more. */
  title: string | null;
  /** Who did it, where that is told; null when that account is gone. */
  who: string | null;
  /** A version, a milestone, how many comments there are. */
  number: number;
  /** The closing day, or the date of a revision. */
  day: string | null;
  /** The name of an update or of a consultation. */
  name: string | null;
  /** The beginning of a comment, as it was typed; empty for everything else. */
  body: string;
  /** What moderation decided, about what; null for everything else. */
  decided: { decision: Decision; subject: SubjectKind; answer: "uphold" | "overturn" | null } | null;
  /** What an official decided of what was said about a provision. */
  disposition: Disposition | null;
  /** Why a comment waits for a moderator. */
  reasons: HoldReason[] | null;
  createdAt: Date | string;
  read: boolean;
};

const phrases: Record<
  Exclude<NoticeKind, "decision" | "decision-undone" | "contest-answered" | "report-decided" | "disposition">,
  Phrase
> = {
  reply: "notice.reply",
  mention: "notice.mention",
  "official-answer": "notice.officialAnswer",
  thread: "notice.thread",
  version: "notice.version",
  update: "notice.update",
  "letter-reply": "notice.letterReply",
  milestone: "notice.milestone",
  closing: "notice.closing",
  revision: "notice.revision",
  consultation: "notice.consultation",
  "organisation-signed": "notice.organisationSigned",
  "organisation-published": "notice.organisationPublished",
  "rule-answer": "notice.ruleAnswer",
  "comment-held": "notice.commentHeld",
  "comment-released": "notice.commentReleased",
};

/** The phrase of a notice, by its kind and, where that matters, by what was decided. */
function phraseOf({ kind, decided, disposition }: Notice): Phrase {
  switch (kind) {
    case "disposition":
      return `notice.disposition.${disposition ?? "noted"}`;
    case "decision":
    case "decision-undone":
    case "contest-answered":
    case "report-decided":
      if (!decided) throw new Error(`a notice of kind ${kind} has no decision`);
      if (kind === "decision-undone") return "notice.decisionUndone";
      if (kind === "contest-answered")
        return decided.answer === "overturn" ? "notice.contestOverturned" : "notice.contestUpheld";
      if (kind === "report-decided") return `notice.reportDecided.${reported(decided.subject)}`;
      return decidedPhrase(decided.decision, decided.subject);
    default:
      return phrases[kind];
  }
}

/** What waits before publication was seen by nobody who could have reported or hidden it. */
const reported = (subject: SubjectKind) =>
  subject === "held" ? "comment" : subject === "submission" ? "letter" : subject;

function decidedPhrase(decision: Decision, subject: SubjectKind): Phrase {
  if (decision === "hide") return `notice.hidden.${reported(subject)}`;
  if (decision === "keep" || decision === "release") throw new Error(`${decision} is decided against nobody`);
  if (decision === "refuse" && subject === "submission") return "notice.refused.submission";
  return `notice.decided.${decision}`;
}

/** A notice as one sentence. */
export function noticeWords(language: Language, notice: Notice): string {
  const t = translator(language);
  return t(phraseOf(notice), {
    who: notice.who ?? t("notice.somebody"),
    title: notice.title ?? t("notice.unseen"),
    name: notice.name ?? "",
    count: notice.number,
    number: formatNumber(language, notice.number),
    day: notice.day === null ? "" : formatCalendarDay(language, notice.day),
    decision: notice.decided ? t(`mail.decision.${notice.decided.decision}`, { until: "" }) : "",
  });
}

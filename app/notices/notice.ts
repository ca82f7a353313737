import type { Language } from "#app/languages/language.ts";
import { formatCalendarDay, formatNumber, type Phrase, translator } from "#app/languages/translate.ts";

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
  | "organisation-signed";

/** One thing that an account is told. */
export type Notice = {
  id: number;
  kind: NoticeKind;
  /** Our own path of what it is about. */
  path: string;
  /** What it is about, in its own language: a letter, a text or a provision. */
  title: string;
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
  createdAt: Date | string;
  read: boolean;
};

const phrases: Record<NoticeKind, Phrase> = {
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
};

/** A notice as one sentence. */
export function noticeWords(language: Language, notice: Notice): string {
  const t = translator(language);
  return t(phrases[notice.kind], {
    who: notice.who ?? t("notice.somebody"),
    title: notice.title,
    name: notice.name ?? "",
    count: notice.number,
    number: formatNumber(language, notice.number),
    day: notice.day === null ? "" : formatCalendarDay(language, notice.day),
  });
}

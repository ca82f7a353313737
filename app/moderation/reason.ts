import { z } from "zod";
import { Email, limits, oneLine } from "#app/accounts/account.ts";
import { leastHidden } from "#app/discussion/hidden-part.ts";
import type { Phrase } from "#app/languages/translate.ts";
import { prose } from "#app/letters/letter.ts";

/** The published list: why something may be reported, and why a decision is taken against it. */
export const reportReasons = [
  ...(["illegal-content", "personal-data", "harassment"] as const),
  ...(["impersonation", "spam", "off-topic"] as const),
] as const;
export type ReportReason = (typeof reportReasons)[number];

/** Why a decision is taken; what is kept breaks no rule. */
export const decisionReasons = [...reportReasons, "no-breach"] as const;

/** What can be reported. */
export const reportableKinds = ["comment", "letter", "signature", "organisation"] as const;
export type ReportableKind = (typeof reportableKinds)[number];
/** What cases are about: what was reported, and what waits before anybody saw it, comments and letters. */
export const subjectKinds = [...reportableKinds, "held", "submission"] as const;
export type SubjectKind = (typeof subjectKinds)[number];

const onComments = ["keep", "hide", "hide-part", "remove", "warn", "lock", "slow", "pause", "bar"] as const;
export const decisions = [...onComments, "release", "refuse"] as const;
export type Decision = (typeof decisions)[number];

/** What is decided against nobody: it needs no reason and no statement, and there is nothing to contest or to undo. */
export const isFavourable = (decision: string): boolean => decision === "keep" || decision === "release";

/**
 * What can be decided on each kind. A signature that is hidden shows no name and counts; one that should not count is
 * invalidated, which has its own page.
 */
export const decisionsOn: Record<SubjectKind, readonly Decision[]> = {
  comment: onComments,
  letter: ["keep", "hide", "remove", "warn", "slow", "pause", "bar"],
  organisation: ["keep", "hide", "remove", "warn"],
  signature: ["keep", "hide", "remove"],
  held: ["release", "refuse", "pause", "bar"],
  submission: ["release", "refuse", "pause", "bar"],
};

/** What reaches an account wherever it writes: for moderators of everything. */
export const everywhere: readonly Decision[] = ["pause", "bar"];

/** Where it came from that something is removed for law: an authority ordered it, or somebody gave notice of it. */
export const lawSources = ["order", "notice"] as const;
export type LawSource = (typeof lawSources)[number];

/** Minutes between two comments of one account in slow mode, and days that it may hold. */
export const slowMinutes = [1, 5, 15, 60] as const;
export const slowDays = [1, 7] as const;
const longestLaw = 200;

/** Months in which a decision may be contested: Regulation (EU) 2022/2065, article 20 (1), asks for six at least. */
export const contestMonths = 6;
/** Whether a kind is of what waits before publication: nobody has seen it, so nobody has reported it. */
export const isUnseen = (kind: SubjectKind): kind is "held" | "submission" =>
  kind === "held" || kind === "submission";

/** A claim on a case lapses after so many minutes. */
export const claimMinutes = 60;
const longestPause = 365;
const longest = 4000;
/** Passages that one decision hides. */
const mostPassages = 50;

const phrase = (key: Phrase) => key;
const text = (missing: Phrase) =>
  prose(longest).refine((value) => value !== "", { message: phrase(missing) });
const key = z.uuid(phrase("form.choice.wrong"));

/** One of a few numbers; nothing when none was chosen. */
const chosen = (among: readonly number[], wrong: Phrase) =>
  z.preprocess(
    (value) => (value === undefined || value === "" ? undefined : Number(value)),
    z
      .number(phrase(wrong))
      .refine((value) => among.includes(value), phrase(wrong))
      .optional(),
  );

/** What a report's form asks (article 16 (2)): why it is illegal is said for illegal content, the rest may be. */
export const ReportForm = z
  .object({
    reason: z.enum(reportReasons, phrase("report.reason.missing")),
    explanation: prose(longest),
    name: z
      .string()
      .default("")
      .transform(oneLine)
      .pipe(z.string().max(limits.name, phrase("form.tooLong"))),
    email: z.preprocess((value) => (value === "" ? undefined : value), Email.optional()),
    faith: z.literal("on", phrase("report.faith.missing")),
    key,
  })
  .refine(({ reason, explanation }) => reason !== "illegal-content" || explanation !== "", {
    message: phrase("report.explanation.missing"),
    path: ["explanation"],
  });
export type ReportForm = z.output<typeof ReportForm>;

/** What a moderator decides, on which text and after how many other decisions. */
export const DecisionForm = z
  .object({
    decision: z.enum(decisions, phrase("decide.decision.missing")),
    reason: z.enum(decisionReasons, phrase("decide.reason.missing")),
    statement: prose(longest),
    days: z.preprocess(
      (value) => (value === "" ? undefined : value),
      z.coerce
        .number(phrase("decide.days.wrong"))
        .int(phrase("decide.days.wrong"))
        .min(1, phrase("decide.days.wrong"))
        .max(longestPause, phrase("decide.days.wrong"))
        .optional(),
    ),
    passages: z
      .string()
      .default("")
      .transform((typed) => [
        ...new Set(
          typed
            .normalize("NFC")
            .split(/\r?\n/)
            .map((line) => line.trim())
            .filter((line) => line !== ""),
        ),
      ])
      .refine((passages) => passages.length <= mostPassages, { message: phrase("decide.passages.many") })
      .refine((passages) => passages.every((passage) => passage.length >= leastHidden), {
        message: phrase("decide.passages.short"),
      }),
    law: z
      .string()
      .default("")
      .transform(oneLine)
      .pipe(z.string().max(longestLaw, phrase("form.tooLong"))),
    lawFrom: z.enum(lawSources, phrase("decide.lawFrom.missing")).optional(),
    minutes: chosen(slowMinutes, "decide.minutes.missing"),
    slowDays: chosen(slowDays, "decide.slowDays.missing"),
    made: z.string(phrase("form.choice.wrong")).max(100, phrase("form.choice.wrong")),
    after: z.coerce.number(phrase("form.choice.wrong")).int().nonnegative(),
    key,
  })
  .refine(({ decision, days }) => decision !== "pause" || days !== undefined, {
    message: phrase("decide.days.wrong"),
    path: ["days"],
  })
  .refine(({ decision, passages }) => decision !== "hide-part" || passages.length > 0, {
    message: phrase("decide.passages.missing"),
    path: ["passages"],
  })
  .refine(({ decision, law }) => decision !== "remove" || law !== "", {
    message: phrase("decide.law.missing"),
    path: ["law"],
  })
  .refine(({ decision, lawFrom }) => decision !== "remove" || lawFrom !== undefined, {
    message: phrase("decide.lawFrom.missing"),
    path: ["lawFrom"],
  })
  .refine(({ decision, minutes }) => decision !== "slow" || minutes !== undefined, {
    message: phrase("decide.minutes.missing"),
    path: ["minutes"],
  })
  .refine((form) => form.decision !== "slow" || form.slowDays !== undefined, {
    message: phrase("decide.slowDays.missing"),
    path: ["slowDays"],
  })
  .refine(({ decision, reason }) => isFavourable(decision) === (reason === "no-breach"), {
    message: phrase("decide.reason.other"),
    path: ["reason"],
  })
  .refine(({ decision, statement }) => isFavourable(decision) || statement !== "", {
    message: phrase("decide.statement.missing"),
    path: ["statement"],
  });
export type DecisionForm = z.output<typeof DecisionForm>;

export const ContestForm = z.object({ text: text("contest.text.missing") });
export const AnswerForm = z.object({
  answer: z.enum(["uphold", "overturn"], phrase("contest.answer.missing")),
  text: text("contest.answer.text.missing"),
});
export type AnswerForm = z.output<typeof AnswerForm>;

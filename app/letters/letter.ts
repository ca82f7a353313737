import type { Discussion } from "#app/discussion/place.ts";
import { z } from "zod";
import { line, oneLine } from "#app/accounts/account.ts";
import { isDay } from "#app/languages/calendar-day.ts";
import { isLanguage, type Language } from "#app/languages/language.ts";
import type { Phrase } from "#app/languages/translate.ts";

export type LetterState = "draft" | "open" | "closed" | "archived" | "hidden";
export type AuthorKind = "person" | "organisation";

export const letterLimits = {
  title: 200,
  summary: 500,
  authorName: 160,
  addressees: 20,
  addressee: 200,
  reason: 1000,
};

const phrase = (key: Phrase) => key;

/** Several lines of prose: line ends are kept, at most one empty line in a row. */
export const prose = (longest: number) =>
  z
    .string()
    .default("")
    .transform((value) =>
      value
        .normalize("NFC")
        .replace(/[^\S\n]+/gu, " ")
        .replace(/ ?\n ?/g, "\n")
        .replace(/\n{3,}/g, "\n\n")
        .trim(),
    )
    .pipe(z.string().max(longest, phrase("form.tooLong")));

/** A line that may be left empty. */
export const optionalLine = (longest: number) =>
  z
    .string()
    .default("")
    .transform(oneLine)
    .pipe(z.string().max(longest, phrase("form.tooLong")));

/** What surrounds the text of a letter: the fields of the editing form without the text. */
export const LetterFields = z.object({
  title: line(letterLimits.title, "letter.title.missing"),
  summary: prose(letterLimits.summary),
  addressees: z
    .string()
    .default("")
    .transform((value) =>
      value
        .normalize("NFC")
        .split("\n")
        .map((entry) => entry.replace(/\s+/gu, " ").trim())
        .filter(Boolean),
    )
    .pipe(
      z
        .array(z.string().max(letterLimits.addressee, phrase("form.tooLong")))
        .max(letterLimits.addressees, phrase("letter.addressees.many")),
    ),
  authorKind: z.enum(["person", "organisation"], phrase("form.choice.wrong")).default("person"),
  authorName: optionalLine(letterLimits.authorName),
  language: z.string().refine(isLanguage, phrase("form.choice.wrong")).optional(),
  closesOn: z
    .string()
    .default("")
    .refine((value) => value === "" || isDay(value), phrase("letter.closesOn.wrong"))
    .transform((value) => value || null),
});
export type LetterFields = z.output<typeof LetterFields>;

/** The fields of the form of a next version, without the text. What is not here stays as it was published. */
export const RevisionFields = LetterFields.pick({ title: true, summary: true, addressees: true }).extend({
  reason: prose(letterLimits.reason),
});
export type RevisionFields = z.output<typeof RevisionFields>;

/** What its author says when a closed letter takes signatures again. An empty last day is none. */
export const ReopeningFields = LetterFields.pick({ closesOn: true }).extend({
  reason: prose(letterLimits.reason).refine((value) => value !== "", phrase("reopen.reason.missing")),
});
export type ReopeningFields = z.output<typeof ReopeningFields>;

/** A letter as its public page needs it. */
export type Letter = {
  id: number;
  slug: string;
  state: LetterState;
  /** False once the closing date has passed, even before the job has closed the letter. */
  open: boolean;
  language: Language;
  title: string;
  summary: string;
  authorKind: AuthorKind;
  authorName: string;
  addressees: string[];
  closesOn: string | null;
  publishedAt: Date;
  closedAt: Date | null;
  version: number;
  /** Signatures confirmed by mail, those of the last second too. */
  signatureCount: number;
  /** Those of them that are an organisation's. */
  organisationCount: number;
  /** Signatures taken over from elsewhere, unverified and counted apart. */
  importedCount: number;
  commentCount: number;
  discussion: Discussion;
};

/** A letter as a line of a list. */
export type LetterSummary = Pick<
  Letter,
  | "id"
  | "slug"
  | "open"
  | "language"
  | "title"
  | "summary"
  | "authorName"
  | "addressees"
  | "closesOn"
  | "publishedAt"
  | "signatureCount"
  | "organisationCount"
  | "importedCount"
  | "commentCount"
>;

export const sorts = ["newest", "most-signed", "closing-soon"] as const;
export type Sort = (typeof sorts)[number];

/** Words that are pages of `/letters` and so can be no letter's slug. */
export const reservedSlugs = new Set(["new", "mine", "import"]);

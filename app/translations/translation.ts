import { z } from "zod";
import { line } from "#app/accounts/account.ts";
import { type DocumentNode, plainText } from "#app/letters/document.ts";
import { letterLimits } from "#app/letters/letter.ts";
import { languages, type Language } from "#app/languages/language.ts";

/** A translation of a letter as it is being written: what the next version of the letter may hold. */
export type Translation = {
  language: Language;
  title: string;
  document: DocumentNode;
  /** The name (hashText) of the original that it says the same as; null while nobody has said that of it. */
  originalSha256: string | null;
  /** Whether the authors keep it out of what is published. */
  leftOut: boolean;
  /** Grows with each edit, from 1. */
  revision: number;
  editedAt: Date;
  editedBy: string | null;
};

/**
 * How a translation stands to its original. `unfinished`: nobody has said yet that it says what any original says;
 * `behind`: it was said of an original that has changed since.
 */
export type Standing = "empty" | "unfinished" | "behind" | "current";

/** @param original the name (hashText) of the original as it is now */
export function standingOf(
  { document, originalSha256 }: Pick<Translation, "document" | "originalSha256">,
  original: string,
): Standing {
  if (plainText(document) === "") return "empty";
  if (originalSha256 === null) return "unfinished";
  return originalSha256 === original ? "current" : "behind";
}

/** A translation as lists and publishing pages show it. */
export type ListedTranslation = { language: Language; standing: Standing; leftOut: boolean };

/** Whether it is published with its letter: also where it is behind its original, which its page then says. */
export const isPublished = ({
  standing,
  leftOut,
}: Pick<ListedTranslation, "standing" | "leftOut">): boolean =>
  !leftOut && (standing === "current" || standing === "behind");

/** The languages that a letter can be translated into. */
export const otherLanguages = (original: Language): Language[] =>
  languages.filter((language) => language !== original);

/** The fields of a translation's form, without the text. */
export const TranslationFields = z.object({ title: line(letterLimits.title, "letter.title.missing") });

/** The name (hashText) of the original that a form was shown with; null where it is none. */
export const readOriginalName = (typed: string | undefined): string | null =>
  /^[0-9a-f]{64}$/.test(typed ?? "") ? (typed ?? null) : null;

import type { Language } from "#app/languages/language.ts";

/** What a citation leads to, as the letter shows it. */
export type CitedPassage = {
  /** Of the text, as the revision that was read calls it. */
  title: string;
  language: Language;
  /** The provision's address in the text as it is today. */
  slug: string;
  /** What it said when it was cited, verbatim, shortened. */
  passage: string;
  /** Whether the newest revision says the same, something else, or nothing of it. */
  state: "same" | "changed" | "repealed";
};

/** About so many characters of a passage are shown; the rest is a click away. */
const shown = 400;

/** The beginning of an official text, cut between two words. */
export function shortened(text: string): string {
  const signs = [...text];
  if (signs.length <= shown) return text;
  const start = signs.slice(0, shown).join("");
  const end = /^[\s\S]*\S(?=\s)/u.exec(start)?.[0] ?? start;
  return `${end} …`;
}

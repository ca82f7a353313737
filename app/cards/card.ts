import type { Language } from "#app/languages/language.ts";

/** What stands on the picture that goes with a link: one title, and around it one line each. */
export type Card = {
  language: Language;
  /** What it is and of when. */
  kicker: string;
  title: string;
  /** Whose it is; may be empty. */
  by: string;
  /** What stands behind it: a count with its word, or another short line. */
  figure: string;
  word: string;
};

/** Pixels, as the sites that show such pictures ask for. */
export const cardSize = { width: 1200, height: 630 };

/** The size of a title: a short one may be large, the longest (200 signs) must fit in five lines. */
export function titleSize(title: string): number {
  if (title.length <= 50) return 80;
  if (title.length <= 90) return 68;
  if (title.length <= 140) return 58;
  return 50;
}

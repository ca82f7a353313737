import type { Language } from "./language.ts";

const narrow = "\u202f";
const wide = "\u00a0";

/**
 * Keeps French punctuation from standing alone at a line's beginning or end, as the Lexique des règles
 * typographiques of the Imprimerie nationale asks: a narrow no-break space before ; ! ? and a no-break space
 * before : and inside « ». Only spaces that are there already are replaced: what is shown stays, sign by sign,
 * what was signed. Also numbers in groups of three, and units.
 */
export function frenchSpacing(text: string): string {
  return text
    .replace(/[ \u00a0]+([;!?]+)/gu, `${narrow}$1`)
    .replace(/[ ]+(:)(?=\s|$)/gu, `${wide}$1`)
    .replace(/« /gu, `«${wide}`)
    .replace(/ »/gu, `${wide}»`)
    .replace(/(?<=\d) (?=\d{3}(?!\d))/gu, narrow)
    .replace(/(?<=\d) (?=[%€])/gu, narrow);
}

/** A text as a language sets it. */
export function typeset(text: string, language: Language): string {
  return language === "fr" ? frenchSpacing(text) : text;
}

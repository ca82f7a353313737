/** Letters that are two letters to whoever types them otherwise; what is left of NFKD needs no table. */
const twice: Record<string, string> = { œ: "oe", æ: "ae", ß: "ss", ø: "o", đ: "d", ł: "l", ı: "i" };

/**
 * The words of a text as they are compared: lower case, without accents and without characters that nobody sees (a soft
 * hyphen within a word hides nothing). Everything but letters and digits stands between words: "L’Été" is "l", "ete".
 */
export function foldedWords(text: string): string[] {
  const folded = text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase()
    // Lower case may bring marks again: the Turkish İ.
    .replace(/\p{M}/gu, "")
    .replace(/[œæßøđłı]/g, (letter) => twice[letter] ?? letter);
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

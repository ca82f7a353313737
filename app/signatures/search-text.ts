/** Text as the roster is searched: lower case, without accents, ligatures opened, words separated by one space. */
export function searchText(...parts: string[]): string {
  return parts
    .join(" ")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** A question for `to_tsquery('simple', …)` that finds each word as a beginning; null when there is no word. */
export function searchQuery(typed: string): string | null {
  const words = searchText(typed).split(" ").filter(Boolean).slice(0, 8);
  return words.length > 0 ? words.map((word) => `${word.slice(0, 60)}:*`).join(" & ") : null;
}

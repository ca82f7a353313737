import { searchText } from "./search-text.ts";

/** Names that people write and the Unicode tables do not hold. */
const others: Record<string, string> = {
  usa: "US",
  "u s a": "US",
  "u s": "US",
  "united states of america": "US",
  "etats unis d amerique": "US",
  "u k": "GB",
  "great britain": "GB",
  "grande bretagne": "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  angleterre: "GB",
  ecosse: "GB",
  "the netherlands": "NL",
  "czech republic": "CZ",
  "republique tcheque": "CZ",
  turkey: "TR",
  "ivory coast": "CI",
};

/** Codes of the tables that are no country: unions, test regions and "unknown". */
const noCountry = /^(EU|EZ|UN|QO|XA|XB|ZZ)$/;

let known: Map<string, string> | undefined;

/** Every country's English and French name and its code, to the code of ISO 3166-1. */
function countries(): Map<string, string> {
  const found = new Map(Object.entries(others));
  const tables = ["en", "fr"].map(
    (language) => new Intl.DisplayNames(language, { type: "region", fallback: "none" }),
  );
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    // Former codes and informal ones lead to today's: UK is GB, DD is DE.
    const today = new Intl.Locale(`und-${code}`).region ?? code;
    if (noCountry.test(code) || tables[0]?.of(code) === undefined) continue;
    found.set(code.toLowerCase(), today);
    for (const table of tables) found.set(searchText(table.of(code) ?? code), today);
  }
  return found;
}

/** Every country's code of ISO 3166-1. */
export function countryCodes(): string[] {
  known ??= countries();
  return [...new Set(known.values())].toSorted();
}

/** The two-letter code of a country written as a code or by its English or French name; null when it is none. */
export function countryCode(typed: string): string | null {
  known ??= countries();
  return known.get(searchText(typed)) ?? null;
}

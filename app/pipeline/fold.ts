/** Letters that are two letters to whoever types them otherwise; what is left of NFKD needs no table. */
const twice: Record<string, string> = { œ: "oe", æ: "ae", ß: "ss", ø: "o", đ: "d", ł: "l", ı: "i" };

/**
 * Cyrillic and Greek letters that readers take for Latin ones (Unicode Technical Standard 39, confusables), in either
 * case: the capital В is a B, so в is b, and a word is the same in capitals. A Russian or Greek word may so become an
 * English one, which costs that a comment in those languages is held now and then.
 */
const lookalikes: Record<string, string> = Object.fromEntries(
  [
    ["авекмнорстухгѕіјӏһԁԛԝѵ", "abekmhopctyxrsijlhdqwv"],
    ["αβεζηικμνορτυχγςϳ", "abeznikmvoptuxycj"],
  ].flatMap(([others = "", latin = ""]) => [...others].map((letter, at) => [letter, latin[at] ?? letter])),
);
/** Greek capitals that look like another letter than their small ones do. */
const capitals: Record<string, string> = { Η: "h", Ν: "n", Υ: "y" };

/**
 * The words of a text as they are compared: lower case, without accents, without characters that nobody sees (a soft
 * hyphen within a word hides nothing), and with Latin letters for those that look like them. Everything but letters and
 * digits stands between words: "L’Été" is "l", "ete".
 */
export function foldedWords(text: string): string[] {
  const folded = text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .replace(/[ΗΝΥ]/g, (letter) => capitals[letter] ?? letter)
    .toLowerCase()
    // Lower case may bring marks again: the Turkish İ.
    .replace(/\p{M}/gu, "")
    .replace(/[œæßøđłı]/g, (letter) => twice[letter] ?? letter)
    .replace(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu, (letter) => lookalikes[letter] ?? letter);
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

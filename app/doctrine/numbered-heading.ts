import type { ProvisionKind } from "./provision.ts";

/** A line that names a provision: "Livre Ier : LES ÉCHANGES", "Article L100-1", "Rule 9". */
export type NumberedHeading = {
  kind: ProvisionKind;
  /** How wide it is: a smaller one holds larger ones. What states something itself is `leaf` and holds none. */
  rank: number;
  number: string;
  title: string;
  /** Whether it is only a letter and a number ("R9"), as much else in a text is. */
  short: boolean;
};

export const leaf = 10;

const times = "bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies|undecies|duodecies";
const roman = "[IVXLC]+(?:er|ère)?";
const single = "premier|première|unique|préliminaire|liminaire";
const wide = `(?:${roman}|\\d+(?:\\.\\d+)*(?:er|re|ère|ème|e)?|${single}|[A-Z])(?:[ -](?:${times}|[A-Z]|\\d+)\\b)*`;
const article =
  `(?:(?:(?:LO|LP|[LRDA])\\s?\\.?\\s?\\*{0,2}\\s?)?\\d+(?:er|re)?(?:[-–.]\\d+)*(?:[ -](?:${times}|[A-Z])\\b)*` +
  `|${single}|${roman}|[Aa]nnexe(?: [IVX\\d-]+)?)`;
const piece = "[A-Z]{0,8}[-. ]?\\d+(?:[.-]\\d+)*(?:[.-]?[a-zA-Z]\\b)?[+-]?";

const forms: { kind: ProvisionKind; rank: number; word: string; number: string }[] = [
  { kind: "annex", rank: -1, word: "Annexe|Annex|Appendix", number: wide },
  { kind: "part", rank: 0, word: "Partie|Part", number: `(?:${wide}|législative|réglementaire)` },
  { kind: "book", rank: 1, word: "Livre|Book", number: wide },
  { kind: "title", rank: 2, word: "Titre|Title", number: wide },
  { kind: "title", rank: 2.5, word: "Sous-titre", number: wide },
  { kind: "chapter", rank: 3, word: "Chapitre|Chapter", number: wide },
  { kind: "chapter", rank: 3.5, word: "Sous-chapitre", number: wide },
  { kind: "section", rank: 4, word: "Section", number: wide },
  { kind: "subsection", rank: 5, word: "Sous-section|Sub-?section", number: wide },
  { kind: "paragraph", rank: 6, word: "Paragraphe?", number: wide },
  { kind: "paragraph", rank: 6.5, word: "Sous-paragraphe", number: wide },
  { kind: "article", rank: leaf, word: "Article|Art\\.", number: article },
  { kind: "rule", rank: leaf, word: "Règle|Regle|Rule", number: piece },
  { kind: "requirement", rank: leaf, word: "Exigence|Requirement", number: piece },
];

const ordinals = "première|deuxième|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième";
const ordinalPart = new RegExp(`^(${ordinals}) partie(?:\\s*[:–—.-]+\\s*(.*))?$`, "i");
const shortRule = /^\[?R\s?(\d{1,3}(?:\.\d+)*[+-]?)\]?(?:\s*[:–—-]\s*(.*)|\.\s+(.*))?$/;
const bareAnnex = /^(?:annexes?|appendix)(?:\s*[:–—-]\s*(.*))?$/i;

// The first letter is a capital: "section 1 du code" is part of a sentence. Behind the number stands nothing, a title
// in brackets or behind a mark: "Article 5 du code" is part of one too.
const behind = "(?:\\s*(\\([^()]*\\))|\\s*(?:[:–—]|\\.\\s*[–—-]|\\s-|\\.)\\s*(.*))?$";
const patterns = forms.map((form) => ({
  ...form,
  strict: new RegExp(`^(?:${eitherCase(form.word)})\\s+(?:n[°o]\\s*)?(${form.number})${behind}`, "u"),
  loose: new RegExp(`^(?:${eitherCase(form.word)})\\s+(?:n[°o]\\s*)?(${form.number})\\s+(.+)$`, "u"),
}));

/** "Livre|Book" as it stands, and in capitals. */
function eitherCase(words: string): string {
  return `${words}|${words.toUpperCase()}`;
}

/**
 * Reads a line as the heading of a provision.
 * @param text on one line, without markup
 * @param marked whether the file marks the line as a heading: a title may then follow the number without any sign
 * @returns null when it is none
 */
export function numberedHeading(text: string, marked: boolean): NumberedHeading | null {
  // Every sentence of a text comes here: most are told by their length or first letter.
  if (text.length > 2200 || !/^\[?\p{Lu}/u.test(text)) return null;
  for (const { kind, rank, strict, loose } of patterns) {
    const found = strict.exec(text) ?? (marked ? loose.exec(text) : null);
    if (!found) continue;
    const [, number = "", inBrackets, title] = found;
    return {
      kind,
      rank,
      number: tidyNumber(number),
      title: (title ?? inBrackets ?? "").trim(),
      short: false,
    };
  }
  const part = ordinalPart.exec(text);
  if (part) {
    const number = ordinals.split("|").indexOf((part[1] ?? "").toLowerCase()) + 1;
    return { kind: "part", rank: 0, number: String(number), title: part[2] ?? "", short: false };
  }
  const annex = bareAnnex.exec(text);
  if (annex) return { kind: "annex", rank: -1, number: "", title: annex[1] || text, short: false };
  const short = shortRule.exec(text);
  if (!short) return null;
  const title = short[2] ?? short[3] ?? "";
  return { kind: "rule", rank: leaf, number: short[1] ?? "", title, short: true };
}

/** "L. 111-1" as "L111-1", "R.* 4" as "R*4". */
function tidyNumber(number: string): string {
  return number.replace(/^(LO|LP|[LRDA])\s?\.?\s?(\*{0,2})\s?(?=\d)/, "$1$2").replace(/–/g, "-");
}

const romanDigits: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** A number as two writings of it agree on: "Ier", "premier" and "1er" are "1", "IV bis" is "4-bis". */
export function plainNumber(number: string): string {
  const [first = "", ...rest] = number.toLowerCase().split(/[\s]+/);
  return [plainFirst(first), ...rest].filter(Boolean).join("-");
}

function plainFirst(word: string): string {
  if (/^(premier|première|1er|1re|1ère|ier|ière)$/.test(word)) return "1";
  const digits = /^(\d+)(?:e|ème)$/.exec(word)?.[1];
  if (digits) return digits;
  // A lone letter counts: "C" stands between B and D.
  if (!/^(?:[ivx]|x{0,3}(?:l|xl)?x{0,3}(?:ix|iv|v?i{0,3}))$/.test(word) || word === "" || word === "l")
    return word;
  const values = Array.from(word, (letter) => romanDigits[letter] ?? 0);
  return String(values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0));
}

import type { ProvisionKind } from "./provision.ts";

const words: Partial<Record<ProvisionKind, string>> = {
  part: "partie|part",
  book: "livre|book",
  title: "titre|title",
  chapter: "chapitre|chapter",
  section: "section",
  subsection: "sous-section|subsection",
  article: "article|art\\.?",
  rule: "règle|regle|rule",
  requirement: "exigence|requirement",
  annex: "annexe|annex|appendix",
};
const kinds = Object.entries(words).map(
  ([kind, named]) => [kind as ProvisionKind, new RegExp(`^(?:${named})s?\\s+(?:n[°o]\\s*)?`, "iu")] as const,
);

/** "L100-1", "L. 100-1", "R*421-3", "19.6", "EX-12": few letters, then figures. */
const figures = /^\p{L}{0,8}[.*\s-]{0,3}\d[\p{L}\p{N}.-]{0,40}(?: (?:bis|ter|quater|\p{L}))?$/iu;
const roman = /^[ivxlc]+(?:er|re)?$/i;

/**
 * Reads what somebody typed as a provision's number, with or without what it numbers: "L100-1", "règle 9", "book II".
 * @returns null when it is none; `number` is brought to its key by `provision_number_key` of the database
 */
export function readNumber(typed: string): { kind: ProvisionKind | null; number: string } | null {
  const text = typed.normalize("NFC").replace(/\s+/g, " ").trim().slice(0, 80);
  const found = kinds.find(([, named]) => named.test(text));
  const number = found ? text.replace(found[1], "") : text;
  if (figures.test(number) || (found && roman.test(number))) return { kind: found?.[0] ?? null, number };
  return null;
}

import type { Language } from "#app/languages/language.ts";
import type { ProvisionTree } from "./provision.ts";

/** Where a provision points in words of its own: another text or one of its articles, which it may amend. */
export type Reference = { href: string; words: string; amends: boolean };

/** A provision as a file has it. `line` is where it begins there, from 1. */
export type ParsedProvision = Omit<ProvisionTree, "children"> & {
  line: number;
  references?: Reference[];
  children: ParsedProvision[];
};

/** What a reader may have to say of a line that it did not use, or not as somebody may expect. */
export type ProblemKind =
  | "outside"
  | "taken-as-text"
  | "title-too-long"
  | "number-too-long"
  | "no-parent"
  | "no-item"
  | "twice"
  | "not-read"
  | "front-matter";

/** `words` are the file's own, shortened. */
export type Problem = { line: number; what: ProblemKind; words: string };

/** An official text as a file has it. What the file does not say is undefined, but for the language, which is guessed. */
export type ParsedText = {
  title: string | undefined;
  language: Language;
  source?: string;
  /** As YYYY-MM-DD. */
  dated?: string;
  provisions: ParsedProvision[];
  problems: Problem[];
};

/** Thrown inside a reader; which of these is wrong with the file as a whole. */
export class Unreadable extends Error {
  readonly reason: "not-text" | "not-well-formed" | "wrong-format" | "too-deep" | "too-large";
  readonly line: number | undefined;
  constructor(reason: Unreadable["reason"], message: string, line?: number) {
    super(message);
    this.reason = reason;
    this.line = line;
  }
}

/** How deep provisions may stand below one another, and how long their fields are; the tables say the same. */
export const provisionLimits = { depth: 20, number: 80, title: 2000 };

/** A paragraph as it is kept: in Unicode's composed form, on one line, white space collapsed. */
export function oneLine(text: string): string {
  return text.toWellFormed().normalize("NFC").replaceAll("\0", "").replace(/\s+/gu, " ").trim();
}

/** A body as it is kept: one paragraph a line, none of them empty. */
export function paragraphs(text: string): string {
  return text
    .split(/\r\n?|\n|\u2028|\u2029/)
    .map(oneLine)
    .filter((line) => line !== "")
    .join("\n");
}

/** So much of a text as a report shows, on one line. */
export function shortened(text: string): string {
  const line = oneLine(text.slice(0, 1000));
  return line.length > 120 ? `${line.slice(0, 119).toWellFormed()}…` : line;
}

/** Every provision of a tree with the one above it, in the order of reading. */
export function* eachProvision(
  provisions: ParsedProvision[],
): Generator<{ provision: ParsedProvision; above: ParsedProvision | null; depth: number }> {
  const open: { provision: ParsedProvision; above: ParsedProvision | null; depth: number }[] = provisions
    .map((provision) => ({ provision, above: null, depth: 0 }))
    .reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    const { provision: above, depth } = next;
    for (const child of above.children.toReversed()) open.push({ provision: child, above, depth: depth + 1 });
  }
}

import { foldedWords } from "./fold.ts";

export const wordListLimits = {
  entries: 50_000,
  /** Code points of a line, and words of one. */
  line: 100,
  words: 10,
};

/** A word list as an administrator typed it, read. */
export type ReadList =
  | { outcome: "read"; entries: string[] }
  | { outcome: "too-many"; count: number }
  /** `line` counts from 1, as editors do. */
  | { outcome: "line-too-long" | "line-without-words"; line: number };

/**
 * Reads a list of words and phrases, one a line; empty lines are nothing, and what stands twice stands once.
 * @returns what is wrong with it otherwise: a line that no comment could ever match is told, not passed over
 */
export function readWordList(typed: string): ReadList {
  const lines = typed.split(/\r\n|\r|\n/).map((line) => line.trim());
  const count = lines.filter((line) => line !== "").length;
  if (count > wordListLimits.entries) return { outcome: "too-many", count };
  const entries = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (line === "") continue;
    // Measured first: folding a line of a megabyte is for nothing.
    if (line.length > wordListLimits.line * 2 || [...line].length > wordListLimits.line)
      return { outcome: "line-too-long", line: index + 1 };
    const words = foldedWords(line);
    if (words.length === 0) return { outcome: "line-without-words", line: index + 1 };
    if (words.length > wordListLimits.words) return { outcome: "line-too-long", line: index + 1 };
    entries.add(line);
  }
  return { outcome: "read", entries: [...entries] };
}

/** What is looked up: each entry by its folded words, and how many words entries have that begin with one. */
export type CompiledList = { entries: Map<string, string>; lengths: Map<string, Set<number>> };

/** Makes a list ready to be looked up in; each word of a comment costs a look-up, however long the list is. */
export function compileWordList(entries: Iterable<string>): CompiledList {
  const compiled: CompiledList = { entries: new Map(), lengths: new Map() };
  for (const entry of entries) {
    const words = foldedWords(entry);
    const [first] = words;
    if (first === undefined) continue;
    const folded = words.join(" ");
    if (!compiled.entries.has(folded)) compiled.entries.set(folded, entry);
    const lengths = compiled.lengths.get(first) ?? new Set();
    compiled.lengths.set(first, lengths.add(words.length));
  }
  return compiled;
}

/** The first entry that stands in a text, as it was typed into the list; null when none does. */
export function findListed({ entries, lengths }: CompiledList, words: readonly string[]): string | null {
  for (const [at, word] of words.entries())
    for (const length of lengths.get(word) ?? []) {
      const found = entries.get(words.slice(at, at + length).join(" "));
      if (found !== undefined) return found;
    }
  return null;
}

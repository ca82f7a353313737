/** What a file held and a letter cannot hold, as its writer is told. */
const lossKinds = [
  "comments",
  "deletions",
  "equations",
  "margins",
  "pictures",
  "undescribed",
  "links",
  "citations",
  "headings",
  "deep",
  "notes",
  "look",
  "element",
  "html",
  "matter",
] as const;
type LossKind = (typeof lossKinds)[number];

/** `words` tell which: an element's name and its first words, names of looks, keys of the front matter. */
export type Loss = { what: LossKind; count: number; words: string };

/** Few enough to be read. */
const mostElements = 30;

/** Counts what is lost while a file is read. */
export class Losses {
  readonly #counts = new Map<LossKind, { count: number; words: Set<string> }>();

  add(what: LossKind, words = "", count = 1): void {
    if (count === 0) return;
    const known = this.#counts.get(what) ?? { count: 0, words: new Set() };
    known.count += count;
    if (words !== "" && known.words.size < mostElements) known.words.add(shortened(words));
    this.#counts.set(what, known);
  }

  list(): Loss[] {
    return lossKinds.flatMap((what) => {
      const found = this.#counts.get(what);
      return found ? [{ what, count: found.count, words: [...found.words].join("; ") }] : [];
    });
  }
}

function shortened(words: string): string {
  const line = words
    .slice(0, 400)
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
  return line.length > 60 ? `${line.slice(0, 59).toWellFormed()}…` : line;
}

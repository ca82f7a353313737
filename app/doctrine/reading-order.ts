import type { OutlineEntry } from "./doctrine-text.ts";

/** A stretch of a text that is shown at a time: whole divisions, or a run of pieces that stand beside each other. */
export type Part = {
  /** The entries from the first to the last position. */
  first: OutlineEntry;
  from: number;
  to: number;
};

/** A text whose provisions hold no more characters than this is shown whole. */
const smallText = 60_000;
/** A division with more than this is shown by what stands below it. */
const largestPart = 120_000;
/** Pieces without anything below them are shown together up to this many characters, or so many of them. */
const run = { size: 40_000, pieces: 200 };

/** The parts of a text, by its outline in the order of reading: each entry is in exactly one. */
export function partsOf(outline: OutlineEntry[]): Part[] {
  const [first] = outline;
  if (!first) return [];
  const sizes = subtreeSizes(outline);
  const total = outline.reduce((sum, { size }) => sum + size, 0);
  if (total <= smallText && outline.length <= 2 * run.pieces) return [{ first, from: 1, to: outline.length }];
  const starts: number[] = [];
  let open = { size: 0, pieces: 0, parent: null as number | null, leaves: false };
  const begin = (index: number, entry: OutlineEntry, leaves: boolean) => {
    starts.push(index);
    open = { size: entry.size, pieces: 1, parent: entry.parentId, leaves };
  };
  // What a divided heading says itself stands before the first thing below it, in one part with it.
  let joins = false;
  for (let index = 0; index < outline.length;) {
    const entry = outline[index];
    if (!entry) break;
    const size = sizes[index] ?? 0;
    const alone = outline.length === entry.descendants + 1;
    if (entry.descendants > 0 && (size > largestPart || entry.descendants > 4 * run.pieces || alone)) {
      if (!joins) begin(index, entry, false);
      joins = true;
      index++;
      continue;
    }
    const leaf = entry.descendants === 0;
    const fits =
      leaf &&
      open.leaves &&
      open.parent === entry.parentId &&
      open.size + size <= run.size &&
      open.pieces < run.pieces;
    if (joins || fits)
      open = { size: open.size + size, pieces: open.pieces + 1, parent: entry.parentId, leaves: leaf };
    else begin(index, entry, leaf);
    joins = false;
    index += entry.descendants + 1;
  }
  return starts.flatMap((start, place) => {
    const entry = outline[start];
    return entry ? [{ first: entry, from: start + 1, to: starts[place + 1] ?? outline.length }] : [];
  });
}

/** The characters of each entry with all that stands below it. */
function subtreeSizes(outline: OutlineEntry[]): number[] {
  const until = [0];
  for (const { size } of outline) until.push((until.at(-1) ?? 0) + size);
  return outline.map(({ descendants }, index) => (until[index + descendants + 1] ?? 0) - (until[index] ?? 0));
}

/** The part that holds the provision with this anchor, the first for no anchor; null when there is none of that name. */
export function partWith(parts: Part[], outline: OutlineEntry[], slug: string | null): number | null {
  if (slug === null) return 0;
  const position = outline.findIndex((entry) => entry.slug === slug) + 1;
  return position === 0 ? null : parts.findIndex(({ from, to }) => position >= from && position <= to);
}

/** What a provision stands under, from the widest. */
export function ancestorsOf(outline: OutlineEntry[], entry: OutlineEntry): OutlineEntry[] {
  const line: OutlineEntry[] = [];
  let parent = entry.parentId;
  for (let index = entry.position - 2; index >= 0 && parent !== null; index--) {
    const above = outline[index];
    if (above?.id !== parent) continue;
    line.unshift(above);
    parent = above.parentId;
  }
  return line;
}

/** What stands directly below a provision. */
export function childrenOf(outline: OutlineEntry[], entry: OutlineEntry): OutlineEntry[] {
  return outline
    .slice(entry.position, entry.position + entry.descendants)
    .filter(({ parentId }) => parentId === entry.id);
}

/** A provision that the revision before had, and where it would stand now. */
export type Repealed = { entry: OutlineEntry; after: number };

/** What a revision repealed of the one before; `after` is the position it would follow, 0 at the beginning. */
export function repealedSince(before: OutlineEntry[], now: OutlineEntry[]): Repealed[] {
  const positions = new Map(now.map(({ id, position }) => [id, position]));
  let after = 0;
  return before.flatMap((entry) => {
    const position = positions.get(entry.id);
    if (position === undefined) return [{ entry, after }];
    after = position;
    return [];
  });
}

/** The provisions before and after one in the order of reading. */
export const neighboursOf = (outline: OutlineEntry[], { position }: OutlineEntry) => ({
  before: outline[position - 2] ?? null,
  after: outline[position] ?? null,
});

import type { OutlineEntry } from "./doctrine-text.ts";
import type { Part } from "./reading-order.ts";

/** A line of the table of contents with those below it. */
export type Line = {
  entry: OutlineEntry;
  /** For a run of pieces without a heading: its last one. */
  last: OutlineEntry | null;
  /** Its part's first anchor. */
  part: string;
  lines: Line[];
};

/** How far below its part's own heading a part that is not shown is listed. */
const depthElsewhere = 1;

/**
 * The table of contents: everything of the part that is shown, of the others their headings down to the second level;
 * a run of pieces without headings is one line. A code of twenty thousand pieces has a contents one can read.
 */
export function contentsOf(outline: OutlineEntry[], parts: Part[], shown: number): Line[] {
  const top: Line[] = [];
  const line: Line[] = [];
  const add = (entry: OutlineEntry, part: Part, last: OutlineEntry | null) => {
    while (line.length > 0 && (line.at(-1)?.entry.depth ?? 0) >= entry.depth) line.pop();
    const made = { entry, last, part: part.first.slug, lines: [] };
    (line.at(-1)?.lines ?? top).push(made);
    if (!last) line.push(made);
  };
  parts.forEach((part, place) => {
    const entries = outline.slice(part.from - 1, part.to);
    if (place === shown) for (const entry of entries) add(entry, part, null);
    else if (entries.every(({ descendants }) => descendants === 0))
      add(part.first, part, entries.length > 1 ? (entries.at(-1) ?? null) : null);
    else
      for (const entry of entries)
        if (entry.descendants > 0 && entry.depth <= part.first.depth + depthElsewhere) add(entry, part, null);
  });
  return top;
}

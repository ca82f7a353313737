/**
 * Where a comment is anchored in a provision's own text, by the selectors of the W3C's Web Annotation Data Model:
 * TextQuoteSelector (exact, prefix, suffix) and TextPositionSelector (start, end; Unicode code points, end behind the
 * last one).
 */
export type Anchor = { exact: string; prefix: string; suffix: string; start: number; end: number };

/** Code points. A longer passage is the provision as a whole, which has comments without a passage. */
export const longestPassage = 2000;
/** So many code points before and behind a passage are kept, to show and to tell it apart. */
const surroundings = 32;

/** A stretch of a text in code points; `end` is behind its last one. */
export type Stretch = { start: number; end: number };

/** The anchor of a stretch of a text; its ends must lie in the text. */
export function anchorOf(text: string, { start, end }: Stretch): Anchor {
  const points = [...text];
  const slice = (from: number, to: number) => points.slice(Math.max(0, from), to).join("");
  return {
    exact: slice(start, end),
    prefix: slice(start - surroundings, start),
    suffix: slice(end, end + surroundings),
    start,
    end,
  };
}

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/**
 * Where words that somebody typed or copied stand in a text. White space is any white space and an apostrophe either
 * of the two, for keyboards and clipboards change them; all other signs must be the same.
 * @returns every place, overlapping ones too, in the order of the text
 */
export function findPassages(text: string, quote: string): Stretch[] {
  const words = quote.normalize("NFC").split(/\s+/u).filter(Boolean);
  if (words.length === 0) return [];
  const pattern = words.map((word) => escaped(word).replace(/['’]/g, "['’]")).join("\\s+");
  const found: Stretch[] = [];
  const finder = new RegExp(pattern, "gu");
  for (let match = finder.exec(text); match; match = finder.exec(text)) {
    const start = codePoints(text, match.index);
    found.push({ start, end: start + [...match[0]].length });
    finder.lastIndex = match.index + (text.codePointAt(match.index)! > 0xffff ? 2 : 1);
  }
  return found;
}

const codePoints = (text: string, units: number) => [...text.slice(0, units)].length;

/**
 * Where a passage stands in a later text of the same provision: at the same place when the text is the same, elsewhere
 * when it stands there exactly once. Otherwise it is an orphan: a lookalike is never taken for it.
 */
export function placeIn(
  anchored: string,
  later: string | null,
  { exact, start, end }: Pick<Anchor, "exact" | "start" | "end">,
): ({ state: "exact" | "carried" } & Stretch) | { state: "orphan" } {
  if (later === null) return { state: "orphan" };
  if (later === anchored) return { state: "exact", start, end };
  const first = later.indexOf(exact);
  if (first < 0 || later.indexOf(exact, first + 1) >= 0) return { state: "orphan" };
  const moved = codePoints(later, first);
  return { state: "carried", start: moved, end: moved + [...exact].length };
}

/** A piece of a text between two ends of passages, and the passages that it is part of. */
export type Piece<Passage> = { text: string; passages: Passage[] };

/**
 * A text's lines in pieces, so that passages that overlap can be shown each where it is.
 * @param passages in code points of the whole text
 */
export function cutAtPassages<Passage extends Stretch>(
  text: string,
  passages: Passage[],
): Piece<Passage>[][] {
  let lineStart = 0;
  return text.split("\n").map((line) => {
    const points = [...line];
    const from = lineStart;
    const to = from + points.length;
    lineStart = to + 1;
    const here = passages.filter(({ start, end }) => start < to && end > from);
    const cuts = [...new Set([from, to, ...here.flatMap(({ start, end }) => [start, end])])]
      .filter((cut) => cut >= from && cut <= to)
      .sort((a, b) => a - b);
    return cuts.slice(1).map((cut, index) => {
      const begin = cuts[index] ?? from;
      return {
        text: points.slice(begin - from, cut - from).join(""),
        passages: here.filter(({ start, end }) => start <= begin && end >= cut),
      };
    });
  });
}

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
export function* eachPassage(text: string, quote: string): Generator<Stretch> {
  const words = quote.normalize("NFC").split(/\s+/u).filter(Boolean);
  if (words.length === 0) return;
  const pattern = words.map((word) => escaped(word).replace(/['’]/g, "['’]")).join("\\s+");
  const finder = new RegExp(pattern, "gu");
  // Counted on from one place to the next: a long text with many of them is read once.
  let counted = { units: 0, points: 0 };
  for (let match = finder.exec(text); match; match = finder.exec(text)) {
    const points = counted.points + codePoints(text.slice(counted.units, match.index));
    counted = { units: match.index, points };
    yield { start: points, end: points + codePoints(match[0]) };
    finder.lastIndex = match.index + (text.codePointAt(match.index)! > 0xffff ? 2 : 1);
  }
}

/**
 * The one place that somebody means by its words: where they pointed, or the only one there is.
 * @param pointed where it begins, in code points; null when nobody pointed
 */
export function findStretch(
  text: string,
  quote: string,
  pointed: number | null,
): Stretch | "missing" | "ambiguous" {
  let only: Stretch | null = null;
  let more = false;
  for (const place of eachPassage(text, quote)) {
    if (place.start === pointed) return place;
    more = only !== null;
    only ??= place;
    if (more && (pointed === null || place.start > pointed)) break;
  }
  return only === null ? "missing" : more ? "ambiguous" : only;
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/**
 * Where a passage stands in a later text of the same provision: at the same place when the text is the same, elsewhere
 * when it stands exactly once in both, and is as much a whole word there. Otherwise it is an orphan: a lookalike is never
 * taken for it ("2 mois" stands in "12 mois").
 */
export function placeIn(
  anchored: string,
  later: string | null,
  { exact, start, end }: Pick<Anchor, "exact" | "start" | "end">,
): ({ state: "exact" | "carried" } & Stretch) | { state: "orphan" } {
  if (later === null) return { state: "orphan" };
  if (later === anchored) return { state: "exact", start, end };
  const [before, now] = [onlyPlace(anchored, exact), onlyPlace(later, exact)];
  if (before === null || now === null) return { state: "orphan" };
  const [were, are] = [insideWord(anchored, before, exact), insideWord(later, now, exact)];
  if ((are.begins && !were.begins) || (are.ends && !were.ends)) return { state: "orphan" };
  const moved = codePoints(later.slice(0, now));
  return { state: "carried", start: moved, end: moved + codePoints(exact) };
}

/** Where words stand in a text, in UTF-16 units; null when they stand nowhere or more than once. */
function onlyPlace(text: string, words: string): number | null {
  const first = text.indexOf(words);
  return first < 0 || text.indexOf(words, first + 1) >= 0 ? null : first;
}

/** Whether a letter or a digit stands right before and right behind a passage that begins at `at`. */
function insideWord(text: string, at: number, passage: string): { begins: boolean; ends: boolean } {
  const ofWord = /[\p{L}\p{N}]/u;
  const [before, behind] = [
    [...text.slice(Math.max(0, at - 2), at)],
    [...text.slice(at + passage.length).slice(0, 2)],
  ];
  return { begins: ofWord.test(before.at(-1) ?? ""), ends: ofWord.test(behind[0] ?? "") };
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

import { anchorOf, eachPassage, type Stretch } from "#app/discussion/anchor.ts";
import type { MarginPassage } from "./margin.ts";

/** Words that stand in a text more often are nowhere in particular. */
const mostPlaces = 500;

/**
 * Where the passages of threads stand in a text: where its words stand when they stood and stand only once, else where
 * they stand between the same surroundings. A lookalike is never taken for one ("2 mois" stands in "12 mois").
 * @returns for a passage its place, or null for an orphan
 */
export function passagePlacer(text: string): (passage: MarginPassage) => Stretch | null {
  const points = [...text];
  return (passage) => {
    const places: Stretch[] = [];
    for (const place of eachPassage(text, passage.quote)) {
      if (places.length === mostPlaces) return null;
      places.push(place);
    }
    const [only] = places;
    if (passage.alone && only && places.length === 1) return asMuchAWord(points, only, passage) ? only : null;
    const same = places.filter((place) => {
      const { prefix, suffix } = surroundingsOf(points, place);
      return prefix === passage.prefix && suffix === passage.suffix;
    });
    return same.length === 1 ? (same[0] ?? null) : null;
  };
}

/** What stands around a stretch of a text that is cut into code points, as much of it as an anchor keeps. */
function surroundingsOf(points: string[], { start, end }: Stretch): { prefix: string; suffix: string } {
  // Looked at alone: a text of many pages is not put together again for each place.
  const from = Math.max(0, start - 64);
  const around = points.slice(from, end + 64).join("");
  return anchorOf(around, { start: start - from, end: end - from });
}

/** Whether a passage that began and ended a word still does. */
function asMuchAWord(points: string[], { start, end }: Stretch, { prefix, suffix }: MarginPassage): boolean {
  const ofWord = (sign: string | undefined) => /^[\p{L}\p{N}]/u.test(sign ?? "");
  const begins = ofWord(points[start - 1]) && !ofWord([...prefix].at(-1));
  return !begins && !(ofWord(points[end]) && !ofWord(suffix));
}

/**
 * Whether words that somebody chose in the live editor are the only ones of their kind in the decided text, which may be
 * a second behind: they are not yet there, or the one place where they stand is theirs.
 */
export function standsAlone(text: string, { quote, prefix, suffix }: Omit<MarginPassage, "alone">): boolean {
  const places: Stretch[] = [];
  for (const place of eachPassage(text, quote)) {
    places.push(place);
    if (places.length > 1) return false;
  }
  const [only] = places;
  if (!only) return true;
  const there = anchorOf(text, only);
  return there.prefix === prefix || there.suffix === suffix;
}

import { comparePassages, mostSteps, type Passage } from "#app/letters/compare-versions.ts";
import type { Block } from "#app/letters/document-blocks.ts";

/**
 * Compares provisions' own texts line by line and word by word; all of them together take no more work than two
 * versions of one letter may.
 */
export function compareTexts(texts: { before: string; now: string }[]): Passage[][] {
  const steps = { left: mostSteps };
  return texts.map(({ before, now }) => comparePassages(linesOf(before), linesOf(now), steps));
}

const linesOf = (text: string): Block[] =>
  text === ""
    ? []
    : text.split("\n").map((line) => ({ kind: "paragraph", text: line, picture: "", form: "" }));

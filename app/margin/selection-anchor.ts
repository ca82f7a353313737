import type { EditorState } from "@tiptap/pm/state";
import { anchorOf, longestPassage } from "#app/discussion/anchor.ts";
import { followRange } from "./followed-range.ts";
import type { MarginSelection } from "./margin.ts";
import { readWords } from "./margin-words.ts";
import { encodePosition } from "./relative-position.ts";

/**
 * The passage that is selected, as a new thread stands on it.
 * @param leaveOut as for `MarginAnchors`
 * @returns "empty" where no words are selected, "too-long" past 2,000 characters, "unbound" while there is no Y.Doc
 */
export function selectionAnchor(
  state: EditorState,
  leaveOut: readonly string[] = [],
): MarginSelection | "empty" | "too-long" | "unbound" {
  const chosen = passageIn(state, leaveOut) ?? passageIn(state, []);
  if (!chosen) return "empty";
  const { exact: quote, prefix, suffix } = chosen.anchor;
  if ([...quote].length > longestPassage) return "too-long";
  const positions = followRange(state, chosen.range);
  if (!positions) return "unbound";
  const [begins, ends] = [encodePosition(positions.begins), encodePosition(positions.ends)];
  return { quote, prefix, suffix, begins, ends };
}

function passageIn(state: EditorState, leaveOut: readonly string[]) {
  const { from, to } = state.selection;
  const words = readWords(state.doc, leaveOut);
  const points = [...words.text];
  const inside = (index: number) => (words.from[index] ?? 0) >= from && (words.to[index] ?? 0) <= to;
  const spoken = points.flatMap((sign, index) => (inside(index) && sign.trim() !== "" ? [index] : []));
  const [first, last] = [spoken[0], spoken.at(-1)];
  if (first === undefined || last === undefined) return null;
  const range = { from: words.from[first] ?? from, to: words.to[last] ?? to };
  return { anchor: anchorOf(words.text, { start: first, end: last + 1 }), range };
}

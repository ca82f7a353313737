import type { EditorState } from "@tiptap/pm/state";
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from "@tiptap/y-tiptap";
import * as Y from "yjs";
import type { MarginPositions } from "./margin.ts";
import { decodePosition } from "./relative-position.ts";

/** A stretch of a document in positions of ProseMirror. */
export type Range = { from: number; to: number };
/** The same in its Y.Doc, where it stays with its words. */
export type Followed = { begins: Y.RelativePosition; ends: Y.RelativePosition };

/** The Y.Doc that an editor is bound to, or null while it is bound to none. */
function bindingOf(state: EditorState) {
  const sync = ySyncPluginKey.getState(state) as
    { doc: Y.Doc; type: Y.XmlFragment; binding: { mapping: never } | null } | undefined;
  return sync?.binding ? { doc: sync.doc, type: sync.type, mapping: sync.binding.mapping } : null;
}

/**
 * A position that stays with what stands behind it (`side` 0) or before it (-1): what is typed at the end of a passage
 * is not part of it.
 */
function relativeAt(state: EditorState, position: number, side: 0 | -1): Y.RelativePosition | null {
  const bound = bindingOf(state);
  if (!bound) return null;
  const found = absolutePositionToRelativePosition(position, bound.type, bound.mapping) as Y.RelativePosition;
  const at = Y.createAbsolutePositionFromRelativePosition(found, bound.doc);
  return at ? Y.createRelativePositionFromTypeIndex(at.type, at.index, side) : null;
}

function absoluteOf(state: EditorState, position: Y.RelativePosition): number | null {
  const bound = bindingOf(state);
  return bound ? relativePositionToAbsolutePosition(bound.doc, bound.type, position, bound.mapping) : null;
}

/** What a range is found by again, whatever others type; null while the editor is bound to no Y.Doc. */
export const followRange = (state: EditorState, { from, to }: Range): Followed | null => {
  const [begins, ends] = [relativeAt(state, from, 0), relativeAt(state, to, -1)];
  return begins && ends ? { begins, ends } : null;
};

/** Where a range stands now; null when nothing of it is left. */
export function rangeOf(state: EditorState, followed: Followed | null): Range | null {
  if (!followed) return null;
  const [from, to] = [absoluteOf(state, followed.begins), absoluteOf(state, followed.ends)];
  return from !== null && to !== null && from < to && to <= state.doc.content.size ? { from, to } : null;
}

/** The positions of a thread as they came from a browser. */
export const storedPositions = (positions: MarginPositions | null): Followed | null => {
  if (!positions) return null;
  const [begins, ends] = [decodePosition(positions.begins), decodePosition(positions.ends)];
  return begins && ends ? { begins, ends } : null;
};

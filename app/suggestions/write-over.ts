import type { EditorState, Transaction } from "@tiptap/pm/state";
import type { StepMap } from "@tiptap/pm/transform";

/**
 * What somebody writes (not suggests) into a passage that is struck is new text, which nobody proposed to delete; the
 * editor would strike it like its surroundings. A new block behind a proposed one is nobody's proposal either.
 * @returns the steps that say so, or null
 */
export function withoutStrikes(state: EditorState, maps: readonly StepMap[]): Transaction | null {
  const transaction = state.tr;
  for (const [index, map] of maps.entries())
    map.forEach((_oldFrom, _oldTo, start, end) => {
      let [from, to] = [start, end];
      for (const later of maps.slice(index + 1)) [from, to] = [later.map(from, 1), later.map(to, -1)];
      if (from >= to) return;
      state.doc.nodesBetween(from, to, (node, position) => {
        if (node.isTextblock && node.childCount === 0 && position >= from - 1)
          for (const name of ["inserted", "deleted"])
            if (node.attrs[name]) transaction.setNodeAttribute(position, name, null);
      });
      transaction.removeMark(from, to, state.schema.marks.deletion);
    });
  return transaction.docChanged ? transaction : null;
}

import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { type ProsemirrorBinding, ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";

type Kept = { anchor: Y.RelativePosition; head: Y.RelativePosition };

/**
 * A position at the end of what a block holds, bound to what stands before it. As y-tiptap gives it out it is bound to
 * the end itself: in an empty paragraph it would stand behind the first letter that another types there.
 */
function steady(position: Y.RelativePosition, doc: Y.Doc): Y.RelativePosition {
  if (position.item !== null || position.assoc < 0) return position;
  const found = Y.createAbsolutePositionFromRelativePosition(position, doc);
  return found ? Y.createRelativePositionFromTypeIndex(found.type, found.index, -1) : position;
}

/**
 * A browser tells of a moved caret a moment later. A key or another's change that comes before it would find the caret
 * where it was, and put it back there.
 */
export function readCaret(): void {
  document.dispatchEvent(new Event("selectionchange"));
}

/** A plugin that keeps one's own caret where it is, whatever others type around it; for an editor bound by y-tiptap. */
export function keepOwnCaret(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown: () => {
          readCaret();
          return false;
        },
      },
    },
    view(view) {
      const { doc, binding } = ySyncPluginKey.getState(view.state) as {
        doc: Y.Doc;
        binding: ProsemirrorBinding;
      };
      const keep = () => {
        const kept = binding.beforeTransactionSelection as Kept | null;
        if (!kept) return;
        kept.anchor = steady(kept.anchor, doc);
        kept.head = steady(kept.head, doc);
      };
      // After "beforeAllTransactions", with which the binding remembers where the caret is.
      doc.on("beforeTransaction", keep);
      return { destroy: () => doc.off("beforeTransaction", keep) };
    },
  });
}

export const OwnCaret = Extension.create({
  name: "ownCaret",
  addProseMirrorPlugins: () => [keepOwnCaret()],
});

import { EditorState, type Plugin, type PluginView, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { prosemirrorJSONToYDoc, ySyncPlugin, yUndoPlugin, yUndoPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { documentSchema } from "#app/letters/document.ts";

/**
 * An editor of a letter that is bound to a Y.Doc as the live one is, without a page: what its plugins see of a view is
 * its state and how it is changed.
 */
export function openEditor(doc: Y.Doc, plugins: Plugin[] = []) {
  const fragment = doc.getXmlFragment("text");
  let views: PluginView[] = [];
  const view = {
    state: EditorState.create({
      schema: documentSchema,
      plugins: [ySyncPlugin(fragment), yUndoPlugin(), ...plugins],
    }),
    isDestroyed: false,
    hasFocus: () => false,
    dispatch(transaction: Transaction) {
      const before = view.state;
      view.state = before.apply(transaction);
      for (const each of views) each.update?.(asView, before);
    },
    destroy() {
      view.isDestroyed = true;
      for (const each of views) each.destroy?.();
    },
  };
  // The plugins ask a view for nothing more.
  const asView = view as unknown as EditorView;
  views = view.state.plugins.flatMap(({ spec }) => (spec.view ? [spec.view(asView)] : []));
  return {
    view: asView,
    /** Where words stand in the document. */
    find: (words: string): { from: number; to: number } => {
      let found: { from: number; to: number } | null = null;
      view.state.doc.descendants((node, at) => {
        const index = node.isText ? (node.text ?? "").indexOf(words) : -1;
        if (index >= 0) found ??= { from: at + index, to: at + index + words.length };
      });
      if (!found) throw new Error(`"${words}" stands nowhere in: ${view.state.doc.textContent}`);
      return found;
    },
    undo: () =>
      void (yUndoPluginKey.getState(view.state) as { undoManager: Y.UndoManager }).undoManager.undo(),
  };
}

/** Two Y.Docs that hear of each other's changes at once. */
export function joined(paragraphs: string[]): [Y.Doc, Y.Doc] {
  const content = paragraphs.map((text) => ({
    type: "paragraph",
    content: text ? [{ type: "text", text }] : [],
  }));
  const one = prosemirrorJSONToYDoc(documentSchema, { type: "doc", content }, "text");
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const)
    from.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "joined") Y.applyUpdate(to, update, "joined");
    });
  return [one, other];
}

import { prosemirrorJSONToYDoc, updateYFragment, yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { type DocumentNode, emptyDocument } from "#app/letters/document.ts";
import { draftSchema } from "#app/suggestions/suggestion-marks.ts";

/** The name under which a draft's text stands in its Yjs document; nothing else stands there. */
export const textName = "text";

/** The text of a shared draft with what is proposed for it, as ProseMirror JSON, unchecked; attributes that have their default may be missing. */
export function textOf(shared: Y.Doc): DocumentNode {
  const text = yXmlFragmentToProsemirrorJSON(shared.getXmlFragment(textName)) as DocumentNode;
  return text.content && text.content.length > 0 ? text : emptyDocument;
}

/** A shared draft that begins with this text. */
export const sharedFrom = (document: DocumentNode): Y.Doc =>
  prosemirrorJSONToYDoc(draftSchema, document, textName);

/** A shared draft from its stored state and the updates that came after. */
export function sharedOf(state: Uint8Array, updates: Uint8Array[] = []): Y.Doc {
  const shared = new Y.Doc();
  shared.transact(() => {
    for (const update of [state, ...updates]) Y.applyUpdate(shared, update);
  });
  return shared;
}

/**
 * Makes a shared draft say what a document says, by the smallest change that does.
 * @returns the update that does it
 */
export function writeText(shared: Y.Doc, document: DocumentNode): Uint8Array {
  const before = Y.encodeStateVector(shared);
  const node = draftSchema.nodeFromJSON(document);
  shared.transact(() =>
    updateYFragment(shared, shared.getXmlFragment(textName), node, {
      mapping: new Map(),
      isOMark: new Map(),
    }),
  );
  return Y.encodeStateAsUpdate(shared, before);
}

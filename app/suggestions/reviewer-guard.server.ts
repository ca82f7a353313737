import { Node } from "@tiptap/pm/model";
import * as Y from "yjs";
import { onlySuggests } from "./only-suggests.ts";
import { readFragment } from "./read-fragment.ts";
import { draftSchema } from "./suggestion-marks.ts";

/** The name of the fragment that holds a draft's text. */
const textName = "text";

/** A copy of a draft on which updates are tried; it is brought up to date by what it lacks and thrown away after a refusal. */
const copies = new WeakMap<Y.Doc, Y.Doc>();

/**
 * Whether a reviewer's update may enter the shared document: it makes, changes or withdraws suggestions of their own and
 * does nothing else. Never throws: what cannot be read is refused.
 * @param document the shared document, which is not changed
 * @param update as it came over the socket
 * @param others the Yjs clients of other connections (their awareness knows): nobody writes under their numbers, which
 *   would make the server ignore what they send next
 */
export function mayReviewerApply(
  document: Y.Doc,
  update: Uint8Array,
  accountId: number,
  others: ReadonlySet<number> = new Set(),
): boolean {
  const copy = copies.get(document) ?? new Y.Doc({ gc: true });
  copies.delete(document);
  try {
    const text = copy.getXmlFragment(textName);
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(document, Y.encodeStateVector(copy)));
    const before = readText(text);
    if (writesAs(others, document, update)) return false;
    if (!isInText(copy, text, update) || isWaiting(copy)) return false;
    const after = readText(text);
    if (!onlySuggests(before, after, accountId)) return false;
    copies.set(document, copy);
    return true;
  } catch {
    return false;
  }
}

function readText(text: Y.XmlFragment): Node {
  const node = Node.fromJSON(draftSchema, readFragment(text, draftSchema));
  node.check();
  return node;
}

/** Applies an update and tells whether all that it changed stands in the text. */
function isInText(copy: Y.Doc, text: Y.XmlFragment, update: Uint8Array): boolean {
  let outside = false;
  const look = ({ changed }: Y.Transaction) => {
    for (const type of changed.keys()) outside ||= rootOf(type) !== text;
  };
  copy.on("afterTransaction", look);
  try {
    Y.applyUpdate(copy, update);
  } finally {
    copy.off("afterTransaction", look);
  }
  return !outside;
}

function rootOf(type: unknown): unknown {
  let root = type as Y.AbstractType<unknown>;
  while (root._item) root = root._item.parent as Y.AbstractType<unknown>;
  return root;
}

/** Whether a part of an update waits for others that the server does not have: it would enter later, unseen. */
const isWaiting = ({ store }: Y.Doc) => store.pendingStructs !== null || store.pendingDs !== null;

function writesAs(others: ReadonlySet<number>, document: Y.Doc, update: Uint8Array): boolean {
  if (others.size === 0) return false;
  return Y.decodeUpdate(update).structs.some(
    ({ id, length }) => others.has(id.client) && id.clock + length > Y.getState(document.store, id.client),
  );
}

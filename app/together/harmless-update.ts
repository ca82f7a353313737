import * as Y from "yjs";
import { draftSchema } from "#app/suggestions/suggestion-marks.ts";
import { textName } from "./shared-text.ts";

/** Marks that can lie over another of their kind are stored under their name and a hash (y-tiptap). */
const markOf = (key: string) => key.replace(/--[\w+/=]{8}$/, "");

/**
 * Whether an update that comes from outside can only change the text of a draft, by what a draft may be made of. What
 * it makes of the text is judged where the text is read as a whole: folding is.
 * @param update bytes of any kind
 */
export function isHarmless(update: Uint8Array): boolean {
  try {
    const { structs } = Y.decodeUpdate(update);
    return structs.every((struct) => !(struct instanceof Y.Item) || isHarmlessItem(struct));
  } catch {
    return false;
  }
}

function isHarmlessItem({ parent, content }: Y.Item): boolean {
  // The name of a root; everything else hangs below an item that was judged when it came.
  if (typeof parent === "string" && parent !== textName) return false;
  if (content instanceof Y.ContentType) {
    const { type } = content;
    if (type instanceof Y.XmlText) return true;
    return type instanceof Y.XmlElement && draftSchema.nodes[type.nodeName] !== undefined;
  }
  if (content instanceof Y.ContentFormat) return draftSchema.marks[markOf(content.key)] !== undefined;
  return (
    content instanceof Y.ContentString ||
    content instanceof Y.ContentAny ||
    content instanceof Y.ContentDeleted
  );
}

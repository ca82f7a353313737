import * as Y from "yjs";
import { textName } from "#app/together/shared-text.ts";

/** Bytes. A position is an id or two, which are numbers. */
const longestPosition = 200;

/** A relative position as it is sent and stored. */
export function encodePosition(position: Y.RelativePosition): string {
  return btoa(String.fromCharCode(...Y.encodeRelativePosition(position)));
}

/**
 * Reads a relative position that came from a browser: only one that Yjs would have written, of a bounded size, in the text
 * of a draft. It says where to show a passage, and nothing else ever hangs on it.
 * @returns null for anything else
 */
export function decodePosition(base64: string): Y.RelativePosition | null {
  try {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    if (bytes.length === 0 || bytes.length > longestPosition) return null;
    const position = Y.decodeRelativePosition(bytes);
    const inText = position.tname === null || position.tname === textName;
    const known = position.item !== null || position.type !== null || position.tname !== null;
    return inText && known && encodePosition(position) === base64 ? position : null;
  } catch {
    // Not base64, or cut off: atob and Yjs throw at both.
    return null;
  }
}

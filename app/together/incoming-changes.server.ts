import type { Document } from "@hocuspocus/server";
import * as Y from "yjs";
import { readRunningSettings } from "#app/administration/read-settings.server.ts";
import { isHarmless } from "./harmless-update.ts";
import type { Ending } from "./message.ts";
import { mayApply } from "./seats.server.ts";

/** How large a draft may be in memory, in bytes, with what was deleted from it. */
const largestDraft = 16 * 1024 * 1024;

type Change = { payload: Uint8Array; document: Document; connection: Parameters<typeof mayApply>[2] };

/** Which changes that pages send come into the drafts that are open here. */
export class IncomingChanges {
  readonly #sizes = new WeakMap<Document, number>();

  /** Notes the size of a draft; unless it is given it is counted. In bytes. */
  measure(document: Document, size = Y.encodeStateAsUpdate(document).length): void {
    this.#sizes.set(document, size);
  }

  /**
   * Whether a change may come in, by its form, by the rights of who sends it and by the size that the draft would have.
   * @returns how its page is ended, null when it may
   */
  async judge({ payload, document, connection }: Change): Promise<Ending | null> {
    // A page that comes back brings what it has, which may be nothing: two zeros.
    if (payload.length > 2 && (await readRunningSettings()).readOnly) return "read-only";
    const size = (this.#sizes.get(document) ?? 0) + payload.length;
    if (!isHarmless(payload) || !mayApply(document, payload, connection)) return "refused";
    if (size > largestDraft) return "too-large";
    this.#sizes.set(document, size);
    return null;
  }

  /**
   * Forgets what hangs on something that nobody has: it would wait in memory for ever, and our pages send nothing like it.
   * @returns true when something was forgotten
   */
  forgetPending({ store }: Document): boolean {
    if (!store.pendingStructs && !store.pendingDs) return false;
    store.pendingStructs = null;
    store.pendingDs = null;
    return true;
  }
}

import { HocuspocusProvider, HocuspocusProviderWebsocket, WebSocketStatus } from "@hocuspocus/provider";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import {
  type Ending,
  endings,
  readServerMessage,
  type SharedFields,
  sharedName,
  written,
} from "./message.ts";
import { readCaret } from "./own-caret.ts";

/** A draft as the page that edits it live gets it. */
export type Opened = {
  letterId: number;
  slug: string;
  accountId: number;
  /** The shared document as it is stored, in base64; null where the first connection begins it. */
  state: string | null;
  /** A reviewer: what they type is a suggestion. */
  onlySuggests: boolean;
  /** The names of the co-authors by their accounts. */
  names: Record<number, string>;
  /** The server's clock when it sent the page, as ISO time. */
  now: string;
};

/** How an edited draft stands with the server. */
export type Standing = {
  connection: "connecting" | "live" | "offline";
  /** Changes of this page that the server has not told to be stored. */
  unsaved: boolean;
  /** They have been so for longer than storing takes. */
  late: boolean;
  /** What stands there is no letter: why. */
  fault: string | null;
  ending: Ending | null;
  mayWrite: boolean;
  /** The names of the others who have the draft open, each once. */
  others: string[];
  fields: SharedFields | null;
  /** How often it was heard that something was written in the margin. */
  marginChanges: number;
};

/** After so long "saving" is no word for it any more, in milliseconds. */
const lateAfter = 5000;
/** Changes are gathered for so long before it is asked whether they are stored, in milliseconds. */
const askAfter = 150;
const passing: readonly Ending[] = ["logged-out", "role-changed"];

const inBase64 = (bytes: Uint8Array) => {
  let text = "";
  // A call takes some ten thousand arguments, no more.
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
};
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

/** Storage is refused in some private windows: everything goes on without it. */
function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/**
 * A draft that is edited together, on the page of one of those who do. What is typed shows at once, is sent at once, and
 * is kept in this browser until the server has told that it is stored.
 */
export class LiveDraft {
  readonly shared = new Y.Doc();
  readonly awareness = new Awareness(this.shared);
  readonly #opened: Opened;
  readonly #key: string;
  readonly #listeners = new Set<() => void>();
  #provider: HocuspocusProvider | undefined;
  #socket: HocuspocusProviderWebsocket | undefined;
  /** Whether the text is here; whether the server lets this page change it. */
  #begun: boolean;
  #writes = true;
  /** Counts this page's changes; up to which of them the server has everything, and in which state that was. */
  #changes = 0;
  #stored = 0;
  #storedVector: Uint8Array;
  #asked = new Map<number, Uint8Array>();
  #asking: ReturnType<typeof setTimeout> | undefined;
  #lateness: ReturnType<typeof setTimeout> | undefined;
  #standing: Standing = {
    connection: "connecting",
    unsaved: false,
    late: false,
    fault: null,
    ending: null,
    mayWrite: true,
    others: [],
    fields: null,
    marginChanges: 0,
  };

  constructor(opened: Opened) {
    this.#opened = opened;
    this.#key = `tribune-live:${opened.letterId}`;
    if (opened.state !== null) Y.applyUpdate(this.shared, fromBase64(opened.state), "opened");
    // Into what is not there yet nobody may write: it would stand beside it.
    this.#begun = opened.state !== null;
    this.#standing = { ...this.#standing, mayWrite: this.#begun };
    this.#storedVector = Y.encodeStateVector(this.shared);
    this.shared.on("update", (_update: Uint8Array, origin: unknown) => {
      if (origin !== "opened" && origin !== this.#provider) this.#changed();
    });
    const kept = attempt(() => JSON.parse(localStorage.getItem(this.#key) ?? "null") as Kept | null);
    // Another account of the same browser may not even write here.
    if (kept?.accountId === opened.accountId)
      attempt(() => Y.applyUpdate(this.shared, fromBase64(kept.update)));
    this.awareness.on("change", () => this.#tell({ others: this.#others() }));
  }

  /** Connects; the server says with whom. */
  open(): void {
    const { protocol, host } = location;
    this.#socket = new HocuspocusProviderWebsocket({
      url: `${protocol === "https:" ? "wss" : "ws"}://${host}/collab`,
      // Whoever comes back from a tunnel does not wait for half a minute.
      maxDelay: 5000,
    });
    this.#provider = new HocuspocusProvider({
      websocketProvider: this.#socket,
      name: sharedName(this.#opened.letterId),
      document: this.shared,
      awareness: this.awareness,
      // The session's cookie says who we are; the protocol wants a word here.
      token: "session",
      // It is told before it is applied.
      onMessage: readCaret,
      onStatus: ({ status }) => {
        if (status !== WebSocketStatus.Connected) this.#tell({ connection: "offline", others: [] });
      },
      onClose: ({ event }) => {
        // The server takes no message as large as that, now or later.
        if (event.code === 1009) this.#end("too-large");
      },
      onAuthenticated: ({ scope }) => {
        this.#writes = scope !== "readonly";
        this.#tell({ mayWrite: this.#writes && this.#begun, ending: null });
      },
      onAuthenticationFailed: ({ reason }) =>
        this.#end(endings.find((one) => one === reason) ?? "not-allowed"),
      onSynced: () => {
        this.#begun = true;
        this.#tell({ connection: "live", others: this.#others(), mayWrite: this.#writes });
        this.#ask();
      },
      onStateless: ({ payload }) => this.#hear(payload),
    });
    this.#provider.attach();
    addEventListener("offline", this.#goOffline);
    addEventListener("online", this.#goOnline);
  }

  /** Disconnects. What was not stored stays in this browser. */
  close(): void {
    removeEventListener("offline", this.#goOffline);
    removeEventListener("online", this.#goOnline);
    clearTimeout(this.#asking);
    clearTimeout(this.#lateness);
    this.#provider?.destroy();
    this.#socket?.destroy();
    this.#provider = undefined;
  }

  // A connection that nothing comes through any more stays open for half a minute: the device knows earlier.
  readonly #goOffline = () => this.#socket?.disconnect();
  readonly #goOnline = () => void this.#socket?.connect();

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly standing = () => this.#standing;

  /** What the server may not have, for a form that brings it another way: null when it has everything. */
  unsaved(): { update: string; upTo: number } | null {
    if (this.#changes === this.#stored) return null;
    return { update: inBase64(Y.encodeStateAsUpdate(this.shared, this.#storedVector)), upTo: this.#changes };
  }

  /** A form has brought what was unsaved up to this change. */
  saved(upTo: number): void {
    this.#store(upTo, Y.encodeStateVector(this.shared));
  }

  #changed(): void {
    this.#changes++;
    this.#tell({ unsaved: true });
    this.#lateness ??= setTimeout(() => this.#tell({ late: true }), lateAfter);
    this.#asking ??= setTimeout(() => {
      this.#asking = undefined;
      this.#keep();
      this.#ask();
    }, askAfter);
  }

  #keep(): void {
    const unsaved = this.unsaved();
    if (!unsaved) return;
    const kept: Kept = { accountId: this.#opened.accountId, update: unsaved.update };
    attempt(() => localStorage.setItem(this.#key, JSON.stringify(kept)));
  }

  #ask(): void {
    if (this.#changes === this.#stored || this.#standing.connection !== "live") return;
    this.#asked.set(this.#changes, Y.encodeStateVector(this.shared));
    this.#provider?.sendStateless(written({ store: this.#changes }));
  }

  #hear(payload: string): void {
    const message = readServerMessage(payload);
    if (!message) return;
    if ("stored" in message) {
      const vector = this.#asked.get(message.stored);
      if (vector) this.#store(message.stored, vector);
    } else if ("fault" in message) this.#tell({ fault: message.fault });
    else if ("fields" in message) this.#tell({ fields: message.fields });
    else if ("margin" in message) this.#tell({ marginChanges: this.#standing.marginChanges + 1 });
    else this.#end(message.ending);
  }

  #store(upTo: number, vector: Uint8Array): void {
    if (upTo <= this.#stored) return;
    this.#stored = upTo;
    this.#storedVector = vector;
    for (const number of this.#asked.keys()) if (number <= upTo) this.#asked.delete(number);
    clearTimeout(this.#lateness);
    this.#lateness = undefined;
    if (this.#changes === this.#stored) {
      attempt(() => localStorage.removeItem(this.#key));
      this.#tell({ unsaved: false, late: false });
    } else {
      this.#lateness = setTimeout(() => this.#tell({ late: true }), lateAfter);
      this.#tell({ late: false });
    }
  }

  #end(ending: Ending): void {
    this.#tell({ ending, connection: "offline", others: [] });
    if (passing.includes(ending)) return;
    // It would be sent and refused again by every page that opens the draft.
    if (ending === "refused") attempt(() => localStorage.removeItem(this.#key));
    this.#tell({ mayWrite: false });
    // Not in the middle of its own message.
    setTimeout(() => this.close(), 0);
  }

  #others(): string[] {
    const names = [...this.awareness.getStates()].flatMap(([client, { user }]) => {
      const { account, name } = (user ?? {}) as { account?: number; name?: string };
      return client === this.shared.clientID || account === this.#opened.accountId || !name ? [] : [name];
    });
    return [...new Set(names)].sort((one, other) => one.localeCompare(other));
  }

  #tell(change: Partial<Standing>): void {
    this.#standing = { ...this.#standing, ...change };
    for (const listener of this.#listeners) listener();
  }
}

type Kept = { accountId: number; update: string };

import { HocuspocusProvider, HocuspocusProviderWebsocket, WebSocketStatus } from "@hocuspocus/provider";
import { setTimeout as sleep } from "node:timers/promises";
import WebSocket from "ws";
import * as Y from "yjs";
import { type Ending, endings, readServerMessage, sharedName, written } from "#app/together/message.ts";
import { textName } from "#app/together/shared-text.ts";

/** What a browser would send with its handshake: the cookie of its session, and the origin of its page. */
export const socketAs = (cookie: string, origin: string) =>
  class extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { Cookie: cookie, Origin: origin } });
    }
  };

/** Waits until something holds. @throws what it was when it does not within `patience` milliseconds */
export async function until(holds: () => unknown, patience = 10_000): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`it did not come to hold: ${String(holds)}`);
    await sleep(20);
  }
}

/** Somebody who types in a draft, by the same protocol as a page, without a page. */
export class Typist {
  readonly shared = new Y.Doc();
  readonly provider: HocuspocusProvider;
  readonly #socket: HocuspocusProviderWebsocket;
  /** What the server told, the newest last. */
  readonly told: ReturnType<typeof readServerMessage>[] = [];
  stored = 0;
  #asked = 0;
  ending: Ending | undefined;
  scope: string | undefined;
  live = false;

  constructor(url: string, cookie: string, letterId: number | string) {
    this.#socket = new HocuspocusProviderWebsocket({
      url: `${url.replace(/^http/, "ws")}/collab`,
      WebSocketPolyfill: socketAs(cookie, url),
      delay: 50,
      minDelay: 20,
      maxDelay: 200,
    });
    this.provider = new HocuspocusProvider({
      websocketProvider: this.#socket,
      name: typeof letterId === "number" ? sharedName(letterId) : letterId,
      document: this.shared,
      token: "session",
      onSynced: () => (this.live = true),
      onStatus: ({ status }) => {
        if (status !== WebSocketStatus.Connected) this.live = false;
      },
      onAuthenticated: ({ scope }) => (this.scope = scope),
      onAuthenticationFailed: ({ reason }) => (this.ending = endings.find((one) => one === reason)),
      onStateless: ({ payload }) => {
        const message = readServerMessage(payload);
        this.told.push(message);
        if (message && "stored" in message) this.stored = message.stored;
        if (message && "ending" in message) this.ending = message.ending;
      },
    });
    this.provider.attach();
  }

  get text(): string {
    return this.shared
      .getXmlFragment(textName)
      .toArray()
      .map((block) => (block as Y.XmlElement).toArray().map(String).join(""))
      .join("\n");
  }

  async ready(): Promise<this> {
    await until(() => this.live || this.ending);
    return this;
  }

  /** Types at the end of the first paragraph. */
  type(words: string): void {
    const block = this.shared.getXmlFragment(textName).get(0) as Y.XmlElement;
    const [line] = block.toArray() as Y.XmlText[];
    if (line) line.insert(line.length, words);
    else block.insert(0, [new Y.XmlText(words)]);
  }

  /** Asks to be told when all that was typed so far is stored. @returns the number that will be told */
  ask(): number {
    this.provider.sendStateless(written({ store: ++this.#asked }));
    return this.#asked;
  }

  /** Waits until all that was typed so far is stored. */
  async settled(patience = 10_000): Promise<void> {
    const number = this.ask();
    await until(() => this.stored >= number, patience);
  }

  /** Sends bytes as they are, as the body of a message that brings a change. */
  send(bytes: Uint8Array): void {
    this.#socket.send(bytes);
  }

  leave(): void {
    this.provider.destroy();
    this.#socket.destroy();
  }
}

import { type Document, type Extension, Hocuspocus } from "@hocuspocus/server";
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import postgres from "postgres";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import * as Y from "yjs";
import type { Account } from "#app/accounts/account.ts";
import { reviewingRoles } from "#app/co-authors/co-author.ts";
import { log } from "#app/server/log.ts";
import { foldLetter, openShared } from "./fold-draft.server.ts";
import { IncomingChanges } from "./incoming-changes.server.ts";
import { type Ending, letterOf, readClientMessage, sharedName, written } from "./message.ts";
import { readFields, rolesOf } from "./rights.server.ts";
import { closing, endSeat, leave, lookAt, type Seated, type Sitting, userOf } from "./seats.server.ts";
import { UpdateQueue } from "./store-updates.server.ts";
import { UpdatesOfOthers } from "./updates-of-others.server.ts";

/** A message with a change may be so large, in bytes: a whole letter of 200 pages is 0.6 MB. */
const largestMessage = 1024 * 1024;
/** How many pages one account may have open at once in one process: windows, phones, and those that are just going. */
export const mostSeats = 30;
/** How often the rights of all who sit at drafts are looked at, were a notice ever missed, in milliseconds. */
const lookEvery = 30_000;
/** Drafts are folded so long after the last change, and so long after the first at the latest, in milliseconds. */
const foldAfter = { debounce: 1000, maxDebounce: 4000 };
/**
 * The drafts that are open in this process, and who types in them. A change is shown to the others at once and stored at
 * once; a page is told "stored" only then. What other processes and forms store is heard of over the database.
 */
export class Drafting {
  readonly #writer = randomUUID();
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage });
  readonly #hocuspocus: Hocuspocus<Sitting>;
  readonly #queues = new Map<number, UpdateQueue>();
  readonly #seats = new Map<number, number>();
  readonly #incoming = new IncomingChanges();
  readonly #others = new UpdatesOfOthers((letterId, updates) => {
    const document = this.#document(letterId);
    document?.transact(
      () => {
        for (const update of updates) Y.applyUpdate(document, update);
      },
      { source: "local", skipStoreHooks: true },
    );
  });
  readonly #ear: postgres.Sql;
  readonly #looking: NodeJS.Timeout;
  readonly #shared: boolean;
  #away = false;

  /**
   * @param url the database's
   * @param extensions what brings changes of other processes faster than the database does: Redis
   */
  constructor(url: string, extensions: Extension[] = []) {
    this.#shared = extensions.length > 0;
    this.#hocuspocus = new Hocuspocus<Sitting>({
      ...foldAfter,
      quiet: true,
      maxPendingDocuments: 2,
      maxUnauthenticatedQueueSize: largestMessage,
      extensions,
      onAuthenticate: async ({ context, documentName, connectionConfig }) => {
        const letterId = letterOf(documentName);
        const seat = {
          letterId: letterId ?? 0,
          accountId: context.account.id,
          sessionHash: context.sessionHash,
        };
        const [role = null] = await rolesOf([seat]);
        // Of a draft that is none we say no more than of somebody else's.
        if (letterId === null || role === null || role === "no-draft")
          throw { reason: "not-allowed" satisfies Ending };
        if (role === "logged-out") throw { reason: role satisfies Ending };
        connectionConfig.readOnly = !reviewingRoles.includes(role);
        return { letterId, role };
      },
      // What changed while the draft was loaded was told when nobody sat there yet.
      connected: ({ context }) => {
        this.#look((seated) => seated.context.account.id === context.account.id);
        return Promise.resolve();
      },
      onLoadDocument: async ({ document, documentName }) => {
        const letterId = letterOf(documentName) ?? 0;
        await this.#queues.get(letterId)?.settled();
        const state = await openShared(letterId);
        if (!state) throw { reason: "no-draft" satisfies Ending };
        Y.applyUpdate(document, state, { source: "local", skipStoreHooks: true });
        this.#incoming.measure(document, state.length);
      },
      beforeHandleAwareness: ({ states, connection, document }) => {
        // What was under way when its page was cut off would stand there as if somebody were there.
        if (connection && !document.hasConnection(connection)) states.clear();
        // A page says where its caret is; whose it is, we say.
        if (connection) for (const state of states.values()) state.user = userOf(connection.context);
        return Promise.resolve();
      },
      onDisconnect: ({ document, context }) => {
        leave(document, context);
        return Promise.resolve();
      },
      beforeSync: async ({ type, payload, document, connection }) => {
        // 0 asks for changes, 1 and 2 bring some (y-protocols/sync).
        if (type === 0) return;
        const ending = await this.#incoming.judge({ payload, document, connection });
        if (!ending) return;
        endSeat(connection, ending);
        // Without a message: the line of the log is written below.
        throw closing(ending);
      },
      afterHandleMessage: ({ document, connection }) => {
        if (this.#incoming.forgetPending(document)) endSeat(connection, "refused");
        return Promise.resolve();
      },
      onChange: ({ connection, update }) => {
        if (connection) {
          const { letterId, account } = connection.context;
          this.#queueOf(letterId).add({ accountId: account.id, update });
        }
        return Promise.resolve();
      },
      onStateless: async ({ connection, payload }) => {
        const asked = readClientMessage(payload);
        const { letterId } = (connection as Seated).context;
        if (asked && (await (this.#queues.get(letterId)?.settled() ?? true)))
          connection.sendStateless(written({ stored: asked.store }));
      },
      onStoreDocument: async ({ document, documentName }) => {
        const letterId = letterOf(documentName) ?? 0;
        await this.#queues.get(letterId)?.settled();
        try {
          const fault = await foldLetter(letterId);
          if (fault) log.warn({ letterId, fault }, "what is typed in a draft is no letter");
          document.broadcastStateless(written({ fault }));
          this.#incoming.measure(document);
        } catch (fault) {
          // It is stored, and folded with the next change, or by whoever opens or publishes the draft.
          log.warn({ letterId, err: fault }, "a draft could not be folded");
        }
      },
      afterUnloadDocument: ({ documentName }) => {
        const letterId = letterOf(documentName) ?? 0;
        if (this.#queues.get(letterId)?.empty) this.#queues.delete(letterId);
        return Promise.resolve();
      },
    });
    this.#ear = postgres(url, {
      max: 1,
      idle_timeout: 0,
      connect_timeout: 5,
      connection: { application_name: "tribune drafts" },
      onnotice: () => undefined,
    });
    this.#listen();
    this.#looking = setInterval(() => this.#look(), lookEvery);
  }

  /** How many pages an account has open. */
  seatsOf(accountId: number): number {
    return this.#seats.get(accountId) ?? 0;
  }

  /** How many drafts are in memory, and how many pages sit at them. */
  get open(): { drafts: number; pages: number } {
    return { drafts: this.#hocuspocus.getDocumentsCount(), pages: this.#hocuspocus.getConnectionsCount() };
  }

  /** Makes a socket of a request to upgrade; the caller has found out whose it is. */
  seat(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    { account, sessionHash }: { account: Pick<Account, "id" | "name">; sessionHash: string },
  ): void {
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
      this.#seats.set(account.id, this.seatsOf(account.id) + 1);
      const context = { account: { id: account.id, name: account.name }, sessionHash };
      // The letter and the role are known once the first message has named the draft: onAuthenticate.
      this.#connect(webSocket, context as Sitting);
      webSocket.once("close", () => {
        const left = this.seatsOf(account.id) - 1;
        if (left > 0) this.#seats.set(account.id, left);
        else this.#seats.delete(account.id);
      });
    });
  }

  #connect(webSocket: WebSocket, context: Sitting): void {
    const client = this.#hocuspocus.handleConnection(
      webSocket,
      new Request("http://localhost/collab"),
      context,
    );
    webSocket.on("message", (data: RawData, binary) => {
      if (binary) client.handleMessage(new Uint8Array(data as Buffer));
      else webSocket.close(1003);
    });
    webSocket.on("close", (code, reason) => client.handleClose({ code, reason: reason.toString() }));
    // A message that is too large or no WebSocket frame: ws closes the socket by itself.
    webSocket.on("error", (fault) => log.info({ err: fault.message }, "a page at a draft broke off"));
  }

  /** Lets everything be stored and folded, and ends all connections: their pages come back to the next process. */
  async stop(): Promise<void> {
    clearInterval(this.#looking);
    this.#sockets.close();
    for (const webSocket of this.#sockets.clients) webSocket.close(1001);
    const settled = Promise.all([...this.#queues.values()].map((queue) => queue.settled()));
    await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, 5000))]);
    this.#hocuspocus.flushPendingStores();
    await this.#ear.end({ timeout: 1 });
  }

  #queueOf(letterId: number): UpdateQueue {
    const known = this.#queues.get(letterId);
    if (known) return known;
    const queue = new UpdateQueue(letterId, this.#writer, {
      onAway: (fault) => {
        if (!this.#away)
          log.error({ letterId, err: fault }, "what is typed in drafts cannot be stored: trying again");
        this.#away = true;
      },
      onStored: () => (this.#away = false),
      onNoDraft: () => {
        this.#queues.delete(letterId);
        for (const seated of this.#seatedAt(letterId)) endSeat(seated, "no-draft");
      },
    });
    this.#queues.set(letterId, queue);
    return queue;
  }

  #document(letterId: number): Document | undefined {
    return this.#hocuspocus.documents.get(sharedName(letterId));
  }

  #seatedAt(letterId: number): Seated[] {
    return (this.#document(letterId)?.getConnections() ?? []) as Seated[];
  }

  #listen(): void {
    // Called again when the connection was lost and made anew: what was told meanwhile is not known.
    const onListening = () => {
      for (const name of this.#hocuspocus.documents.keys()) this.#others.tell(letterOf(name) ?? 0, "all");
      this.#look();
    };
    this.#ear.listen("tribune_drafts", (message) => this.#hear(message), onListening).catch(() => undefined);
  }

  #hear(message: string): void {
    const [kind, id, update, writer] = message.split(" ");
    const about = Number(id);
    if (kind === "rights") this.#look((seated) => seated.context.letterId === about);
    else if (kind === "account") this.#look((seated) => seated.context.account.id === about);
    else if (kind === "margin") this.#document(about)?.broadcastStateless(written({ margin: true }));
    else if (kind === "fields") void this.#tellFields(about);
    // With Redis the other processes have told us already, but for what a form wrote.
    else if (kind === "text" && writer !== this.#writer && !(this.#shared && writer !== "-")) {
      if (this.#document(about)) this.#others.tell(about, Number(update));
    }
  }

  async #tellFields(letterId: number): Promise<void> {
    const document = this.#document(letterId);
    const fields = document && (await readFields(letterId).catch(() => null));
    if (fields) document.broadcastStateless(written({ fields }));
  }

  /** Looks at the rights of those who sit at drafts here, or of some of them. */
  #look(about: (seated: Seated) => boolean = () => true): void {
    lookAt(
      [...this.#hocuspocus.documents.values()]
        .flatMap((document) => document.getConnections() as Seated[])
        .filter(about),
    );
  }
}

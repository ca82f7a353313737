import * as Y from "yjs";
import { sql } from "#db/sql.ts";

/** A change of a shared draft, and whose it is. */
export type Typed = { accountId: number; update: Uint8Array };

/**
 * Stores changes of a draft, each account's in one row.
 * @param writer the process that holds them in memory
 * @returns false when the letter is no draft any more: nothing is stored then
 */
async function storeUpdates(letterId: number, writer: string, typed: Typed[]): Promise<boolean> {
  const rows = byAccount(typed);
  // Whoever publishes holds the letter's row: what is stored before is in the text, what comes after is refused.
  const stored = await sql`
    insert into draft_updates (letter_id, account_id, body, writer)
    select l.id, r.account_id, decode(r.body, 'base64'), ${writer}
    from (select id from letters where id = ${letterId} and state = 'draft' for share) l,
      unnest(${rows.map(({ accountId }) => accountId)}::bigint[],
        ${rows.map(({ update }) => Buffer.from(update).toString("base64"))}::text[])
        with ordinality as r (account_id, body, place)
    order by r.place`;
  return stored.count > 0;
}

function byAccount(typed: Typed[]): Typed[] {
  const groups: { accountId: number; updates: Uint8Array[] }[] = [];
  for (const { accountId, update } of typed) {
    const last = groups.at(-1);
    if (last?.accountId === accountId) last.updates.push(update);
    else groups.push({ accountId, updates: [update] });
  }
  return groups.map(({ accountId, updates }) => ({ accountId, update: Y.mergeUpdates(updates) }));
}

type Told = { onAway: (fault: unknown) => void; onStored: () => void; onNoDraft: () => void };

/** How long to wait before asking again a database that is away, in milliseconds. */
const retryAfter = 500;

/**
 * The changes of one draft on their way to the database, in order: what comes while some are being stored is stored
 * together. A database that is away is asked until it is back.
 */
export class UpdateQueue {
  readonly #letterId: number;
  readonly #writer: string;
  readonly #told: Told;
  #waiting: Typed[] = [];
  #storing: Promise<boolean> | undefined;
  #over = false;

  constructor(letterId: number, writer: string, told: Told) {
    this.#letterId = letterId;
    this.#writer = writer;
    this.#told = told;
  }

  add(typed: Typed): void {
    this.#waiting.push(typed);
    this.#storing ??= this.#store();
  }

  /** Whether nothing waits. */
  get empty(): boolean {
    return this.#storing === undefined;
  }

  /** Waits until all that was added is stored. @returns false when it cannot be: there is no such draft any more */
  async settled(): Promise<boolean> {
    return this.#storing ? this.#storing : !this.#over;
  }

  async #store(): Promise<boolean> {
    // All that is added in this turn of the loop goes together.
    await Promise.resolve();
    while (this.#waiting.length > 0 && !this.#over) {
      const typed = this.#waiting;
      this.#waiting = [];
      try {
        if (await storeUpdates(this.#letterId, this.#writer, typed)) {
          this.#told.onStored();
          continue;
        }
        this.#over = true;
        this.#told.onNoDraft();
      } catch (fault) {
        this.#waiting = [...typed, ...this.#waiting];
        this.#told.onAway(fault);
        await new Promise((resolve) => setTimeout(resolve, retryAfter));
      }
    }
    // In the same turn in which nothing was found waiting: what is added from now on begins anew.
    this.#storing = undefined;
    return !this.#over;
  }
}

import { sql } from "#db/sql.ts";
import { readStored } from "./fold-draft.server.ts";

/** How long to wait before asking again a database that is away, in milliseconds. */
const retryAfter = 500;

/** Some updates of a draft by their numbers, those of them that were not folded yet. */
async function readUpdates(ids: number[]): Promise<Uint8Array[]> {
  const found = await sql<{ body: Uint8Array }[]>`
    select body from draft_updates where id = any(${ids}::bigint[]) order by id`;
  return found.map(({ body }) => body);
}

/**
 * What other processes and forms have stored, on its way into the drafts of this one. However many are told, each draft asks
 * one question at a time: a crowd that types elsewhere must leave connections to those who type here.
 */
export class UpdatesOfOthers {
  readonly #apply: (letterId: number, updates: Uint8Array[]) => void;
  /** By letter, the numbers that were told; "all" where some were told to nobody. */
  readonly #told = new Map<number, Set<number> | "all">();
  readonly #taking = new Set<number>();

  constructor(apply: (letterId: number, updates: Uint8Array[]) => void) {
    this.#apply = apply;
  }

  /** @param updateId "all" when what was told meanwhile is not known */
  tell(letterId: number, updateId: number | "all"): void {
    const told = this.#told.get(letterId);
    if (updateId === "all") this.#told.set(letterId, "all");
    else if (told instanceof Set) told.add(updateId);
    else if (told === undefined) this.#told.set(letterId, new Set([updateId]));
    if (this.#taking.has(letterId)) return;
    this.#taking.add(letterId);
    void this.#take(letterId);
  }

  async #take(letterId: number): Promise<void> {
    for (let told = this.#told.get(letterId); told; told = this.#told.get(letterId)) {
      this.#told.delete(letterId);
      try {
        const updates = told === "all" ? [] : await readUpdates([...told]);
        // Some have been folded already: then everything that is stored.
        const whole = told === "all" || updates.length < told.size;
        this.#apply(letterId, whole ? await readStored(letterId) : updates);
      } catch {
        this.#told.set(letterId, "all");
        await new Promise((resolve) => setTimeout(resolve, retryAfter));
      }
    }
    // In the same turn in which nothing more was found: what is told from now on begins anew.
    this.#taking.delete(letterId);
  }
}

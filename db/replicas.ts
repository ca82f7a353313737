import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { openPool, type Sql } from "./sql.ts";

/** How long a replica that failed is left alone before it is tried again, in milliseconds. */
const restFor = 5000;
/** How long the words of a replica on how far it is may be believed: one that starts again may be further back. */
const believedFor = 2000;
/** How long one may be asked for them, and how long who reads waits for a replica that is behind, in milliseconds. */
const patience = 1000;
const behindFor = 60;

/** What the primary says of itself: which database it is, and how far it has written (a position in the WAL, as a number). */
export type Position = { database: string; at: bigint };

/** One copy of the database and what is known of it. */
type Replica = {
  name: string;
  url: string;
  sql: Sql;
  /** A connection of its own to ask how far it is, however busy the others are; it notices first when it goes. */
  ear: Sql;
  database: string;
  /** How far it was known to be, and when it was asked. */
  replayed: bigint;
  askedAt: number;
  asking: Promise<void> | null;
  restsUntil: number;
  /** How many of its connections have ended: what is read across one of these may be of two times. */
  ended: number;
};

/** A copy chosen for one reading; `isSound` tells afterwards whether all was read from one state on. */
export type Choice = { sql: Sql; name: string; isSound: () => boolean; failed: (fault: unknown) => void };

const whoAndWhere = (position: string) => `
  select (select system_identifier::text from pg_control_system()) || ' ' || current_database() as database,
    pg_wal_lsn_diff(${position}, '0/0')::text as at`;

/** Asks the primary how far it has written: everything that was told of is within. */
export async function positionOf(primary: postgres.Sql): Promise<Position> {
  const [row] = await primary.unsafe<{ database: string; at: string }[]>(
    whoAndWhere("pg_current_wal_insert_lsn()"),
  );
  if (!row) throw new Error("the primary does not say how far it is");
  return { database: row.database, at: BigInt(row.at) };
}

/**
 * The copies of the database that pages for strangers may be read from. A copy is used only when it holds every
 * change that this process has heard of: what was dropped for a change is never made anew from before it.
 */
export class Replicas {
  readonly #replicas: Replica[];
  readonly #tell: (message: string, about: object) => void;
  #needed: Position | null = null;
  #hearing = false;
  #changes = 0;
  #learning: Promise<void> | null = null;
  #next = 0;

  /** @param tell hears when a copy is left alone for a while, and why */
  constructor(urls: string[], tell: (message: string, about: object) => void = () => undefined) {
    this.#tell = tell;
    this.#replicas = urls.map((url) => {
      const { hostname, port } = new URL(url);
      const replica: Replica = {
        name: `${hostname}:${port || 5432}`,
        url,
        ...this.#pools(url, () => replica),
        ...{ database: "", replayed: -1n, askedAt: 0, asking: null, restsUntil: 0, ended: 0 },
      };
      return replica;
    });
  }

  /**
   * A change was told: no copy is used until `ask` has said how far the primary had written after that.
   * @param ask `positionOf` the primary
   */
  changed(ask: () => Promise<Position>): void {
    this.#needed = null;
    this.#hearing = true;
    this.#changes++;
    if (this.#replicas.length > 0) this.#learning ??= this.#learn(ask);
  }

  /** Whether it is known how far a copy has to be. */
  get knows(): boolean {
    return this.#needed !== null;
  }

  /** Changes go unheard: no copy is used before the next `changed`. */
  deaf(): void {
    this.#needed = null;
    this.#hearing = false;
  }

  async #learn(ask: () => Promise<Position>): Promise<void> {
    try {
      for (;;) {
        const changes = this.#changes;
        const position = await ask();
        if (changes !== this.#changes && this.#hearing) continue;
        if (this.#hearing) this.#needed = position;
        return;
      }
    } catch {
      // The primary does not answer: it is asked again at the next change, and until then nothing is read elsewhere.
    } finally {
      this.#learning = null;
    }
  }

  /** A copy that holds all that was heard of, or null when there is none at this moment: then the primary is asked. */
  async choose(): Promise<Choice | null> {
    if (this.#replicas.length === 0) return null;
    if (!this.#needed && this.#learning) await Promise.race([this.#learning, wait(patience)]);
    for (let tries = 0; tries < this.#replicas.length; tries++) {
      const replica = this.#replicas[this.#next++ % this.#replicas.length];
      if (replica && (await this.#holdsAll(replica))) return this.#choice(replica);
    }
    return null;
  }

  async stop(): Promise<void> {
    const pools = this.#replicas.flatMap(({ sql, ear }) => [sql, ear]);
    await Promise.all(pools.map((pool) => pool.end({ timeout: 1 }).catch(() => undefined)));
  }

  async #holdsAll(replica: Replica): Promise<boolean> {
    const began = Date.now();
    for (;;) {
      if (!this.#needed || replica.restsUntil > Date.now()) return false;
      if (this.#isThere(replica) && Date.now() - replica.askedAt < believedFor) return true;
      await (replica.asking ??= this.#ask(replica).finally(() => (replica.asking = null)));
      if (replica.restsUntil > Date.now() || !this.#needed) return false;
      if (this.#isThere(replica)) return true;
      if (replica.database !== this.#needed.database) {
        this.#rest(replica, new Error("is not a replica of this database"));
        return false;
      }
      // It is behind, mostly by some milliseconds.
      if (Date.now() - began > behindFor) return false;
      await sleep(15, undefined, { ref: false });
    }
  }

  #isThere({ database, replayed }: Replica): boolean {
    return this.#needed !== null && database === this.#needed.database && replayed >= this.#needed.at;
  }

  async #ask(replica: Replica): Promise<void> {
    const { ended } = replica;
    try {
      const asked = replica.ear.unsafe<{ database: string; at: string | null; copy: boolean }[]>(
        `select pg_is_in_recovery() as copy, * from (${whoAndWhere("pg_last_wal_replay_lsn()")}) of_it`,
      );
      const rows = await Promise.race([asked, wait(patience)]);
      if (!rows) throw new Error(`does not answer within ${patience} ms`);
      const [row] = rows;
      if (!row?.copy) throw new Error("is not a replica");
      replica.database = row.database;
      replica.askedAt = Date.now();
      replica.replayed = ended === replica.ended ? BigInt(row.at ?? -1) : -1n;
    } catch (fault) {
      this.#rest(replica, fault);
    }
  }

  #choice(replica: Replica): Choice {
    const { ended, sql, name } = replica;
    return {
      sql,
      name,
      isSound: () => ended === replica.ended,
      failed: (fault) => {
        // Another has let it rest already, or it has been opened anew since.
        if (sql === replica.sql) this.#rest(replica, fault);
      },
    };
  }

  /** Leaves it alone for a while. What is under way there fails at once: it may hang for good. */
  #rest(replica: Replica, fault: unknown): void {
    this.#tell("a replica is passed over for some seconds", {
      replica: replica.name,
      err: fault instanceof Error ? fault.message : String(fault),
    });
    replica.restsUntil = Date.now() + restFor;
    for (const pool of [replica.sql, replica.ear]) void pool.end({ timeout: 0 }).catch(() => undefined);
    replica.ended++;
    replica.replayed = -1n;
    Object.assign(
      replica,
      this.#pools(replica.url, () => replica),
    );
  }

  /** Its connections, which stay: each that ends is taken for a replica that went. */
  #pools(url: string, of: () => Replica): Pick<Replica, "sql" | "ear"> {
    const onclose = () => {
      of().ended++;
      of().replayed = -1n;
    };
    const wish = { connect_timeout: 1, idle_timeout: 0, max_lifetime: null, onclose };
    return { sql: openPool(url, wish), ear: openPool(url, { ...wish, max: 1 }) };
  }
}

const wait = (milliseconds: number) => sleep(milliseconds, null, { ref: false });

import postgres from "postgres";
import { isPooled } from "./addresses.ts";
import { copyHere } from "./reading.ts";
import { begin } from "./transaction.ts";

export type Sql = postgres.Sql;
export type Transaction = postgres.TransactionSql;
/** A part of a question, made by sql`…` and put into another one. */
export type Fragment = postgres.PendingQuery<postgres.Row[]>;
/** Either the pool or an open transaction: what a question may be asked of. */
export type Queryable = Sql | Transaction;

declare global {
  var tribuneSql: Sql | undefined;
}

/** How many connections the pool may have. */
export const poolSize = () => Number(process.env.DATABASE_POOL || 16);

/**
 * The one pool of this process, opened at the first question, on `DATABASE_URL`.
 * It lives on `globalThis` because the server's own files and the built application are two module graphs of
 * one process and must share it.
 */
function pool(): Sql {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: app/server/start.ts sets it before anything is asked.");
  // A pooler refuses what it does not know (`connect_query` says it there), and hands prepared statements to nobody.
  const pooled = { connection: { application_name: "tribune" }, prepare: false };
  return (globalThis.tribuneSql ??= openPool(url, isPooled() ? pooled : {}));
}

/** A pool of connections to a PostgreSQL, with what all of Tribune's questions rely on and with `wish`. */
export function openPool(
  url: string,
  wish: postgres.Options<Record<string, postgres.PostgresType>> = {},
): Sql {
  return postgres(url, {
    max: poolSize(),
    connect_timeout: 5,
    idle_timeout: 60,
    // A database that restarts is back in half a second: the default waits up to five to look again.
    backoff: (attempt) => Math.min(1, 0.05 * attempt),
    connection: {
      application_name: "tribune",
      statement_timeout: 10_000,
      // Workers take 40 ms to start, for searches that take two. As text: the library leaves a zero out.
      max_parallel_workers_per_gather: "0",
    },
    // Notices such as "relation exists, skipping" say nothing to an operator.
    onnotice: () => undefined,
    types: {
      // Every bigint of the schema is an identity: far below 2^53.
      bigint: { to: 20, from: [20], serialize: String, parse: Number },
      // A closing date is a day, not a moment: it stays "YYYY-MM-DD".
      date: { to: 1082, from: [1082], serialize: String, parse: String },
    } as unknown as Record<string, postgres.PostgresType>,
    ...wish,
  });
}

/**
 * Questions to the database: sql`select …`. Opens the pool when it is first used. While a page is read from a copy
 * (db/reading.ts) they go there, but for transactions.
 */
export const sql: Sql = new Proxy((() => undefined) as unknown as Sql, {
  apply: (_target, _this, args: Parameters<Sql>) => (copyHere() ?? pool())(...args),
  get: (_target, property) =>
    property === "begin"
      ? (...args: Parameters<typeof begin>[1]) => begin(pool(), args)
      : (Reflect.get(copyHere() ?? pool(), property) as unknown),
});

/** Lets questions under way finish (5 s at most) and closes the pool; the next question opens a new one. */
export async function closeSql(): Promise<void> {
  const open = globalThis.tribuneSql;
  globalThis.tribuneSql = undefined;
  await open?.end({ timeout: 5 });
}

/**
 * Gives up a pool whose questions are not answered, not even by PostgreSQL's own time limit: a machine that is gone
 * says nothing, and its connections would wait for a quarter of an hour. Every question under way fails with
 * CONNECTION_DESTROYED; the next question opens a new pool.
 */
export function abandonSql(): void {
  const open = globalThis.tribuneSql;
  globalThis.tribuneSql = undefined;
  void open?.end({ timeout: 0 }).catch(() => undefined);
}

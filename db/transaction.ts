import { setTimeout as sleep } from "node:timers/promises";
import type postgres from "postgres";

/** How long a connection that failed may take to be closed, in milliseconds. */
const patience = 1000;

type Work = (tx: postgres.TransactionSql) => unknown;

/**
 * A transaction of `pool`, as its own `begin`, that sends nothing more once its connection is lost. The library
 * (3.4.9) sends `rollback` to a connection that is gone, which ends the process (porsager/postgres#1208), or gets
 * into the transaction of whoever has the connection next (#1216).
 * @throws what the work throws, and the connection's own fault when it is lost: nothing was committed then, unless
 * the commit itself was under way
 */
export async function begin(pool: postgres.Sql, args: [Work] | [string, Work]): Promise<unknown> {
  const options = args.length === 2 ? args[0] : "";
  const work = args.length === 2 ? args[1] : args[0];
  const state: { lost?: Error } = {};
  const transaction = pool.begin(options, async (tx) => {
    try {
      return await work(guarded(tx, state));
    } catch (fault) {
      // To throw would send `rollback`. The library tells the caller by itself as soon as it sees the connection closed.
      for (let waited = 0; endsConnection(fault) && !state.lost && waited < patience; waited += 10)
        await sleep(10);
      if (state.lost) return new Promise(() => undefined);
      // A fault of another connection: this one stands.
      throw fault;
    }
  });
  try {
    return await transaction;
  } catch (fault) {
    state.lost = fault instanceof Error ? fault : new Error(String(fault));
    throw fault;
  }
}

/** The questions of a transaction, each refused once the connection is lost. */
function guarded(tx: postgres.TransactionSql, state: { lost?: Error }): postgres.TransactionSql {
  return new Proxy(tx, {
    apply(target, self, args) {
      if (state.lost) throw state.lost;
      return Reflect.apply(target, self, args) as unknown;
    },
    get: (target, property) => Reflect.get(target, property) as unknown,
  });
}

/** Whether a connection does not outlive this fault: one of its socket, or one that PostgreSQL calls fatal. */
function endsConnection(fault: unknown): boolean {
  if (typeof fault !== "object" || fault === null) return false;
  if ("severity" in fault) return fault.severity === "FATAL" || fault.severity === "PANIC";
  const code = "code" in fault ? String(fault.code) : "";
  // A destroyed connection refuses by itself whatever is sent, and may never tell that it closed.
  return /^(CONNECTION_CLOSED|CONNECT_TIMEOUT|E[A-Z]+)$/.test(code);
}

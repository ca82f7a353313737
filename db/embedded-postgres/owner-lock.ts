import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";

/** The mark that one process owns a server: held by one connection, so it ends with the process. */
export type OwnerLock = { isLost(): boolean; release(): Promise<void> };

const [first, second] = [84_114, 1];
const owner = /^tribune owner (\d+)$/;

/**
 * Takes the owner's lock over a dedicated connection to `url`. Tries for about three seconds: the connection
 * of a process that was just killed takes a moment to end. Answers with the lock, or with the process that
 * holds it (`heldBy` null when it cannot be told). Rejects when the server cannot be reached.
 */
export async function takeOwnerLock(url: string): Promise<{ lock: OwnerLock } | { heldBy: number | null }> {
  let lost = false;
  const sql = postgres(url, {
    max: 1,
    // A connection that is renewed now and then would lose the lock.
    max_lifetime: null,
    idle_timeout: 0,
    connect_timeout: 10,
    connection: { application_name: `tribune owner ${process.pid}` },
    onclose: () => (lost = true),
    onnotice: () => undefined,
  });
  try {
    for (let tries = 0; tries < 12; tries++) {
      const [row] = await sql<[{ taken: boolean }]>`
        select pg_try_advisory_lock(${first}::int, ${second}::int) as taken`;
      if (row.taken) return { lock: { isLost: () => lost, release: () => sql.end({ timeout: 0 }) } };
      await sleep(40 * (tries + 1));
    }
    const [holder] = await sql<{ application_name: string }[]>`
      select application_name from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and classid = ${first} and objid = ${second} and objsubid = 2 and granted`;
    const pid = owner.exec(holder?.application_name ?? "")?.[1];
    await sql.end({ timeout: 0 });
    return { heldBy: pid ? Number(pid) : null };
  } catch (error) {
    await sql.end({ timeout: 0 });
    throw error;
  }
}

/** Creates the database `name` over `url` unless it is there. Rejects when the server cannot be reached. */
export async function ensureDatabase(url: string, name: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const found = await sql`select 1 from pg_database where datname = ${name}`;
    if (found.length === 0) await sql`create database ${sql(name)}`;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

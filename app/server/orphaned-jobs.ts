import { sql } from "#db/sql.ts";

/** The first key of the locks by which workers are known to live; the second is made of a worker's name. */
const livingLock = 84_116;

/**
 * What a worker's process asks, once a worker and on a connection that it keeps, with the worker's name: PostgreSQL lets
 * go of it when the connection ends, however the process ended.
 */
export const holdLiving = {
  text: "select pg_advisory_lock_shared($1::int, hashtext($2))",
  values: (worker: string) => [livingLock, worker],
};

/**
 * Gives back the jobs of workers whose process is gone, whichever machine it ran on. One that took its job less than
 * `seconds` ago may be about to say that it lives.
 */
export async function freeJobsOfTheDead(seconds: number): Promise<void> {
  const dead = await sql<{ worker: string }[]>`
    with held as materialized (
      select distinct locked_by as worker from graphile_worker.jobs
      where locked_at <= now() - make_interval(secs => ${seconds})
    )
    select worker from held where pg_try_advisory_xact_lock(${livingLock}::int, hashtext(worker))`;
  await freeJobsOf(dead.map(({ worker }) => worker));
}

/**
 * Gives back the jobs of workers that ended without finishing them: graphile-worker itself waits for four hours
 * before it tries such a job again.
 */
export async function freeJobsOf(workers: string[]): Promise<void> {
  if (workers.length > 0) await sql`select graphile_worker.force_unlock_workers(${workers}::text[])`;
}

/** Gives back the jobs that any worker took `seconds` ago or earlier and has not finished. */
export async function freeOldJobs(seconds: number): Promise<void> {
  const held = await sql<{ worker: string }[]>`
    select distinct locked_by as worker from graphile_worker.jobs
    where locked_at <= now() - make_interval(secs => ${seconds})`;
  await freeJobsOf(held.map(({ worker }) => worker));
}

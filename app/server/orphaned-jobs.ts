import { sql } from "#db/sql.ts";

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

import type { Account } from "#app/accounts/account.ts";
import { shortened } from "#app/mail/shortened.ts";
import { sql, type Transaction } from "#db/sql.ts";
import type { Act } from "./act.ts";
import { recordAct } from "./record-act.server.ts";

/** What the queue holds of one task. Failed jobs have used up their attempts, and nothing tries them again. */
export type TaskState = { task: string; waiting: number; running: number; failed: number };

/** The queue by task, read by graphile-worker's own view. Tasks without a job are not there. */
export async function listTasks(): Promise<TaskState[]> {
  return sql<TaskState[]>`
    select task_identifier as task,
      count(*) filter (where locked_at is null and attempts < max_attempts)::int as waiting,
      count(*) filter (where locked_at is not null)::int as running,
      count(*) filter (where locked_at is null and attempts >= max_attempts)::int as failed
    from graphile_worker.jobs group by task_identifier order by task_identifier`;
}

/** A job that went wrong at least once; it is tried again at `runAt` unless it has failed for good. */
export type TroubledJob = {
  id: number;
  task: string;
  attempts: number;
  maxAttempts: number;
  error: string;
  runAt: Date;
  state: "waiting" | "running" | "failed";
};

const perPage = 50;

/** Jobs that went wrong, the newest first. */
export async function listTroubledJobs(
  before: number | null,
): Promise<{ jobs: TroubledJob[]; next: number | null }> {
  const rows = await sql<TroubledJob[]>`
    select id, task_identifier as task, attempts::int, max_attempts::int as "maxAttempts", last_error as error,
      run_at as "runAt",
      case when locked_at is not null then 'running' when attempts < max_attempts then 'waiting' else 'failed' end as state
    from graphile_worker.jobs
    where last_error is not null and (${before}::bigint is null or id < ${before})
    order by id desc limit ${perPage + 1}`;
  const jobs = rows
    .slice(0, perPage)
    .map((job) => ({ ...job, error: shortened(job.error.split("\n")[0] ?? "").slice(0, 300) }));
  return { jobs, next: rows.length > perPage ? (jobs.at(-1)?.id ?? null) : null };
}

/** Has a job tried again at once, with all its attempts before it. */
export function retryJob(by: Account, id: number): Promise<JobOutcome> {
  return withJob(by, id, "job-retried", async (tx) => {
    const tried = await tx`
      select 1 from graphile_worker.reschedule_jobs(array[${id}]::bigint[], run_at => now(), attempts => 0)`;
    return tried.count > 0;
  });
}

/** Takes a job out of the queue for good: what it would have done is not done. */
export function dropJob(by: Account, id: number): Promise<JobOutcome> {
  return withJob(by, id, "job-dropped", async (tx) => {
    const dropped = await tx`select 1 from graphile_worker.complete_jobs(array[${id}]::bigint[])`;
    return dropped.count > 0;
  });
}

type JobOutcome = { outcome: "done" | "not-there" | "forbidden" };

/** Acts on a job that no worker is at; those that are done, gone or being worked on are `not-there`. */
async function withJob(
  by: Account,
  id: number,
  act: Act,
  does: (tx: Transaction) => Promise<boolean>,
): Promise<JobOutcome> {
  if (by.role !== "admin") return { outcome: "forbidden" };
  return sql.begin(async (tx) => {
    const [job] = await tx<{ task: string }[]>`
      select task_identifier as task from graphile_worker.jobs where id = ${id} and locked_at is null`;
    if (!job || !(await does(tx))) return { outcome: "not-there" as const };
    await recordAct(tx, by, act, { subject: `${job.task} ${id}` });
    return { outcome: "done" as const };
  });
}

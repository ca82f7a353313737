import { expect, test } from "vitest";
import { freeJobsOf, freeJobsOfTheDead, freeOldJobs, holdLiving } from "#app/server/orphaned-jobs.ts";
import { openPool, sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";

useDatabase();

/** A job that `worker` took so many seconds ago. */
async function taken(worker: string, seconds: number): Promise<void> {
  await sql`select graphile_worker.add_job('send-mail', '{}'::json, job_key => ${worker})`;
  await sql`
    update graphile_worker._private_jobs set locked_by = ${worker}, locked_at = now() - make_interval(secs => ${seconds})
    where key = ${worker}`;
}
const held = async () =>
  (
    await sql<{ worker: string }[]>`
      select locked_by as worker from graphile_worker.jobs where locked_by is not null order by 1`
  ).map(({ worker }) => worker);

test("jobs of dead workers are given back, by name or by age; others are left alone", async () => {
  await taken("dead", 5);
  await taken("forgotten", 700);
  await taken("alive", 5);
  await freeJobsOf([]);
  expect(await held()).toEqual(["alive", "dead", "forgotten"]);
  await freeJobsOf(["dead"]);
  expect(await held()).toEqual(["alive", "forgotten"]);
  await freeOldJobs(600);
  expect(await held()).toEqual(["alive"]);
  await freeOldJobs(0);
  expect(await held()).toEqual([]);
});

test("who holds the lock of its name lives; the jobs of others are given back, and its own once its connection ends", async () => {
  await taken("living", 60);
  await taken("killed", 60);
  await taken("beginning", 1);
  const process = openPool(globalThis.process.env.DATABASE_URL ?? "", { max: 1 });
  await process.unsafe(holdLiving.text, holdLiving.values("living"));
  await freeJobsOfTheDead(10);
  expect(await held()).toEqual(["beginning", "living"]);
  await process.end({ timeout: 0 });
  await expect
    .poll(async () => {
      await freeJobsOfTheDead(10);
      return held();
    })
    .toEqual(["beginning"]);
  await freeOldJobs(0);
});

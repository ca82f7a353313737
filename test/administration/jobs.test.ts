import { runMigrations } from "graphile-worker";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { dropJob, listTasks, listTroubledJobs, retryJob } from "#app/administration/jobs.server.ts";
import { listEvents } from "#app/administration/list-events.server.ts";
import { listMails, sendAgain } from "#app/mail/mail-log.server.ts";
import { shortened } from "#app/mail/shortened.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount } from "../made-up.ts";

useDatabase();

let admin: Account;
beforeAll(async () => {
  await runMigrations({ connectionString: process.env.DATABASE_URL ?? "" });
  admin = await makeAccount({ role: "admin" });
});
beforeEach(async () => {
  await sql`select graphile_worker.complete_jobs((select array_agg(id) from graphile_worker.jobs))`;
  await sql`delete from administration_events`;
  await sql`delete from mails`;
});

/** A job that has gone wrong so often that nothing tries it again. */
async function failedJob(task: string): Promise<number> {
  const [job] = await sql<{ id: number }[]>`select id from graphile_worker.add_job(${task}, '[]'::json)`;
  const id = Number(job?.id);
  await sql`select graphile_worker.permanently_fail_jobs(array[${id}]::bigint[], 'no route to ada@example.org')`;
  return id;
}
const acts = async () =>
  (await listEvents({ acts: null, by: null, before: null })).events.map(({ act, subject }) => [act, subject]);

describe("jobs", () => {
  test("are counted by task, and those that went wrong are listed without addresses", async () => {
    await sql`select graphile_worker.add_job('sweep')`;
    const id = await failedJob("send-mails");
    expect(await listTasks()).toEqual([
      { task: "send-mails", waiting: 0, running: 0, failed: 1 },
      { task: "sweep", waiting: 1, running: 0, failed: 0 },
    ]);
    const { jobs, next } = await listTroubledJobs(null);
    expect(jobs).toMatchObject([
      { id, task: "send-mails", state: "failed", error: "no route to a…@example.org" },
    ]);
    expect(next).toBeNull();
    expect((await listTroubledJobs(id)).jobs).toEqual([]);
  });

  test("are tried again with all their attempts", async () => {
    const id = await failedJob("send-mails");
    expect(await retryJob(admin, id)).toEqual({ outcome: "done" });
    expect(await listTasks()).toEqual([{ task: "send-mails", waiting: 1, running: 0, failed: 0 }]);
    expect(await acts()).toEqual([["job-retried", `send-mails ${id}`]]);
  });

  test("are dropped for good; what is gone or being worked on is not there", async () => {
    const id = await failedJob("sweep");
    expect(await dropJob(admin, id)).toEqual({ outcome: "done" });
    expect(await dropJob(admin, id)).toEqual({ outcome: "not-there" });
    expect(await retryJob(admin, id)).toEqual({ outcome: "not-there" });
    expect(await acts()).toEqual([["job-dropped", `sweep ${id}`]]);
    const held = await failedJob("sweep");
    await sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'a worker' where id = ${held}`;
    expect(await dropJob(admin, held)).toEqual({ outcome: "not-there" });
    expect(await listTasks()).toEqual([{ task: "sweep", waiting: 0, running: 1, failed: 0 }]);
    await sql`select graphile_worker.force_unlock_workers(array['a worker'])`;
  });

  test("are nobody's but administrators'", async () => {
    const id = await failedJob("sweep");
    const moderator = await makeAccount({ role: "moderator" });
    for (const act of [retryJob, dropJob]) expect(await act(moderator, id)).toEqual({ outcome: "forbidden" });
    expect(await listTasks()).toEqual([{ task: "sweep", waiting: 0, running: 0, failed: 1 }]);
  });
});

describe("the log of mails", () => {
  /** Writes one mail down. @returns its id */
  async function mail(to: string, state: { error?: string; sent?: boolean } = {}): Promise<number> {
    const [row] = await sql<{ id: number }[]>`
      insert into mails (kind, to_address, language, subject, body, sent_at, last_error)
      values ('join', ${to}, 'en', 'S', ${state.sent ? null : "B"}, ${state.sent ? new Date() : null}, ${state.error ?? null})
      returning id`;
    return row?.id ?? 0;
  }
  const all = { state: null, to: null, before: null };

  test("shows no address whole, and finds one only when it is typed whole", async () => {
    await mail("ada.lovelace@example.org", { error: "550 <ada.lovelace@example.org> unknown" });
    const { mails } = await listMails(all);
    expect(mails).toMatchObject([
      { to: "a…@example.org", error: "550 <a…@example.org> unknown", state: "failing" },
    ]);
    expect((await listMails({ ...all, to: "ada.lovelace@example.org" })).mails).toHaveLength(1);
    expect((await listMails({ ...all, to: "ada" })).mails).toEqual([]);
    expect(shortened("é.b@x.org, plain text @ home")).toBe("é…@x.org, plain text @ home");
  });

  test("is filtered by state and paged by key", async () => {
    const failing = await mail("a@example.org", { error: "451" });
    const waiting = await mail("b@example.org");
    const sent = await mail("c@example.org", { sent: true });
    const ids = async (wish: Partial<Parameters<typeof listMails>[0]>) =>
      (await listMails({ ...all, ...wish })).mails.map(({ id }) => id);
    expect(await ids({})).toEqual([sent, waiting, failing]);
    expect(await ids({ before: sent })).toEqual([waiting, failing]);
    for (const [state, id] of [
      ["failing", failing],
      ["waiting", waiting],
      ["sent", sent],
    ] as const)
      expect(await ids({ state })).toEqual([id]);
  });

  test("sends again what failed, once, and nothing else", async () => {
    const failing = await mail("a@example.org", { error: "451" });
    const waiting = await mail("b@example.org");
    const sent = await mail("c@example.org", { sent: true });
    for (const id of [waiting, sent, 999_999])
      expect(await sendAgain(admin, id)).toEqual({ outcome: "not-failed" });
    expect(await sendAgain(await makeAccount(), failing)).toEqual({ outcome: "forbidden" });
    for (let times = 0; times < 2; times++)
      expect(await sendAgain(admin, failing)).toEqual({ outcome: "queued" });
    expect(await sql`select id from mails where to_queue`).toMatchObject([{ id: failing }]);
    expect(await acts()).toEqual([["mail-sent-again", `join ${failing}`]]);
  });
});

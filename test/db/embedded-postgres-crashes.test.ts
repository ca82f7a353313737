import { readFile, writeFile } from "node:fs/promises";
import { once } from "node:events";
import { join } from "node:path";
import postgres from "postgres";
import { expect, test } from "vitest";
import { startEmbeddedPostgres } from "../../db/embedded-postgres.ts";
import { isAlive } from "../../db/embedded-postgres/process-identity.ts";
import {
  ask,
  askUntilAnswered,
  dataOf,
  killHard,
  newDataDir,
  postmasterPid,
  sleepingProcess,
  startInChild,
} from "./embedded-server.ts";

const settings = { fsync: "off" };
const minute = 60_000;

/** Starts the server and notes what it reports doing. */
async function startAndListen(dataDir: string) {
  const steps: string[] = [];
  const server = await startEmbeddedPostgres({ dataDir, settings, onProgress: (step) => steps.push(step) });
  return { server, steps };
}

/** Makes `postmaster.pid` name another process, as after a reboot that gave the pid away. */
async function pretendPid(dataDir: string, pid: number | undefined): Promise<void> {
  const file = join((await dataOf(dataDir)).cluster, "postmaster.pid");
  const lines = (await readFile(file, "utf8")).split("\n");
  await writeFile(file, [String(pid), ...lines.slice(1)].join("\n"));
}

/** Leaves a data folder behind as a power cut does: data, a stale `postmaster.pid`, no process. */
async function powerCut(dataDir: string): Promise<void> {
  const { child, url } = await startInChild(dataDir);
  await ask(url, "create table kept (id int)");
  const pid = await postmasterPid(dataDir);
  await killHard(child);
  process.kill(pid, "SIGKILL");
  while (await isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
}

test("after kill -9 of its process the server is taken over, and watched", { timeout: minute }, async () => {
  const dataDir = await newDataDir();
  const { child, url } = await startInChild(dataDir);
  const pid = await postmasterPid(dataDir);
  await killHard(child);
  const { server, steps } = await startAndListen(dataDir);
  expect(server.url).toBe(url);
  expect(await postmasterPid(dataDir)).toBe(pid);
  expect(steps).toEqual(["take-over"]);

  process.kill(pid, "SIGKILL");
  await askUntilAnswered(url, "select 1 as one");
  expect(steps).toContain("restart");
  const successor = await postmasterPid(dataDir);
  expect(successor).not.toBe(pid);
  await server.stop();
  expect(await isAlive(successor)).toBe(false);
});

test(
  "kill -9 of PostgreSQL, twice: it comes back under the same URL with its data",
  { timeout: minute },
  async () => {
    const dataDir = await newDataDir();
    const { server, steps } = await startAndListen(dataDir);
    await ask(server.url, "create table kept (id int)");
    for (let crash = 0; crash < 2; crash++) {
      const pid = await postmasterPid(dataDir);
      process.kill(pid, "SIGKILL");
      while (await isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
      const row = await askUntilAnswered(server.url, "select count(*)::int as rows from kept");
      expect(row).toEqual({ rows: 0 });
    }
    expect(steps.filter((step) => step === "restart")).toHaveLength(2);
    await server.stop();
  },
);

test("when one connection is killed the owner's lock is taken again", { timeout: minute }, async () => {
  const dataDir = await newDataDir();
  const { server } = await startAndListen(dataDir);
  const owners = "from pg_stat_activity where application_name like 'tribune owner %'";
  await ask(server.url, `select pg_terminate_backend(pid) ${owners}`);
  const held = "select count(*)::int as held from pg_locks where locktype = 'advisory' and granted";
  while ((await ask(server.url, held)).held !== 1) await new Promise((resolve) => setTimeout(resolve, 20));
  await server.stop();
});

test("a stale postmaster.pid whose process is gone", { timeout: minute }, async () => {
  const dataDir = await newDataDir();
  await powerCut(dataDir);
  const { server, steps } = await startAndListen(dataDir);
  expect(steps).toEqual(["recover", "start"]);
  await expect(ask(server.url, "select count(*)::int as rows from kept")).resolves.toEqual({ rows: 0 });
  await server.stop();
});

test("a stale postmaster.pid that now names an unrelated living process", { timeout: minute }, async () => {
  const dataDir = await newDataDir();
  await powerCut(dataDir);
  const bystander = sleepingProcess();
  await pretendPid(dataDir, bystander.pid);
  const { server, steps } = await startAndListen(dataDir);
  expect(steps).toEqual(["recover", "start"]);
  await expect(ask(server.url, "select count(*)::int as rows from kept")).resolves.toEqual({ rows: 0 });
  await server.stop();
  expect(bystander.exitCode ?? bystander.signalCode).toBe(null);
});

test("a stale postmaster.pid that now names PostgreSQL of other data", { timeout: minute }, async () => {
  const otherDir = await newDataDir();
  const other = await startAndListen(otherDir);
  const dataDir = await newDataDir();
  await powerCut(dataDir);
  await pretendPid(dataDir, await postmasterPid(otherDir));
  const { server } = await startAndListen(dataDir);
  expect(server.url).not.toBe(other.server.url);
  await expect(ask(server.url, "select count(*)::int as rows from kept")).resolves.toEqual({ rows: 0 });
  await server.stop();
  await expect(ask(other.server.url, "select 1 as one")).resolves.toEqual({ one: 1 });
  await other.server.stop();
});

test(
  "a start while a killed server's query still runs waits until it has ended",
  { timeout: minute },
  async () => {
    const dataDir = await newDataDir();
    const { child, url } = await startInChild(dataDir);
    const sql = postgres(url, { max: 1 });
    const [backend] = await sql<[{ pid: number }]>`select pg_backend_pid() as pid`;
    // Busy with counting, the connection's process does not notice that the server is gone.
    const query = sql`select count(*) from generate_series(1, 8000) a, generate_series(1, 4000) b`.catch(
      () => null,
    );
    while (
      (await ask(url, `select state from pg_stat_activity where pid = ${backend.pid}`)).state !== "active"
    );
    const pid = await postmasterPid(dataDir);
    await killHard(child);
    process.kill(pid, "SIGKILL");
    while (await isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await isAlive(backend.pid)).toBe(true);
    const { server, steps } = await startAndListen(dataDir);
    expect(steps.filter((step) => step === "start").length).toBeGreaterThan(1);
    await expect(ask(server.url, "select 1 as one")).resolves.toEqual({ one: 1 });
    await server.stop();
    await query;
    await sql.end({ timeout: 0 });
  },
);

test(
  "Ctrl-C reaches Tribune and not the database, which answers until it is stopped",
  { timeout: minute },
  async () => {
    const dataDir = await newDataDir();
    const { child } = await startInChild(
      dataDir,
      `await new Promise((resolve) => setTimeout(resolve, 300));
     const sql = postgres(server.url, { max: 1 });
     const rows = await sql\`select 1 as one\`;
     await sql.end();
     await server.stop();
     process.exit(rows.length === 1 && !steps.includes("restart") ? 7 : 8);`,
    );
    const pid = await postmasterPid(dataDir);
    // A terminal's Ctrl-C goes to the whole process group.
    process.kill(-(child.pid ?? 0), "SIGINT");
    expect(await once(child, "exit")).toEqual([7, null]);
    expect(await isAlive(pid)).toBe(false);
  },
);

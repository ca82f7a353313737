import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeSql, sql } from "#db/sql.ts";
import type { Transaction } from "#db/sql.ts";
import { useDatabase } from "../database.ts";

useDatabase();

// One connection, so that whoever comes next gets the one that was lost.
let before: string | undefined;
let other: postgres.Sql;
beforeAll(async () => {
  before = process.env.DATABASE_POOL;
  process.env.DATABASE_POOL = "1";
  other = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice: () => undefined });
  await other`create table notes (note text)`;
});
afterAll(async () => {
  await other.end();
  await closeSql();
  if (before === undefined) delete process.env.DATABASE_POOL;
  else process.env.DATABASE_POOL = before;
});

const ownPid = async (tx: Transaction) =>
  (await tx<{ pid: number }[]>`select pg_backend_pid() as pid`)[0]?.pid ?? 0;
const kill = async (pid: number) => {
  await other`select pg_terminate_backend(${pid})`;
  await sleep(50);
};
const notes = async () => (await other<{ note: string }[]>`select note from notes`).map(({ note }) => note);

test("a connection that ends during a question fails its transaction, and the next one works", async () => {
  for (let tries = 0; tries < 5; tries++) {
    const lost = sql.begin(async (tx) => {
      await tx`insert into notes values ('lost')`;
      const pid = await ownPid(tx);
      setTimeout(() => void kill(pid), 20);
      await tx`select pg_sleep(5)`;
    });
    await expect(lost).rejects.toMatchObject({
      code: expect.stringMatching(/57P01|CONNECTION_CLOSED|ECONNRESET/) as string,
    });
    await expect.poll(() => sql.begin((tx) => ownPid(tx)).catch(() => 0)).toBeGreaterThan(0);
  }
  expect(await notes()).toEqual([]);
});

test("a connection that ends between two questions: the rest gets into nobody else's transaction", async () => {
  let failed: unknown;
  let goOn: () => void = () => undefined;
  const meanwhile = new Promise<void>((resolve) => (goOn = resolve));
  const lost = sql.begin(async (tx) => {
    await tx`insert into notes values ('before')`;
    const pid = await ownPid(tx);
    await kill(pid);
    await meanwhile;
    await tx`insert into notes values ('stray')`.catch((fault: unknown) => {
      failed = fault;
      throw fault;
    });
  });
  await expect(lost).rejects.toThrow();
  const undone = sql.begin(async (tx) => {
    await tx`insert into notes values ('undone')`;
    goOn();
    await sleep(50);
    throw new Error("undo");
  });
  await expect(undone).rejects.toThrow(/undo|CONNECTION/);
  await sql.begin((tx) => tx`insert into notes values ('kept')`);
  expect(await notes()).toEqual(["kept"]);
  expect(failed).toBeUndefined();
});

test("a fault of another connection undoes the transaction all the same", async () => {
  await other`delete from notes`;
  const refused = sql.begin(async (tx) => {
    await tx`insert into notes values ('refused')`;
    throw Object.assign(new Error("another server"), { code: "ECONNREFUSED" });
  });
  await expect(refused).rejects.toThrow("another server");
  expect(await notes()).toEqual([]);
});

test("what the work throws is thrown and undone, and what it gives is given", async () => {
  await other`delete from notes`;
  const refused = sql.begin(async (tx) => {
    await tx`insert into notes values ('refused')`;
    throw new Error("no");
  });
  await expect(refused).rejects.toThrow("no");
  const level = await sql.begin("isolation level serializable", async (tx) => {
    const [row] = await tx<{ level: string }[]>`select current_setting('transaction_isolation') as level`;
    return row?.level;
  });
  expect(level).toBe("serializable");
  await expect(sql.begin((tx) => tx`select 1 / 0`)).rejects.toMatchObject({ code: "22012" });
  expect(await notes()).toEqual([]);
});

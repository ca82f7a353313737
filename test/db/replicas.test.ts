import { randomBytes } from "node:crypto";
import { inject, beforeAll, afterAll, expect, test } from "vitest";
import { copyHere, onPrimary, readingFrom } from "#db/reading.ts";
import { positionOf, Replicas } from "#db/replicas.ts";
import { openPool, type Sql, sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { databaseAt } from "../vitest-template.ts";
import { freePort } from "../tribune-server.ts";

useDatabase();

/** Another database of the same server stands for a copy: what is asked of it cannot be taken for the primary's. */
const other = `copy_${randomBytes(6).toString("hex")}`;
let copy: Sql;

beforeAll(async () => {
  await sql.unsafe(`create database ${other}`);
  copy = openPool(databaseAt(inject("adminDatabaseUrl"), other), { max: 2 });
});

afterAll(async () => {
  await copy.end({ timeout: 5 });
  await sql.unsafe(`drop database ${other} with (force)`);
});

const where = async (ask: Pick<Sql, "unsafe"> = sql) =>
  (await ask.unsafe<{ name: string }[]>("select current_database() as name"))[0]?.name;

test("questions go to the copy while something is read from it, and transactions to the primary", async () => {
  const primary = await where();
  expect(primary).not.toBe(other);
  const seen = await readingFrom(copy, async () => ({
    plain: (await sql<{ name: string }[]>`select current_database() as name`)[0]?.name,
    unsafe: await where(),
    transaction: await sql.begin((tx) => where(tx)),
    remembered: await onPrimary(() => where()),
  }));
  expect(seen).toEqual({ plain: other, unsafe: other, transaction: primary, remembered: primary });
  expect(copyHere()).toBeUndefined();
  expect(await where()).toBe(primary);
});

test("readers at the same time do not take each other's copy", async () => {
  const [primary, seen] = await Promise.all([where(), readingFrom(copy, () => where())]);
  expect([primary, seen]).toEqual([await where(), other]);
});

/** Replicas that have been told how far the primary is. */
async function told(urls: string[]): Promise<{ replicas: Replicas; said: string[] }> {
  const said: string[] = [];
  const replicas = new Replicas(urls, (_message, about) => said.push(JSON.stringify(about)));
  replicas.changed(() => positionOf(sql));
  await expect.poll(() => replicas.knows).toBe(true);
  return { replicas, said };
}

test("a server that is no replica is passed over, and then left alone", async () => {
  const { replicas, said } = await told([process.env.DATABASE_URL ?? ""]);
  expect(await replicas.choose()).toBeNull();
  expect(await replicas.choose()).toBeNull();
  expect(said).toEqual([expect.stringContaining("is not a replica")]);
  await replicas.stop();
});

test("so is one where nobody listens, while another one is asked", async () => {
  const gone = `postgres://tribune@127.0.0.1:${await freePort()}/tribune`;
  const { replicas, said } = await told([gone, process.env.DATABASE_URL ?? ""]);
  expect(await replicas.choose()).toBeNull();
  expect(said.join()).toContain("ECONNREFUSED");
  expect(said).toHaveLength(2);
  expect(said.join()).not.toContain("tribune@");
  await replicas.stop();
});

test("nothing is read elsewhere before the primary has said how far it is, nor while changes go unheard", async () => {
  const replicas = new Replicas(["postgres://tribune@127.0.0.1:9/tribune"]);
  expect(await replicas.choose()).toBeNull();
  replicas.changed(() => Promise.reject(new Error("the primary is away")));
  expect(await replicas.choose()).toBeNull();
  expect(replicas.knows).toBe(false);
  replicas.changed(() => positionOf(sql));
  await expect.poll(() => replicas.knows).toBe(true);
  replicas.deaf();
  expect(replicas.knows).toBe(false);
  // What the primary is asked at that moment comes too late.
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  replicas.changed(() => answered.then(() => positionOf(sql)));
  replicas.deaf();
  answer();
  expect(await replicas.choose()).toBeNull();
  expect(replicas.knows).toBe(false);
  await replicas.stop();
});

test("a change that is told while the primary is asked is asked for again", async () => {
  const replicas = new Replicas(["postgres://tribune@127.0.0.1:9/tribune"]);
  const answers: (() => void)[] = [];
  let asked = 0;
  const ask = async () => {
    asked++;
    await new Promise<void>((resolve) => answers.push(resolve));
    return positionOf(sql);
  };
  replicas.changed(ask);
  replicas.changed(ask);
  answers[0]?.();
  await expect.poll(() => asked).toBe(2);
  expect(replicas.knows).toBe(false);
  answers[1]?.();
  await expect.poll(() => replicas.knows).toBe(true);
  await replicas.stop();
});

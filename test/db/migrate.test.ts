import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startEmbeddedPostgres } from "../../db/embedded-postgres.ts";
import { migrate, pendingMigrations, projectRoot } from "../../db/migrate.ts";
import { ask, newDataDir, temporaryFolder } from "./embedded-server.ts";

const minute = 60_000;
const first = "20260101000001_first.sql";
const second = "20260101000002_second.sql";

/** A server of its own and an empty folder for migrations. */
async function serverAndFolder() {
  const server = await startEmbeddedPostgres({ dataDir: await newDataDir(), settings: { fsync: "off" } });
  return { server, folder: await temporaryFolder() };
}

function migration(statement: string): string {
  return `-- migrate:up\n${statement};\n\n-- migrate:down\n`;
}

test(
  "migrations are applied once, in order, and the pending ones are known",
  { timeout: minute },
  async () => {
    const { server, folder } = await serverAndFolder();
    await writeFile(join(folder, second), migration("alter table things add column name text"));
    await writeFile(join(folder, first), migration("create table things (id int)"));
    expect(await pendingMigrations(server.url, folder)).toEqual([first, second]);
    expect(await migrate(server.url, folder)).toEqual({ applied: [first, second] });
    expect(await pendingMigrations(server.url, folder)).toEqual([]);
    expect(await migrate(server.url, folder)).toEqual({ applied: [] });
    await expect(ask(server.url, "select count(name)::int as names from things")).resolves.toEqual({
      names: 0,
    });
    await server.stop();
  },
);

test("two processes that start together: one migrates, the other waits", { timeout: minute }, async () => {
  const { server, folder } = await serverAndFolder();
  await writeFile(join(folder, first), migration("create table things (id int); select pg_sleep(0.5)"));
  const both = await Promise.all([migrate(server.url, folder), migrate(server.url, folder)]);
  expect(both.map((one) => one.applied.length).sort()).toEqual([0, 1]);
  await server.stop();
});

test(
  "a migration that fails is told in the tool's words, and stays pending",
  { timeout: minute },
  async () => {
    const { server, folder } = await serverAndFolder();
    await writeFile(join(folder, first), migration("create table things (id nonsense)"));
    await expect(migrate(server.url, folder)).rejects.toThrow(/type "nonsense" does not exist/);
    expect(await pendingMigrations(server.url, folder)).toEqual([first]);
    await server.stop();
  },
);

test("a loopback URL without sslmode works", { timeout: minute }, async () => {
  const { server, folder } = await serverAndFolder();
  await writeFile(join(folder, first), migration("create table things (id int)"));
  const plain = server.url.replace("?sslmode=disable", "");
  expect(await migrate(plain, folder)).toEqual({ applied: [first] });
  await server.stop();
});

test("the project's own migrations apply to an empty database", { timeout: minute }, async () => {
  expect(existsSync(join(projectRoot(), "db", "migrations"))).toBe(true);
  const { server } = await serverAndFolder();
  const pending = await pendingMigrations(server.url);
  expect(pending.length).toBeGreaterThan(0);
  expect(await migrate(server.url)).toEqual({ applied: pending });
  await server.stop();
});

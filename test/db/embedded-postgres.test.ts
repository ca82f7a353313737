import { stat } from "node:fs/promises";
import { createServer } from "node:net";
import { once } from "node:events";
import { expect, test } from "vitest";
import {
  EmbeddedPostgresInUse,
  findRunningEmbeddedPostgres,
  startEmbeddedPostgres,
} from "../../db/embedded-postgres.ts";
import { isAlive } from "../../db/embedded-postgres/process-identity.ts";
import { ask, dataOf, newDataDir, postmasterPid, startInChild } from "./embedded-server.ts";

const settings = { fsync: "off" };
const minute = 60_000;

test("answers on 127.0.0.1 only, in UTF-8 and UTC, with a password", { timeout: minute }, async () => {
  const dataDir = await newDataDir();
  const server = await startEmbeddedPostgres({ dataDir, settings });
  expect(server.url).toMatch(/^postgres:\/\/tribune:\w{20,}@127\.0\.0\.1:\d+\/tribune\?sslmode=disable$/);
  const row = await ask(
    server.url,
    `select current_user::text as role, current_database()::text as database, lower('É') as lower,
       current_setting('server_encoding') as encoding, current_setting('timezone') as zone,
       current_setting('listen_addresses') as listens, current_setting('unix_socket_directories') as sockets,
       current_setting('fsync') as fsync`,
  );
  expect(row).toEqual({
    role: "tribune",
    database: "tribune",
    lower: "é",
    encoding: "UTF8",
    zone: "UTC",
    listens: "127.0.0.1",
    sockets: "",
    fsync: "off",
  });
  await expect(ask(server.url.replace(/:\w+@/, ":wrong@"), "select 1")).rejects.toThrow(
    "password authentication",
  );
  const { connection, cluster } = await dataOf(dataDir);
  expect((await stat(connection)).mode & 0o777).toBe(0o600);
  expect((await stat(cluster)).mode & 0o777).toBe(0o700);
  await server.stop();
});

test("stop ends the server, and may be called twice", { timeout: minute }, async () => {
  const dataDir = await newDataDir();
  const server = await startEmbeddedPostgres({ dataDir, settings });
  const pid = await postmasterPid(dataDir);
  await Promise.all([server.stop(), server.stop()]);
  await server.stop();
  expect(await isAlive(pid)).toBe(false);
});

test(
  "a second start finds the data on the same port, or on another when that one is taken",
  { timeout: minute },
  async () => {
    const dataDir = await newDataDir();
    const first = await startEmbeddedPostgres({ dataDir, settings });
    await ask(first.url, "create table kept (id int)");
    await first.stop();

    const second = await startEmbeddedPostgres({ dataDir, settings });
    expect(second.url).toBe(first.url);
    await second.stop();

    const squatter = createServer().listen(Number(new URL(first.url).port), "127.0.0.1");
    await once(squatter, "listening");
    const third = await startEmbeddedPostgres({ dataDir, settings });
    squatter.close();
    expect(new URL(third.url).port).not.toBe(new URL(first.url).port);
    await expect(ask(third.url, "select count(*)::int as rows from kept")).resolves.toEqual({ rows: 0 });
    await third.stop();

    const fourth = await startEmbeddedPostgres({ dataDir, settings });
    expect(fourth.url).toBe(third.url);
    await fourth.stop();
  },
);

test(
  "a second process on the same data is told who has it; a command may attach",
  { timeout: minute },
  async () => {
    const dataDir = await newDataDir();
    expect(await findRunningEmbeddedPostgres(dataDir)).toBe(null);
    const { child, url } = await startInChild(dataDir);
    const refusal = await startEmbeddedPostgres({ dataDir, settings }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(EmbeddedPostgresInUse);
    expect(refusal).toMatchObject({ pid: child.pid });
    expect(await findRunningEmbeddedPostgres(dataDir)).toBe(url);
    await expect(ask(url, "select 1 as one")).resolves.toEqual({ one: 1 });
  },
);

test(
  "of two processes that make the same data folder together, one gets it",
  { timeout: minute },
  async () => {
    const dataDir = await newDataDir();
    const starts = await Promise.allSettled([startInChild(dataDir), startInChild(dataDir)]);
    const refusals = starts
      .filter((start) => start.status === "rejected")
      .map((start) => String(start.reason));
    expect(refusals).toEqual(["Error: refused: EmbeddedPostgresInUse"]);
  },
);

test("nothing answers any more once it has stopped", { timeout: minute }, async () => {
  const dataDir = await newDataDir();
  const server = await startEmbeddedPostgres({ dataDir, settings });
  expect(await findRunningEmbeddedPostgres(dataDir)).toBe(server.url);
  await server.stop();
  expect(await findRunningEmbeddedPostgres(dataDir)).toBe(null);
});

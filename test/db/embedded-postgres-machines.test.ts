import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { EmbeddedPostgresUnavailable, startEmbeddedPostgres } from "../../db/embedded-postgres.ts";
import { nameVersion, packageWithoutLinks } from "./package-without-links.ts";
import { ask, dataOf, newDataDir } from "./embedded-server.ts";

const settings = { fsync: "off" };
const minute = 60_000;

test("an install without scripts: missing library links are made", { timeout: minute }, async () => {
  const dataDir = await newDataDir();
  const binariesFrom = await packageWithoutLinks(dirname(dataDir));
  const steps: string[] = [];
  const server = await startEmbeddedPostgres({
    dataDir,
    settings,
    binariesFrom,
    onProgress: (step) => steps.push(step),
  });
  expect(steps).toEqual(["create-cluster", "start"]);
  await expect(ask(server.url, "select 1 as one")).resolves.toEqual({ one: 1 });
  await server.stop();
});

test("without programs for this platform it says so", { timeout: minute }, async () => {
  const dataDir = await newDataDir();
  const empty = join(dirname(dataDir), "package");
  await mkdir(empty);
  await nameVersion(empty);
  let copied = "";
  onTestFinished(() => rm(copied, { recursive: true, force: true }));
  const start = startEmbeddedPostgres({
    dataDir,
    settings,
    binariesFrom: empty,
    onProgress: (_step, detail) => (copied = detail ?? ""),
  });
  await expect(start).rejects.toThrow(EmbeddedPostgresUnavailable);
  await expect(start).rejects.toThrow("DATABASE_URL");
});

test("data that was moved away is not replaced by an empty database", { timeout: minute }, async () => {
  const dataDir = await newDataDir();
  await mkdir(dataDir);
  await writeFile(join(dataDir, "postgres-folder.txt"), join(dirname(dataDir), "nowhere", "postgres"));
  await expect(startEmbeddedPostgres({ dataDir, settings })).rejects.toThrow(/nowhere.*is not there/);
});

test(
  "a start that was killed while it made the data leaves nothing in the way",
  { timeout: minute },
  async () => {
    const dataDir = await newDataDir();
    const half = join(dataDir, `postgres.new-${process.pid}`);
    await mkdir(join(half, "cluster"), { recursive: true });
    await writeFile(join(half, "cluster", "PG_VERSION"), "18\n");
    const server = await startEmbeddedPostgres({ dataDir, settings });
    await expect(ask(server.url, "select 1 as one")).resolves.toEqual({ one: 1 });
    expect(await readdir(dataDir)).toEqual(["postgres"]);
    await server.stop();
  },
);

test("a log of more than 10 MB is put aside at the start", { timeout: minute }, async () => {
  const dataDir = await newDataDir();
  const first = await startEmbeddedPostgres({ dataDir, settings });
  await first.stop();
  const { log } = await dataOf(dataDir);
  await writeFile(log, Buffer.alloc(11 * 1024 * 1024, "."));
  const second = await startEmbeddedPostgres({ dataDir, settings });
  expect((await stat(log)).size).toBeLessThan(1024 * 1024);
  await second.stop();
});

test("a broken setting is told in PostgreSQL's own words", { timeout: minute }, async () => {
  const dataDir = await newDataDir();
  const start = startEmbeddedPostgres({ dataDir, settings: { fsync: "perhaps" } });
  await expect(start).rejects.toThrow(/parameter "fsync" requires a Boolean value/);
});

test("a data folder that was renamed between two starts", { timeout: minute }, async () => {
  const dataDir = await newDataDir();
  const server = await startEmbeddedPostgres({ dataDir, settings });
  await server.stop();
  const renamed = join(dirname(dataDir), "renamed");
  await rename(dataDir, renamed);
  const again = await startEmbeddedPostgres({ dataDir: renamed, settings });
  expect(again.url).toBe(server.url);
  await again.stop();
});

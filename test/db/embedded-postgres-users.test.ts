import { chmod, chown, lstat, readFile, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startEmbeddedPostgres } from "../../db/embedded-postgres.ts";
import { nameVersion, packageWithoutLinks } from "./package-without-links.ts";
import { ask, dataOf, newDataDir, postmasterPid, temporaryFolder } from "./embedded-server.ts";

const settings = { fsync: "off" };
const minute = 60_000;
const isRoot = process.getuid?.() === 0;
const rootOnly = isRoot ? "" : " — skipped: needs root";
const othersOnly = isRoot ? " — skipped: needs another user than root" : "";

test.runIf(isRoot)(
  `as root: PostgreSQL runs as the passwd user who owns the data${rootOnly}`,
  { timeout: minute },
  async () => {
    const dataDir = await newDataDir();
    const first = await startEmbeddedPostgres({ dataDir, settings });
    const owner = (await stat((await dataOf(dataDir)).cluster)).uid;
    expect(owner).not.toBe(0);
    expect((await stat(`/proc/${await postmasterPid(dataDir)}`)).uid).toBe(owner);
    await first.stop();

    // A volume written elsewhere, by an owner that passwd here does not know.
    await chown((await dataOf(dataDir)).cluster, 54_321, 54_321);
    const second = await startEmbeddedPostgres({ dataDir, settings });
    await expect(ask(second.url, "select 1 as one")).resolves.toEqual({ one: 1 });
    expect((await stat((await dataOf(dataDir)).cluster)).uid).toBe(owner);
    await second.stop();
  },
);

test.runIf(isRoot)(
  `as root, programs and data in a 0700 folder: both go where PostgreSQL can enter${rootOnly}`,
  { timeout: minute },
  async () => {
    const folder = await temporaryFolder();
    const dataDir = join(folder, "data");
    const binariesFrom = await packageWithoutLinks(folder);
    await nameVersion(binariesFrom);
    await chmod(folder, 0o700);
    let copied = "";
    onTestFinished(() => rm(copied, { recursive: true, force: true }));
    const onProgress = (step: string, detail = "") => {
      if (step === "copy-binaries") copied = detail;
    };
    const first = await startEmbeddedPostgres({ dataDir, settings, binariesFrom, onProgress });
    expect((await lstat(copied)).isDirectory()).toBe(true);
    await ask(first.url, "create table kept (id int)");
    await first.stop();
    const { cluster } = await dataOf(dataDir);
    expect(cluster.startsWith(folder)).toBe(false);

    const second = await startEmbeddedPostgres({ dataDir, settings, binariesFrom });
    expect(second.url).toBe(first.url);
    await expect(ask(second.url, "select count(*)::int as rows from kept")).resolves.toEqual({ rows: 0 });
    expect((await dataOf(dataDir)).cluster).toBe(cluster);
    await second.stop();
  },
);

test.runIf(isRoot)(
  `as root, a folder closed after the first start: its data moves${rootOnly}`,
  { timeout: minute },
  async () => {
    const folder = await temporaryFolder();
    const dataDir = join(folder, "data");
    const first = await startEmbeddedPostgres({ dataDir, settings });
    await ask(first.url, "create table kept (id int)");
    await first.stop();
    await chmod(folder, 0o700);
    const second = await startEmbeddedPostgres({ dataDir, settings });
    await expect(ask(second.url, "select count(*)::int as rows from kept")).resolves.toEqual({ rows: 0 });
    expect((await dataOf(dataDir)).path.startsWith(folder)).toBe(false);
    expect(await readFile(join(dirname((await dataOf(dataDir)).path), "belongs-to.txt"), "utf8")).toContain(
      dataDir,
    );
    await second.stop();
  },
);

test.runIf(!isRoot)(
  `not as root: a 0700 folder of one's own is used as it is${othersOnly}`,
  { timeout: minute },
  async () => {
    const dataDir = await newDataDir();
    await chmod(dirname(dataDir), 0o700);
    const server = await startEmbeddedPostgres({ dataDir, settings });
    expect((await dataOf(dataDir)).path).toBe(join(dataDir, "postgres"));
    expect((await stat(`/proc/${await postmasterPid(dataDir)}`)).uid).toBe(process.getuid?.());
    await server.stop();
  },
);

test.runIf(!isRoot)(
  `not as root, a package one may not write to: a copy is repaired instead${othersOnly}`,
  { timeout: minute },
  async () => {
    const dataDir = await newDataDir();
    const binariesFrom = await packageWithoutLinks(dirname(dataDir));
    await nameVersion(binariesFrom);
    await chmod(join(binariesFrom, "native", "lib"), 0o555);
    let copied = "";
    onTestFinished(() => rm(copied, { recursive: true, force: true }));
    const onProgress = (step: string, detail = "") => {
      if (step === "copy-binaries") copied = detail;
    };
    const server = await startEmbeddedPostgres({ dataDir, settings, binariesFrom, onProgress });
    await expect(ask(server.url, "select 1 as one")).resolves.toEqual({ one: 1 });
    await server.stop();
    await chmod(join(binariesFrom, "native", "lib"), 0o755);
  },
);

import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { stat } from "node:fs/promises";
import postgres from "postgres";
import { prepareBinaries } from "./embedded-postgres/binaries.ts";
import type { Binaries } from "./embedded-postgres/binaries.ts";
import { createCluster } from "./embedded-postgres/create-cluster.ts";
import {
  createDataFolder,
  findDataFolder,
  makeReachable,
  readConnection,
  writeConnection,
} from "./embedded-postgres/data-folder.ts";
import type { DataFolder } from "./embedded-postgres/data-folder.ts";
import { EmbeddedPostgresInUse, EmbeddedPostgresUnavailable, errorCode } from "./embedded-postgres/errors.ts";
import { ensureDatabase, takeOwnerLock } from "./embedded-postgres/owner-lock.ts";
import type { OwnerLock } from "./embedded-postgres/owner-lock.ts";
import { choosePort, isPortFree } from "./embedded-postgres/port.ts";
import { findPostmaster, peekPostmaster } from "./embedded-postgres/postmaster-file.ts";
import type { Postmaster } from "./embedded-postgres/postmaster-file.ts";
import { StartFailure, startPostmaster } from "./embedded-postgres/postmaster.ts";
import { supervise } from "./embedded-postgres/supervision.ts";
import { userToRunAs } from "./embedded-postgres/unprivileged-user.ts";
import type { UnprivilegedUser } from "./embedded-postgres/unprivileged-user.ts";

export { EmbeddedPostgresInUse, EmbeddedPostgresUnavailable };

/** `url` stays valid, through restarts of the server, until `stop`. */
export type EmbeddedPostgres = { url: string; stop(): Promise<void> };

export type EmbeddedPostgresOptions = {
  /** Created when missing. */
  dataDir: string;
  /** Extra server settings by name, such as `{ fsync: "off" }`. */
  settings?: Record<string, string>;
  /**
   * Hears what is being done: "copy-binaries" (to), "create-cluster" (folder), "move-data" (to), "recover",
   * "start" (port), "take-over" (pid), "restart", "restart-failed" (reason).
   */
  onProgress?: (step: string, detail?: string) => void;
  /** A folder shaped like the platform package, used instead of it. */
  binariesFrom?: string;
};

type Machine = { binaries: Binaries; user: UnprivilegedUser | null };

/** Pauses before another try while what a killed server left behind lingers: 20 s in all. */
const pauses = [100, 200, 400, 800, 1500, 3000, 4000, 5000, 5000];

/**
 * Starts PostgreSQL on `dataDir`, or takes over the server that a killed Tribune left running there, keeps it
 * running (a killed server comes back on the same port) and answers with its URL. Creates the cluster and the
 * database `tribune` when missing.
 * Throws EmbeddedPostgresInUse when another live Tribune process owns the folder, EmbeddedPostgresUnavailable
 * when PostgreSQL cannot run here, and an Error with PostgreSQL's log when it does not start.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const tell = options.onProgress ?? (() => undefined);
  let folder = (await findDataFolder(dataDir)) ?? (await create(dataDir, options));
  const { password, port: preferred } = await readConnection(folder);

  async function launch(port: number): Promise<Postmaster> {
    const machine = await prepare(folder, options);
    folder = await makeReachable(dataDir, folder, machine.user, (to) => tell("move-data", to));
    tell("start", String(port));
    return startPostmaster(folder, machine.binaries, machine.user, port, options.settings ?? {});
  }

  async function runningOrStarted(): Promise<Postmaster> {
    let port = preferred;
    for (let tries = 0; ; tries++) {
      const running = await findPostmaster(folder, () => tell("recover"));
      if (running) {
        tell("take-over", String(running.pid));
        return running;
      }
      if (!(await isPortFree(port))) port = await choosePort();
      try {
        return await launch(port);
      } catch (error) {
        const pause = pauses[tries];
        if (!(error instanceof StartFailure) || error.reason === "other" || pause === undefined) throw error;
        await sleep(pause);
      }
    }
  }

  const postmaster = await runningOrStarted();
  const { port } = postmaster;
  if (port !== preferred) await writeConnection(folder, { port, password });
  // The lock is held in the database nobody uses, so that `tribune` can be the template of another one.
  const url = (database: string) =>
    `postgres://tribune:${password}@127.0.0.1:${port}/${database}?sslmode=disable`;

  async function lock(): Promise<OwnerLock> {
    const outcome = await takeOwnerLock(url("postgres"));
    if ("heldBy" in outcome) throw new EmbeddedPostgresInUse(dataDir, outcome.heldBy);
    return outcome.lock;
  }

  const watched = { postmaster, lock: await lock() };
  async function bringBack(): Promise<Postmaster> {
    tell("restart");
    return (await findPostmaster(folder, () => tell("recover"))) ?? (await launch(port));
  }
  const onFailure = (error: unknown) => tell("restart-failed", String(error));
  const supervisor = supervise(folder, watched, bringBack, lock, onFailure);
  try {
    await ensureDatabase(url("postgres"), "tribune");
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
  return { url: url("tribune"), stop: () => supervisor.stop() };
}

/**
 * URL of the embedded server that another process runs on this data folder, or null when none runs (or when it
 * belongs to another user). Starts and changes nothing.
 */
export async function findRunningEmbeddedPostgres(dataDir: string): Promise<string | null> {
  try {
    const folder = await findDataFolder(resolve(dataDir));
    const running = folder && (await peekPostmaster(folder));
    if (!running) return null;
    const { password } = await readConnection(folder);
    const url = `postgres://tribune:${password}@127.0.0.1:${running.port}/tribune?sslmode=disable`;
    const sql = postgres(url, { max: 1, connect_timeout: 5 });
    await sql`select 1`.finally(() => sql.end({ timeout: 1 }));
    return url;
  } catch (error) {
    const code = errorCode(error);
    if (error instanceof EmbeddedPostgresUnavailable) return null;
    if (code && ["EACCES", "ECONNREFUSED", "CONNECT_TIMEOUT", "28P01", "3D000"].includes(code)) return null;
    throw error;
  }
}

async function create(dataDir: string, options: EmbeddedPostgresOptions): Promise<DataFolder> {
  const { binaries, user } = await prepare(null, options);
  options.onProgress?.("create-cluster", dataDir);
  return createDataFolder(dataDir, user, (draft) =>
    createCluster(draft, binaries, user, { sync: options.settings?.fsync !== "off" }),
  );
}

async function prepare(folder: DataFolder | null, options: EmbeddedPostgresOptions): Promise<Machine> {
  const user = await userToRunAs(folder ? (await stat(folder.cluster)).uid : null);
  const onCopy = (to: string) => options.onProgress?.("copy-binaries", to);
  return { user, binaries: await prepareBinaries(user, options.binariesFrom, onCopy) };
}

import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { DataFolder } from "./data-folder.ts";
import { EmbeddedPostgresUnavailable, errorCode } from "./errors.ts";
import { identify } from "./process-identity.ts";

/** A running PostgreSQL server of a data folder. */
export type Postmaster = { pid: number; port: number };
type Recorded = { pid: number; port: number | null; status: string };

/** What `postmaster.pid` records, or null without a readable file. `status` is "" until the server wrote one. */
export async function readPostmasterFile(folder: DataFolder): Promise<Recorded | null> {
  const text = await readFile(join(folder.cluster, "postmaster.pid"), "utf8").catch((error: unknown) => {
    if (errorCode(error) === "EACCES") return "";
    if (errorCode(error) === "ENOENT") return "";
    throw error;
  });
  const lines = text.split("\n").map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3]) || null, status: lines[7] ?? "" };
}

/**
 * The server that already runs on this folder, once it accepts connections; null when none runs. A server that
 * is starting or stopping is waited for. A `postmaster.pid` whose process is certainly another one is removed
 * (PostgreSQL itself would refuse to start); `onStale` hears when an earlier server ended without shutting down.
 * Throws EmbeddedPostgresUnavailable when the system does not tell what the process is.
 */
export async function findPostmaster(folder: DataFolder, onStale: () => void): Promise<Postmaster | null> {
  for (;;) {
    const recorded = await readPostmasterFile(folder);
    if (!recorded) return null;
    const identity = await identify(recorded.pid, folder.cluster);
    if (identity === "unknown" && recorded.status !== "ready") await refuseUnknown(folder, recorded.pid);
    if (identity === "gone" || identity === "unrelated") {
      // A server that has just ended took its own file away, or another has just started.
      if ((await readPostmasterFile(folder))?.pid !== recorded.pid) continue;
      await rm(join(folder.cluster, "postmaster.pid"), { force: true });
      onStale();
      return null;
    }
    if (recorded.status === "ready" && recorded.port) return { pid: recorded.pid, port: recorded.port };
    await sleep(50);
  }
}

/** The server of this folder that is ready at this moment, or null; changes and waits for nothing. */
export async function peekPostmaster(folder: DataFolder): Promise<Postmaster | null> {
  const recorded = await readPostmasterFile(folder);
  if (recorded?.status !== "ready" || !recorded.port) return null;
  const identity = await identify(recorded.pid, folder.cluster);
  if (identity === "gone" || identity === "unrelated") return null;
  return { pid: recorded.pid, port: recorded.port };
}

async function refuseUnknown(folder: DataFolder, pid: number): Promise<void> {
  // It may merely be starting: give it a moment to say so.
  for (let tries = 0; tries < 100; tries++) {
    await sleep(100);
    const now = await readPostmasterFile(folder);
    if (now?.pid !== pid || now.status === "ready") return;
  }
  throw new EmbeddedPostgresUnavailable(
    `${join(folder.cluster, "postmaster.pid")} names process ${pid}, and this system does not tell whether ` +
      `that is PostgreSQL. If it is not, remove the file and start again.`,
  );
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { open, readFile, rename, stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import type { DataFolder } from "./data-folder.ts";
import { EmbeddedPostgresUnavailable } from "./errors.ts";
import { readPostmasterFile } from "./postmaster-file.ts";
import type { Postmaster } from "./postmaster-file.ts";
import { identify, isAlive } from "./process-identity.ts";
import { identity, surroundings } from "./unprivileged-user.ts";
import type { UnprivilegedUser } from "./unprivileged-user.ts";

type StartFailureReason = "already-running" | "memory-in-use" | "port-taken" | "other";

/** PostgreSQL ended instead of starting; the message holds what it logged. */
export class StartFailure extends Error {
  override name = "StartFailure";
  readonly reason: StartFailureReason;
  constructor(log: string) {
    super(`PostgreSQL did not start:\n${log}`);
    this.reason = failureReason(log);
  }
}

const defaults: Record<string, string> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  password_encryption: "scram-sha-256",
  shared_buffers: "128MB",
  max_connections: "100",
  timezone: "UTC",
  log_timezone: "UTC",
  log_min_messages: "warning",
};
const largestLog = 10 * 1024 * 1024;

/**
 * Starts PostgreSQL on a data folder and answers once it accepts connections, however long recovery takes.
 * It runs in a process group of its own: Ctrl-C in a terminal reaches Tribune only, which then finishes its
 * requests before it stops the database. Throws StartFailure, or EmbeddedPostgresUnavailable when the program
 * cannot be run.
 */
export async function startPostmaster(
  folder: DataFolder,
  binaries: Binaries,
  user: UnprivilegedUser | null,
  port: number,
  settings: Record<string, string>,
): Promise<Postmaster> {
  await rotateLog(folder);
  const log = await open(folder.log, "a", 0o600);
  const logged = (await log.stat()).size;
  const args = ["-D", folder.cluster];
  for (const [name, value] of Object.entries({ ...defaults, ...settings, port: String(port) })) {
    args.push("-c", `${name}=${value}`);
  }
  const child = spawn(binaries.postgres, args, {
    ...identity(user),
    ...surroundings(),
    detached: true,
    stdio: ["ignore", log.fd, log.fd],
    windowsHide: true,
  });
  try {
    await once(child, "spawn");
  } catch (error) {
    throw new EmbeddedPostgresUnavailable(`${binaries.postgres} cannot be run: ${String(error)}`);
  } finally {
    await log.close();
  }
  child.unref();
  const pid = child.pid ?? 0;
  for (;;) {
    const recorded = await readPostmasterFile(folder);
    if (recorded?.pid === pid && recorded.status === "ready") return { pid, port };
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new StartFailure((await readFile(folder.log)).subarray(logged).toString("utf8").slice(-4000));
    }
    await sleep(20);
  }
}

/**
 * Fast shutdown: clients are disconnected, everything is written, then the server ends. One that has not ended
 * after 30 s is told to quit at once (its next start then recovers). Returns when it is gone.
 */
export async function stopPostmaster(folder: DataFolder, postmaster: Postmaster): Promise<void> {
  const isOurs = async () => !["gone", "unrelated"].includes(await identify(postmaster.pid, folder.cluster));
  if (!(await isOurs())) return;
  process.kill(postmaster.pid, "SIGINT");
  const patience = Date.now() + 30_000;
  let hurried = false;
  while (await isAlive(postmaster.pid)) {
    if (!hurried && Date.now() > patience && (await isOurs())) {
      process.kill(postmaster.pid, "SIGQUIT");
      hurried = true;
    }
    await sleep(20);
  }
}

async function rotateLog(folder: DataFolder): Promise<void> {
  const size = await stat(folder.log).then(
    (about) => about.size,
    () => 0,
  );
  if (size > largestLog) await rename(folder.log, `${folder.log}.1`);
}

function failureReason(log: string): StartFailureReason {
  if (/lock file "postmaster\.pid" already exists/.test(log)) return "already-running";
  if (/shared memory block .* is still in use/.test(log)) return "memory-in-use";
  if (/could not bind|could not create any TCP\/IP sockets/.test(log)) return "port-taken";
  return "other";
}

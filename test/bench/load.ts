import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** What one round of load saw: answers a second, and how many were no success. */
export type Round = { perSecond: number; failed: number };

/** Whether a program can be found. */
export function has(program: string): boolean {
  try {
    execFileSync("which", [program], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Sees to `wrk`, from Debian where it is missing and may be installed. @throws saying what to install */
function ensureWrk(): void {
  if (has("wrk")) return;
  console.log("Installing wrk from Debian …");
  try {
    execFileSync("apt-get", ["install", "-y", "-qq", "wrk"], { stdio: "ignore" });
  } catch {
    throw new Error("wrk is missing and cannot be installed here (Debian: apt-get install wrk)");
  }
}

export const canPin = () => has("taskset");

/** Keeps a process and its threads on one core; nothing where the system cannot (no `taskset`). */
export function pin(pid: number, core: number): void {
  if (canPin()) execFileSync("taskset", ["-acp", String(core), String(pid)], { stdio: "ignore" });
}

/**
 * Asks `url` over and over with wrk, on core 1, for `seconds`.
 * @param ask.script Lua for wrk, instead of a plain GET
 */
export async function load(
  url: string,
  ask: { seconds: number; connections?: number; headers?: Record<string, string>; script?: string },
): Promise<Round> {
  ensureWrk();
  const folder = await mkdtemp(join(tmpdir(), "tribune-bench-"));
  try {
    const args = ["-t1", `-c${ask.connections ?? 32}`, `-d${ask.seconds}s`, "--timeout", "10s"];
    for (const [name, value] of Object.entries(ask.headers ?? {})) args.push("-H", `${name}: ${value}`);
    if (ask.script) {
      await writeFile(join(folder, "ask.lua"), ask.script);
      args.push("-s", join(folder, "ask.lua"));
    }
    const pinned = canPin();
    const { stdout } = await promisify(execFile)(pinned ? "taskset" : "wrk", [
      ...(pinned ? ["-c", "1", "wrk"] : []),
      ...args,
      url,
    ]);
    const figure = (pattern: RegExp) => Number(pattern.exec(stdout)?.[1] ?? 0);
    const sockets = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(stdout);
    return {
      perSecond: figure(/Requests\/sec:\s+([\d.]+)/),
      failed:
        figure(/Non-2xx or 3xx responses: (\d+)/) +
        (sockets ?? []).slice(1).reduce((sum, part) => sum + Number(part), 0),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

import { readFile, readlink, realpath } from "node:fs/promises";
import { basename } from "node:path";
import { errorCode } from "./errors.ts";
import { run } from "./unprivileged-user.ts";

/** "unknown": it might be our postmaster, but this system does not tell. */
export type Identity = "gone" | "ours" | "unrelated" | "unknown";

/** Whether a process with this pid runs. A zombie does not, although signals still reach it. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) !== "EPERM") return false;
  }
  if (process.platform !== "linux") return true;
  const status = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  // The command's name in parentheses may itself hold spaces and parentheses.
  const state = status?.slice(status.lastIndexOf(")") + 2, status.lastIndexOf(")") + 3);
  return state !== undefined && state !== "Z" && state !== "X";
}

/** Tells whether process `pid` is a postmaster working in the folder `cluster` (a real path). */
export async function identify(pid: number, cluster: string): Promise<Identity> {
  if (!(await isAlive(pid))) return "gone";
  if (process.platform === "linux") return identifyOnLinux(pid, cluster);
  if (process.platform === "win32") return "unknown";
  const command = (await run("ps", ["-o", "command=", "-p", String(pid)])).stdout.trim();
  if (!command) return (await isAlive(pid)) ? "unknown" : "gone";
  if (!/(^|\/)(postgres|postmaster)\b/.test(command)) return "unrelated";
  if (command.includes(`-D ${cluster}`)) return "ours";
  return command.includes(" -D ") ? "unrelated" : "unknown";
}

async function identifyOnLinux(pid: number, cluster: string): Promise<Identity> {
  const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => null);
  if (commandLine === null) return (await isAlive(pid)) ? "unknown" : "gone";
  const words = commandLine.split("\0");
  const program = basename(words[0] ?? "").split(":")[0] ?? "";
  if (!["postgres", "postmaster"].includes(program)) return "unrelated";
  // A postmaster's working folder is its data folder, and stays right when the folder is renamed.
  const works = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  if (works !== null && works !== "/") return works === cluster ? "ours" : "unrelated";
  const named = words[words.indexOf("-D") + 1];
  if (!words.includes("-D") || named === undefined) return "unknown";
  return (await realpath(named).catch(() => named)) === cluster ? "ours" : "unrelated";
}

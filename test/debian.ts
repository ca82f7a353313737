import { existsSync } from "node:fs";
import { run } from "./program.ts";

/** Installs packages of Debian where this machine is one and lets us. @returns whether they are there now */
export async function installDebian(packages: string[]): Promise<boolean> {
  if (process.platform !== "linux" || !existsSync("/usr/bin/apt-get")) return false;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && (await exitCode("sudo", ["-n", "true"])) !== 0) return false;
  const apt = (...args: string[]) =>
    isRoot
      ? exitCode("apt-get", args, { DEBIAN_FRONTEND: "noninteractive" })
      : exitCode("sudo", ["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get", ...args]);
  // A failed update need not matter: the lists that are there may do.
  await apt("update", "-qq");
  return (await apt("install", "-y", "-qq", "--no-install-recommends", ...packages)) === 0;
}

/** Like `run`, but a program that is not there has simply failed. */
function exitCode(command: string, args: string[], environment?: Record<string, string>): Promise<number> {
  return run(command, args, environment).catch(() => 127);
}

import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { has, type Round } from "./load.ts";

/** Runs one transaction over and over with pgbench and 32 clients. @returns transactions a second */
export async function pgbench(databaseUrl: string, transaction: string, seconds: number): Promise<Round> {
  if (!has("pgbench")) throw new Error("pgbench is missing (Debian: apt-get install postgresql)");
  const folder = await mkdtemp(join(tmpdir(), "tribune-bench-"));
  try {
    await writeFile(join(folder, "insert.sql"), transaction);
    const { stdout } = await promisify(execFile)("pgbench", [
      ...["-n", "-c", "32", "-j", "1", "-T", String(seconds), "-M", "prepared"],
      ...["-f", join(folder, "insert.sql"), databaseUrl],
    ]);
    return {
      perSecond: Number(/tps = ([\d.]+)/.exec(stdout)?.[1] ?? 0),
      failed: Number(/number of failed transactions: (\d+)/.exec(stdout)?.[1] ?? 0),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

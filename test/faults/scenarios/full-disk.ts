import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ask } from "../../asking.ts";
import { install } from "../installation.ts";
import { addUp } from "../ledger.ts";
import { answersAgain, expect, type Scenario, signOnce } from "../scenario.ts";

/** A small file system for the database, filled while people sign and freed again. */
export const fullDisk: Scenario = {
  name: "full disk",
  alone: true,
  impossible() {
    if (process.platform !== "linux" || process.getuid?.() !== 0) return "only root on Linux may mount";
    return undefined;
  },
  async run() {
    const disk = await mkdtemp(join(tmpdir(), "tribune-disk-"));
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=160m,mode=0711", "tmpfs", disk], { stdio: "ignore" });
    } catch {
      await rm(disk, { recursive: true });
      return "not played, a file system cannot be mounted here";
    }
    const dataDir = join(disk, "data");
    await mkdir(dataDir);
    await chmod(dataDir, 0o711);
    const installation = await install({
      dataDir,
      remove: async () => {
        execFileSync("umount", [disk]);
        await rm(disk, { recursive: true });
      },
    });
    try {
      const pid = installation.pid();
      expect((await signOnce(installation)).status === 303, "no signature before");
      const postmaster = await installation.postmaster();
      const acknowledged: string[] = [];
      const statuses = new Map<number, number>();
      const filler = join(disk, "filler");
      await fillUp(filler);
      // Room that is left in files goes first; the log of PostgreSQL takes 16 MB at a time.
      for (let number = 0; number < 3000 && (statuses.get(503) ?? 0) < 30; number += 8)
        await Promise.all(
          Array.from({ length: 8 }, async (_, more) => {
            const email = `disk-${number + more}@example.org`;
            const { status } = await signOnce(installation, email);
            statuses.set(status, (statuses.get(status) ?? 0) + 1);
            if (status === 303) acknowledged.push(email);
          }),
        );
      expect((statuses.get(503) ?? 0) > 0, `the disk was never full: ${JSON.stringify([...statuses])}`);
      expect(
        [...statuses.keys()].every((status) => status === 303 || status === 503),
        JSON.stringify([...statuses]),
      );
      // Its log cannot grow either: PostgreSQL panics, and cannot come back while there is no room.
      for (
        let tries = 0;
        tries < 3 && (await installation.postmaster().catch(() => 0)) === postmaster;
        tries++
      )
        await installation
          .ask(
            (sql) =>
              sql`select pg_switch_wal(), pg_logical_emit_message(true, 'faults', repeat('x', 1000000))`,
          )
          .catch(() => undefined);
      const home = (await ask(installation.url, "/healthz")).status;
      await sleep(1500);
      await rm(filler);
      const again = await answersAgain(installation, 30_000);
      expect(installation.pid() === pid && home === 200, "the app was not there all the time");
      const lost = await installation.ask(async (sql) => {
        const rows = await sql<{ email: string }[]>`select email from signatures where email like 'disk-%'`;
        const kept = new Set(rows.map(({ email }) => email));
        const { wrong } = await addUp(sql, installation.letter.id);
        return [...acknowledged.filter((email) => !kept.has(email)), ...wrong];
      });
      expect(lost.length === 0, `lost: ${lost.slice(0, 3).join(", ")}`);
      const restarted =
        (await installation.postmaster()) !== postmaster
          ? "PostgreSQL was started anew"
          : "PostgreSQL came back by itself";
      return `${acknowledged.length} signatures, then ${statuses.get(503)} answers of 503; freed, all answered ${again} s later; ${restarted}`;
    } finally {
      await rm(join(disk, "filler"), { force: true });
      await installation.close();
    }
  },
};

/** Writes until nothing more fits. */
async function fillUp(path: string): Promise<void> {
  const file = await open(path, "w");
  for (const size of [1024 * 1024, 4096]) {
    const block = Buffer.alloc(size, 1);
    try {
      for (let written = 0; written < 1000 * 1024 * 1024; written += size) await file.write(block);
    } catch {
      // Full for blocks of this size.
    }
  }
  await file.close();
}

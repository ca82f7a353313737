import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import postgres from "postgres";
import { afterEach } from "vitest";
import { dataFolderAt } from "../../db/embedded-postgres/data-folder.ts";
import type { DataFolder } from "../../db/embedded-postgres/data-folder.ts";
import { findPostmaster } from "../../db/embedded-postgres/postmaster-file.ts";
import { stopPostmaster } from "../../db/embedded-postgres/postmaster.ts";

const folders: string[] = [];
const processes: ChildProcess[] = [];

// Whatever a test left running or lying about goes, also when it failed halfway.
afterEach(async () => {
  for (const child of processes.splice(0)) child.kill("SIGKILL");
  for (const folder of folders.splice(0)) {
    const data = await dataOf(join(folder, "data"));
    const running = await findPostmaster(data, () => undefined);
    if (running) await stopPostmaster(data, running);
    if (!data.path.startsWith(folder)) await rm(dirname(data.path), { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  }
});

/** A new folder under the system's temporary one that every user can enter; removed after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tribune-test-"));
  await chmod(folder, 0o755);
  folders.push(folder);
  return folder;
}

/** Path of a data folder that does not exist yet; its server is stopped and the folder removed after the test. */
export async function newDataDir(): Promise<string> {
  return join(await temporaryFolder(), "data");
}

/** Where the server of `dataDir` keeps its files, following the pointer. */
export async function dataOf(dataDir: string): Promise<DataFolder> {
  const pointer = await readFile(join(dataDir, "postgres-folder.txt"), "utf8").catch(() => "");
  return dataFolderAt(pointer.trim() || join(dataDir, "postgres"));
}

/** Pid of the server that runs on `dataDir`. */
export async function postmasterPid(dataDir: string): Promise<number> {
  return Number(
    (await readFile(join((await dataOf(dataDir)).cluster, "postmaster.pid"), "utf8")).split("\n")[0],
  );
}

/** One question over a connection of its own. */
export async function ask(url: string, question: string): Promise<postgres.Row> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    return (await sql.unsafe(question))[0] ?? {};
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Asks again and again until it is answered: the test's own time limit is the only one. */
export async function askUntilAnswered(url: string, question: string): Promise<postgres.Row> {
  for (;;) {
    try {
      return await ask(url, question);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/**
 * A second Node process that starts the server on `dataDir` and stays, running `whenInterrupted` at SIGINT (it
 * may use `server`, the `postgres` driver, and `steps`, the names of what was reported).
 * Resolves with it and the URL it got; rejects with the name of the error that it met instead.
 */
export async function startInChild(
  dataDir: string,
  whenInterrupted = "",
): Promise<{ child: ChildProcess; url: string }> {
  const driver = pathToFileURL(createRequire(import.meta.url).resolve("postgres")).href;
  const program = `
    import { startEmbeddedPostgres } from ${JSON.stringify(new URL("../../db/embedded-postgres.ts", import.meta.url).href)};
    import postgres from ${JSON.stringify(driver)};
    const steps = [];
    const onProgress = (step) => steps.push(step);
    const options = { dataDir: ${JSON.stringify(dataDir)}, settings: { fsync: "off" }, onProgress };
    const server = await startEmbeddedPostgres(options).catch((error) => {
      console.log("refused: " + error.name);
      process.exit(1);
    });
    process.on("SIGINT", async () => { ${whenInterrupted} });
    console.log(server.url);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  processes.push(child);
  for await (const line of createInterface(child.stdout)) {
    if (line.startsWith("refused: ")) throw new Error(line);
    return { child, url: line };
  }
  throw new Error("The child ended without a word.");
}

/** A process that only sleeps, killed after the test. */
export function sleepingProcess(): ChildProcess {
  const child = spawn("sleep", ["1000"], { stdio: "ignore" });
  processes.push(child);
  return child;
}

/** Kills a process the hard way and waits until it is gone. */
export async function killHard(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { findRunningEmbeddedPostgres } from "#db/embedded-postgres.ts";
import { findDataFolder } from "#db/embedded-postgres/data-folder.ts";
import { closeSql } from "#db/sql.ts";
import { makeAccount, makeLetter } from "../made-up.ts";
import { startMailbox, type Mailbox } from "../mailbox.ts";
import { createDataDir, freePort, type Server, startServer } from "../tribune-server.ts";

/** A Tribune with its embedded PostgreSQL and a mail server, that can be hurt and started again in its place. */
export type Installation = {
  url: string;
  /** An open letter with no signatures of the sample content. */
  letter: { id: number; slug: string };
  mailbox: Mailbox;
  pid(): number;
  log(): string;
  /** Kills the app (SIGKILL) and starts it again on the same port and data. */
  replace(): Promise<void>;
  /** Questions to its database, over a connection of their own, closed afterwards. */
  ask<Result>(act: (sql: postgres.Sql) => Promise<Result>): Promise<Result>;
  postmaster(): Promise<number>;
  /** The postmaster and all its processes. */
  databaseProcesses(): Promise<number[]>;
  close(): Promise<void>;
};

/** @param place where its data lies; a new folder of its own when it is not given */
export async function install(
  place?: { dataDir: string; remove: () => Promise<void> },
  more: Record<string, string> = {},
): Promise<Installation> {
  const { dataDir, remove } = place ?? (await createDataDir());
  const mailbox = await startMailbox();
  const port = String(await freePort());
  const environment = { PORT: port, SMTP_URL: mailbox.url, TRUSTED_PROXIES: "loopback", ...more };
  let logged = "";
  let server: Server = await startServer(dataDir, environment);

  const cluster = async () => (await findDataFolder(dataDir))?.cluster ?? "";
  const postmaster = async () =>
    Number((await readFile(join(await cluster(), "postmaster.pid"), "utf8")).split("\n")[0]);

  async function databaseUrl(): Promise<string> {
    for (let tries = 0; tries < 200; tries++) {
      const url = await findRunningEmbeddedPostgres(dataDir).catch(() => null);
      if (url) return url;
      await sleep(100);
    }
    throw new Error("PostgreSQL is not there within 20 s");
  }

  process.env.DATABASE_URL = await databaseUrl();
  const letter = await makeLetter(await makeAccount({ email: `faults-${Date.now()}@example.org` }));
  await closeSql();
  delete process.env.DATABASE_URL;

  return {
    url: server.url,
    letter,
    mailbox,
    pid: () => server.pid,
    log: () => logged + server.log(),
    async replace() {
      await server.end("SIGKILL");
      logged += server.log();
      server = await startServer(dataDir, environment);
    },
    async ask(act) {
      const sql = postgres(await databaseUrl(), { max: 1, onnotice: () => undefined });
      try {
        return await act(sql);
      } finally {
        await sql.end({ timeout: 2 });
      }
    },
    postmaster,
    async databaseProcesses() {
      const pid = await postmaster();
      const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8");
      return [pid, ...children.trim().split(" ").filter(Boolean).map(Number)];
    },
    async close() {
      try {
        await server.stop();
      } finally {
        await mailbox.close();
        await remove();
      }
    },
  };
}

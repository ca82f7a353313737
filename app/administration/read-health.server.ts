import { readFile, statfs } from "node:fs/promises";
import { join, resolve } from "node:path";
import { countMails } from "#app/mail/mail-log.server.ts";
import { uncounted } from "#app/signatures/signing-figures.server.ts";
import { pendingMigrations, projectRoot } from "#db/migrate.ts";
import { sql } from "#db/sql.ts";
import { listTasks } from "./jobs.server.ts";

/** How Tribune fares. Sizes in bytes, times in seconds. */
export type Health = {
  migrationsMissing: number;
  jobs: { waiting: number; failed: number };
  /** `sends` is false while mails are kept in the database: then waiting is what they should do. */
  mails: { waiting: number; failing: number; sends: boolean };
  uncounted: { count: number; seconds: number };
  databaseSize: number;
  /** Of the disk that the embedded database lies on; null for a database of the operator's own. */
  disk: { free: number; size: number } | null;
  version: string;
  /** Whom to tell of a hole, "" for nobody. */
  securityContact: string;
  /** Whether Tribune has an address that others know. */
  public: boolean;
};

/** Asks everything that can go wrong. Whoever reads the answer knows that the database is reachable. */
export async function readHealth(): Promise<Health> {
  const [missing, tasks, mails, waiting, [size], disk, version] = await Promise.all([
    pendingMigrations(process.env.DATABASE_URL ?? ""),
    listTasks(),
    countMails(),
    uncounted(),
    sql<{ bytes: number }[]>`select pg_database_size(current_database()) as bytes`,
    readDisk(),
    readVersion(),
  ]);
  const sum = (of: "waiting" | "failed") => tasks.reduce((all, task) => all + task[of], 0);
  return {
    migrationsMissing: missing.length,
    jobs: { waiting: sum("waiting"), failed: sum("failed") },
    mails: { ...mails, sends: Boolean(process.env.SMTP_URL) },
    uncounted: waiting,
    databaseSize: size?.bytes ?? 0,
    disk,
    version,
    securityContact: process.env.SECURITY_CONTACT?.trim() ?? "",
    public: Boolean(process.env.PUBLIC_URL?.trim()),
  };
}

/** The embedded database lies under DATA_DIR; only PostgreSQL itself knows whether this one does. */
async function readDisk(): Promise<Health["disk"]> {
  const [setting] = await sql<{ folder: string }[]>`
    select setting as folder from pg_settings where name = 'data_directory'`;
  const home = resolve(projectRoot(), process.env.DATA_DIR?.trim() || ".data");
  if (!setting?.folder.startsWith(home)) return null;
  const { bsize, bavail, blocks } = await statfs(home);
  return { free: bsize * bavail, size: bsize * blocks };
}

async function readVersion(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(projectRoot(), "package.json"), "utf8")) as {
    version: string;
  };
  return manifest.version;
}

import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { resolveBinary } from "dbmate";
import postgres from "postgres";

/** One migration runs at a time per database, whichever process asks. */
const migrationLock = 84_115;

/**
 * Applies the migrations of `folder` (the project's own by default) that the database has not seen, in order.
 * Processes that start together wait for each other. Answers with the names of the files that were applied.
 * Rejects with the migration tool's words when a migration fails, and when the database cannot be reached.
 */
export async function migrate(url: string, folder = migrationsFolder()): Promise<{ applied: string[] }> {
  return withConnection(url, async (sql) => {
    await sql`select pg_advisory_lock(${migrationLock}::bigint)`;
    const pending = await missingIn(sql, folder);
    // The lock is the connection's, and ends with it.
    if (pending.length > 0) await runDbmate(["--no-dump-schema", "--migrations-dir", folder, "up"], url);
    return { applied: pending };
  });
}

/**
 * Names of the migration files the database has not seen, in order; all of them for an empty database.
 * Rejects when the database cannot be reached.
 */
export async function pendingMigrations(url: string, folder = migrationsFolder()): Promise<string[]> {
  return withConnection(url, (sql) => missingIn(sql, folder));
}

/**
 * Runs the migration tool against `url` and answers with its output. `path` is put before PATH (where it looks
 * for pg_dump). Rejects with what it wrote to stderr.
 */
export function runDbmate(args: string[], url: string, path = ""): Promise<string> {
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: process.env.NODE_ENV,
    PATH: path ? `${path}:${process.env.PATH ?? ""}` : process.env.PATH,
    SystemRoot: process.env.SystemRoot,
    // By environment, not by argument: arguments are visible to every user of the machine.
    DATABASE_URL: withSslMode(url),
  };
  return new Promise((resolve, reject) => {
    execFile(resolveBinary(), args, { cwd: projectRoot(), env }, (error, stdout, stderr) => {
      if (!error) return resolve(stdout);
      reject(
        new Error(`dbmate ${args.at(-1) ?? ""} failed: ${stderr.trim() || error.message}`, { cause: error }),
      );
    });
  });
}

/** The folder whose package.json is Tribune's: this file may lie in db/ or be bundled into build/server/. */
export function projectRoot(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest) && /"name":\s*"tribune"/.test(readFileSync(manifest, "utf8"))) return folder;
    if (dirname(folder) === folder) return process.cwd();
  }
}

function migrationsFolder(): string {
  return join(projectRoot(), "db", "migrations");
}

/** dbmate asks for TLS unless told otherwise; a server on this machine seldom speaks it. */
function withSslMode(url: string): string {
  const parsed = new URL(url);
  const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(parsed.hostname);
  if (loopback && !parsed.searchParams.has("sslmode")) parsed.searchParams.set("sslmode", "disable");
  return parsed.href;
}

async function missingIn(sql: postgres.Sql, folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => /^\d+.*\.sql$/.test(file)).sort();
  const [table] = await sql<
    [{ found: boolean }]
  >`select to_regclass('schema_migrations') is not null as found`;
  if (!table.found) return files;
  const seen = await sql<{ version: string }[]>`select version from schema_migrations`;
  const versions = new Set(seen.map((row) => row.version));
  return files.filter((file) => !versions.has(/^\d+/.exec(file)?.[0] ?? ""));
}

async function withConnection<T>(url: string, ask: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, {
    max: 1,
    max_lifetime: null,
    connect_timeout: 5,
    // Behind a pooler a prepared statement would stay on a connection of somebody else's.
    prepare: false,
    onnotice: () => undefined,
  });
  try {
    return await ask(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

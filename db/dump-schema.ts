import { existsSync } from "node:fs";
import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCluster } from "./embedded-postgres/create-cluster.ts";
import { dataFolderAt, readConnection } from "./embedded-postgres/data-folder.ts";
import { startPostmaster, stopPostmaster } from "./embedded-postgres/postmaster.ts";
import { userToRunAs } from "./embedded-postgres/unprivileged-user.ts";
import { migrate, projectRoot, runDbmate } from "./migrate.ts";

// Debian keeps each version apart; the embedded binaries hold no pg_dump.
const debian = "/usr/lib/postgresql";
const oldest = 15;

/**
 * The bin folder of the oldest PostgreSQL in `versions` (Debian's folder) that Tribune supports and that has a
 * server and pg_dump, with its major version; null when there is none.
 */
export async function findPgDump(versions = debian): Promise<{ bin: string; major: number } | null> {
  const names = await readdir(versions).catch(() => []);
  const majors = names.map(Number).filter((major) => major >= oldest);
  for (const major of majors.sort((a, b) => a - b)) {
    const bin = join(versions, String(major), "bin");
    if (["initdb", "postgres", "pg_dump"].every((program) => existsSync(join(bin, program))))
      return { bin, major };
  }
  return null;
}

/**
 * What a dump says, without what differs between minor versions: their numbers, and the random key that newer
 * ones lock psql's commands with.
 */
export function normalise(dump: string): string {
  const kept = dump.split("\n").filter((line) => !/^(-- Dumped (from|by)|\\(un)?restrict\b)/.test(line));
  return `${kept
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}

/**
 * The schema that the migrations make, as SQL, together with the list of migrations that made it: from a
 * throw-away server of the programs in `bin`. Rejects when the server does not start or a migration fails.
 */
export async function dumpSchema({ bin, major }: { bin: string; major: number }): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "tribune-schema-"));
  try {
    await chmod(path, 0o755);
    const folder = dataFolderAt(path);
    const binaries = { initdb: join(bin, "initdb"), postgres: join(bin, "postgres") };
    const user = await userToRunAs(null);
    await createCluster(folder, binaries, user, { sync: false });
    const { port, password } = await readConnection(folder);
    const postmaster = await startPostmaster(folder, binaries, user, port, { fsync: "off" });
    try {
      const url = `postgres://tribune:${password}@127.0.0.1:${port}/postgres?sslmode=disable`;
      await migrate(url);
      const file = join(path, "schema.sql");
      await runDbmate(["--schema-file", file, "dump"], url, bin);
      return `-- Made by "npm run schema:dump" with PostgreSQL ${major}; the migrations are the source.\n\n${normalise(await readFile(file, "utf8"))}`;
    } finally {
      await stopPostmaster(folder, postmaster);
    }
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}

/** The command: writes db/schema.sql, or with --check compares it. Answers with the exit code. */
export async function main(args: string[]): Promise<number> {
  const found = await findPgDump();
  if (!found) {
    console.log(
      `db/schema.sql was not looked at: no PostgreSQL ${oldest} or newer in ${debian} (apt-get install postgresql).`,
    );
    return 0;
  }
  const file = join(projectRoot(), "db", "schema.sql");
  const written = await readFile(file, "utf8").catch(() => "");
  const writtenWith = Number(/with PostgreSQL (\d+);/.exec(written)?.[1] ?? found.major);
  const check = args.includes("--check");
  if (check && writtenWith !== found.major) {
    console.log(
      `db/schema.sql was not checked: PostgreSQL ${writtenWith} wrote it, here is ${found.major}, and their dumps differ.`,
    );
    return 0;
  }
  const schema = await dumpSchema(found);
  if (!check) {
    await writeFile(file, schema);
    console.log(`db/schema.sql ${schema === written ? "is as it was" : "is written"}.`);
    return 0;
  }
  if (schema === written) return 0;
  console.error(`db/schema.sql is not what the migrations make: run "npm run schema:dump" and commit it.`);
  return 1;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));

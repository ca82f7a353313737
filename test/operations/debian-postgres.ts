import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { createCluster } from "#db/embedded-postgres/create-cluster.ts";
import { dataFolderAt, readConnection } from "#db/embedded-postgres/data-folder.ts";
import { startPostmaster, stopPostmaster } from "#db/embedded-postgres/postmaster.ts";
import { userToRunAs } from "#db/embedded-postgres/unprivileged-user.ts";

/** A PostgreSQL of an operator's own, as Debian's packages make one. */
export type DebianPostgres = {
  /** A database as seen by `tribune`, a role without any privilege. */
  urlOf: (database: string) => string;
  /** How programs of PostgreSQL find it as its superuser `postgres`. */
  environment: Record<string, string>;
  stop(): Promise<void>;
};

/** Starts the server whose programs are in `bin`, with what it writes kept safe as in earnest. */
export async function startDebianPostgres(bin: string): Promise<DebianPostgres> {
  const path = await mkdtemp(join(tmpdir(), "tribune-operations-"));
  // PostgreSQL refuses to run as root: the user it runs as must be able to pass.
  await chmod(path, 0o755);
  const folder = dataFolderAt(path);
  const binaries = { initdb: join(bin, "initdb"), postgres: join(bin, "postgres") };
  const user = await userToRunAs(null);
  await createCluster(folder, binaries, user, { sync: false });
  const { port, password } = await readConnection(folder);
  const postmaster = await startPostmaster(folder, binaries, user, port, {});
  const urlOf = (role: string, database: string) =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
  const ask = async (role: string, statements: string) => {
    const sql = postgres(urlOf(role, "template1"), { max: 1, onnotice: () => undefined });
    try {
      await sql.unsafe(statements);
    } finally {
      await sql.end({ timeout: 5 });
    }
  };
  // The cluster's own superuser is called `tribune`: here that name is the application's, which owns its database alone.
  await ask("tribune", `create role postgres superuser login password '${password}'`);
  await ask("postgres", `alter role tribune rename to keeper`);
  await ask("postgres", `create role tribune login password '${password}'`);
  return {
    urlOf: (database) => urlOf("tribune", database),
    environment: { PGHOST: "127.0.0.1", PGPORT: String(port), PGUSER: "postgres", PGPASSWORD: password },
    async stop() {
      await stopPostmaster(folder, postmaster);
      await rm(path, { recursive: true, force: true });
    },
  };
}

import { appendFile, chown, mkdir } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import { run, type UnprivilegedUser } from "#db/embedded-postgres/unprivileged-user.ts";
import { freePort } from "../tribune-server.ts";
import { type Part, part } from "./part.ts";

/** A PostgreSQL of its own, the primary or a replica of it. */
export type Database = Part & {
  port: number;
  url: string;
  /** Makes a replica the primary, and answers once it can be written to. */
  promote(): Promise<void>;
};

type Place = { programs: string; folder: string; user: UnprivilegedUser | null };

async function must(file: string, args: string[], user: UnprivilegedUser | null): Promise<void> {
  const { code, stderr } = await run(file, args, user);
  if (code !== 0) throw new Error(`${file} failed: ${stderr}`);
}

/** A folder that belongs to whom PostgreSQL runs as. */
export async function ownFolder(path: string, user: UnprivilegedUser | null): Promise<string> {
  await mkdir(path, { mode: 0o700 });
  if (user) await chown(path, user.uid, user.gid);
  return path;
}

function database(name: string, { programs, folder, user }: Place, port: number): Database {
  const url = `postgres://tribune@127.0.0.1:${port}/tribune`;
  const data = join(folder, name);
  // The role of the cluster: the database of Tribune is made only later.
  const own = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const args = ["-D", data, "-p", String(port), "-c", "listen_addresses=127.0.0.1", "-k", ""];
  const answers = async () => {
    const sql = postgres(own, { max: 1, connect_timeout: 2, onnotice: () => undefined });
    const there = await sql`select 1`.then(
      () => true,
      () => false,
    );
    await sql.end({ timeout: 0 }).catch(() => undefined);
    return there;
  };
  // SIGQUIT: nobody needs it to be tidy at the end.
  const program = part({ name, file: join(programs, "postgres"), args, user, answers, ends: "SIGQUIT" });
  const promote = () => must(join(programs, "pg_ctl"), ["promote", "-w", "-D", data], user);
  return { ...program, port, url, promote };
}

/** A new primary with the role and the database `tribune`, started. The role owns the database and is nothing else. */
export async function makePrimary(place: Place): Promise<Database> {
  const primary = database("primary", place, await freePort());
  const data = await ownFolder(join(place.folder, "primary"), place.user);
  const how = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"];
  await must(join(place.programs, "initdb"), how, place.user);
  await appendFile(
    join(data, "postgresql.conf"),
    "\nwal_level = replica\nmax_wal_senders = 5\nmax_connections = 120\nshared_buffers = 64MB\n",
  );
  await primary.start();
  const admin = postgres(`postgres://postgres@127.0.0.1:${primary.port}/postgres`, { max: 1 });
  try {
    await admin`create role tribune login`;
    await admin`create database tribune owner tribune`;
  } finally {
    await admin.end({ timeout: 1 });
  }
  return primary;
}

/** A replica that streams from `primary`, started. A slot keeps what it has missed while it was away. */
export async function makeReplica(place: Place, primary: Database): Promise<Database> {
  const replica = database("replica", place, await freePort());
  const data = await ownFolder(join(place.folder, "replica"), place.user);
  const from = ["-h", "127.0.0.1", "-p", String(primary.port), "-U", "postgres"];
  const how = ["-D", data, "-R", "-C", "-S", "tribune_replica", "-X", "stream", "-c", "fast"];
  await must(join(place.programs, "pg_basebackup"), [...from, ...how], place.user);
  // The name that synchronous_standby_names knows it by.
  await appendFile(join(data, "postgresql.conf"), "\ncluster_name = 'replica'\n");
  await replica.start();
  return replica;
}

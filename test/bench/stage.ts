import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import postgres from "postgres";
import { prepareDatabase } from "#db/prepare.ts";
import { startEmbeddedPostgres } from "#db/embedded-postgres.ts";
import { closeSql } from "#db/sql.ts";
import { createDataDir, freePort, type Server, startServer } from "../tribune-server.ts";
import { fill, type letters, type little } from "./data.ts";
import { pin } from "./load.ts";

/** A database of the bench's own and the built server on it, pinned to core 0. */
export type Stage = {
  url: string;
  databaseUrl: string;
  sql: postgres.Sql;
  /** The version of the server, such as "18.4". */
  postgresVersion: string;
  /** The running server's process. */
  pid: () => number;
  log: () => string;
  /** Clears up after a load, so that its vacuum and checkpoint do not run while the next thing is measured. */
  settle(): Promise<void>;
  /** Stops the server and starts it with these settings added. */
  serve(environment?: Record<string, string>): Promise<void>;
  /** Resident memory in MB: of the server before anything was asked of it, and the most that any server had. */
  memoryAtRest: number;
  memoryAtMost: () => Promise<number>;
  close(): Promise<void>;
};

/**
 * Starts an embedded PostgreSQL, or takes the one of `adminUrl`, and makes, fills and serves a database there. It
 * runs beside the server and not under it, so that the server can be started anew while the data stays.
 */
export async function openStage(sizes: typeof letters | typeof little, adminUrl?: string): Promise<Stage> {
  const undo: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void close().finally(() => process.exit(1)));
  try {
    const admin = adminUrl ?? (await startPostgres(undo));
    const { databaseUrl, sql } = await createDatabase(admin, undo);
    await writeData(databaseUrl, sql, sizes);
    const [{ version } = { version: "" }] = await sql<{ version: string }[]>`
      select split_part(current_setting('server_version'), ' ', 1) as version`;
    const { dataDir, remove } = await createDataDir();
    undo.push(remove);
    const port = String(await freePort());
    let server: Server | undefined;
    let most = 0;
    const remember = async () => {
      if (server) most = Math.max(most, await residentMegabytes(server.pid, "VmHWM"));
      return most;
    };
    const stop = async () => {
      await remember();
      const stopping = server;
      server = undefined;
      await stopping?.stop();
    };
    undo.push(stop);
    const serve = async (environment: Record<string, string> = {}) => {
      await stop();
      const settings = {
        PORT: port,
        DATABASE_URL: databaseUrl,
        TRUSTED_PROXIES: "loopback",
        LOG_LEVEL: "warn",
      };
      server = await startServer(dataDir, { ...settings, ...environment });
      pin(server.pid, 0);
    };
    await serve();
    return {
      url: `http://127.0.0.1:${port}`,
      databaseUrl,
      sql,
      postgresVersion: version,
      pid: () => server?.pid ?? 0,
      log: () => server?.log() ?? "",
      serve,
      settle: async () => {
        await sql`vacuum (analyze)`;
        await sql`checkpoint`;
      },
      memoryAtRest: await residentMegabytes(server?.pid ?? 0, "VmRSS"),
      memoryAtMost: remember,
      close,
    };
  } catch (fault) {
    await close();
    throw fault;
  }
}

async function startPostgres(undo: (() => Promise<unknown>)[]): Promise<string> {
  const { dataDir, remove } = await createDataDir();
  undo.push(remove);
  const embedded = await startEmbeddedPostgres({ dataDir });
  undo.push(() => embedded.stop());
  return embedded.url;
}

async function createDatabase(adminUrl: string, undo: (() => Promise<unknown>)[]) {
  const name = `tribune_bench_${randomBytes(4).toString("hex")}`;
  const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  undo.push(() => admin.end({ timeout: 5 }));
  await admin`create database ${admin(name)}`;
  undo.push(() => admin`drop database if exists ${admin(name)} with (force)`);
  const at = new URL(adminUrl);
  at.pathname = `/${name}`;
  const sql = postgres(at.href, { max: 3, onnotice: () => undefined });
  undo.push(() => sql.end({ timeout: 5 }));
  return { databaseUrl: at.href, sql };
}

/** The tables, the sample content, whose letter all letters here are copies of, and the bench's own rows. */
async function writeData(
  databaseUrl: string,
  sql: postgres.Sql,
  sizes: typeof letters | typeof little,
): Promise<void> {
  await prepareDatabase(databaseUrl);
  process.env.DATABASE_URL = databaseUrl;
  const { seed } = await import("#db/seed/seed.ts");
  await seed();
  await closeSql();
  await fill(sql, sizes);
}

/** @returns NaN where the system has no /proc */
async function residentMegabytes(pid: number, field: "VmRSS" | "VmHWM"): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1024;
}

import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { userToRunAs } from "#db/embedded-postgres/unprivileged-user.ts";
import { closeSql } from "#db/sql.ts";
import { makeAccount, makeLetter } from "../made-up.ts";
import { startMailbox, type Mailbox } from "../mailbox.ts";
import { freePort, type Server, startServer } from "../tribune-server.ts";
import { type Database, makePrimary, makeReplica, ownFolder } from "./cluster.ts";
import { haproxyConfig, pgbouncerConfig } from "./configurations.ts";
import { listens, type Part, part } from "./part.ts";
import { findPrograms } from "./programs.ts";

/** A Tribune as on several machines: HAProxy, two app processes, PgBouncer, a primary, a replica and Redis. */
export type Stage = {
  /** HAProxy's address: where people come. */
  url: string;
  letter: { id: number; slug: string };
  /** Letters that nobody has signed. */
  quiet: { id: number; slug: string }[];
  mailbox: Mailbox;
  apps: [App, App];
  primary: Database;
  replica: Database;
  pgbouncer: Part;
  redis: Part;
  /** Leads PgBouncer and, started anew one after another, the processes to another primary, which has no replica. */
  leadTo(primary: Database): Promise<void>;
  close(): Promise<void>;
};

export type App = Part & { url: string };

/** Starts it all, from an empty database. */
export async function setStage(): Promise<Stage> {
  const programs = await findPrograms();
  const user = await userToRunAs(null);
  const folder = await mkdtemp(join(tmpdir(), "tribune-machines-"));
  // PostgreSQL and PgBouncer refuse to run as root: the user they run as must be able to pass.
  await chmod(folder, 0o711);
  const closing: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const undo of closing.splice(0).reverse())
      await undo().catch((fault: unknown) => console.error(fault));
  };
  const started = async <Kind extends Part>(made: Kind): Promise<Kind> => {
    closing.push(() => made.stop());
    await made.start();
    return made;
  };

  try {
    const place = { programs: programs.postgres, folder, user };
    const primary = await makePrimary(place);
    closing.push(() => primary.stop());
    const replica = await makeReplica(place, primary);
    closing.push(() => replica.stop());

    const mailbox = await startMailbox();
    closing.push(() => mailbox.close());
    const ports = await Promise.all([freePort(), freePort(), freePort(), freePort(), freePort()]);
    const [first, second, front, pooled, cache] = ports;
    const settings = await ownFolder(join(folder, "settings"), user);
    await chmod(settings, 0o755);

    const pgbouncerFile = join(settings, "pgbouncer.ini");
    await writeFile(pgbouncerFile, pgbouncerConfig(pooled, primary.port));
    const pgbouncer = await started(
      part({
        ...{ name: "pgbouncer", file: programs.pgbouncer, args: [pgbouncerFile], user },
        answers: () => listens(pooled),
      }),
    );
    const redisArgs = ["--port", String(cache), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
    const redis = await started(
      part({
        ...{ name: "redis", file: programs.redis, args: redisArgs, user },
        answers: () => listens(cache),
      }),
    );

    const url = `http://127.0.0.1:${front}`;
    const environment: Record<string, string> = {
      PUBLIC_URL: url,
      SMTP_URL: mailbox.url,
      TRUSTED_PROXIES: "loopback",
      REDIS_URL: `redis://127.0.0.1:${cache}`,
      DATABASE_URL: `postgres://tribune@127.0.0.1:${pooled}/tribune`,
      DATABASE_DIRECT_URL: primary.url,
      DATABASE_REPLICA_URLS: replica.url,
    };
    const one = await started(app("app 1", folder, first, environment));
    const two = await started(app("app 2", folder, second, environment));

    const haproxyFile = join(settings, "haproxy.cfg");
    await writeFile(haproxyFile, haproxyConfig(front, [first, second]));
    await started(
      part({
        ...{ name: "haproxy", file: programs.haproxy, args: ["-db", "-f", haproxyFile], user },
        answers: async () => (await fetch(`${url}/readyz`).catch(() => undefined))?.status === 200,
      }),
    );

    const leadTo = async (other: Database) => {
      await writeFile(pgbouncerFile, pgbouncerConfig(pooled, other.port));
      // Reads its settings again, as RELOAD does.
      process.kill(pgbouncer.pid(), "SIGHUP");
      environment.DATABASE_DIRECT_URL = other.url;
      delete environment.DATABASE_REPLICA_URLS;
      for (const process of [one, two]) {
        await process.stop();
        await process.start();
      }
    };

    process.env.DATABASE_URL = primary.url;
    const author = await makeAccount({ email: "machines@example.org" });
    const letter = await makeLetter(author);
    const quiet = [await makeLetter(author), await makeLetter(author)];
    await closeSql();
    delete process.env.DATABASE_URL;
    const databases = { primary, replica, pgbouncer, redis };
    return { url, letter, quiet, mailbox, apps: [one, two], ...databases, leadTo, close };
  } catch (fault) {
    await close();
    throw fault;
  }
}

/** One process of Tribune; all of them share what the environment says. */
function app(name: string, folder: string, port: number, environment: Record<string, string>): App {
  let server: Server | undefined;
  let logged = "";
  let gone = false;
  return {
    name,
    url: `http://127.0.0.1:${port}`,
    pid: () => server?.pid ?? 0,
    runs: () => server !== undefined && !gone && isThere(server.pid),
    log: () => logged + (server?.log() ?? ""),
    async kill() {
      await server?.end("SIGKILL");
      gone = true;
    },
    async start() {
      logged += server?.log() ?? "";
      server = await startServer(join(folder, name.replace(" ", "-")), {
        ...environment,
        PORT: String(port),
      });
      gone = false;
    },
    async stop() {
      if (!gone) await server?.stop();
    },
  };
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

import { existsSync } from "node:fs";
import type { Server } from "node:http";
import postgres from "postgres";
import { directUrl } from "#db/addresses.ts";
import { prepareDatabase } from "#db/prepare.ts";
import { abandonSql, closeSql, poolSize, type Sql, sql } from "#db/sql.ts";
import {
  EmbeddedPostgresInUse,
  EmbeddedPostgresUnavailable,
  startEmbeddedPostgres,
} from "#db/embedded-postgres.ts";
import { Replicas } from "#db/replicas.ts";
import { sampleAccounts } from "#db/seed/sample-accounts.ts";
import { Admission, boundsFor, measure } from "./admission.ts";
import { loadApplication } from "./application.ts";
import { CommentNews, measureReaders } from "./comment-news.ts";
import { Drafting } from "#app/together/drafting.server.ts";
import { measureDatabase } from "./database-figures.ts";
import { createTribuneServer } from "./http-server.ts";
import { startJobs } from "./jobs.ts";
import { log } from "./log.ts";
import { PageCache } from "./page-cache.ts";
import { followPageChanges } from "./page-changes.ts";
import { step } from "./progress.ts";
import { readerFrom } from "./read-from-replicas.ts";
import { loadSecretKey } from "./secret-key.ts";
import { readSettings, type Settings, WrongSettings } from "./settings.ts";
import { prepareStop } from "./stop-server.ts";
import { takeUpgrades } from "./upgrade-requests.ts";

const developing = process.argv.includes("--development");
process.env.NODE_ENV = developing ? "development" : "production";

/** A fault the operator can mend: its message is all they need to see. */
const mendable = [WrongSettings, EmbeddedPostgresInUse, EmbeddedPostgresUnavailable];
const stops: (() => Promise<unknown>)[] = [];
let stopping = false;

/** Undoes the start in reverse order: requests finish first, the database goes last. */
async function stop(code: number): Promise<never> {
  stopping = true;
  const hurry = setTimeout(() => process.exit(1), 30_000);
  hurry.unref();
  for (const undo of stops.reverse())
    await undo().catch((fault: unknown) => log.error({ err: fault }, "while stopping"));
  process.exit(code);
}

function sayGoodbye(): void {
  process.stdout.write("\nTribune stops: requests under way finish, then the database shuts down.\n");
  void stop(0);
}

/**
 * npm passes a signal on to the shell it runs us in, and that shell dies without telling us: when our parent is
 * gone, somebody has stopped `npm start`.
 */
function followParent(): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && !stopping) sayGoodbye();
  }, 500).unref();
}

async function start(): Promise<void> {
  const settings = readSettings(process.env);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => {
      if (stopping) return;
      sayGoodbye();
    });
  followParent();

  const application = await loadApplication(developing, settings.PORT);
  stops.push(application.close);
  const admission = new Admission(boundsFor(poolSize()), abandonSql);
  measure(admission);
  const news = new CommentNews();
  measureReaders(news);
  measureDatabase();
  const server = await openDatabase(settings).then(async () => {
    await loadSecretKey(settings);
    // Before whatever is recorded, so that it ends after it.
    if (settings.OTEL_EXPORTER_OTLP_ENDPOINT) {
      const traces = (await import("./traces.ts")).startTraces();
      stops.push(() => traces.stop());
    }
    const cache = new PageCache(64 * 1024 * 1024);
    const replicas = new Replicas(settings.DATABASE_REPLICA_URLS, (message, about) =>
      log.warn(about, message),
    );
    stops.push(() => replicas.stop());
    stops.push(followPageChanges(directUrl(), cache, news, replicas).stop);
    // In development every page is made anew, with the code as it is now.
    return createTribuneServer(
      settings,
      application,
      developing ? null : cache,
      admission,
      news,
      readerFrom(replicas),
    );
  });
  const stopServer = prepareStop(server);
  const drafting = await openDrafting(settings);
  takeUpgrades(server, settings, drafting);
  application.attach(server);
  stops.push(startJobs(settings).stop);
  await listen(server, settings);
  stops.push(() => stopServer(20_000));
  stops.push(() => drafting.stop());
  await announce(settings, server);
}

async function openDrafting({ REDIS_URL }: Settings): Promise<Drafting> {
  const url = directUrl();
  if (!REDIS_URL) return new Drafting(url);
  const { redisOf } = await import("#app/together/redis.server.ts");
  return new Drafting(url, [redisOf(REDIS_URL)]);
}

async function openDatabase(settings: Settings): Promise<void> {
  if (settings.embedded) {
    const database = await step("Starting the embedded PostgreSQL", () =>
      startEmbeddedPostgres({
        dataDir: settings.DATA_DIR,
        onProgress: (name, detail) => log.info({ step: name, detail }, "embedded PostgreSQL"),
      }),
    );
    stops.push(() => database.stop());
    process.env.DATABASE_URL = database.url;
  }
  stops.push(closeSql);
  await reachDatabase(settings);
  const [unsafe] = await sql<{ name: string }[]>`
    select name from pg_settings where name in ('fsync', 'synchronous_commit') and setting = 'off' limit 1`;
  if (unsafe)
    throw new WrongSettings(
      `The PostgreSQL at DATABASE_URL runs with ${unsafe.name} = off and could lose signatures it has acknowledged. Turn it on.`,
    );
  await checkPooler(settings);
  await step("Bringing the tables up to date", () => prepareDatabase(directUrl()));
  const [{ accounts } = { accounts: 0 }] = await sql<
    { accounts: number }[]
  >`select count(*)::int as accounts from accounts`;
  if (accounts === 0 && settings.embedded && settings.local) {
    const { seed } = await import("#db/seed/seed.ts");
    await step("Writing the sample content", () => seed());
  }
  if (!settings.local) {
    const known = await sql`
      select 1 from accounts where email in ${sql(sampleAccounts.map((account) => account.email))} and deleted_at is null`;
    if (known.count > 0)
      throw new WrongSettings(
        "This database holds the sample accounts, whose passwords everybody knows, and PUBLIC_URL or HOST opens it to others. " +
          "Use another DATA_DIR or DATABASE_URL.",
      );
  }
}

/**
 * Whether a pooler gives connections that end a question in time, and leads to the same database as the direct way.
 * @throws WrongSettings
 */
async function checkPooler({ DATABASE_DIRECT_URL: url }: Settings): Promise<void> {
  if (!url) return;
  const database = async (ask: Sql) =>
    (
      await ask<{ name: string; timeout: string }[]>`
        select (select system_identifier from pg_control_system()) || ' ' || current_database() as name,
          current_setting('statement_timeout') as timeout`
    )[0];
  const direct = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  const there = await database(direct)
    .catch((fault: unknown) => {
      throw new WrongSettings(
        `DATABASE_DIRECT_URL leads to a PostgreSQL that does not let us in (${String(fault)}). ` +
          "Right would be the address of the PostgreSQL itself that DATABASE_URL reaches by a pooler.",
      );
    })
    .finally(() => direct.end({ timeout: 1 }));
  const pooled = await database(sql);
  if (pooled?.name !== there?.name)
    throw new WrongSettings(
      "DATABASE_DIRECT_URL leads to another database than DATABASE_URL. Right would be the same one, past the pooler.",
    );
  if (pooled?.timeout === "0")
    throw new WrongSettings(
      "The connections of DATABASE_URL let a question run for ever. Right would be, in PgBouncer's line of this database, " +
        "connect_query='set statement_timeout = 10000; set max_parallel_workers_per_gather = 0'.",
    );
}

/** Asks the database once. @throws WrongSettings that says what is wrong with DATABASE_URL */
async function reachDatabase({ DATABASE_URL: url }: Settings): Promise<void> {
  try {
    await sql`select 1`;
  } catch (fault) {
    if (!url) throw fault;
    const { hostname, port, username, pathname } = new URL(url);
    const server = `${hostname || "the socket"}:${port || 5432}`;
    const code = String((fault as { code?: unknown }).code);
    const reasons: Record<string, string> = {
      ENOTFOUND: `names a host that is not known, ${hostname}`,
      ECONNREFUSED: `names ${server}, where no PostgreSQL listens`,
      CONNECT_TIMEOUT: `names ${server}, which does not answer`,
      "28P01": `has a wrong password for ${username}`,
      "28000": `names a role that may not connect, ${username}`,
      "3D000": `names a database that does not exist, ${pathname.slice(1)}`,
    };
    const reason = reasons[code] ?? `leads to a PostgreSQL that does not let us in (${String(fault)})`;
    throw new WrongSettings(
      `DATABASE_URL ${reason}. Right would be postgres://ROLE:PASSWORD@HOST:PORT/DATABASE of a running PostgreSQL.`,
    );
  }
}

function listen(server: Server, settings: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (fault: NodeJS.ErrnoException) => {
      const reasons: Record<string, string> = {
        EADDRINUSE: `PORT ${settings.PORT} is taken by another program. Right would be a free one, for example PORT=${settings.PORT + 1}.`,
        EACCES: `PORT ${settings.PORT} may not be opened by this user. Right would be a port above 1023.`,
        EADDRNOTAVAIL: `HOST ${settings.HOST} is no address of this machine. Right would be HOST=127.0.0.1 or HOST=0.0.0.0.`,
        ENOTFOUND: `HOST ${settings.HOST} is no address of this machine. Right would be HOST=127.0.0.1 or HOST=0.0.0.0.`,
      };
      const reason = reasons[fault.code ?? ""];
      reject(reason ? new WrongSettings(reason) : fault);
    });
    server.listen(settings.PORT, settings.HOST, resolve);
  });
}

async function announce(settings: Settings, server: Server): Promise<void> {
  const bound = server.address();
  const port = typeof bound === "object" && bound ? bound.port : settings.PORT;
  const address =
    settings.PUBLIC_URL ?? `http://${settings.HOST === "127.0.0.1" ? "localhost" : settings.HOST}:${port}`;
  const lines = [`\nTribune runs at ${address}`];
  const emails = sampleAccounts.map((account) => account.email);
  const present = await sql<{ email: string }[]>`
    select email from accounts where email in ${sql(emails)} and deleted_at is null`;
  const shown = sampleAccounts.filter((account) => present.some(({ email }) => email === account.email));
  if (shown.length > 0) {
    lines.push("", "Sample accounts:");
    for (const { email, password, role } of shown)
      lines.push(`  ${email.padEnd(28)} ${password.padEnd(24)} ${role}`);
  }
  const known = await sql`select 1 from accounts limit 1`;
  if (known.count === 0)
    lines.push(
      "",
      "Nobody has an account yet: npm run account:create -- --email you@example.org --role admin",
    );
  lines.push(
    "",
    settings.SMTP_URL
      ? `Mail goes out through ${new URL(settings.SMTP_URL).hostname}.`
      : `Mail is kept in the database; read it at ${address}/dev/mail`,
    "Ctrl-C stops it.\n",
  );
  process.stdout.write(lines.join("\n"));
}

process.on("unhandledRejection", (fault) => log.error({ err: fault }, "unhandled rejection"));

start().catch((fault: unknown) => {
  if (fault instanceof Error && mendable.some((kind) => fault instanceof kind))
    process.stderr.write(`\nTribune cannot start.\n${fault.message}\n`);
  else log.fatal({ err: fault }, "Tribune cannot start");
  void stop(1);
});

if (!existsSync("package.json")) process.stderr.write("Start Tribune from its own folder.\n");

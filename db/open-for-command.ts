import { EmbeddedPostgresInUse, EmbeddedPostgresUnavailable } from "./embedded-postgres.ts";
import { findRunningEmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";
import { directUrl } from "./addresses.ts";
import { prepareDatabase } from "./prepare.ts";
import { closeSql, sql } from "./sql.ts";
import { readSettings, WrongSettings } from "#app/server/settings.ts";

/** The database cannot be used for a reason that whoever runs the command can mend; the message says it. */
export class DatabaseUnavailable extends Error {}

const mendable = [DatabaseUnavailable, WrongSettings, EmbeddedPostgresInUse, EmbeddedPostgresUnavailable];

let interrupted = false;

/** What to tell whoever runs a command about what ended it; null when it is a fault of the program. */
export function mendableMessage(fault: unknown): string | null {
  // What was asked of the database when the signal came fails, whatever it was.
  if (interrupted) return "Interrupted.";
  return fault instanceof Error && mendable.some((kind) => fault instanceof kind) ? fault.message : null;
}

/**
 * Opens the database that Tribune itself would use, brings it up to date and sets DATABASE_URL: the one at
 * DATABASE_URL, else the embedded one under DATA_DIR, which is shared with a Tribune that runs already and
 * otherwise runs until `close`. A new embedded database gets the sample content first, as at the first start;
 * `seeded` tells of it.
 */
export async function openForCommand(): Promise<{ seeded: boolean; close(): Promise<void> }> {
  const settings = readSettings(process.env);
  const stops: (() => Promise<unknown>)[] = [];
  async function close(): Promise<void> {
    for (const undo of stops.splice(0).reverse()) await undo();
  }
  // Left alone, the embedded PostgreSQL would go on running after an interrupted command.
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      interrupted = true;
      void close().finally(() => process.exit(signal === "SIGINT" ? 130 : 143));
    });
  try {
    if (settings.embedded) {
      const running = await findRunningEmbeddedPostgres(settings.DATA_DIR);
      const started = running === null ? await startEmbeddedPostgres({ dataDir: settings.DATA_DIR }) : null;
      if (started) stops.push(() => started.stop());
      process.env.DATABASE_URL = started?.url ?? running ?? "";
    }
    stops.push(closeSql);
    await prepare(directUrl());
    const seeded = settings.embedded && settings.local && (await seedWhenNew());
    return { seeded, close };
  } catch (fault) {
    await close();
    throw fault;
  }
}

async function prepare(url: string): Promise<void> {
  try {
    await prepareDatabase(url);
  } catch (fault) {
    const { host, pathname } = new URL(url);
    const unreachable = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRESET|CONNECT_TIMEOUT|EHOSTUNREACH/;
    // 28: wrong password or user; 3D: no such database; 42501: not allowed; 57P03: starting or stopping.
    const refusing = /^(28...|3D000|42501|57P03)$/;
    const { code = "", message } = fault as NodeJS.ErrnoException;
    if (unreachable.test(code) || refusing.test(code))
      throw new DatabaseUnavailable(
        `The PostgreSQL of DATABASE_URL (${host}${pathname}) cannot be used: ${message || code}`,
      );
    throw fault;
  }
}

async function seedWhenNew(): Promise<boolean> {
  const known = await sql`select 1 from accounts limit 1`;
  if (known.count > 0) return false;
  const { seed } = await import("#db/seed/seed.ts");
  return (await seed()).outcome === "seeded";
}

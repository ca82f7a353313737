import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { collectDefaultMetrics, register } from "prom-client";
import { pendingMigrations } from "#db/migrate.ts";

collectDefaultMetrics();

/** Migrations never go back while we run: once done, only the database itself is asked. */
let migrated = false;
/** One question at a time, however many ask: each costs a connection. */
let asking: Promise<boolean> | undefined;
/** How long the database may take to say that it is there, in milliseconds. */
const patience = 3000;

/** Asks over a connection of its own: a pool that is busy is no reason to send the crowd to other machines. */
async function askDatabase(): Promise<boolean> {
  const url = process.env.DATABASE_URL ?? "";
  const sql = postgres(url, {
    max: 1,
    connect_timeout: patience / 1000,
    prepare: false,
    onnotice: () => undefined,
  });
  try {
    const late = sleep(patience, "late", { ref: false });
    if ((await Promise.race([sql`select 1`.then(() => "there"), late])) === "late") return false;
    migrated ||= (await pendingMigrations(url)).length === 0;
    return migrated;
  } catch {
    // Not being reachable is the answer to this question; the request that needs the database logs the fault.
    return false;
  } finally {
    void sql.end({ timeout: 0 }).catch(() => undefined);
  }
}

/** Whether the database is reachable and migrated, whatever our own connections are busy with. */
export function isReady(): Promise<boolean> {
  asking ??= askDatabase().finally(() => (asking = undefined));
  return asking;
}

/**
 * Answers `/healthz` (this process is alive), `/readyz` (the database is reachable and migrated: 200, else 503)
 * and `/metrics` (Prometheus text).
 * @returns false when `path` is none of them
 */
export async function answerProbe(path: string, response: ServerResponse): Promise<boolean> {
  response.setHeader("Cache-Control", "no-store");
  if (path === "/healthz") {
    response.writeHead(200, { "Content-Type": "text/plain" }).end("alive\n");
  } else if (path === "/readyz") {
    const ready = await isReady();
    response
      .writeHead(ready ? 200 : 503, { "Content-Type": "text/plain" })
      .end(ready ? "ready\n" : "not ready\n");
  } else if (path === "/metrics") {
    response.writeHead(200, { "Content-Type": register.contentType }).end(await register.metrics());
  } else {
    response.removeHeader("Cache-Control");
    return false;
  }
  return true;
}

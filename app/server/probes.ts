import type { ServerResponse } from "node:http";
import { collectDefaultMetrics, register } from "prom-client";
import { pendingMigrations } from "#db/migrate.ts";
import { sql } from "#db/sql.ts";

collectDefaultMetrics();

/** Migrations never go back while we run: once done, only the database itself is asked. */
let migrated = false;

async function isReady(): Promise<boolean> {
  try {
    await sql`select 1`;
    migrated ||= (await pendingMigrations(process.env.DATABASE_URL ?? "")).length === 0;
    return migrated;
  } catch {
    // Not being reachable is the answer to this question; the request that needs the database logs the fault.
    return false;
  }
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

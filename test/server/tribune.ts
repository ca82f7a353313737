import { afterAll, beforeAll } from "vitest";
import postgres from "postgres";
import { findRunningEmbeddedPostgres } from "#db/embedded-postgres.ts";
import { createDataDir, type Server, startServer } from "../tribune-server.ts";

export type RunningTribune = {
  url: () => string;
  databaseUrl: () => string;
  log: () => string;
  pid: () => number;
  sql: () => postgres.Sql;
};

/** Gives this test file a running Tribune with sample content, stopped after its last test. */
export function useTribune(environment: Record<string, string> = {}): RunningTribune {
  let server: Server | undefined;
  let remove: (() => Promise<void>) | undefined;
  let connection: postgres.Sql | undefined;
  let databaseUrl = "";
  const running = () => {
    if (!server) throw new Error("Tribune runs from beforeAll to afterAll only.");
    return server;
  };
  beforeAll(async () => {
    const folder = await createDataDir();
    remove = folder.remove;
    server = await startServer(folder.dataDir, environment);
    databaseUrl = (await findRunningEmbeddedPostgres(folder.dataDir)) ?? "";
    connection = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  }, 120_000);
  afterAll(async () => {
    await connection?.end({ timeout: 5 });
    await server?.stop();
    await remove?.();
  }, 60_000);
  return {
    url: () => running().url,
    databaseUrl: () => databaseUrl,
    log: () => running().log(),
    pid: () => running().pid,
    sql: () => {
      if (!connection) throw new Error("There is no connection before beforeAll.");
      return connection;
    },
  };
}

import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { databaseAt, templateDatabase } from "./vitest-template.ts";

/**
 * Gives this test file a PostgreSQL database of its own, migrated and empty, as DATABASE_URL: the app's `sql`
 * asks it. Called once, at the top of the file; the database is dropped after the file's last test.
 */
export function useDatabase(): void {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const before = process.env.DATABASE_URL;

  beforeAll(async () => {
    await asAdmin((sql) => sql`create database ${sql(name)} template ${sql(templateDatabase)}`);
    process.env.DATABASE_URL = databaseAt(inject("adminDatabaseUrl"), name);
  });

  afterAll(async () => {
    // Here and not at the top, so that a test file can still replace the module.
    const { closeSql } = await import("#db/sql.ts");
    await closeSql();
    await asAdmin((sql) => sql`drop database if exists ${sql(name)} with (force)`);
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
  });
}

async function asAdmin(act: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(inject("adminDatabaseUrl"), { max: 1, onnotice: () => undefined });
  try {
    await act(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

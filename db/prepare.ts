import { runMigrations } from "graphile-worker";
import { migrate } from "./migrate.ts";

/** Brings a database up to date: Tribune's own tables, then the schema of the job queue. */
export async function prepareDatabase(url: string): Promise<void> {
  await migrate(url);
  await runMigrations({ connectionString: url });
}

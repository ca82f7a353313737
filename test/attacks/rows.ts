import { vi } from "vitest";
import type { Sql } from "postgres";

/** Tables that asking alone may write: what was tried too often, and what a session saw. */
const written = ["rate_limits"];

/** A digest of the content of every table but `rate_limits`, by its name: equal twice when nothing was changed. */
export async function contentOf(sql: Sql): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and not table_name = any(${written})
    order by table_name`;
  const contents: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await sql<{ content: string }[]>`
      select count(*) || ' ' || md5(coalesce(string_agg(t::text, '' order by t::text), '')) as content
      from ${sql(name)} t`;
    contents[name] = row?.content ?? "";
  }
  return contents;
}

/** The same once the server has counted what there is to count: it does that by itself after a signature. */
export async function settledContentOf(sql: Sql): Promise<Record<string, string>> {
  await vi.waitUntil(
    async () => {
      // As the sequencer asks itself.
      const waiting = await sql`
        select 1 from signatures
        where counted <> (state = 'confirmed') or (counted and counted_version is distinct from version_number)`;
      return waiting.count === 0;
    },
    { timeout: 10_000 },
  );
  return contentOf(sql);
}

import { sql } from "#db/sql.ts";

/**
 * Where a database holds any of these words: every column of every table of ours that can hold text, of the job queue as
 * well. @returns "table.column" of each that does
 */
export async function findEverywhere(words: string[]): Promise<string[]> {
  const columns = await sql<{ schema: string; table: string; column: string; bytes: boolean }[]>`
    select c.table_schema as schema, c.table_name as table, c.column_name as column, c.data_type = 'bytea' as bytes
    from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema in ('public', 'graphile_worker') and t.table_type = 'BASE TABLE'
      and (c.data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'bytea', 'tsvector')
        or c.data_type = 'USER-DEFINED')`;
  if (columns.length < 100) throw new Error("few columns were found: the search would find nothing");
  const found = [];
  const patterns = words.map((word) => `%${word.toLowerCase()}%`);
  for (const { schema, table, column, bytes } of columns) {
    const content = bytes ? sql`encode(${sql(column)}, 'escape')` : sql`${sql(column)}::text`;
    const rows = await sql`
      select 1 from ${sql(`${schema}.${table}`)} where lower(${content}) like any(${patterns}) limit 1`;
    if (rows.count > 0) found.push(`${table}.${column}`);
  }
  return found;
}

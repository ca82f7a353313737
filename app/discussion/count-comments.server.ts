import { sql } from "#db/sql.ts";

/** How many comments stand, everywhere and of the last thirty days. */
export async function countComments(): Promise<{ all: number; recent: number }> {
  const [counts] = await sql<{ all: number; recent: number }[]>`
    select count(*)::int as "all", count(*) filter (where created_at > now() - interval '30 days')::int as recent
    from comments where deleted_at is null`;
  return counts ?? { all: 0, recent: 0 };
}

/** How many comments of an account stand. */
export async function countCommentsOf(accountId: number): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from comments where account_id = ${accountId} and deleted_at is null`;
  return row?.count ?? 0;
}

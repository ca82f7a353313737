import { sql } from "#db/sql.ts";

/** Signatures counted on each of the last thirty days in Paris, today last; a day without any has 0. */
export async function signaturesADay(): Promise<{ day: string; count: number }[]> {
  return sql<{ day: string; count: number }[]>`
    with days as (
      select generate_series(today - 29, today, interval '1 day')::date as day
      from (select (now() at time zone 'Europe/Paris')::date as today) now
    )
    select days.day, coalesce(sum(c.signature_count), 0)::int as count
    from days left join letter_days c on c.day = days.day
    group by days.day order by days.day`;
}

/** How many confirmed signatures wait for their number, and since when the first of them does, in seconds. */
export async function uncounted(): Promise<{ count: number; seconds: number }> {
  const [waiting] = await sql<{ count: number; seconds: number }[]>`
    select count(*)::int as count, coalesce(extract(epoch from now() - min(confirmed_at)), 0)::int as seconds
    from signatures where counted <> (state = 'confirmed') and state = 'confirmed'`;
  return waiting ?? { count: 0, seconds: 0 };
}

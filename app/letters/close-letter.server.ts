import { isAuthor } from "#app/co-authors/authorship.server.ts";
import { sql } from "#db/sql.ts";

/** Today's date in Paris as "YYYY-MM-DD": closing dates are days there. */
export function todayInParis(): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris", dateStyle: "short" }).format(
    new Date(),
  );
}

/** Ends the signing of a letter by one of its authors. Closing twice is the same as once. */
export async function closeLetter(
  slug: string,
  accountId: number,
): Promise<{ outcome: "closed" | "not-found" }> {
  const closed = await sql`
    with closed as (
      update letters set state = 'closed', closed_at = now(), closed_by = ${accountId}
      where slug = ${slug} and ${isAuthor("letters", accountId)} and state = 'open' returning id
    )
    insert into letter_events (letter_id, event, account_id) select id, 'closed', ${accountId} from closed`;
  if (closed.count === 1) return { outcome: "closed" };
  const already = await sql`
    select 1 from letters where slug = ${slug} and ${isAuthor("letters", accountId)} and state in ('closed', 'archived')`;
  return { outcome: already.count === 1 ? "closed" : "not-found" };
}

/**
 * Closes the letters whose last day is over in Paris. Pages treat them as closed from midnight on; this writes it
 * down. @returns how many were closed
 */
export async function closeDueLetters(): Promise<number> {
  const closed = await sql`
    with closed as (
      update letters set state = 'closed', closed_at = now()
      where state = 'open' and closes_on < (now() at time zone 'Europe/Paris')::date returning id
    )
    insert into letter_events (letter_id, event) select id, 'closed' from closed`;
  return closed.count;
}

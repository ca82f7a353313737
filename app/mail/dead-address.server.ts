import { type Queryable, sql } from "#db/sql.ts";

/**
 * Notes that a mail server has refused an address for good (a 5xx at RCPT, RFC 5321 section 4.2.1): notices go there
 * no more. Mails that somebody asks for, a link to log in say, are still tried.
 * @param reason what the server said
 */
export async function noteDeadAddress(address: string, reason: string): Promise<void> {
  await sql`
    insert into dead_addresses (address, reason) values (lower(${address}), ${reason.slice(0, 500)})
    on conflict (address) do update set reason = excluded.reason, since = now()`;
}

/** Since when mail to an address is refused, and why; null when it is not. */
export async function readDeadAddress(address: string): Promise<{ since: Date; reason: string } | null> {
  const [dead] = await sql<{ since: Date; reason: string }[]>`
    select since, reason from dead_addresses where address = lower(${address})`;
  return dead ?? null;
}

/** Has mail tried again. Doing it twice is as once. */
export async function reviveAddress(address: string, db: Queryable = sql): Promise<void> {
  await db`delete from dead_addresses where address = lower(${address})`;
}

import { type Fragment, sql, type Transaction } from "#db/sql.ts";

/** Forgets the log of an account that is being deleted. */
export async function forgetSignIns(tx: Transaction, accountId: number): Promise<void> {
  await tx`delete from sign_ins where account_id = ${accountId}`;
}

/** Forgets what is older than a moment, at most so many rows at once. @returns how many */
export async function forgetOldSignIns(before: Fragment, atMost: number): Promise<number> {
  const forgotten = await sql`
    delete from sign_ins where id in (select id from sign_ins where at < ${before} order by at limit ${atMost})`;
  return forgotten.count;
}

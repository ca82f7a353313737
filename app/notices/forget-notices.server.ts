import type { Transaction } from "#db/sql.ts";

/** What an account was told and what it followed goes with it: the row of a deleted account stays, so no cascade does it. */
export async function forgetNotices(tx: Transaction, accountId: number): Promise<void> {
  await tx`delete from notices where account_id = ${accountId}`;
  await tx`delete from subscriptions where account_id = ${accountId}`;
  await tx`delete from digests where account_id = ${accountId}`;
  await tx`delete from unsubscribe_links where account_id = ${accountId}`;
}

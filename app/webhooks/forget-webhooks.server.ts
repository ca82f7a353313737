import type { Transaction } from "#db/sql.ts";

/** Forgets the webhooks that an account added, of whichever letters: their addresses may tell who it was. */
export async function forgetWebhooks(tx: Transaction, accountId: number): Promise<void> {
  await tx`delete from webhooks where account_id = ${accountId}`;
}

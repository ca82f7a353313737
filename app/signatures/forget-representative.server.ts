import type { Transaction } from "#db/sql.ts";

/**
 * Takes the name of whoever signed for organisations off those signatures, because their account is being deleted. The
 * signatures stay: they are the organisations'.
 */
export async function forgetRepresentative(tx: Transaction, accountId: number): Promise<void> {
  await tx`
    update signatures set represented_by = '', representative_shown = false, role = ''
    where account_id = ${accountId} and kind = 'organisation'`;
}

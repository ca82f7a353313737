import type { Transaction } from "#db/sql.ts";

/**
 * Asks PostgreSQL as often as it is asked for an address that is known, in the caller's transaction, and leaves its commit
 * something to write: whether an address is an account's shall not be read from how long an answer takes.
 * What is written is a note in the log of changes that nobody reads (pg_logical_emit_message); no table holds it.
 */
export async function workAsMuch(tx: Transaction, statements: number): Promise<void> {
  for (let each = 0; each < statements; each++)
    await tx`select pg_logical_emit_message(true, 'tribune', 'nobody')`;
}

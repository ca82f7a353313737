import type { Transaction } from "#db/sql.ts";

/**
 * Who may say something about a text changes alone: windows open and close, officials are marked and unmarked one
 * after the other, and whoever comments or answers at that moment comes before or after it. Held until the
 * transaction ends. An advisory lock, because the text's own row is held by every import.
 * @param how "shared" to say something, "alone" to change who may
 */
export async function lockAnswering(tx: Transaction, textId: number, how: "shared" | "alone"): Promise<void> {
  const key = `answering:${textId}`;
  if (how === "shared") await tx`select pg_advisory_xact_lock_shared(hashtextextended(${key}, 0))`;
  else await tx`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}

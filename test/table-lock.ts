import type postgres from "postgres";

/** Locks a table against everybody, readers too. @returns what gives it free again */
export async function lockTable(sql: postgres.Sql, table: string): Promise<() => Promise<void>> {
  let free: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (free = resolve));
  let locked: () => void = () => undefined;
  const taken = new Promise<void>((resolve) => (locked = resolve));
  const transaction = sql.begin(async (tx) => {
    await tx`lock table ${tx(table)} in access exclusive mode`;
    locked();
    await held;
  });
  await Promise.race([taken, transaction]);
  return async () => {
    free();
    await transaction;
  };
}

import type { Account } from "#app/accounts/account.ts";
import type { Transaction } from "#db/sql.ts";
import type { Act, Changes } from "./act.ts";

/** Writes down what an administrator does, in the transaction that does it: the line is there if and only if the act is. */
export async function recordAct(
  tx: Transaction,
  by: Pick<Account, "id">,
  act: Act,
  on: { accountId?: number | null; subject?: string; changes?: Changes } = {},
): Promise<void> {
  await tx`
    insert into administration_events (administrator_id, act, account_id, subject, changes)
    values (${by.id}, ${act}, ${on.accountId ?? null}, ${(on.subject ?? "").slice(0, 500)}, ${tx.json(on.changes ?? {})})`;
}

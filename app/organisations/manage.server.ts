import type { Account } from "#app/accounts/account.ts";
import type { Transaction } from "#db/sql.ts";
import type { MemberRole } from "./organisation.ts";

/**
 * The role of an account under a lock on the organisation: what is done to an organisation happens one after the other,
 * so that of two owners who leave at the same moment one finds that they are the last.
 */
async function roleUnderLock(
  tx: Transaction,
  organisationId: number,
  accountId: number,
): Promise<MemberRole | "stranger" | "merged"> {
  const organisation = await tx`
    select 1 from organisations where id = ${organisationId} and merged_into is null and hidden_at is null for update`;
  if (organisation.count === 0) return "merged";
  // Asked for once the lock is ours: a question that waited for it has an old view of everything else.
  const [member] = await tx<{ role: MemberRole }[]>`
    select role from organisation_members where organisation_id = ${organisationId} and account_id = ${accountId}`;
  return member?.role ?? "stranger";
}

/** Whether an account manages the organisation at this moment, as its owner or as an administrator. Locks it. */
export async function lockForManager(
  tx: Transaction,
  organisationId: number,
  account: Account,
): Promise<boolean> {
  const role = await roleUnderLock(tx, organisationId, account.id);
  return role === "owner" || (role !== "merged" && account.role === "admin");
}

/** Whether an account speaks for the organisation at this moment, as its owner or as a spokesperson. Locks it. */
export async function lockForSpeaker(
  tx: Transaction,
  organisationId: number,
  accountId: number,
): Promise<boolean> {
  const role = await roleUnderLock(tx, organisationId, accountId);
  return role === "owner" || role === "spokesperson";
}

import type { Account } from "#app/accounts/account.ts";
import type { Transaction } from "#db/sql.ts";

/**
 * Whether an account manages the organisation at this moment: as its owner, or as an administrator. Locks it: what is
 * done to an organisation happens one after the other, so that of two owners who leave at the same moment one finds
 * that they are the last.
 */
export async function lockForManager(
  tx: Transaction,
  organisationId: number,
  account: Account,
): Promise<boolean> {
  await tx`select 1 from organisations where id = ${organisationId} for update`;
  const owner = await tx`
    select 1 from organisation_members
    where organisation_id = ${organisationId} and account_id = ${account.id} and role = 'owner'`;
  return owner.count > 0 || account.role === "admin";
}

/** Whether an account speaks for the organisation at this moment: as its owner or as a spokesperson. Locks it likewise. */
export async function lockForSpeaker(
  tx: Transaction,
  organisationId: number,
  accountId: number,
): Promise<boolean> {
  await tx`select 1 from organisations where id = ${organisationId} for update`;
  const speaker = await tx`
    select 1 from organisation_members
    where organisation_id = ${organisationId} and account_id = ${accountId} and role in ('owner', 'spokesperson')`;
  return speaker.count > 0;
}

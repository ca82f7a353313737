import type { Account } from "#app/accounts/account.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { shownDomain } from "./domain.ts";
import { lockForManager } from "./manage.server.ts";
import { ownDomains } from "./own-domains.server.ts";
import { recordEvent } from "./record-event.server.ts";

type Ended = { account_id: number; level: "mailed" | "federated"; evidence: string };

/** Writes down what ended; the clock's doing has no actor. */
async function recordEnds(
  tx: Transaction,
  organisationId: number,
  actorId: number | null,
  ended: readonly Ended[],
): Promise<void> {
  for (const { account_id: accountId, level, evidence } of ended)
    await recordEvent(tx, organisationId, actorId, "mandate-ended", {
      accountId,
      subject: level === "mailed" ? shownDomain(evidence) : evidence,
    });
}

/** Ends what a member has proved, because they may no longer speak for the organisation or an owner says so. */
export async function endMandatesOf(
  tx: Transaction,
  organisationId: number,
  accountId: number,
  actorId: number,
): Promise<void> {
  const ended = await tx<Ended[]>`
    update mandates set ended_at = now()
    where organisation_id = ${organisationId} and account_id = ${accountId} and ended_at is null
    returning account_id, level, evidence`;
  await tx`delete from mandate_mails where organisation_id = ${organisationId} and account_id = ${accountId}`;
  await recordEnds(tx, organisationId, actorId, ended);
}

/** Ends what an account that is being deleted has proved anywhere. */
export async function endEveryMandateOf(tx: Transaction, accountId: number): Promise<void> {
  await tx`delete from mandate_mails where account_id = ${accountId}`;
  const organisations = await tx<{ id: number }[]>`
    select distinct organisation_id as id from mandates where account_id = ${accountId} and ended_at is null order by id`;
  for (const { id } of organisations) await endMandatesOf(tx, id, accountId, accountId);
}

/** Ends what was proved by addresses at domains that are not the organisation's any more. */
export async function endMandatesElsewhere(
  tx: Transaction,
  organisationId: number,
  actorId: number | null,
): Promise<void> {
  const own = await ownDomains(tx, organisationId);
  const ended = await tx<Ended[]>`
    update mandates set ended_at = now()
    where organisation_id = ${organisationId} and level = 'mailed' and ended_at is null and evidence <> all(${own})
    returning account_id, level, evidence`;
  await recordEnds(tx, organisationId, actorId, ended);
}

/** An owner takes a mandate back, or a member their own. What was signed under it stays. Doing it again changes nothing. */
export async function endMandate(
  organisationId: number,
  by: Account,
  accountId: number,
): Promise<{ outcome: "ended" | "forbidden" }> {
  return sql.begin(async (tx) => {
    if (!(await lockForManager(tx, organisationId, by)) && by.id !== accountId)
      return { outcome: "forbidden" as const };
    await endMandatesOf(tx, organisationId, accountId, by.id);
    return { outcome: "ended" as const };
  });
}

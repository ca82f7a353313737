import type { Account } from "#app/accounts/account.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { endEveryMandateOf, endMandatesOf } from "./end-mandate.server.ts";
import { lockForManager } from "./manage.server.ts";
import type { MemberRole } from "./organisation.ts";
import { recordEvent } from "./record-event.server.ts";

async function isLastOwner(tx: Transaction, organisationId: number, accountId: number): Promise<boolean> {
  const owners = await tx<{ account_id: number }[]>`
    select account_id from organisation_members where organisation_id = ${organisationId} and role = 'owner' limit 2`;
  return owners.length === 1 && owners[0]?.account_id === accountId;
}

/**
 * Gives a member another role; to hand an organisation over is to make somebody else its owner and then leave.
 * @returns `last-owner` when nobody would look after it any more
 */
export async function changeRole(
  organisationId: number,
  by: Account,
  accountId: number,
  role: MemberRole,
): Promise<{ outcome: "changed" | "forbidden" | "not-found" | "last-owner" }> {
  return sql.begin(async (tx) => {
    if (!(await lockForManager(tx, organisationId, by))) return { outcome: "forbidden" as const };
    if (role !== "owner" && (await isLastOwner(tx, organisationId, accountId)))
      return { outcome: "last-owner" as const };
    const changed = await tx`
      update organisation_members set role = ${role}
      where organisation_id = ${organisationId} and account_id = ${accountId} and role <> ${role}`;
    if (changed.count > 0) {
      await recordEvent(tx, organisationId, by.id, "role-changed", { accountId, role });
      if (role === "member") await endMandatesOf(tx, organisationId, accountId, by.id);
    }
    const member = await tx`
      select 1 from organisation_members where organisation_id = ${organisationId} and account_id = ${accountId}`;
    return { outcome: member.count > 0 ? ("changed" as const) : ("not-found" as const) };
  });
}

/** Ends a membership: a member leaves, or an owner removes them. Doing it again changes nothing. */
export async function endMembership(
  organisationId: number,
  by: Account,
  accountId: number,
): Promise<{ outcome: "ended" | "forbidden" | "last-owner" }> {
  return sql.begin(async (tx) => {
    const own = by.id === accountId;
    if (!(await lockForManager(tx, organisationId, by)) && !own) return { outcome: "forbidden" as const };
    if (await isLastOwner(tx, organisationId, accountId)) return { outcome: "last-owner" as const };
    const ended = await tx`
      delete from organisation_members where organisation_id = ${organisationId} and account_id = ${accountId}`;
    if (ended.count > 0) {
      await recordEvent(tx, organisationId, by.id, own ? "left" : "removed", own ? {} : { accountId });
      await endMandatesOf(tx, organisationId, accountId, by.id);
    }
    return { outcome: "ended" as const };
  });
}

/**
 * Ends every membership, mandate and invitation of an account that is being deleted. An organisation may be left without an
 * owner: an administrator can then name one.
 */
export async function leaveAll(tx: Transaction, accountId: number, email: string): Promise<void> {
  await endEveryMandateOf(tx, accountId);
  await tx`
    with gone as (
      delete from organisation_members where account_id = ${accountId} returning organisation_id
    )
    insert into organisation_events (organisation_id, event, actor_id)
    select organisation_id, 'left', ${accountId} from gone`;
  await tx`delete from organisation_invitations where email = ${email} or invited_by = ${accountId}`;
}

/** Forgets invitations that nobody used in time. A job calls it. */
export async function sweepInvitations(): Promise<void> {
  await sql`delete from organisation_invitations where expires_at <= now()`;
}

import { federatedMandateMessage } from "#app/mail/identity-messages.ts";
import type { Transaction } from "#db/sql.ts";
import type { MemberRole } from "./organisation.ts";
import { recordEvent } from "./record-event.server.ts";
import { mailOwners } from "./tell-owners.server.ts";

/**
 * Writes down that an organisation's own provider vouched for an account. Who speaks for it (owners, spokespersons) has
 * a federated mandate from then on, and its owners are told, once; another member proves nothing by it.
 * @returns `member` for a member who may not speak for it; `not-member` for who does not belong to it at all
 */
export async function grantFederatedMandate(
  tx: Transaction,
  {
    organisationId,
    accountId,
    issuer,
    origin,
  }: { organisationId: number; accountId: number; issuer: string; origin: string },
): Promise<{ outcome: "granted" | "held" | "member" | "not-member" }> {
  const [member] = await tx<{ role: MemberRole; name: string; organisation: string; slug: string }[]>`
    select m.role, a.name, o.name as organisation, o.slug
    from organisation_members m join accounts a on a.id = m.account_id and a.deleted_at is null
    join organisations o on o.id = m.organisation_id
    where m.organisation_id = ${organisationId} and m.account_id = ${accountId} for update of m`;
  if (!member) return { outcome: "not-member" };
  if (member.role === "member") return { outcome: "member" };
  const granted = await tx`
    insert into mandates (organisation_id, account_id, level, evidence)
    values (${organisationId}, ${accountId}, 'federated', ${issuer})
    on conflict (organisation_id, account_id, level) where ended_at is null do nothing`;
  if (granted.count === 0) return { outcome: "held" };
  const values = { name: member.name, organisation: member.organisation, provider: new URL(issuer).host };
  await recordEvent(tx, organisationId, accountId, "mandate-federated", { subject: values.provider });
  const page = `${origin}/organisations/${member.slug}/members`;
  await mailOwners(tx, organisationId, (language) => federatedMandateMessage(language, values, page));
  return { outcome: "granted" };
}

/** Ends the federated mandates of an organisation, or that of one account: nobody vouches for them any more. */
export async function endFederatedMandates(
  tx: Transaction,
  organisationId: number,
  accountId: number | null = null,
): Promise<void> {
  await tx`
    update mandates set ended_at = now()
    where organisation_id = ${organisationId} and level = 'federated' and ended_at is null
      and (${accountId}::bigint is null or account_id = ${accountId})`;
}

import type { Transaction } from "#db/sql.ts";
import type { MemberRole } from "./organisation.ts";
import type { OrganisationEvent } from "./read-organisation.server.ts";

/**
 * Writes down what an account did for an organisation, to whom, with which role and about what: a domain, an issuer,
 * a letter's title. What the clock does has no account.
 */
export async function recordEvent(
  tx: Transaction,
  organisationId: number,
  actorId: number | null,
  event: OrganisationEvent["event"],
  {
    accountId = null,
    role = null,
    subject = "",
  }: { accountId?: number | null; role?: MemberRole | null; subject?: string } = {},
): Promise<void> {
  await tx`
    insert into organisation_events (organisation_id, event, actor_id, account_id, role, subject)
    values (${organisationId}, ${event}, ${actorId}, ${accountId}, ${role}, ${subject.slice(0, 300)})`;
}

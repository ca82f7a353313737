import type { Transaction } from "#db/sql.ts";
import type { MemberRole } from "./organisation.ts";
import type { OrganisationEvent } from "./read-organisation.server.ts";

/** Writes down what an account did for an organisation, to whom and with which role. */
export async function recordEvent(
  tx: Transaction,
  organisationId: number,
  actorId: number,
  event: OrganisationEvent["event"],
  { accountId = null, role = null }: { accountId?: number | null; role?: MemberRole | null } = {},
): Promise<void> {
  await tx`
    insert into organisation_events (organisation_id, event, actor_id, account_id, role)
    values (${organisationId}, ${event}, ${actorId}, ${accountId}, ${role})`;
}

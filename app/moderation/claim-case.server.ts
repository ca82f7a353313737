import { type Fragment, sql } from "#db/sql.ts";
import { withinReach } from "./areas.server.ts";
import { claimMinutes } from "./reason.ts";

/** Whether a claim on a case `c` still stands: it lapses by itself, so that nobody's holiday keeps a case. */
export const claimStands = (): Fragment => sql`
  (c.claimed_by is not null and c.claimed_at > now() - interval '1 minute' * ${claimMinutes})`;

/**
 * Takes a case on, so that no other moderator decides it meanwhile; claiming one's own anew makes the claim last longer.
 * @returns `claimed` with the other's name when somebody else has it
 */
export async function claimCase(
  caseId: number,
  moderatorId: number,
): Promise<{ outcome: "yours" | "not-found" } | { outcome: "claimed"; by: string }> {
  return sql.begin(async (tx) => {
    const taken = await tx`
      update moderation_cases c set claimed_by = ${moderatorId}, claimed_at = now()
      where id = ${caseId} and ${withinReach("c", moderatorId)} and (not ${claimStands()} or claimed_by = ${moderatorId})`;
    if (taken.count === 1) return { outcome: "yours" as const };
    const [other] = await tx<{ by: string }[]>`
      select coalesce(a.name, '') as by from moderation_cases c join accounts a on a.id = c.claimed_by
      where c.id = ${caseId} and ${withinReach("c", moderatorId)}`;
    return other ? { outcome: "claimed" as const, by: other.by } : { outcome: "not-found" as const };
  });
}

/** Gives a case back; somebody else's claim stays as it is. Twice is as once. */
export async function releaseCase(caseId: number, moderatorId: number): Promise<void> {
  await sql`
    update moderation_cases set claimed_by = null, claimed_at = null
    where id = ${caseId} and claimed_by = ${moderatorId}`;
}

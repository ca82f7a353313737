import { sql, type Transaction } from "#db/sql.ts";
import type { CoAuthorRole } from "./co-author.ts";

export type CoAuthorEvent = {
  id: number;
  event:
    | ("invited" | "uninvited" | "joined" | "role-changed" | "removed" | "left" | "shared" | "unshared")
    | ("approved" | "unapproved" | "planned" | "unplanned" | "plan-failed" | "published");
  at: Date;
  /** Nobody did it: an account was deleted, or a planned moment came. */
  byItself: boolean;
  actor: string | null;
  account: string | null;
  role: CoAuthorRole | null;
  organisation: string | null;
};

/** Writes down what an account did to those who write a letter; what happens by itself has no account. */
export async function recordEvent(
  tx: Transaction,
  letterId: number,
  actorId: number | null,
  event: CoAuthorEvent["event"],
  about: { accountId?: number; role?: CoAuthorRole; organisationId?: number | null } = {},
): Promise<void> {
  await tx`
    insert into co_author_events (letter_id, actor_id, event, account_id, role, organisation_id)
    values (${letterId}, ${actorId}, ${event}, ${about.accountId ?? null}, ${about.role ?? null},
      ${about.organisationId ?? null})`;
}

/** The last hundred things that were done to those who write a letter, the newest first. */
export async function readEvents(letterId: number): Promise<CoAuthorEvent[]> {
  return sql<CoAuthorEvent[]>`
    select e.id, e.event, e.at, e.actor_id is null as "byItself", actor.name as actor, account.name as account, e.role,
      o.name as organisation
    from co_author_events e
    left join accounts actor on actor.id = e.actor_id
    left join accounts account on account.id = e.account_id
    left join organisations o on o.id = e.organisation_id
    where e.letter_id = ${letterId} order by e.id desc limit 100`;
}

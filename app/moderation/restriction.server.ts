import { type Queryable, sql } from "#db/sql.ts";

/** Why an account may do nothing in public: paused until a moment, or barred (`until` null). */
export type Restricted = { outcome: "restricted"; until: Date | null };

/**
 * What moderation keeps an account from: paused until a moment or barred (`until` null), it comments, publishes, revises,
 * tells news, answers as an official and signs nothing. It may still withdraw, close, report and contest: these are
 * rights, and take nothing from others. Null when nothing stands against it.
 */
export async function restrictionOf(db: Queryable, accountId: number): Promise<Restricted | null> {
  const [standing] = await db<{ until: Date | null }[]>`
    select until from moderation_decisions
    where concerned_id = ${accountId} and decision in ('pause', 'bar') and undone_at is null
      and (decision = 'bar' or until > now())
    order by decision = 'bar' desc, until desc limit 1`;
  return standing ? { outcome: "restricted", until: standing.until } : null;
}

/** The same, outside a transaction. */
export const restrictionNow = (accountId: number) => restrictionOf(sql, accountId);

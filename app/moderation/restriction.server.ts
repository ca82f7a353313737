import type { Transaction } from "#db/sql.ts";

/**
 * What moderation keeps an account from: until a moment it may not comment; with `until` null it is barred, and may
 * neither comment nor publish. Null when nothing stands against it.
 */
export async function restrictionOf(
  tx: Transaction,
  accountId: number,
): Promise<{ until: Date | null } | null> {
  const [standing] = await tx<{ until: Date | null }[]>`
    select until from moderation_decisions
    where concerned_id = ${accountId} and decision in ('pause', 'bar') and undone_at is null
      and (decision = 'bar' or until > now())
    order by decision = 'bar' desc, until desc limit 1`;
  return standing ?? null;
}

import type { Queryable } from "#db/sql.ts";

/**
 * Forgets who made reports, and their words, which often tell who that is. That something was reported, when and for
 * which reason stays: the published figures count it.
 * @param ids the reports, by number
 */
export async function forgetReporters(tx: Queryable, ids: number[]): Promise<void> {
  await tx`
    update reports set reporter = 'forgotten:' || id, account_id = null, name = '', email = null, explanation = ''
    where id = any(${ids})`;
}

/** Forgets what was reported from an address or, where there is one, by its account. */
export async function forgetReportsOf(tx: Queryable, email: string, accountId: number | null): Promise<void> {
  const made = await tx<{ id: number }[]>`
    select id from reports where email = ${email} or account_id = ${accountId} order by id for update`;
  await forgetReporters(
    tx,
    made.map(({ id }) => id),
  );
}

import { forgetReportNotices } from "#app/notices/tell-of-decision.server.ts";
import type { Queryable } from "#db/sql.ts";

/**
 * Forgets who made reports, and their words, which often tell who that is. That something was reported, when and for
 * which reason stays: the published figures count it.
 * @param ids the reports, by number
 */
export async function forgetReporters(tx: Queryable, ids: number[]): Promise<void> {
  const told = await tx<{ accountId: number; decisionId: number }[]>`
    select r.account_id as "accountId", d.id as "decisionId"
    from reports r join moderation_decisions d on d.case_id = r.case_id
    where r.id = any(${ids}) and r.account_id is not null`;
  await forgetReportNotices(tx, told);
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

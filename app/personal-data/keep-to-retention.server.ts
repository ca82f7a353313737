import { sweepAccounts } from "#app/accounts/change-account.server.ts";
import { forgetReporters } from "#app/moderation/forget-reporter.server.ts";
import { forgetPrints } from "#app/pipeline/check-comment.server.ts";
import { forgetRefused } from "#app/pipeline/hold-comment.server.ts";
import { sweepLimits } from "#app/requests/limit.server.ts";
import { eraseSignatures, forgottenKey } from "#app/signatures/erase-signature.server.ts";
import { forgetOldSignIns } from "#app/sign-ins/forget-sign-ins.server.ts";
import { forgetDeliveries } from "#app/webhooks/deliver.server.ts";
import { type Fragment, type Queryable, sql } from "#db/sql.ts";
import { type Period, retention, type RuleName } from "./retention.ts";
import { before } from "./rule-time.server.ts";

/** Rows of one transaction: what a request would have to wait for is locked for a moment. */
const batch = 500;

/** What each rule does with the next rows that it finds. @returns how many; fewer than `batch` when there are no more */
const erasers: Record<RuleName, () => Promise<number>> = {
  async pending() {
    // What was never counted or numbered leaves nothing behind; what was, leaves its number.
    const deleted = await sql`
      delete from signatures s using (
        select letter_id, id from signatures p
        where state = 'pending' and origin = 'form' and kind = 'person' and signed_at < ${before("pending")}
          and number is null and not counted
          and not exists (select 1 from pins where pins.letter_id = p.letter_id and pins.signature_id = p.id)
        limit ${batch} for update skip locked) due
      where s.letter_id = due.letter_id and s.id = due.id`;
    return (
      deleted.count +
      (await eraseThose(sql`s.state = 'pending' and s.signed_at < ${before("pending")}
        and (s.number is not null or s.counted)`))
    );
  },
  withdrawn: () => eraseThose(sql`s.state = 'withdrawn' and s.withdrawn_at < ${before("withdrawn")}`),
  invalidated: () => eraseThose(sql`s.state = 'invalidated' and s.invalidated_at < ${before("invalidated")}`),
  addresses: () => sql.begin((tx) => forgetAddresses(tx)),
  networks: () =>
    changed(sql`
      update signatures s set network = '' from (
        select letter_id, id from signatures where network <> '' and signed_at < ${before("networks")}
        limit ${batch} for update skip locked) due
      where s.letter_id = due.letter_id and s.id = due.id`),
  unsentMails: () =>
    changed(sql`
      update mails set body = null where id in (
        select id from mails where body is not null and created_at < ${before("unsentMails")} order by id limit ${batch})`),
  mails: () =>
    changed(sql`
      delete from mails where id in (
        select id from mails where created_at < ${before("mails")} order by created_at limit ${batch})`),
  organisationLog: () =>
    changed(sql`
      update organisation_events set actor_id = null, account_id = null where id in (
        select id from organisation_events
        where at < ${before("organisationLog")} and num_nonnulls(actor_id, account_id) > 0 limit ${batch})`),
  letterLog: () =>
    changed(sql`
      update co_author_events set actor_id = null, account_id = null where id in (
        select id from co_author_events
        where at < ${before("letterLog")} and num_nonnulls(actor_id, account_id) > 0 limit ${batch})`),
  signatureLog: () =>
    changed(sql`
      delete from signature_events where id in (
        select e.id from signature_events e
        join signatures s on s.letter_id = e.letter_id and s.id = e.signature_id and s.state in ('withdrawn', 'invalidated')
        where e.at < ${before("signatureLog")} limit ${batch})`),
  reports: () => sql.begin((tx) => forgetOldReports(tx)),
  refused: () => sql.begin((tx) => forgetRefused(tx, before("refused"), batch)),
  deliveries: () => forgetDeliveries(before("deliveries"), batch),
  prints: () => forgetPrints(before("prints"), batch),
  sessions: () => sweepAccounts(),
  signIns: () => forgetOldSignIns(before("signIns"), batch),
  limits: () => sweepLimits(),
  links: () => changed(sql`delete from data_links where expires_at <= now()`),
  runs: () => changed(sql`delete from retention_runs where at < ${before("runs")}`),
};

const changed = async (query: Promise<{ count: number }>) => (await query).count;

function eraseThose(those: Fragment): Promise<number> {
  return sql.begin(async (tx) => {
    const due = await tx<{ letterId: number; id: number }[]>`
      select s.letter_id as "letterId", s.id from signatures s
      where ${those} and s.origin = 'form' and s.kind = 'person' and s.email <> ''
      order by s.letter_id, s.id limit ${batch} for update skip locked`;
    return eraseSignatures(tx, due);
  });
}

/** Addresses of letters that were closed long ago go; a keyed hash keeps one person from signing twice. */
async function forgetAddresses(tx: Queryable): Promise<number> {
  const due = await tx<{ letterId: number; id: number; email: string }[]>`
    select s.letter_id as "letterId", s.id, s.email from signatures s join letters l on l.id = s.letter_id
    where s.origin = 'form' and s.email <> '' and s.state in ('held', 'confirmed')
      and l.state in ('closed', 'archived') and l.closed_at < ${before("addresses")}
    order by s.letter_id, s.id limit ${batch} for update of s skip locked`;
  await tx`
    update signatures s set email = '', keep_informed = false,
      signer_key = case when s.kind = 'person' then due.key else s.signer_key end
    from unnest(${due.map(({ letterId }) => letterId)}::bigint[], ${due.map(({ id }) => id)}::bigint[],
      ${due.map(({ email }) => forgottenKey(email))}::text[]) as due (letter_id, id, key)
    where s.letter_id = due.letter_id and s.id = due.id`;
  return due.length;
}

/** Whoever reported something is told the outcome, and can be asked until it stands: no longer. */
async function forgetOldReports(tx: Queryable): Promise<number> {
  const due = await tx<{ id: number }[]>`
    select r.id from reports r join moderation_cases c on c.id = r.case_id
    where c.closed_at < ${before("reports")} and r.reporter <> 'forgotten:' || r.id
    order by r.id limit ${batch} for update of r skip locked`;
  await forgetReporters(
    tx,
    due.map(({ id }) => id),
  );
  return due.length;
}

/**
 * Erases what every rule says is old enough, and notes for each rule how many rows it was. What is locked at the moment
 * waits for the next night. A job calls it.
 */
export async function keepToRetention(): Promise<void> {
  for (const { rule } of retention) {
    let rows = 0;
    for (;;) {
      const done = await erasers[rule]();
      rows += done;
      if (done < batch) break;
    }
    await sql`insert into retention_runs (rule, rows) values (${rule}, ${rows})`;
  }
}

export type KeptRule = {
  rule: RuleName;
  after: Period | null;
  /** The newest runs, the last one first. */
  runs: { at: Date; rows: number }[];
};

/** Every rule with its last five runs. */
export async function listRetention(): Promise<KeptRule[]> {
  const runs = await sql<{ rule: string; at: Date; rows: number }[]>`
    select r.rule, r.at, r.rows from unnest(${retention.map(({ rule }) => rule)}::text[]) as named (rule)
    cross join lateral (
      select rule, at, rows from retention_runs where retention_runs.rule = named.rule order by id desc limit 5) r`;
  return retention.map(({ rule, after }) => ({
    rule,
    after,
    runs: runs.filter((run) => run.rule === rule).map(({ at, rows }) => ({ at, rows })),
  }));
}

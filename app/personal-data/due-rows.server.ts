import { type Fragment, sql } from "#db/sql.ts";
import { retention, type RuleName } from "./retention.ts";
import { before } from "./rule-time.server.ts";

/** Signatures `s` of people whose rows somebody can still be read from. */
const people = () => sql`s.origin = 'form' and s.kind = 'person' and s.email <> ''`;

/** What each rule finds old enough, as what stands after "from". A test holds it to what the rule then erases. */
const dueRows: Record<RuleName, () => Fragment> = {
  pending: () => sql`
    signatures s where s.state = 'pending' and s.origin = 'form' and s.kind = 'person' and s.signed_at < ${before("pending")}
      and case when s.number is not null or s.counted then s.email <> '' else not exists (
        select 1 from pins p where p.letter_id = s.letter_id and p.signature_id = s.id) end`,
  withdrawn: () => sql`
    signatures s where s.state = 'withdrawn' and s.withdrawn_at < ${before("withdrawn")} and ${people()}`,
  invalidated: () => sql`
    signatures s where s.state = 'invalidated' and s.invalidated_at < ${before("invalidated")} and ${people()}`,
  addresses: () => sql`
    signatures s join letters l on l.id = s.letter_id
    where s.origin = 'form' and s.email <> '' and s.state in ('held', 'confirmed')
      and l.state in ('closed', 'archived') and l.closed_at < ${before("addresses")}`,
  networks: () => sql`signatures where network <> '' and signed_at < ${before("networks")}`,
  unsentMails: () => sql`mails where body is not null and created_at < ${before("unsentMails")}`,
  mails: () => sql`mails where created_at < ${before("mails")}`,
  organisationLog: () => sql`
    organisation_events where at < ${before("organisationLog")} and num_nonnulls(actor_id, account_id) > 0`,
  letterLog: () => sql`
    co_author_events where at < ${before("letterLog")} and num_nonnulls(actor_id, account_id) > 0`,
  signatureLog: () => sql`
    signature_events e join signatures s on s.letter_id = e.letter_id and s.id = e.signature_id
      and s.state in ('withdrawn', 'invalidated')
    where e.at < ${before("signatureLog")}`,
  reports: () => sql`
    reports r join moderation_cases c on c.id = r.case_id
    where c.closed_at < ${before("reports")} and r.reporter <> 'forgotten:' || r.id`,
  refused: () => sql`
    held_comments h where h.state = 'refused' and h.ended_at < ${before("refused")}
      and not exists (
        select 1 from moderation_decisions d join moderation_cases k on k.id = d.case_id
        where k.held_id = h.id and d.contest is not null and d.answer is null and d.undone_at is null)`,
  prints: () => sql`comment_prints where said_at < ${before("prints")}`,
  signIns: () => sql`sign_ins where at < ${before("signIns")}`,
  sessions: () => sql`(
    select expires_at from sessions union all select expires_at from account_tokens
    union all select expires_at from personal_tokens
    union all select expires_at from joins) runs_out where expires_at <= now()`,
  // As sweepLimits has it: an hour longer, for clocks that differ.
  limits: () => sql`rate_limits where expire < (extract(epoch from now()) - 3600) * 1000`,
  links: () => sql`data_links where expires_at <= now()`,
  deliveries: () => sql`webhook_deliveries where happened_at < ${before("deliveries")}`,
  runs: () => sql`retention_runs where at < ${before("runs")}`,
};

/** How many rows each rule would erase now. */
export async function countDue(): Promise<Record<RuleName, number>> {
  const counts = await Promise.all(
    retention.map(async ({ rule }): Promise<[RuleName, number]> => {
      const [row] = await sql<{ due: number }[]>`select count(*)::int as due from ${dueRows[rule]()}`;
      return [rule, row?.due ?? 0];
    }),
  );
  return Object.fromEntries(counts) as Record<RuleName, number>;
}

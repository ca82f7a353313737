import { domainFailingMessage, domainLapsedMessage } from "#app/mail/proof-messages.ts";
import type { Transaction } from "#db/sql.ts";
import { shownDomain } from "./domain.ts";
import { endMandatesElsewhere } from "./end-mandate.server.ts";
import type { Look } from "./look-at-domain.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { mailOwners } from "./tell-owners.server.ts";

export type DomainState = "pending" | "proved" | "failing" | "lapsed";
/** How long a proof that is not found any more still holds: a record is lost easily, and mended by somebody else. */
const graceDays = 14;

type Row = {
  state: DomainState;
  method: string | null;
  failing_since: Date | null;
  name: string;
  slug: string;
};

/**
 * Writes down what was found at an organisation's domain, and what follows from it. A proof that is not found any
 * more fails for 14 days, of which its owners are told, and lapses then; found again it is proved. The caller has
 * locked the organisation.
 * @param by who asked for the look; null when the clock did
 * @returns `proved` when the domain speaks for the organisation after this look, `taken` when it was found and speaks
 *   for another one, `gone` when it was removed meanwhile, else what was found
 */
export async function recordLook(
  tx: Transaction,
  asked: { organisationId: number; domain: string; token: string },
  look: Look,
  by: number | null,
  origin: string,
): Promise<"proved" | "taken" | "gone" | Exclude<Look["outcome"], "found">> {
  const { organisationId, domain, token } = asked;
  // Two organisations that prove one domain at the same moment: one of them finds it taken.
  await tx`select pg_advisory_xact_lock(hashtextextended(${`organisation_domain:${domain}`}, 0))`;
  const [row] = await tx<Row[]>`
    select d.state, d.method, d.failing_since, o.name, o.slug
    from organisation_domains d join organisations o on o.id = d.organisation_id
    where d.organisation_id = ${organisationId} and d.domain = ${domain} and d.token = ${token} for update of d`;
  if (!row) return "gone";
  if (look.outcome !== "found") {
    await recordMissing(tx, asked, row, look.outcome, origin);
    return look.outcome;
  }
  const taken = await tx`
    select 1 from organisation_domains
    where domain = ${domain} and organisation_id <> ${organisationId} and state in ('proved', 'failing')`;
  if (taken.count > 0) {
    await noteLook(tx, asked, "taken");
    return "taken";
  }
  // Since when it is proved: a proof that failed for some days has held all the while.
  const anew = row.state === "pending" || row.state === "lapsed";
  await tx`
    update organisation_domains set state = 'proved', method = ${look.method}, checked_at = now(), last_outcome = 'proved',
      next_check_at = now() + interval '7 days', failing_since = null,
      proved_at = case when ${anew} then now() else proved_at end
    where organisation_id = ${organisationId} and domain = ${domain}`;
  if (row.state !== "proved")
    await recordEvent(tx, organisationId, by, "domain-proved", { subject: shownDomain(domain) });
  return "proved";
}

async function noteLook(
  tx: Transaction,
  { organisationId, domain }: { organisationId: number; domain: string },
  outcome: string,
): Promise<void> {
  await tx`
    update organisation_domains set checked_at = now(), last_outcome = ${outcome}
    where organisation_id = ${organisationId} and domain = ${domain}`;
}

async function recordMissing(
  tx: Transaction,
  asked: { organisationId: number; domain: string },
  row: Row,
  outcome: string,
  origin: string,
): Promise<void> {
  const { organisationId, domain } = asked;
  await noteLook(tx, asked, outcome);
  if (row.state === "pending" || row.state === "lapsed") return;
  const [now] = await tx<{ state: DomainState; lapses_at: Date }[]>`
    update organisation_domains d set state = next.state, next_check_at = next.check_at, failing_since = next.since
    from (
      select case when lapses_at <= now() then 'lapsed' else 'failing' end as state,
        case when lapses_at > now() then least(now() + interval '1 day', lapses_at) end as check_at,
        case when lapses_at > now() then lapses_at - make_interval(days => ${graceDays}) end as since, lapses_at
      from (select coalesce(${row.failing_since}::timestamptz, now()) + make_interval(days => ${graceDays}) as lapses_at) as grace
    ) as next
    where d.organisation_id = ${organisationId} and d.domain = ${domain}
    returning d.state, next.lapses_at`;
  if (!now || now.state === row.state) return;
  const values = { organisation: row.name, domain: shownDomain(domain) };
  const page = `${origin}/organisations/${row.slug}/domains`;
  await recordEvent(tx, organisationId, null, now.state === "lapsed" ? "domain-lapsed" : "domain-failing", {
    subject: values.domain,
  });
  await mailOwners(tx, organisationId, (language) =>
    now.state === "lapsed"
      ? domainLapsedMessage(language, values, page)
      : domainFailingMessage(language, values, now.lapses_at, page),
  );
  if (now.state === "lapsed") await endMandatesElsewhere(tx, organisationId, null);
}

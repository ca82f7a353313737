import { newToken } from "#app/accounts/secret.server.ts";
import type { Account } from "#app/accounts/account.ts";
import { sql } from "#db/sql.ts";
import { type NoDomain, registrableDomain, shownDomain } from "./domain.ts";
import { endMandatesElsewhere } from "./end-mandate.server.ts";
import { lookAtDomain, type Reach } from "./look-at-domain.server.ts";
import { lockForManager } from "./manage.server.ts";
import { type DomainState, recordLook } from "./record-look.server.ts";
import { recordEvent } from "./record-event.server.ts";

/** More than the largest group has registered for mail; a limit so that nobody makes us look at the whole internet. */
const mostDomains = 20;

/**
 * Writes down that an organisation says a domain is its own, with the token that has to be found there. Adding it
 * again changes nothing. Whether another organisation has proved it is not told here: only who holds the domain learns it.
 */
export async function addDomain(
  organisationId: number,
  by: Account,
  typed: string,
): Promise<
  | { outcome: "added"; domain: string }
  | { outcome: Exclude<NoDomain, "free-mail"> | "forbidden" | "too-many" }
> {
  const found = registrableDomain(typed);
  // Where anybody gets an address somebody is still at home: who can write its DNS is a mail provider, and signs too.
  if (found.outcome !== "domain" && found.outcome !== "free-mail") return found;
  const { domain } = found;
  return sql.begin(async (tx) => {
    if (!(await lockForManager(tx, organisationId, by))) return { outcome: "forbidden" as const };
    const others = await tx`
      select 1 from organisation_domains where organisation_id = ${organisationId} and domain <> ${domain}`;
    if (others.count >= mostDomains) return { outcome: "too-many" as const };
    const added = await tx`
      insert into organisation_domains (organisation_id, domain, token, created_by)
      values (${organisationId}, ${domain}, ${newToken()}, ${by.id}) on conflict do nothing`;
    if (added.count > 0)
      await recordEvent(tx, organisationId, by.id, "domain-added", { subject: shownDomain(domain) });
    return { outcome: "added" as const, domain };
  });
}

/**
 * So many looks may be under way for people who wait for them, in this process: a quarter of the requests that are
 * worked on at once by default. Domains whose servers are silent must not shut the door to everybody else.
 */
const looksAtOnce = 8;
let looking = 0;

type Verified = {
  outcome:
    | ("proved" | "taken" | "not-found" | "wrong-token" | "no-answer" | "refused-address")
    | ("forbidden" | "unknown-domain" | "busy");
};

/**
 * Looks for the token at one of an organisation's domains, and writes down what was found. May take 12 seconds: the
 * look stands outside of any transaction.
 * @param origin of this Tribune, for links in mails
 * @param reach for tests alone
 * @returns `busy` when so many others are looked at that this one was not
 */
export async function verifyDomain(
  organisationId: number,
  by: Account,
  domain: string,
  origin: string,
  reach?: Reach,
): Promise<Verified> {
  const [row] = await sql<{ token: string }[]>`
    select d.token from organisation_domains d
    where d.organisation_id = ${organisationId} and d.domain = ${domain}
      and (${by.role === "admin"} or exists (select 1 from organisation_members m
        where m.organisation_id = d.organisation_id and m.account_id = ${by.id} and m.role = 'owner'))`;
  if (!row) return { outcome: "unknown-domain" };
  if (looking >= looksAtOnce) return { outcome: "busy" };
  looking++;
  const look = await lookAtDomain(domain, row.token, reach).finally(() => looking--);
  return sql.begin(async (tx) => {
    if (!(await lockForManager(tx, organisationId, by))) return { outcome: "forbidden" as const };
    const outcome = await recordLook(tx, { organisationId, domain, token: row.token }, look, by.id, origin);
    return { outcome: outcome === "gone" ? ("unknown-domain" as const) : outcome };
  });
}

/** Takes a domain off an organisation, and with it what was proved by addresses there. Doing it again changes nothing. */
export async function removeDomain(
  organisationId: number,
  by: Account,
  domain: string,
): Promise<{ outcome: "removed" | "forbidden" }> {
  return sql.begin(async (tx) => {
    if (!(await lockForManager(tx, organisationId, by))) return { outcome: "forbidden" as const };
    const removed = await tx`
      delete from organisation_domains where organisation_id = ${organisationId} and domain = ${domain}`;
    if (removed.count > 0) {
      await recordEvent(tx, organisationId, by.id, "domain-removed", { subject: shownDomain(domain) });
      await endMandatesElsewhere(tx, organisationId, by.id);
    }
    return { outcome: "removed" as const };
  });
}

export type OrganisationDomain = {
  domain: string;
  /** In its own letters. */
  shown: string;
  token: string;
  state: DomainState;
  method: "dns" | "well-known" | null;
  provedAt: Date | null;
  checkedAt: Date | null;
  failingSince: Date | null;
  lastOutcome: "" | Exclude<Verified["outcome"], "forbidden" | "unknown-domain" | "busy">;
};

/** The domains an organisation says are its own, by name, with what was found there: for who looks after it. */
export async function readDomains(organisationId: number): Promise<OrganisationDomain[]> {
  const domains = await sql<Omit<OrganisationDomain, "shown">[]>`
    select domain, token, state, method, proved_at as "provedAt", checked_at as "checkedAt",
      failing_since as "failingSince", last_outcome as "lastOutcome"
    from organisation_domains where organisation_id = ${organisationId} order by domain`;
  return domains.map((domain) => ({ ...domain, shown: shownDomain(domain.domain) }));
}

export type ProvedDomain = { domain: string; shown: string; method: "dns" | "well-known"; provedAt: Date };

/** The domains that speak for an organisation at this moment, for everybody. */
export async function readProvedDomains(organisationId: number): Promise<ProvedDomain[]> {
  const domains = await sql<Omit<ProvedDomain, "shown">[]>`
    select domain, method, proved_at as "provedAt" from organisation_domains
    where organisation_id = ${organisationId} and state in ('proved', 'failing') order by domain`;
  return domains.map((domain) => ({ ...domain, shown: shownDomain(domain.domain) }));
}

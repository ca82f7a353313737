import type { Queryable } from "#db/sql.ts";
import { registrableDomain } from "./domain.ts";

/**
 * The domains at which an address speaks for an organisation: its website's and those it has proved, as DNS knows
 * them. A website at a provider's or at a bare number is nobody's own.
 */
export async function ownDomains(db: Queryable, organisationId: number): Promise<string[]> {
  const rows = await db<{ website: string | null; domain: string | null }[]>`
    select website, null as domain from organisations where id = ${organisationId} and website <> ''
    union all
    select null, domain from organisation_domains
    where organisation_id = ${organisationId} and state in ('proved', 'failing')
    order by domain nulls first`;
  const domains = rows.flatMap(({ website, domain }) => {
    if (domain !== null) return [domain];
    const found = registrableDomain(website ?? "");
    return found.outcome === "domain" ? [found.domain] : [];
  });
  return [...new Set(domains)];
}

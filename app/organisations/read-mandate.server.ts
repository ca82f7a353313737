import { sql, type Transaction } from "#db/sql.ts";
import type { Mandate } from "./mandate.ts";

/**
 * The best mandate of an account for an organisation, or null when it may not speak for it: owners and spokespersons
 * do. A proved domain holds for all of them, since whoever controls it has an owner name them.
 */
export async function mandateOf(
  organisationId: number,
  accountId: number,
  tx: Transaction | typeof sql = sql,
): Promise<Mandate | null> {
  const [mandate] = await tx<Mandate[]>`
    with speaker as (
      select 1 from organisation_members
      where organisation_id = ${organisationId} and account_id = ${accountId} and role in ('owner', 'spokesperson')
    ), proof as (
      select level, evidence, granted_at as proved_at, case level when 'federated' then 3 else 1 end as rank
      from mandates
      where organisation_id = ${organisationId} and account_id = ${accountId} and ended_at is null
        -- A provider is believed as long as a domain of the organisation is proved.
        and (level = 'mailed' or exists (select 1 from organisation_domains d
          where d.organisation_id = ${organisationId} and d.state in ('proved', 'failing')))
      union all
      select 'domain', domain, proved_at, 2 from organisation_domains
      where organisation_id = ${organisationId} and state in ('proved', 'failing')
      union all
      select 'declared', '', null, 0
    )
    select level, evidence, proved_at as "provedAt" from proof where exists (select 1 from speaker)
    order by rank desc, proved_at limit 1`;
  return mandate ?? null;
}

/** An organisation that an account may sign for, with its mandate there. */
export type SpokenFor = { id: number; slug: string; name: string; mandate: Mandate };

/** The organisations an account speaks for, by name; fifty at most. */
export async function spokenForBy(accountId: number): Promise<SpokenFor[]> {
  const organisations = await sql<Omit<SpokenFor, "mandate">[]>`
    select o.id, o.slug, o.name
    from organisation_members m join organisations o on o.id = m.organisation_id and o.merged_into is null
    where m.account_id = ${accountId} and m.role in ('owner', 'spokesperson') order by o.name_key, o.id limit 50`;
  const mandates = await Promise.all(organisations.map(({ id }) => mandateOf(id, accountId)));
  return organisations.flatMap((organisation, index) => {
    const mandate = mandates[index];
    return mandate ? [{ ...organisation, mandate }] : [];
  });
}

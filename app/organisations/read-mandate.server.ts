import { sql, type Transaction } from "#db/sql.ts";
import type { Mandate } from "./mandate.ts";
import type { Sector } from "./organisation.ts";

/**
 * What owners and spokespersons have proved for their organisations, the word of each (declared) among it: they alone
 * speak for one. A proved domain holds for all of them, since whoever controls it has an owner name them. Better proof
 * has the higher rank.
 */
const proofs = () => sql`(
  select m.organisation_id, m.account_id, p.level, p.evidence, p.granted_at as proved_at,
    case p.level when 'federated' then 3 else 1 end as rank
  from organisation_members m
  join mandates p on p.organisation_id = m.organisation_id and p.account_id = m.account_id and p.ended_at is null
  where m.role in ('owner', 'spokesperson')
    -- A provider is believed as long as a domain of the organisation is proved.
    and (p.level = 'mailed' or exists (select 1 from organisation_domains d
      where d.organisation_id = m.organisation_id and d.state in ('proved', 'failing')))
  union all
  select m.organisation_id, m.account_id, 'domain', d.domain, d.proved_at, 2
  from organisation_members m join organisation_domains d on d.organisation_id = m.organisation_id
  where m.role in ('owner', 'spokesperson') and d.state in ('proved', 'failing')
  union all
  select organisation_id, account_id, 'declared', '', null, 0 from organisation_members
  where role in ('owner', 'spokesperson')
) proof`;

/** The best mandate of an account for an organisation, or null when it may not speak for it. */
export async function mandateOf(
  organisationId: number,
  accountId: number,
  tx: Transaction | typeof sql = sql,
): Promise<Mandate | null> {
  const [mandate] = await tx<Mandate[]>`
    select level, evidence, proved_at as "provedAt" from ${proofs()}
    where organisation_id = ${organisationId} and account_id = ${accountId}
    order by rank desc, proved_at limit 1`;
  return mandate ?? null;
}

/** The organisation that an account is counted for, where it speaks for any with a mandate that binds. */
export type BoundSpeaker = {
  accountId: number;
  organisation: { id: number; slug: string; name: string; sector: Sector };
  level: Mandate["level"];
};

/** Of these accounts those that speak for organisations with proof, each with the one it has the best proof for. */
export async function boundSpeakers(accountIds: number[]): Promise<BoundSpeaker[]> {
  if (accountIds.length === 0) return [];
  return sql<BoundSpeaker[]>`
    select distinct on (proof.account_id) proof.account_id as "accountId", proof.level,
      json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'sector', o.sector) as organisation
    from ${proofs()} join organisations o on o.id = proof.organisation_id and o.merged_into is null and o.hidden_at is null
    where proof.account_id = any(${accountIds}::bigint[]) and proof.rank > 0
    order by proof.account_id, proof.rank desc, o.name_key, o.id`;
}

/** An organisation that an account may sign for, with its mandate there. */
export type SpokenFor = { id: number; slug: string; name: string; mandate: Mandate };

/** The organisations an account speaks for, by name; fifty at most. */
export async function spokenForBy(accountId: number): Promise<SpokenFor[]> {
  const organisations = await sql<Omit<SpokenFor, "mandate">[]>`
    select o.id, o.slug, o.name
    from organisation_members m join organisations o on o.id = m.organisation_id and o.merged_into is null and o.hidden_at is null
    where m.account_id = ${accountId} and m.role in ('owner', 'spokesperson') order by o.name_key, o.id limit 50`;
  const mandates = await Promise.all(organisations.map(({ id }) => mandateOf(id, accountId)));
  return organisations.flatMap((organisation, index) => {
    const mandate = mandates[index];
    return mandate ? [{ ...organisation, mandate }] : [];
  });
}

import { sql, type Transaction } from "#db/sql.ts";
import { registrableDomain } from "#app/organisations/domain.ts";
import type { ProviderKind } from "./identity.ts";
import { unseal } from "./seal.server.ts";

/** A provider that somebody can be sent to. */
export type Provider = {
  kind: ProviderKind;
  /** Whose own it is; null for the one that speaks for officials. */
  organisationId: number | null;
  issuer: string;
  clientId: string;
  secret: string;
};

const setting = (name: string) => process.env[name]?.trim() || undefined;

/** The provider that vouches for officials, from OIDC_ISSUER and its neighbours (checked at the start); null when unset. */
export function officialProvider(): Provider | null {
  const [issuer, clientId, secret] = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"].map(setting);
  return issuer && clientId && secret
    ? { kind: "official", organisationId: null, issuer, clientId, secret }
    : null;
}

/** Whom a sealed secret belongs to. */
export const secretOwner = (organisationId: number, issuer: string) =>
  `organisation ${organisationId} ${issuer}`;

/**
 * An organisation's own provider. It holds while a domain of the organisation is proved: what it says of an address is
 * worth something only there.
 * @returns `unreadable` when SECRET_KEY changed since its secret was sealed: it must be set anew
 */
export async function organisationProvider(
  organisationId: number,
): Promise<{ outcome: "found"; provider: Provider } | { outcome: "none" | "unreadable" }> {
  const [row] = await sql<{ issuer: string; client_id: string; sealed_secret: Uint8Array }[]>`
    select issuer, client_id, sealed_secret from organisation_providers
    where organisation_id = ${organisationId} and exists (
      select 1 from organisation_domains d
      where d.organisation_id = ${organisationId} and d.state in ('proved', 'failing'))`;
  if (!row) return { outcome: "none" };
  const secret = unseal(row.sealed_secret, secretOwner(organisationId, row.issuer));
  if (secret === null) return { outcome: "unreadable" };
  return {
    outcome: "found",
    provider: { kind: "organisation", organisationId, issuer: row.issuer, clientId: row.client_id, secret },
  };
}

/** What its owners see of an organisation's provider: everything but the secret. */
export async function describeProvider(organisationId: number): Promise<{
  issuer: string;
  clientId: string;
  setAt: Date;
  triedAt: Date | null;
  readable: boolean;
} | null> {
  const [row] = await sql<
    { issuer: string; clientId: string; sealed: Uint8Array; setAt: Date; triedAt: Date | null }[]
  >`
    select issuer, client_id as "clientId", sealed_secret as sealed, set_at as "setAt", tried_at as "triedAt"
    from organisation_providers where organisation_id = ${organisationId}`;
  if (!row) return null;
  const { sealed, ...shown } = row;
  return { ...shown, readable: unseal(sealed, secretOwner(organisationId, row.issuer)) !== null };
}

/** Whether somebody may log in to an organisation by its own provider: it is set, was tried, and a domain is proved. */
export async function hasProvider(organisationId: number): Promise<boolean> {
  const found = await sql`
    select 1 from organisation_providers p where p.organisation_id = ${organisationId} and p.tried_at is not null
      and exists (select 1 from organisation_domains d
        where d.organisation_id = p.organisation_id and d.state in ('proved', 'failing'))`;
  return found.count > 0;
}

/** Whether an address is at a domain that the organisation has proved, or below it. */
export async function isAtProvedDomain(
  db: typeof sql | Transaction,
  organisationId: number,
  email: string,
): Promise<boolean> {
  const found = registrableDomain(email);
  const domain = found.outcome === "domain" || found.outcome === "free-mail" ? found.domain : null;
  return domain !== null && (await provedDomains(organisationId, db)).includes(domain);
}

/**
 * Whether an organisation's provider still is the one that vouched, and the address still at a proved domain: while one
 * was asked, and while an identity waited to be linked, owners may have changed it. Locks the organisation, as all do
 * who change what it has, so that it stays so until the transaction ends.
 */
export async function stillVouches(
  tx: Transaction,
  organisationId: number,
  { issuer, email }: { issuer: string; email: string },
): Promise<"yes" | "not-set-up" | "email-elsewhere"> {
  await tx`select 1 from organisations where id = ${organisationId} for update`;
  const there = await tx`
    select 1 from organisation_providers p join organisations o on o.id = p.organisation_id and o.merged_into is null
    where p.organisation_id = ${organisationId} and p.issuer = ${issuer}`;
  if (there.count === 0) return "not-set-up";
  return (await isAtProvedDomain(tx, organisationId, email)) ? "yes" : "email-elsewhere";
}

/** The domains an organisation has proved; one that fails for some days is still its own. */
export async function provedDomains(
  organisationId: number,
  db: typeof sql | Transaction = sql,
): Promise<string[]> {
  const rows = await db<{ domain: string }[]>`
    select domain from organisation_domains
    where organisation_id = ${organisationId} and state in ('proved', 'failing') order by domain`;
  return rows.map(({ domain }) => domain);
}

import { hashToken } from "#app/accounts/secret.server.ts";
import { grantFederatedMandate } from "#app/organisations/grant-federated-mandate.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import type { ProviderKind, Vouched } from "./identity.ts";
import { stillVouches } from "./provider.server.ts";
import { recordOfficial } from "./official.server.ts";

type Arrival = { vouched: Vouched; kind: ProviderKind; organisationId: number | null; next: string };

export type Arrived =
  | { outcome: "known"; accountId: number }
  /** No account has it: it waits to be linked. */
  | { outcome: "unknown" }
  | { outcome: "anothers" | "other-use" | "not-member" | "not-set-up" | "email-elsewhere"; why: string };

/**
 * Takes in somebody a provider vouched for. A known identity is its account's: what it proves is renewed. An unknown
 * one is nobody's until an account links it (link-identity.server.ts): an address that is the same proves nothing.
 * @param here.accountId who is logged in; then a known identity must be theirs
 */
export async function arrive(
  { vouched, kind, organisationId, next }: Arrival,
  here: { browser: string; accountId: number | null; origin: string },
): Promise<Arrived> {
  return sql.begin(async (tx): Promise<Arrived> => {
    const { issuer, subject } = vouched;
    if (organisationId !== null) {
      const still = await stillVouches(tx, organisationId, vouched);
      if (still !== "yes")
        return { outcome: still, why: "the provider or the domain was taken away meanwhile" };
      await tx`
        update organisation_providers set tried_at = now()
        where organisation_id = ${organisationId} and issuer = ${issuer}`;
    }
    const [known] = await tx<{ account_id: number; kind: ProviderKind; organisation_id: number | null }[]>`
      select i.account_id, i.kind, i.organisation_id from identities i
      join accounts a on a.id = i.account_id and a.deleted_at is null
      where i.issuer = ${issuer} and i.subject = ${subject} for update of i`;
    if (!known) {
      await tx`
        insert into identity_arrivals (browser_hash, issuer, subject, kind, organisation_id, email, siret, next, expires_at)
        values (${hashToken(here.browser)}, ${issuer}, ${subject}, ${kind}, ${organisationId}, ${vouched.email},
          ${vouched.siret}, ${next}, now() + interval '30 minutes')
        on conflict (browser_hash) do update set issuer = excluded.issuer, subject = excluded.subject,
          kind = excluded.kind, organisation_id = excluded.organisation_id, email = excluded.email,
          siret = excluded.siret, next = excluded.next, expires_at = excluded.expires_at`;
      return { outcome: "unknown" };
    }
    if (known.kind !== kind || known.organisation_id !== organisationId)
      return { outcome: "other-use", why: "the identity is linked by another provider's entry" };
    if (here.accountId !== null && here.accountId !== known.account_id)
      return { outcome: "anothers", why: "the identity is linked to another account" };
    const proved = await prove(tx, known.account_id, { vouched, organisationId }, here.origin);
    if (!proved) return { outcome: "not-member", why: "the account does not belong to the organisation" };
    await tx`update identities set last_used_at = now() where issuer = ${issuer} and subject = ${subject}`;
    return { outcome: "known", accountId: known.account_id };
  });
}

/**
 * Writes down what an identity proves of its account: the body of an official, or the mandate of who may speak for an
 * organisation. @returns false when the account does not belong to the organisation
 */
export async function prove(
  tx: Transaction,
  accountId: number,
  {
    vouched: { issuer, siret },
    organisationId,
  }: { vouched: Pick<Vouched, "issuer" | "siret">; organisationId: number | null },
  origin: string,
): Promise<boolean> {
  if (organisationId !== null) {
    const { outcome } = await grantFederatedMandate(tx, { organisationId, accountId, issuer, origin });
    return outcome !== "not-member";
  }
  if (siret !== null) await recordOfficial(tx, accountId, { siret, issuer });
  return true;
}

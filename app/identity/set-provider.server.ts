import type { Account } from "#app/accounts/account.ts";
import { endFederatedMandates } from "#app/organisations/grant-federated-mandate.server.ts";
import { lockForManager } from "#app/organisations/manage.server.ts";
import { recordEvent } from "#app/organisations/record-event.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { forThisMachineAlone } from "#app/outgoing/guarded-agent.server.ts";
import { type ProviderForm, readIssuer, providerName } from "./identity.ts";
import { provedDomains, secretOwner } from "./provider.server.ts";
import { seal } from "./seal.server.ts";

/**
 * Sets an organisation's own provider, which needs a proved domain. Where the issuer stays, an empty secret keeps the
 * one that is sealed; another issuer is another provider: what the former one proved ends.
 */
export async function setProvider(
  organisationId: number,
  by: Account,
  form: ProviderForm,
): Promise<{ outcome: "set" | "forbidden" | "no-domain" | "issuer-wrong" | "secret-missing" }> {
  const issuer = readIssuer(form.issuer, forThisMachineAlone());
  if (issuer === null) return { outcome: "issuer-wrong" };
  return sql.begin(async (tx) => {
    if (!(await lockForManager(tx, organisationId, by))) return { outcome: "forbidden" as const };
    if ((await provedDomains(organisationId, tx)).length === 0) return { outcome: "no-domain" as const };
    const [former] = await tx<{ issuer: string }[]>`
      select issuer from organisation_providers where organisation_id = ${organisationId}`;
    const stays = former?.issuer === issuer;
    if (form.clientPassword === "" && !stays) return { outcome: "secret-missing" as const };
    if (former && !stays) await forgetProvider(tx, organisationId);
    if (form.clientPassword === "")
      await tx`
        update organisation_providers set client_id = ${form.clientId}, set_by = ${by.id}, set_at = now(), tried_at = null
        where organisation_id = ${organisationId}`;
    else
      await tx`
        insert into organisation_providers (organisation_id, issuer, client_id, sealed_secret, set_by)
        values (${organisationId}, ${issuer}, ${form.clientId},
          ${seal(form.clientPassword, secretOwner(organisationId, issuer))}, ${by.id})
        on conflict (organisation_id) do update set client_id = excluded.client_id,
          sealed_secret = excluded.sealed_secret, set_by = excluded.set_by, set_at = now(), tried_at = null`;
    await recordEvent(tx, organisationId, by.id, "provider-set", { subject: providerName(issuer) });
    return { outcome: "set" as const };
  });
}

/** Removes an organisation's provider: who came by it logs in by password again, and federated mandates end. */
export async function removeProvider(
  organisationId: number,
  by: Account,
): Promise<{ outcome: "removed" | "forbidden" }> {
  return sql.begin(async (tx) => {
    if (!(await lockForManager(tx, organisationId, by))) return { outcome: "forbidden" as const };
    const issuer = await forgetProvider(tx, organisationId);
    if (issuer !== null)
      await recordEvent(tx, organisationId, by.id, "provider-removed", { subject: providerName(issuer) });
    return { outcome: "removed" as const };
  });
}

/** Forgets a provider with all that came by it; the secret is sealed for this organisation and useless to another. @returns its issuer */
export async function forgetProvider(tx: Transaction, organisationId: number): Promise<string | null> {
  const [gone] = await tx<{ issuer: string }[]>`
    delete from organisation_providers where organisation_id = ${organisationId} returning issuer`;
  await tx`delete from identity_attempts where organisation_id = ${organisationId}`;
  await tx`delete from identity_arrivals where organisation_id = ${organisationId}`;
  await tx`delete from identities where organisation_id = ${organisationId}`;
  await endFederatedMandates(tx, organisationId);
  return gone?.issuer ?? null;
}

import type { Account } from "#app/accounts/account.ts";
import { identityUnlinkedMessage } from "#app/mail/identity-messages.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { endFederatedMandates } from "#app/organisations/grant-federated-mandate.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { type LinkedIdentity, providerName } from "./identity.ts";

/** The identities that log in to an account, the oldest link first. */
export async function listIdentities(accountId: number): Promise<LinkedIdentity[]> {
  return sql<LinkedIdentity[]>`
    select i.issuer, i.subject, i.kind, o.name as organisation, i.email, i.linked_at as "linkedAt",
      i.last_used_at as "lastUsedAt"
    from identities i left join organisations o on o.id = i.organisation_id
    where i.account_id = ${accountId} order by i.linked_at, i.issuer, i.subject`;
}

/**
 * Takes an identity off an account: it does not log in any more, and what it alone proved (the badge, the mandate) ends.
 * The account's owner is told by mail. Doing it again changes nothing.
 */
export async function unlinkIdentity(
  account: Account,
  issuer: string,
  subject: string,
  origin: string,
): Promise<{ outcome: "unlinked" | "not-linked" }> {
  return sql.begin(async (tx) => {
    const [gone] = await tx<{ kind: string; organisation_id: number | null }[]>`
      delete from identities where issuer = ${issuer} and subject = ${subject} and account_id = ${account.id}
      returning kind, organisation_id`;
    if (!gone) return { outcome: "not-linked" as const };
    if (gone.kind === "official") await tx`delete from officials where account_id = ${account.id}`;
    if (gone.organisation_id !== null) await endFederatedMandates(tx, gone.organisation_id, account.id);
    const message = identityUnlinkedMessage(account.language, providerName(issuer), `${origin}/settings`);
    await queueMail(tx, account.email, account.language, message);
    return { outcome: "unlinked" as const };
  });
}

/** Forgets every identity of an account that is being deleted, and what they proved of its owner. */
export async function forgetIdentities(tx: Transaction, accountId: number): Promise<void> {
  await tx`
    delete from identity_arrivals w using identities i
    where i.account_id = ${accountId} and w.issuer = i.issuer and w.subject = i.subject`;
  await tx`delete from identities where account_id = ${accountId}`;
  await tx`delete from identity_attempts where account_id = ${accountId}`;
  await tx`delete from officials where account_id = ${accountId}`;
}

/** Forgets who never came back from a provider, and who never linked. A job calls it. */
export async function sweepIdentities(): Promise<void> {
  await sql`delete from identity_attempts where expires_at <= now()`;
  await sql`delete from identity_arrivals where expires_at <= now()`;
}

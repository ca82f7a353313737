import type { Account } from "#app/accounts/account.ts";
import { hashToken, newToken } from "#app/accounts/secret.server.ts";
import { mandateGrantedMessage, proveAddressMessage } from "#app/mail/proof-messages.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { type NoDomain, registrableDomain, shownDomain } from "./domain.ts";
import { lockForSpeaker } from "./manage.server.ts";
import type { Organisation } from "./organisation.ts";
import { ownDomains } from "./own-domains.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { mailOwners } from "./tell-owners.server.ts";

type Named = Pick<Organisation, "id" | "name" | "slug">;
/** Why an address proves nothing: anybody gets one there, it is another domain's, or there is no domain in it. */
export type NoProof = NoDomain | "another-domain";

/** The organisation's own domain that an address is at. */
function ownDomainOf(
  email: string,
  own: string[],
): { outcome: "own"; domain: string } | { outcome: NoProof } {
  const found = registrableDomain(email);
  if (found.outcome !== "domain") return { outcome: found.outcome };
  return own.includes(found.domain)
    ? { outcome: "own", domain: found.domain }
    : { outcome: "another-domain" };
}

/** How an account can prove that it belongs to an organisation by an address, as its page offers it. */
export async function addressProof(
  organisationId: number,
  account: Account,
): Promise<{
  /** The organisation's own domains, in their own letters. */
  domains: string[];
  /** Whether the account's own address is at one of them: it was confirmed when the account was made. */
  ownAddress: boolean;
  /** What the account has proved already. */
  proved: { domain: string; grantedAt: Date } | null;
}> {
  const [own, [mandate]] = await Promise.all([
    ownDomains(sql, organisationId),
    sql<{ domain: string; grantedAt: Date }[]>`
      select evidence as domain, granted_at as "grantedAt" from mandates
      where organisation_id = ${organisationId} and account_id = ${account.id} and level = 'mailed' and ended_at is null`,
  ]);
  return {
    domains: own.map(shownDomain),
    ownAddress: ownDomainOf(account.email, own).outcome === "own",
    proved: mandate ? { ...mandate, domain: shownDomain(mandate.domain) } : null,
  };
}

/** Writes the mandate down and tells the other owners. One at the same domain that holds already stays as it is. */
async function grant(
  tx: Transaction,
  organisation: Named,
  account: Account,
  domain: string,
  origin: string,
): Promise<void> {
  await tx`
    update mandates set ended_at = now()
    where organisation_id = ${organisation.id} and account_id = ${account.id} and level = 'mailed'
      and ended_at is null and evidence <> ${domain}`;
  const granted = await tx`
    insert into mandates (organisation_id, account_id, level, evidence)
    values (${organisation.id}, ${account.id}, 'mailed', ${domain})
    on conflict (organisation_id, account_id, level) where ended_at is null do nothing`;
  if (granted.count === 0) return;
  const subject = shownDomain(domain);
  await recordEvent(tx, organisation.id, account.id, "mandate-mailed", { subject });
  const values = { name: account.name, organisation: organisation.name, domain: subject };
  const page = `${origin}/organisations/${organisation.slug}/members`;
  await mailOwners(
    tx,
    organisation.id,
    (language) => mandateGrantedMessage(language, values, page),
    account.id,
  );
}

/** Grants a mandate by the account's own address, which was confirmed already. */
export async function proveByAccount(
  organisation: Named,
  account: Account,
  origin: string,
): Promise<{ outcome: "granted" | "forbidden" | NoProof }> {
  return sql.begin(async (tx) => {
    if (!(await lockForSpeaker(tx, organisation.id, account.id))) return { outcome: "forbidden" as const };
    const found = ownDomainOf(account.email, await ownDomains(tx, organisation.id));
    if (found.outcome !== "own") return found;
    await grant(tx, organisation, account, found.domain, origin);
    return { outcome: "granted" as const };
  });
}

/** Mails a link, good for 24 hours, to an address at one of the organisation's own domains. */
export async function mailProof(
  organisation: Named,
  account: Account,
  email: string,
  origin: string,
): Promise<{ outcome: "mailed" | "forbidden" | NoProof }> {
  const token = newToken();
  return sql.begin(async (tx) => {
    if (!(await lockForSpeaker(tx, organisation.id, account.id))) return { outcome: "forbidden" as const };
    const found = ownDomainOf(email, await ownDomains(tx, organisation.id));
    if (found.outcome !== "own") return found;
    await tx`
      insert into mandate_mails (token_hash, organisation_id, account_id, email, expires_at)
      values (${hashToken(token)}, ${organisation.id}, ${account.id}, ${email}, now() + interval '24 hours')`;
    const values = { name: account.name, organisation: organisation.name };
    const message = proveAddressMessage(account.language, values, `${origin}/mandates/${token}`);
    await queueMail(tx, email, account.language, message);
    return { outcome: "mailed" as const };
  });
}

type ProofMail = { name: string; slug: string; accountId: number; email: string };

/** What stands behind a mail's link, or null when it is unknown, used or older than 24 hours. Reading changes nothing. */
export async function readProofMail(token: string): Promise<ProofMail | null> {
  const [mail] = await sql<ProofMail[]>`
    select o.name, o.slug, m.account_id as "accountId", m.email
    from mandate_mails m join organisations o on o.id = m.organisation_id
    where m.token_hash = ${hashToken(token)} and m.expires_at > now()`;
  return mail ?? null;
}

/**
 * Grants the mandate that a mail's link stands for, once, to the account that asked for it.
 * @returns `another-account` when somebody else is logged in, `forbidden` when the account no longer speaks for the
 *   organisation, a NoProof when its domains have changed since
 */
export async function acceptProof(
  token: string,
  account: Account,
  origin: string,
): Promise<
  | { outcome: "granted"; slug: string }
  | { outcome: "unknown-token" | "another-account" | "forbidden" | NoProof }
> {
  return sql.begin(async (tx) => {
    const [asked] = await tx<(Named & { accountId: number })[]>`
      select o.id, o.name, o.slug, m.account_id as "accountId"
      from mandate_mails m join organisations o on o.id = m.organisation_id
      where m.token_hash = ${hashToken(token)} and m.expires_at > now()`;
    if (!asked) return { outcome: "unknown-token" as const };
    if (asked.accountId !== account.id) return { outcome: "another-account" as const };
    if (!(await lockForSpeaker(tx, asked.id, account.id))) return { outcome: "forbidden" as const };
    const [used] = await tx<{ email: string }[]>`
      delete from mandate_mails where token_hash = ${hashToken(token)} returning email`;
    if (!used) return { outcome: "unknown-token" as const };
    const found = ownDomainOf(used.email, await ownDomains(tx, asked.id));
    if (found.outcome !== "own") return found;
    await grant(tx, asked, account, found.domain, origin);
    return { outcome: "granted" as const, slug: asked.slug };
  });
}

/** Forgets links that nobody used in time. A job calls it. */
export async function sweepProofMails(): Promise<void> {
  await sql`delete from mandate_mails where expires_at <= now()`;
}

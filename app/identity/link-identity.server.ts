import type { Account } from "#app/accounts/account.ts";
import { provePassword } from "#app/accounts/log-in.server.ts";
import { hashToken } from "#app/accounts/secret.server.ts";
import { identityLinkedMessage } from "#app/mail/identity-messages.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { prove } from "./arrive.server.ts";
import { stillVouches } from "./provider.server.ts";
import { type ProviderKind, providerName } from "./identity.ts";

type Waiting = {
  issuer: string;
  subject: string;
  kind: ProviderKind;
  organisationId: number | null;
  organisation: string | null;
  email: string;
  siret: string | null;
  next: string;
};

const waiting = (db: typeof sql | Transaction, browser: string | undefined) => db<Waiting[]>`
  select w.issuer, w.subject, w.kind, w.organisation_id as "organisationId", o.name as organisation, w.email, w.siret,
    w.next
  from identity_arrivals w left join organisations o on o.id = w.organisation_id
  where w.browser_hash = ${hashToken(browser ?? "")} and w.expires_at > now()`;

/** The identity that waits for this browser to be linked, if one does. */
export async function readWaiting(browser: string | undefined): Promise<Waiting | null> {
  const [found] = await waiting(sql, browser);
  return found ?? null;
}

/** Forgets the identity that waits: its owner says no, or it is somebody else's at this browser. */
export async function dropWaiting(browser: string | undefined): Promise<void> {
  await sql`delete from identity_arrivals where browser_hash = ${hashToken(browser ?? "")}`;
}

type Linked =
  | { outcome: "linked"; next: string }
  | {
      outcome:
        | "wrong-password"
        | "nothing-waits"
        | "anothers"
        | "has-another"
        | "not-member"
        | "not-set-up"
        | "email-elsewhere";
    };

/**
 * Makes the identity that waits for this browser the account's, after proof of its password: from then on it logs in.
 * That is the only way an identity becomes anybody's; the account's owner is told by mail.
 */
export async function linkIdentity(
  account: Account,
  password: string,
  browser: string | undefined,
  origin: string,
): Promise<Linked> {
  if (!(await provePassword(account.id, password))) return { outcome: "wrong-password" };
  return sql.begin(async (tx): Promise<Linked> => {
    // One after the other, so that an account gets no second identity of a provider meanwhile.
    const there = await tx`select 1 from accounts where id = ${account.id} and deleted_at is null for update`;
    const [found] = await waiting(tx, browser);
    if (!found || there.count === 0) return { outcome: "nothing-waits" };
    if (found.organisationId !== null) {
      const still = await stillVouches(tx, found.organisationId, found);
      if (still !== "yes") return { outcome: still };
    }
    const refusal = await claim(tx, account.id, found);
    if (refusal) return { outcome: refusal };
    if (!(await prove(tx, account.id, { vouched: found, organisationId: found.organisationId }, origin)))
      throw new Error("the membership ended while it was locked");
    await tx`delete from identity_arrivals where browser_hash = ${hashToken(browser ?? "")}`;
    const message = identityLinkedMessage(account.language, providerName(found.issuer), `${origin}/settings`);
    await queueMail(tx, account.email, account.language, message);
    return { outcome: "linked", next: found.next };
  });
}

/** Writes the identity down as the account's. @returns why it cannot be */
async function claim(
  tx: Transaction,
  accountId: number,
  { issuer, subject, kind, organisationId, email }: Waiting,
): Promise<"anothers" | "has-another" | "not-member" | null> {
  if (organisationId !== null) {
    const member = await tx`
      select 1 from organisation_members
      where organisation_id = ${organisationId} and account_id = ${accountId} for update`;
    if (member.count === 0) return "not-member";
  }
  const other = await tx`
    select 1 from identities where account_id = ${accountId} and kind = ${kind}
      and organisation_id is not distinct from ${organisationId} and (issuer, subject) <> (${issuer}, ${subject})`;
  if (other.count > 0) return "has-another";
  await tx`
    insert into identities (issuer, subject, account_id, kind, organisation_id, email)
    values (${issuer}, ${subject}, ${accountId}, ${kind}, ${organisationId}, ${email})
    on conflict (issuer, subject) do nothing`;
  const own = await tx`
    select 1 from identities where issuer = ${issuer} and subject = ${subject} and account_id = ${accountId}
      and kind = ${kind} and organisation_id is not distinct from ${organisationId}`;
  return own.count > 0 ? null : "anothers";
}

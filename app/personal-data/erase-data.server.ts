import { eraseAccount } from "#app/accounts/change-account.server.ts";
import { provePassword } from "#app/accounts/log-in.server.ts";
import { forgetNameInMails, lockNamesInMails, mailsOfSignatures } from "#app/mail/forget-name.server.ts";
import { forgetReportsOf } from "#app/moderation/forget-reporter.server.ts";
import { eraseSignatures } from "#app/signatures/erase-signature.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { givenBy } from "./own-signatures.server.ts";

/** Who gave a signature `s`: an organisation's was given by who represents it. */
const personOf = () => sql`case s.kind when 'person' then s.name else s.represented_by end`;

/**
 * Erases one signature of an address. The mails that spoke of it are forgotten with it: those still to be sent whose link
 * is this signature's, and the rows of all that were sent to the address, which serve nothing any more. Those that tell
 * an organisation of it lose its name.
 * @returns `not-found` when the address has no such signature, or it was erased already
 */
export async function eraseSignature(
  email: string,
  id: number,
): Promise<{ outcome: "erased" | "not-found" }> {
  return sql.begin(async (tx) => {
    await lockNamesInMails(tx, "alone");
    const [signature] = await tx<{ letterId: number; person: string }[]>`
      select s.letter_id as "letterId", ${personOf()} as person from signatures s
      where ${givenBy(email)} and s.id = ${id} for update`;
    if (!signature) return { outcome: "not-found" as const };
    await tx`
      delete from mails m where m.to_address = ${email} and (m.body is null or exists (
        select 1 from regexp_matches(m.body, '/signatures/([A-Za-z0-9_-]{32})', 'g') found(parts)
        join signature_tokens t on t.token_hash = encode(sha256(convert_to(found.parts[1], 'UTF8')), 'hex')
        where t.letter_id = ${signature.letterId} and t.signature_id = ${id}))`;
    await forgetNameInMails(tx, signature.person, mailsOfSignatures);
    await eraseSignatures(tx, [{ letterId: signature.letterId, id }]);
    return { outcome: "erased" as const };
  });
}

/**
 * Erases all that is held about an address, in one transaction: signatures, account, links, invitations, mails. What stays
 * of an account is what its deletion leaves (eraseAccount). Jobs that write mails to signatories lock those they write
 * to: they come before, and their mails are found here, or after, and find nobody.
 * @param proof.byMail whether a mailed link proves the address; a session alone needs the account's password
 */
export async function eraseEverything(
  email: string,
  proof: { byMail: boolean; password?: string },
): Promise<{ outcome: "erased" | "wrong-password" }> {
  const [account] = await sql<{ id: number; email: string }[]>`
    select id, email from accounts where email = ${email} and deleted_at is null`;
  if (account && !proof.byMail && !(await provePassword(account.id, proof.password ?? "")))
    return { outcome: "wrong-password" };
  await sql.begin(async (tx) => {
    await lockNamesInMails(tx, "alone");
    const signatures = await tx<{ letterId: number; id: number; person: string }[]>`
      select s.letter_id as "letterId", s.id, ${personOf()} as person from signatures s
      where ${givenBy(email)} order by s.letter_id, s.id for update`;
    for (const name of new Set(signatures.map(({ person }) => person))) await forgetNameInMails(tx, name);
    await eraseSignatures(tx, signatures);
    if (account) await eraseAccount(tx, account);
    await forgetAddress(tx, email);
  });
  return { outcome: "erased" };
}

/** Forgets an address wherever it stands without an account or a signature. Links stay as ones that led to nothing. */
async function forgetAddress(tx: Transaction, email: string): Promise<void> {
  await tx`delete from joins where email = ${email}`;
  await tx`delete from organisation_invitations where email = ${email}`;
  await tx`delete from co_author_invitations where email = ${email}`;
  await tx`delete from mandate_mails where email = ${email}`;
  await tx`delete from identity_arrivals where email = ${email}`;
  await tx`delete from account_tokens where new_email = ${email}`;
  await tx`delete from mails where to_address = ${email}`;
  await tx`delete from dead_addresses where address = ${email}`;
  await forgetReportsOf(tx, email, null);
  await tx`update data_links set email = null where email = ${email}`;
}

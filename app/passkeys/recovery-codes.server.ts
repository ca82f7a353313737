import { createHmac, randomInt } from "node:crypto";
import { keyFor } from "#app/accounts/secret.server.ts";
import type { Language } from "#app/languages/language.ts";
import { recoveryCodeUsedMessage } from "#app/mail/passkey-messages.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { logSecurity } from "#app/server/log.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { passkeyLimits } from "./passkey.ts";

/** Crockford's: no letter that is taken for a digit or another letter. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Sixty random bits, in three groups of four that can be read aloud. */
function newCode(): string {
  const letters = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return letters.replace(/(.{4})(?=.)/g, "$1-");
}

/** A code as it was made, however it was typed. */
const tidied = (typed: string) =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");

/**
 * What is stored of a code: a hash whose key is not in the database, since sixty bits alone could be tried out by whoever
 * reads it.
 */
const hashCode = (accountId: number, typed: string) =>
  createHmac("sha256", keyFor("recovery codes"))
    .update(`${accountId} ${tidied(typed)}`)
    .digest("hex");

/** Makes codes in the caller's transaction; those from before are good for nothing any more. @returns them, to be shown once */
export async function makeRecoveryCodes(tx: Transaction, accountId: number): Promise<string[]> {
  const codes = Array.from({ length: passkeyLimits.recoveryCodes }, newCode);
  await tx`delete from recovery_codes where account_id = ${accountId}`;
  await tx`
    insert into recovery_codes (account_id, code_hash)
    select ${accountId}, code_hash from unnest(${codes.map((code) => hashCode(accountId, code))}::text[]) code_hash`;
  return codes;
}

/** Makes all codes of an account anew. @returns null when it has no passkey to be recovered from */
export async function renewRecoveryCodes(accountId: number): Promise<string[] | null> {
  return sql.begin(async (tx) => {
    await tx`select 1 from passkey_holders where account_id = ${accountId} for update`;
    const passkeys = await tx`select 1 from passkeys where account_id = ${accountId} limit 1`;
    return passkeys.count === 0 ? null : makeRecoveryCodes(tx, accountId);
  });
}

/** How many codes of an account were not used yet. */
export async function countRecoveryCodes(accountId: number): Promise<number> {
  const unused = await sql`
    select 1 from recovery_codes where account_id = ${accountId} and used_at is null`;
  return unused.count;
}

/** Uses up a code of an account, once, and mails its address that it was used. */
export async function spendRecoveryCode(
  accountId: number,
  typed: string,
  origin: string,
): Promise<{ outcome: "used" | "wrong-code" }> {
  return sql.begin(async (tx) => {
    const used = await tx`
      update recovery_codes set used_at = now()
      where account_id = ${accountId} and code_hash = ${hashCode(accountId, typed)} and used_at is null`;
    if (used.count === 0) {
      logSecurity("recovery-code-refused", { account: accountId });
      return { outcome: "wrong-code" as const };
    }
    const [account] = await tx<{ email: string; language: Language; left: number }[]>`
      select email, language,
        (select count(*)::int from recovery_codes c where c.account_id = a.id and c.used_at is null) as left
      from accounts a where id = ${accountId} and deleted_at is null`;
    if (!account) return { outcome: "wrong-code" as const };
    const message = recoveryCodeUsedMessage(account.language, account.left, `${origin}/settings/passkeys`);
    await queueMail(tx, account.email, account.language, message);
    return { outcome: "used" as const };
  });
}

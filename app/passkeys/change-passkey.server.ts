import type { Account } from "#app/accounts/account.ts";
import { passkeyRemovedMessage } from "#app/mail/passkey-messages.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import type { Passkey } from "./passkey.ts";
import { makeRecoveryCodes } from "./recovery-codes.server.ts";

/** The passkeys of an account, the oldest first. */
export async function listPasskeys(accountId: number): Promise<Passkey[]> {
  return sql<Passkey[]>`
    select id, name, added_at as "addedAt", used_at as "usedAt", backed_up as "backedUp" from passkeys
    where account_id = ${accountId} order by id`;
}

/** Whether an account has a passkey. */
export async function hasPasskey(accountId: number): Promise<boolean> {
  const found = await sql`select 1 from passkeys where account_id = ${accountId} limit 1`;
  return found.count === 1;
}

/** Gives a passkey another name. */
export async function renamePasskey(
  accountId: number,
  id: number,
  name: string,
): Promise<{ outcome: "renamed" | "not-found" }> {
  const renamed = await sql`
    update passkeys set name = ${name} where id = ${id} and account_id = ${accountId}`;
  return { outcome: renamed.count === 1 ? "renamed" : "not-found" };
}

/**
 * Removes a passkey and mails its account's address. With the last one goes being asked for one after the password, and
 * the recovery codes, which would recover nothing.
 */
export async function removePasskey(
  account: Account,
  id: number,
  origin: string,
): Promise<{ outcome: "removed" | "not-found" }> {
  return sql.begin(async (tx) => {
    await tx`select 1 from passkey_holders where account_id = ${account.id} for update`;
    const [removed] = await tx<{ name: string }[]>`
      delete from passkeys where id = ${id} and account_id = ${account.id} returning name`;
    if (!removed) return { outcome: "not-found" as const };
    const left = await tx`select 1 from passkeys where account_id = ${account.id} limit 1`;
    if (left.count === 0) {
      await tx`update passkey_holders set asked_after_password = false where account_id = ${account.id}`;
      await tx`delete from recovery_codes where account_id = ${account.id}`;
    }
    const message = passkeyRemovedMessage(account.language, removed.name, `${origin}/settings/passkeys`);
    await queueMail(tx, account.email, account.language, message);
    return { outcome: "removed" as const };
  });
}

/**
 * Has a passkey asked for after the password from now on. Other sessions that were opened without one end, or whoever has
 * the password alone would keep theirs.
 * @returns the recovery codes that were made, to be shown once; null when there were some already
 */
export async function askAfterPassword(
  accountId: number,
  sessionHash: string,
): Promise<{ outcome: "asked"; codes: string[] | null } | { outcome: "no-passkey" }> {
  return sql.begin(async (tx) => {
    const asked = await tx`
      update passkey_holders set asked_after_password = true where account_id = ${accountId}
        and exists (select 1 from passkeys where passkeys.account_id = ${accountId})`;
    if (asked.count === 0) return { outcome: "no-passkey" as const };
    await tx`
      delete from sessions where account_id = ${accountId} and passkey_at is null and id_hash <> ${sessionHash}`;
    const codes = await tx`
      select 1 from recovery_codes where account_id = ${accountId} and used_at is null limit 1`;
    return {
      outcome: "asked" as const,
      codes: codes.count === 0 ? await makeRecoveryCodes(tx, accountId) : null,
    };
  });
}

/** Asks for nothing after the password any more. */
export async function stopAskingAfterPassword(accountId: number): Promise<void> {
  await sql`update passkey_holders set asked_after_password = false where account_id = ${accountId}`;
}

/** Whether an account wants a passkey to be asked for after the password. */
export async function isAskedAfterPassword(accountId: number): Promise<boolean> {
  const found = await sql`
    select 1 from passkey_holders where account_id = ${accountId} and asked_after_password`;
  return found.count === 1;
}

/** Forgets passkeys, recovery codes and half log-ins of an account: it is being deleted, or its owner has lost them. */
export async function forgetPasskeys(tx: Transaction, accountId: number): Promise<void> {
  await tx`delete from begun_log_ins where account_id = ${accountId}`;
  await tx`delete from recovery_codes where account_id = ${accountId}`;
  await tx`delete from passkeys where account_id = ${accountId}`;
  await tx`delete from passkey_holders where account_id = ${accountId}`;
}

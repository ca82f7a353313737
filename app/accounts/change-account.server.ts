import { leaveEveryLetter } from "#app/co-authors/change-co-author.server.ts";
import postgres from "postgres";
import { endOfficialsOf } from "#app/doctrine/mark-official.server.ts";
import { forgetIdentities } from "#app/identity/unlink-identity.server.ts";
import { forgetRepresentative } from "#app/signatures/forget-representative.server.ts";
import { forgetParts } from "#app/moderation/hide-part.server.ts";
import { forgetNameInMails, lockNamesInMails } from "#app/mail/forget-name.server.ts";
import { forgetReportsOf } from "#app/moderation/forget-reporter.server.ts";
import { forgetMarginMentions } from "#app/margin/forget-mentions.server.ts";
import { forgetNotices } from "#app/notices/forget-notices.server.ts";
import { leaveAll } from "#app/organisations/change-member.server.ts";
import { sweepPasskeys } from "#app/passkeys/challenge.server.ts";
import { forgetPasskeys } from "#app/passkeys/change-passkey.server.ts";
import { forgetSignIns } from "#app/sign-ins/forget-sign-ins.server.ts";
import { forgetHeldOf } from "#app/pipeline/hold-comment.server.ts";
import { withdrawSubmissionsOf } from "#app/pipeline/submit-letter.server.ts";
import { forgetMentions } from "#app/discussion/write-mentions.server.ts";
import { forgetWebhooks } from "#app/webhooks/forget-webhooks.server.ts";
import { revokeAllTokens, sweepTokens } from "#app/tokens/own-tokens.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import type { Language } from "#app/languages/language.ts";
import { reviveAddress } from "#app/mail/dead-address.server.ts";
import {
  addressChangesMessage,
  addressTakenMessage,
  changeAddressMessage,
  passwordChangedMessage,
} from "#app/mail/messages.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import type { Account } from "./account.ts";
import { workAsMuch } from "./as-much-work.server.ts";
import { provePassword } from "./log-in.server.ts";
import { hashPassword, hashToken, newToken } from "./secret.server.ts";

/** Changes the public name and the language of mails. */
export async function changeProfile(
  accountId: number,
  profile: { name: string; language: Language },
): Promise<void> {
  await sql`
    update accounts set name = ${profile.name}, language = ${profile.language}
    where id = ${accountId} and deleted_at is null`;
}

/** Changes the language of an account's mails alone, when its owner switches the interface. */
export async function changeLanguage(accountId: number, language: Language): Promise<void> {
  await sql`update accounts set language = ${language} where id = ${accountId} and deleted_at is null`;
}

/** Sets a new password after proof of the old one, and ends every session: the caller opens a new one. */
export async function changePassword(
  account: Account,
  currentPassword: string,
  password: string,
  origin: string,
): Promise<{ outcome: "changed" | "wrong-password" }> {
  if (!(await provePassword(account.id, currentPassword))) return { outcome: "wrong-password" };
  const passwordHash = await hashPassword(password);
  await sql.begin(async (tx) => {
    await tx`update accounts set password_hash = ${passwordHash} where id = ${account.id} and deleted_at is null`;
    await tx`delete from sessions where account_id = ${account.id}`;
    await revokeAllTokens(tx, account.id);
    await tx`delete from account_tokens where account_id = ${account.id}`;
    // The link of joining opens a session once more if it is clicked twice.
    await tx`delete from joins where email = ${account.email}`;
    await queueMail(
      tx,
      account.email,
      account.language,
      passwordChangedMessage(account.language, `${origin}/forgotten-password`),
    );
  });
  return { outcome: "changed" };
}

/**
 * Mails a link to the new address, and a warning to the old one. The address changes when the link is used.
 * That the new address is another account's changes nothing of what the caller sees.
 */
export async function requestAddressChange(
  account: Account,
  currentPassword: string,
  newEmail: string,
  origin: string,
): Promise<{ outcome: "mailed" | "wrong-password" }> {
  if (!(await provePassword(account.id, currentPassword))) return { outcome: "wrong-password" };
  const token = newToken();
  await sql.begin(async (tx) => {
    // Before anything depends on whether the new address is taken: the caller reads the old mailbox too.
    await tx`delete from account_tokens where account_id = ${account.id} and purpose = 'change-address'`;
    await queueMail(
      tx,
      account.email,
      account.language,
      addressChangesMessage(account.language, `${origin}/settings`),
    );
    const [taken] = await tx<{ language: Language }[]>`
      select language from accounts where email = ${newEmail} and id <> ${account.id}`;
    if (taken) {
      await workAsMuch(tx, 1);
      return queueMail(tx, newEmail, taken.language, addressTakenMessage(taken.language, `${origin}/login`));
    }
    await tx`
      insert into account_tokens (token_hash, account_id, purpose, new_email, expires_at)
      values (${hashToken(token)}, ${account.id}, 'change-address', ${newEmail}, now() + interval '24 hours')`;
    await queueMail(
      tx,
      newEmail,
      account.language,
      changeAddressMessage(account.language, `${origin}/confirm-address/${token}`),
    );
  });
  return { outcome: "mailed" };
}

/** The new address that a link confirms, or null when the link is unknown or too old. */
export async function readAddressChange(token: string): Promise<{ newEmail: string } | null> {
  const [row] = await sql<{ new_email: string }[]>`
    select new_email from account_tokens
    where token_hash = ${hashToken(token)} and purpose = 'change-address' and expires_at > now()`;
  return row ? { newEmail: row.new_email } : null;
}

/** Makes the confirmed address the account's and ends every session. */
export async function confirmAddressChange(token: string): Promise<{ outcome: "changed" | "unknown-token" }> {
  try {
    return await sql.begin(async (tx) => {
      const [used] = await tx<{ account_id: number; new_email: string }[]>`
        delete from account_tokens
        where token_hash = ${hashToken(token)} and purpose = 'change-address' and expires_at > now()
        returning account_id, new_email`;
      if (!used) return { outcome: "unknown-token" as const };
      await tx`update accounts set email = ${used.new_email} where id = ${used.account_id} and deleted_at is null`;
      await tx`delete from sessions where account_id = ${used.account_id}`;
      await revokeAllTokens(tx, used.account_id);
      // A link for a new password that went to the old address must not open the account that has left it.
      await tx`delete from account_tokens where account_id = ${used.account_id}`;
      // A link by which somebody else joined with this address must not open what is now this account.
      await tx`delete from joins where email = ${used.new_email}`;
      // The mail with the link has arrived there.
      await reviveAddress(used.new_email, tx);
      return { outcome: "changed" as const };
    });
  } catch (fault) {
    // Somebody joined with that address meanwhile (unique_violation).
    if (fault instanceof postgres.PostgresError && fault.code === "23505")
      return { outcome: "unknown-token" };
    throw fault;
  }
}

/**
 * Deletes an account: address, name, password, passkeys, sessions, links and drafts go. Published letters and comments
 * stay as part of a public record, without the name.
 * @param proved whether the password or a passkey was shown in this session just now (isProved): then no password is needed
 */
export async function deleteAccount(
  account: Account,
  currentPassword: string,
  proved = false,
): Promise<{ outcome: "deleted" | "wrong-password" }> {
  if (!proved && !(await provePassword(account.id, currentPassword))) return { outcome: "wrong-password" };
  await sql.begin((tx) => eraseAccount(tx, account));
  return { outcome: "deleted" };
}

/**
 * Deletes an account whose owner has proved to be it, in the caller's transaction. Published letters, their versions and
 * comments stay; a name that others called it by in a comment goes, and so does its name in mails to others.
 */
export async function eraseAccount(tx: Transaction, account: { id: number; email: string }): Promise<void> {
  await lockNamesInMails(tx, "alone");
  // First: whoever is writing to the account, a digest say, is done or finds it gone.
  const [known] = await tx<{ name: string | null }[]>`
    select name from accounts where id = ${account.id} for update`;
  // Before the links go: a link on its way to a new address goes with them.
  await tx`
    delete from mails where to_address = ${account.email} or to_address in (
      select new_email from account_tokens where account_id = ${account.id})`;
  if (known?.name) await forgetNameInMails(tx, known.name);
  await forgetMentions(tx, account.id);
  await forgetHeldOf(tx, account.id);
  await withdrawSubmissionsOf(tx, account.id);
  await forgetParts(tx, { accountId: account.id });
  await forgetMarginMentions(tx, account.id);
  await tx`
    update accounts set email = null, name = null, password_hash = null, role = 'member', deleted_at = now()
    where id = ${account.id} and deleted_at is null`;
  await tx`delete from sessions where account_id = ${account.id}`;
  await revokeAllTokens(tx, account.id);
  await tx`delete from account_tokens where account_id = ${account.id}`;
  await tx`delete from joins where email = ${account.email}`;
  await forgetPasskeys(tx, account.id);
  await forgetWebhooks(tx, account.id);
  await forgetSignIns(tx, account.id);
  await forgetNotices(tx, account.id);
  await forgetReportsOf(tx, account.email, account.id);
  await forgetRepresentative(tx, account.id);
  await leaveAll(tx, account.id, account.email);
  await endOfficialsOf(tx, account.id);
  await forgetIdentities(tx, account.id);
  await leaveEveryLetter(tx, account.id, account.email);
  await tx`delete from letter_revisions where edited_by = ${account.id}`;
}

/** Removes what has run out: sessions, personal tokens, links, wishes to join, challenges to passkeys. A job calls it every hour. @returns how many */
export async function sweepAccounts(): Promise<number> {
  const sessions = await sql`delete from sessions where expires_at <= now()`;
  const tokens = await sql`delete from account_tokens where expires_at <= now()`;
  const joins = await sql`delete from joins where expires_at <= now()`;
  return sessions.count + tokens.count + joins.count + (await sweepPasskeys()) + (await sweepTokens());
}

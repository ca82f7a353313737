import { sql } from "#db/sql.ts";
import type { Language } from "#app/languages/language.ts";
import { passwordChangedMessage, resetPasswordMessage } from "#app/mail/messages.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { revokeAllTokens } from "#app/tokens/own-tokens.server.ts";
import { workAsMuch } from "./as-much-work.server.ts";
import { hashPassword, hashToken, newToken } from "./secret.server.ts";

/** Mails a link to choose a new password, good for an hour, if the address is an account's; says nothing of it, by the work neither. */
export async function requestPasswordReset(email: string, origin: string): Promise<void> {
  const token = newToken();
  await sql.begin(async (tx) => {
    const [account] = await tx<{ id: number; language: Language }[]>`
      select id, language from accounts where email = ${email} and deleted_at is null`;
    if (!account) return workAsMuch(tx, 2);
    await tx`
      insert into account_tokens (token_hash, account_id, purpose, expires_at)
      values (${hashToken(token)}, ${account.id}, 'reset-password', now() + interval '1 hour')`;
    await queueMail(
      tx,
      email,
      account.language,
      resetPasswordMessage(account.language, `${origin}/reset-password/${token}`),
    );
  });
}

/** Whether a link to choose a new password still works. */
export async function canResetPassword(token: string): Promise<boolean> {
  const found = await sql`
    select 1 from account_tokens
    where token_hash = ${hashToken(token)} and purpose = 'reset-password' and expires_at > now()`;
  return found.count === 1;
}

/** Sets a new password by a mailed link. Every session and every open link of the account ends. */
export async function resetPassword(
  token: string,
  password: string,
  origin: string,
): Promise<{ outcome: "reset"; accountId: number } | { outcome: "unknown-token" }> {
  const passwordHash = await hashPassword(password);
  return sql.begin(async (tx) => {
    const [used] = await tx<{ account_id: number }[]>`
      delete from account_tokens
      where token_hash = ${hashToken(token)} and purpose = 'reset-password' and expires_at > now()
      returning account_id`;
    if (!used) return { outcome: "unknown-token" as const };
    const [account] = await tx<{ email: string; language: Language }[]>`
      update accounts set password_hash = ${passwordHash}
      where id = ${used.account_id} and deleted_at is null returning email, language`;
    if (!account) return { outcome: "unknown-token" as const };
    await tx`delete from account_tokens where account_id = ${used.account_id}`;
    await tx`delete from sessions where account_id = ${used.account_id}`;
    await revokeAllTokens(tx, used.account_id);
    // The link of joining opens a session once more if it is clicked twice.
    await tx`delete from joins where email = ${account.email}`;
    await queueMail(
      tx,
      account.email,
      account.language,
      passwordChangedMessage(account.language, `${origin}/forgotten-password`),
    );
    return { outcome: "reset" as const, accountId: used.account_id };
  });
}

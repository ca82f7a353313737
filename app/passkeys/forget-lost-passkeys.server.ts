import type { Account } from "#app/accounts/account.ts";
import { recordAct } from "#app/administration/record-act.server.ts";
import type { Language } from "#app/languages/language.ts";
import { passkeysForgottenMessage } from "#app/mail/passkey-messages.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { sql } from "#db/sql.ts";
import { forgetPasskeys } from "./change-passkey.server.ts";

/**
 * Takes from an account, by an administrator, the passkeys and recovery codes that its owner has lost: the password alone
 * logs in from now on. Every session ends, for whoever asked may not be the owner, and the owner is mailed. An
 * administrator's own passkeys go by their settings, where they are proved.
 * @returns `none` when the account has no passkey
 */
export async function forgetLostPasskeys(
  by: Account,
  accountId: number,
  origin: string,
): Promise<{ outcome: "forgotten" | "none" | "own" | "not-found" | "forbidden" }> {
  if (by.role !== "admin") return { outcome: "forbidden" };
  if (by.id === accountId) return { outcome: "own" };
  return sql.begin(async (tx) => {
    const [account] = await tx<{ email: string; language: Language }[]>`
      select email, language from accounts where id = ${accountId} and deleted_at is null for update`;
    if (!account) return { outcome: "not-found" as const };
    const had = await tx`select 1 from passkeys where account_id = ${accountId} limit 1`;
    if (had.count === 0) return { outcome: "none" as const };
    await forgetPasskeys(tx, accountId);
    await tx`delete from sessions where account_id = ${accountId}`;
    await recordAct(tx, by, "passkeys-forgotten", { accountId });
    const message = passkeysForgottenMessage(account.language, `${origin}/settings/passkeys`);
    await queueMail(tx, account.email, account.language, message);
    return { outcome: "forgotten" as const };
  });
}

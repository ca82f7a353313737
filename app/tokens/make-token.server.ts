import postgres from "postgres";
import type { Account } from "#app/accounts/account.ts";
import { hashToken } from "#app/accounts/secret.server.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { tokenMadeMessage } from "#app/mail/token-messages.ts";
import { sql } from "#db/sql.ts";
import { type TokenForm, tokenLimits } from "./token.ts";
import { newTokenText } from "./token-text.server.ts";

/**
 * Makes a token of an account and mails its address that there is one more.
 * @returns the token, to be shown once; `known-name` when another one has the name already (the same form sent twice),
 *   `too-many` when there are twenty
 */
export async function makeToken(
  account: Account,
  { name, scopes, days }: TokenForm,
  origin: string,
): Promise<{ outcome: "made"; token: string } | { outcome: "known-name" | "too-many" }> {
  const token = newTokenText();
  try {
    return await sql.begin(async (tx) => {
      // One at a time, so that two do not pass the limit together.
      await tx`select pg_advisory_xact_lock(hashtextextended('tokens by account', ${account.id}))`;
      const [{ count } = { count: 0 }] = await tx<{ count: number }[]>`
        select count(*)::int as count from personal_tokens where account_id = ${account.id} and expires_at > now()`;
      if (count >= tokenLimits.each) return { outcome: "too-many" as const };
      // One that has run out keeps no name.
      await tx`delete from personal_tokens where account_id = ${account.id} and expires_at <= now()`;
      await tx`
        insert into personal_tokens (account_id, token_hash, name, scopes, expires_at)
        values (${account.id}, ${hashToken(token)}, ${name}, ${scopes}, now() + make_interval(days => ${days}))`;
      const message = tokenMadeMessage(account.language, name, `${origin}/settings/tokens`);
      await queueMail(tx, account.email, account.language, message);
      return { outcome: "made" as const, token };
    });
  } catch (fault) {
    if (
      fault instanceof postgres.PostgresError &&
      fault.constraint_name === "personal_tokens_account_id_name_key"
    )
      return { outcome: "known-name" };
    throw fault;
  }
}

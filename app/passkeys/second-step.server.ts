import type { Role } from "#app/accounts/account.ts";
import { hashToken, newToken } from "#app/accounts/secret.server.ts";
import { readRunningSettings } from "#app/administration/read-settings.server.ts";
import { sql } from "#db/sql.ts";

/**
 * What an account's passkeys are for: `asked` after each other way to log in, because its holder wants it or its role has
 * to; `missing` when its role has to and there is none; `free` when showing one is its holder's choice.
 */
export async function standingOf(accountId: number): Promise<"asked" | "missing" | "free"> {
  const [account] = await sql<{ role: Role; wanted: boolean; has: boolean }[]>`
    select a.role, coalesce(h.asked_after_password, false) as wanted,
      exists (select 1 from passkeys p where p.account_id = a.id) as has
    from accounts a left join passkey_holders h on h.account_id = a.id
    where a.id = ${accountId} and a.deleted_at is null`;
  if (!account) return "free";
  const required = account.role !== "member" && (await readRunningSettings()).passkeysRequired;
  if (account.has) return account.wanted || required ? "asked" : "free";
  return required ? "missing" : "free";
}

/**
 * Notes that this browser showed the first of two proofs, for ten minutes: what is known of it stays here, and the browser
 * gets a random name for it. No session is opened.
 * @returns the token for the browser's cookie
 */
export async function beginLogIn(accountId: number, next: string): Promise<string> {
  const browser = newToken();
  await sql`
    insert into begun_log_ins (browser_hash, account_id, next, expires_at)
    values (${hashToken(browser)}, ${accountId}, ${next.length > 2000 ? "/" : next}, now() + interval '10 minutes')`;
  return browser;
}

/** Who began to log in with this browser, and where they want to go; null when nobody did, or too long ago. */
export async function readBegun(
  browser: string | undefined,
): Promise<{ accountId: number; next: string } | null> {
  if (!browser) return null;
  const [begun] = await sql<{ accountId: number; next: string }[]>`
    select account_id as "accountId", next from begun_log_ins
    where browser_hash = ${hashToken(browser)} and expires_at > now()`;
  return begun ?? null;
}

/** Ends what a browser began: it is done, or given up. @returns whether it was there: two answers at once open one session */
export async function endBegun(browser: string): Promise<boolean> {
  const ended = await sql`
    delete from begun_log_ins where browser_hash = ${hashToken(browser)} and expires_at > now()`;
  return ended.count === 1;
}

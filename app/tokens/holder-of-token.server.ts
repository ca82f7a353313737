import type { Account } from "#app/accounts/account.ts";
import { hashToken } from "#app/accounts/secret.server.ts";
import { restrictionNow } from "#app/moderation/restriction.server.ts";
import { sql } from "#db/sql.ts";
import type { Scope } from "./token.ts";
import { isTokenText } from "./token-text.server.ts";

/** Who acts by a token, and what it lets them do. The role is a member's: a token moderates and administers nothing. */
export type Holder = { account: Account; tokenId: number; scopes: Scope[] };

/**
 * Whose token this is; null when it is none, ran out, was revoked, or moderation barred its account. Its last use is noted
 * by the day, so that a busy token writes once a day.
 */
export async function holderOfToken(token: string): Promise<Holder | null> {
  if (!isTokenText(token)) return null;
  const [found] = await sql<
    (Omit<Account, "role"> & { tokenId: number; scopes: Scope[]; usedToday: boolean })[]
  >`
    select a.id, a.email, a.name, a.language, t.id as "tokenId", t.scopes,
      t.used_on is not distinct from (now() at time zone 'Europe/Paris')::date as "usedToday"
    from personal_tokens t join accounts a on a.id = t.account_id
    where t.token_hash = ${hashToken(token)} and t.expires_at > now() and a.deleted_at is null`;
  if (!found) return null;
  const restriction = await restrictionNow(found.id);
  if (restriction && restriction.until === null) return null;
  const { tokenId, scopes, usedToday, ...account } = found;
  if (!usedToday)
    await sql`
      update personal_tokens set used_on = (now() at time zone 'Europe/Paris')::date where id = ${tokenId}`;
  return { account: { ...account, role: "member" }, tokenId, scopes };
}

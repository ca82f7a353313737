import { type Queryable, sql } from "#db/sql.ts";
import type { PersonalToken } from "./token.ts";

/** The tokens of an account that are good, the newest first. */
export async function listTokens(accountId: number): Promise<PersonalToken[]> {
  return sql<PersonalToken[]>`
    select id, name, scopes, made_at as "madeAt", expires_at as "expiresAt", used_on as "usedOn" from personal_tokens
    where account_id = ${accountId} and expires_at > now() order by id desc`;
}

/** Ends a token of an account; ending it twice is as once. What is kept of it goes with it. */
export async function revokeToken(accountId: number, id: number): Promise<void> {
  await sql`delete from personal_tokens where id = ${id} and account_id = ${accountId}`;
}

/** Ends every token of an account, where its sessions end because somebody else may know its secrets, or it is gone. */
export async function revokeAllTokens(db: Queryable, accountId: number): Promise<void> {
  await db`delete from personal_tokens where account_id = ${accountId}`;
}

/** Removes tokens that ran out. @returns how many */
export async function sweepTokens(): Promise<number> {
  const swept = await sql`delete from personal_tokens where expires_at <= now()`;
  return swept.count;
}

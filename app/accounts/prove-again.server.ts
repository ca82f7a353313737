import { sql } from "#db/sql.ts";
import { provePassword } from "./log-in.server.ts";

/** Whether whoever has this session showed the password again during the last ten minutes. */
export async function isProved(accountId: number, sessionHash: string): Promise<boolean> {
  const [session] = await sql`
    select 1 from sessions
    where id_hash = ${sessionHash} and account_id = ${accountId} and proved_at > now() - interval '10 minutes'`;
  return session !== undefined;
}

/** Takes the password once more, and does not ask this session for it again for ten minutes. */
export async function proveAgain(
  accountId: number,
  sessionHash: string,
  password: string,
): Promise<{ outcome: "proved" | "wrong-password" }> {
  if (!(await provePassword(accountId, password))) return { outcome: "wrong-password" };
  await sql`
    update sessions set proved_at = now() where id_hash = ${sessionHash} and account_id = ${accountId}`;
  return { outcome: "proved" };
}

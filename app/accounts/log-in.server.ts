import { sql } from "#db/sql.ts";
import { logSecurity } from "#app/server/log.ts";
import { verifyPassword } from "./secret.server.ts";

/** Checks address and password; unknown address and wrong password are one outcome and take equally long. */
export async function logIn(
  email: string,
  password: string,
): Promise<{ outcome: "logged-in"; accountId: number } | { outcome: "wrong-credentials" }> {
  const [account] = await sql<{ id: number; password_hash: string }[]>`
    select id, password_hash from accounts where email = ${email} and deleted_at is null`;
  const right = await verifyPassword(account?.password_hash, password);
  if (right && account) return { outcome: "logged-in", accountId: account.id };
  logSecurity("password-refused", { account: account?.id ?? null, way: "log-in" });
  return { outcome: "wrong-credentials" };
}

/** Whether `password` is the account's: asked again before something that cannot be taken back. */
export async function provePassword(accountId: number, password: string): Promise<boolean> {
  const [account] = await sql<{ password_hash: string }[]>`
    select password_hash from accounts where id = ${accountId} and deleted_at is null`;
  const right = await verifyPassword(account?.password_hash, password);
  if (!right) logSecurity("password-refused", { account: accountId, way: "again" });
  return right;
}

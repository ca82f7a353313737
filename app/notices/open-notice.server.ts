import { sql } from "#db/sql.ts";
import { readNotices } from "./read-notices.server.ts";

/**
 * Marks a notice as read. Opening it again changes nothing.
 * @returns our own path of what it is about
 */
export async function openNotice(
  accountId: number,
  id: number,
): Promise<{ outcome: "opened"; path: string } | { outcome: "not-found" }> {
  await sql`
    update notices set read_at = now() where id = ${id} and account_id = ${accountId} and read_at is null`;
  const [notice] = await readNotices(sql, sql`n.id = ${id} and n.account_id = ${accountId}`);
  return notice ? { outcome: "opened", path: notice.path } : { outcome: "not-found" };
}

/** Marks everything that an account was told up to a notice as read: what came since it looked stays unread. */
export async function readAll(accountId: number, upTo: number): Promise<void> {
  await sql`
    update notices set read_at = now() where account_id = ${accountId} and id <= ${upTo} and read_at is null`;
}

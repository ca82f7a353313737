import { sql } from "#db/sql.ts";
import type { SignIn } from "./sign-in.ts";

const perPage = 50;

/**
 * The times somebody logged in to an account, the newest first.
 * @param before the id below which the page begins, null for the first one
 */
export async function listSignIns(
  accountId: number,
  before: number | null,
): Promise<{ signIns: SignIn[]; next: number | null }> {
  const rows = await sql<SignIn[]>`
    select id, at, way, browser, system, network from sign_ins
    where account_id = ${accountId} and (${before}::bigint is null or id < ${before})
    order by id desc limit ${perPage + 1}`;
  const signIns = rows.slice(0, perPage);
  return { signIns, next: rows.length > perPage ? (signIns.at(-1)?.id ?? null) : null };
}

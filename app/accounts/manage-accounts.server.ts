import { recordAct } from "#app/administration/record-act.server.ts";
import { revokeAllTokens } from "#app/tokens/own-tokens.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import type { Account, Role } from "./account.ts";

/** An account as administrators see it. */
export type ManagedAccount = {
  id: number;
  name: string;
  email: string;
  role: Role;
  createdAt: Date;
  sessions: number;
  passkeys: number;
};

const perPage = 50;

/** How many sessions and passkeys an account `a` has. */
const held = () => sql`
  (select count(*)::int from sessions s where s.account_id = a.id and s.expires_at > now()) as sessions,
  (select count(*)::int from passkeys p where p.account_id = a.id) as passkeys`;

/**
 * Accounts by a part of their name, or by an address typed in full, the newest first; with nothing typed, all of them.
 * @param before the id below which the page begins, null for the first one
 * @param role only those with this role, null for all
 */
export async function searchAccounts(
  typed: string,
  role: Role | null,
  before: number | null,
): Promise<{ accounts: ManagedAccount[]; next: number | null }> {
  const words = typed.trim().toLowerCase();
  const pattern = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await sql<ManagedAccount[]>`
    select a.id, a.name, a.email, a.role, a.created_at as "createdAt",
      ${held()}
    from accounts a
    where a.deleted_at is null and (a.email = ${words} or lower(a.name) like ${pattern})
      and (${role}::text is null or a.role = ${role}) and (${before}::bigint is null or a.id < ${before})
    order by a.id desc limit ${perPage + 1}`;
  const accounts = rows.slice(0, perPage);
  return { accounts, next: rows.length > perPage ? (accounts.at(-1)?.id ?? null) : null };
}

/** One account; null when there is none or it is deleted. */
export async function readManagedAccount(id: number): Promise<ManagedAccount | null> {
  const [account] = await sql<ManagedAccount[]>`
    select a.id, a.name, a.email, a.role, a.created_at as "createdAt",
      ${held()}
    from accounts a where a.id = ${id} and a.deleted_at is null`;
  return account ?? null;
}

/** One change of roles at a time: two administrators who demote each other must not both succeed. */
const roleLock = 7_214_002;

/**
 * Gives an account another role and ends its sessions: what one may do changes with a new session only. To give the
 * role that it has changes nothing.
 * @returns `last-admin` when nobody else would be left to administrate
 */
export async function giveRole(
  by: Account,
  accountId: number,
  role: Role,
): Promise<{ outcome: "changed" | "unchanged" | "not-found" | "last-admin" | "forbidden" }> {
  if (by.role !== "admin") return { outcome: "forbidden" };
  return sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${roleLock})`;
    // Whoever was demoted while waiting for the lock may no longer.
    const [still] =
      await tx`select 1 from accounts where id = ${by.id} and role = 'admin' and deleted_at is null`;
    if (!still) return { outcome: "forbidden" as const };
    const [account] = await tx<{ role: Role }[]>`
      select role from accounts where id = ${accountId} and deleted_at is null for update`;
    if (!account) return { outcome: "not-found" as const };
    if (account.role === role) return { outcome: "unchanged" as const };
    if (account.role === "admin" && (await countAdmins(tx)) < 2) return { outcome: "last-admin" as const };
    await tx`update accounts set role = ${role} where id = ${accountId}`;
    await tx`delete from sessions where account_id = ${accountId}`;
    await recordAct(tx, by, "role-changed", { accountId, changes: { role: [account.role, role] } });
    return { outcome: "changed" as const };
  });
}

async function countAdmins(tx: Transaction): Promise<number> {
  const admins = await tx`select 1 from accounts where role = 'admin' and deleted_at is null limit 2`;
  return admins.count;
}

/** Ends every session of an account: whoever holds one of them must log in anew. */
export async function endSessions(
  by: Account,
  accountId: number,
): Promise<{ outcome: "ended" | "not-found" | "forbidden" }> {
  if (by.role !== "admin") return { outcome: "forbidden" };
  return sql.begin(async (tx) => {
    const known = await tx`select 1 from accounts where id = ${accountId} and deleted_at is null`;
    if (known.count === 0) return { outcome: "not-found" as const };
    await tx`delete from sessions where account_id = ${accountId}`;
    await revokeAllTokens(tx, accountId);
    await recordAct(tx, by, "sessions-ended", { accountId });
    return { outcome: "ended" as const };
  });
}

/** How many accounts have each role. */
export async function countAccounts(): Promise<{ role: Role; count: number }[]> {
  return sql<{ role: Role; count: number }[]>`
    select role, count(*)::int as count from accounts where deleted_at is null group by role`;
}

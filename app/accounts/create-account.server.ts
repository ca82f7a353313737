import { sql } from "#db/sql.ts";
import type { Language } from "#app/languages/language.ts";
import type { Role } from "./account.ts";
import { hashPassword } from "./secret.server.ts";

/** The role of the account with this address, or null when there is none. */
export async function findRole(email: string): Promise<Role | null> {
  const [account] = await sql<{ role: Role }[]>`
    select role from accounts where email = ${email} and deleted_at is null`;
  return account?.role ?? null;
}

/**
 * Makes an account whose address nobody has to confirm: whoever runs the command vouches for it. Joining under
 * way with this address ends, or its old link would still lead somewhere.
 */
export async function createAccount(wish: {
  email: string;
  name: string;
  password: string;
  role: Role;
  language: Language;
}): Promise<{ outcome: "created" | "exists" }> {
  const passwordHash = await hashPassword(wish.password);
  return sql.begin(async (tx) => {
    const created = await tx`
      insert into accounts (email, name, password_hash, language, role)
      values (${wish.email}, ${wish.name}, ${passwordHash}, ${wish.language}, ${wish.role})
      on conflict (email) do nothing`;
    if (created.count === 0) return { outcome: "exists" as const };
    await tx`delete from joins where email = ${wish.email}`;
    return { outcome: "created" as const };
  });
}

/** Gives an account another role and ends its sessions: what one may do changes with a new session only. */
export async function changeRole(
  email: string,
  role: Role,
): Promise<{ outcome: "changed" | "unchanged" | "not-found" }> {
  const [changed] = await sql<{ id: number }[]>`
    with changed as (
      update accounts set role = ${role}
      where email = ${email} and deleted_at is null and role <> ${role}
      returning id
    ), ended as (delete from sessions where account_id in (select id from changed))
    select id from changed`;
  if (changed) return { outcome: "changed" };
  return { outcome: (await findRole(email)) === null ? "not-found" : "unchanged" };
}

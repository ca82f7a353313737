import type { Account } from "#app/accounts/account.ts";
import { markAccount } from "#app/doctrine/mark-official.server.ts";
import { sql } from "#db/sql.ts";
import { logInAt } from "../asking.ts";
import { makeAccount, password } from "../made-up.ts";

/** Whom an address may be asked by; each but the stranger has a session of their own. */
export const roles = [
  "stranger",
  "other",
  "author",
  "owner",
  "member",
  "official",
  "areaModerator",
  "moderator",
  "admin",
] as const;
export type Role = (typeof roles)[number];

/** What the people around a place are of, by their addresses: see test/server/route-access.ts. */
export type Place = { letters: string[]; organisation: string; text: string };

/**
 * Makes somebody of each role around a place and logs them in: an author writes its letters along, an owner and a
 * member belong to its organisation, an official answers for its text, a moderator of an area was named for the
 * letter and the text. Nobody has two roles.
 * @returns their Cookie headers
 */
export async function makePeople(
  url: string,
  { letters, organisation, text }: Place,
): Promise<Record<Role, string>> {
  const made = {} as Record<Exclude<Role, "stranger">, Account>;
  for (const role of roles) {
    if (role === "stranger") continue;
    const email = `attack-${role.toLowerCase()}@example.org`;
    const power = role === "moderator" || role === "admin" ? role : "member";
    made[role] = await makeAccount({ email, name: `Attack ${role}`, role: power });
  }
  await sql`
    insert into co_authors (letter_id, account_id, role)
    select id, ${made.author.id}, 'author' from letters where slug = any(${letters})`;
  for (const role of ["owner", "member"] as const)
    await sql`
      insert into organisation_members (organisation_id, account_id, role)
      select id, ${made[role].id}, ${role} from organisations where slug = ${organisation}`;
  await sql`
    insert into moderation_areas (account_id, letter_id, named_by)
    select ${made.areaModerator.id}, id, ${made.admin.id} from letters where slug = any(${letters})`;
  await sql`
    insert into moderation_areas (account_id, text_id, named_by)
    select ${made.areaModerator.id}, id, ${made.admin.id} from doctrine_texts where slug = ${text}`;
  const [found] = await sql<{ id: number }[]>`select id from doctrine_texts where slug = ${text}`;
  await markAccount(found?.id ?? 0, made.admin, made.official.email);
  const cookies = { stranger: "" } as Record<Role, string>;
  for (const [role, { email }] of Object.entries(made))
    cookies[role as Role] = await logInAt(url, { email, password });
  return cookies;
}

import type { Account } from "#app/accounts/account.ts";
import { hashToken } from "#app/accounts/secret.server.ts";
import { speaksFor } from "#app/organisations/read-organisation.server.ts";
import { sql } from "#db/sql.ts";
import { type CoAuthorRole, coAuthorRoles } from "./co-author.ts";
import { recordEvent } from "./record-event.server.ts";

type Found = {
  letterId: number;
  slug: string;
  title: string;
  language: "en" | "fr";
  role: CoAuthorRole;
  inviter: string | null;
  email: string | null;
  organisationId: number | null;
  organisation: string | null;
};

/** An invitation as its page shows it to whoever has its link. */
export type CoAuthorInvitation = Pick<
  Found,
  "slug" | "title" | "language" | "role" | "inviter" | "organisation"
> & {
  /** It was made for this account: for its address, or for an organisation that it speaks for. */
  mine: boolean;
};

const isFor = async ({ email, organisationId }: Found, account: Account) =>
  organisationId === null ? email === account.email : await speaksFor(organisationId, account.id);

async function find(token: string): Promise<Found | undefined> {
  const [found] = await sql<Found[]>`
    select i.letter_id as "letterId", l.slug, l.title, l.language, i.role, a.name as inviter, i.email,
      i.organisation_id as "organisationId", o.name as organisation
    from co_author_invitations i
    join letters l on l.id = i.letter_id
    join accounts a on a.id = i.invited_by
    left join organisations o on o.id = i.organisation_id
    where i.token_hash = ${hashToken(token)} and i.expires_at > now()`;
  return found;
}

/** The invitation behind a mail's link, or null when it is unknown, used, taken back or too old. Reading changes nothing. */
export async function readInvitation(
  token: string,
  account: Account | null,
): Promise<CoAuthorInvitation | null> {
  const found = await find(token);
  if (!found) return null;
  const { slug, title, language, role, inviter, organisation } = found;
  const mine = account !== null && (await isFor(found, account));
  return { slug, title, language, role, inviter, organisation, mine };
}

/**
 * Makes the account a co-author in the invitation's role. Who is one already keeps the stronger of the two roles.
 * @returns `not-yours` when it was made for another address or organisation
 */
export async function acceptInvitation(
  token: string,
  account: Account,
): Promise<{ outcome: "joined"; slug: string } | { outcome: "unknown-token" | "not-yours" }> {
  const found = await find(token);
  if (!found) return { outcome: "unknown-token" };
  if (!(await isFor(found, account))) return { outcome: "not-yours" };
  const { letterId, slug, role, organisationId } = found;
  return sql.begin(async (tx) => {
    await tx`select 1 from letters where id = ${letterId} for update`;
    const used = await tx`
      delete from co_author_invitations where token_hash = ${hashToken(token)} and expires_at > now()`;
    if (used.count === 0) return { outcome: "unknown-token" as const };
    const weaker = coAuthorRoles.slice(coAuthorRoles.indexOf(role) + 1);
    const joined = await tx`
      insert into co_authors as c (letter_id, account_id, role, organisation_id)
      values (${letterId}, ${account.id}, ${role}, ${organisationId})
      on conflict (letter_id, account_id) do update
        set role = excluded.role, organisation_id = coalesce(excluded.organisation_id, c.organisation_id)
        where c.role = any(${weaker})`;
    if (joined.count > 0) await recordEvent(tx, letterId, account.id, "joined", { role, organisationId });
    return { outcome: "joined" as const, slug };
  });
}

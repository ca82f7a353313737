import { hashToken, newToken } from "#app/accounts/secret.server.ts";
import type { Account } from "#app/accounts/account.ts";
import type { Language } from "#app/languages/language.ts";
import { invitationMessage } from "#app/mail/messages.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { sql } from "#db/sql.ts";
import { lockForManager } from "./manage.server.ts";
import type { MemberRole, Organisation } from "./organisation.ts";
import { recordEvent } from "./record-event.server.ts";

/**
 * Mails an invitation, good for 14 days, that takes the place of an earlier one to the same address. Whether the
 * address has an account, or is a member's already, changes nothing of what the caller sees.
 */
export async function inviteMember(
  organisation: Pick<Organisation, "id" | "name">,
  by: Account,
  { email, role }: { email: string; role: MemberRole },
  origin: string,
): Promise<{ outcome: "mailed" | "forbidden" }> {
  const token = newToken();
  return sql.begin(async (tx) => {
    if (!(await lockForManager(tx, organisation.id, by))) return { outcome: "forbidden" as const };
    await tx`
      insert into organisation_invitations (token_hash, organisation_id, email, role, invited_by, expires_at)
      values (${hashToken(token)}, ${organisation.id}, ${email}, ${role}, ${by.id}, now() + interval '14 days')
      on conflict (organisation_id, email) do update set token_hash = excluded.token_hash, role = excluded.role,
        invited_by = excluded.invited_by, created_at = now(), expires_at = excluded.expires_at`;
    await recordEvent(tx, organisation.id, by.id, "invited", { role });
    const [known] = await tx<{ language: Language }[]>`select language from accounts where email = ${email}`;
    const language = known?.language ?? by.language;
    const values = { inviter: by.name, organisation: organisation.name };
    await queueMail(
      tx,
      email,
      language,
      invitationMessage(language, values, role, `${origin}/invitations/${token}`),
    );
    return { outcome: "mailed" as const };
  });
}

/** Takes an invitation back; its link does nothing any more. */
export async function cancelInvitation(
  organisationId: number,
  by: Account,
  email: string,
): Promise<{ outcome: "cancelled" | "forbidden" }> {
  return sql.begin(async (tx) => {
    if (!(await lockForManager(tx, organisationId, by))) return { outcome: "forbidden" as const };
    const gone = await tx`
      delete from organisation_invitations where organisation_id = ${organisationId} and email = ${email}`;
    if (gone.count > 0) await recordEvent(tx, organisationId, by.id, "uninvited");
    return { outcome: "cancelled" as const };
  });
}

export type Invitation = {
  organisationId: number;
  slug: string;
  name: string;
  role: MemberRole;
  inviter: string | null;
  email: string;
};

/** The invitation behind a mail's link, or null when it is unknown, used, taken back or too old. Reading changes nothing. */
export async function readInvitation(token: string): Promise<Invitation | null> {
  const [invitation] = await sql<Invitation[]>`
    select o.id as "organisationId", o.slug, o.name, i.role, i.email, a.name as inviter
    from organisation_invitations i
    join organisations o on o.id = i.organisation_id
    join accounts a on a.id = i.invited_by
    where i.token_hash = ${hashToken(token)} and i.expires_at > now()`;
  return invitation ?? null;
}

/**
 * Makes the account a member in the invitation's role. The invitation was made for a mailbox: another account cannot
 * use its link. Who is a member already keeps the role they have.
 */
export async function acceptInvitation(
  token: string,
  account: Account,
): Promise<{ outcome: "joined"; slug: string } | { outcome: "unknown-token" | "another-address" }> {
  return sql.begin(async (tx) => {
    const [invitation] = await tx<
      { organisation_id: number; email: string; role: MemberRole; slug: string }[]
    >`
      select i.organisation_id, i.email, i.role, o.slug
      from organisation_invitations i join organisations o on o.id = i.organisation_id
      where i.token_hash = ${hashToken(token)} and i.expires_at > now() for update of i`;
    if (!invitation) return { outcome: "unknown-token" as const };
    if (invitation.email !== account.email) return { outcome: "another-address" as const };
    await tx`delete from organisation_invitations where token_hash = ${hashToken(token)}`;
    const { organisation_id: organisationId, role, slug } = invitation;
    const joined = await tx`
      insert into organisation_members (organisation_id, account_id, role)
      values (${organisationId}, ${account.id}, ${role}) on conflict do nothing`;
    if (joined.count > 0) await recordEvent(tx, organisationId, account.id, "joined", { role });
    return { outcome: "joined" as const, slug };
  });
}

import type { Account } from "#app/accounts/account.ts";
import { hashToken, newToken } from "#app/accounts/secret.server.ts";
import type { Language } from "#app/languages/language.ts";
import { coAuthorInvitationMessage } from "#app/mail/co-author-messages.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { listSpeakers } from "#app/organisations/read-organisation.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { lockForAuthor, type WrittenLetter } from "./authorship.server.ts";
import { type CoAuthorRole, coAuthorLimits } from "./co-author.ts";
import { recordEvent } from "./record-event.server.ts";

type Invited = { outcome: "mailed" | "not-found" | "full" };

/**
 * Mails an invitation to write a letter along, good for 14 days, that takes the place of an earlier one to the same
 * address. Whether the address has an account, or writes along already, changes nothing of what the caller sees.
 */
export async function invitePerson(
  slug: string,
  by: Account,
  { email, role }: { email: string; role: CoAuthorRole },
  origin: string,
): Promise<Invited> {
  return sql.begin(async (tx) => {
    const letter = await lockForAuthor(tx, slug, by);
    if (!letter) return { outcome: "not-found" as const };
    if (await isFull(tx, letter.id)) return { outcome: "full" as const };
    const [known] = await tx<{ language: Language }[]>`select language from accounts where email = ${email}`;
    const link = await writeInvitation(tx, letter, by, { email, organisationId: null, role }, origin);
    await mail(tx, { email, language: known?.language ?? by.language }, { letter, by, role, link });
    return { outcome: "mailed" as const };
  });
}

/**
 * Mails the same to all who speak for an organisation; whoever of them uses it first writes along in its name.
 * @returns `nobody` when nobody speaks for it here
 */
export async function inviteOrganisation(
  slug: string,
  by: Account,
  { organisationId, role }: { organisationId: number; role: CoAuthorRole },
  origin: string,
): Promise<Invited | { outcome: "nobody" }> {
  return sql.begin(async (tx) => {
    const letter = await lockForAuthor(tx, slug, by);
    if (!letter) return { outcome: "not-found" as const };
    if (await isFull(tx, letter.id)) return { outcome: "full" as const };
    const speakers = await listSpeakers(tx, organisationId);
    if (speakers.length === 0) return { outcome: "nobody" as const };
    const link = await writeInvitation(tx, letter, by, { email: null, organisationId, role }, origin);
    for (const speaker of speakers) await mail(tx, speaker, { letter, by, role, link });
    return { outcome: "mailed" as const };
  });
}

async function isFull(tx: Transaction, letterId: number): Promise<boolean> {
  const [found] = await tx<{ people: number }[]>`
    select (select count(*) from co_authors where letter_id = ${letterId})::int
      + (select count(*) from co_author_invitations where letter_id = ${letterId} and expires_at > now())::int as people`;
  return (found?.people ?? 0) >= coAuthorLimits.people;
}

async function writeInvitation(
  tx: Transaction,
  letter: WrittenLetter,
  by: Account,
  to: { email: string | null; organisationId: number | null; role: CoAuthorRole },
  origin: string,
): Promise<string> {
  const token = newToken();
  await tx`
    delete from co_author_invitations
    where letter_id = ${letter.id} and (email = ${to.email} or organisation_id = ${to.organisationId})`;
  await tx`
    insert into co_author_invitations (token_hash, letter_id, email, organisation_id, role, invited_by, expires_at)
    values (${hashToken(token)}, ${letter.id}, ${to.email}, ${to.organisationId}, ${to.role}, ${by.id},
      now() + interval '14 days')`;
  await recordEvent(tx, letter.id, by.id, "invited", { role: to.role, organisationId: to.organisationId });
  return `${origin}/co-authors/${token}`;
}

async function mail(
  tx: Transaction,
  to: { email: string; language: Language },
  about: { letter: WrittenLetter; by: Account; role: CoAuthorRole; link: string },
): Promise<void> {
  const values = { inviter: about.by.name, title: about.letter.title };
  const message = coAuthorInvitationMessage(to.language, values, about.role, about.link);
  await queueMail(tx, to.email, to.language, message);
}

/** Takes an invitation back; its link does nothing any more. Taking it back twice changes nothing. */
export async function cancelInvitation(
  slug: string,
  by: Account,
  id: number,
): Promise<{ outcome: "cancelled" | "not-found" }> {
  return sql.begin(async (tx) => {
    const letter = await lockForAuthor(tx, slug, by);
    if (!letter) return { outcome: "not-found" as const };
    const [gone] = await tx<{ organisationId: number | null }[]>`
      delete from co_author_invitations where letter_id = ${letter.id} and id = ${id}
      returning organisation_id as "organisationId"`;
    if (gone) await recordEvent(tx, letter.id, by.id, "uninvited", gone);
    return { outcome: "cancelled" as const };
  });
}

/** Forgets invitations that nobody used in time. A job calls it. */
export async function sweepCoAuthorInvitations(): Promise<void> {
  await sql`delete from co_author_invitations where expires_at <= now()`;
}

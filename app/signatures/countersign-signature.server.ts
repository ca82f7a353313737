import { hashToken, newToken } from "#app/accounts/secret.server.ts";
import type { Account } from "#app/accounts/account.ts";
import type { Language } from "#app/languages/language.ts";
import { countersignMessage } from "#app/mail/mandate-messages.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { binds } from "#app/organisations/mandate.ts";
import type { Organisation } from "#app/organisations/organisation.ts";
import { mandateOf } from "#app/organisations/read-mandate.server.ts";
import { recordEvent as recordOrganisationEvent } from "#app/organisations/record-event.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { recordEvent } from "./sign-letter.server.ts";

/**
 * Who can countersign what an account signs for an organisation: its other owners and spokespersons whose own mandate
 * is proved. Two accounts that nobody has proved anything of would countersign each other.
 */
export async function countersigners(
  organisationId: number,
  except: number,
  tx: Transaction | typeof sql = sql,
): Promise<{ accountId: number; name: string }[]> {
  return tx<{ accountId: number; name: string }[]>`
    select a.id as "accountId", a.name
    from organisation_members m join accounts a on a.id = m.account_id and a.deleted_at is null
    where m.organisation_id = ${organisationId} and m.account_id <> ${except} and m.role in ('owner', 'spokesperson')
      and (exists (select 1 from mandates d where d.organisation_id = m.organisation_id
            and d.account_id = m.account_id and d.ended_at is null)
        or exists (select 1 from organisation_domains d where d.organisation_id = m.organisation_id
            and d.state in ('proved', 'failing')))
    order by a.name, a.id limit 100`;
}

/** Mails a second officer a link, good for 14 days, to approve a signature. */
export async function askCountersigner(
  tx: Transaction,
  asked: {
    letter: { id: number; title: string; version: number };
    signatureId: number;
    organisation: Pick<Organisation, "name">;
    account: Account;
    officer: number;
  },
  origin: string,
): Promise<void> {
  const [officer] = await tx<{ email: string; language: Language }[]>`
    select email, language from accounts where id = ${asked.officer} and deleted_at is null`;
  if (!officer) return;
  const token = newToken();
  await tx`
    insert into countersignature_requests (token_hash, letter_id, signature_id, version_number, account_id, expires_at)
    values (${hashToken(token)}, ${asked.letter.id}, ${asked.signatureId}, ${asked.letter.version}, ${asked.officer},
      now() + interval '14 days')`;
  const values = {
    name: asked.account.name,
    organisation: asked.organisation.name,
    title: asked.letter.title,
  };
  const message = countersignMessage(officer.language, values, `${origin}/countersign/${token}`);
  await queueMail(tx, officer.email, officer.language, message);
}

/** What a second officer is asked to approve. */
type CountersignatureRequest = {
  letterId: number;
  signatureId: number;
  accountId: number;
  organisationId: number;
  organisation: string;
  representedBy: string;
  slug: string;
  title: string;
  language: Language;
  version: number;
  approved: boolean;
};

/**
 * The request behind a mail's link, or null when it is unknown, too old, or its signature does not stand on the
 * version that was asked about. Reading changes nothing.
 */
export async function readCountersignatureRequest(
  token: string,
  tx: Transaction | typeof sql = sql,
): Promise<CountersignatureRequest | null> {
  const [request] = await tx<CountersignatureRequest[]>`
    select r.letter_id as "letterId", r.signature_id as "signatureId", r.account_id as "accountId",
      s.organisation_id as "organisationId", s.name as organisation, s.represented_by as "representedBy", l.slug, l.title,
      l.language, s.version_number as version, r.approved_at is not null as approved
    from countersignature_requests r
    join signatures s on s.letter_id = r.letter_id and s.id = r.signature_id
    join letters l on l.id = s.letter_id
    where r.token_hash = ${hashToken(token)} and (r.expires_at > now() or r.approved_at is not null)
      and s.kind = 'organisation' and s.state = 'confirmed' and s.version_number = r.version_number and s.signed_at <= r.created_at`;
  return request ?? null;
}

/**
 * A second officer approves a signature: its level becomes countersigned, unless it is federated already. The link was
 * mailed to the officer's confirmed address; their mandate must still be proved. Approving again changes nothing.
 * @param read the version that the officer has seen it on; on another one nothing is done
 */
export async function countersignSignature(
  token: string,
  read: number,
): Promise<{ outcome: "countersigned" | "unknown-token" | "no-mandate" }> {
  return sql.begin(async (tx) => {
    const request = await readCountersignatureRequest(token, tx);
    if (!request) return { outcome: "unknown-token" as const };
    if (request.approved) return { outcome: "countersigned" as const };
    const { letterId, signatureId, accountId, organisationId, version } = request;
    // It stays on this text until we are done.
    const there = await tx`
      select 1 from signatures
      where letter_id = ${letterId} and id = ${signatureId} and state = 'confirmed' and version_number = ${read} for update`;
    if (there.count === 0 || version !== read) return { outcome: "unknown-token" as const };
    const mandate = await mandateOf(organisationId, accountId, tx);
    if (!mandate || !binds(mandate.level)) return { outcome: "no-mandate" as const };
    const approved = await tx`
      update countersignature_requests set approved_at = now()
      where token_hash = ${hashToken(token)} and approved_at is null`;
    if (approved.count === 0) return { outcome: "countersigned" as const };
    await tx`
      update signatures set level = 'countersigned', level_proved_at = now()
      where letter_id = ${letterId} and id = ${signatureId} and state = 'confirmed' and level in ('mailed', 'domain')`;
    await recordEvent(tx, letterId, signatureId, "countersigned", version);
    await recordOrganisationEvent(tx, organisationId, accountId, "countersigned", { subject: request.title });
    return { outcome: "countersigned" as const };
  });
}

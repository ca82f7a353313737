import type { Language } from "#app/languages/language.ts";
import { sql } from "#db/sql.ts";
import { consentText } from "./consent.ts";
import type { HeldData, HeldSignature } from "./held-data.ts";
import { givenBy } from "./own-signatures.server.ts";
import { readHeldAccount } from "./read-held-account.server.ts";
import { readRecords } from "./records.server.ts";

type Row = Omit<HeldSignature, "consent"> & {
  consent: number | null;
  consentLanguage: Language | null;
  consentedAt: string | null;
};

/**
 * The signatures given with an address, in every state. Held ones are shown as confirmed (app/signatures/suspicion.ts).
 * @param id one of them alone
 */
export async function readHeldSignatures(email: string, id: number | null = null): Promise<HeldSignature[]> {
  const rows = await sql<Row[]>`
    select s.id, s.letter_id as "letterId", json_build_object('slug', l.slug, 'title', v.title, 'language', v.language) as letter,
      case s.state when 'held' then 'confirmed' else s.state end as state, s.kind, s.version_number as version, s.number,
      s.name, s.distinction, s.represented_by as "representedBy", s.role, s.affiliation, s.country, s.statement, s.website,
      s.name_shown as "nameShown", to_json(s.quotable_since) as "quotableSince", s.keep_informed as "keepInformed", s.language, s.network,
      to_json(s.signed_at) as "signedAt", to_json(s.confirmed_at) as "confirmedAt", to_json(s.withdrawn_at) as "withdrawnAt",
      to_json(s.invalidated_at) as "invalidatedAt", s.consent, s.consent_language as "consentLanguage",
      to_json(s.consented_at) as "consentedAt",
      coalesce((
        select json_agg(json_build_object('event', e.event, 'version', e.version_number, 'at', e.at) order by e.id)
        from signature_events e
        where e.letter_id = s.letter_id and e.signature_id = s.id and e.event <> 'released'), '[]') as events
    from signatures s join letters l on l.id = s.letter_id
    join letter_versions v on v.letter_id = s.letter_id and v.number = s.version_number
    where ${givenBy(email)} ${id === null ? sql`` : sql`and s.id = ${id}`}
    order by s.signed_at desc, s.id desc`;
  return rows.map(({ consent, consentLanguage, consentedAt, ...row }) => ({
    ...row,
    consent:
      consent !== null && consentLanguage && consentedAt
        ? {
            number: consent,
            text: consentText(consent, consentLanguage),
            language: consentLanguage,
            at: consentedAt,
          }
        : null,
  }));
}

/**
 * All that is held about an address. It asks every table that knows people, whichever folder owns it: nobody else has to
 * know all of somebody.
 */
export async function readHeldData(email: string): Promise<HeldData> {
  const [signatures, account, joins, invitations, proofs, mails, reports, [refused], links] =
    await Promise.all([
      readHeldSignatures(email),
      readHeldAccount(email),
      sql<
        HeldData["joins"]
      >`select name, to_json(created_at) as at from joins where email = ${email} order by created_at`,
      sql<HeldData["invitations"]>`
      select o.name as to, i.role, to_json(i.created_at) as at, to_json(i.expires_at) as until
      from organisation_invitations i join organisations o on o.id = i.organisation_id where i.email = ${email}
      union all
      select l.title, i.role, to_json(i.created_at), to_json(i.expires_at)
      from co_author_invitations i join letters l on l.id = i.letter_id where i.email = ${email}`,
      sql<HeldData["proofs"]>`
      select o.name as what, to_json(m.created_at) as at, to_json(m.expires_at) as until
      from mandate_mails m join organisations o on o.id = m.organisation_id where m.email = ${email}
      union all
      select issuer, null, to_json(expires_at) from identity_arrivals where email = ${email}
      union all
      select purpose, to_json(created_at), to_json(expires_at) from account_tokens where new_email = ${email}`,
      sql<HeldData["mails"]>`
      select kind, subject, to_json(created_at) as at, to_json(sent_at) as "sentAt", last_error is not null as failed
      from mails where to_address = ${email} order by id desc`,
      sql<HeldData["reports"]>`
      select c.kind as about, r.reason, r.explanation, r.name, to_json(r.made_at) as at
      from reports r join moderation_cases c on c.id = r.case_id
      where r.email = ${email} or r.account_id = (select id from accounts where email = ${email}) order by r.id`,
      sql<{ since: string }[]>`select to_json(since) as since from dead_addresses where address = ${email}`,
      sql<HeldData["links"]>`
      select to_json(created_at) as at, to_json(expires_at) as until from data_links where email = ${email} order by created_at`,
    ]);
  return {
    address: email,
    signatures,
    account,
    records: account ? await readRecords(account.id) : {},
    joins: [...joins],
    invitations: [...invitations],
    proofs: [...proofs],
    mails: [...mails],
    reports: [...reports],
    refusedSince: refused?.since ?? null,
    links: [...links],
  };
}

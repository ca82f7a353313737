import { sql, type Transaction } from "#db/sql.ts";
import { readRunningSettings } from "#app/administration/read-settings.server.ts";
import { hashToken, newToken } from "#app/accounts/secret.server.ts";
import type { Language } from "#app/languages/language.ts";
import { alreadySignedMessage, confirmSignatureMessage } from "#app/mail/messages.ts";
import { mailFor } from "#app/mail/queue-mail.server.ts";
import { currentConsent } from "#app/personal-data/consent.ts";
import { searchText } from "./search-text.ts";
import { mayBeQuoted, type SignForm } from "./signature.ts";
import { signerKey } from "./signer-key.ts";
import { forgottenKey } from "./erase-signature.server.ts";
import { networkLabel } from "./network-label.server.ts";
import { namesakeKey, suspicionOf, unsuspicious } from "./suspicion.ts";

/** Makes the secret of one mail's link to a signature. */
export async function newSignatureToken(
  tx: Transaction,
  letterId: number,
  signatureId: number,
): Promise<string> {
  const token = newToken();
  await tx`
    insert into signature_tokens (token_hash, letter_id, signature_id)
    values (${hashToken(token)}, ${letterId}, ${signatureId})`;
  return token;
}

/**
 * Parts of a WITH list: what the letter's other signatures say of one that comes from `network` (its label) under a name. They
 * read by index no more rows than decide. Where the network is not known (""), nothing is asked.
 */
export function suspicionInRows(letterId: number, network: string, name: string) {
  const { burst, sustained, sameName, namesakes } = unsuspicious;
  return sql`
    neighbours as (
      select count(*) filter (where created_at > now() - interval '10 minutes') >= ${burst} as burst,
        count(*) >= ${sustained} as sustained
      from (
        select created_at from signatures
        where letter_id = ${letterId} and network = ${network} and network <> ''
          and created_at > now() - interval '24 hours'
        order by created_at desc limit ${sustained}) n
    ), namesakes as (
      select count(*) filter (where network = ${network}) >= ${sameName} as near,
        count(*) filter (where created_at > now() - interval '1 hour') >= ${namesakes} as many
      from (
        select created_at, network from signatures
        where letter_id = ${letterId} and name_key = ${name} and name_key <> '' and ${network} <> ''
          and created_at > now() - interval '24 hours'
        order by created_at desc limit 100) n
    )`;
}

/**
 * Takes a signature down as pending and mails a link to confirm it. Who has signed before is mailed what stands
 * and gets the same answer; an unconfirmed or withdrawn signature takes the new wording.
 * @param network the sender's, as wideNetworkOf gives it; "" when it is not known
 * @returns `signing-closed` when administrators have closed it for every letter, `version-changed` when the form was made on a text that is no longer the current one
 */
export async function signLetter(
  slug: string,
  form: SignForm,
  language: Language,
  origin: string,
  network = "",
): Promise<{ outcome: "mailed" | "not-found" | "letter-closed" | "signing-closed" | "version-changed" }> {
  const key = signerKey(form.email);
  const [letter] = await sql<
    { id: number; title: string; version: number; open: boolean; standing: Standing | null }[]
  >`
    select id, title, current_version as version,
      state = 'open' and (closes_on is null or closes_on >= (now() at time zone 'Europe/Paris')::date) as open,
      ${standingOf(form.email)} as standing
    from letters l where slug = ${slug} and state not in ('draft', 'hidden')`;
  if (!letter) return { outcome: "not-found" };
  if (!letter.open) return { outcome: "letter-closed" };
  if (!(await readRunningSettings()).signingOpen) return { outcome: "signing-closed" };
  if (form.version !== undefined && form.version !== letter.version) return { outcome: "version-changed" };
  // Found with the letter, and answered by as many questions: who signed is not told by how long it takes.
  if (letter.standing) {
    await remindOfStanding(letter, letter.standing, form.email, origin);
    return { outcome: "mailed" };
  }
  const named = namesakeKey(form.name);
  const label = networkLabel(letter.id, network);
  const search = form.showName ? searchText(form.name, form.role, form.organisation) : "";
  const token = newToken();
  const values = { name: form.name, title: letter.title, version: letter.version };
  const message = confirmSignatureMessage(language, values, `${origin}/signatures/${token}`);
  // One statement writes all of it: seven of them, one after the other, cost more than the writing when a crowd signs.
  // Whether it is to be held is found here too, and told to nobody: app/signatures/suspicion.ts.
  // A confirmed signature never changes through this form, or whoever knows an address could rewrite it.
  const [done] = await sql<{ written: number }[]>`
    with ${suspicionInRows(letter.id, label, named)}, written as (
      insert into signatures (letter_id, version_number, signer_key, name, email, role, affiliation, statement,
        name_shown, quotable_since, keep_informed, language, search_text, network, name_key, hold_reasons,
        consent, consent_language, consented_at)
      select ${letter.id}, ${letter.version}, coalesce(
          (select signer_key from signatures where letter_id = ${letter.id} and signer_key = ${forgottenKey(form.email)}),
          ${key}), ${form.name}, ${form.email}, ${form.role}, ${form.organisation},
        ${form.statement}, ${form.showName}, case when ${mayBeQuoted(form)} then now() end, ${form.keepInformed}, ${language}, ${search}, ${label}, ${named},
        ${suspicionOf(form)}::text[] || array_remove(array[case when burst then 'burst' end,
          case when sustained then 'sustained' end, case when near then 'same-name' end,
          case when many then 'name-pattern' end], null), ${currentConsent}, ${language}, now()
      from neighbours, namesakes
      on conflict (letter_id, signer_key) do update
        set version_number = excluded.version_number, name = excluded.name, email = excluded.email,
          role = excluded.role, affiliation = excluded.affiliation, statement = excluded.statement,
          name_shown = excluded.name_shown, quotable_since = excluded.quotable_since, keep_informed = excluded.keep_informed, language = excluded.language,
          search_text = excluded.search_text, network = excluded.network, name_key = excluded.name_key,
          consent = excluded.consent, consent_language = excluded.consent_language, consented_at = excluded.consented_at,
          -- To sign again does not take away a reason; who was released stays so.
          hold_reasons = array(select distinct unnest(signatures.hold_reasons || excluded.hold_reasons)), state = 'pending',
          signed_at = now(), confirmed_at = null, withdrawn_at = null,
          -- A claim that was refused stays refused; another affiliation is another claim.
          organisation_id = case when signatures.affiliation = excluded.affiliation then signatures.organisation_id end,
          level = case when signatures.affiliation = excluded.affiliation then signatures.level end,
          claim_refused_at = case when signatures.affiliation = excluded.affiliation then signatures.claim_refused_at end
        where signatures.state in ('pending', 'withdrawn')
      returning letter_id, id, version_number
    ), event as (
      insert into signature_events (letter_id, signature_id, event, version_number)
      select letter_id, id, 'signed', version_number from written
    ), token as (
      insert into signature_tokens (token_hash, letter_id, signature_id)
      select ${hashToken(token)}, letter_id, id from written
    ), ${mailFor(sql`written`, form.email, language, message)}
    select count(*)::int as written from mail`;
  if (done?.written === 0) {
    // Confirmed a moment ago, or invalidated: that is the moderators' matter, and nothing is said of it.
    const [now] = await sql<{ standing: Standing | null }[]>`
      select ${standingOf(form.email)} as standing from letters l where l.id = ${letter.id}`;
    if (now?.standing) await remindOfStanding(letter, now.standing, form.email, origin);
  }
  return { outcome: "mailed" };
}

/** A signature that stands, or will once somebody has looked at it. */
type Standing = { id: number; name: string; email: string; version: number; language: Language };

/** The signature of an address that stands on a letter, called `l` in the question. */
const standingOf = (email: string) => sql`
  (select json_build_object('id', s.id, 'name', s.name, 'email', s.email, 'version', s.version_number, 'language', s.language)
   from signatures s
   where s.letter_id = l.id and s.signer_key in (${signerKey(email)}, ${forgottenKey(email)})
     and s.state in ('confirmed', 'held')
   limit 1)`;

/** Mails a signatory what stands, in one statement as the signing itself. */
async function remindOfStanding(
  letter: { id: number; title: string },
  standing: Standing,
  email: string,
  origin: string,
): Promise<void> {
  const token = newToken();
  const values = { name: standing.name, title: letter.title, version: standing.version };
  const message = alreadySignedMessage(standing.language, values, `${origin}/signatures/${token}`);
  // Where the address was forgotten, its key says that it is the one typed.
  const to = standing.email || email;
  await sql`
    with token as (
      insert into signature_tokens (token_hash, letter_id, signature_id)
      values (${hashToken(token)}, ${letter.id}, ${standing.id})
      returning letter_id
    ), ${mailFor(sql`token`, to, standing.language, message)}
    select count(*) from mail`;
}

/** What is done to a signature. */
type SignatureEvent = "signed" | "confirmed" | "withdrawn" | "countersigned" | "claim-refused" | "corrected";

/** Writes down what was done to a signature and when. */
export async function recordEvent(
  tx: Transaction,
  letterId: number,
  signatureId: number,
  event: SignatureEvent,
  version: number,
): Promise<void> {
  await tx`
    insert into signature_events (letter_id, signature_id, event, version_number)
    values (${letterId}, ${signatureId}, ${event}, ${version})`;
}

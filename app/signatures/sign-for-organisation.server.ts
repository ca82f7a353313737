import type { Account } from "#app/accounts/account.ts";
import { readRunningSettings } from "#app/administration/read-settings.server.ts";
import type { Language } from "#app/languages/language.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { signedForMessage } from "#app/mail/mandate-messages.ts";
import { signatureReceiptMessage } from "#app/mail/messages.ts";
import { lockForSpeaker } from "#app/organisations/manage.server.ts";
import { binds, type Mandate } from "#app/organisations/mandate.ts";
import type { Organisation } from "#app/organisations/organisation.ts";
import { mandateOf } from "#app/organisations/read-mandate.server.ts";
import { recordEvent as recordOrganisationEvent } from "#app/organisations/record-event.server.ts";
import { mailOwners } from "#app/organisations/tell-owners.server.ts";
import { type Restricted, restrictionOf } from "#app/moderation/restriction.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { askCountersigner, countersigners } from "./countersign-signature.server.ts";
import { forgottenKey } from "./erase-signature.server.ts";
import { currentConsent } from "#app/personal-data/consent.ts";
import { searchText } from "./search-text.ts";
import type { SignForForm } from "./sign-for.ts";
import { mayBeQuoted } from "./signature.ts";
import { newSignatureToken, recordEvent, suspicionInRows } from "./sign-letter.server.ts";
import { networkLabel } from "./network-label.server.ts";
import { signerKey } from "./signer-key.ts";
import { namesakeKey, suspicionOf } from "./suspicion.ts";

type Letter = {
  id: number;
  slug: string;
  title: string;
  version: number;
  sha256: string;
  count: number;
  open: boolean;
};

/**
 * Signs a letter for an organisation, at once: the account's address is confirmed and it has seen what is published.
 * With a proved mandate it is the organisation's signature, one a letter; with a declared one the account's own, with
 * the organisation as affiliation. Every other owner is told, and a second officer asked to countersign if wished.
 * @param network the sender's, as wideNetworkOf gives it; "" when it is not known
 * @returns `already-signed` when a signature of the same signatory stands; `no-countersigner` when the officer chosen
 *   has no proved mandate; `version-changed` when the form was made on another text; `signing-closed` when
 *   administrators have closed it for every letter
 */
export async function signForOrganisation(
  slug: string,
  organisation: Pick<Organisation, "id" | "name" | "slug">,
  account: Account,
  form: SignForForm,
  origin: string,
  network = "",
): Promise<
  | Restricted
  | {
      outcome:
        | "signed"
        | "signed-as-person"
        | "already-signed"
        | "forbidden"
        | "letter-closed"
        | "no-countersigner"
        | "not-found"
        | "signing-closed"
        | "version-changed";
    }
> {
  const { signingOpen } = await readRunningSettings();
  return sql.begin(async (tx) => {
    const [letter] = await tx<Letter[]>`
      select l.id, l.slug, l.title, l.current_version as version, v.sha256, l.signature_count as count,
        l.state = 'open' and (l.closes_on is null or l.closes_on >= (now() at time zone 'Europe/Paris')::date) as open
      from letters l join letter_versions v on v.letter_id = l.id and v.number = l.current_version
      where l.slug = ${slug} and l.state not in ('draft', 'hidden')`;
    if (!letter) return { outcome: "not-found" as const };
    if (!letter.open) return { outcome: "letter-closed" as const };
    if (!signingOpen) return { outcome: "signing-closed" as const };
    const restriction = await restrictionOf(tx, account.id);
    if (restriction) return restriction;
    if (form.version !== letter.version) return { outcome: "version-changed" as const };
    // Under a lock: a merge, or the end of a mandate, comes before or after and not meanwhile.
    const speaks = await lockForSpeaker(tx, organisation.id, account.id);
    const mandate = speaks ? await mandateOf(organisation.id, account.id, tx) : null;
    if (!mandate) return { outcome: "forbidden" as const };
    const bound = binds(mandate.level);
    const second = bound ? form.countersigner : null;
    if (second !== null) {
      const officers = await countersigners(organisation.id, account.id, tx);
      if (!officers.some(({ accountId }) => accountId === second))
        return { outcome: "no-countersigner" as const };
    }
    const written = await writeSignature(tx, letter, organisation, account, form, mandate, network);
    if (!written) return { outcome: "already-signed" as const };
    const { id, held } = written;
    await tellOfIt(tx, letter, { id, organisation, account, bound, held }, origin);
    if (second !== null)
      await askCountersigner(tx, { letter, signatureId: id, organisation, account, officer: second }, origin);
    return { outcome: bound ? ("signed" as const) : ("signed-as-person" as const) };
  });
}

/**
 * A person's own signature is looked at like every other one, and what it was held for once stays a reason.
 * @returns the signature's id and whether it is held, or null when the same signatory's signature stands already
 */
async function writeSignature(
  tx: Transaction,
  letter: Letter,
  organisation: Pick<Organisation, "id" | "name">,
  account: Account,
  form: SignForForm,
  { level, evidence, provedAt }: Mandate,
  network: string,
): Promise<{ id: number; held: boolean } | null> {
  const bound = binds(level);
  const name = bound ? organisation.name : account.name;
  const search = bound
    ? searchText(name, form.showMe ? account.name : "", form.showMe ? form.role : "")
    : searchText(name, form.role, organisation.name);
  const label = bound ? "" : networkLabel(letter.id, network);
  const named = bound ? "" : namesakeKey(name);
  const reasons = bound ? [] : suspicionOf({ name, email: account.email });
  const [written] = await tx<{ id: number; held: boolean }[]>`
    with ${suspicionInRows(letter.id, label, named)}, suspicion as (
      select ${reasons}::text[] || array_remove(array[case when burst then 'burst' end,
        case when sustained then 'sustained' end, case when near then 'same-name' end,
        case when many then 'name-pattern' end], null) as reasons
      from neighbours, namesakes
    )
    insert into signatures (letter_id, version_number, signer_key, kind, state, name, email, role, affiliation, statement,
      name_shown, quotable_since, keep_informed, language, search_text, confirmed_at, answered_version, organisation_id, account_id, level,
      level_evidence, level_proved_at, represented_by, representative_shown, network, name_key, hold_reasons,
      consent, consent_language, consented_at)
    select ${letter.id}, ${letter.version}, coalesce(
        (select signer_key from signatures where letter_id = ${letter.id} and signer_key = ${bound ? "" : forgottenKey(account.email)}),
        ${bound ? `organisation:${organisation.id}` : signerKey(account.email)}),
      ${bound ? "organisation" : "person"}, case when reasons = '{}' then 'confirmed' else 'held' end, ${name}, ${account.email}, ${form.role},
      ${bound ? "" : organisation.name}, ${form.statement}, true, case when ${mayBeQuoted({ ...form, showName: true })} then now() end, true, ${account.language}, ${search}, now(),
      ${letter.version}, ${organisation.id}, ${account.id}, ${level}, ${evidence}, ${provedAt},
      ${bound ? account.name : ""}, ${bound && form.showMe}, ${label}, ${named}, reasons,
      ${currentConsent}, ${account.language}, now()
    from suspicion
    on conflict (letter_id, signer_key) do update set
      version_number = excluded.version_number, kind = excluded.kind, name = excluded.name,
      state = case when signatures.hold_reasons || excluded.hold_reasons = '{}' or signatures.released_at is not null
        then 'confirmed' else 'held' end,
      hold_reasons = array(select distinct unnest(signatures.hold_reasons || excluded.hold_reasons)),
      consent = excluded.consent, consent_language = excluded.consent_language, consented_at = excluded.consented_at,
      network = excluded.network, name_key = excluded.name_key,
      email = excluded.email, role = excluded.role, affiliation = excluded.affiliation, statement = excluded.statement,
      name_shown = true, quotable_since = excluded.quotable_since, keep_informed = true, language = excluded.language, search_text = excluded.search_text,
      signed_at = now(), confirmed_at = now(), withdrawn_at = null, answered_version = excluded.answered_version,
      organisation_id = excluded.organisation_id, account_id = excluded.account_id, level = excluded.level,
      level_evidence = excluded.level_evidence, level_proved_at = excluded.level_proved_at,
      represented_by = excluded.represented_by, representative_shown = excluded.representative_shown,
      claim_refused_at = null
      where signatures.state in ('pending', 'withdrawn')
    returning id, state = 'held' as held`;
  return written ?? null;
}

/** The receipt to who signed, a line in the organisation's log, and a mail to each other owner. */
async function tellOfIt(
  tx: Transaction,
  letter: Letter,
  {
    id,
    organisation,
    account,
    bound,
    held,
  }: {
    id: number;
    organisation: Pick<Organisation, "id" | "name" | "slug">;
    account: Account;
    bound: boolean;
    held: boolean;
  },
  origin: string,
): Promise<void> {
  await recordEvent(tx, letter.id, id, "signed", letter.version);
  await recordEvent(tx, letter.id, id, "confirmed", letter.version);
  if (bound)
    await recordOrganisationEvent(tx, organisation.id, account.id, "signed", { subject: letter.title });
  const token = await newSignatureToken(tx, letter.id, id);
  const receipt = signatureReceiptMessage(
    account.language,
    {
      name: bound ? `${account.name} (${organisation.name})` : account.name,
      title: letter.title,
      version: letter.version,
      sha256: letter.sha256,
      others: letter.count,
    },
    `${origin}/letters/${letter.slug}/versions/${letter.version}`,
    `${origin}/signatures/${token}`,
  );
  await queueMail(tx, account.email, account.language, receipt);
  // What is held is nobody's to hear of yet.
  if (held) return;
  const values = { name: account.name, organisation: organisation.name, title: letter.title };
  const claims = `${origin}/organisations/${organisation.slug}/claims`;
  const message = (language: Language) =>
    signedForMessage(language, bound ? "organisation" : "claim", values, claims);
  await mailOwners(tx, organisation.id, message, account.id);
}

import { sql, type Transaction } from "#db/sql.ts";
import { hashToken, newToken } from "#app/accounts/secret.server.ts";
import type { Language } from "#app/languages/language.ts";
import { signatureReceiptMessage, withdrawnMessage } from "#app/mail/messages.ts";
import { mailFor, queueMail } from "#app/mail/queue-mail.server.ts";
import { currentConsent } from "#app/personal-data/consent.ts";
import { lockForSpeaker } from "#app/organisations/manage.server.ts";
import { recordEvent as recordOrganisationEvent } from "#app/organisations/record-event.server.ts";
import { mailOwners } from "#app/organisations/tell-owners.server.ts";
import { noteClaim } from "./note-claim.server.ts";
import type { SignatureState } from "./signature.ts";
import { recordEvent } from "./sign-letter.server.ts";

/** A signature as its signatory sees it behind the link of a mail. */
export type OwnSignature = {
  letterId: number;
  id: number;
  state: SignatureState;
  kind: "person" | "organisation";
  name: string;
  /** A word that tells them from another signatory of the same name. */
  distinction: string;
  /** For whom and by whom it was signed, when it was signed for an organisation. */
  organisationId: number | null;
  accountId: number | null;
  email: string;
  role: string;
  affiliation: string;
  statement: string;
  nameShown: boolean;
  /** Whether the press may quote the statement. */
  quotable: boolean;
  /** Whether they are mailed what becomes of the letter. */
  keepInformed: boolean;
  version: number;
  sha256: string;
  /** Whether its signatory has confirmed it and it was not taken off since. */
  stands: boolean;
  /** The letter's newest version, and the newest one that its signatory has answered by signing it or by staying. */
  newest: number;
  answered: number;
  language: Language;
  slug: string;
  title: string;
  letterLanguage: Language;
  open: boolean;
  signatureCount: number;
};

async function find(tx: Transaction | typeof sql, token: string): Promise<OwnSignature | null> {
  const [signature] = await tx<OwnSignature[]>`
    select s.letter_id as "letterId", s.id, s.name, s.email, s.role, s.affiliation, s.statement,
      -- Who is held must not see a difference (app/signatures/suspicion.ts): a signature like others, counted for them.
      case s.state when 'held' then 'confirmed' else s.state end as state, s.kind, s.distinction,
      s.organisation_id as "organisationId", s.account_id as "accountId",
      s.name_shown as "nameShown", s.quotable_since is not null as quotable, s.keep_informed as "keepInformed", s.version_number as version, v.sha256, s.language, l.slug, l.title,
      l.language as "letterLanguage", s.state in ('confirmed', 'held') as stands, l.current_version as newest,
      greatest(s.version_number, s.answered_version) as answered,
      l.state = 'open' and (l.closes_on is null or l.closes_on >= (now() at time zone 'Europe/Paris')::date) as open,
      (s.state = 'held')::int + l.signature_count + coalesce((
        select sum(case when w.state = 'confirmed' then 1 else -1 end) from signatures w
        where w.letter_id = l.id and w.origin = 'form' and w.counted <> (w.state = 'confirmed')), 0)::int as "signatureCount"
    from signature_tokens t
    join signatures s on s.letter_id = t.letter_id and s.id = t.signature_id
    join letters l on l.id = s.letter_id
    join letter_versions v on v.letter_id = s.letter_id and v.number = s.version_number
    where t.token_hash = ${hashToken(token)}`;
  return signature ?? null;
}

/** The signature behind a mail's link, or null when the link is unknown or mangled. Reading changes nothing. */
export function readOwnSignature(token: string): Promise<OwnSignature | null> {
  return find(sql, token);
}

/**
 * Confirms a pending signature and mails a receipt. Confirming again changes nothing. The page's button stands under the
 * text of consent: pressed by who reads the mailbox, it is the explicit consent, and its time is the one that counts.
 * @param read the language that the page was read in; the signature's when it is not given
 * @returns `letter-closed` when the letter was closed before the link was used
 */
export async function confirmSignature(
  token: string,
  origin: string,
  read?: Language,
): Promise<{ outcome: "confirmed" | "unknown-token" | "letter-closed" | "withdrawn" | "invalidated" }> {
  const signature = await find(sql, token);
  if (!signature) return { outcome: "unknown-token" };
  if (signature.state !== "pending") return { outcome: signature.state };
  if (!signature.open) return { outcome: "letter-closed" };
  const { letterId, id, name, title, version, sha256, signatureCount, slug, language, email } = signature;
  const fresh = newToken();
  const message = signatureReceiptMessage(
    language,
    { name, title, version, sha256, others: signatureCount },
    `${origin}/letters/${slug}/versions/${version}`,
    `${origin}/signatures/${fresh}`,
  );
  // One statement writes all of it, as signing does. It repeats what was read: of two that come at once one finds
  // nothing to confirm, and so does who comes as the letter closes or its signature takes another wording. They look anew.
  const [done] = await sql<{ confirmed: number }[]>`
    with confirmed as (
      update signatures s set confirmed_at = now(), consent = ${currentConsent}, consented_at = now(),
        consent_language = ${read ?? language},
        state = case when s.hold_reasons <> '{}' and s.released_at is null then 'held' else 'confirmed' end
      from letters l
      where s.letter_id = ${letterId} and s.id = ${id} and s.state = 'pending' and s.version_number = ${version}
        and s.name = ${name} and s.email = ${email} and l.id = s.letter_id and l.state = 'open'
        and (l.closes_on is null or l.closes_on >= (now() at time zone 'Europe/Paris')::date)
      returning s.letter_id, s.id, s.version_number
    ), event as (
      insert into signature_events (letter_id, signature_id, event, version_number)
      select letter_id, id, 'confirmed', version_number from confirmed
    ), token as (
      insert into signature_tokens (token_hash, letter_id, signature_id)
      select ${hashToken(fresh)}, letter_id, id from confirmed
    ), ${mailFor(sql`confirmed`, email, language, message)}
    select count(*)::int as confirmed from mail`;
  if (done?.confirmed === 1) {
    await noteClaim(signature, origin);
    return { outcome: "confirmed" };
  }
  return confirmSignature(token, origin, read);
}

/**
 * Withdraws a signature, as easily as it was given; withdrawing again changes nothing. An organisation's is withdrawn by
 * who gave it as long as they speak for it (\`no-mandate\` afterwards: its owners can), and its owners are told.
 */
export async function withdrawSignature(
  token: string,
  origin: string,
): Promise<{ outcome: "withdrawn" | "unknown-token" | "invalidated" | "no-mandate" }> {
  return sql.begin(async (tx) => {
    const signature = await find(tx, token);
    if (!signature) return { outcome: "unknown-token" as const };
    const { kind, organisationId, accountId } = signature;
    const organisation = kind === "organisation" ? organisationId : null;
    if (organisation !== null && !(await lockForSpeaker(tx, organisation, accountId ?? 0)))
      return { outcome: "no-mandate" as const };
    const withdrawn = await tx`
      update signatures set state = 'withdrawn', withdrawn_at = now()
      where letter_id = ${signature.letterId} and id = ${signature.id} and state in ('pending', 'held', 'confirmed')`;
    if (withdrawn.count === 0)
      return {
        outcome: signature.state === "invalidated" ? ("invalidated" as const) : ("withdrawn" as const),
      };
    await recordEvent(tx, signature.letterId, signature.id, "withdrawn", signature.version);
    const letter = `${origin}/letters/${signature.slug}`;
    const message = withdrawnMessage(signature.language, signature, letter);
    // Of a letter that was closed long ago the address is forgotten, and the link still withdraws.
    if (signature.email) await queueMail(tx, signature.email, signature.language, message);
    if (organisation !== null) {
      const subject = signature.title;
      await recordOrganisationEvent(tx, organisation, accountId, "signature-withdrawn", { subject });
      await mailOwners(
        tx,
        organisation,
        (language) => withdrawnMessage(language, signature, letter),
        accountId,
      );
    }
    return { outcome: "withdrawn" as const };
  });
}

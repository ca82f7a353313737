import { sql, type Transaction } from "#db/sql.ts";
import { hashToken, newToken } from "#app/accounts/secret.server.ts";
import { signatureReceiptMessage } from "#app/mail/messages.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { binds } from "#app/organisations/mandate.ts";
import { mandateOf } from "#app/organisations/read-mandate.server.ts";
import { type OwnSignature, readOwnSignature } from "./confirm-signature.server.ts";

export type Answered =
  | { outcome: "moved" | "stayed" | "unknown-token" | "letter-closed" }
  /** Another version than the one the form spoke of is the newest; nothing was done. */
  | { outcome: "version-changed" }
  /** The signature is not confirmed, or not any more: there is nothing to move. */
  | { outcome: "not-standing" }
  /** Who signed for an organisation may not bind it any more. */
  | { outcome: "no-mandate" };

/**
 * Moves a signature to the newest version of its letter, because its signatory says so, and mails the receipt.
 * Answering again changes nothing. Staying first and signing later is free, as long as the letter is open. For an
 * organisation it is a new signature: its mandate must be proved now, and a second officer has not seen this text.
 * @param version the version that the form offered
 */
export async function signNewVersion(token: string, version: number, origin: string): Promise<Answered> {
  const signature = await readOwnSignature(token);
  if (!signature) return { outcome: "unknown-token" };
  if (!signature.stands) return { outcome: "not-standing" };
  if (signature.version === version) return { outcome: "moved" };
  if (signature.newest !== version) return { outcome: "version-changed" };
  if (!signature.open) return { outcome: "letter-closed" };
  const { kind, organisationId, accountId } = signature;
  const mandate = kind === "organisation" ? await mandateOf(organisationId ?? 0, accountId ?? 0) : null;
  if (kind === "organisation" && (!mandate || !binds(mandate.level))) return { outcome: "no-mandate" };
  const done = await sql.begin(async (tx) => {
    const moved = await tx<{ sha256: string }[]>`
      update signatures s set version_number = ${version}, answered_version = ${version},
        level = coalesce(${mandate?.level ?? null}, s.level),
        level_evidence = coalesce(${mandate?.evidence ?? null}, s.level_evidence),
        level_proved_at = coalesce(${mandate?.provedAt ?? null}, s.level_proved_at)
      from letters l join letter_versions v on v.letter_id = l.id and v.number = l.current_version
      where s.letter_id = ${signature.letterId} and s.id = ${signature.id} and s.state in ('confirmed', 'held')
        and s.version_number < ${version} and l.id = s.letter_id and l.current_version = ${version}
        and l.state = 'open' and (l.closes_on is null or l.closes_on >= (now() at time zone 'Europe/Paris')::date)
      returning v.sha256`;
    if (moved[0]) await tell(tx, signature, version, moved[0].sha256, origin);
    return moved.count === 1;
  });
  // Of two that come at once one finds nothing to move, and so does who comes as the letter changes. They look anew.
  return done ? { outcome: "moved" } : signNewVersion(token, version, origin);
}

/** Writes down that a signature names another text now, and mails its signatory which. */
async function tell(
  tx: Transaction,
  signature: OwnSignature,
  version: number,
  sha256: string,
  origin: string,
): Promise<void> {
  const { letterId, id, name, title, slug, language, email, signatureCount } = signature;
  await recordAnswer(tx, signature, "moved", version);
  const fresh = newToken();
  await tx`
    insert into signature_tokens (token_hash, letter_id, signature_id) values (${hashToken(fresh)}, ${letterId}, ${id})`;
  const message = signatureReceiptMessage(
    language,
    { name, title, version, sha256, others: signatureCount },
    `${origin}/letters/${slug}/versions/${version}`,
    `${origin}/signatures/${fresh}`,
  );
  await queueMail(tx, email, language, message);
}

/**
 * Notes that a signatory stays on the text they signed and has seen that there is a newer one; closed letters take
 * that answer as well.
 * @param version the version that the form offered
 */
export async function stayOnVersion(token: string, version: number): Promise<Answered> {
  const signature = await readOwnSignature(token);
  if (!signature) return { outcome: "unknown-token" };
  if (!signature.stands) return { outcome: "not-standing" };
  if (signature.newest !== version) return { outcome: "version-changed" };
  // Who has signed the new text cannot go back to the old one: an old page says what is, and that is enough.
  if (signature.version === version) return { outcome: "moved" };
  await sql.begin(async (tx) => {
    const stayed = await tx`
      update signatures set answered_version = ${version}
      where letter_id = ${signature.letterId} and id = ${signature.id} and state in ('confirmed', 'held')
        and version_number < ${version} and coalesce(answered_version, 0) < ${version}`;
    if (stayed.count === 1) await recordAnswer(tx, signature, "stayed", version);
  });
  return { outcome: "stayed" };
}

/** @param version the one that was answered: signed, or seen and left aside */
async function recordAnswer(
  tx: Transaction,
  { letterId, id }: OwnSignature,
  event: "moved" | "stayed",
  version: number,
): Promise<void> {
  await tx`
    insert into signature_events (letter_id, signature_id, event, version_number)
    values (${letterId}, ${id}, ${event}, ${version})`;
}

import { sql, type Transaction } from "#db/sql.ts";
import { hashToken } from "#app/accounts/secret.server.ts";
import type { Language } from "#app/languages/language.ts";
import { signatureReceiptMessage, withdrawnMessage } from "#app/mail/messages.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import type { SignatureState } from "./signature.ts";
import { newSignatureToken, recordEvent } from "./sign-letter.server.ts";

/** A signature as its signatory sees it behind the link of a mail. */
export type OwnSignature = {
  letterId: number;
  id: number;
  state: SignatureState;
  name: string;
  email: string;
  role: string;
  affiliation: string;
  statement: string;
  nameShown: boolean;
  number: number | null;
  version: number;
  sha256: string;
  language: Language;
  slug: string;
  title: string;
  open: boolean;
  signatureCount: number;
};

async function find(tx: Transaction | typeof sql, token: string): Promise<OwnSignature | null> {
  const [signature] = await tx<OwnSignature[]>`
    select s.letter_id as "letterId", s.id, s.state, s.name, s.email, s.role, s.affiliation, s.statement,
      s.name_shown as "nameShown", s.number, s.version_number as version, v.sha256, s.language, l.slug, l.title,
      l.state = 'open' and (l.closes_on is null or l.closes_on >= (now() at time zone 'Europe/Paris')::date) as open,
      l.signature_count + coalesce((
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
 * Confirms a pending signature and mails a receipt. Confirming again changes nothing.
 * @returns `letter-closed` when the letter was closed before the link was used
 */
export async function confirmSignature(
  token: string,
  origin: string,
): Promise<{ outcome: "confirmed" | "unknown-token" | "letter-closed" | "withdrawn" | "invalidated" }> {
  return sql.begin(async (tx) => {
    const signature = await find(tx, token);
    if (!signature) return { outcome: "unknown-token" as const };
    const [row] = await tx<{ state: SignatureState }[]>`
      select state from signatures where letter_id = ${signature.letterId} and id = ${signature.id} for update`;
    if (!row) return { outcome: "unknown-token" as const };
    if (row.state !== "pending") return { outcome: row.state };
    if (!signature.open) return { outcome: "letter-closed" as const };
    await tx`
      update signatures set state = 'confirmed', confirmed_at = now()
      where letter_id = ${signature.letterId} and id = ${signature.id} and state = 'pending'`;
    await recordEvent(tx, signature.letterId, signature.id, "confirmed", signature.version);
    const link = `${origin}/signatures/${await newSignatureToken(tx, signature.letterId, signature.id)}`;
    const { name, title, version, sha256, signatureCount } = signature;
    const message = signatureReceiptMessage(
      signature.language,
      { name, title, version, sha256, others: signatureCount },
      `${origin}/letters/${signature.slug}/versions/${version}`,
      link,
    );
    await queueMail(tx, signature.email, signature.language, message);
    return { outcome: "confirmed" as const };
  });
}

/** Withdraws a signature, as easily as it was given; withdrawing again changes nothing. */
export async function withdrawSignature(
  token: string,
  origin: string,
): Promise<{ outcome: "withdrawn" | "unknown-token" | "invalidated" }> {
  return sql.begin(async (tx) => {
    const signature = await find(tx, token);
    if (!signature) return { outcome: "unknown-token" as const };
    const withdrawn = await tx`
      update signatures set state = 'withdrawn', withdrawn_at = now()
      where letter_id = ${signature.letterId} and id = ${signature.id} and state in ('pending', 'confirmed')`;
    if (withdrawn.count === 0)
      return {
        outcome: signature.state === "invalidated" ? ("invalidated" as const) : ("withdrawn" as const),
      };
    await recordEvent(tx, signature.letterId, signature.id, "withdrawn", signature.version);
    const message = withdrawnMessage(signature.language, signature, `${origin}/letters/${signature.slug}`);
    await queueMail(tx, signature.email, signature.language, message);
    return { outcome: "withdrawn" as const };
  });
}

import { sql } from "#db/sql.ts";
import { hashToken } from "#app/accounts/secret.server.ts";
import type { Language } from "#app/languages/language.ts";
import type { SignatureState } from "./signature.ts";

/** What somebody signed and when, to keep. */
export type Receipt = {
  slug: string;
  title: string;
  language: Language;
  authorName: string;
  version: number;
  sha256: string;
  name: string;
  level: string | null;
  state: SignatureState;
  /** When the text named here was signed, and when its signatory confirmed that: for a text they moved to, when they did. */
  signedAt: Date;
  confirmedAt: Date | null;
};

/** The receipt of the signature behind a mail's link, or null when the link is unknown. Reading changes nothing. */
export async function readReceipt(token: string): Promise<Receipt | null> {
  const [receipt] = await sql<Receipt[]>`
    select l.slug, v.title, v.language, v.author_name as "authorName", s.version_number as version, v.sha256, s.name,
      s.level, case s.state when 'held' then 'confirmed' else s.state end as state,
      coalesce(moved.at, s.signed_at) as "signedAt", coalesce(moved.at, s.confirmed_at) as "confirmedAt"
    from signature_tokens t
    join signatures s on s.letter_id = t.letter_id and s.id = t.signature_id
    join letters l on l.id = s.letter_id
    join letter_versions v on v.letter_id = s.letter_id and v.number = s.version_number
    left join lateral (
      select e.at from signature_events e
      where e.letter_id = s.letter_id and e.signature_id = s.id and e.event = 'moved'
        and e.version_number = s.version_number and e.at > s.signed_at
      order by e.id desc limit 1
    ) moved on true
    where t.token_hash = ${hashToken(token)}`;
  return receipt ?? null;
}

/** A receipt as it is downloaded; app/signatures/verify-receipt.ts reads it. @param origin where this Tribune is */
export function receiptJson(receipt: Receipt, origin: string) {
  const letter = `${origin}/letters/${receipt.slug}`;
  return {
    letter,
    title: receipt.title,
    version: receipt.version,
    versionUrl: `${letter}/versions/${receipt.version}.json`,
    sha256: receipt.sha256,
    signedAt: receipt.signedAt.toISOString(),
    confirmedAt: receipt.confirmedAt?.toISOString() ?? null,
    name: receipt.name,
    level: receipt.level,
    state: receipt.state,
  };
}

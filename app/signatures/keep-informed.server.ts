import { hashToken } from "#app/accounts/secret.server.ts";
import { sql } from "#db/sql.ts";

/**
 * Whether the signatory behind a mail's link wants to hear what becomes of the letter, from now on. Mails of new versions
 * of what they signed come all the same: those ask for an answer. Saying it again changes nothing.
 */
export async function keepInformed(
  token: string,
  informed: boolean,
): Promise<{ outcome: "kept" | "unknown-token" }> {
  const kept = await sql`
    update signatures s set keep_informed = ${informed}
    from signature_tokens t
    where t.token_hash = ${hashToken(token)} and s.letter_id = t.letter_id and s.id = t.signature_id`;
  return { outcome: kept.count === 1 ? "kept" : "unknown-token" };
}

import { hashToken } from "#app/accounts/secret.server.ts";
import { sql } from "#db/sql.ts";

/** Adds the word that tells a signatory from another one of the same name, or takes it away when it is empty. */
export async function distinguishSignature(
  token: string,
  word: string,
): Promise<{ outcome: "distinguished" | "unknown-token" }> {
  const done = await sql`
    update signatures s set distinction = ${word}
    from signature_tokens t
    where t.token_hash = ${hashToken(token)} and s.letter_id = t.letter_id and s.id = t.signature_id
      and s.kind = 'person' and s.state in ('pending', 'held', 'confirmed')`;
  return { outcome: done.count === 1 ? "distinguished" : "unknown-token" };
}

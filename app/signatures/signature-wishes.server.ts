import { hashToken } from "#app/accounts/secret.server.ts";
import { type Fragment, sql } from "#db/sql.ts";

type Kept = { outcome: "kept" | "unknown-token" };

/** Writes one wish of the signatory behind a mail's link, while the signature stands or waits. Saying it again changes nothing. */
async function keepWish(token: string, wish: Fragment): Promise<Kept> {
  const kept = await sql`
    update signatures s set ${wish}
    from signature_tokens t
    where t.token_hash = ${hashToken(token)} and s.letter_id = t.letter_id and s.id = t.signature_id
      and s.state in ('pending', 'held', 'confirmed')`;
  return { outcome: kept.count === 1 ? "kept" : "unknown-token" };
}

/**
 * Whether the signatory behind a mail's link wants to hear what becomes of the letter, from now on. Mails of new versions
 * of what they signed come all the same: those ask for an answer.
 */
export function keepInformed(token: string, informed: boolean): Promise<Kept> {
  return keepWish(token, sql`keep_informed = ${informed}`);
}

/** Whether the press may quote the statement of the signatory behind a mail's link; the page for the press follows at once. */
export function permitPress(token: string, quotable: boolean): Promise<Kept> {
  return keepWish(
    token,
    sql`quotable_since = case when ${quotable} then coalesce(s.quotable_since, now()) end`,
  );
}

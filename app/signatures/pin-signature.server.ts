import { isAuthor } from "#app/co-authors/authorship.server.ts";
import { sql, type Transaction } from "#db/sql.ts";

/** Signatories that an author can show first: as many as the letter's page names. */
const mostPins = 12;

/**
 * Shows a signatory first on the letter, by its author's choice; a line of the public log says so. Pinning again
 * changes nothing.
 * @returns `full` when twelve are pinned; `not-found` when the letter is not the account's or nothing public stands
 */
export async function pinSignature(
  slug: string,
  accountId: number,
  signatureId: number,
): Promise<{ outcome: "pinned" | "full" | "not-found" }> {
  return sql.begin(async (tx) => {
    const [letter] = await tx<{ id: number }[]>`
      select id from letters where slug = ${slug} and ${isAuthor("letters", accountId)} and state not in ('draft', 'hidden') for update`;
    const [signature] = await tx<{ name: string; number: number | null }[]>`
      select name, number from signatures
      where letter_id = ${letter?.id ?? 0} and id = ${signatureId} and state = 'confirmed' and name_shown`;
    if (!letter || !signature) return { outcome: "not-found" as const };
    const pinned = await tx<{ signature_id: number }[]>`
      select p.signature_id from pins p
      join signatures s on s.letter_id = p.letter_id and s.id = p.signature_id and s.state = 'confirmed' and s.name_shown
      where p.letter_id = ${letter.id} and p.unpinned_at is null`;
    if (pinned.some(({ signature_id }) => signature_id === signatureId))
      return { outcome: "pinned" as const };
    if (pinned.length >= mostPins) return { outcome: "full" as const };
    await tx`
      insert into pins (letter_id, signature_id, pinned_by) values (${letter.id}, ${signatureId}, ${accountId})`;
    await tx`
      insert into public_log (event, letter_id, number, subject)
      values ('signature-pinned', ${letter.id}, ${signature.number}, ${signature.name})`;
    return { outcome: "pinned" as const };
  });
}

/** Shows a signatory no longer first; the public log says so. Unpinning again changes nothing. */
export async function unpinSignature(
  slug: string,
  accountId: number,
  signatureId: number,
): Promise<{ outcome: "unpinned" | "not-found" }> {
  return sql.begin(async (tx) => {
    const [letter] = await tx<{ id: number }[]>`
      select id from letters where slug = ${slug} and ${isAuthor("letters", accountId)} and state not in ('draft', 'hidden') for update`;
    if (!letter) return { outcome: "not-found" as const };
    await tx`
      with unpinned as (
        update pins set unpinned_at = now()
        where letter_id = ${letter.id} and signature_id = ${signatureId} and unpinned_at is null
        returning letter_id, signature_id
      )
      insert into public_log (event, letter_id, number, subject)
      select 'signature-unpinned', s.letter_id, s.number, case when s.name_shown and s.state = 'confirmed' then s.name else '' end
      from unpinned u join signatures s on s.letter_id = u.letter_id and s.id = u.signature_id`;
    return { outcome: "unpinned" as const };
  });
}

/**
 * Gives signatures another name in the lines of the public log that tell of their pins; "" takes it out of them. A line and
 * its pin are written in one transaction, so that they have one time; a number they may not have yet.
 */
export async function renamePinned(
  tx: Transaction,
  signatures: { letterId: number; id: number }[],
  name: string,
): Promise<void> {
  await tx`
    update public_log l set subject = ${name}
    from unnest(${signatures.map(({ letterId }) => letterId)}::bigint[], ${signatures.map(({ id }) => id)}::bigint[])
      as n (letter_id, id)
    join pins p on p.letter_id = n.letter_id and p.signature_id = n.id
    where l.letter_id = n.letter_id and l.event in ('signature-pinned', 'signature-unpinned')
      and l.at in (p.pinned_at, p.unpinned_at) and l.subject <> ''`;
}

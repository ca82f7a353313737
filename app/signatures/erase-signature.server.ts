import { createHmac } from "node:crypto";
import { keyFor } from "#app/accounts/secret.server.ts";
import type { Transaction } from "#db/sql.ts";
import { renamePinned } from "./pin-signature.server.ts";
import { searchText } from "./search-text.ts";
import { signerKey } from "./signer-key.ts";

/**
 * What stays of an address that was forgotten, where it must be known again: a keyed hash of what makes two addresses one
 * signatory. Nothing leads from it to the address but trying one with SECRET_KEY at hand.
 */
export function forgottenKey(email: string): string {
  return `forgotten:${createHmac("sha256", keyFor("forgotten signatories")).update(signerKey(email)).digest("hex")}`;
}

/** What stands where a name was. The column holds at least one character. */
export const erasedName = "—";

type Named = { letterId: number; id: number };

/**
 * Erases people's signatures, in the caller's transaction: all that tells who gave them goes, with their links, their
 * place among those shown first and their name in the public log. The row stays without it, as withdrawn, so that the
 * sequencer takes it off the counts and a recount agrees; an invalidated one stays invalidated, for the log counts it, and
 * keeps a hash of its address, or to erase would be the way around it. An organisation's signature is the
 * organisation's: who signed for it is taken off it. Imported ones are nobody's to erase by an address.
 * @returns how many were erased
 */
export async function eraseSignatures(tx: Transaction, named: Named[]): Promise<number> {
  const rows = await tx<
    (Named & { email: string; version: number; state: string; kind: string; name: string })[]
  >`
    select s.letter_id as "letterId", s.id, s.email, s.version_number as version, s.state, s.kind, s.name
    from unnest(${named.map(({ letterId }) => letterId)}::bigint[], ${named.map(({ id }) => id)}::bigint[]) as n (letter_id, id)
    join signatures s on s.letter_id = n.letter_id and s.id = n.id
    where s.origin = 'form' and s.email <> ''
    order by s.letter_id, s.id for update of s`;
  if (rows.length === 0) return 0;
  const letters = rows.map(({ letterId }) => letterId);
  const ids = rows.map(({ id }) => id);
  const these = tx`unnest(${letters}::bigint[], ${ids}::bigint[]) as n (letter_id, id)`;
  await tx`delete from signature_tokens t using ${these} where t.letter_id = n.letter_id and t.signature_id = n.id`;
  await tx`
    delete from countersignature_requests t using ${these} where t.letter_id = n.letter_id and t.signature_id = n.id`;
  await tx`
    update signatures s set represented_by = '', representative_shown = false, role = '', email = '', statement = '',
      quotable_since = null, keep_informed = false, account_id = null, network = '', name_key = '', search_text = n.search
    from unnest(${letters}::bigint[], ${ids}::bigint[], ${rows.map(({ name }) => searchText(name))}::text[])
      as n (letter_id, id, search)
    where s.letter_id = n.letter_id and s.id = n.id and s.kind = 'organisation'`;
  const people = rows.filter(({ kind }) => kind === "person");
  await tx`
    update signatures s set state = case s.state when 'invalidated' then 'invalidated' else 'withdrawn' end,
      withdrawn_at = case when s.state <> 'invalidated' then coalesce(s.withdrawn_at, now()) end,
      -- Undoing an invalidation must not count what has no name any more.
      invalidation_id = null, invalidated_from = null,
      signer_key = case s.state when 'invalidated' then n.key else 'erased:' || gen_random_uuid() end,
      name = ${erasedName}, email = '', role = '', affiliation = '', statement = '', website = '', country = '',
      name_shown = false, quotable_since = null, keep_informed = false, search_text = '', name_key = '', distinction = '', network = '',
      hold_reasons = '{}', represented_by = '', representative_shown = false, account_id = null, organisation_id = null,
      level = null, level_evidence = '', level_proved_at = null, claim_refused_at = null
    from unnest(${people.map(({ letterId }) => letterId)}::bigint[], ${people.map(({ id }) => id)}::bigint[],
      ${people.map(({ email }) => forgottenKey(email))}::text[]) as n (letter_id, id, key)
    where s.letter_id = n.letter_id and s.id = n.id`;
  await tx`
    update hidden_signatures h set wished = false from ${these} where h.letter_id = n.letter_id and h.signature_id = n.id`;
  await forgetPins(tx, people);
  await tx`
    insert into signature_events (letter_id, signature_id, event, version_number)
    select letter_id, id, 'erased', version
    from unnest(${letters}::bigint[], ${ids}::bigint[], ${rows.map(({ version }) => version)}::int[]) as n (letter_id, id, version)`;
  return rows.length;
}

/** Takes signatures from those that are shown first, and their names from the lines of the log that tell so. */
async function forgetPins(tx: Transaction, rows: Named[]): Promise<void> {
  await renamePinned(tx, rows, "");
  await tx`
    update pins p set unpinned_at = now()
    from unnest(${rows.map(({ letterId }) => letterId)}::bigint[], ${rows.map(({ id }) => id)}::bigint[]) as n (letter_id, id)
    where p.letter_id = n.letter_id and p.signature_id = n.id and p.unpinned_at is null`;
}

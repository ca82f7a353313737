import type { Transaction } from "#db/sql.ts";
import { searchText } from "./search-text.ts";

/**
 * Takes whoever signed for organisations off those signatures, because their account is being deleted: name, role,
 * address, the links of mails, and what those could take back: the permission to the press. The signatures stay: they are the organisations', whose owners can withdraw them.
 */
export async function forgetRepresentative(tx: Transaction, accountId: number): Promise<void> {
  await tx`
    delete from signature_tokens t using signatures s
    where s.account_id = ${accountId} and s.kind = 'organisation' and t.letter_id = s.letter_id and t.signature_id = s.id`;
  const left = await tx<{ name: string; letter_id: number; id: number }[]>`
    update signatures set represented_by = '', representative_shown = false, role = '', email = '',
      quotable_since = null
    where account_id = ${accountId} and kind = 'organisation' returning name, letter_id, id`;
  for (const { name, letter_id: letter, id } of left)
    await tx`update signatures set search_text = ${searchText(name)} where letter_id = ${letter} and id = ${id}`;
}

import type { Transaction } from "#db/sql.ts";
import { nameKey } from "./name-key.ts";

/**
 * The organisations in whose name an account writes when it gives a letter this author: those it speaks for, as owner or
 * spokesperson, that are called so. Their pages list the letter by the same rule (lettersOfOrganisation).
 */
export async function organisationsSpeakingAs(
  tx: Transaction,
  accountId: number,
  name: string,
): Promise<number[]> {
  const found = await tx<{ id: number }[]>`
    select o.id from organisation_members m join organisations o on o.id = m.organisation_id
    where m.account_id = ${accountId} and m.role in ('owner', 'spokesperson') and o.name_key = ${nameKey(name)}
      and o.merged_into is null and o.hidden_at is null
    order by o.id`;
  return found.map(({ id }) => id);
}

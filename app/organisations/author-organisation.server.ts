import { nameKey } from "./name-key.ts";
import type { OrganisationSummary } from "./organisation.ts";
import { organisationsOf } from "./read-organisation.server.ts";

/**
 * The organisation in whose name an account wrote: one that it speaks for, by the name that stands under the letter. Null
 * where somebody only typed that name.
 */
export async function authorOrganisation(
  accountId: number,
  authorName: string,
): Promise<OrganisationSummary | null> {
  const own = await organisationsOf(accountId);
  const key = nameKey(authorName);
  return own.find(({ role, name }) => role !== "member" && nameKey(name) === key) ?? null;
}

import type { Account } from "#app/accounts/account.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { type CoAuthorRole, reviewingRoles, writingRoles } from "./co-author.ts";

const holds = (letter: string, accountId: number, roles: readonly CoAuthorRole[]) => sql`
  exists (
    select 1 from co_authors c
    where c.letter_id = ${sql(letter)}.id and c.account_id = ${accountId} and c.role in ${sql([...roles])}
  )`;

/**
 * The part of a question that keeps it to the letters of an author.
 * @param letter the name of the table `letters` in the question
 */
export const isAuthor = (letter: string, accountId: number) => holds(letter, accountId, ["author"]);

/** The same for whoever may change the text: authors and editors. */
export const mayWrite = (letter: string, accountId: number) => holds(letter, accountId, writingRoles);

/** The same for whoever may propose changes and comment: authors, editors and reviewers. */
export const mayReview = (letter: string, accountId: number) => holds(letter, accountId, reviewingRoles);

/** What an account is to a letter, published or not; null when it is nothing to it. */
export async function roleIn(slug: string, accountId: number): Promise<CoAuthorRole | null> {
  const [found] = await sql<{ role: CoAuthorRole }[]>`
    select c.role from co_authors c join letters l on l.id = c.letter_id
    where l.slug = ${slug} and c.account_id = ${accountId}`;
  return found?.role ?? null;
}

/** Whether somebody who may be a stranger is an author of a letter. */
export const isAuthorOf = async (slug: string, account: Pick<Account, "id"> | null): Promise<boolean> =>
  account !== null && (await roleIn(slug, account.id)) === "author";

/** A letter as those who write it together see it. */
export type WrittenLetter = { id: number; slug: string; title: string };

/**
 * The letter of an author at this moment, or undefined. Locks it: what is done to its co-authors happens one after the
 * other, so that of two authors who leave at the same moment one finds that they are the last.
 */
export async function lockForAuthor(
  tx: Transaction,
  slug: string,
  account: Pick<Account, "id">,
): Promise<WrittenLetter | undefined> {
  const letter = await lockForCoAuthor(tx, slug, account);
  return letter?.role === "author" ? letter : undefined;
}

/** The same for every co-author, with the role. */
export async function lockForCoAuthor(
  tx: Transaction,
  slug: string,
  account: Pick<Account, "id">,
): Promise<(WrittenLetter & { role: CoAuthorRole }) | undefined> {
  const [letter] = await tx<WrittenLetter[]>`
    select id, slug, title from letters where slug = ${slug} for update`;
  if (!letter) return undefined;
  // Asked for once the lock is ours: a question that waited for it has an old view of everything else.
  const [held] = await tx<{ role: CoAuthorRole }[]>`
    select role from co_authors where letter_id = ${letter.id} and account_id = ${account.id}`;
  return held && { ...letter, role: held.role };
}

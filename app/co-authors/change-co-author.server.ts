import type { Account } from "#app/accounts/account.ts";
import { withdrawSubmissions } from "#app/pipeline/submit-letter.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { lockForAuthor, lockForCoAuthor } from "./authorship.server.ts";
import type { CoAuthorRole } from "./co-author.ts";
import { recordEvent } from "./record-event.server.ts";

async function isLastAuthor(tx: Transaction, letterId: number, accountId: number): Promise<boolean> {
  const authors = await tx<{ account_id: number }[]>`
    select account_id from co_authors where letter_id = ${letterId} and role = 'author' limit 2`;
  return authors.length === 1 && authors[0]?.account_id === accountId;
}

/**
 * Gives a co-author another role; to hand a letter over is to make somebody else its author and then leave.
 * @returns `last-author` when nobody would decide any more
 */
export async function changeCoAuthorRole(
  slug: string,
  by: Account,
  accountId: number,
  role: CoAuthorRole,
): Promise<{ outcome: "changed" | "not-found" | "last-author" }> {
  return sql.begin(async (tx) => {
    const letter = await lockForAuthor(tx, slug, by);
    if (!letter) return { outcome: "not-found" as const };
    if (role !== "author" && (await isLastAuthor(tx, letter.id, accountId)))
      return { outcome: "last-author" as const };
    const [held] = await tx<{ role: CoAuthorRole }[]>`
      select role from co_authors where letter_id = ${letter.id} and account_id = ${accountId}`;
    if (!held) return { outcome: "not-found" as const };
    if (held.role === role) return { outcome: "changed" as const };
    await tx`update co_authors set role = ${role} where letter_id = ${letter.id} and account_id = ${accountId}`;
    await recordEvent(tx, letter.id, by.id, "role-changed", { accountId, role });
    return { outcome: "changed" as const };
  });
}

/** Ends a co-authorship: somebody leaves, or an author removes them. Doing it again changes nothing. */
export async function endCoAuthorship(
  slug: string,
  by: Account,
  accountId: number,
): Promise<{ outcome: "ended" | "not-found" | "last-author" }> {
  return sql.begin(async (tx) => {
    const letter = await lockForCoAuthor(tx, slug, by);
    const own = by.id === accountId;
    if (!letter || (letter.role !== "author" && !own)) return { outcome: "not-found" as const };
    if (await isLastAuthor(tx, letter.id, accountId)) return { outcome: "last-author" as const };
    const ended =
      await tx`delete from co_authors where letter_id = ${letter.id} and account_id = ${accountId}`;
    if (ended.count > 0)
      await recordEvent(tx, letter.id, by.id, own ? "left" : "removed", own ? {} : { accountId });
    return { outcome: "ended" as const };
  });
}

/**
 * Ends every co-authorship of an account that is being deleted. Its drafts go to the editor who has been there longest
 * where there is no other author, and are deleted where there is neither; published letters stay.
 */
export async function leaveEveryLetter(tx: Transaction, accountId: number, email: string): Promise<void> {
  const left = await tx<{ id: number }[]>`
    with left_behind as (
      delete from co_authors where account_id = ${accountId} returning letter_id, role
    ), heirs as (
      select distinct on (c.letter_id) c.letter_id, c.account_id
      from left_behind b join co_authors c on c.letter_id = b.letter_id and c.account_id <> ${accountId}
      where b.role = 'author' and c.role = 'editor' and not exists (
        select 1 from co_authors o
        where o.letter_id = b.letter_id and o.role = 'author' and o.account_id <> ${accountId})
      order by c.letter_id, c.joined_at, c.account_id
    ), handed as (
      update co_authors c set role = 'author' from heirs h
      where h.letter_id = c.letter_id and h.account_id = c.account_id returning c.letter_id, c.account_id
    ), told as (
      insert into co_author_events (letter_id, event, account_id, role)
      select letter_id, 'role-changed', account_id, 'author' from handed
    ), went as (
      insert into co_author_events (letter_id, event, actor_id)
      select letter_id, 'left', ${accountId} from left_behind
    )
    select letter_id as id from left_behind`;
  const orphans = tx`
    select l.id from letters l
    where l.id = any(${left.map(({ id }) => id)}::bigint[]) and l.state = 'draft'
      and not exists (select 1 from co_authors c where c.letter_id = l.id and c.role = 'author')`;
  await withdrawSubmissions(tx, tx`s.letter_id in (${orphans})`);
  await tx`delete from letters where id in (${orphans})`;
  await tx`delete from co_author_invitations where email = ${email} or invited_by = ${accountId}`;
}

import { randomUUID } from "node:crypto";
import type { Account } from "#app/accounts/account.ts";
import { roleIn } from "#app/co-authors/authorship.server.ts";
import { sql } from "#db/sql.ts";
import { openMargin, type Unwritable } from "./letter-margin.server.ts";
import { marginLimits } from "./margin.ts";
import { tellCoAuthors } from "./tell-co-authors.server.ts";

/**
 * Answers in a thread, open or resolved. The same `key` answers once, however often it is sent.
 * @returns `full` when the thread has as many comments as it can have
 */
export async function replyInThread(
  slug: string,
  account: Account,
  { thread, body, key = randomUUID() }: { thread: number; body: string; key?: string },
  origin: string,
): Promise<{ outcome: "replied" | "full" | Unwritable }> {
  return sql.begin(async (tx) => {
    const margin = await openMargin(tx, slug, account);
    if (margin.outcome !== "open") return margin;
    // Answers to one thread come one after the other.
    const [there] = await tx<{ quote: string }[]>`
      select quote from margin_threads where id = ${thread} and letter_id = ${margin.letter.id} for no key update`;
    if (!there) return { outcome: "not-found" as const };
    const [written] = await tx<{ before: boolean; count: number }[]>`
      select coalesce(bool_or(submission_key = ${key}), false) as before, count(*)::int as count
      from margin_comments where thread_id = ${thread}`;
    if (written?.before) return { outcome: "replied" as const };
    if ((written?.count ?? 0) >= marginLimits.comments) return { outcome: "full" as const };
    const [comment] = await tx<{ id: number }[]>`
      insert into margin_comments (thread_id, account_id, body, submission_key)
      values (${thread}, ${account.id}, ${body}, ${key}) on conflict (submission_key) do nothing returning id`;
    if (comment)
      await tellCoAuthors(tx, margin.letter, account, { ...comment, ...there, thread, body }, origin);
    return { outcome: "replied" as const };
  });
}

/**
 * Changes one's own comment; that it was changed is shown. Whom it mentions only now is mailed. Saving the same words again
 * changes nothing.
 */
export async function editMarginComment(
  slug: string,
  account: Account,
  { comment: id, body }: { comment: number; body: string },
  origin: string,
): Promise<{ outcome: "edited"; thread: number } | { outcome: Unwritable }> {
  return sql.begin(async (tx) => {
    const margin = await openMargin(tx, slug, account);
    if (margin.outcome !== "open") return margin;
    const [own] = await tx<{ thread: number; quote: string; body: string }[]>`
      select t.id as thread, t.quote, c.body
      from margin_comments c join margin_threads t on t.id = c.thread_id
      where c.id = ${id} and c.account_id = ${account.id} and c.deleted_at is null and t.letter_id = ${margin.letter.id}
      for update of c`;
    if (!own) return { outcome: "not-found" as const };
    const edited = { outcome: "edited" as const, thread: own.thread };
    if (own.body === body) return edited;
    await tx`
      update margin_comments set body = ${body}, edited_at = now() where id = ${id} and account_id = ${account.id}`;
    await tellCoAuthors(tx, margin.letter, account, { ...own, id, body, edited: true }, origin);
    return edited;
  });
}

/**
 * Deletes the words of one's own comment; its place stays, and says so. That is possible after the letter was published
 * too. Deleting twice is as once.
 */
export async function deleteMarginComment(
  slug: string,
  account: Pick<Account, "id">,
  id: number,
): Promise<{ outcome: "deleted"; thread: number } | { outcome: "not-found" }> {
  if ((await roleIn(slug, account.id)) === null) return { outcome: "not-found" };
  return sql.begin(async (tx) => {
    const [own] = await tx<{ thread: number; deletedAt: Date | null }[]>`
      select t.id as thread, c.deleted_at as "deletedAt"
      from margin_comments c join margin_threads t on t.id = c.thread_id join letters l on l.id = t.letter_id
      where c.id = ${id} and c.account_id = ${account.id} and l.slug = ${slug} for update of c`;
    if (!own) return { outcome: "not-found" as const };
    await tx`
      update margin_comments set body = '', deleted_at = now()
      where id = ${id} and account_id = ${account.id} and deleted_at is null`;
    await tx`delete from margin_mentions where comment_id = ${id}`;
    return { outcome: "deleted" as const, thread: own.thread };
  });
}

import type { Language } from "#app/languages/language.ts";
import { noticeMessage } from "#app/mail/notice-messages.ts";
import { lockNamesInMails } from "#app/mail/forget-name.server.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { type Fragment, sql, type Transaction } from "#db/sql.ts";
import type { Notice } from "./notice.ts";
import { readNotices } from "./read-notices.server.ts";
import type { Thing } from "./subscription.ts";
import { unsubscribeLink } from "./unsubscribe.server.ts";

/** An account whose notices are mailed. */
export type Reader = { id: number; email: string; language: Language };

/** Accounts mailed in one transaction: what is lost when it fails is done again, what it did is done once. */
const batch = 50;
/** What was not mailed in this time, because an address was dead say, is no news any more. */
export const stale = (now: Date): Fragment => sql`n.created_at > ${now}::timestamptz - interval '14 days'`;
/** Notices `n` that may still be mailed. */
export const unmailed = (): Fragment => sql`n.read_at is null and n.mailed_at is null`;
/** Accounts `a` that are there, and whose mail server takes mail for them. */
export const reachable = (): Fragment => sql`
  a.deleted_at is null and not exists (select 1 from dead_addresses d where d.address = a.email)`;

/** How long a thread is waited for: what is said in it meanwhile comes in one mail, and what is taken back in none. */
const patience = (now: Date): Fragment => sql`${now}::timestamptz - interval '5 minutes'`;

type Due = { id: number; letterId: number | null; textId: number | null; threadId: number | null };

/**
 * Mails those who want it at once what they were told: a mail a notice, but those of one thread together, five minutes
 * after the first. Each is mailed once, whoever dies in between: the mails and the notices are one transaction.
 * @param origin where the links lead
 * @returns "told" when there may be more of them
 */
export async function mailNotices(origin: string, now = new Date()): Promise<"done" | "told"> {
  return sql.begin(async (tx) => {
    await lockNamesInMails(tx, "shared");
    const due = sql`
      select 1 from notices n where n.account_id = a.id and n.rhythm = 'at-once' and ${unmailed()} and ${stale(now)}
        and (n.thread_id is null or n.created_at <= ${patience(now)})`;
    // Locked, so that two processes never mail one account at a time, and an account that is deleted is mailed nothing.
    const readers = await tx<Reader[]>`
      select a.id, a.email, a.language from accounts a
      where a.id in (
          select n.account_id from notices n
          where n.rhythm = 'at-once' and ${unmailed()} and ${stale(now)}
            and (n.thread_id is null or n.created_at <= ${patience(now)})
          limit ${batch * 20})
        and ${reachable()} and exists (${due})
      order by a.id limit ${batch} for no key update of a skip locked`;
    for (const reader of readers) await mailReader(tx, reader, origin, now);
    return readers.length < batch ? "done" : "told";
  });
}

/** One mail for each letter's or text's notice, and one for each thread. */
async function mailReader(tx: Transaction, reader: Reader, origin: string, now: Date): Promise<void> {
  // Asked for once the account is ours: a question that waited for a lock has an old view of everything else.
  const due = await tx<(Due & { organisationId: number | null })[]>`
    update notices n set mailed_at = ${now}
    where n.account_id = ${reader.id} and n.rhythm = 'at-once' and ${unmailed()} and ${stale(now)}
      and (n.thread_id is null or exists (
        select 1 from notices f
        where f.account_id = n.account_id and f.thread_id = n.thread_id and f.rhythm = 'at-once'
          and f.read_at is null and f.mailed_at is null and f.created_at <= ${patience(now)}))
    returning n.id, n.letter_id as "letterId", n.text_id as "textId", n.thread_id as "threadId",
      n.organisation_id as "organisationId"`;
  const notices = await readNotices(tx, sql`n.id = any(${due.map(({ id }) => id)}::bigint[])`);
  const things = new Map(due.map((each) => [each.id, thingOf(each)]));
  const mails = new Map<string, [Notice, ...Notice[]]>();
  for (const notice of notices.toReversed()) {
    const thing = things.get(notice.id);
    const key = thing?.kind === "thread" ? `thread ${thing.id}` : `notice ${notice.id}`;
    const together = mails.get(key);
    if (together) together.push(notice);
    else mails.set(key, [notice]);
  }
  for (const together of mails.values()) {
    const thing = things.get(together[0].id);
    if (!thing) continue;
    const token = await unsubscribeLink(tx, reader.id, thing);
    const links = { origin, unsubscribe: `${origin}/notices/unsubscribe/${token}` };
    await queueMail(tx, reader.email, reader.language, noticeMessage(reader.language, together, links));
  }
}

function thingOf(due: Due & { organisationId: number | null }): Thing {
  if (due.organisationId !== null) return { kind: "organisation", id: due.organisationId };
  if (due.threadId !== null) return { kind: "thread", id: due.threadId };
  if (due.letterId !== null) return { kind: "letter", id: due.letterId };
  return { kind: "text", id: due.textId ?? 0 };
}

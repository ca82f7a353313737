import { digestMessage } from "#app/mail/notice-messages.ts";
import { lockNamesInMails } from "#app/mail/forget-name.server.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { reachable, type Reader, stale, unmailed } from "./mail-notices.server.ts";
import { readNotices } from "./read-notices.server.ts";
import { unsubscribeLink } from "./unsubscribe.server.ts";

/** Accounts mailed in one transaction. */
const batch = 50;
/** Notices shown in one digest; of the others it tells the number. */
const shown = 100;

/**
 * Mails the digests that are due: of a day from 08:00 in Paris, of a week from Monday 08:00, with what came before that
 * moment and was neither read nor mailed. A digest that was missed while nothing ran is made up for. Each is written once,
 * by its row, and each notice is in one, for both are one transaction.
 * @param origin where the links lead
 * @returns "told" when there may be more of them
 */
export async function writeDigests(origin: string, now = new Date()): Promise<"done" | "told"> {
  const daily = await writeDue("daily", origin, now);
  const weekly = await writeDue("weekly", origin, now);
  return daily === "done" ? weekly : daily;
}

async function writeDue(rhythm: "daily" | "weekly", origin: string, now: Date): Promise<"done" | "told"> {
  return sql.begin(async (tx) => {
    await lockNamesInMails(tx, "shared");
    const [{ at } = { at: now }] = await tx<{ at: Date }[]>`
      select (date_trunc(${rhythm === "daily" ? "day" : "week"},
          ${now}::timestamptz at time zone 'Europe/Paris' - interval '8 hours') + interval '8 hours')
        at time zone 'Europe/Paris' as at`;
    // Locked, so that an account that is deleted meanwhile is either mailed before or not at all.
    const readers = await tx<Reader[]>`
      select a.id, a.email, a.language from accounts a
      where a.id in (
          select n.account_id from notices n
          where n.rhythm = ${rhythm} and ${unmailed()} and n.created_at < ${at} and ${stale(now)} limit ${batch * 100})
        and ${reachable()}
        and not exists (
          select 1 from digests d where d.account_id = a.id and d.rhythm = ${rhythm} and d.due_at = ${at})
      order by a.id limit ${batch} for no key update of a skip locked`;
    for (const reader of readers) await writeDigest(tx, reader, rhythm, at, origin, now);
    return readers.length < batch ? "done" : "told";
  });
}

async function writeDigest(
  tx: Transaction,
  reader: Reader,
  rhythm: "daily" | "weekly",
  at: Date,
  origin: string,
  now: Date,
): Promise<void> {
  const own = await tx`
    insert into digests (account_id, rhythm, due_at) values (${reader.id}, ${rhythm}, ${at}) on conflict do nothing`;
  if (own.count === 0) return;
  const due = await tx<{ id: number }[]>`
    update notices n set mailed_at = ${now}
    where n.account_id = ${reader.id} and n.rhythm = ${rhythm} and ${unmailed()} and n.created_at < ${at} and ${stale(now)}
    returning n.id`;
  const notices = await readNotices(tx, sql`n.id = any(${due.map(({ id }) => id)}::bigint[])`);
  if (notices.length === 0) return;
  const token = await unsubscribeLink(tx, reader.id, { kind: rhythm });
  const links = { origin, unsubscribe: `${origin}/notices/unsubscribe/${token}` };
  const more = Math.max(0, notices.length - shown);
  await queueMail(
    tx,
    reader.email,
    reader.language,
    digestMessage(reader.language, rhythm, notices.slice(0, shown), more, links),
  );
}

/** Forgets which digests were written once their moment is long past. A job calls it. */
export async function sweepDigests(): Promise<void> {
  await sql`delete from digests where due_at < now() - interval '30 days'`;
}

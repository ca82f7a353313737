import type { Account } from "#app/accounts/account.ts";
import { recordAct } from "#app/administration/record-act.server.ts";
import { sql } from "#db/sql.ts";
import type { Language } from "#app/languages/language.ts";
import type { MailState } from "./mail-state.ts";
import { shortened } from "./shortened.ts";

/** A mail as the log shows it: neither its words, which act for its recipient, nor the whole address. */
export type LoggedMail = {
  id: number;
  kind: string;
  to: string;
  language: Language;
  state: MailState;
  error: string;
  createdAt: Date;
  sentAt: Date | null;
};

const perPage = 50;

/**
 * The mails, the newest first.
 * @param wish.to an address in full; null for all. Parts of one find nothing
 */
export async function listMails(wish: {
  state: MailState | null;
  to: string | null;
  before: number | null;
}): Promise<{ mails: LoggedMail[]; next: number | null }> {
  const { state, to, before } = wish;
  const rows = await sql<LoggedMail[]>`
    select * from (
      select id, kind, to_address as "to", language, coalesce(last_error, '') as error,
        case when sent_at is not null then 'sent' when last_error is not null then 'failing' else 'waiting' end as state,
        created_at as "createdAt", sent_at as "sentAt"
      from mails
      where (${to}::text is null or to_address = ${to}) and (${before}::bigint is null or id < ${before})
    ) m
    where ${state}::text is null or state = ${state}
    order by id desc limit ${perPage + 1}`;
  const mails = rows
    .slice(0, perPage)
    .map((mail) => ({ ...mail, to: shortened(mail.to), error: shortened(mail.error) }));
  return { mails, next: rows.length > perPage ? (mails.at(-1)?.id ?? null) : null };
}

/** How many mails wait to be sent, and how many of them a mail server has refused so far. */
export async function countMails(): Promise<{ waiting: number; failing: number }> {
  const [counts] = await sql<{ waiting: number; failing: number }[]>`
    select count(*) filter (where last_error is null)::int as waiting, count(*) filter (where last_error is not null)::int as failing
    from mails where sent_at is null and body is not null`;
  return counts ?? { waiting: 0, failing: 0 };
}

/** Hands a mail that failed to the queue once more. To ask twice at once is the same as once. */
export async function sendAgain(
  by: Account,
  id: number,
): Promise<{ outcome: "queued" | "not-failed" | "forbidden" }> {
  if (by.role !== "admin") return { outcome: "forbidden" };
  return sql.begin(async (tx) => {
    const [mail] = await tx<{ kind: string; queued: boolean }[]>`
      select kind, to_queue as queued from mails
      where id = ${id} and sent_at is null and body is not null and last_error is not null for update`;
    if (!mail) return { outcome: "not-failed" as const };
    if (mail.queued) return { outcome: "queued" as const };
    await tx`update mails set to_queue = true where id = ${id}`;
    await recordAct(tx, by, "mail-sent-again", { subject: `${mail.kind} ${id}` });
    return { outcome: "queued" as const };
  });
}

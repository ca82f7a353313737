import { type Fragment, sql, type Transaction } from "#db/sql.ts";
import type { Language } from "#app/languages/language.ts";

/**
 * A mail in words: plain text, which every reader and every filter understands; for some also the same as HTML, and
 * header lines of their own.
 */
export type Message = {
  kind: string;
  subject: string;
  body: string;
  html?: string;
  headers?: Record<string, string>;
};

/**
 * Writes a mail down, marked for the queue, in the caller's transaction: the mail exists if and only if what it
 * speaks of does. Without SMTP_URL it stays in the database, where an operator reads it at /dev/mail.
 */
export async function queueMail(
  tx: Transaction,
  to: string,
  language: Language,
  message: Message,
): Promise<void> {
  await tx`with ${mailFor(sql`(select 1) as once`, to, language, message)} select * from mail`;
}

/**
 * The same as a part of a larger statement's WITH list, for each row of `rows`: a statement of its own for each
 * thing that is written together costs more than the writing. The part is called `mail`.
 */
export function mailFor(rows: Fragment, to: string, language: Language, message: Message): Fragment {
  return sql`
    mail as (
      insert into mails (kind, to_address, language, subject, body, html, headers, to_queue)
      select ${message.kind}, ${to}, ${language}, ${message.subject}, ${message.body}, ${message.html ?? null},
        ${message.headers ? sql.json(message.headers) : null}::jsonb, ${Boolean(process.env.SMTP_URL)}
      from ${rows}
      returning id
    )`;
}

/** Mails of one job: enough that the queue costs little, few enough that a process that dies leaves few undone. */
const mailsOfJob = 24;
const jobsAtOnce = 20;

/**
 * Hands the mails that were written down to the job queue, each once, the oldest first. 14 attempts with
 * graphile-worker's growing delay are 28 hours, so that a mail server may be away for a day.
 * @returns "more" when there may be more of them
 */
export async function queueWrittenMails(): Promise<"done" | "more"> {
  const [result] = await sql<{ taken: number }[]>`
    with due as (
      select id from mails where to_queue order by id limit ${mailsOfJob * jobsAtOnce} for update skip locked
    ), taken as (
      update mails m set to_queue = false from due where m.id = due.id returning m.id
    ), parted as (
      select id, (row_number() over (order by id) - 1) / ${mailsOfJob}::int as part from taken
    ), jobs as (
      select row('send-mails', json_agg(id order by id), null, null, 14, null, null, null)::graphile_worker.job_spec as spec
      from parted group by part
    ), queued as (
      select count(*) from graphile_worker.add_jobs((select array_agg(spec) from jobs)) where exists (select 1 from jobs)
    )
    select (select count(*)::int from taken) as taken, (select count from queued)`;
  return (result?.taken ?? 0) >= mailsOfJob * jobsAtOnce ? "more" : "done";
}

import { type Fragment, sql, type Transaction } from "#db/sql.ts";
import type { Language } from "#app/languages/language.ts";

/** A mail in words: plain text, which every reader and every filter understands. */
export type Message = { kind: string; subject: string; body: string };

/**
 * Writes a mail down and queues its sending, in the caller's transaction: the mail exists if and only if what
 * it speaks of does. Without SMTP_URL it stays in the database, where an operator reads it at /dev/mail.
 */
export async function queueMail(
  tx: Transaction,
  to: string,
  language: Language,
  message: Message,
): Promise<void> {
  await tx`with ${mailFor(sql`(select 1) as once`, to, language, message)} select * from queued`;
}

/**
 * The same as two parts of a larger statement's WITH list, for each row of `rows`: a statement of its own for each
 * thing that is written together costs more than the writing. The statement must select from `queued`.
 */
export function mailFor(rows: Fragment, to: string, language: Language, message: Message): Fragment {
  // The key keeps one job for each mail; 12 attempts with graphile-worker's growing delay are about a day.
  const job = sql`(graphile_worker.add_job('send-mail', json_build_object('mail', id), max_attempts => 12,
    job_key => 'mail-' || id)).id`;
  return sql`
    mail as (
      insert into mails (kind, to_address, language, subject, body)
      select ${message.kind}, ${to}, ${language}, ${message.subject}, ${message.body} from ${rows}
      returning id
    ), queued as (
      select ${process.env.SMTP_URL ? job : sql`null::bigint`} as job from mail
    )`;
}

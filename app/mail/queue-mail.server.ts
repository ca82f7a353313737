import type { Transaction } from "#db/sql.ts";
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
  const [mail] = await tx<{ id: number }[]>`
    insert into mails (kind, to_address, language, subject, body)
    values (${message.kind}, ${to}, ${language}, ${message.subject}, ${message.body})
    returning id`;
  if (!mail || !process.env.SMTP_URL) return;
  // The key keeps one job for each mail; 12 attempts with graphile-worker's growing delay are about a day.
  await tx`
    select graphile_worker.add_job('send-mail', ${JSON.stringify({ mail: mail.id })}::text::json, max_attempts => 12,
      job_key => ${`mail-${mail.id}`})`;
}

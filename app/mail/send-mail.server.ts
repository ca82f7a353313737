import DataLoader from "dataloader";
import { createTransport, type Transporter } from "nodemailer";
import { sql } from "#db/sql.ts";

/** The way to the mail server in SMTP_URL; connections are kept open between mails. */
export function openTransport(smtpUrl: string): Transporter {
  return createTransport({
    url: smtpUrl,
    pool: true,
    // A mail takes half a dozen exchanges with the server: of few connections a crowd would wait for the way, not for work.
    maxConnections: 12,
    connectionTimeout: 10_000,
    socketTimeout: 30_000,
  });
}

type QueuedMail = {
  id: number;
  to_address: string;
  subject: string;
  body: string;
  kind: string;
  language: string;
};

/** Notes mails as sent, all of the same few milliseconds in one statement: a crowd that signs has 240 a second. */
const sentMails = new DataLoader<number, null>(
  async (ids) => {
    await sql`update mails set sent_at = now(), body = null, last_error = null where id = any(${[...ids]})`;
    return ids.map(() => null);
  },
  { cache: false, batchScheduleFn: (note) => void setTimeout(note, 10) },
);

/**
 * Sends mails that queueMail wrote down and forgets their text: it holds links that act for the recipient. Those that
 * are sent already, or gone, are left out.
 * @returns for each mail, in order, a promise that rejects when the mail server refuses it: its job tries it again later
 */
export async function sendMails(
  ids: number[],
  transport: Transporter,
  from: string,
): Promise<Promise<void>[]> {
  const mails = await sql<QueuedMail[]>`
    select id, to_address, subject, body, kind, language from mails
    where id = any(${ids}) and sent_at is null and body is not null`;
  const due = new Map(mails.map((mail) => [mail.id, mail]));
  return ids.map((id) => {
    const mail = due.get(id);
    return mail ? send(mail, transport, from) : Promise.resolve();
  });
}

async function send(mail: QueuedMail, transport: Transporter, from: string): Promise<void> {
  try {
    await transport.sendMail({
      from: { name: "Tribune", address: from },
      to: { name: "", address: mail.to_address },
      subject: mail.subject,
      text: mail.body,
      headers: {
        "Content-Language": mail.language,
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
      },
    });
  } catch (fault) {
    await sql`update mails set last_error = ${String(fault).slice(0, 500)} where id = ${mail.id}`;
    throw fault;
  }
  await sentMails.load(mail.id);
}

/** Mails kept in the database, the newest first: what /dev/mail shows while there is no SMTP_URL. */
export async function listKeptMails(): Promise<
  { id: number; to: string; subject: string; body: string; createdAt: Date }[]
> {
  const rows = await sql<
    { id: number; to_address: string; subject: string; body: string; created_at: Date }[]
  >`
    select id, to_address, subject, body, created_at from mails
    where sent_at is null and body is not null order by id desc limit 100`;
  return rows.map((row) => ({
    id: row.id,
    to: row.to_address,
    subject: row.subject,
    body: row.body,
    createdAt: row.created_at,
  }));
}

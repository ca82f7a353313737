import DataLoader from "dataloader";
import { createTransport, type Transporter } from "nodemailer";
import { sql } from "#db/sql.ts";

/** The way to the mail server in SMTP_URL; connections are kept open between mails. */
export function openTransport(smtpUrl: string): Transporter {
  return createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 4,
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

/** How long what a crowd asks for one by one is gathered before it is asked at once, in milliseconds. */
const gathering = 10;
const gathered = { cache: false, batchScheduleFn: (ask: () => void) => void setTimeout(ask, gathering) };

const queuedMails = new DataLoader<number, QueuedMail | undefined>(async (ids) => {
  const mails = await sql<QueuedMail[]>`
    select id, to_address, subject, body, kind, language from mails
    where id = any(${[...ids]}) and sent_at is null and body is not null`;
  const byId = new Map(mails.map((mail) => [mail.id, mail]));
  return ids.map((id) => byId.get(id));
}, gathered);

const sentMails = new DataLoader<number, null>(async (ids) => {
  await sql`update mails set sent_at = now(), body = null, last_error = null where id = any(${[...ids]})`;
  return ids.map(() => null);
}, gathered);

/**
 * Sends one mail that queueMail wrote down and forgets its text: it holds links that act for the recipient.
 * Sending it again does nothing. Throws when the mail server refuses, and the job is tried again later.
 */
export async function sendMail(id: number, transport: Transporter, from: string): Promise<void> {
  const mail = await queuedMails.load(id);
  if (!mail) return;
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
    await sql`update mails set last_error = ${String(fault).slice(0, 500)} where id = ${id}`;
    throw fault;
  }
  await sentMails.load(id);
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

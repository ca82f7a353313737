import DataLoader from "dataloader";
import { createTransport, type Transporter } from "nodemailer";
import { sql } from "#db/sql.ts";
import { inSpan } from "#app/server/spans.ts";
import { noteDeadAddress } from "./dead-address.server.ts";

/** The key by which mails are signed (DKIM, RFC 6376); `privateKey` is PEM. */
export type DkimKey = { domainName: string; keySelector: string; privateKey: string };

// The library's own list lacks the second of the headers that RFC 8058 (section 4) wants signed.
const signedHeaders =
  "From:Reply-To:Subject:Date:Message-ID:To:MIME-Version:Content-Type:Content-Transfer-Encoding:Content-Language:" +
  "List-Unsubscribe:List-Unsubscribe-Post";

/** The way to the mail server in SMTP_URL; connections are kept open between mails. */
export function openTransport(smtpUrl: string, dkim?: DkimKey): Transporter {
  return createTransport({
    ...(dkim ? { dkim: { ...dkim, headerFieldNames: signedHeaders } } : {}),
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
  html: string | null;
  headers: Record<string, string> | null;
  kind: string;
  language: string;
};

/** Notes mails as sent, all of the same few milliseconds in one statement: a crowd that signs has 240 a second. */
const sentMails = new DataLoader<number, null>(
  async (ids) => {
    await sql`update mails set sent_at = now(), body = null, html = null, headers = null, last_error = null where id = any(${[...ids]})`;
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
    select id, to_address, subject, body, html, headers, kind, language from mails
    where id = any(${ids}) and sent_at is null and body is not null`;
  const due = new Map(mails.map((mail) => [mail.id, mail]));
  return ids.map((id) => {
    const mail = due.get(id);
    if (!mail) return Promise.resolve();
    return inSpan("client", `mail ${mail.kind}`, {}, () => send(mail, transport, from));
  });
}

async function send(mail: QueuedMail, transport: Transporter, from: string): Promise<void> {
  try {
    await transport.sendMail({
      from: { name: "Tribune", address: from },
      to: { name: "", address: mail.to_address },
      subject: mail.subject,
      text: mail.body,
      ...(mail.html === null ? {} : { html: mail.html }),
      headers: {
        ...mail.headers,
        "Content-Language": mail.language,
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
      },
    });
  } catch (fault) {
    const reason = String(fault).slice(0, 500);
    const dead = isRefusedForGood(fault);
    await sql`
      update mails set last_error = ${reason}
        ${dead ? sql`, body = null, html = null, headers = null` : sql``}
      where id = ${mail.id}`;
    // To try again for a day would change nothing of it.
    if (dead) return noteDeadAddress(mail.to_address, reason);
    throw fault;
  }
  await sentMails.load(mail.id);
}

/** Whether the server has refused the recipient by a 5xx: 4xx may pass (RFC 5321, section 4.2.1). */
function isRefusedForGood(fault: unknown): boolean {
  const { command, responseCode } = fault as { command?: string; responseCode?: number };
  return command === "RCPT TO" && responseCode !== undefined && responseCode >= 500 && responseCode < 600;
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

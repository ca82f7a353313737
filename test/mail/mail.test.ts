import { afterEach, beforeAll, afterAll, expect, test } from "vitest";
import { run, type Runner } from "graphile-worker";
import type { Transporter } from "nodemailer";
import { mayReadKeptMails } from "#app/mail/kept-mails.server.ts";
import { confirmSignatureMessage, joinMessage } from "#app/mail/messages.ts";
import { queueMail, queueWrittenMails } from "#app/mail/queue-mail.server.ts";
import { listKeptMails, openTransport, sendMails } from "#app/mail/send-mail.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { type Mailbox, startMailbox } from "../mailbox.ts";
import { makeAccount } from "../made-up.ts";

useDatabase();
let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await startMailbox();
});
afterAll(() => mailbox.close());
afterEach(() => {
  delete process.env.SMTP_URL;
});

const message = {
  kind: "join",
  subject: "Bienvenue à « Tribune » — été",
  body: "Bonjour,\n\nhttps://tribune.example/x\n",
};
const sendOne = async (id: number, transport: Transporter) => {
  await Promise.all(await sendMails([id], transport, "tribune@example.org"));
};
const queue = (to: string, wish = message) => sql.begin((tx) => queueMail(tx, to, "fr", wish));
const newest = async () => {
  const [mail] = await sql<
    { id: number; body: string | null; sent_at: Date | null; last_error: string | null }[]
  >`
    select id, body, sent_at, last_error from mails order by id desc limit 1`;
  if (!mail) throw new Error("no mail");
  return mail;
};

test("a mail goes out over SMTP as it was written, and its text with the links is forgotten", async () => {
  await queue("reader@example.org");
  const transport = openTransport(mailbox.url);
  const { id } = await newest();
  await sendOne(id, transport);
  await sendOne(id, transport);
  transport.close();
  const mail = await mailbox.waitFor("reader@example.org");
  expect(mailbox.messages).toHaveLength(1);
  expect(mail.subject).toBe(message.subject);
  expect(mail.text?.trim()).toBe(message.body.trim());
  expect(mail.html).toBe(false);
  expect(mail.from?.value).toEqual([{ name: "Tribune", address: "tribune@example.org" }]);
  expect(mail.headers.get("content-language")).toBe("fr");
  expect(await newest()).toMatchObject({ body: null, last_error: null });
  expect((await newest()).sent_at).not.toBeNull();
});

test("a name or a title cannot write headers of its own", async () => {
  const values = { name: "Eve\r\nBcc: all@example.org", title: "Title\r\nX-Evil: 1", version: 1 };
  await queue(
    "header@example.org",
    confirmSignatureMessage("en", values, "https://tribune.example/signatures/x"),
  );
  const transport = openTransport(mailbox.url);
  await sendOne((await newest()).id, transport);
  transport.close();
  const mail = await mailbox.waitFor("header@example.org");
  expect(mail.headers.get("x-evil")).toBeUndefined();
  expect(mail.bcc).toBeUndefined();
});

test("a mail server that refuses leaves the mail with its reason, and the job fails to be tried again", async () => {
  await queue("later@example.org");
  const { id } = await newest();
  const transport = openTransport("smtp://127.0.0.1:9");
  await expect(sendOne(id, transport)).rejects.toThrow();
  transport.close();
  expect(await newest()).toMatchObject({ id, sent_at: null, body: message.body });
  expect((await newest()).last_error).toContain("ECONNREFUSED");
});

test("a mail exists if and only if what it speaks of does", async () => {
  process.env.SMTP_URL = mailbox.url;
  const mails = (await sql`select 1 from mails`).count;
  const failing = sql.begin(async (tx) => {
    await queueMail(tx, "undone@example.org", "en", message);
    throw new Error("undone");
  });
  await expect(failing).rejects.toThrow("undone");
  expect((await sql`select 1 from mails`).count).toBe(mails);
  expect((await sql`select 1 from graphile_worker.jobs`).count).toBe(0);
});

test("the queue sends what was committed", async () => {
  process.env.SMTP_URL = mailbox.url;
  await queue("queued@example.org", joinMessage("fr", "Zoé", "https://tribune.example/confirm-address/t"));
  const transport = openTransport(mailbox.url);
  await queueWrittenMails();
  const runner: Runner = await run({
    connectionString: process.env.DATABASE_URL,
    noHandleSignals: true,
    taskList: {
      "send-mails": (ids) => sendMails(ids as number[], transport, "tribune@example.org"),
    },
  });
  const mail = await mailbox.waitFor("queued@example.org");
  expect(mailbox.linkIn(mail, /^\/confirm-address\/t$/)).toBe("https://tribune.example/confirm-address/t");
  await runner.stop();
  transport.close();
});

test("kept mails are for administrators and this machine, and only while no mail server is set", async () => {
  const [admin, member] = [await makeAccount({ role: "admin" }), await makeAccount()];
  const elsewhere = { fromThisMachine: false };
  expect(mayReadKeptMails(admin, elsewhere)).toBe(true);
  expect(mayReadKeptMails(member, elsewhere)).toBe(false);
  expect(mayReadKeptMails(null, elsewhere)).toBe(false);
  expect(mayReadKeptMails(null, { fromThisMachine: true })).toBe(true);
  process.env.SMTP_URL = mailbox.url;
  expect(mayReadKeptMails(admin, { fromThisMachine: true })).toBe(false);
  expect((await listKeptMails()).map(({ to }) => to)).toContain("later@example.org");
});

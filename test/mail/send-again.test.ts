import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { runOnce } from "graphile-worker";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { queueMail, queueWrittenMails } from "#app/mail/queue-mail.server.ts";
import { listKeptMails, openTransport, sendMails } from "#app/mail/send-mail.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { expectConsoleError } from "../vitest-console.ts";

useDatabase();

let refusing = false;
/** The subject of the one mail that is refused. */
let refused = "";
const taken: string[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  onRcptTo(_address, _session, callback) {
    callback(refusing ? Object.assign(new Error("The mailbox is full"), { responseCode: 452 }) : null);
  },
  onData(stream, _session, callback) {
    simpleParser(stream).then(
      (mail) => {
        if (mail.subject === refused) return callback(new Error("The mailbox is full"));
        taken.push(mail.subject ?? "");
        callback();
      },
      (fault: unknown) => callback(fault instanceof Error ? fault : new Error(String(fault))),
    );
  },
});
let url = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  process.env.SMTP_URL = url;
});
afterAll(async () => {
  delete process.env.SMTP_URL;
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

const message = (subject: string) => ({ kind: "join", subject, body: "Text with a link\n" });
const queue = (subject: string) =>
  sql.begin((tx) => queueMail(tx, "ada@example.org", "en", message(subject)));
const mailOf = async (subject: string) => {
  const [mail] = await sql`select body, sent_at, last_error from mails where subject = ${subject}`;
  return mail;
};
/** Does every job that is due, as the queue of the running application would. */
async function workOnce(): Promise<void> {
  await queueWrittenMails();
  const transport = openTransport(url);
  await runOnce({
    connectionString: process.env.DATABASE_URL,
    noHandleSignals: true,
    taskList: {
      "send-mails": (ids) => sendMails(ids as number[], transport, "tribune@example.org"),
    },
  });
  transport.close();
}

test("a mail that the server refused is tried again until it is taken, and then its text is forgotten", async () => {
  expectConsoleError(/The mailbox is full/);
  refusing = true;
  await queue("first refused");
  await workOnce();
  expect(taken).toEqual([]);
  expect(await mailOf("first refused")).toMatchObject({ body: "Text with a link\n", sent_at: null });
  expect((await mailOf("first refused"))?.last_error).toContain("The mailbox is full");
  const jobs = await sql<{ attempts: number; max_attempts: number; later: boolean }[]>`
    select attempts, max_attempts, run_at > now() as later from graphile_worker.jobs`;
  expect([...jobs]).toEqual([{ attempts: 1, max_attempts: 14, later: true }]);

  refusing = false;
  await sql`select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at => now())`;
  await workOnce();
  expect(taken).toEqual(["first refused"]);
  expect(await mailOf("first refused")).toMatchObject({ body: null, last_error: null });
  expect((await mailOf("first refused"))?.sent_at).toBeInstanceOf(Date);
  expect((await sql`select 1 from graphile_worker.jobs`).count).toBe(0);
  expect(await listKeptMails()).toEqual([]);
});

test("while no mail server is set a mail is kept, and no job waits for it", async () => {
  delete process.env.SMTP_URL;
  await queue("kept");
  expect((await sql`select 1 from graphile_worker.jobs`).count).toBe(0);
  expect(await listKeptMails()).toMatchObject([{ to: "ada@example.org", subject: "kept" }]);
});

test("of mails that go out together each is tried again for itself", async () => {
  expectConsoleError(/The mailbox is full/);
  taken.length = 0;
  for (let each = 1; each <= 30; each++) await queue(`together ${each}`);
  const jobs = async () =>
    (
      await sql<{ ids: number[] }[]>`
      select payload as ids from graphile_worker._private_jobs order by id`
    ).map(({ ids }) => ids.length);
  await queueWrittenMails();
  expect(await jobs()).toEqual([24, 6]);
  await queueWrittenMails();
  expect(await jobs(), "each is queued once").toEqual([24, 6]);
  refused = "together 7";
  await workOnce();
  expect(new Set(taken).size).toBe(29);
  expect(await jobs()).toEqual([1]);
  refused = "";
  await sql`select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at => now())`;
  await workOnce();
  expect(taken).toHaveLength(30);
  expect(await jobs()).toEqual([]);
});

test("a mail whose row is gone, for its account was deleted, is not sent", async () => {
  await queue("gone");
  await sql`delete from mails where subject = 'gone'`;
  await workOnce();
  expect(taken).not.toContain("gone");
  expect((await sql`select 1 from graphile_worker.jobs`).count).toBe(0);
});

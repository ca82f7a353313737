import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { deleteAccount } from "#app/accounts/change-account.server.ts";
import { readDeadAddress, reviveAddress } from "#app/mail/dead-address.server.ts";
import { queueWrittenMails } from "#app/mail/queue-mail.server.ts";
import { openTransport, sendMails } from "#app/mail/send-mail.server.ts";
import { mailNotices } from "#app/notices/mail-notices.server.ts";
import { openNotice } from "#app/notices/open-notice.server.ts";
import { listNotices } from "#app/notices/read-notices.server.ts";
import {
  follow,
  listSubscriptions,
  readDefaultRhythm,
  setDefaultRhythm,
} from "#app/notices/subscribe.server.ts";
import { readUnsubscribe, unsubscribe } from "#app/notices/unsubscribe.server.ts";
import { linkOfToken, unsubscribeToken } from "#app/notices/unsubscribe-token.ts";
import { sweepDigests, writeDigests } from "#app/notices/write-digests.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { type Mailbox, startMailbox } from "../mailbox.ts";
import { holdsByDkim } from "../mail/dkim.ts";
import { makeAccount, makeLetter, origin, password } from "../made-up.ts";
import { age, say } from "./told.ts";

useDatabase();
let mailbox: Mailbox;
let author: Account;
let slug: string;
beforeAll(async () => {
  process.env.SECRET_KEY = "a key for the tests of notices only";
  mailbox = await startMailbox();
  author = await makeAccount({ name: "Bea & <b>Co</b>" });
  ({ slug } = await makeLetter(author, { title: `Who reads "our" <clouds>?` }));
});
afterAll(() => mailbox.close());

/** A reader whose comment was answered so many times. @returns the thread */
async function answered(reader: Account, times = 1): Promise<number> {
  const root = await say({ letter: slug }, reader, "One rule.");
  for (let time = 1; time <= times; time++)
    await say({ letter: slug }, author, `Answer <i>${time}</i>`, root);
  return root;
}
async function reader(rhythm: "at-once" | "daily" | "weekly" | "never", language: "en" | "fr" = "en") {
  const account = await makeAccount({ language });
  await setDefaultRhythm(account.id, rhythm);
  return account;
}
type Mail = {
  id: number;
  kind: string;
  subject: string;
  body: string;
  html: string;
  headers: Record<string, string>;
};
const mailsTo = ({ email }: Account) =>
  sql<
    Mail[]
  >`select id, kind, subject, body, html, headers from mails where to_address = ${email} order by id`;
const mailAll = async (now = new Date()) => {
  while ((await mailNotices(origin, now)) === "told");
};
const digestAll = async (now: string) => {
  while ((await writeDigests(origin, new Date(now))) === "told");
};
const tokenIn = ({ headers }: Mail) =>
  /unsubscribe\/([\w-]+)>/.exec(headers["List-Unsubscribe"] ?? "")?.[1] ?? "";
const told = async ({ id }: Account, at: string) => {
  await sql`update notices set created_at = ${at} where account_id = ${id}`;
};

describe("at once", () => {
  test("several of one thread come in one mail, five minutes after the first; once however many are at it", async () => {
    const ada = await reader("at-once", "fr");
    await answered(ada, 2);
    await mailAll();
    expect(await mailsTo(ada)).toHaveLength(0);
    await sql`
      update notices set created_at = created_at - interval '6 minutes'
      where id = (select min(id) from notices where account_id = ${ada.id})`;
    await Promise.all([mailAll(), mailAll(), mailAll()]);
    await mailAll();
    const [mail, ...others] = await mailsTo(ada);
    expect(others).toHaveLength(0);
    expect(mail?.subject).toContain("2 nouveaux avis");
    expect(mail?.body).toContain("> Answer <i>1</i>");
    expect(mail?.body).toContain("> Answer <i>2</i>");
    expect(mail?.html).toContain("Answer &lt;i&gt;1&lt;/i&gt;");
    expect(mail?.html).toContain("Bea &amp; &lt;b&gt;Co&lt;/b&gt;");
    expect(mail?.html).toContain("&lt;clouds&gt;");
    expect(mail?.html).not.toMatch(/<(img|b|i|script|link|style)\b/);
    // Every address of the text is in the HTML, and no other one.
    const links = (text = "") => new Set((text.match(/https?:\/\/[^\s<>"]+/g) ?? []).toSorted());
    expect(links(mail?.html)).toEqual(links(mail?.body));
    expect(mail?.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
  });

  test("what was read on the page meanwhile, or wanted otherwise, is not mailed", async () => {
    const [reads, never, daily] = [await reader("at-once"), await reader("never"), await reader("daily")];
    for (const each of [reads, never, daily]) await answered(each);
    for (const each of [reads, never, daily]) await age(each, 10);
    const { notices } = await listNotices(reads.id, null);
    await openNotice(reads.id, notices[0]?.id ?? 0);
    await mailAll();
    for (const each of [reads, never, daily]) expect(await mailsTo(each)).toHaveLength(0);
    // Who changes their mind is mailed what waits.
    await setDefaultRhythm(daily.id, "at-once");
    await mailAll();
    expect(await mailsTo(daily)).toHaveLength(1);
  });
});

describe("a digest", () => {
  // 2026-12-07 is a Monday; Paris is an hour ahead of UTC in winter.
  test("of a day is written from eight in Paris, with what came before, once", async () => {
    const ada = await reader("daily");
    await answered(ada, 3);
    await told(ada, "2026-12-08T06:59:00Z");
    await digestAll("2026-12-08T06:59:30Z");
    expect(await mailsTo(ada)).toHaveLength(0);
    await Promise.all(Array.from({ length: 4 }, () => digestAll("2026-12-08T07:00:30Z")));
    await digestAll("2026-12-08T15:00:00Z");
    await digestAll("2026-12-09T07:01:00Z");
    const [mail, ...others] = await mailsTo(ada);
    expect(others).toHaveLength(0);
    expect(mail?.kind).toBe("daily-digest");
    expect(mail?.subject).toBe("Today: 3 notices");
    expect(mail?.body.match(/Answer <i>\d/g)).toHaveLength(3);
    await answered(ada);
    await sql`update notices set created_at = '2026-12-09T07:00:01Z' where account_id = ${ada.id} and mailed_at is null`;
    await digestAll("2026-12-09T10:00:00Z");
    expect(await mailsTo(ada)).toHaveLength(1);
    // Nothing ran for a day: it is made up for.
    await digestAll("2026-12-11T03:00:00Z");
    expect((await mailsTo(ada))[1]?.subject).toBe("Today: 1 notice");
  });

  test("of a week is written on Monday", async () => {
    const ada = await reader("weekly");
    await answered(ada);
    await told(ada, "2026-12-03T12:00:00Z");
    await digestAll("2026-12-06T23:00:00Z");
    await digestAll("2026-12-07T06:59:00Z");
    expect(await mailsTo(ada)).toHaveLength(0);
    await digestAll("2026-12-07T07:01:00Z");
    await digestAll("2026-12-10T07:01:00Z");
    expect((await mailsTo(ada)).map(({ kind }) => kind)).toEqual(["weekly-digest"]);
  });

  test("that dies in the middle leaves nothing behind and is written then", async () => {
    const ada = await reader("daily");
    await answered(ada);
    await told(ada, "2026-12-08T06:00:00Z");
    await sql`
      create function refuse_mails() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`;
    await sql`create trigger refuse_mails before insert on mails for each row execute function refuse_mails()`;
    await expect(digestAll("2026-12-08T07:01:00Z")).rejects.toThrow("no");
    await sql`drop trigger refuse_mails on mails`;
    expect((await sql`select 1 from digests where account_id = ${ada.id}`).count).toBe(0);
    await digestAll("2026-12-08T07:02:00Z");
    expect(await mailsTo(ada)).toHaveLength(1);
    await sql`update digests set due_at = now() - interval '31 days' where account_id = ${ada.id}`;
    await sweepDigests();
    expect((await sql`select 1 from digests where account_id = ${ada.id}`).count).toBe(0);
  });

  test("and an account that is deleted while it is written: no mail, no notice is left of it", async () => {
    const leaving = await Promise.all(Array.from({ length: 6 }, () => reader("daily")));
    for (const each of leaving) {
      await answered(each);
      await told(each, "2026-12-08T06:00:00Z");
    }
    const emails = leaving.map(({ email }) => email);
    await Promise.all([
      ...leaving.map((each) => deleteAccount(each, password)),
      digestAll("2026-12-08T07:01:00Z"),
      digestAll("2026-12-08T07:01:00Z"),
    ]);
    await digestAll("2026-12-08T07:05:00Z");
    expect((await sql`select 1 from mails where to_address = any(${emails})`).count).toBe(0);
    const ids = leaving.map(({ id }) => id);
    for (const table of ["notices", "digests", "unsubscribe_links", "subscriptions"])
      expect((await sql`select 1 from ${sql(table)} where account_id = any(${ids})`).count, table).toBe(0);
  });
});

describe("unsubscribing", () => {
  test("ends what the mail was about, and only that; used twice it is as once", async () => {
    const ada = await reader("at-once");
    const root = await answered(ada);
    const other = await answered(ada);
    await age(ada, 10);
    await mailAll();
    const mails = await mailsTo(ada);
    expect(mails).toHaveLength(2);
    const token = mails.map(tokenIn).find((each) => each !== "") ?? "";
    const ended = (await readUnsubscribe(token))?.kind;
    expect(ended).toBe("thread");
    expect(await unsubscribe(token)).toEqual({ outcome: "unsubscribed" });
    expect(await unsubscribe(token)).toEqual({ outcome: "unsubscribed" });
    expect(await readUnsubscribe(token)).toMatchObject({ used: true });
    const subscriptions = await listSubscriptions(ada.id);
    expect(subscriptions).toMatchObject([{ kind: "thread", rhythm: "never" }]);
    const quiet = subscriptions[0]?.id;
    for (const thread of [root, other]) await say({ letter: slug }, author, "Once more.", thread);
    const { notices } = await listNotices(ada.id, null);
    expect(notices).toHaveLength(3);
    await age(ada, 10);
    await mailAll();
    expect(await mailsTo(ada)).toHaveLength(3);
    // Chosen anew, the same link works anew.
    await follow(ada.id, { kind: "thread", id: quiet ?? 0 }, "at-once");
    expect(await readUnsubscribe(token)).toMatchObject({ used: false });
  });

  test("from a digest ends that digest", async () => {
    const ada = await reader("daily");
    await answered(ada);
    await told(ada, "2026-12-08T06:00:00Z");
    await digestAll("2026-12-08T07:01:00Z");
    const [mail] = await mailsTo(ada);
    if (!mail) throw new Error("no digest");
    expect(mail.body).not.toContain(ada.email);
    await answered(ada);
    expect(await unsubscribe(tokenIn(mail))).toEqual({ outcome: "unsubscribed" });
    expect(await readDefaultRhythm(ada.id)).toBe("never");
    await told(ada, "2026-12-09T06:00:00Z");
    await digestAll("2026-12-09T07:01:00Z");
    expect(await mailsTo(ada)).toHaveLength(1);
    // They are still told on their page.
    await answered(ada);
    expect((await listNotices(ada.id, null)).notices).toHaveLength(3);
  });

  test("takes no token that we did not make", async () => {
    const id = "0f8fad5b-d9cb-469f-a165-70867728950e";
    const token = unsubscribeToken(id);
    expect(linkOfToken(token)).toBe(id);
    for (const mangled of [
      "",
      "x",
      token.slice(1),
      `${token}A`,
      token.replace(/^./, (sign) => (sign === "A" ? "B" : "A")),
    ]) {
      expect(linkOfToken(mangled), mangled).toBeNull();
      expect(await unsubscribe(mangled)).toEqual({ outcome: "unknown-token" });
    }
    // Ours, of an account that is gone.
    expect(await unsubscribe(token)).toEqual({ outcome: "unknown-token" });
  });
});

describe("over SMTP", () => {
  const sendAll = async (account: Account, url: string, dkim?: Parameters<typeof openTransport>[1]) => {
    const transport = openTransport(url, dkim);
    const ids = (await mailsTo(account)).map(({ id }) => id);
    const sent = await Promise.allSettled(await sendMails(ids, transport, "tribune@example.org"));
    transport.close();
    return sent.map(({ status }) => status);
  };

  test("both texts and the headers arrive, signed by DKIM with both unsubscribe headers, and are forgotten", async () => {
    const ada = await reader("at-once");
    await answered(ada);
    await age(ada, 10);
    await mailAll();
    const { privateKey, publicKey } = generateKeyPairSync("rsa", {
      modulusLength: 2048,
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
      publicKeyEncoding: { type: "spki", format: "pem" },
    });
    await sendAll(ada, mailbox.url, { domainName: "example.org", keySelector: "told", privateKey });
    const mail = await mailbox.waitFor(ada.email);
    expect(mail.text).toContain("> Answer <i>1</i>");
    expect(mail.html).toContain("Answer &lt;i&gt;1&lt;/i&gt;");
    const header = (name: string) =>
      mail.headerLines.find(({ key }) => key === name)?.line.replace(/\r?\n\s+/g, " ") ?? "";
    expect(header("list-unsubscribe")).toMatch(
      /^List-Unsubscribe: <https:\/\/tribune\.example\/notices\/unsubscribe\/[\w-]+>$/,
    );
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    const signature = header("dkim-signature");
    expect(signature).toMatch(/d=example\.org; .*s=told;/);
    expect(signature.replaceAll(" ", "").toLowerCase()).toMatch(
      /h=[^;]*list-unsubscribe:list-unsubscribe-post/,
    );
    const source = mailbox.sourceOf(mail);
    expect(holdsByDkim(source, publicKey), "as its receiver computes it").toBe(true);
    for (const [said, forged] of [
      ["List-Unsubscribe-Post: List", "List-Unsubscribe-Post: Lost"],
      ["/notices/unsubscribe/", "/notices/unsubscribed"],
      ["Subject: ", "Subject: Not "],
      ["nswer", "mswer"],
    ] as const) {
      const changed = source.toString("latin1").replace(said, forged);
      expect(changed, said).not.toBe(source.toString("latin1"));
      expect(holdsByDkim(Buffer.from(changed, "latin1"), publicKey), said).toBe(false);
    }
    const [left] = await sql`select body, html, headers from mails where to_address = ${ada.email}`;
    expect(left).toEqual({ body: null, html: null, headers: null });
  });

  test("a mail server that is away for a day loses nothing and gets nothing twice", async () => {
    const ada = await reader("at-once");
    await answered(ada);
    await age(ada, 10);
    await mailAll();
    // Nobody listens there: the port of a mail server that was closed.
    const away = await startMailbox();
    await away.close();
    for (let hour = 0; hour < 3; hour++) {
      expect(await sendAll(ada, away.url)).toEqual(["rejected"]);
      const [kept] = await sql`select sent_at, body, last_error from mails where to_address = ${ada.email}`;
      expect(kept).toMatchObject({ sent_at: null, last_error: expect.stringContaining("ECONN") as string });
      expect(kept?.body).toContain("> Answer <i>1</i>");
      expect(await readDeadAddress(ada.email), "the address is not at fault").toBeNull();
      // Nothing is written a second time meanwhile.
      await mailAll();
      expect(await mailsTo(ada)).toHaveLength(1);
    }
    // Back again: those that tried meanwhile may all be at it, one after the other.
    for (let time = 0; time < 3; time++) expect(await sendAll(ada, mailbox.url)).toEqual(["fulfilled"]);
    await mailbox.waitFor(ada.email);
    const to = (each: { to?: unknown }) => JSON.stringify(each.to).includes(ada.email);
    expect(mailbox.messages.filter(to)).toHaveLength(1);
  });

  test("a mail is queued once, and tried for longer than a day", async () => {
    process.env.SMTP_URL = mailbox.url;
    const ada = await reader("at-once");
    await answered(ada);
    await age(ada, 10);
    await mailAll();
    delete process.env.SMTP_URL;
    const [mail] = await mailsTo(ada);
    for (let time = 0; time < 2; time++) while ((await queueWrittenMails()) === "more");
    const jobs = await sql<{ most: number }[]>`
      select max_attempts as most from graphile_worker._private_jobs
      where payload::jsonb @> ${sql.json([mail?.id ?? 0])}`;
    expect(jobs).toHaveLength(1);
    // graphile-worker waits exp(least(10, attempts)) seconds after an attempt that failed.
    let waits = 0;
    for (let attempt = 1; attempt < (jobs[0]?.most ?? 0); attempt++) waits += Math.exp(Math.min(10, attempt));
    expect(waits).toBeGreaterThan(25 * 3600);
  });

  test("an address that is refused for good is mailed no more notices until it is tried again", async () => {
    const refusing = await startMailbox({ refuse: { dead: 550, busy: 450 } });
    const dead = await makeAccount({ email: "dead@bounce.example" });
    const busy = await makeAccount({ email: "busy@bounce.example" });
    for (const { id } of [dead, busy]) await setDefaultRhythm(id, "at-once");
    for (const each of [dead, busy]) await answered(each);
    for (const each of [dead, busy]) await age(each, 10);
    await mailAll();
    // What would be so in a day is not tried again; what may pass is.
    expect(await sendAll(dead, refusing.url)).toEqual(["fulfilled"]);
    expect(await sendAll(busy, refusing.url)).toEqual(["rejected"]);
    await refusing.close();
    expect(await readDeadAddress("Dead@bounce.example")).toMatchObject({
      reason: expect.stringContaining("550") as string,
    });
    expect(await readDeadAddress(busy.email)).toBeNull();
    await answered(dead);
    await age(dead, 10);
    await mailAll();
    expect(await mailsTo(dead)).toHaveLength(1);
    await reviveAddress(dead.email);
    await mailAll();
    expect(await mailsTo(dead)).toHaveLength(2);
  });
});

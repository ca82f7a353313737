import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { AddressForm } from "#app/accounts/account.ts";
import { closeSql, sql } from "#db/sql.ts";
import { post } from "../asking.ts";
import { startMailbox } from "../mailbox.ts";
import { makeAccount, makeLetter } from "../made-up.ts";
import { makeProof } from "../proof-of-work.ts";
import { useTribune } from "../server/tribune.ts";

const mailbox = await startMailbox();
const tribune = useTribune({ SMTP_URL: mailbox.url, MAIL_FROM: "tribune@example.org" });
beforeAll(() => (process.env.DATABASE_URL = tribune.databaseUrl()));
afterAll(async () => {
  await closeSql();
  await mailbox.close();
});
beforeEach(() => sql`delete from rate_limits`);

/** What would end a header and begin another, or be read as one by a mail program that decodes it. */
const lines = [
  "\r\nBcc: all@evil.example",
  "\nBcc: all@evil.example",
  "\rBcc: all@evil.example",
  "\r\n\r\nAnother body",
  "\r\n Folded",
  "\u2028Bcc: all@evil.example",
  "\u2029Bcc: all@evil.example",
  "\u0085Bcc: all@evil.example",
  "\u000bBcc: all@evil.example",
  "\u560d\u560aBcc: all@evil.example",
  "%0d%0aBcc: all@evil.example",
  "=?utf-8?Q?=0D=0ABcc:_all@evil.example?=",
  "=?utf-8?B?DQpCY2M6IGFsbEBldmlsLmV4YW1wbGU=?=",
  ", all@evil.example",
  '" <all@evil.example>, "',
  "<all@evil.example>",
  "x".repeat(140),
  "été 😀 ".repeat(20),
];
const expected = [
  "auto-submitted",
  "content-language",
  "content-transfer-encoding",
  "content-type",
  "date",
  "from",
  "message-id",
  "mime-version",
  "subject",
  "to",
  "x-auto-response-suppress",
];

/** The header lines of a mail as it came over the wire: each name with what is unfolded of it. */
function headersOf(source: Buffer): [name: string, value: string][] {
  const [head = ""] = source.toString("latin1").split("\r\n\r\n");
  // No line end but CRLF, and nothing beyond ASCII, which old mail programs would read in ways of their own.
  expect(head.replaceAll("\r\n", "")).toMatch(/^[\x20-\x7e\t]*$/);
  return head
    .replace(/\r\n[ \t]+/g, " ")
    .split("\r\n")
    .map((line): [string, string] => [
      (line.split(":")[0] ?? "").toLowerCase(),
      line.slice(line.indexOf(":") + 1).trim(),
    ]);
}

async function expectPlain(email: string) {
  const mail = await mailbox.waitFor(email);
  const headers = headersOf(mailbox.sourceOf(mail));
  expect(headers.map(([name]) => name).toSorted()).toEqual(expected);
  const told = Object.fromEntries(headers);
  expect(told.to).toBe(email);
  expect(told.from).toBe("Tribune <tribune@example.org>");
  expect(mail.bcc).toBeUndefined();
  expect(mail.cc).toBeUndefined();
  return mail;
}

describe("what somebody types makes no header of a mail, on the wire", { timeout: 60_000 }, () => {
  test.each(lines.map((line, number) => [line, number] as const))(
    "a name with %j, who joins",
    async (line, number) => {
      const email = `joins-${number}@example.org`;
      const fields = { name: `Eve${line}`.slice(0, 119), email, password: "a quiet long phrase" };
      expect((await post(tribune.url(), "/join", fields)).status).toBeLessThan(400);
      const mail = await expectPlain(email);
      // What could pass for a line of its own within a subject is a space or is gone.
      expect(mail.subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    },
  );

  test.each(lines.map((line, number) => [line, number] as const))(
    "a letter called %j, and who signs it",
    async (line, number) => {
      const letter = await makeLetter(await makeAccount(), { title: `Title${line}`.slice(0, 199) });
      const email = `signs-${number}@example.org`;
      const fields = {
        name: `Eve${line}`.slice(0, 119),
        email,
        statement: "Said.",
        showName: "on",
        proof: await makeProof(),
      };
      const answer = await post(tribune.url(), `/letters/${letter.slug}/sign`, fields);
      expect(answer.status, answer.text.slice(0, 400)).toBeLessThan(400);
      await expectPlain(email);
    },
  );
});

describe("an address is one address, or is refused", () => {
  test.each([
    "a@example.org\r\nBcc: b@example.org",
    "a@example.org\nBcc: b@example.org",
    "a@example.org,b@example.org",
    "a@example.org;b@example.org",
    "a@example.org b@example.org",
    "<a@example.org>",
    "A <a@example.org>",
    '"a b"@example.org',
    '"a@b"@example.org',
    "a@example.org>",
    "a@b@example.org",
    "a@example.org\u2028b",
    "a@[127.0.0.1]",
    "a@example.org\0",
    "=?utf-8?q?a?=@example.org",
    "a\u200bb@example.org",
    "a\u00adb@example.org",
    "a%b@example.org",
    "a!b@example.org",
    "a@example",
    "@example.org",
    "a@-example.org\r\nRCPT TO:<b@example.org>",
    "a@example.org SIZE=1",
    "postmaster@example.org/../b@example.org",
  ])("%j", async (typed) => {
    const before = mailbox.messages.length;
    const parsed = AddressForm.safeParse({ email: typed });
    const answer = await post(tribune.url(), "/my-data", { email: typed });
    if (!parsed.success) {
      expect([400, 429]).toContain(answer.status);
      expect((await sql`select 1 from mails where to_address = 'b@example.org'`).count).toBe(0);
      return;
    }
    const { email } = parsed.data;
    expect(email).not.toMatch(/[\s<>,;"]/);
    const mail = await mailbox.waitFor(email, { after: before });
    const [to] = [mail.to ?? []].flat();
    expect(to?.value.map(({ address }) => address)).toEqual([email]);
  });
});

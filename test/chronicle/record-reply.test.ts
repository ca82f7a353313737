import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { deleteAccount } from "#app/accounts/change-account.server.ts";
import { readOutcome } from "#app/chronicle/read-outcome.server.ts";
import { readReplies } from "#app/chronicle/read-records.server.ts";
import { recordReply } from "#app/chronicle/record-reply.server.ts";
import { archiveLetter } from "#app/letters/archive-letter.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { lastMailTo, makeAccount, makeLetter, origin, password } from "../made-up.ts";
import { dayFromNow, makeOfficial, replyForm } from "./made-up-records.ts";

useDatabase();
let author: Account;
beforeAll(async () => {
  author = await makeAccount({ language: "fr" });
});
const record = (slug: string, account: Account, form = replyForm()) =>
  recordReply(slug, account.id, form, origin);

describe("a reply", () => {
  test("that the author records says that the author did", async () => {
    const { id, slug } = await makeLetter(author);
    const form = replyForm({ address: "https://ministry.example/reply" });
    const first = await record(slug, author, form);
    expect(await record(slug, author, form)).toEqual(first);
    expect(await readReplies(id)).toMatchObject([
      {
        ...{ name: "Iris Minister", office: "Minister of clouds", body: "Dear authors,\n\nyes." },
        ...{
          address: "https://ministry.example/reply",
          recordedAs: "author",
          recorder: null,
          official: null,
        },
      },
    ]);
  });

  test("that an official records keeps what was vouched of them, and the author is told", async () => {
    const { id, slug } = await makeLetter(author, { title: "Rules for clouds" });
    const official = await makeOfficial();
    const recorded = await record(slug, official);
    const [reply] = await readReplies(id);
    expect(reply).toMatchObject({
      ...{ recordedAs: "official", recorder: official.name },
      official: { body: "Direction des nuages", siret: "13002526500013" },
    });
    const mail = await lastMailTo(author.email);
    expect(mail).toMatchObject({ kind: "reply-recorded", language: "fr" });
    expect(mail.body).toContain("Direction des nuages");
    const replyId = recorded.outcome === "recorded" ? recorded.id : 0;
    expect(mail.body.split("\n")).toContain(`${origin}/letters/${slug}/replies/${replyId}`);
    // The post ends, the account goes: what was vouched stays, the name does not.
    await sql`delete from officials where account_id = ${official.id}`;
    expect(await deleteAccount(official, password)).toMatchObject({ outcome: "deleted" });
    expect(await readReplies(id)).toMatchObject([
      { recorder: null, official: { body: "Direction des nuages" } },
    ]);
  });

  test("an author who is an official too records as the author", async () => {
    const both = await makeOfficial();
    const { id, slug } = await makeLetter(both);
    await record(slug, both);
    expect(await readReplies(id)).toMatchObject([{ recordedAs: "author", official: null }]);
  });

  test.each([
    ["anybody else", () => makeAccount()],
    ["an administrator", () => makeAccount({ role: "admin" })],
    ["who works for a company", () => makeOfficial(false)],
    ["whose body the register does not know yet", () => makeOfficial(null)],
  ])("is not recorded by %s", async (_who, make) => {
    const { id, slug } = await makeLetter(author);
    expect(await record(slug, await make())).toEqual({ outcome: "not-official" });
    expect(await readReplies(id)).toEqual([]);
  });

  test("nor by an official whose provider's word is too old", async () => {
    const { slug } = await makeLetter(author);
    const official = await makeOfficial();
    await sql`update officials set proved_at = now() - interval '13 months' where account_id = ${official.id}`;
    expect(await record(slug, official)).toEqual({ outcome: "not-official" });
  });

  test("is refused on an impossible day, on an archived letter, and the sixth in a day", async () => {
    const { slug } = await makeLetter(author, { closed: true });
    expect(await record(slug, author, replyForm({ day: dayFromNow(1) }))).toEqual({ outcome: "day-to-come" });
    expect(await record(slug, author, replyForm({ day: dayFromNow(-1) }))).toEqual({
      outcome: "day-too-early",
    });
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => record(slug, author)));
    expect(answers.filter(({ outcome }) => outcome === "too-often")).toHaveLength(1);
    await archiveLetter(slug, author.id);
    expect(await record(slug, author)).toEqual({ outcome: "letter-archived" });
    expect(await record("no-such-letter", author)).toEqual({ outcome: "not-found" });
  });

  test("stands before the letter's text with its beginning", async () => {
    const { id, slug } = await makeLetter(author);
    await record(slug, author, replyForm({ name: "First", day: dayFromNow(0) }));
    const long = "A **word** <script>alert(1)</script> ".repeat(40);
    await record(slug, author, replyForm({ name: "Second", body: `${long}\n\nNot this.` }));
    const { reply, replies } = await readOutcome(id);
    expect([reply?.name, reply?.body, replies]).toEqual(["Second", null, 2]);
    expect(reply?.excerpt).toMatch(/<strong>word<\/strong>.* …<\/p>$/s);
    expect(reply?.excerpt).not.toMatch(/Not this|<script/);
    await record(slug, await makeOfficial());
    expect((await readOutcome(id)).reply?.body, "who recorded it").toBe("Direction des nuages");
  });
});

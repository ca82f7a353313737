import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { deleteAccount } from "#app/accounts/change-account.server.ts";
import { withoutName } from "#app/mail/forget-name.server.ts";
import { signedForMessage } from "#app/mail/mandate-messages.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { openTransport, sendMails } from "#app/mail/send-mail.server.ts";
import { mailNotices } from "#app/notices/mail-notices.server.ts";
import { setDefaultRhythm } from "#app/notices/subscribe.server.ts";
import { writeDigests } from "#app/notices/write-digests.server.ts";
import { eraseEverything, eraseSignature } from "#app/personal-data/erase-data.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { startMailbox } from "../mailbox.ts";
import { makeAccount, makeLetter, origin, password, sign } from "../made-up.ts";
import { age, say } from "../notices/told.ts";
import { findEverywhere } from "../personal-data/find-everywhere.ts";

useDatabase();
let author: Account;
let letter: { id: number; slug: string };
beforeAll(async () => {
  process.env.SECRET_KEY = "a key for the tests of names in mails only";
  author = await makeAccount({ name: "Aude Author" });
  letter = await makeLetter(author);
});

const waiting = ({ email }: Account) =>
  sql<{ id: number; subject: string; body: string | null; html: string | null }[]>`
    select id, subject, body, html from mails where to_address = ${email} order by id`;

/** A follower who is answered, and mentioned, by somebody, in a mail that waits. */
async function mailed(leaving: Account, rhythm: "at-once" | "daily", language: "en" | "fr" = "en") {
  const follower = await makeAccount({ language });
  await setDefaultRhythm(follower.id, rhythm);
  const root = await say({ letter: letter.slug }, follower, "One rule.");
  await say({ letter: letter.slug }, leaving, "Which one?", root);
  await say({ letter: letter.slug }, author, `@${leaving.name} asks well.`, root);
  await age(follower, 10);
  return follower;
}

describe("an account that is erased while mails to others wait", () => {
  test.each(["en", "fr"] as const)(
    "is named in none of them, in text and in HTML: at once, %s",
    async (language) => {
      const leaving = await makeAccount({ name: "Wilhelmina O’Gone & <b>Co</b>" });
      const follower = await mailed(leaving, "at-once", language);
      while ((await mailNotices(origin)) === "told");
      const [before] = await waiting(follower);
      expect(before?.body).toContain("Wilhelmina O’Gone");
      const links = before?.body?.match(/https:\S+/g);
      expect(await deleteAccount(leaving, password)).toEqual({ outcome: "deleted" });
      const [after] = await waiting(follower);
      expect(after?.body).toContain(language === "en" ? "[name erased]" : "[nom effacé]");
      expect(after?.body?.match(/https:\S+/g)).toEqual(links);
      // Such a name is no mention, so it stays in the words of others; in mails it is taken out all the same.
      const columns = await findEverywhere(["wilhelmina", "o’gone"]);
      expect(columns.filter((column) => column.startsWith("mails."))).toEqual([]);
    },
  );

  test("is named in no digest that is sent afterwards", async () => {
    const leaving = await makeAccount({ name: "Dagobert Digested" });
    const follower = await mailed(leaving, "daily");
    await sql`update notices set created_at = '2026-12-08T06:00:00Z' where account_id = ${follower.id}`;
    while ((await writeDigests(origin, new Date("2026-12-08T07:01:00Z"))) === "told");
    expect((await waiting(follower))[0]?.body).toContain("Dagobert Digested");
    await eraseEverything(leaving.email, { byMail: true });
    expect(await findEverywhere(["dagobert"])).toEqual([]);
    const mailbox = await startMailbox();
    const transport = openTransport(mailbox.url);
    const ids = (await waiting(follower)).map(({ id }) => id);
    await Promise.all(await sendMails(ids, transport, "tribune@example.org"));
    const mail = await mailbox.waitFor(follower.email);
    transport.close();
    await mailbox.close();
    expect(`${mail.subject} ${mail.text} ${mail.html || ""}`).not.toMatch(/Dagobert/i);
    expect(mail.text).toContain("[name erased]");
  });

  test("is named in no subject that the log of mails keeps of what was sent", async () => {
    const leaving = await makeAccount({ name: "Sigismund Sent" });
    const follower = await makeAccount();
    await setDefaultRhythm(follower.id, "at-once");
    const root = await say({ letter: letter.slug }, follower, "One rule.");
    await say({ letter: letter.slug }, leaving, "Which one?", root);
    await age(follower, 10);
    while ((await mailNotices(origin)) === "told");
    await sql`
      update mails set sent_at = now(), body = null, html = null, headers = null where to_address = ${follower.email}`;
    expect((await waiting(follower))[0]?.subject).toContain("Sigismund Sent");
    await deleteAccount(leaving, password);
    expect((await waiting(follower))[0]?.subject).toContain("[name erased]");
    expect(await findEverywhere(["sigismund"])).toEqual([]);
  });

  test("while the mail is written: the name is in it neither before nor after", async () => {
    const leaving = await Promise.all(
      Array.from({ length: 4 }, (_, number) => makeAccount({ name: `Meanwhile Leaving${number}` })),
    );
    for (const each of leaving) await mailed(each, "at-once");
    await Promise.all([
      ...leaving.map((each) => deleteAccount(each, password)),
      mailNotices(origin),
      mailNotices(origin),
    ]);
    while ((await mailNotices(origin)) === "told");
    expect(await findEverywhere(["meanwhile leaving"])).toEqual([]);
  });
});

describe("a signature that is erased", () => {
  test("takes its name out of what waits for an organisation, and of nothing else", async () => {
    const owner = await makeAccount();
    const signatory = await makeAccount({ name: "Sophronia Signed" });
    await sign(letter.slug, signatory.email, { name: "Sophronia Signed" });
    const follower = await mailed(signatory, "at-once");
    while ((await mailNotices(origin)) === "told");
    const values = { name: "Sophronia Signed", organisation: "Écluse", title: "Clouds" };
    await sql.begin((tx) =>
      queueMail(tx, owner.email, "en", signedForMessage("en", "claim", values, `${origin}/x`)),
    );
    const [signature = { id: 0 }] = await sql<{ id: number }[]>`
      select id from signatures where email = ${signatory.email}`;
    expect(await eraseSignature(signatory.email, signature.id)).toEqual({ outcome: "erased" });
    expect((await waiting(owner))[0]?.body).not.toContain("Sophronia");
    // Their account is there, and is called so.
    expect((await waiting(follower))[0]?.body).toContain("Sophronia Signed");
  });
});

describe("a name in a text", () => {
  test.each([
    ["Ada Lovelace replied: x", "Ada Lovelace", "— replied: x"],
    ["ada  lovelace, ADA\u00A0LOVELACE", "Ada Lovelace", "—, —"],
    ["Adam Lovelaces", "Ada Lovelace", "Adam Lovelaces"],
    ["> @Ada …", "Ada Lovelace", "> @— …"],
    // An ordinary word is a name where it is written as one, or mentioned.
    ["Will you? will he? @will", "Will", "— you? will he? @—"],
    ["https://x.example/Letters/1 Letters", "Letters", "https://x.example/Letters/1 —"],
    ["A (B) [C] $1", "(B) [C]", "A — $1"],
  ])("%j without %j", (text, name, without) => {
    expect(withoutName(text, name, "—")).toBe(without);
  });
});

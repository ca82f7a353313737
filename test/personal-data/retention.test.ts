import { beforeAll, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { translator } from "#app/languages/translate.ts";
import { closeLetter } from "#app/letters/close-letter.server.ts";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { reopenLetter } from "#app/letters/reopen-letter.server.ts";
import { openOwnData } from "#app/personal-data/ask-for-data.server.ts";
import { keepToRetention, listRetention } from "#app/personal-data/keep-to-retention.server.ts";
import { retention, ruleInWords, type RuleName } from "#app/personal-data/retention.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { readOwnSignature, withdrawSignature } from "#app/signatures/confirm-signature.server.ts";
import { countSignatures, recountSignatures } from "#app/signatures/count-signatures.server.ts";
import { everySignature, hasSigned } from "#app/signatures/roster.server.ts";
import { signLetter } from "#app/signatures/sign-letter.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { lastMailTo, makeAccount, makeLetter, origin, sign, signForm } from "../made-up.ts";
import { findEverywhere } from "./find-everywhere.ts";

useDatabase();
let author: Account;
let letter: { id: number; slug: string };
beforeAll(async () => {
  author = await makeAccount();
  letter = await makeLetter(author);
});

/** Runs every rule. @returns what one of them erased */
async function erased(rule: RuleName): Promise<number | undefined> {
  await keepToRetention();
  return (await listRetention()).find((kept) => kept.rule === rule)?.runs[0]?.rows;
}
const age = (email: string, column: string, days: number) =>
  sql`update signatures set ${sql(column)} = now() - make_interval(days => ${days}) where email = ${email}`;

test("unconfirmed signatures go after seven days, and not before", async () => {
  for (const name of ["Olga Old", "Yves Young"])
    await sign(letter.slug, `${name.split(" ")[1]}@example.org`, { name }, false);
  await age("old@example.org", "signed_at", 8);
  await age("young@example.org", "signed_at", 6);
  expect(await erased("pending")).toBe(1);
  expect((await sql`select 1 from signatures where email = 'old@example.org'`).count).toBe(0);
  expect(await findEverywhere(["Olga"]), "the mail that was never sent names her").toEqual(["mails.body"]);
  expect((await sql`select 1 from signatures where email = 'young@example.org'`).count).toBe(1);
});

test("one that was counted before, withdrawn and signed anew leaves its number", async () => {
  const token = await sign(letter.slug, "numbered@example.org", { name: "Nina Numbered" });
  while ((await countSignatures()) === "more");
  await withdrawSignature(token, origin);
  await sign(letter.slug, "numbered@example.org", { name: "Nina Numbered" }, false);
  await age("numbered@example.org", "signed_at", 8);
  expect(await erased("pending")).toBe(1);
  while ((await countSignatures()) === "more");
  expect(await recountSignatures()).toBe(0);
  expect((await sql`select 1 from signatures where name = 'Nina Numbered'`).count).toBe(0);
});

test("withdrawn and invalidated signatures lose name and address in their time", async () => {
  for (const [email, days] of [
    ["gone@example.org", 32],
    ["lately@example.org", 20],
  ] as const) {
    await withdrawSignature(await sign(letter.slug, email), origin);
    await age(email, "withdrawn_at", days);
  }
  expect(await erased("withdrawn")).toBe(1);
  expect((await sql`select 1 from signatures where email = 'lately@example.org'`).count).toBe(1);
  await sign(letter.slug, "bot@example.org", { name: "Bo Tnet" });
  await sql`
    update signatures set state = 'invalidated', invalidated_from = 'confirmed', invalidated_at = now() - interval '13 months'
    where email = 'bot@example.org'`;
  expect(await erased("invalidated")).toBe(1);
  expect((await sql`select 1 from signatures where name = 'Bo Tnet'`).count).toBe(0);
});

test("addresses go six months after a letter was closed; nobody signs twice when it opens again", async () => {
  const closing = await makeLetter(author);
  const token = await sign(closing.slug, "ada.byron@gmail.com", { name: "Ada Byron" });
  await closeLetter(closing.slug, author.id);
  expect(await erased("addresses"), "closed today").toBe(0);
  await sql`update letters set closed_at = now() - interval '7 months' where id = ${closing.id}`;
  expect(await erased("addresses")).toBe(1);
  expect(await erased("addresses"), "once").toBe(0);
  await sql`delete from mails`;
  expect(await findEverywhere(["ada.byron", "adabyron"])).toEqual([]);
  const names = [];
  for await (const batch of everySignature(closing.id)) names.push(...batch.map(({ name }) => name));
  expect(names).toEqual(["Ada Byron"]);
  expect(await hasSigned(closing.id, "AdaByron@gmail.com")).toBe(true);
  await reopenLetter(closing.slug, author.id, { reason: "Once more.", closesOn: null });
  await signLetter(closing.slug, signForm({ email: "adabyron+again@gmail.com" }), "en", origin);
  expect((await lastMailTo("adabyron+again@gmail.com")).kind).toBe("already-signed");
  expect((await sql`select 1 from signatures where letter_id = ${closing.id}`).count).toBe(1);
  await sql`delete from mails`;
  expect((await readOwnSignature(token))?.state, "an old link still leads to it").toBe("confirmed");
  expect(await withdrawSignature(token, origin)).toEqual({ outcome: "withdrawn" });
  expect((await sql`select 1 from mails`).count, "nobody is left to be mailed").toBe(0);
});

test("labels of networks, mails, lines of logs, links and runs go", async () => {
  await signLetter(letter.slug, signForm({ email: "net@example.org" }), "en", origin, "192.0.2.0/24");
  const labelled = async () => (await sql`select 1 from signatures where network <> ''`).count;
  expect(await labelled()).toBe(1);
  await sql`update signatures set confirmed_at = now(), state = 'confirmed' where email = 'net@example.org'`;
  await age("net@example.org", "signed_at", 80);
  expect(await erased("networks")).toBe(0);
  await age("net@example.org", "signed_at", 95);
  expect(await erased("networks")).toBe(1);
  expect(await labelled()).toBe(0);

  await sql`update mails set created_at = now() - interval '32 days' where to_address = 'net@example.org'`;
  expect(await erased("unsentMails")).toBe(1);
  await sql`update mails set created_at = now() - interval '13 months' where to_address = 'net@example.org'`;
  expect(await erased("mails")).toBe(1);

  await sql`
    insert into co_author_events (letter_id, event, actor_id, account_id, at)
    values (${letter.id}, 'joined', ${author.id}, ${author.id}, now() - interval '13 months'),
      (${letter.id}, 'joined', ${author.id}, ${author.id}, now() - interval '11 months')`;
  expect(await erased("letterLog")).toBe(1);
  expect((await sql`select 1 from co_author_events where event = 'joined' and actor_id is null`).count).toBe(
    1,
  );

  await openOwnData(author.email);
  await sql`update data_links set expires_at = now() - interval '1 minute'`;
  expect(await erased("links")).toBe(1);

  await takeAttempt({ "mail by address": "someone@example.org" });
  await sql`update rate_limits set expire = 1`;
  expect(await erased("limits")).toBe(1);

  await sql`update retention_runs set at = now() - interval '13 months'`;
  expect(await erased("runs")).toBeGreaterThan(0);
  expect((await sql`select 1 from retention_runs where at < now() - interval '12 months'`).count).toBe(0);
});

test("more than one batch goes in one night", async () => {
  await sql`
    insert into signatures (letter_id, version_number, signer_key, name, email, name_shown, keep_informed, language, signed_at)
    select ${letter.id}, 1, 'many' || n, 'One', 'many@example.org', true, false, 'en', now() - interval '8 days'
    from generate_series(1, 1203) n`;
  expect(await erased("pending")).toBe(1203);
});

test("every rule is in words in both languages, with its time", () => {
  for (const language of ["en", "fr"] as const) {
    const t = translator(language);
    for (const { rule, after } of retention) {
      const words = ruleInWords(rule);
      expect(t(words.what)).not.toBe(words.what);
      expect(t(words.why)).not.toBe(words.why);
      const time = t(words.after.phrase, { count: words.after.count });
      const count = after === null ? null : Object.values(after)[0];
      if (count !== null && count !== 1) expect(time).toContain(String(count));
    }
  }
});

test("what erases leaves the letter's count as the recount has it", async () => {
  while ((await countSignatures()) === "more");
  expect(await recountSignatures()).toBe(0);
  expect((await readLetter(letter.slug))?.signatureCount).toBe(1);
});

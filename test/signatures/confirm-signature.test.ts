import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { readLetter } from "#app/letters/read-letter.server.ts";
import {
  confirmSignature,
  readOwnSignature,
  withdrawSignature,
} from "#app/signatures/confirm-signature.server.ts";
import { signLetter } from "#app/signatures/sign-letter.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import {
  lastMailTo,
  makeAccount,
  makeLetter,
  origin,
  paragraph,
  sign,
  signForm,
  tokenMailedTo,
} from "../made-up.ts";

useDatabase();
let author: Account;
let letter: { id: number; slug: string };

beforeAll(async () => {
  author = await makeAccount();
  letter = await makeLetter(author, { title: "Open registers" });
});

const mailsTo = async (email: string) =>
  (await sql<{ kind: string }[]>`select kind from mails where to_address = ${email} order by id`).map(
    ({ kind }) => kind,
  );
const eventsOf = async (email: string) =>
  (
    await sql<{ event: string }[]>`
      select e.event from signature_events e join signatures s on s.letter_id = e.letter_id and s.id = e.signature_id
      where s.email = ${email} order by e.id`
  ).map(({ event }) => event);
const stateOf = async (email: string) =>
  (await sql<{ state: string }[]>`select state from signatures where email = ${email}`).map(
    ({ state }) => state,
  );
const fourTimes = <Answer>(act: () => Promise<Answer>) => Promise.all([act(), act(), act(), act()]);

describe("one's own signature, behind the link of a mail", () => {
  test("is shown whole, a hidden name too, with the text it stands on", async () => {
    const form = { name: "Ada Hidden", role: "Engineer", organisation: "Mill", statement: "Because.\nYes." };
    const given = { ...signForm({ email: "own@example.org", ...form }), showName: false };
    await signLetter(letter.slug, given, "fr", origin);
    const token = await tokenMailedTo("own@example.org", "/signatures");
    const [version] = await sql<{ sha256: string }[]>`
      select sha256 from letter_versions where letter_id = ${letter.id}`;
    expect(await readOwnSignature(token)).toMatchObject({
      ...{ state: "pending", name: "Ada Hidden", email: "own@example.org", role: "Engineer" },
      ...{ affiliation: "Mill", statement: "Because.\nYes.", nameShown: false, version: 1 },
      ...{ sha256: version?.sha256, language: "fr", slug: letter.slug, title: "Open registers", open: true },
    });
  });

  test("is the same one behind the links of all its mails, in its present wording", async () => {
    const first = await sign(letter.slug, "mails@example.org", { name: "First" }, false);
    const second = await sign(letter.slug, "mails@example.org", { name: "Second" }, false);
    expect(second).not.toBe(first);
    expect(await readOwnSignature(first)).toEqual(await readOwnSignature(second));
    expect((await readOwnSignature(first))?.name).toBe("Second");
    await confirmSignature(first, origin);
    expect((await readOwnSignature(second))?.state).toBe("confirmed");
  });

  test("is changed by no reading of it", async () => {
    const token = await sign(letter.slug, "scanned@example.org", {}, false);
    await fourTimes(() => readOwnSignature(token));
    expect(await stateOf("scanned@example.org")).toEqual(["pending"]);
    expect(await mailsTo("scanned@example.org")).toEqual(["confirm-signature"]);
  });

  test("of one letter is nothing to another letter", async () => {
    const other = await makeLetter(author);
    const here = await sign(letter.slug, "both@example.org");
    const there = await sign(other.slug, "both@example.org");
    await withdrawSignature(here, origin);
    expect((await readOwnSignature(there))?.state).toBe("confirmed");
    expect((await readLetter(other.slug))?.signatureCount).toBe(1);
  });

  test("is not behind a link that was mangled on its way", async () => {
    const token = await sign(letter.slug, "mangled@example.org", {}, false);
    const swapped = token.replace(/[a-z]/i, (sign) =>
      sign === sign.toLowerCase() ? sign.toUpperCase() : sign.toLowerCase(),
    );
    for (const mangled of [token.slice(0, -1), `${token}=`, ` ${token}`, swapped]) {
      expect(await readOwnSignature(mangled)).toBeNull();
      expect(await confirmSignature(mangled, origin)).toEqual({ outcome: "unknown-token" });
      expect(await withdrawSignature(mangled, origin)).toEqual({ outcome: "unknown-token" });
    }
    expect(await stateOf("mangled@example.org")).toEqual(["pending"]);
  });
});

describe("confirming", () => {
  test("several times at once confirms once and mails one receipt", async () => {
    const token = await sign(letter.slug, "eager@example.org", {}, false);
    const answers = await fourTimes(() => confirmSignature(token, origin));
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(["confirmed"]));
    expect(await eventsOf("eager@example.org")).toEqual(["signed", "confirmed"]);
    expect(await mailsTo("eager@example.org")).toEqual(["confirm-signature", "signature-receipt"]);
  });

  test("mails the receipt in the language of signing, with links to where the site was visited", async () => {
    await signLetter(letter.slug, signForm({ email: "fr@example.org" }), "fr", origin);
    const token = await tokenMailedTo("fr@example.org", "/signatures");
    await confirmSignature(token, "https://other.example");
    const mail = await lastMailTo("fr@example.org");
    expect(mail).toMatchObject({ kind: "signature-receipt", language: "fr" });
    expect(mail.subject).toContain("Vous avez signé");
    expect(mail.body).toContain(`https://other.example/letters/${letter.slug}/versions/1\n`);
    expect(mail.body).toMatch(/https:\/\/other\.example\/signatures\/[\w-]{32}\n/);
    expect(mail.body).not.toContain(origin);
  });

  test("comes too late after the last day, and in time on it", async () => {
    const other = await makeLetter(author);
    const late = await sign(other.slug, "late@example.org", {}, false);
    const day = (offset: number) => sql`
      update letters set closes_on = (now() at time zone 'Europe/Paris')::date + ${offset}::int where id = ${other.id}`;
    await day(-1);
    expect(await confirmSignature(late, origin)).toEqual({ outcome: "letter-closed" });
    expect(await readOwnSignature(late)).toMatchObject({ state: "pending", open: false });
    await day(0);
    expect(await confirmSignature(late, origin)).toEqual({ outcome: "confirmed" });
    await day(-1);
    expect(await confirmSignature(late, origin)).toEqual({ outcome: "confirmed" });
  });
});

describe("withdrawing", () => {
  test("before confirming ends the signature, and it cannot be confirmed any more", async () => {
    const token = await sign(letter.slug, "never@example.org", {}, false);
    expect(await withdrawSignature(token, origin)).toEqual({ outcome: "withdrawn" });
    expect(await confirmSignature(token, origin)).toEqual({ outcome: "withdrawn" });
    expect(await stateOf("never@example.org")).toEqual(["withdrawn"]);
  });

  test("several times at once withdraws once and mails once, in the language of signing", async () => {
    await signLetter(letter.slug, signForm({ email: "part@example.org" }), "fr", origin);
    const token = await tokenMailedTo("part@example.org", "/signatures");
    const answers = await fourTimes(() => withdrawSignature(token, origin));
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(["withdrawn"]));
    expect(await eventsOf("part@example.org")).toEqual(["signed", "withdrawn"]);
    expect(await mailsTo("part@example.org")).toEqual(["confirm-signature", "signature-withdrawn"]);
    expect(await lastMailTo("part@example.org")).toMatchObject({ language: "fr" });
  });

  test("and confirming at the same moment never leaves both done", async () => {
    const before = (await readLetter(letter.slug))?.signatureCount ?? 0;
    for (let round = 0; round < 5; round++) {
      const token = await sign(letter.slug, `torn-${round}@example.org`, {}, false);
      const acts = [() => confirmSignature(token, origin), () => withdrawSignature(token, origin)];
      await Promise.all((round % 2 === 0 ? acts : acts.reverse()).map((act) => act()));
      expect(await stateOf(`torn-${round}@example.org`)).toEqual(["withdrawn"]);
    }
    expect((await readLetter(letter.slug))?.signatureCount).toBe(before);
  });

  test("and signing again is undone by the link of the oldest mail too", async () => {
    const oldest = await sign(letter.slug, "oldest@example.org", {}, false);
    await confirmSignature(oldest, origin);
    await withdrawSignature(oldest, origin);
    await sign(letter.slug, "oldest@example.org");
    expect(await withdrawSignature(oldest, origin)).toEqual({ outcome: "withdrawn" });
    expect(await stateOf("oldest@example.org")).toEqual(["withdrawn"]);
  });
});

test("an invalidated signature is neither confirmed nor withdrawn by its link", async () => {
  const token = await sign(letter.slug, "invalid@example.org");
  await sql`update signatures set state = 'invalidated', invalidated_at = now() where email = 'invalid@example.org'`;
  expect(await confirmSignature(token, origin)).toEqual({ outcome: "invalidated" });
  expect(await withdrawSignature(token, origin)).toEqual({ outcome: "invalidated" });
  expect(await stateOf("invalid@example.org")).toEqual(["invalidated"]);
});

test("a signature stands on the version that was current when it was given", async () => {
  const other = await makeLetter(author, { title: "First title" });
  const token = await sign(other.slug, "first@example.org", {}, false);
  await sql`
    insert into letter_versions (letter_id, number, title, summary, author_kind, author_name, addressees, language,
      signed, sha256, published_by)
    values (${other.id}, 2, 'Second title', '', 'person', 'A', '{}', 'en', ${sql.json(paragraph("x") as never)},
      ${"0".repeat(64)}, ${author.id})`;
  await sql`update letters set current_version = 2 where id = ${other.id}`;
  await confirmSignature(token, origin);
  const own = await readOwnSignature(token);
  expect(own).toMatchObject({ state: "confirmed", version: 1 });
  expect(own?.sha256).not.toBe("0".repeat(64));
  expect((await lastMailTo("first@example.org")).body).toContain(own?.sha256);
});

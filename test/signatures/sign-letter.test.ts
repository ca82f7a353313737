import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { readLetter } from "#app/letters/read-letter.server.ts";
import {
  confirmSignature,
  readOwnSignature,
  withdrawSignature,
} from "#app/signatures/confirm-signature.server.ts";
import { readRoster } from "#app/signatures/roster.server.ts";
import { readFilter } from "#app/signatures/roster.ts";
import { signLetter } from "#app/signatures/sign-letter.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import {
  lastMailTo,
  makeAccount,
  makeDraft,
  makeLetter,
  origin,
  sign,
  signForm,
  tokenMailedTo,
} from "../made-up.ts";

useDatabase();
let author: Account;
let letter: { id: number; slug: string };

beforeAll(async () => {
  author = await makeAccount();
  letter = await makeLetter(author);
});

const count = async () => (await readLetter(letter.slug))?.signatureCount;
const rowsOf = (key: string) => sql<{ state: string; version_number: number; name: string }[]>`
  select state, version_number, name from signatures where letter_id = ${letter.id} and signer_key = ${key}`;

describe("signing", () => {
  test("writes a pending signature on the current version and mails a link in the reader's language", async () => {
    const { outcome } = await signLetter(letter.slug, signForm({ email: "first@example.org" }), "fr", origin);
    expect(outcome).toBe("mailed");
    expect(await rowsOf("first@example.org")).toEqual([
      { state: "pending", version_number: 1, name: "Ada Signer" },
    ]);
    const mail = await lastMailTo("first@example.org");
    expect(mail.language).toBe("fr");
    expect(mail.body).toContain(`${origin}/signatures/`);
    expect(await count()).toBe(0);
  });

  test("the link is stored as a hash alone", async () => {
    const token = await sign(letter.slug, "hashed@example.org", {}, false);
    const found = await sql`select 1 from signature_tokens where token_hash like ${`%${token}%`}`;
    expect(found.count).toBe(0);
  });

  test.each([
    ["an unknown letter", () => Promise.resolve("no-such-letter"), "not-found"],
    ["a draft", () => makeDraft(author), "not-found"],
    ["a closed letter", async () => (await makeLetter(author, { closed: true })).slug, "letter-closed"],
  ])("%s is refused", async (_what, slug, outcome) => {
    const form = signForm({ email: "refused@example.org" });
    expect((await signLetter(await slug(), form, "en", origin)).outcome).toBe(outcome);
    await expect(lastMailTo("refused@example.org")).rejects.toThrow("no mail");
  });

  test("a letter whose last day is over is closed before any job has written it down", async () => {
    const late = await makeLetter(author);
    await sql`update letters set closes_on = current_date - 2 where id = ${late.id}`;
    const form = signForm({ email: "late@example.org" });
    expect((await signLetter(late.slug, form, "en", origin)).outcome).toBe("letter-closed");
  });

  test("a form made on another version is told so", async () => {
    const form = signForm({ email: "old@example.org", version: "7" });
    expect((await signLetter(letter.slug, form, "en", origin)).outcome).toBe("version-changed");
  });

  test("signing again before confirming replaces the wording and makes no second signature", async () => {
    await sign(letter.slug, "Twice.Person@gmail.com", { name: "First wording" }, false);
    await sign(letter.slug, "twiceperson+again@gmail.com", { name: "Second wording" }, false);
    expect(await rowsOf("twiceperson@gmail.com")).toEqual([
      { state: "pending", version_number: 1, name: "Second wording" },
    ]);
  });

  test("who knows an address cannot rewrite its confirmed signature, and sees the same answer", async () => {
    await sign(letter.slug, "known@example.org", { name: "Real Name" });
    const again = signForm({ email: "known@example.org", name: "Mocking Name" });
    expect((await signLetter(letter.slug, again, "en", origin)).outcome).toBe("mailed");
    expect(await rowsOf("known@example.org")).toEqual([
      { state: "confirmed", version_number: 1, name: "Real Name" },
    ]);
    const mail = await lastMailTo("known@example.org");
    expect(mail.kind).toBe("already-signed");
    expect(mail.body).not.toContain("Mocking Name");
  });

  test("two clicks at the same moment make one signature", async () => {
    const form = signForm({ email: "double@example.org" });
    const answers = await Promise.all([1, 2, 3, 4].map(() => signLetter(letter.slug, form, "en", origin)));
    expect(answers.map(({ outcome }) => outcome)).toEqual(["mailed", "mailed", "mailed", "mailed"]);
    expect((await rowsOf("double@example.org")).length).toBe(1);
  });
});

describe("confirming", () => {
  test("counts at once, mails a receipt with a link to withdraw, and again changes nothing", async () => {
    const before = (await count()) ?? 0;
    const token = await sign(letter.slug, "confirms@example.org", {}, false);
    expect((await readOwnSignature(token))?.state).toBe("pending");
    expect((await confirmSignature(token, origin)).outcome).toBe("confirmed");
    expect(await count()).toBe(before + 1);
    expect((await readOwnSignature(token))?.signatureCount).toBe(before + 1);
    const receipt = await lastMailTo("confirms@example.org");
    expect(receipt.body).toContain(`${origin}/signatures/`);
    const mails = await sql`select 1 from mails where to_address = 'confirms@example.org'`;
    expect((await confirmSignature(token, origin)).outcome).toBe("confirmed");
    expect(await count()).toBe(before + 1);
    expect((await sql`select 1 from mails where to_address = 'confirms@example.org'`).count).toBe(
      mails.count,
    );
  });

  test.each(["", "unknown", "x".repeat(3000), "é\u0001%00"])(
    "the mangled link %j is unknown",
    async (token) => {
      expect(await readOwnSignature(token)).toBeNull();
      expect((await confirmSignature(token, origin)).outcome).toBe("unknown-token");
      expect((await withdrawSignature(token, origin)).outcome).toBe("unknown-token");
    },
  );

  test("comes too late once the letter is closed", async () => {
    const other = await makeLetter(author);
    const token = await sign(other.slug, "slow@example.org", {}, false);
    await sql`update letters set state = 'closed', closed_at = now() where id = ${other.id}`;
    expect((await confirmSignature(token, origin)).outcome).toBe("letter-closed");
  });
});

describe("withdrawing", () => {
  test("works from any mail, is uncounted at once, and again changes nothing", async () => {
    const before = (await count()) ?? 0;
    const oldToken = await sign(letter.slug, "leaves@example.org", {}, false);
    await confirmSignature(oldToken, origin);
    expect(await count()).toBe(before + 1);
    expect((await withdrawSignature(oldToken, origin)).outcome).toBe("withdrawn");
    expect((await withdrawSignature(oldToken, origin)).outcome).toBe("withdrawn");
    expect(await count()).toBe(before);
    const { signatures } = await readRoster(letter.id, readFilter(new URLSearchParams(), false), null);
    expect(signatures.some(({ name }) => name === "leaves")).toBe(false);
    expect((await confirmSignature(oldToken, origin)).outcome).toBe("withdrawn");
  });

  test("who withdrew may sign again; what happened stays written down", async () => {
    const token = await sign(letter.slug, "returns@example.org");
    await withdrawSignature(token, origin);
    await sign(letter.slug, "returns@example.org", { name: "Back Again" });
    expect(await rowsOf("returns@example.org")).toEqual([
      { state: "confirmed", version_number: 1, name: "Back Again" },
    ]);
    const events = await sql<{ event: string }[]>`
      select e.event from signature_events e join signatures s on s.letter_id = e.letter_id and s.id = e.signature_id
      where s.signer_key = 'returns@example.org' order by e.id`;
    expect(events.map(({ event }) => event)).toEqual([
      "signed",
      "confirmed",
      "withdrawn",
      "signed",
      "confirmed",
    ]);
  });

  test("is possible after the letter is closed", async () => {
    const other = await makeLetter(author);
    await sign(other.slug, "regrets@example.org");
    await sql`update letters set state = 'closed', closed_at = now() where id = ${other.id}`;
    const token = await tokenMailedTo("regrets@example.org", "/signatures");
    expect((await withdrawSignature(token, origin)).outcome).toBe("withdrawn");
  });
});

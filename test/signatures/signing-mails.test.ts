import { beforeAll, describe, expect, test } from "vitest";
import {
  confirmSignature,
  readOwnSignature,
  withdrawSignature,
} from "#app/signatures/confirm-signature.server.ts";
import { readFirstSignatories, readRoster } from "#app/signatures/roster.server.ts";
import { readFilter } from "#app/signatures/roster.ts";
import { signLetter } from "#app/signatures/sign-letter.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { lastMailTo, makeAccount, makeLetter, origin, sign, signForm } from "../made-up.ts";

useDatabase();
let letter: { id: number; slug: string };

beforeAll(async () => {
  letter = await makeLetter(await makeAccount(), { title: "Quiet nights" });
});

const mailsTo = async (email: string) => (await sql`select 1 from mails where to_address = ${email}`).count;

describe("a mail exists if and only if what it speaks of does", () => {
  beforeAll(async () => {
    // A database that refuses one kind of mail to one address stands for any fault at that moment.
    await sql`create table refused_mails (kind text, to_address text)`;
    await sql`
      create function refuse_mail() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from refused_mails r where r.kind = new.kind and r.to_address = new.to_address) then
          raise exception 'this mail is refused';
        end if;
        return new;
      end $$`;
    await sql`create trigger refuse_mail before insert on mails for each row execute function refuse_mail()`;
  });
  const refuse = (kind: string, email: string) => sql`insert into refused_mails values (${kind}, ${email})`;

  test("without the mail there is no signature, no link and no event", async () => {
    await refuse("confirm-signature", "unlucky@example.org");
    const form = signForm({ email: "unlucky@example.org" });
    const before = await sql<{ links: number; events: number }[]>`
      select (select count(*) from signature_tokens) as links, (select count(*) from signature_events) as events`;
    await expect(signLetter(letter.slug, form, "en", origin)).rejects.toThrow("refused");
    expect(await sql`select 1 from signatures where email = 'unlucky@example.org'`).toHaveLength(0);
    expect(
      await sql`
        select (select count(*) from signature_tokens) as links, (select count(*) from signature_events) as events`,
    ).toEqual(before);
  });

  test("without its receipt a signature is not confirmed", async () => {
    await refuse("signature-receipt", "no-receipt@example.org");
    const token = await sign(letter.slug, "no-receipt@example.org", {}, false);
    await expect(confirmSignature(token, origin)).rejects.toThrow("refused");
    expect((await readOwnSignature(token))?.state).toBe("pending");
  });

  test("without its mail a signature is not withdrawn", async () => {
    await refuse("signature-withdrawn", "stays@example.org");
    const token = await sign(letter.slug, "stays@example.org");
    await expect(withdrawSignature(token, origin)).rejects.toThrow("refused");
    expect((await readOwnSignature(token))?.state).toBe("confirmed");
  });
});

describe("what a stranger sees never tells whether an address is known", () => {
  test("the answer is the same for a new, a pending, a confirmed, a withdrawn and an invalidated signature", async () => {
    await sign(letter.slug, "pending@example.org", {}, false);
    await sign(letter.slug, "confirmed@example.org");
    await withdrawSignature(await sign(letter.slug, "withdrawn@example.org"), origin);
    await sign(letter.slug, "invalidated@example.org");
    await sql`
      update signatures set state = 'invalidated', invalidated_at = now() where email = 'invalidated@example.org'`;
    for (const who of ["new", "pending", "confirmed", "withdrawn", "invalidated"])
      expect(await signLetter(letter.slug, signForm({ email: `${who}@example.org` }), "en", origin)).toEqual({
        outcome: "mailed",
      });
  });

  test("an invalidated signature stays so and is mailed nothing", async () => {
    const before = await mailsTo("invalidated@example.org");
    await signLetter(letter.slug, signForm({ email: "invalidated@example.org", name: "New" }), "en", origin);
    expect(await mailsTo("invalidated@example.org")).toBe(before);
    const [row] = await sql`select state, name from signatures where email = 'invalidated@example.org'`;
    expect(row).toEqual({ state: "invalidated", name: "Ada Signer" });
  });

  test("who has signed is told in their own language, at the address they gave, in the words they gave", async () => {
    const form = signForm({ email: "a.da+letters@gmail.com", name: "Ada First" });
    await signLetter(letter.slug, form, "fr", origin);
    const first = await lastMailTo("a.da+letters@gmail.com");
    await confirmSignature(/signatures\/([\w-]+)/.exec(first.body)?.[1] ?? "", origin);
    await signLetter(letter.slug, signForm({ email: "ada@gmail.com", name: "Somebody Else" }), "en", origin);
    expect(await mailsTo("ada@gmail.com")).toBe(0);
    const told = await lastMailTo("a.da+letters@gmail.com");
    expect(told).toMatchObject({ kind: "already-signed", language: "fr" });
    expect(told.body).toContain("Ada First");
    const token = /signatures\/([\w-]+)/.exec(told.body)?.[1] ?? "";
    expect(await readOwnSignature(token)).toMatchObject({ state: "confirmed", name: "Ada First" });
  });
});

describe("a name that is not to be shown", () => {
  const hidden = (email: string, name: string) => ({ ...signForm({ email, name }), showName: false });
  const shownNames = async () => [
    ...(await readRoster(letter.id, readFilter(new URLSearchParams("search="), false), null)).signatures,
    ...(await readFirstSignatories(letter.id, 100)),
  ];

  test("is kept for its owner and neither shown nor found", async () => {
    await signLetter(letter.slug, hidden("shy@example.org", "Shy Zebrowska"), "en", origin);
    const token = /signatures\/([\w-]+)/.exec((await lastMailTo("shy@example.org")).body)?.[1] ?? "";
    await confirmSignature(token, origin);
    expect((await readOwnSignature(token))?.name).toBe("Shy Zebrowska");
    expect(JSON.stringify(await shownNames())).not.toContain("Zebrowska");
    const found = await readRoster(letter.id, readFilter(new URLSearchParams("search=zebr"), false), null);
    expect(found.signatures).toEqual([]);
    const [row] = await sql`select search_text from signatures where email = 'shy@example.org'`;
    expect(row).toEqual({ search_text: "" });
  });

  test("and was shown before is not found any more", async () => {
    const token = await sign(letter.slug, "later-shy@example.org", { name: "Quagga Shown" });
    expect(JSON.stringify(await shownNames())).toContain("Quagga");
    await withdrawSignature(token, origin);
    expect(JSON.stringify(await shownNames())).not.toContain("Quagga");
    await signLetter(letter.slug, hidden("later-shy@example.org", "Quagga Hidden"), "en", origin);
    await confirmSignature(token, origin);
    expect(JSON.stringify(await shownNames())).not.toContain("Quagga");
    const found = await readRoster(letter.id, readFilter(new URLSearchParams("search=quagga"), false), null);
    expect(found.signatures).toEqual([]);
  });
});

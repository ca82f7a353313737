import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { askForData, openOwnData, readDataLink } from "#app/personal-data/ask-for-data.server.ts";
import { CorrectionForm, correctSignature } from "#app/personal-data/correct-signature.server.ts";
import { currentConsent } from "#app/personal-data/consent.ts";
import { eraseEverything, eraseSignature } from "#app/personal-data/erase-data.server.ts";
import { readHeldData, readHeldSignatures } from "#app/personal-data/read-held-data.server.ts";
import { withdrawByAddress } from "#app/personal-data/withdraw-by-address.server.ts";
import { postComment } from "#app/discussion/post-comment.server.ts";
import { confirmSignature, readOwnSignature } from "#app/signatures/confirm-signature.server.ts";
import { countSignatures, recountSignatures } from "#app/signatures/count-signatures.server.ts";
import { mailSignatories } from "#app/signatures/mail-signatories.server.ts";
import { pinSignature } from "#app/signatures/pin-signature.server.ts";
import { everySignature, readRoster } from "#app/signatures/roster.server.ts";
import { readFilter } from "#app/signatures/roster.ts";
import { signLetter } from "#app/signatures/sign-letter.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import {
  lastMailTo,
  makeAccount,
  makeLetter,
  origin,
  password,
  sign,
  signForm,
  tokenMailedTo,
} from "../made-up.ts";
import { findEverywhere } from "./find-everywhere.ts";

useDatabase();
let author: Account;
let letter: { id: number; slug: string; discussionId: number };
beforeAll(async () => {
  author = await makeAccount({ name: "Aude Author" });
  letter = await makeLetter(author);
});

const idOf = async (email: string) => (await readHeldSignatures(email))[0]?.id ?? 0;
const correction = (fields: Record<string, string>) =>
  CorrectionForm.parse({ name: "Zebulon Right", showName: "on", ...fields });

describe("consent", () => {
  test("is kept with its text, its language and its time, anew as it is confirmed", async () => {
    const token = await sign(letter.slug, "consent@example.org", {}, false);
    const [before] = await readHeldSignatures("consent@example.org");
    expect(before?.consent).toMatchObject({ number: currentConsent, language: "en" });
    await confirmSignature(token, origin, "fr");
    const [after] = await readHeldSignatures("consent@example.org");
    expect(after?.consent).toMatchObject({ number: currentConsent, language: "fr" });
    expect(after?.consent?.text).toMatch(/opinions politiques/);
    expect(Date.parse(after?.consent?.at ?? "")).toBeGreaterThan(Date.parse(before?.consent?.at ?? ""));
  });

  test("is unknown of what was signed before texts were kept", async () => {
    await sign(letter.slug, "early@example.org");
    await sql`
      update signatures set consent = null, consent_language = null, consented_at = null where email = 'early@example.org'`;
    expect((await readHeldSignatures("early@example.org"))[0]?.consent).toBeNull();
  });
});

describe("the link", () => {
  test("is mailed to every address, known or not, and stored as a hash", async () => {
    await sign(letter.slug, "known@example.org");
    for (const email of ["known@example.org", "nobody@example.org"]) {
      await askForData(email, "en", origin);
      const mail = await lastMailTo(email);
      expect(mail.kind).toBe("my-data");
      const token = await tokenMailedTo(email, "/my-data");
      expect(await readDataLink(token)).toEqual({ email, byMail: true });
      expect((await sql`select 1 from data_links where token_hash = ${token}`).count).toBe(0);
    }
    expect((await readHeldData("nobody@example.org")).signatures).toEqual([]);
  });

  test("leads nowhere when it is mangled or a day old", async () => {
    await askForData("late@example.org", "en", origin);
    const token = await tokenMailedTo("late@example.org", "/my-data");
    expect(await readDataLink(token.slice(1))).toBeNull();
    expect(await readDataLink("")).toBeNull();
    await sql`update data_links set expires_at = now() where email = 'late@example.org'`;
    expect(await readDataLink(token)).toBeNull();
  });
});

describe("correcting", () => {
  test("changes who somebody is, and not what they signed", async () => {
    await sign(letter.slug, "typo@example.org", { name: "Zebulon Wrnog", keepInformed: "on" });
    const id = await idOf("typo@example.org");
    const [before] = await readHeldSignatures("typo@example.org");
    const form = correction({
      role: "Engineer",
      organisation: "Écluse",
      country: "Belgique",
      statement: "It matters.",
    });
    expect(await correctSignature("typo@example.org", id, form)).toEqual({ outcome: "corrected" });
    const [after] = await readHeldSignatures("typo@example.org");
    expect(after).toMatchObject({
      name: "Zebulon Right",
      role: "Engineer",
      country: "BE",
      keepInformed: false,
    });
    expect(after).toMatchObject({ version: before?.version, signedAt: before?.signedAt, state: "confirmed" });
    const found = async (words: string) => {
      const filter = { ...readFilter(new URLSearchParams(), false), search: words };
      return (await readRoster(letter.id, filter, null)).signatures.map(({ name }) => name);
    };
    expect(await found("zebulon ecluse")).toEqual(["Zebulon Right"]);
    expect(await found("wrnog")).toEqual([]);
  });

  test("takes the name off the page when its tick is taken off", async () => {
    await sign(letter.slug, "shy@example.org", { name: "Shyla Shy" });
    const form = { ...correction({ name: "Shyla Shy" }), showName: false };
    await correctSignature("shy@example.org", await idOf("shy@example.org"), form);
    expect(await publicNames()).not.toContain("Shyla Shy");
  });

  test("is held back where signing would be, in silence", async () => {
    await sign(letter.slug, "pattern@example.org", { name: "Petra Pattern" });
    const id = await idOf("pattern@example.org");
    await correctSignature("pattern@example.org", id, correction({ name: "qwertyuiop" }));
    const [row] = await sql<{ state: string }[]>`select state from signatures where id = ${id}`;
    expect(row?.state).toBe("held");
    expect((await readHeldSignatures("pattern@example.org"))[0]?.state).toBe("confirmed");
  });

  test("finds only one's own, and what stands", async () => {
    await sign(letter.slug, "mine@example.org");
    const id = await idOf("mine@example.org");
    const form = correction({});
    expect(await correctSignature("other@example.org", id, form)).toEqual({ outcome: "not-found" });
    expect(await withdrawByAddress("other@example.org", id, origin)).toEqual({ outcome: "unknown-token" });
    expect(await withdrawByAddress("mine@example.org", id, origin)).toEqual({ outcome: "withdrawn" });
    expect(await correctSignature("mine@example.org", id, form)).toEqual({ outcome: "not-found" });
  });

  test.each([
    [{ name: " " }, "name"],
    [{ name: "x".repeat(161) }, "name"],
    [{ country: "Atlantis" }, "country"],
    [{ statement: "x".repeat(501) }, "statement"],
  ])("refuses %o", (fields, field) => {
    const parsed = CorrectionForm.safeParse({ name: "Ada", ...fields });
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});

const publicNames = async () => {
  const names: (string | null)[] = [];
  for await (const signatures of everySignature(letter.id)) names.push(...signatures.map(({ name }) => name));
  return names;
};
const counts = async () => {
  while ((await countSignatures()) === "more");
  return (await readLetter(letter.slug))?.signatureCount ?? 0;
};

describe("erasing one signature", () => {
  test("leaves neither name nor address, keeps counts true and every other signature", async () => {
    const before = await counts();
    await sign(letter.slug, "erica@example.org", {
      name: "Erica Erstwhile",
      statement: "Ericaceous reasons",
    });
    await sign(letter.slug, "stays@example.org", { name: "Stella Stays" });
    expect(await counts()).toBe(before + 2);
    const id = await idOf("erica@example.org");
    await pinSignature(letter.slug, author.id, id);
    expect(await findEverywhere(["Erica", "erica@"])).not.toEqual([]);
    expect(await eraseSignature("stays@example.org", id), "another's").toEqual({ outcome: "not-found" });
    expect(await eraseSignature("erica@example.org", id)).toEqual({ outcome: "erased" });
    expect(await eraseSignature("erica@example.org", id), "again").toEqual({ outcome: "not-found" });
    expect(await findEverywhere(["Erica", "erica@", "Ericaceous"])).toEqual([]);
    expect(await publicNames()).toContain("Stella Stays");
    expect(await counts()).toBe(before + 1);
    expect(await recountSignatures(), "the rows agree").toBe(0);
  });

  test("ends its links, and lets sign anew as somebody new", async () => {
    const token = await sign(letter.slug, "again@example.org");
    await eraseSignature("again@example.org", await idOf("again@example.org"));
    expect(await readOwnSignature(token)).toBeNull();
    await sign(letter.slug, "again@example.org", { name: "Anew Again" });
    expect(await publicNames()).toContain("Anew Again");
  });

  test("is no way around an invalidation", async () => {
    await sign(letter.slug, "bot@example.org", { name: "Bo Tnet" });
    const id = await idOf("bot@example.org");
    await sql`
      update signatures set state = 'invalidated', invalidated_from = 'confirmed', invalidated_at = now() where id = ${id}`;
    expect(await eraseSignature("bot@example.org", id)).toEqual({ outcome: "erased" });
    expect(await findEverywhere(["bot@example.org", "Bo Tnet"])).toEqual([]);
    await signLetter(letter.slug, signForm({ email: "bot@example.org" }), "en", origin);
    await expect(lastMailTo("bot@example.org")).rejects.toThrow("no mail");
    expect((await sql`select 1 from signatures where id = ${id} and state = 'invalidated'`).count).toBe(1);
  });

  test("leaves the mails of another signature that are still to be sent", async () => {
    const other = await makeLetter(author);
    await sign(letter.slug, "two@example.org", {}, false);
    const first = await idOf("two@example.org");
    const token = await sign(other.slug, "two@example.org", {}, false);
    await eraseSignature("two@example.org", first);
    expect((await lastMailTo("two@example.org")).body).toContain(token);
    expect((await sql`select 1 from mails where to_address = 'two@example.org'`).count).toBe(1);
  });
});

describe("erasing everything", () => {
  test("of an account leaves no name and no address, in no column", async () => {
    const account = await makeAccount({ name: "Wilhelmina Gone", email: "mina@example.org" });
    const said = (body: string) => ({ body, stance: "neutral" as const, parent: null });
    await postComment({ letter: letter.slug }, account.id, said("I was here."));
    const theirs = await postComment({ letter: letter.slug }, author.id, said("@Wilhelmina Gone is right."));
    expect(theirs.outcome).toBe("posted");
    await sign(letter.slug, "mina@example.org", { name: "Wilhelmina Gone" });
    await askForData("mina@example.org", "en", origin);
    const token = await tokenMailedTo("mina@example.org", "/my-data");
    const held = await readHeldData("mina@example.org");
    expect(held.account?.comments).toMatchObject([{ body: "I was here." }]);
    expect(held.account?.mentions).toHaveLength(1);
    expect(held.signatures).toHaveLength(1);
    expect(held.mails.map(({ kind }) => kind)).toContain("signature-receipt");
    expect(held.links).toHaveLength(1);
    expect(await eraseEverything("mina@example.org", { byMail: true })).toEqual({ outcome: "erased" });
    expect(await findEverywhere(["Wilhelmina", "mina@example.org"])).toEqual([]);
    expect(await readDataLink(token), "the link says that it is done").toEqual({ email: null, byMail: true });
  });

  test("asks a session for the password, and a mailed link not", async () => {
    const account = await makeAccount({ email: "session@example.org" });
    const link = await readDataLink(await openOwnData(account.email));
    expect(link).toEqual({ email: account.email, byMail: false });
    for (const typed of [undefined, "wrong"])
      expect(await eraseEverything(account.email, { byMail: false, password: typed })).toEqual({
        outcome: "wrong-password",
      });
    expect(await eraseEverything(account.email, { byMail: false, password })).toEqual({ outcome: "erased" });
  });

  test("takes along the mail that a job is writing meanwhile, and lets the job end", async () => {
    await sign(letter.slug, "meanwhile@example.org", { name: "Mona Meanwhile", keepInformed: "on" });
    const id = await idOf("meanwhile@example.org");
    const text = { subject: "News", body: "Some." };
    let erased: Promise<unknown> = Promise.resolve();
    await sql.begin(async (tx) => {
      await mailSignatories(tx, letter.id, "new-update", [{ id, text, version: 0 }], { informed: true });
      erased = eraseEverything("meanwhile@example.org", { byMail: true });
      // Long enough for it to come to the signature, which this transaction holds.
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await erased;
    expect(await findEverywhere(["meanwhile@example.org", "Mona"])).toEqual([]);
    await sql.begin((tx) =>
      mailSignatories(tx, letter.id, "new-update", [{ id, text, version: 0 }], { informed: false }),
    );
    expect((await sql`select 1 from mails where to_address = ''`).count).toBe(0);
  });
});

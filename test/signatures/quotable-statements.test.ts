import { beforeAll, expect, test } from "vitest";
import { hideSubject } from "#app/moderation/hide.server.ts";
import { correctSignature, CorrectionForm } from "#app/personal-data/correct-signature.server.ts";
import { readHeldSignatures } from "#app/personal-data/read-held-data.server.ts";
import { readOwnSignature, withdrawSignature } from "#app/signatures/confirm-signature.server.ts";
import { quotableStatements } from "#app/signatures/roster.server.ts";
import { permitPress } from "#app/signatures/signature-wishes.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeLetter, origin, sign } from "../made-up.ts";

useDatabase();
let letter: Awaited<ReturnType<typeof makeLetter>>;
beforeAll(async () => {
  letter = await makeLetter(await makeAccount());
});

const permitted = { showName: "on", quotable: "on" };
const quoted = async (limit = 100) =>
  (await quotableStatements(letter.id, limit)).map(({ name, statement }) => `${name}: ${statement}`);

test("only who permits it is quoted: with a name, with words, once confirmed; the newest first", async () => {
  const by = (name: string, fields: Record<string, string>, confirmed = true) =>
    sign(letter.slug, `${name.toLowerCase()}@press.example`, { name, ...fields }, confirmed);
  await by("Ada", { ...permitted, statement: "First." });
  await by("Bea", { showName: "on", statement: "For the list alone." });
  await by("Cyd", { ...permitted, statement: "Without a name." });
  await sql`update signatures set name_shown = false where letter_id = ${letter.id} and name = 'Cyd'`;
  await by("Dee", permitted);
  await by("Eve", { ...permitted, statement: "Not confirmed." }, false);
  await by("Fay", { ...permitted, statement: "Second." });
  expect(await quoted()).toEqual(["Fay: Second.", "Ada: First."]);
  expect(await quoted(1)).toEqual(["Fay: Second."]);
});

test("the permission is given and taken back by the link in the mail, and by what is held of one", async () => {
  const email = "gus@press.example";
  const token = await sign(letter.slug, email, { name: "Gus", showName: "on", statement: "Later." });
  expect(await quoted()).not.toContain("Gus: Later.");
  expect(await permitPress(token, true)).toEqual({ outcome: "kept" });
  expect(await permitPress(token, true)).toEqual({ outcome: "kept" });
  expect(await readOwnSignature(token)).toMatchObject({ quotable: true });
  expect(await quoted()).toContain("Gus: Later.");
  expect(await permitPress(token, false)).toEqual({ outcome: "kept" });
  expect(await quoted()).not.toContain("Gus: Later.");
  expect(await permitPress("no-such-token", true)).toEqual({ outcome: "unknown-token" });

  const [held] = await readHeldSignatures(email);
  expect(held).toMatchObject({ quotableSince: null });
  const corrected = CorrectionForm.parse({ name: "Gus", statement: "Better.", ...permitted });
  expect(await correctSignature(email, held?.id ?? 0, corrected)).toEqual({ outcome: "corrected" });
  expect(await quoted()).toContain("Gus: Better.");
  // The box stays ticked behind a name that is hidden again; permitted is nothing.
  const hidden = CorrectionForm.parse({ name: "Gus", statement: "Better.", quotable: "on" });
  await correctSignature(email, held?.id ?? 0, hidden);
  expect((await readHeldSignatures(email))[0]).toMatchObject({ quotableSince: null, nameShown: false });
});

test("who withdraws is not quoted any more, nor who is hidden by moderation", async () => {
  const gone = await sign(letter.slug, "hal@press.example", {
    name: "Hal",
    ...permitted,
    statement: "Gone.",
  });
  await sign(letter.slug, "ivy@press.example", { name: "Ivy", ...permitted, statement: "Hidden." });
  expect(await quoted()).toEqual(expect.arrayContaining(["Hal: Gone.", "Ivy: Hidden."]));
  await withdrawSignature(gone, origin);
  expect(await permitPress(gone, true), "nothing stands that could be quoted").toEqual({
    outcome: "unknown-token",
  });
  const [ivy] = await readHeldSignatures("ivy@press.example");
  await sql.begin((tx) => hideSubject(tx, { kind: "signature", id: ivy?.id ?? 0 }, "spam"));
  expect(await quoted()).not.toEqual(expect.arrayContaining(["Hal: Gone."]));
  expect(await quoted()).not.toEqual(expect.arrayContaining(["Ivy: Hidden."]));
});

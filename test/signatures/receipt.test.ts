import { beforeAll, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { readVersion } from "#app/letters/read-letter.server.ts";
import { signNewVersion } from "#app/signatures/answer-version.server.ts";
import { withdrawSignature } from "#app/signatures/confirm-signature.server.ts";
import { readReceipt, receiptJson } from "#app/signatures/receipt.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeLetter, origin, revise, sign } from "../made-up.ts";

useDatabase();
let author: Account;
beforeAll(async () => {
  author = await makeAccount();
});

test("names the text by its hash, and when it was signed and confirmed", async () => {
  const { id, slug } = await makeLetter(author, { title: "Kept", authorName: "The author" });
  const token = await sign(slug, "kim@receipt.example", { name: "Kim Keeper" });
  const receipt = await readReceipt(token);
  const version = await readVersion(id, 1);
  const [row] = await sql<{ signedAt: Date; confirmedAt: Date }[]>`
    select signed_at as "signedAt", confirmed_at as "confirmedAt" from signatures where letter_id = ${id}`;
  expect(receipt).toMatchObject({ authorName: "The author", ...row });
  expect(receipt && receiptJson(receipt, origin)).toEqual({
    letter: `${origin}/letters/${slug}`,
    title: "Kept",
    version: 1,
    versionUrl: `${origin}/letters/${slug}/versions/1.json`,
    sha256: version?.sha256,
    signedAt: row?.signedAt.toISOString(),
    confirmedAt: row?.confirmedAt.toISOString(),
    name: "Kim Keeper",
    level: null,
    state: "confirmed",
  });
  expect(await readReceipt("unknown")).toBeNull();
});

test("of a signature that moved names the new text and when it moved there", async () => {
  const { id, slug } = await makeLetter(author, { title: "Before" });
  const token = await sign(slug, "moved@receipt.example");
  const first = await readReceipt(token);
  await revise(author, slug, { title: "After" });
  expect(await readReceipt(token), "until its signatory says so").toEqual(first);
  await signNewVersion(token, 2, origin);
  const [moved] = await sql<{ at: Date }[]>`
    select at from signature_events where letter_id = ${id} and event = 'moved'`;
  expect(await readReceipt(token)).toMatchObject({
    ...{ title: "After", version: 2, sha256: (await readVersion(id, 2))?.sha256 },
    ...{ signedAt: moved?.at, confirmedAt: moved?.at },
  });
});

test("tells a pending and a withdrawn signature for what it is, and a held one from no other", async () => {
  const { id, slug } = await makeLetter(author);
  const token = await sign(slug, "state@receipt.example", {}, false);
  expect(await readReceipt(token)).toMatchObject({ state: "pending", confirmedAt: null });
  await sql`
    update signatures set state = 'held', confirmed_at = now(), hold_reasons = array['burst'] where letter_id = ${id}`;
  expect(await readReceipt(token)).toMatchObject({ state: "confirmed" });
  await sql`update signatures set state = 'confirmed' where letter_id = ${id}`;
  await withdrawSignature(token, origin);
  expect(await readReceipt(token)).toMatchObject({ state: "withdrawn" });
});

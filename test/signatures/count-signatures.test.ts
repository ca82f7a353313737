import { beforeAll, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { withdrawSignature } from "#app/signatures/confirm-signature.server.ts";
import { countSignatures, recountSignatures } from "#app/signatures/count-signatures.server.ts";
import { importSignatures } from "#app/signatures/import-signatures.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeLetter, origin, sign } from "../made-up.ts";

useDatabase();
let author: Account;
beforeAll(async () => {
  author = await makeAccount();
});

const stored = async (id: number) => {
  const [row] = await sql<{ signed: number; imported: number; last: number }[]>`
    select signature_count as signed, imported_count as imported, last_number as last from letters where id = ${id}`;
  return row;
};
const numbers = async (id: number) =>
  (
    await sql<{ number: number }[]>`
      select number from signatures where letter_id = ${id} and number is not null order by number`
  ).map(({ number }) => number);

/** Confirmed signatures straight in the table, as a crowd would leave them. */
const crowd = (id: number, from: number, many: number) => sql`
  insert into signatures (letter_id, version_number, signer_key, name, email, name_shown, keep_informed, language, state, confirmed_at)
  select ${id}, 1, 'crowd-' || i || '@example.org', 'Crowd ' || i, 'crowd-' || i || '@example.org', true, false, 'en',
    'confirmed', now() from generate_series(${from}::int, ${from + many - 1}::int) as i`;

test("numbers are dense, and a withdrawn signature's is never given to another", async () => {
  const letter = await makeLetter(author);
  const tokens: string[] = [];
  for (const person of ["a", "b", "c"]) tokens.push(await sign(letter.slug, `${person}@example.org`));
  while ((await countSignatures()) === "more");
  expect(await stored(letter.id)).toEqual({ signed: 3, imported: 0, last: 3 });
  await withdrawSignature(tokens[1] ?? "", origin);
  await sign(letter.slug, "d@example.org");
  await countSignatures();
  expect(await stored(letter.id)).toEqual({ signed: 3, imported: 0, last: 4 });
  expect(await numbers(letter.id)).toEqual([1, 2, 3, 4]);
});

test("what is shown is right before the sequencer has come and after it", async () => {
  const letter = await makeLetter(author);
  await sign(letter.slug, "early@example.org");
  expect(await stored(letter.id)).toMatchObject({ signed: 0 });
  expect((await readLetter(letter.slug))?.signatureCount).toBe(1);
  await countSignatures();
  expect(await stored(letter.id)).toMatchObject({ signed: 1 });
  expect((await readLetter(letter.slug))?.signatureCount).toBe(1);
});

test("several sequencers at once and people signing meanwhile: each signature is counted and numbered once", async () => {
  const letter = await makeLetter(author);
  const counting = async () => {
    const outcomes: string[] = [];
    for (let round = 0; round < 10; round++) outcomes.push(await countSignatures());
    return outcomes;
  };
  const signing = async () => {
    for (let part = 0; part < 10; part++) await crowd(letter.id, part * 300, 300);
  };
  await Promise.all([counting(), counting(), counting(), signing()]);
  for (let outcome = ""; outcome !== "done";) outcome = await countSignatures();
  expect(await stored(letter.id)).toEqual({ signed: 3000, imported: 0, last: 3000 });
  expect(await numbers(letter.id)).toEqual(Array.from({ length: 3000 }, (_, index) => index + 1));
});

test("imported signatures are counted apart and get no number", async () => {
  const letter = await makeLetter(author);
  const blank = {
    kind: "person" as const,
    role: "",
    affiliation: "",
    statement: "",
    website: "",
    country: "",
  };
  await importSignatures(letter.slug, [
    { ...blank, name: "One", signedAt: null },
    { ...blank, name: "One", signedAt: null },
  ]);
  expect(await stored(letter.id)).toEqual({ signed: 0, imported: 2, last: 0 });
  expect(await numbers(letter.id)).toEqual([]);
});

test("the recount agrees, and corrects a count that was damaged", async () => {
  const letter = await makeLetter(author);
  await crowd(letter.id, 1, 7);
  while ((await countSignatures()) === "more");
  expect(await recountSignatures()).toBe(0);
  await sql`update letters set signature_count = 99, imported_count = 3 where id = ${letter.id}`;
  expect(await recountSignatures()).toBe(1);
  expect(await stored(letter.id)).toMatchObject({ signed: 7, imported: 0 });
});

import { beforeAll, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { confirmSignature, withdrawSignature } from "#app/signatures/confirm-signature.server.ts";
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

test("who withdraws and signs again keeps the number, and is counted once", async () => {
  const letter = await makeLetter(author);
  const token = await sign(letter.slug, "again@example.org");
  await sign(letter.slug, "second@example.org");
  await countSignatures();
  await withdrawSignature(token, origin);
  await countSignatures();
  expect(await stored(letter.id)).toEqual({ signed: 1, imported: 0, last: 2 });
  await sign(letter.slug, "again@example.org");
  await countSignatures();
  expect(await stored(letter.id)).toEqual({ signed: 2, imported: 0, last: 2 });
  const [row] = await sql`
    select number from signatures where letter_id = ${letter.id} and email = 'again@example.org'`;
  expect(row).toEqual({ number: 1 });
});

test("what is confirmed and withdrawn between two rounds gets no number", async () => {
  const letter = await makeLetter(author);
  await withdrawSignature(await sign(letter.slug, "brief@example.org"), origin);
  await sign(letter.slug, "steady@example.org");
  await sign(letter.slug, "undecided@example.org", {}, false);
  await countSignatures();
  expect(await stored(letter.id)).toEqual({ signed: 1, imported: 0, last: 1 });
  expect(await numbers(letter.id)).toEqual([1]);
});

test("numbers follow the order of confirming", async () => {
  const letter = await makeLetter(author);
  const late = await sign(letter.slug, "signed-first@example.org", {}, false);
  await sign(letter.slug, "confirmed-first@example.org");
  await confirmSignature(late, origin);
  await countSignatures();
  const rows = await sql<{ email: string }[]>`
    select email from signatures where letter_id = ${letter.id} order by number`;
  expect(rows.map(({ email }) => email)).toEqual(["confirmed-first@example.org", "signed-first@example.org"]);
});

test("each letter has its own numbers", async () => {
  const letters = [await makeLetter(author), await makeLetter(author)];
  for (const { id } of letters) await crowd(id, 1, 5);
  await countSignatures();
  for (const { id } of letters) {
    expect(await stored(id)).toEqual({ signed: 5, imported: 0, last: 5 });
    expect(await numbers(id)).toEqual([1, 2, 3, 4, 5]);
  }
});

test("more than fit in one round are said to be left", async () => {
  const letter = await makeLetter(author);
  await crowd(letter.id, 1, 5001);
  expect(await countSignatures()).toBe("more");
  expect(await stored(letter.id)).toEqual({ signed: 5000, imported: 0, last: 5000 });
  expect((await readLetter(letter.slug))?.signatureCount).toBe(5001);
  expect(await countSignatures()).toBe("done");
  expect(await stored(letter.id)).toEqual({ signed: 5001, imported: 0, last: 5001 });
});

test("while another process counts, counting answers at once that it is busy, and signing goes on", async () => {
  const letter = await makeLetter(author);
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(7214001)`;
    expect(await countSignatures()).toBe("busy");
    await sign(letter.slug, "meanwhile@example.org");
    expect((await readLetter(letter.slug))?.signatureCount).toBe(1);
  });
  expect(await countSignatures()).toBe("done");
  expect(await stored(letter.id)).toMatchObject({ signed: 1 });
});

test("people who sign, confirm and withdraw while several count: in the end every count is that of the rows", async () => {
  const letter = await makeLetter(author);
  let signing = true;
  const counting = async () => {
    while (signing) await countSignatures();
  };
  const people = async (group: string) => {
    for (let index = 0; index < 12; index++) {
      const email = `${group}-${index}@example.org`;
      const token = await sign(letter.slug, email);
      if (index % 3 > 0) await withdrawSignature(token, origin);
      if (index % 3 > 1) await sign(letter.slug, email);
    }
  };
  const signers = Promise.all(["a", "b", "c", "d"].map(people)).finally(() => (signing = false));
  await Promise.all([signers, counting(), counting()]);
  expect((await readLetter(letter.slug))?.signatureCount).toBe(32);
  await countSignatures();
  expect(await recountSignatures()).toBe(0);
  const counts = await stored(letter.id);
  expect(counts).toMatchObject({ signed: 32, imported: 0 });
  expect(await numbers(letter.id)).toEqual(
    Array.from({ length: counts?.last ?? 0 }, (_, index) => index + 1),
  );
});

test("a recount leaves to the sequencer what it has not reached, and gives no number away", async () => {
  const letter = await makeLetter(author);
  await crowd(letter.id, 1, 3);
  await countSignatures();
  await crowd(letter.id, 4, 2);
  await sql`update letters set signature_count = 0 where id = ${letter.id}`;
  expect(await recountSignatures()).toBe(1);
  expect(await stored(letter.id)).toEqual({ signed: 3, imported: 0, last: 3 });
  expect((await readLetter(letter.slug))?.signatureCount).toBe(5);
  await countSignatures();
  expect(await stored(letter.id)).toEqual({ signed: 5, imported: 0, last: 5 });
});

test("a signature that moves to another version moves its count, and each day has its own", async () => {
  const letter = await makeLetter(author);
  await sql`
    insert into letter_versions (letter_id, number, title, summary, author_kind, author_name, addressees, language, signed, sha256, published_by)
    select letter_id, 2, title, summary, author_kind, author_name, addressees, language, signed, repeat('0', 64), published_by
    from letter_versions where letter_id = ${letter.id}`;
  await crowd(letter.id, 1, 5);
  await sql`update signatures set confirmed_at = '2026-03-01 23:30:00Z' where letter_id = ${letter.id} and signer_key = 'crowd-1@example.org'`;
  const versions = async () =>
    (
      await sql<{ version_number: number; signature_count: number }[]>`
        select version_number, signature_count from letter_version_counts where letter_id = ${letter.id} order by 1`
    ).map((row) => [row.version_number, row.signature_count]);
  const day = async () =>
    (
      await sql<{ signature_count: number }[]>`
        select signature_count from letter_days where letter_id = ${letter.id} and day = '2026-03-02'`
    )[0]?.signature_count;
  await countSignatures();
  expect(await versions()).toEqual([[1, 5]]);
  expect(await day(), "half past midnight in Paris").toBe(1);
  await sql`update signatures set version_number = 2 where letter_id = ${letter.id} and signer_key in ('crowd-1@example.org', 'crowd-2@example.org')`;
  await countSignatures();
  expect(await versions()).toEqual([
    [1, 3],
    [2, 2],
  ]);
  expect(await stored(letter.id)).toMatchObject({ signed: 5, last: 5 });
  await sql`
    update signatures set state = 'withdrawn', withdrawn_at = now(), confirmed_at = null
    where letter_id = ${letter.id} and signer_key = 'crowd-1@example.org'`;
  await countSignatures();
  expect(await versions()).toEqual([
    [1, 3],
    [2, 1],
  ]);
  expect(await day(), "taken off the day it was counted under").toBe(0);
  expect(await recountSignatures(), "nothing to correct").toBe(0);
  await sql`update letter_days set signature_count = 77 where letter_id = ${letter.id}`;
  await sql`delete from letter_version_counts where letter_id = ${letter.id}`;
  expect(await recountSignatures()).toBe(1);
  expect(await versions()).toEqual([
    [1, 3],
    [2, 1],
  ]);
  expect(await day()).toBe(0);
});

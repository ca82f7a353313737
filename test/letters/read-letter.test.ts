import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { closeLetter, todayInParis } from "#app/letters/close-letter.server.ts";
import type { Sort } from "#app/letters/letter.ts";
import { listLetters, listVersions, readLetter, readVersion } from "#app/letters/read-letter.server.ts";
import { withdrawSignature } from "#app/signatures/confirm-signature.server.ts";
import { countSignatures } from "#app/signatures/count-signatures.server.ts";
import { importSignatures } from "#app/signatures/import-signatures.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeDraft, makeLetter, origin, sign } from "../made-up.ts";

useDatabase();
let author: Account;
beforeAll(async () => {
  author = await makeAccount();
});

const person = {
  kind: "person" as const,
  role: "",
  affiliation: "",
  statement: "",
  website: "",
  country: "",
};

describe("a letter", () => {
  test("has what its page needs, and counts imported signatures apart", async () => {
    const given = { title: "Whole", summary: "Short", addressees: ["A", "B"], closesOn: "2031-02-28" };
    const { id, slug } = await makeLetter(author, {
      ...given,
      authorName: "Guild",
      authorKind: "organisation",
    });
    await importSignatures(slug, [{ ...person, name: "One", signedAt: null }]);
    await sign(slug, "counted@example.org");
    await countSignatures();
    await sign(slug, "uncounted@example.org");
    await withdrawSignature(await sign(slug, "gone@example.org"), origin);
    await sign(slug, "pending@example.org", {}, false);
    expect(await readLetter(slug)).toMatchObject({
      ...{ ...given, id, slug, state: "open", open: true, language: "en", version: 1 },
      ...{ authorKind: "organisation", authorName: "Guild", closedAt: null, commentCount: 0 },
      ...{ signatureCount: 2, importedCount: 1 },
    });
  });

  test("whose counted signature was withdrawn says so before the sequencer has come", async () => {
    const { slug } = await makeLetter(author);
    const token = await sign(slug, "leaves@example.org");
    await sign(slug, "stays@example.org");
    await countSignatures();
    await withdrawSignature(token, origin);
    expect((await readLetter(slug))?.signatureCount).toBe(1);
  });

  test("is found by its exact address alone", async () => {
    const { slug } = await makeLetter(author, { title: "Exact" });
    for (const wrong of ["", slug.toUpperCase(), `${slug} `, `${slug}%`, slug.slice(0, -1), "x".repeat(5000)])
      expect(await readLetter(wrong)).toBeNull();
  });

  test("has the versions that were published and no others", async () => {
    const { id } = await makeLetter(author, { title: "Versioned" });
    const version = await readVersion(id, 1);
    expect(version).toMatchObject({ number: 1, title: "Versioned", document: version?.signed.document });
    expect(await listVersions(id)).toEqual([
      {
        number: 1,
        title: "Versioned",
        sha256: version?.sha256,
        publishedAt: version?.publishedAt,
        reason: "",
        signatures: 0,
        translations: [],
      },
    ]);
    for (const number of [0, 2, -1]) expect(await readVersion(id, number)).toBeNull();
  });
});

describe("a list of letters", () => {
  beforeEach(async () => {
    await sql`update letters set state = 'draft', published_at = null, current_version = null, closed_at = null`;
  });
  const slugs = async (sort: Sort, after: number | null = null) =>
    (await listLetters(sort, after)).letters.map(({ slug }) => slug);

  test("newest: by the moment of publishing, not of writing", async () => {
    const [a, b] = [await makeLetter(author), await makeLetter(author)];
    await sql`update letters set published_at = now() - interval '1 day' where id = ${b.id}`;
    expect(await slugs("newest")).toEqual([a.slug, b.slug]);
  });

  test("most signed: by what was confirmed, imported signatures do not lift a letter", async () => {
    const [none, two, one] = [await makeLetter(author), await makeLetter(author), await makeLetter(author)];
    for (const name of ["One", "Two", "Three"])
      await importSignatures(none.slug, [{ ...person, name, signedAt: null }]);
    await sign(two.slug, "a@example.org");
    await sign(two.slug, "b@example.org");
    await sign(one.slug, "a@example.org");
    await countSignatures();
    expect(await slugs("most-signed")).toEqual([two.slug, one.slug, none.slug]);
  });

  test("closing soon: the next day first; without what has no last day, is over or was closed", async () => {
    await makeLetter(author);
    await makeLetter(author, { closesOn: "2031-01-01", closed: true });
    await makeDraft(author, { closesOn: "2031-01-01" });
    const over = await makeLetter(author);
    await sql`update letters set closes_on = ${todayInParis()}::date - 1 where id = ${over.id}`;
    const later = await makeLetter(author, { closesOn: "2031-03-01" });
    const soon = await makeLetter(author, { closesOn: "2031-02-01" });
    const today = await makeLetter(author, { closesOn: todayInParis() });
    expect(await slugs("closing-soon")).toEqual([today.slug, soon.slug, later.slug]);
  });

  test("says of a letter whose last day is over that it is not open", async () => {
    const { id } = await makeLetter(author);
    await sql`update letters set closes_on = ${todayInParis()}::date - 1 where id = ${id}`;
    expect((await listLetters("newest", null)).letters).toMatchObject([{ id, open: false }]);
  });

  test("has pages of 20: one published meanwhile moves nothing, and letters alike in what sorts them stay apart", async () => {
    const made = [];
    for (let index = 0; index < 21; index++) made.push(await makeLetter(author, { closesOn: "2031-01-01" }));
    await sql`update letters set published_at = '2026-01-01', signature_count = 3 where state = 'open'`;
    for (const sort of ["newest", "most-signed", "closing-soon"] as const) {
      const first = await listLetters(sort, null);
      expect(first.letters).toHaveLength(20);
      const { id } = await makeLetter(author, { closesOn: "2031-01-01" });
      await sql`update letters set closes_on = '2030-01-01', signature_count = 4 where id = ${id}`;
      const second = await listLetters(sort, first.next);
      expect(second.next).toBeNull();
      const seen = [...first.letters, ...second.letters].map((letter) => letter.id);
      expect(seen.toSorted((a, b) => a - b)).toEqual(made.map((letter) => letter.id));
      await sql`update letters set state = 'draft', published_at = null, current_version = null where id = ${id}`;
    }
  });

  test("has no next page when this one is just full, and none after a letter that is not there", async () => {
    for (let index = 0; index < 20; index++) await makeLetter(author);
    expect(await listLetters("newest", null)).toMatchObject({ next: null });
    expect(await listLetters("newest", 999_999)).toEqual({ letters: [], next: null });
  });

  test("keeps closed letters where they were", async () => {
    const [a, b] = [await makeLetter(author), await makeLetter(author)];
    await closeLetter(b.slug, author.id);
    expect(await slugs("newest")).toEqual([b.slug, a.slug]);
  });
});

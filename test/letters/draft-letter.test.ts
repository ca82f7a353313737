import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import {
  createDraft,
  deleteDraft,
  listOwnLetters,
  readDraft,
  saveDraft,
  slugOf,
} from "#app/letters/draft-letter.server.ts";
import { publishLetter } from "#app/letters/publish-letter.server.ts";
import { listLetters, readLetter } from "#app/letters/read-letter.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { letterFields, makeAccount, makeDraft, makeLetter, paragraph } from "../made-up.ts";

useDatabase();
let author: Account;
let stranger: Account;
beforeAll(async () => {
  author = await makeAccount();
  stranger = await makeAccount();
});

describe("the address made from a title", () => {
  test.each([
    ["Pour un cloud de confiance", "pour-un-cloud-de-confiance"],
    ["L’Œuvre & l’État : où ?", "l-oeuvre-and-l-etat-ou"],
    ["One two three four five six seven eight nine ten", "one-two-three-four-five-six-seven-eight"],
    [`${"a".repeat(30)} ${"b".repeat(29)} ${"c".repeat(9)}`, `${"a".repeat(30)}-${"b".repeat(29)}`],
    ["x".repeat(200), "letter-1"],
    ["李雷", "letter-1"],
    ["--- !!! ---", "letter-1"],
    ["NEW", "new-1"],
    ["mine", "mine-1"],
    ["New rules", "new-rules"],
  ])("%j is %j", (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  test("is one the database takes, whatever the title", async () => {
    for (const title of ["Ünïcødé ß ﬁ ½", "a'b\"c`d", "../../etc", "𝔄𝔟𝔠", "\u202eabc", "1", "a_b.c", "ﷺ"])
      await expect(createDraft(author.id, "en", letterFields({ title }), paragraph("x"))).resolves.toMatch(
        /^[a-z0-9]+(-[a-z0-9]+)*$/,
      );
  });

  test("is another one for each of many letters of the same title, made at once too", async () => {
    const fields = letterFields({ title: "Crowded" });
    const slugs = await Promise.all(
      Array.from({ length: 25 }, () => createDraft(author.id, "en", fields, paragraph("x"))),
    );
    expect(new Set(slugs).size).toBe(25);
    expect(slugs).toContain("crowded");
  });

  test("is the same one for the same key, asked for at once too", async () => {
    const key = randomUUID();
    const ask = (title: string) =>
      createDraft(author.id, "en", letterFields({ title }), paragraph("x"), { key });
    const slugs = await Promise.all(["Keyed", "Keyed", "Keyed", "Keyed otherwise"].map(ask));
    expect(new Set(slugs).size).toBe(1);
    expect(await ask("Keyed")).toBe(slugs[0]);
    const [made] = await sql<{ count: number }[]>`
      select count(*)::int as count from letters where slug like 'keyed%'`;
    expect(made?.count).toBe(1);
  });
});

describe("a draft", () => {
  test("comes back as it was written", async () => {
    const fields = letterFields({
      ...{ title: "Whole", summary: "In\nshort", addressees: ["One", "Two, of three"], authorName: "Guild" },
      ...{ authorKind: "organisation" as const, closesOn: "2031-02-28", language: "fr" as const },
    });
    const slug = await createDraft(author.id, "en", fields, paragraph("Text \u{1f600}"));
    expect(await readDraft(slug, author.id)).toMatchObject({
      ...{ ...fields, slug, state: "draft", revision: 1, document: paragraph("Text \u{1f600}") },
    });
  });

  test("is in the language of its writer unless the form names another", async () => {
    const fields = letterFields();
    const slug = await createDraft(author.id, "fr", fields, paragraph("x"));
    expect((await readDraft(slug, author.id))?.language).toBe("fr");
    await saveDraft(slug, author.id, 1, fields, paragraph("y"));
    expect((await readDraft(slug, author.id))?.language).toBe("fr");
    await saveDraft(slug, author.id, 2, { ...fields, language: "en" }, paragraph("y"));
    expect((await readDraft(slug, author.id))?.language).toBe("en");
  });

  test("saved without a revision goes over what is there", async () => {
    const slug = await makeDraft(author);
    await saveDraft(slug, author.id, 1, letterFields(), paragraph("first"));
    const saved = await saveDraft(slug, author.id, null, letterFields({ title: "Over" }), paragraph("over"));
    expect(saved).toEqual({ outcome: "saved", revision: 3 });
    expect(await readDraft(slug, author.id)).toMatchObject({ title: "Over", document: paragraph("over") });
  });

  test("saved by several windows at once on the same revision is saved by one", async () => {
    const slug = await makeDraft(author);
    const windows = ["a", "b", "c", "d"].map((text) =>
      saveDraft(slug, author.id, 1, letterFields(), paragraph(text)),
    );
    const outcomes = (await Promise.all(windows)).map(({ outcome }) => outcome);
    expect(outcomes.toSorted()).toEqual(["saved", "stale", "stale", "stale"]);
    expect((await readDraft(slug, author.id))?.revision).toBe(2);
  });

  test("saved again as it stands is saved, on whatever revision: an autosave that overtook the form", async () => {
    const slug = await makeDraft(author);
    const fields = letterFields({ title: "Twice" });
    await saveDraft(slug, author.id, 1, fields, paragraph("the same"));
    expect(await saveDraft(slug, author.id, 1, fields, paragraph("the same"))).toEqual({
      outcome: "saved",
      revision: 2,
    });
    expect((await saveDraft(slug, author.id, 1, fields, paragraph("another"))).outcome).toBe("stale");
  });

  test("is deleted by its account alone, once, and its address is free again", async () => {
    const slug = await makeDraft(author, { title: "Gone soon" });
    expect(await deleteDraft(slug, stranger.id)).toEqual({ outcome: "not-found" });
    expect((await readDraft(slug, author.id))?.slug).toBe(slug);
    expect(await deleteDraft(slug, author.id)).toEqual({ outcome: "deleted" });
    expect(await readDraft(slug, author.id)).toBeNull();
    expect(await deleteDraft(slug, author.id)).toEqual({ outcome: "not-found" });
    expect(await makeDraft(stranger, { title: "Gone soon" })).toBe(slug);
  });

  test("that was published is a draft no more: neither read, saved nor deleted as one", async () => {
    const { slug } = await makeLetter(author);
    expect(await readDraft(slug, author.id)).toBeNull();
    expect(await saveDraft(slug, author.id, null, letterFields(), paragraph("x"))).toEqual({
      outcome: "not-found",
    });
    expect(await deleteDraft(slug, author.id)).toEqual({ outcome: "not-found" });
    expect(await readLetter(slug)).not.toBeNull();
  });

  test("of somebody else is told from none by no outcome", async () => {
    const slug = await makeDraft(author);
    for (const asked of [slug, "no-such-letter"]) {
      expect(await readDraft(asked, stranger.id)).toBeNull();
      expect(await saveDraft(asked, stranger.id, 1, letterFields(), paragraph("x"))).toEqual({
        outcome: "not-found",
      });
      expect(await publishLetter(asked, stranger.id, 1)).toEqual({ outcome: "not-found" });
    }
  });
});

test("one's own letters are listed, the last edited first, and nobody else's", async () => {
  const writer = await makeAccount();
  const first = await makeDraft(writer);
  const { slug: second } = await makeLetter(writer);
  await makeDraft(stranger);
  expect((await listOwnLetters(writer.id)).map(({ slug, state }) => [slug, state])).toEqual([
    [second, "open"],
    [first, "draft"],
  ]);
  await saveDraft(first, writer.id, 1, letterFields(), paragraph("edited"));
  expect((await listOwnLetters(writer.id)).map(({ slug }) => slug)).toEqual([first, second]);
});

test("a draft is in no list and behind no address, whatever has been saved in it", async () => {
  const slug = await makeDraft(author, { closesOn: "2031-01-01" });
  await sql`update letters set signature_count = 1000 where slug = ${slug}`;
  for (const sort of ["newest", "most-signed", "closing-soon"] as const)
    expect((await listLetters(sort, null)).letters.map((letter) => letter.slug)).not.toContain(slug);
  expect(await readLetter(slug)).toBeNull();
});

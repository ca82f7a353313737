import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { closeDueLetters, closeLetter, todayInParis } from "#app/letters/close-letter.server.ts";
import { createDraft, readDraft, saveDraft } from "#app/letters/draft-letter.server.ts";
import { publishLetter } from "#app/letters/publish-letter.server.ts";
import { listLetters, readLetter, readVersion } from "#app/letters/read-letter.server.ts";
import { hashSigned } from "#app/letters/version.ts";
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

describe("a draft", () => {
  test("exists for its account alone", async () => {
    const slug = await makeDraft(author);
    expect((await readDraft(slug, author.id))?.slug).toBe(slug);
    expect(await readDraft(slug, stranger.id)).toBeNull();
    expect(await readLetter(slug)).toBeNull();
    const text = paragraph("Taken over.");
    expect((await saveDraft(slug, stranger.id, null, letterFields(), text)).outcome).toBe("not-found");
    expect((await publishLetter(slug, stranger.id, 1)).outcome).toBe("not-found");
  });

  test("saved elsewhere since is not overwritten", async () => {
    const slug = await makeDraft(author);
    const save = (revision: number, text: string) =>
      saveDraft(slug, author.id, revision, letterFields(), paragraph(text));
    expect(await save(1, "First window")).toEqual({ outcome: "saved", revision: 2 });
    expect(await save(1, "Second window")).toEqual({ outcome: "stale" });
    expect((await readDraft(slug, author.id))?.document).toEqual(paragraph("First window"));
  });

  test("of the same title gets another address, of a reserved one too", async () => {
    const slugs = [];
    for (const title of ["Same title", "Same title", "New", "Mine", "???", "NoML: l’Été"])
      slugs.push(await createDraft(author.id, "en", letterFields({ title }), paragraph("x")));
    expect(slugs).toEqual(["same-title", "same-title-2", "new-1", "mine-1", "letter-1", "noml-l-ete"]);
  });
});

describe("publishing", () => {
  test("freezes the text as version 1 under its hash", async () => {
    const slug = await makeDraft(author, { title: "Frozen" }, "We ask for ice.");
    expect((await publishLetter(slug, author.id, 1)).outcome).toBe("published");
    const letter = await readLetter(slug);
    const version = await readVersion(letter?.id ?? 0, 1);
    expect(letter).toMatchObject({ version: 1, open: true, signatureCount: 0 });
    expect(version?.signed).toEqual({
      title: "Frozen",
      language: "en",
      document: paragraph("We ask for ice."),
      translations: [],
    });
    expect(version?.sha256).toBe(await hashSigned(version?.signed ?? ({} as never)));
    expect((await saveDraft(slug, author.id, null, letterFields(), paragraph("Thaw"))).outcome).toBe(
      "not-found",
    );
    expect((await publishLetter(slug, author.id, 1)).outcome).toBe("published");
    expect((await sql`select 1 from letter_versions where letter_id = ${letter?.id ?? 0}`).count).toBe(1);
  });

  test("the database itself refuses to change or delete a version", async () => {
    const { id } = await makeLetter(author);
    await expect(sql`update letter_versions set title = 'x' where letter_id = ${id}`).rejects.toThrow(
      "never change",
    );
    await expect(sql`delete from letter_versions where letter_id = ${id}`).rejects.toThrow("never change");
    await expect(sql`update letter_versions set signed = signed where letter_id = ${id}`).rejects.toThrow(
      "never change",
    );
    await expect(sql`delete from letters where id = ${id}`).rejects.toThrow("foreign key");
  });

  test("takes the text its author has read, not a newer one", async () => {
    const slug = await makeDraft(author);
    await saveDraft(slug, author.id, 1, letterFields(), paragraph("Newer"));
    expect((await publishLetter(slug, author.id, 1)).outcome).toBe("stale");
    expect((await publishLetter(slug, author.id, 2)).outcome).toBe("published");
  });

  test.each([
    ["addressees", { addressees: [] }, "text", "publish.missing.addressees"],
    ["an author", { authorName: "" }, "text", "publish.missing.author"],
    ["a text", {}, " ", "publish.missing.text"],
    ["a closing date that is not over", { closesOn: "2020-01-01" }, "text", "publish.missing.closesOn"],
  ])("asks for %s", async (_what, fields, text, missing) => {
    const slug = await makeDraft(author, fields, text);
    expect(await publishLetter(slug, author.id, 1)).toEqual({ outcome: "incomplete", missing: [missing] });
  });

  test("asks for all that is missing at once, in the order of the form, and writes nothing", async () => {
    const slug = await makeDraft(author, { addressees: [], authorName: "", closesOn: "2020-01-01" }, " ");
    expect(await publishLetter(slug, author.id, 1)).toEqual({
      outcome: "incomplete",
      missing: ["addressees", "author", "text", "closesOn"].map((what) => `publish.missing.${what}`),
    });
    expect(await readDraft(slug, author.id)).toMatchObject({ state: "draft", revision: 1 });
    expect(
      await sql`select 1 from letter_versions v join letters l on l.id = v.letter_id where l.slug = ${slug}`,
    ).toHaveLength(0);
  });

  test("and saving at the same moment never publishes a text its author has not read", async () => {
    for (let round = 0; round < 6; round++) {
      const slug = await makeDraft(author, {}, "Read.");
      const [published, saved] = await Promise.all([
        publishLetter(slug, author.id, 1),
        saveDraft(slug, author.id, 1, letterFields(), paragraph("Unread.")),
      ]);
      const letter = await readLetter(slug);
      const version = await readVersion(letter?.id ?? 0, 1);
      if (published.outcome === "published") {
        expect(version?.document).toEqual(paragraph("Read."));
        expect(saved.outcome).toBe("not-found");
      } else {
        expect([published.outcome, saved.outcome, letter]).toEqual(["stale", "saved", null]);
      }
    }
  });

  test("asks for pictures that are stored here", async () => {
    const picture = { type: "image", attrs: { src: `/images/${"c".repeat(64)}`, alt: "Lost" } };
    const document = { type: "doc", content: [...(paragraph("See:").content ?? []), picture] };
    const slug = await createDraft(author.id, "en", letterFields(), document);
    expect(await publishLetter(slug, author.id, 1)).toEqual({
      outcome: "incomplete",
      missing: ["publish.missing.image"],
    });
  });

  test("two clicks at once publish once", async () => {
    const slug = await makeDraft(author);
    const both = await Promise.all([1, 2].map(() => publishLetter(slug, author.id, 1)));
    expect(both.map(({ outcome }) => outcome)).toEqual(["published", "published"]);
  });
});

describe("closing", () => {
  test("is its author's act, and twice is as once", async () => {
    const { slug } = await makeLetter(author);
    expect((await closeLetter(slug, stranger.id)).outcome).toBe("not-found");
    expect((await closeLetter(slug, author.id)).outcome).toBe("closed");
    expect((await closeLetter(slug, author.id)).outcome).toBe("closed");
    expect(await readLetter(slug)).toMatchObject({ state: "closed", open: false });
  });

  test("comes by itself after the last day in Paris, not on it", async () => {
    const today = await makeLetter(author, { closesOn: todayInParis() });
    const over = await makeLetter(author);
    await sql`update letters set closes_on = ${todayInParis()}::date - 1 where id = ${over.id}`;
    expect((await readLetter(over.slug))?.open).toBe(false);
    expect(await closeDueLetters()).toBe(1);
    expect(await readLetter(over.slug)).toMatchObject({ state: "closed" });
    expect(await readLetter(today.slug)).toMatchObject({ state: "open", open: true });
  });
});

describe("the lists", () => {
  test.each(["newest", "most-signed", "closing-soon"] as const)(
    "%s: pages without gap or repetition, no drafts",
    async (sort) => {
      await makeDraft(author, { title: "A secret draft" });
      const soon = `${new Date().getFullYear() + 1}-06-`;
      for (let index = 0; index < 23; index++)
        await makeLetter(author, { closesOn: `${soon}${String(1 + (index % 28)).padStart(2, "0")}` });
      await sql`update letters set signature_count = id % 5 where state <> 'draft'`;
      const seen: {
        id: number;
        title: string;
        signatureCount: number;
        closesOn: string | null;
        publishedAt: Date;
      }[] = [];
      for (let after: number | null = null; ;) {
        const page: Awaited<ReturnType<typeof listLetters>> = await listLetters(sort, after);
        seen.push(...page.letters);
        if (page.next === null) break;
        after = page.next;
      }
      const expected =
        sort === "closing-soon"
          ? await sql`select id from letters where state = 'open' and closes_on is not null`
          : await sql`select id from letters where state <> 'draft'`;
      expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
      expect(seen.length).toBe(expected.count);
      expect(seen.some(({ title }) => title === "A secret draft")).toBe(false);
      const order = seen.map(({ publishedAt, signatureCount, closesOn }) =>
        sort === "newest"
          ? -publishedAt.getTime()
          : sort === "most-signed"
            ? -signatureCount
            : Date.parse(closesOn ?? ""),
      );
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    },
  );
});

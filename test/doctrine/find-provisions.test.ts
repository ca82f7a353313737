import { beforeAll, describe, expect, test } from "vitest";
import { citationLabel } from "#app/doctrine/citation-label.ts";
import { findProvisions } from "#app/doctrine/find-provisions.server.ts";
import { readNumber } from "#app/doctrine/provision-number.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeText, provision } from "../made-up-doctrine.ts";

useDatabase();
const article = (number: string, text: string) => provision(number, text, { kind: "article" });
beforeAll(async () => {
  await makeText(
    [
      { dated: "2023-05-14", provisions: [article("L100-1", "Le présent code régit les relations.")] },
      {
        dated: "2026-04-03",
        provisions: [
          provision("Ier", "", {
            kind: "book",
            title: "Les échanges",
            children: [
              article("L100-1", "Le présent code régit les échanges."),
              article("L100-10", "Dixième article."),
              article("L100-2", "L’administration agit, selon l’article L100-1."),
              article("9", "Un article neuf."),
            ],
          }),
        ],
      },
    ],
    { slug: "code", title: "Un code" },
  );
  await makeText(
    [
      {
        dated: "2024-01-01",
        provisions: [provision("9", "Every cloud is encrypted."), provision("19.6", "Keys.")],
      },
    ],
    { slug: "cloud", title: "Cloud rules", language: "en" },
  );
});
const found = async (typed: string, limit = 8) =>
  (await findProvisions(typed, limit)).map(({ text, provision: slug }) => `${text}/${slug}`);

describe("what is typed as a number", () => {
  test.each([
    ["L100-1", null, "L100-1"],
    ["l. 100-1", null, "l. 100-1"],
    ["article L100-1", "article", "L100-1"],
    ["Art. 9", "article", "9"],
    ["règle n° 9", "rule", "9"],
    ["Rules 9", "rule", "9"],
    ["exigence 19.6", "requirement", "19.6"],
    ["livre II", "book", "II"],
    ["9", null, "9"],
    ["article 12 bis", "article", "12 bis"],
  ])("%s", (typed, kind, number) => {
    expect(readNumber(typed)).toEqual({ kind, number });
  });

  test.each([
    "",
    "cloud",
    "II",
    "article",
    "the 9 rules of cloud computing",
    "règle de droit",
    "2023 and after",
  ])("and never %j", (typed) => {
    expect(readNumber(typed)).toBeNull();
  });
});

describe("provisions are found", () => {
  test.each(["L100-1", "l100-1", "L. 100-1", "article L100-1", "Art. L 100-1"])(
    "by number, the very one first: %s",
    async (typed) => {
      expect((await found(typed)).slice(0, 2)).toEqual(["code/L100-1", "code/L100-10"]);
    },
  );

  test("of the kind that was named before others of that number", async () => {
    expect((await found("règle 9"))[0]).toBe("cloud/9");
    expect((await found("article 9"))[0]).toBe("code/9");
    expect(await found("19.6")).toEqual(["cloud/19.6"]);
    expect(await found("196")).toEqual([]);
    expect((await found("book Ier"))[0]).toBe("code/Ier");
  });

  test("by words in any of their forms, without accents, headings first", async () => {
    expect(await found("echange")).toEqual(["code/Ier", "code/L100-1"]);
    expect(await found("encryption")).toEqual(["cloud/9"]);
    expect(await found("relations")).toEqual([]);
  });

  test("no more than asked for, and nothing for nothing", async () => {
    expect(await found("L100", 1)).toEqual(["code/L100-1"]);
    expect(await found("")).toEqual([]);
    expect(await found("?!")).toEqual([]);
  });

  test("as the newest revision has them", async () => {
    const [first] = await findProvisions("L100-1", 1);
    expect(first).toEqual({
      text: "code",
      textTitle: "Un code",
      language: "fr",
      provision: "L100-1",
      revision: "2026-04-03",
      kind: "article",
      number: "L100-1",
      title: "",
      beginning: "Le présent code régit les échanges.",
    });
  });
});

describe("the words of provisions", () => {
  const wordsOf = (slug: string) => sql<{ slug: string; words: string }[]>`
    select p.slug, w.search::text as words from provision_words w join provisions p on p.id = w.provision_id
    join doctrine_texts t on t.id = p.text_id where t.slug = ${slug} order by p.slug`;

  test("are those of the newest revision, whatever is imported later", async () => {
    const old = { dated: "2020-01-01", provisions: [provision("1", "alpha"), provision("2", "beta")] };
    const recent = { dated: "2021-01-01", provisions: [provision("1", "gamma"), provision("3", "delta")] };
    await makeText([recent, old], { slug: "late" });
    await makeText([old, recent], { slug: "early" });
    for (const slug of ["late", "early"]) {
      const rows = await wordsOf(slug);
      expect(rows.map((row) => row.slug)).toEqual(["1", "3"]);
      expect(rows[0]?.words).toContain("gamma");
      expect(rows[0]?.words).not.toContain("alpha");
    }
  });

  test("stay as they are where a revision says the same", async () => {
    const same = provision("1", "alpha");
    const text = await makeText([{ dated: "2020-01-01", provisions: [same, provision("2", "beta")] }], {
      slug: "kept",
    });
    const rowsNow = () =>
      sql`select xmin::text from provision_words where text_id = ${text.id} order by provision_id`;
    const [before] = await rowsNow();
    await sql.begin(async (tx) => {
      const [revision] = await tx<{ id: number }[]>`
        insert into revisions (text_id, dated, title, sha256, provision_count)
        values (${text.id}, '2021-01-01', 'Kept', ${"c".repeat(64)}, 2) returning id`;
      for (const [place, body] of ["alpha", "gamma"].entries())
        await tx`
          insert into provision_states (revision_id, provision_id, position, depth, kind, number, body, slug, change)
          values (${revision?.id ?? 0}, ${text.provisions[String(place + 1)] ?? 0}, ${place + 1}, 0, 'rule',
            ${String(place + 1)}, ${body}, ${String(place + 1)}, 'kept')`;
    });
    expect((await rowsNow())[0]).toEqual(before);
    expect((await wordsOf("kept"))[1]?.words).toContain("gamma");
  });
});

test("a letter calls a provision as its language does", () => {
  const named = { kind: "rule" as const, number: "9", title: "Encryption", provision: "9" };
  expect(citationLabel(named, "fr")).toBe("règle 9");
  expect(citationLabel(named, "en")).toBe("rule 9");
  expect(citationLabel({ ...named, kind: "item" }, "fr")).toBe("9");
  expect(citationLabel({ ...named, kind: "heading", number: "" }, "fr")).toBe("Encryption");
  expect(citationLabel({ ...named, number: "", title: "" }, "fr")).toBe("9");
});

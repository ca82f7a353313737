import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import type { Citation } from "#app/doctrine/citation.ts";
import { readCitedPassages, unknownCitations, writeCitations } from "#app/doctrine/cite-provision.server.ts";
import { shortened } from "#app/doctrine/cited-passage.ts";
import type { DocumentNode } from "#app/letters/document.ts";
import { createDraft } from "#app/letters/draft-letter.server.ts";
import { importLetter } from "#app/letters/import-letter.server.ts";
import { publishLetter } from "#app/letters/publish-letter.server.ts";
import { publishRevision } from "#app/letters/publish-revision.server.ts";
import { readRevision, saveRevision } from "#app/letters/revise-letter.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { letterFields, makeAccount, origin } from "../made-up.ts";
import { type MadeText, makeText, provision } from "../made-up-doctrine.ts";

useDatabase();
let author: Account;
let text: MadeText;
const first = "2023-05-14";
const second = "2026-04-03";
const long = `Le début. ${"Une phrase assez longue. ".repeat(30)}`.trim();
beforeAll(async () => {
  author = await makeAccount();
  text = await makeText(
    [
      {
        dated: first,
        provisions: [
          provision("1", "Stays."),
          provision("2", "Said so."),
          provision("3", "Goes."),
          provision("4", "", { kind: "chapter", title: "A heading" }),
          provision("5", long),
        ],
      },
      {
        dated: second,
        provisions: [provision("1", "Stays."), provision("2", "Says else."), provision("6", "New.")],
      },
    ],
    { slug: "cloud", title: "Le nuage" },
  );
});

const cite = (number: string, wish: Partial<Citation> = {}): DocumentNode => ({
  type: "citation",
  attrs: { text: "cloud", provision: number, revision: first, label: `rule ${number}`, ...wish },
});
const letterOf = (...content: DocumentNode[]): DocumentNode => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text: "We ask. " }, ...content] }],
});
const draft = (document: DocumentNode) => createDraft(author.id, "en", letterFields(), document);
type Row = { version: number; position: number; provision: number; revision: number };
const rowsOf = (slug: string) => sql<Row[]>`
  select c.version_number as version, c.position, c.provision_id as provision, c.revision_id as revision
  from citations c join letters l on l.id = c.letter_id where l.slug = ${slug}
  order by c.version_number, c.position`;

describe("publishing", () => {
  test("writes down what is cited, in the order of the letter, repetitions too", async () => {
    const slug = await draft(letterOf(cite("2"), cite("1", { revision: second }), cite("2")));
    expect((await publishLetter(slug, author.id, 1)).outcome).toBe("published");
    const { "1": one = 0, "2": two = 0 } = text.provisions;
    expect([...(await rowsOf(slug))]).toEqual([
      { version: 1, position: 1, provision: two, revision: text.revisions[first] },
      { version: 1, position: 2, provision: one, revision: text.revisions[second] },
      { version: 1, position: 3, provision: two, revision: text.revisions[first] },
    ]);
    expect((await publishLetter(slug, author.id, 1)).outcome).toBe("published");
    expect((await rowsOf(slug)).count).toBe(3);
  });

  test.each([
    ["of another text", cite("1", { text: "sky" })],
    ["of a revision that is not there", cite("1", { revision: "2024-01-01" })],
    ["of a provision that the revision has not", cite("6")],
    ["of one that the newer revision has no more", cite("3", { revision: second })],
  ])("is refused for a citation %s, which is named, and nothing is written", async (_what, wrong) => {
    const slug = await draft(letterOf(cite("1"), wrong));
    const { text: its, provision: number, revision, label } = wrong.attrs as Citation;
    expect(await publishLetter(slug, author.id, 1)).toEqual({
      outcome: "unknown-citations",
      citations: [`${label} (${its}/${number}?revision=${revision})`],
    });
    expect([...(await sql`select state from letters where slug = ${slug}`)]).toEqual([{ state: "draft" }]);
    expect((await rowsOf(slug)).count).toBe(0);
  });

  test("a new version is checked and written down as the first one", async () => {
    const slug = await draft(letterOf(cite("1")));
    await publishLetter(slug, author.id, 1);
    const publish = async (document: DocumentNode) => {
      const now = await readRevision(slug, author.id);
      if (!now) throw new Error("no revision");
      const { current: basedOn, addressees, summary, title, revision } = now;
      const fields = { title, addressees, summary, reason: "To cite." };
      const saved = await saveRevision(slug, author.id, { basedOn, revision }, fields, document);
      if (saved.outcome !== "saved") throw new Error(saved.outcome);
      return publishRevision(slug, author.id, { basedOn, revision: saved.revision }, origin);
    };
    expect(await publish(letterOf(cite("7")))).toEqual({
      outcome: "unknown-citations",
      citations: [`rule 7 (cloud/7?revision=${first})`],
    });
    expect(await publish(letterOf(cite("2"), cite("3")))).toEqual({ outcome: "published", number: 2 });
    expect((await rowsOf(slug)).map(({ version, position }) => [version, position])).toEqual([
      [1, 1],
      [2, 1],
      [2, 2],
    ]);
  });

  test("a letter from elsewhere is held to the same", async () => {
    const letter = { ...letterFields(), closesOn: null, publishedOn: null, language: "en" as const };
    const given = { ...letter, document: letterOf(cite("9")) };
    expect((await importLetter(given)).outcome).toBe("unknown-citations");
    const added = await importLetter({ ...given, document: letterOf(cite("1")) });
    expect(added.outcome).toBe("added");
    expect((await rowsOf("slug" in added ? added.slug : "")).count).toBe(1);
  });

  test("what was not checked is a fault, not a gap", async () => {
    await expect(sql.begin((tx) => writeCitations(tx, 1, 1, letterOf(cite("9"))))).rejects.toThrow(
      "leads nowhere",
    );
  });
});

describe("what a reader sees of a citation", () => {
  test("is what the provision said when it was cited, and whether it still says so", async () => {
    const { passages, textIds, unknown } = await readCitedPassages(
      letterOf(cite("1"), cite("2"), cite("3"), cite("4"), cite("6", { revision: second }), cite("8")),
    );
    expect(passages.map((one) => one && [one.passage, one.state])).toEqual([
      ["Stays.", "same"],
      ["Said so.", "changed"],
      ["Goes.", "repealed"],
      ["A heading", "repealed"],
      ["New.", "same"],
      null,
    ]);
    expect(passages[0]).toMatchObject({ title: "Le nuage", language: "fr", slug: "1" });
    expect(textIds).toEqual([text.id]);
    expect(unknown).toEqual([`rule 8 (cloud/8?revision=${first})`]);
  });

  test("follows a provision that was renumbered since, by its number then and by its number now", async () => {
    const moved = await makeText(
      [
        { dated: first, provisions: [provision("A1", "One text.")] },
        { dated: second, provisions: [provision("A1", "One text.")] },
      ],
      { slug: "moved" },
    );
    await sql`update provisions set slug = 'B1' where id = ${moved.provisions.A1 ?? 0}`;
    await sql`update provision_states set slug = 'B1', number = 'B1' where revision_id = ${moved.revisions[second] ?? 0}`;
    const { passages } = await readCitedPassages(
      letterOf(...["A1", "B1"].map((number) => cite(number, { text: "moved" }))),
    );
    expect(passages.map((one) => one && [one.slug, one.passage, one.state])).toEqual([
      ["B1", "One text.", "same"],
      ["B1", "One text.", "same"],
    ]);
    expect(
      await unknownCitations(sql, letterOf(cite("A1", { text: "moved", revision: second }))),
    ).toHaveLength(1);
  });

  test("asks nothing for a letter that cites nothing", async () => {
    expect(await readCitedPassages(letterOf())).toEqual({ passages: [], textIds: [], unknown: [] });
  });

  test("is shortened between two words", async () => {
    const { passages } = await readCitedPassages(letterOf(cite("5")));
    const passage = passages[0]?.passage ?? "";
    expect(passage.length).toBeLessThanOrEqual(402);
    expect(passage.length).toBeGreaterThan(380);
    expect(passage).toMatch(/\S …$/);
    expect(long.startsWith(passage.replace(/ …$/, ""))).toBe(true);
    expect(long[passage.length - 2]).toBe(" ");
    expect(shortened("x".repeat(500))).toBe(`${"x".repeat(400)} …`);
    expect(shortened("short")).toBe("short");
  });
});

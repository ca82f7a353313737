import { beforeAll, describe, expect, test } from "vitest";
import { importText } from "#app/doctrine/import-text.server.ts";
import { eachProvision, type ParsedProvision } from "#app/doctrine/parsed-provision.ts";
import { readMarkdown } from "#app/doctrine/read-markdown.ts";
import { mostProvisions } from "#app/doctrine/revision-plan.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount } from "../made-up.ts";
import { describeCode, readCode } from "./texts.ts";

useDatabase();

/** Adds a revision of a small text, from Markdown. */
function revise(
  slug: string,
  dated: string,
  markdown: string,
  more: Partial<Parameters<typeof importText>[0]> = {},
) {
  const { provisions } = readMarkdown(markdown);
  const rest = { title: "A text", language: "en" as const, source: "", accountId: null };
  return importText({ slug, dated, ...rest, provisions, ...more });
}

const rule = (number: string, text: string) => `## Rule ${number}\n\n${text}\n\n`;
const words = (seed: string) => Array.from({ length: 40 }, (_, at) => `${seed}${(at * 7) % 31}`).join(" ");
const [a, b, c] = ["alpha", "beta", "gamma"].map(words) as [string, string, string];

type State = { id: number; slug: string; address: string; change: string; body: string; number: string };
/** What a text says on a day, in the order of reading. */
const statesOf = (slug: string, dated: string) => sql<State[]>`
  select p.id, s.slug, p.slug as address, s.change, s.body, s.number from provision_states s
  join provisions p on p.id = s.provision_id
  join revisions r on r.id = s.revision_id
  join doctrine_texts t on t.id = r.text_id
  where t.slug = ${slug} and r.dated = ${dated} order by s.position`;

/** Rows of the tables that an import writes. */
async function rows(): Promise<number[]> {
  const [counts] = await sql<Record<string, number>[]>`
    select (select count(*)::int from doctrine_texts) as t, (select count(*)::int from revisions) as r,
      (select count(*)::int from provisions) as p, (select count(*)::int from provision_states) as s,
      (select count(*)::int from discussions) as d, (select count(*)::int from public_log) as l`;
  return Object.values(counts ?? {});
}

describeCode("the code on relations with the public", () => {
  function importCode(slug: string, which: 0 | 1, dated: string, wish = {}) {
    const { title = "", language, source = "", provisions } = readCode(which).text;
    return importText({ slug, dated, title, language, source, provisions, accountId: null, ...wish });
  }
  const one = async (slug: string, dated: string, number: string) =>
    (await statesOf(slug, dated)).find((state) => state.number === number);

  beforeAll(async () => {
    expect(await importCode("crpa", 0, "2023-05-14")).toMatchObject({
      outcome: "imported",
      counts: { new: 696, kept: 0 },
    });
    expect(await importCode("crpa", 1, "2026-04-03")).toMatchObject({
      outcome: "imported",
      counts: { kept: 692, changed: 4, moved: 0, new: 4, repealed: 0 },
    });
  });

  test("both states are revisions of one text, whose articles are the same", async () => {
    const [before, now] = [await statesOf("crpa", "2023-05-14"), await statesOf("crpa", "2026-04-03")];
    expect([before.length, now.length]).toEqual([696, 700]);
    const ids = new Map(before.map(({ slug, id }) => [slug, id]));
    for (const { slug, id, change } of now)
      expect(ids.get(slug), slug).toBe(change === "new" ? undefined : id);
    expect(now.filter(({ change }) => change === "changed").map(({ number }) => number)).toEqual([
      "L211-7",
      "L212-1",
      "D312-11",
      "R321-5",
    ]);
    expect(now.filter(({ change }) => change === "new").map(({ slug }) => slug)).toEqual([
      "livre-1-titre-1-chapitre-5",
      "L115-1",
      "L115-2",
      "L115-3",
    ]);
  });

  test("a changed article says what the file says, before and now", async () => {
    const [before, now] = [
      await one("crpa", "2023-05-14", "L212-1"),
      await one("crpa", "2026-04-03", "L212-1"),
    ];
    expect(before?.id).toBe(now?.id);
    expect(before?.body).not.toBe(now?.body);
    for (const [which, state] of [
      [0, before],
      [1, now],
    ] as const) {
      const lines = readCode(which).file.split("\n");
      const at = lines.findIndex((line) => /^(##### )?Article L212-1$/.test(line));
      const end = lines.findIndex((line, place) => place > at && /^(##### )?Article /.test(line));
      const body = lines
        .slice(at + 1, end)
        .map((line) => line.normalize("NFC").replace(/\s+/g, " ").trim())
        .filter((line) => line && !/^(#|Titre|Chapitre|Section)/.test(line));
      expect(state?.body).toBe(body.join("\n"));
    }
  });

  test("articles that go are repealed and keep their address", async () => {
    expect(await importCode("backwards", 1, "2020-01-01")).toMatchObject({ outcome: "imported" });
    const result = await importCode("backwards", 0, "2021-01-01");
    expect(result).toMatchObject({
      outcome: "imported",
      counts: { kept: 692, changed: 4, moved: 0, new: 0, repealed: 4 },
    });
    expect(await one("backwards", "2021-01-01", "L115-1")).toBeUndefined();
    expect((await one("backwards", "2020-01-01", "L115-1"))?.address).toBe("L115-1");
  });

  test("an article that is moved and renumbered is followed", async () => {
    const moving = structuredClone(readCode(1).text.provisions);
    const find = (number: string) =>
      [...eachProvision(moving)].find(({ provision }) => provision.number === number);
    const article = find("L112-1");
    const target = find("V")?.above ?? null;
    if (!article?.above || !target) throw new Error("the code is another one");
    article.above.children = article.above.children.filter((child) => child !== article.provision);
    target.children.push({ ...article.provision, number: "L119-1" });
    const before = await one("crpa", "2026-04-03", "L112-1");
    const result = await importCode("crpa", 1, "2026-11-01", { provisions: moving });
    expect(result).toMatchObject({
      outcome: "imported",
      counts: { moved: 1, changed: 0, new: 0, repealed: 0 },
    });
    expect(await one("crpa", "2026-11-01", "L119-1")).toMatchObject({
      id: before?.id,
      change: "moved",
      address: "L119-1",
    });
  });

  test("the same file again changes nothing", async () => {
    const before = await rows();
    expect(await importCode("crpa", 1, "2026-04-03")).toEqual({ outcome: "unchanged" });
    expect(await importCode("crpa", 0, "2023-05-14")).toEqual({ outcome: "unchanged" });
    expect(await importCode("crpa", 0, "2026-04-03")).toEqual({ outcome: "revision-exists" });
    expect(await importCode("crpa", 0, "2022-01-01")).toEqual({
      outcome: "older-than-newest",
      newest: "2026-11-01",
    });
    expect(await rows()).toEqual(before);
  });
});

describe("a revision", () => {
  test("is written whole: places, parents, discussions, the public log, who did it", async () => {
    const { id } = await makeAccount({ role: "admin" });
    const markdown = `## Chapter 1: One\n\nLead.\n\n### Rule 1\n\nOne.\n\n### Rule 2\n\n## Chapter 2: Two\n\n### Rule 3\n\n`;
    const result = await revise("whole", "2024-01-01", markdown, {
      accountId: id,
      source: "https://a.example/t",
    });
    if (result.outcome !== "imported") throw new Error(result.outcome);
    const states = await sql`
      select s.slug, s.position, s.depth, s.descendants, s.kind, s.title, s.body, a.slug as above from provision_states s
      left join provision_states a on a.revision_id = s.revision_id and a.provision_id = s.parent_id
      where s.revision_id = ${result.revisionId} order by s.position`;
    const [chapter, first, , , third] = states;
    expect(chapter).toEqual({
      slug: "chapter-1",
      position: 1,
      depth: 0,
      descendants: 2,
      kind: "chapter",
      title: "One",
      body: "Lead.",
      above: null,
    });
    expect(first).toMatchObject({
      slug: "1",
      position: 2,
      depth: 1,
      descendants: 0,
      body: "One.",
      above: "chapter-1",
    });
    expect(third).toMatchObject({ slug: "3", position: 5, above: "chapter-2" });
    const [revision] =
      await sql`select source, provision_count, created_by from revisions where id = ${result.revisionId}`;
    expect(revision).toEqual({ source: "https://a.example/t", provision_count: 5, created_by: id });
    const discussions = await sql`
      select 1 from discussions d join provisions p on p.id = d.provision_id where p.text_id = ${result.textId}`;
    expect(discussions).toHaveLength(5);
    const log = await sql`select event, number, subject from public_log where text_id = ${result.textId}`;
    expect([...log]).toEqual([{ event: "revision-imported", number: 5, subject: "2024-01-01" }]);
  });

  test("renames the text, whose language stays", async () => {
    await revise("named", "2024-01-01", rule("1", "One."));
    await revise("named", "2025-01-01", rule("1", "Two."), { title: "New name" });
    const [text] = await sql`select title from doctrine_texts where slug = 'named'`;
    expect(text).toEqual({ title: "New name" });
    expect(await revise("named", "2026-01-01", rule("1", "Three."), { language: "fr" })).toEqual({
      outcome: "other-language",
      language: "en",
    });
  });

  test("two that change numbers change addresses", async () => {
    await revise("swap", "2024-01-01", rule("1", a) + rule("2", b));
    const open = await revise("swap", "2025-01-01", rule("1", b) + rule("2", a));
    expect(open).toMatchObject({
      outcome: "uncertain",
      questions: [{ old: { slug: "1" }, new: { slug: "1" } }, { old: { slug: "2" } }],
    });
    expect(await statesOf("swap", "2025-01-01")).toHaveLength(0);
    const different = [
      { old: "1", new: "1" },
      { old: "2", new: "2" },
    ];
    const done = await revise("swap", "2025-01-01", rule("1", b) + rule("2", a), {
      answers: { same: [], different },
    });
    expect(done).toMatchObject({ outcome: "imported", counts: { moved: 2 } });
    const [before, now] = [await statesOf("swap", "2024-01-01"), await statesOf("swap", "2025-01-01")];
    expect(now.map(({ id, slug }) => [id, slug])).toEqual([
      [before[1]?.id, "1"],
      [before[0]?.id, "2"],
    ]);
    expect(now.map(({ address }) => address)).toEqual(["1", "2"]);
  });

  test("a repealed provision gives its address to a new one of its number, and has its last day behind it", async () => {
    await revise("reused", "2024-01-01", rule("1", a) + rule("2", b));
    const different = [{ old: "1", new: "1" }];
    await revise("reused", "2025-01-01", rule("1", c) + rule("2", b), { answers: { same: [], different } });
    const [before, now] = [await statesOf("reused", "2024-01-01"), await statesOf("reused", "2025-01-01")];
    expect(before.map(({ address }) => address)).toEqual(["1~2024-01-01", "2"]);
    expect(now.map(({ address, change }) => [address, change])).toEqual([
      ["1", "new"],
      ["2", "kept"],
    ]);
    expect(now[0]?.id).not.toBe(before[0]?.id);
  });

  test("what comes back with its number and text is the same again; another text of that number is not", async () => {
    await revise("back", "2022-01-01", rule("1", a) + rule("2", b) + rule("3", "Three."));
    await revise("back", "2023-01-01", rule("3", "Three."));
    await revise("back", "2024-01-01", rule("1", a) + rule("2", c) + rule("3", "Three."));
    const [before, now] = [await statesOf("back", "2022-01-01"), await statesOf("back", "2024-01-01")];
    expect(now.map(({ change }) => change)).toEqual(["new", "new", "kept"]);
    expect(now[0]?.id).toBe(before[0]?.id);
    expect(now[1]?.id).not.toBe(before[1]?.id);
    expect(before.map(({ address }) => address)).toEqual(["1", "2~2022-01-01", "3"]);
  });

  test("references are kept beside the text", async () => {
    const references = [{ href: "/akn/fr/act/2010/5#art_3", words: "article 3", amends: true }];
    const provisions: ParsedProvision[] = [
      { kind: "article", number: "1", title: "", text: "A.", line: 1, references, children: [] },
    ];
    await revise("pointing", "2024-01-01", "", { provisions });
    const [state] = await sql`
      select s.refers_to from provision_states s join revisions r on r.id = s.revision_id
      join doctrine_texts t on t.id = r.text_id where t.slug = 'pointing'`;
    expect(state).toEqual({ refers_to: references });
    const without = provisions.map((each) => ({ ...each, references: [] }));
    expect(await revise("pointing", "2024-01-01", "", { provisions: without })).toEqual({
      outcome: "revision-exists",
    });
  });
});

describe("nothing is half imported", () => {
  test("a fault midway leaves nothing", async () => {
    const before = await rows();
    const big = Array.from({ length: 2500 }, (_, at) => rule(String(at + 1), `Text ${at}.`)).join("");
    const { provisions } = readMarkdown(big);
    // The tables take no number of 81 characters: the third thousand fails after two were written.
    const last = provisions.at(-1) as ParsedProvision;
    last.number = "9".repeat(81);
    await expect(revise("half", "2024-01-01", "", { provisions })).rejects.toThrow(/number/);
    expect(await rows()).toEqual(before);
  });

  test("two at once make one text and one revision", async () => {
    const both = await Promise.all([
      revise("twins", "2024-01-01", rule("1", "One.")),
      revise("twins", "2024-01-01", rule("1", "One.")),
    ]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(["imported", "unchanged"]);
    expect(await statesOf("twins", "2024-01-01")).toHaveLength(1);
  });

  test("who looked at another revision is told", async () => {
    await revise("based", "2024-01-01", rule("1", "One."));
    expect(await revise("based", "2025-01-01", rule("1", "Two."), { basedOn: null })).toEqual({
      outcome: "changed-meanwhile",
    });
    expect(await revise("based", "2025-01-01", rule("1", "Two."), { basedOn: 0 })).toEqual({
      outcome: "changed-meanwhile",
    });
  });

  test("nothing, too much and too deep are refused", async () => {
    const before = await rows();
    const one = (children: ParsedProvision[] = []): ParsedProvision => ({
      kind: "item",
      number: "",
      title: "x",
      text: "",
      line: 1,
      children,
    });
    expect(await revise("no", "2024-01-01", "Only words.")).toEqual({ outcome: "empty" });
    const many = Array.from({ length: mostProvisions + 1 }, () => one());
    expect(await revise("no", "2024-01-01", "", { provisions: many })).toEqual({
      outcome: "too-large",
      most: mostProvisions,
    });
    let deep = one();
    for (let depth = 0; depth < 5000; depth++) deep = one([deep]);
    expect(await revise("no", "2024-01-01", "", { provisions: [deep] })).toEqual({ outcome: "too-deep" });
    const answers = { same: [{ old: "1", new: "9" }], different: [] };
    expect(await revise("no", "2024-01-01", rule("1", "One."), { answers })).toEqual({
      outcome: "unknown-answers",
      pairs: answers.same,
    });
    expect(await rows()).toEqual(before);
  });
});

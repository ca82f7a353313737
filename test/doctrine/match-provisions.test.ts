import { describe, expect, test } from "vitest";
import { type Answers, matchProvisions } from "#app/doctrine/match-provisions.ts";
import { readMarkdown } from "#app/doctrine/read-markdown.ts";
import { placedProvisions } from "#app/doctrine/placed-provisions.ts";

const placed = (markdown: string) => placedProvisions(readMarkdown(markdown).provisions, "en");
/** A text of rules by their numbers. */
const rules = (texts: Record<string, string>) =>
  placed(
    Object.entries(texts)
      .map(([number, text]) => `## Rule ${number}\n\n${text}\n\n`)
      .join(""),
  );
const noAnswers: Answers = { same: [], different: [] };

/** What became of each: "2 ← 1 moved", "3 repealed". */
function compare(old: ReturnType<typeof placed>, now: ReturnType<typeof placed>, answers = noAnswers) {
  const match = matchProvisions(old, now, answers);
  const lines = now.map(({ slug }, place) => {
    const from = old[match.from[place] ?? -1]?.slug;
    return `${slug}${from === undefined || from === slug ? "" : ` ← ${from}`} ${match.changes[place]}`;
  });
  const questions = match.questions.map(({ old: a, new: b, why }) => `${a}=${b} ${why}`);
  return {
    lines: [...lines, ...match.repealed.map((place) => `${old[place]?.slug} repealed`)],
    questions,
    match,
  };
}

const words = (seed: string, count = 40) =>
  Array.from({ length: count }, (_, at) => `${seed}${(at * 7) % 31}`).join(" ");
const [a, b, c, d] = ["alpha", "beta", "gamma", "delta"].map((seed) => words(seed)) as [
  string,
  string,
  string,
  string,
];

describe("by number", () => {
  test("kept whatever its white space, changed, new, repealed", () => {
    const { lines, questions } = compare(
      rules({ 1: a, 2: b, 3: "Short." }),
      rules({
        1: a.replaceAll(" ", "  ").replace("alpha7", "\nalpha7"),
        2: b.replace("beta7", "other"),
        4: "Brief.",
      }),
    );
    expect(lines).toEqual(["1 kept", "2 changed", "4 new", "3 repealed"]);
    expect(questions).toEqual([]);
  });

  test("one that is emptied or was short is the same all the same", () => {
    expect(compare(rules({ 1: a, 2: "Few words." }), rules({ 1: "(Repealed.)", 2: d })).lines).toEqual([
      "1 changed",
      "2 changed",
    ]);
  });

  test("another writing of the number is the same number", () => {
    const one = placed("## Chapitre Ier : Un\n\n### Article 1er\n\nText.");
    const other = placed("## Chapitre 1 : Un\n\n### Article premier\n\nText.");
    expect(compare(one, other).match.changes).toEqual(["kept", "kept"]);
  });

  test("of two of one number each is found by its text, and one alone too", () => {
    const twice = placed(`## Article 1\n\n${a}\n\n## Article 1\n\n${b}\n\n`);
    expect(compare(twice, placed(`## Article 1\n\n${b}\n\n## Article 1\n\n${a}\n\n`)).lines).toEqual([
      "1 ← 1~2 kept",
      "1~2 ← 1 kept",
    ]);
    expect(compare(twice, placed(`## Article 1\n\n${b}\n\n`)).lines).toEqual(["1 ← 1~2 kept", "1 repealed"]);
  });

  test("another place under the same number is moved", () => {
    const old = placed(`## Chapter 1: One\n\n### Rule 1\n\n${a}\n\n## Chapter 2: Two\n\n### Rule 2\n\n${b}`);
    const now = placed(
      `## Chapter 1: One\n\n### Rule 1\n\n${a}\n\n### Rule 2\n\n${b}\n\n## Chapter 2: Two\n\n`,
    );
    expect(compare(old, now).lines).toEqual(["chapter-1 kept", "1 kept", "2 moved", "chapter-2 kept"]);
  });
});

describe("by text", () => {
  test("moved and renumbered: the same text, of nothing else on either side", () => {
    expect(compare(rules({ 1: a, 2: b }), rules({ 1: a, 7: b })).lines).toEqual(["1 kept", "7 ← 2 moved"]);
    expect(compare(rules({ 1: "Short.", 2: b }), rules({ 3: "Short.", 2: b })).lines).toEqual([
      "2 kept",
      "3 new",
      "1 repealed",
    ]);
    // Of two with the same text nobody can tell which it was.
    const twins = compare(rules({ 1: a, 2: a }), rules({ 3: a }));
    expect([twins.lines, twins.questions]).toEqual([["3 uncertain", "2 repealed"], ["1=3 much-alike"]]);
  });

  test("a chapter that was renumbered takes its sections along, though every chapter has such", () => {
    const chapter = (number: number, title: string) =>
      `## Chapter ${number}: ${title}\n\n### Section 1: General\n\n`;
    const old = placed(chapter(1, "On the clouds above") + chapter(2, "On the water below"));
    const now = placed(chapter(1, "On the clouds above") + chapter(3, "On the water below"));
    expect(compare(old, now).lines).toEqual([
      "chapter-1 kept",
      "chapter-1-section-1 kept",
      "chapter-3 ← chapter-2 moved",
      "chapter-3-section-1 ← chapter-2-section-1 kept",
    ]);
  });
});

describe("what is uncertain is asked", () => {
  test("the old text stands under another number", () => {
    const [old, now] = [rules({ 1: a, 2: b }), rules({ 1: c, 2: b, 3: a })];
    const open = compare(old, now);
    expect(open.questions).toEqual(["1=1 stands-elsewhere"]);
    expect(open.lines).toEqual(["1 uncertain", "2 kept", "3 new"]);
    expect(compare(old, now, { same: [{ old: "1", new: "1" }], different: [] }).lines).toEqual([
      "1 changed",
      "2 kept",
      "3 new",
    ]);
    const different = compare(old, now, { same: [], different: [{ old: "1", new: "1" }] });
    expect([different.lines, different.questions]).toEqual([["1 new", "2 kept", "3 ← 1 moved"], []]);
  });

  test("all that an insertion has pushed on", () => {
    const [old, now] = [rules({ 1: a, 2: b, 3: c }), rules({ 1: d, 2: a, 3: b, 4: c })];
    expect(compare(old, now).questions).toEqual([
      "1=1 stands-elsewhere",
      "2=2 stands-elsewhere",
      "3=3 stands-elsewhere",
    ]);
    const answers = { same: [], different: ["1", "2", "3"].map((slug) => ({ old: slug, new: slug })) };
    expect(compare(old, now, answers).lines).toEqual(["1 new", "2 ← 1 moved", "3 ← 2 moved", "4 ← 3 moved"]);
  });

  test("the same number with nothing of the text", () => {
    expect(compare(rules({ 1: a }), rules({ 1: b })).questions).toEqual(["1=1 hardly-alike"]);
    const different = { same: [], different: [{ old: "1", new: "1" }] };
    expect(compare(rules({ 1: a }), rules({ 1: b }), different).lines).toEqual(["1 new", "1 repealed"]);
  });

  test("another number with much of the text, and never one that is less alike", () => {
    const near = a.replace("alpha14", "other");
    const { questions, match } = compare(rules({ 1: a, 2: b }), rules({ 2: b, 3: near }));
    expect(questions).toEqual(["1=3 much-alike"]);
    expect(match.questions[0]?.likeness).toBeGreaterThanOrEqual(0.6);
    const far = `${a.split(" ").slice(0, 12).join(" ")} ${c}`;
    expect(compare(rules({ 1: a, 2: b }), rules({ 2: b, 3: far })).questions).toEqual([]);
    expect(
      compare(rules({ 1: a, 2: b }), rules({ 2: b, 3: near }), {
        same: [{ old: "1", new: "3" }],
        different: [],
      }).lines,
    ).toEqual(["2 kept", "3 ← 1 changed"]);
  });

  test("answers that fit nothing are told", () => {
    const pairs = [
      { old: "9", new: "1" },
      { old: "1", new: "1" },
      { old: "1", new: "2" },
    ];
    expect(
      compare(rules({ 1: a }), rules({ 1: a, 2: b }), { same: pairs, different: [] }).match.unknown,
    ).toEqual([pairs[0], pairs[2]]);
  });
});

test("each of many texts that share words is compared with the few that are like it", () => {
  const many = (count: number, change: string) =>
    rules(
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          `${change}${at}`,
          `${words(`w${at}x`, 20)} common words that every rule of this long text ends with ${change}`,
        ]),
      ),
    );
  const { match } = compare(many(2000, "1."), many(2000, "2."));
  expect(match.questions).toHaveLength(2000);
  expect(new Set(match.questions.map(({ new: now }) => now)).size).toBe(2000);
  for (const { old, new: now } of match.questions) expect(old.slice(2)).toBe(now.slice(2));
});

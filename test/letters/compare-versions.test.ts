import { describe, expect, test } from "vitest";
import { compareVersions, type Compared, type Passage, tellsChange } from "#app/letters/compare-versions.ts";
import type { DocumentNode } from "#app/letters/document.ts";
import { markdownToDocument } from "#app/letters/markdown.ts";

const version = (markdown: string, wish: Partial<Compared> = {}): Compared => ({
  ...{ title: "A title", summary: "", addressees: ["The minister"] },
  document: markdownToDocument(markdown),
  ...wish,
});
const compare = (before: string, after: string) => compareVersions(version(before), version(after)).passages;
/** A passage in one line: [-removed-] and {+added+} words, and what it is. */
const tell = (passage: Passage): string => {
  const text =
    "pieces" in passage
      ? passage.pieces
          .map(({ change, text }) =>
            change === "removed" ? `[-${text}-]` : change === "added" ? `{+${text}+}` : text,
          )
          .join("")
      : passage.text;
  return `${passage.change} ${passage.kind}: ${text}`;
};
const told = (before: string, after: string) => compare(before, after).map(tell);

describe("a text and its successor", () => {
  test("the same text tells no change", () => {
    const same = compareVersions(version("One.\n\nTwo."), version("One.\n\nTwo."));
    expect(same.passages.map(({ change }) => change)).toEqual(["same", "same"]);
    expect(tellsChange(same)).toBe(false);
  });

  test("words within a passage", () => {
    expect(told("We ask for rules.\n\nKept.", "We ask for clear rules, now.\n\nKept.")).toEqual([
      "words paragraph: We ask for {+clear +}rules{+, now+}.",
      "same paragraph: Kept.",
    ]);
  });

  test("passages that come and go keep their place", () => {
    expect(
      told("One thing.\n\nTwo birds fly.\n\nThree.", "One thing.\n\nThree.\n\nFour more words."),
    ).toEqual([
      "same paragraph: One thing.",
      "removed paragraph: Two birds fly.",
      "same paragraph: Three.",
      "added paragraph: Four more words.",
    ]);
  });

  test("a rewritten passage is paired with its like, not with its neighbour", () => {
    const before = "The cloud must be sovereign and open.\n\nPrices have to be published each year.";
    const after =
      "An entirely new opening appears.\n\nPrices have to be published twice a year.\n\nThe end of it.";
    expect(told(before, after)).toEqual([
      "removed paragraph: The cloud must be sovereign and open.",
      "added paragraph: An entirely new opening appears.",
      "words paragraph: Prices have to be published [-each-]{+twice a+} year.",
      "added paragraph: The end of it.",
    ]);
  });

  test("French words with accents and apostrophes are whole words", () => {
    expect(
      told("L’État s’engage à publier l’été prochain.", "L’État s’engage à publier l’hiver prochain."),
    ).toEqual(["words paragraph: L’État s’engage à publier l’[-été-]{+hiver+} prochain."]);
  });
});

describe("what is not a word", () => {
  test("emphasis, a link's address, a heading's level and a list's kind are formatting", () => {
    for (const [before, after] of [
      ["Some words.", "Some **words**."],
      ["[here](https://a.example)", "[here](https://b.example)"],
      ["## Part", "### Part"],
      ["- a\n- b", "1. a\n2. b"],
      ["Not a part", "## Not a part"],
    ] as const) {
      const passages = compare(before, after);
      expect(
        passages.map(({ change }) => change),
        `${before} → ${after}`,
      ).toContain("formatting");
      expect(tellsChange(compareVersions(version(before), version(after)))).toBe(true);
    }
  });

  test("a picture by its description; another picture under the same one is told", () => {
    const picture = (sign: string, description: string) => `![${description}](/images/${sign.repeat(64)})`;
    expect(told(picture("a", "A graph of prices"), picture("b", "A graph of prices"))).toEqual([
      "picture image: A graph of prices",
    ]);
    expect(told(picture("a", "A graph of prices"), picture("a", "A graph of all prices"))).toEqual([
      "words image: A graph of {+all +}prices",
    ]);
  });

  test("tables by their rows, lists by their items, notes by their words", () => {
    const table = (price: string) => `| What | Price |\n| --- | --- |\n| Storage | ${price} |\n| Power | 3 |`;
    expect(told(table("10 euros"), table("12 euros"))).toEqual([
      "same row: What | Price",
      "words row: Storage | [-10-]{+12+} euros",
      "same row: Power | 3",
    ]);
    expect(told("- one apple\n- two pears", "- one apple\n- two ripe pears\n- a plum")).toEqual([
      "same item: one apple",
      "words item: two {+ripe +}pears",
      "added item: a plum",
    ]);
    expect(told("Said.^[By the court in 2020] Yes.", "Said.^[By the court in 2021] Yes.")).toEqual([
      "same paragraph: Said. Yes.",
      "words note: By the court in [-2020-]{+2021+}",
    ]);
  });

  test("a mark that moves within its passage is formatting", () => {
    expect(told("Said.^[Note] Yes.", "Said. Yes.^[Note]")[0]).toMatch(/^formatting/);
  });
});

test("title, summary and addressees", () => {
  const { title, summary, addressees } = compareVersions(
    version("Text.", { title: "Old rules", addressees: ["The minister", "The agency"] }),
    version("Text.", { title: "New rules", summary: "In short.", addressees: ["The agency", "Parliament"] }),
  );
  expect(title?.map(({ change, text }) => [change, text])).toEqual([
    ["removed", "Old"],
    ["added", "New"],
    ["same", " rules"],
  ]);
  expect(summary).toEqual([{ change: "added", text: "In short." }]);
  expect(addressees).toEqual([
    { change: "removed", text: "The minister" },
    { change: "same", text: "The agency" },
    { change: "added", text: "Parliament" },
  ]);
});

test("a citation that leads elsewhere under the same words is told", () => {
  const citing = (revision: string): DocumentNode => ({
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: [
          { type: "text", text: "We mean " },
          {
            type: "citation",
            attrs: { text: "crpa", provision: "L100-1", revision, label: "article L100-1" },
          },
        ],
      },
    ],
  });
  const { passages } = compareVersions(
    version("", { document: citing("2023-05-14") }),
    version("", { document: citing("2026-04-03") }),
  );
  expect(passages).toEqual([
    { change: "same", kind: "paragraph", text: "We mean article L100-1" },
    {
      change: "words",
      kind: "citation",
      formatting: false,
      pieces: expect.arrayContaining([
        { change: "removed", text: "2023" },
        { change: "added", text: "2026" },
      ]) as unknown,
    },
  ]);
});

/** A text of many words that looks like chance and is not. */
function many(paragraphs: number, seed: number): DocumentNode {
  let state = seed;
  const word = () => `w${(state = (state * 48271) % 2147483647) % 5000}`;
  return {
    type: "doc",
    content: Array.from({ length: paragraphs }, () => ({
      type: "paragraph",
      content: [{ type: "text", text: Array.from({ length: 12 }, word).join(" ") }],
    })),
  };
}

test("nothing of two long texts is lost, whatever they are", () => {
  const [before, after] = [many(4000, 7), many(4000, 11)];
  const passages = compareVersions(
    version("", { document: before }),
    version("", { document: after }),
  ).passages;
  const side = (keep: "removed" | "added") =>
    passages
      .flatMap((passage): { change: string; text: string }[] =>
        "pieces" in passage ? passage.pieces : [passage],
      )
      .filter(({ change }) => change === "same" || change === keep)
      .map(({ text }) => text)
      .join(" ")
      .match(/w\d+/g);
  const wordsOf = (document: DocumentNode) => JSON.stringify(document).match(/w\d+/g);
  expect(side("removed")).toEqual(wordsOf(before));
  expect(side("added")).toEqual(wordsOf(after));
});

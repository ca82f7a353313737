import { Schema } from "@tiptap/pm/model";
import { expect, test } from "vitest";
import { type DocumentNode, documentSchema, parseDocument, plainText } from "#app/letters/document.ts";
import { markdownToDocument } from "#app/letters/markdown.ts";
import { readWords } from "#app/margin/margin-words.ts";

const text = (words: string) => ({ type: "text", text: words });
const letters: [string, DocumentNode][] = [
  ["nothing", { type: "doc", content: [{ type: "paragraph" }] }],
  [
    "empty paragraphs around it",
    {
      type: "doc",
      content: [
        { type: "paragraph" },
        { type: "paragraph", content: [text("  🏛 one "), { type: "hardBreak" }, text("two")] },
        { type: "paragraph" },
      ],
    },
  ],
  [
    "notes and citations",
    {
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            text("See "),
            {
              type: "citation",
              attrs: { text: "t", provision: "9", revision: "2026-01-01", label: "règle 9" },
            },
            { type: "footnote", attrs: { text: "Not here." } },
            text("."),
          ],
        },
      ],
    },
  ],
];
const markdown = [
  "# Heading\n\nA *b* **c** [d](https://example.org) `e`.\n\n- one\n- two\n\n  more\n\n> quoted\n\n1. x",
  "| a | b |\n|---|---|\n| c | d |\n\n```\ncode\nlines\n```\n\n---\n\nend",
];

test.each([
  ...letters,
  ...markdown.map((source): [string, DocumentNode] => [source, markdownToDocument(source)]),
])("the words in the editor are the decided text, and each sign is where it says: %j", (_what, letter) => {
  const doc = documentSchema.nodeFromJSON(letter);
  const words = readWords(doc);
  expect(words.text).toBe(plainText(letter));
  const points = [...words.text];
  expect([words.from.length, words.to.length]).toEqual([points.length, points.length]);
  for (const [index, sign] of points.entries()) {
    const [from, to] = [words.from[index] ?? 0, words.to[index] ?? 0];
    if (sign !== "\n" && to - from === sign.length) {
      const there = doc.textBetween(from, to);
      if (there !== "") expect(there).toBe(sign);
    }
  }
});

test("what is only proposed is left out", () => {
  const schema = new Schema({
    nodes: documentSchema.spec.nodes,
    marks: documentSchema.spec.marks.append({ insertion: { inclusive: false } }),
  });
  const doc = schema.node("doc", null, [
    schema.node("paragraph", null, [
      schema.text("We ask "),
      schema.text("loudly ", [schema.mark("insertion")]),
      schema.text("for rules."),
    ]),
  ]);
  const words = readWords(doc, ["insertion"]);
  expect(words.text).toBe("We ask for rules.");
  expect(words.from[7]).toBe(15);
  expect(readWords(doc).text).toBe("We ask loudly for rules.");
  expect(parseDocument(doc.toJSON()).ok).toBe(false);
});

import { describe, expect, test } from "vitest";
import { countWords, type DocumentNode, imagesIn, parseDocument, plainText } from "#app/letters/document.ts";
import { paragraph } from "../made-up.ts";

const doc = (...content: unknown[]) => ({ type: "doc", content });
const text = (value: string, marks?: unknown[]) => ({
  type: "text",
  text: value,
  ...(marks ? { marks } : {}),
});
const inParagraph = (...content: unknown[]) => doc({ type: "paragraph", content });
const link = (href: unknown) => inParagraph(text("here", [{ type: "link", attrs: { href } }]));
const image = (attrs: unknown) => doc({ type: "image", attrs });
const own = `/images/${"a".repeat(64)}`;

describe("a document that is no letter is refused", () => {
  let deep: unknown = { type: "paragraph" };
  for (let level = 0; level < 60; level++) deep = { type: "blockquote", content: [deep] };
  let hostile: unknown = "x";
  for (let level = 0; level < 20_000; level++) hostile = [hostile];
  const cases: [string, unknown, string][] = [
    ["null", null, "unknown-node"],
    ["a string", "text", "unknown-node"],
    ["another root", { type: "paragraph" }, "unknown-node"],
    ["an unknown node", doc({ type: "script", content: [text("x")] }), "unknown-node"],
    ["text straight in the document", doc(text("x")), "unknown-node"],
    ["an unknown mark", inParagraph(text("x", [{ type: "blink" }])), "unknown-node"],
    ["a heading of level 1", doc({ type: "heading", attrs: { level: 1 } }), "unknown-node"],
    ["a heading level as text", doc({ type: "heading", attrs: { level: "2" } }), "unknown-node"],
    ["half a sign", inParagraph(text("\ud800")), "unknown-node"],
    ["NUL", inParagraph(text("a\0b")), "unknown-node"],
    ["a footnote that is no text", inParagraph({ type: "footnote", attrs: { text: 4 } }), "unknown-node"],
    ["javascript in a link", link("javascript:alert(1)"), "bad-link"],
    ["a relative link", link("/letters"), "bad-link"],
    ["a link that is a number", link(3), "bad-link"],
    ["a picture from elsewhere", image({ src: "https://example.org/a.png", alt: "A" }), "bad-image"],
    ["a picture as data", image({ src: "data:image/png;base64,AA", alt: "A" }), "bad-image"],
    ["a picture without description", image({ src: own, alt: " " }), "image-without-description"],
    ["more than 200 pages", paragraph("x".repeat(600_001)), "too-long"],
    ["quotes in quotes without end", doc(deep), "too-deep"],
  ];
  test.each(cases)("%s", (_what, value, fault) => {
    expect(parseDocument(value)).toEqual({ ok: false, fault });
  });
  test("a depth that would overflow the stack", () => {
    const json = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    expect(() => parseDocument(JSON.parse(json))).not.toThrow(RangeError);
  });
});

test("what the schema does not know of a node's attributes is dropped, the rest is written in full", () => {
  const parsed = parseDocument(
    inParagraph(
      text("here", [
        { type: "link", attrs: { href: "https://example.org", target: "_blank", onclick: "x" } },
      ]),
    ),
  );
  expect(parsed).toEqual({
    ok: true,
    document: inParagraph(text("here", [{ type: "link", attrs: { href: "https://example.org" } }])),
  });
});

test("checking a checked document changes nothing: its hash stays", () => {
  const first = parseDocument(
    doc(
      { type: "heading", attrs: { level: 2 }, content: [text("Why")] },
      {
        type: "orderedList",
        content: [{ type: "listItem", content: [{ type: "paragraph", content: [text("One")] }] }],
      },
      { type: "image", attrs: { src: own, alt: "A map" } },
    ),
  );
  if (!first.ok) throw new Error(first.fault);
  expect(parseDocument(first.document)).toEqual(first);
  expect(imagesIn(first.document)).toEqual(["a".repeat(64)]);
});

test("plain text has a line for each block, words are what holds a letter or a digit", () => {
  const document = doc(
    { type: "heading", attrs: { level: 2 }, content: [text("Why now")] },
    { type: "paragraph", content: [text("« Oui » — dit-il,"), { type: "hardBreak" }, text("2 fois.")] },
  ) as DocumentNode;
  expect(plainText(document)).toBe("Why now\n« Oui » — dit-il,\n2 fois.");
  expect(countWords(plainText(document))).toBe(6);
});

import { describe, expect, test } from "vitest";
import {
  countWords,
  type DocumentFault,
  type DocumentNode,
  imagesIn,
  isSafeLink,
  longestDocument,
  parseDocument,
  plainText,
} from "#app/letters/document.ts";
import { paragraph } from "../made-up.ts";

const text = (words: string, ...marks: unknown[]) => ({
  type: "text",
  text: words,
  ...(marks.length > 0 ? { marks } : {}),
});
const p = (...content: unknown[]) => ({ type: "paragraph", content });
const doc = (...content: unknown[]) => ({ type: "doc", content });
const note = (attrs: unknown) => doc(p({ type: "footnote", attrs }));
const code = (language: unknown) => doc({ type: "codeBlock", attrs: { language }, content: [text("x")] });
const list = (attrs: unknown) =>
  doc({ type: "orderedList", attrs, content: [{ type: "listItem", content: [p(text("x"))] }] });
const cell = (attrs: unknown) =>
  doc({
    type: "table",
    content: [{ type: "tableRow", content: [{ type: "tableCell", attrs, content: [p()] }] }],
  });
const cited = { text: "crpa", provision: "L100-1", revision: "2023-05-14", label: "article L100-1" };
const citation = (attrs: object) => doc(p({ type: "citation", attrs: { ...cited, ...attrs } }));
const citations = (count: number) =>
  doc(p(...Array.from({ length: count }, () => ({ type: "citation", attrs: cited }))));
const own = `/images/${"a".repeat(64)}`;
const image = (attrs: object) => doc({ type: "image", attrs: { src: own, alt: "A map", ...attrs } });
const link = (href: unknown) => ({ type: "link", attrs: { href } });

const faultOf = (value: unknown) => {
  const result = parseDocument(value);
  return result.ok ? null : result.fault;
};

describe("what a node may say of itself", () => {
  const cases: [string, unknown, DocumentFault | null][] = [
    ["a footnote of 2000 signs", note({ text: "x".repeat(2000) }), null],
    ["a longer footnote", note({ text: "x".repeat(2001) }), "unknown-node"],
    ["a footnote with NUL", note({ text: "a\0" }), "unknown-node"],
    ["a footnote with half a sign", note({ text: "\udc00" }), "unknown-node"],
    ["code in C++", code("c++"), null],
    ["code in no language", code(null), null],
    ["code in a language of two words", code("a b"), "unknown-node"],
    ["code in a language that ends an attribute", code('js"'), "unknown-node"],
    ["code in a language as a list", code(["js"]), "unknown-node"],
    ["a list from 0", list({ start: 0 }), null],
    ["a list from a million", list({ start: 1_000_000 }), null],
    ["a list from beyond", list({ start: 1_000_001 }), "unknown-node"],
    ["a list from below 0", list({ start: -1 }), "unknown-node"],
    ["a list from a half", list({ start: 1.5 }), "unknown-node"],
    ["a list from text", list({ start: "1" }), "unknown-node"],
    ["a list of roman numbers", list({ type: "i" }), null],
    ["a list of unknown numbers", list({ type: "x" }), "unknown-node"],
    ["a list of numbers as a list", list({ type: ["i"] }), "unknown-node"],
    ["a cell over 100 columns", cell({ colspan: 100 }), null],
    ["a cell over 101 columns", cell({ colspan: 101 }), "unknown-node"],
    ["a cell over no row", cell({ rowspan: 0 }), "unknown-node"],
    ["a cell over 1001 rows", cell({ rowspan: 1001 }), "unknown-node"],
    ["a cell with widths", cell({ colwidth: [100] }), "unknown-node"],
    ["a citation", citation({}), null],
    ["300 citations", citations(300), null],
    ["301 citations", citations(301), "too-many-citations"],
    ["a citation of a heading", citation({ provision: "livre-1-titre-2" }), null],
    ["a citation of a number that stands twice", citation({ provision: "L221-10~2" }), null],
    ["a citation with accents and spaces in its label", citation({ label: "règle 9, au 2°" }), null],
    ["a citation with a label of 200 signs", citation({ label: "x".repeat(200) }), null],
    ["a citation with a longer label", citation({ label: "x".repeat(201) }), "bad-citation"],
    ["a citation without a label", citation({ label: "" }), "bad-citation"],
    ["a citation with spaces around its label", citation({ label: " x" }), "bad-citation"],
    ["a citation with a label of two lines", citation({ label: "a\nb" }), "bad-citation"],
    ["a citation with half a sign", citation({ label: "\udc00" }), "bad-citation"],
    ["a citation whose label is none", citation({ label: 3 }), "bad-citation"],
    ["a citation of no text", citation({ text: "" }), "bad-citation"],
    ["a citation of a text in capitals", citation({ text: "CRPA" }), "bad-citation"],
    ["a citation of a text in a path", citation({ text: "../crpa" }), "bad-citation"],
    ["a citation of no provision", citation({ provision: "" }), "bad-citation"],
    ["a citation of a provision in a path", citation({ provision: "a/b" }), "bad-citation"],
    ["a citation of a provision with a question", citation({ provision: "a?b" }), "bad-citation"],
    ["a citation of a provision too long", citation({ provision: "a".repeat(161) }), "bad-citation"],
    ["a citation of a day that is none", citation({ revision: "2023-02-30" }), "bad-citation"],
    ["a citation of another day's form", citation({ revision: "14/05/2023" }), "bad-citation"],
    ["a citation without anything", doc(p({ type: "citation" })), "bad-citation"],
    ["an image of ours", image({}), null],
    ["an image of another site's that looks like ours", image({ src: `https://a.b${own}` }), "bad-image"],
    ["an image of ours beyond its name", image({ src: `${own}?x` }), "bad-image"],
    ["an image in capitals", image({ src: own.toUpperCase() }), "bad-image"],
    ["an image without address", image({ src: null }), "bad-image"],
    ["an image whose description is none", image({ alt: 3 }), "bad-image"],
    ["an image described with NUL", image({ alt: "a\0" }), "bad-image"],
    ["an image with an empty description", image({ alt: "" }), "image-without-description"],
  ];
  test.each(cases)("%s", (_what, value, fault) => {
    expect(faultOf(value)).toBe(fault);
  });
});

describe("a link leads to the web or to a mailbox", () => {
  test.each([
    "https://a.b",
    "http://a.b/c?d=e#f",
    "HTTPS://A.B",
    "mailto:a@b.cc",
    `https://a.b/${"x".repeat(1900)}`,
  ])("%s", (href) => {
    expect(isSafeLink(href)).toBe(true);
    expect(faultOf(doc(p(text("x", link(href)))))).toBeNull();
  });

  test.each([
    ...["javascript:alert(1)", " javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:x", "vbscript:x"],
    ...[
      "data:text/html,x",
      "file:///etc/passwd",
      "ftp://a.b",
      "//a.b",
      "/letters",
      "#x",
      "",
      "https://",
      "mailto:",
    ],
    ...[
      "https://a.b/c d",
      "https://a.b\n",
      "https://a.b/\0",
      "https://a.b/\ud800",
      "xhttps://a.b",
      null,
      3,
      ["https://a.b"],
    ],
    ...[`https://a.b/${"x".repeat(2000)}`, { toString: "https://a.b" }],
  ])("and never to %j", (href) => {
    expect(isSafeLink(href)).toBe(false);
    expect(faultOf(doc(p(text("x", link(href)))))).toBe("bad-link");
  });

  test("on a footnote as well as on words", () => {
    const footnote = { type: "footnote", attrs: { text: "x" }, marks: [link("javascript:x")] };
    expect(faultOf(doc(p(footnote)))).toBe("bad-link");
  });

  test("wherever in the document it stands", () => {
    const bad = p(text("x", link("javascript:x")));
    const quote = { type: "blockquote", content: [p(text("fine", link("https://a.b"))), bad] };
    expect(faultOf(doc(p(text("first")), quote))).toBe("bad-link");
  });
});

test("a citation stands in no link and in no code, and keeps its emphasis", () => {
  const marks = [{ type: "bold" }, link("https://a.b")];
  const result = parseDocument(doc(p({ type: "citation", attrs: { ...cited, extra: 1 }, marks })));
  expect(result).toEqual({
    ok: true,
    document: doc(p({ type: "citation", attrs: cited, marks: [{ type: "bold" }] })),
  });
  expect(parseDocument(doc(p({ type: "citation", attrs: cited, marks: [{ type: "code" }] })))).toEqual({
    ok: true,
    document: doc(p({ type: "citation", attrs: cited })),
  });
});

test("a citation's words are words of the letter", () => {
  const document = doc(p(text("See "), { type: "citation", attrs: cited }, text("."))) as DocumentNode;
  expect(plainText(document)).toBe("See article L100-1.");
  expect(countWords(plainText(document))).toBe(3);
});

describe("form", () => {
  test.each([
    ["text that is a number", doc(p({ type: "text", text: 3 }))],
    ["empty text", doc(p(text("")))],
    ["marks that are no list", doc(p({ type: "text", text: "x", marks: { type: "bold" } }))],
    ["content that is no list", { type: "doc", content: { type: "paragraph" } }],
    ["an empty document", doc()],
    ["a type that is no text", doc({ type: ["paragraph"] }, { type: 3 })],
    ["a type that every object has", doc({ type: "constructor" }, { type: "__proto__" })],
    ["a document in a document", doc(doc(p()))],
    ["an item without a list", doc({ type: "listItem", content: [p()] })],
    ["a list without items", doc({ type: "bulletList", content: [] })],
    ["a paragraph in a paragraph", doc(p(p()))],
    ["a table in a table's row", doc({ type: "table", content: [{ type: "table", content: [] }] })],
    ["bold code", doc({ type: "codeBlock", content: [text("x", { type: "bold" })] })],
    ["the same mark twice", doc(p(text("x", link("https://a.b"), link("https://c.d"))))],
    ["a list", []],
    ["nothing", undefined],
    ["a number", 7],
  ])("%s is no letter", (_what, value) => {
    expect(faultOf(value)).toBe("unknown-node");
  });

  test("adjacent texts of the same marks are one text, so that how it was typed leaves no trace in the hash", () => {
    const typed = doc(p(text("a", { type: "bold" }), text("b", { type: "bold" }), text("c")));
    const once = doc(p(text("ab", { type: "bold" }), text("c")));
    expect(parseDocument(typed)).toEqual(parseDocument(once));
  });

  test("the order in which marks were set leaves no trace either", () => {
    const marks = [{ type: "bold" }, { type: "italic" }];
    expect(parseDocument(doc(p(text("x", ...marks))))).toEqual(
      parseDocument(doc(p(text("x", ...marks.toReversed())))),
    );
  });

  test("what the form of a node does not know is dropped at every depth", () => {
    const result = parseDocument({
      ...doc({ ...p(text("x")), attrs: { class: "a", style: "b" }, onclick: "c" }),
      ...{ attrs: { id: "d" }, extra: [{ deep: "e" }] },
    });
    expect(result).toEqual({ ok: true, document: paragraph("x") });
  });
});

describe("size and depth", () => {
  const quotes = (levels: number) => {
    let inner: unknown = p(text("x"));
    for (let level = 0; level < levels; level++) inner = { type: "blockquote", content: [inner] };
    return doc(inner);
  };
  const sized = (signs: number) => {
    const around = JSON.stringify(paragraph("")).length;
    return paragraph("x".repeat(signs - around));
  };

  test("the longest letter is taken, one sign more is not", () => {
    expect(faultOf(sized(longestDocument))).toBeNull();
    expect(faultOf(sized(longestDocument + 1))).toBe("too-long");
  });

  test("twenty quotes in each other are taken, thirty are not", () => {
    expect(faultOf(quotes(20))).toBeNull();
    expect(faultOf(quotes(30))).toBe("too-deep");
  });

  test.each([100, 1000, 3000])("a depth of %i is refused without a fault of the engine's", (levels) => {
    const nested = `${'{"type":"doc","content":['.repeat(levels)}${"]}".repeat(levels)}`;
    expect(faultOf(JSON.parse(nested))).toBe("too-deep");
    const hidden = `{"type":"doc","content":[{"type":"paragraph"}],"x":${"[".repeat(levels)}${"]".repeat(levels)}}`;
    expect(faultOf(JSON.parse(hidden))).toBe("too-deep");
  });
});

describe("plain text", () => {
  const item = (words: string) => ({ type: "listItem", content: [p(text(words))] });
  const cells = (...words: string[]) => ({
    type: "tableRow",
    content: words.map((word) => ({ type: "tableCell", content: [p(text(word))] })),
  });
  const document = doc(
    { type: "heading", attrs: { level: 2 }, content: [text("Why")] },
    p(text("One "), text("bold", { type: "bold" }), text(" word.")),
    { type: "bulletList", content: [item("first"), item("second")] },
    { type: "blockquote", content: [p(text("said"))] },
    { type: "codeBlock", content: [text("a\nb")] },
    { type: "horizontalRule" },
    { type: "image", attrs: { src: own, alt: "A map" } },
    { type: "table", content: [cells("left", "right")] },
    p(),
  ) as DocumentNode;

  test("has the words in their order, a line for each block, and nothing of their form", () => {
    const lines = plainText(document)
      .split("\n")
      .filter((line) => line !== "");
    expect(lines).toEqual(["Why", "One bold word.", "first", "second", "said", "a", "b", "left", "right"]);
  });

  test("of an empty letter is empty", () => {
    expect(plainText({ type: "doc", content: [{ type: "paragraph" }, p(text(" \n")) as DocumentNode] })).toBe(
      "",
    );
  });

  test.each([
    ["", 0],
    [" \n ", 0],
    ["— … !", 0],
    ["L’État, c’est moi.", 3],
    ["« Oui » : 3 000 €", 3],
    ["a\u00a0b\u202fc\nd", 4],
    ["李雷 Ελένη 42", 3],
  ])("words in %j: %i", (words, count) => {
    expect(countWords(words)).toBe(count);
  });

  test("pictures are named wherever they stand, once for each time", () => {
    const picture = (digit: string) => ({
      type: "image",
      attrs: { src: `/images/${digit.repeat(64)}`, alt: "x" },
    });
    const pictures = doc(picture("a"), { type: "blockquote", content: [picture("b"), picture("a")] });
    expect(imagesIn(pictures as DocumentNode)).toEqual(["a", "b", "a"].map((digit) => digit.repeat(64)));
  });
});

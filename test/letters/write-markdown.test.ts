import { describe, expect, test } from "vitest";
import { type DocumentNode, parseDocument, plainText } from "#app/letters/document.ts";
import { markdownToDocument } from "#app/letters/markdown.ts";
import { documentToMarkdown } from "#app/letters/write-markdown.ts";

type Part = DocumentNode | string;
const text = (words: string, ...marks: (string | { type: string; attrs: Record<string, unknown> })[]) => ({
  type: "text",
  text: words,
  ...(marks.length > 0
    ? { marks: marks.map((mark) => (typeof mark === "string" ? { type: mark } : mark)) }
    : {}),
});
const node = (type: string, ...content: Part[]) =>
  ({ type, content: content.map((part) => (typeof part === "string" ? text(part) : part)) }) as DocumentNode;
const p = (...content: Part[]) => node("paragraph", ...content);
const heading = (level: number, ...content: Part[]) => ({ ...node("heading", ...content), attrs: { level } });
const item = (...content: Part[]) => node("listItem", ...content);
const bullets = (...items: DocumentNode[]) => node("bulletList", ...items);
const numbers = (start: number, ...items: DocumentNode[]) => ({
  ...node("orderedList", ...items),
  attrs: { start },
});
const quote = (...content: Part[]) => node("blockquote", ...content);
const code = (words: string) => node("codeBlock", words);
const note = (words: string) => ({ type: "footnote", attrs: { text: words } });
const link = (href: string) => ({ type: "link", attrs: { href } });
const picture = (alt: string) => ({ type: "image", attrs: { src: `/images/${"b".repeat(64)}`, alt } });
const table = (...rows: Part[][]) =>
  node(
    "table",
    ...rows.map((cells, index) =>
      node("tableRow", ...cells.map((cell) => node(index === 0 ? "tableHeader" : "tableCell", p(cell)))),
    ),
  );
const br = { type: "hardBreak" };
const citation = (label: string, wish: Record<string, string> = {}, ...marks: string[]) => ({
  type: "citation",
  attrs: { text: "crpa", provision: "L100-1", revision: "2023-05-14", label, ...wish },
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});

function checked(document: DocumentNode): DocumentNode {
  const result = parseDocument(document);
  if (!result.ok) throw new Error(result.fault);
  return result.document;
}
const doc = (...content: DocumentNode[]) => checked({ type: "doc", content });
const thereAndBack = (document: DocumentNode) => checked(markdownToDocument(documentToMarkdown(document)));

describe("signs that Markdown would read are still the same signs after it", () => {
  test.each([
    ...[
      "- no list",
      "* no list",
      "+ no list",
      "1. no list",
      "1) no list",
      "12) no list",
      "# no heading",
      "#",
    ],
    ...["> no quote", "---", "***", "===", "```", "~~~", "~~not struck~~", "*a* _b_ __c__", "a_b_c"],
    ...["[a](b.c)", "![a](b)", "[^1] and [^1]: x", "2^[3]", "a^", "\\* and \\\\", "`a`", "| a | b |"],
    ...[
      "<b>bold</b>",
      "AT&T; &amp; &copy; &#38;",
      "R&D",
      "Name: _____ date: ___",
      "\u00a0: « oui »\u202f!",
      "a  b",
      "Hey!",
      "1.5 and 2)",
      "2.",
      "3)",
      "+",
      "-",
    ],
  ])("%s", (words) => {
    const document = doc(p(words), quote(p(words)), bullets(item(p(words))), p("before", br, words));
    expect(thereAndBack(document)).toEqual(document);
  });

  test.each(["C #", "1. Why", "a # b ##", "- dash", "What?"])("in a heading: %s", (words) => {
    const document = doc(heading(2, words), heading(4, words));
    expect(thereAndBack(document)).toEqual(document);
  });

  test.each([
    "See [1] and [2].",
    "an open [ one",
    "a ] closed one",
    "a ` tick",
    "end \\",
    "*x* <b> ~~y~~",
    "a^[b]",
  ])("in a footnote: %s", (words) => {
    const document = doc(p("Said", note(words), " with ` and ] after."), heading(3, "Head", note(words)));
    expect(thereAndBack(document)).toEqual(document);
  });

  test.each(['A [map] of *x* "y" (z) \\ | <b> &amp; `c`', "!", "https://example.org/a_b_c"])(
    "in the description of a picture, however often it is saved: %s",
    (words) => {
      const document = doc(p("Look:"), picture(words));
      expect(thereAndBack(thereAndBack(thereAndBack(document)))).toEqual(document);
    },
  );

  test.each(["`", "``", "`a`", "a``b", " a ", " ", "a\\", "*a* | <b> &amp;"])("in code: %j", (words) => {
    const document = doc(p("Type ", text(words, "code"), " now"), table(["A"], [text(words, "code")]));
    expect(thereAndBack(document)).toEqual(document);
  });
});

describe("the form of a letter comes back", () => {
  const cases: Record<string, DocumentNode[]> = {
    "marks within each other": [
      p("a ", text("bold ", "bold"), text("both", "bold", "italic"), " b ", text("gone", "strike")),
      p("l’", text("État", "bold"), " ", text("link", link("https://a.b/c_(d)?e=f&g")), "!"),
    ],
    "links side by side": [p(text("a", link("https://a.b")), text("b", link("mailto:x@y.zz")), "c")],
    "lists in lists": [
      bullets(
        item(p("a"), numbers(3, item(p("b")), item(p("c"), bullets(item(p("d")))))),
        item(p("e"), p("e2")),
      ),
    ],
    "lists beside lists": [
      bullets(item(p("a"))),
      bullets(item(p("b"))),
      bullets(item(p("c"))),
      numbers(1, item(p("d"))),
      numbers(5, item(p("e")), item(p("f"))),
    ],
    "numbers that grow a digit": [numbers(99, item(p("a"), p("b")), item(p("c"), code("d\n\n  e")))],
    "code in lists and quotes": [
      bullets(item(p("a"), code("x\n\n  y"), p("after")), item(p("b"))),
      quote(code("a\n\nb"), p("after")),
      code("```\nfence\n```"),
      code("last\n"),
    ],
    "code that names its language": [{ ...code("a = 1"), attrs: { language: "c++" } }],
    quotes: [quote(p("a"), quote(p("b")), bullets(item(p("c")))), quote(p("d"))],
    pictures: [
      p("a"),
      picture("one"),
      picture("two"),
      quote(picture("three")),
      bullets(item(p("b"), picture("four"))),
    ],
    "breaks in a line": [p("a", br, "b", br, br, "c"), p(br, "d")],
    "a rule": [p("a"), { type: "horizontalRule" }, { type: "horizontalRule" }, p("b")],
    "footnotes side by side": [p("a", note("one"), note("two"), " ", text("b", "bold"))],
    tables: [
      table(["A", text("B", "bold")], ["a | b", "- c"], ["# d", text("e", link("https://a.b/c"))]),
      table(["Alone"]),
      bullets(item(p("in a list"), table(["A"], ["b"]))),
    ],
  };
  test.each(Object.entries(cases))("%s", (_what, content) => {
    const document = doc(...content);
    expect(thereAndBack(document)).toEqual(document);
  });
});

describe("what Markdown cannot say keeps its words", () => {
  const words = (document: DocumentNode) => plainText(document).replace(/\s+/g, " ");
  const wide = (type: string, colspan: number, cell: string) => ({
    ...node(type, p(cell)),
    attrs: { colspan },
  });
  const cases: Record<string, DocumentNode[]> = {
    "a cell over two columns, and the row below it": [
      node(
        "table",
        node("tableRow", wide("tableHeader", 2, "Both ")),
        node("tableRow", wide("tableCell", 1, "left "), wide("tableCell", 1, "right ")),
      ),
    ],
    "a row longer than the first": [
      node("table", node("tableRow", wide("tableHeader", 1, "A ")), table(["B ", "C "]).content?.[0] ?? p()),
    ],
    "a break in a cell": [
      table(["A"], [text("x")]),
      node("table", node("tableRow", node("tableHeader", p("a", br, "b")))),
    ],
    "two paragraphs in a cell": [node("table", node("tableRow", node("tableHeader", p("a"), p("b"))))],
    "a break in a heading": [heading(2, "a", br, "b"), p("c")],
    "breaks at the end": [p("a", br, br), p("b", br, " ")],
    "an indent of four spaces": [p("    a"), p("b", br, "    c")],
    "a line end within a text": [p("a\n- b\r\n# c")],
    "a footnote of several lines": [p("a", note("b\n\nc "))],
  };
  test.each(Object.entries(cases))("%s", (_what, content) => {
    const document = doc(...content);
    const back = thereAndBack(document);
    expect(words(back)).toBe(words(document));
    expect(JSON.stringify(back)).not.toMatch(/codeBlock|List|\\\\/);
    expect(thereAndBack(back)).toEqual(back);
  });
});

describe("citations", () => {
  test("are links to what they cite", () => {
    expect(documentToMarkdown(doc(p("See ", citation("article L100-1"), ".")))).toBe(
      "See [article L100-1](doctrine:crpa/L100-1?revision=2023-05-14).",
    );
  });

  test.each([
    "article L100-1",
    "[9]",
    "a ] b [",
    "*9*",
    "`9`",
    "a\\",
    "<b>",
    "&amp;",
    "1. x",
    "# x",
    "a_b_",
    "https://a.b",
  ])("come back with their label: %s", (label) => {
    const document = doc(p(citation(label)), p("Wow!", citation(label), "(9)", br, citation(label)));
    expect(thereAndBack(document)).toEqual(document);
  });

  test("come back wherever they stand", () => {
    const cited = citation("rule 9", { text: "cloud-au-centre", provision: "L221-10~2" });
    const document = doc(
      heading(2, "On ", cited),
      bullets(item(p(cited, " first"))),
      quote(p("2^", cited)),
      table([text("a")], [cited]),
      p(citation("bold", {}, "bold"), citation("next to it")),
      p(text("linked", link("https://a.b")), citation("after a link")),
    );
    expect(thereAndBack(document)).toEqual(document);
  });

  test("with marks and breaks in their words become plain", () => {
    const read = markdownToDocument("[**article**\nL100-1 `x`](doctrine:crpa/L100-1?revision=2023-05-14)");
    expect(checked(read)).toEqual(doc(p(citation("article L100-1 x"))));
  });

  test.each([
    "[x](doctrine:crpa)",
    "[x](doctrine:crpa/L100-1)",
    "[x](doctrine:crpa/L100-1?revision=yesterday)",
    "[x](doctrine:a/1?revision=0000-05-14)",
    "[](doctrine:crpa/L100-1?revision=2023-05-14)",
    "[x](doctrine:crpa/L100/1?revision=2023-05-14)",
    "[x](DOCTRINE:crpa/%00?revision=2023-05-14)",
  ])("that say not all are told, not dropped: %s", (markdown) => {
    expect(parseDocument(markdownToDocument(markdown))).toEqual({ ok: false, fault: "bad-citation" });
  });
});

import { describe, expect, test } from "vitest";
import { parseDocument, plainText } from "#app/letters/document.ts";
import { markdownToDocument } from "#app/letters/markdown.ts";
import { documentToMarkdown } from "#app/letters/write-markdown.ts";

const own = `/images/${"b".repeat(64)}`;

describe("Markdown to a document and back is the same document", () => {
  const cases: Record<string, string> = {
    paragraphs: "One.\n\nTwo lines  \nof text.",
    headings: "## Two\n\n### Three\n\n#### Four",
    marks: "**bold** *italic* `code` ~~struck~~ ***both***",
    links: "[here](https://example.org/a?b=c&d=e) and <https://example.org>",
    lists: "- one\n- two\n  - inner\n- three\n\n3. third\n4. fourth",
    quote: "> Said.\n>\n> Again.",
    code: '```html\n<meta name="robots" content="x">\n```',
    rule: "Before\n\n---\n\nAfter",
    table: "| A | B |\n| --- | --- |\n| 1 | **2** |\n| a \\| b | |",
    footnotes: "Said[^1] and done[^2].\n\n[^1]: By *whom*.\n\n[^2]: When: [then](https://example.org).",
    picture: `![A map of the coast](${own})`,
    "signs of Markdown as text": "1\\. not a list, \\*not bold\\*, a\\_b, \\# no heading, \\[x\\](y)",
  };
  test.each(Object.entries(cases))("%s", (_what, markdown) => {
    const document = markdownToDocument(markdown);
    expect(parseDocument(document)).toEqual({ ok: true, document: parsed(document) });
    expect(parsed(markdownToDocument(documentToMarkdown(document)))).toEqual(parsed(document));
  });

  function parsed(document: unknown) {
    const result = parseDocument(document);
    if (!result.ok) throw new Error(result.fault);
    return result.document;
  }
});

test("an inline footnote is a footnote, once", () => {
  const document = markdownToDocument("Said^[by whom].");
  expect(JSON.stringify(document).match(/by whom/g)).toHaveLength(1);
  expect(document.content).toEqual([
    {
      type: "paragraph",
      content: [
        { type: "text", text: "Said" },
        { type: "footnote", attrs: { text: "by whom" } },
        { type: "text", text: "." },
      ],
    },
  ]);
});

test("HTML is shown as typed", () => {
  const document = markdownToDocument('<script>alert(1)</script> and <b onclick="x">b</b>');
  expect(plainText(document)).toBe('<script>alert(1)</script> and <b onclick="x">b</b>');
});

test("a picture from elsewhere becomes its description", () => {
  const document = markdownToDocument("Look: ![a cat](https://example.org/cat.png) there");
  expect(JSON.stringify(document)).not.toContain("image");
  expect(plainText(document)).toBe("Look: a cat there");
});

test("a link that could run is no link", () => {
  const document = markdownToDocument("[x](javascript:alert(1)) [y](data:text/html,x)");
  expect(JSON.stringify(document)).not.toContain('"link"');
});

test.each(["", "\n\n\n", "|", "[^1]", "![", "- \n- \n", "> ", "```", "\0", "|a|\n|-|\n"])(
  "%j is read without a fault",
  (markdown) => {
    expect(parseDocument(markdownToDocument(markdown)).ok || markdown.includes("\0")).toBe(true);
  },
);

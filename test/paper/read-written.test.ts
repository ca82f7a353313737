import {
  CommentReference,
  DeletedTextRun,
  Document,
  Header,
  HeadingLevel,
  InsertedTextRun,
  Packer,
  Paragraph,
  TextRun,
} from "docx";
import { describe, expect, test } from "vitest";
import { type DocumentNode, parseDocument, plainText } from "#app/letters/document.ts";
import { markdownToDocument } from "#app/letters/markdown.ts";
import { readWritten } from "#app/paper/read-written.server.ts";
import { writeDocx } from "#app/paper/write-docx.ts";
import { writeHtml } from "#app/paper/write-html.ts";
import { writeMarkdownFile } from "#app/paper/write-markdown-file.ts";
import type { FoundLetter } from "#app/paper/written-file.ts";
import { everything, origin, written } from "./letters.ts";

async function read(name: string, content: string | Uint8Array): Promise<FoundLetter> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const result = await readWritten(name, bytes, origin);
  if (result.outcome !== "read") throw new Error(result.reason);
  return result.letter;
}
async function unreadable(name: string, content: string | Uint8Array): Promise<string> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const result = await readWritten(name, bytes, origin);
  return result.outcome === "unreadable" ? result.reason : "read";
}
function checked(document: DocumentNode): DocumentNode {
  const result = parseDocument(document);
  if (!result.ok) throw new Error(result.fault);
  return result.document;
}
const losses = (letter: FoundLetter) =>
  Object.fromEntries(letter.losses.map(({ what, count }) => [what, count]));

describe("a letter that goes out and comes back", () => {
  const document = checked(markdownToDocument(everything));
  const letter = written({ document, language: "fr" });
  const surroundings = { authorKind: "organisation" as const, closesOn: "2031-01-31" };

  test("as Markdown is the same, with what surrounds it", async () => {
    const back = await read("a.md", writeMarkdownFile(letter, surroundings));
    expect(checked(back.document)).toEqual(document);
    const { title, summary, authorName, addressees, language } = letter;
    expect(back).toMatchObject({ title, summary, authorName, addressees, language, ...surroundings });
    expect(back.losses).toEqual([]);
  });

  test("as HTML is the same", async () => {
    const back = await read("a.html", writeHtml(letter));
    expect(checked(back.document)).toEqual(document);
    expect(back).toMatchObject({ title: letter.title, language: "fr", authorName: "The Guild", losses: [] });
  });

  test("as HTML keeps what Markdown cannot: where a list begins, cells that span others, a code's language", async () => {
    const cell = (type: string, text: string, colspan = 1, rowspan = 1): DocumentNode => ({
      ...{ type, attrs: { colspan, rowspan, colwidth: null } },
      content: [{ type: "paragraph", content: [{ type: "text", text }] }],
    });
    const rich = checked({
      type: "doc",
      content: [
        {
          ...{ type: "orderedList", attrs: { start: 4, type: "a" } },
          content: [
            { type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "d" }] }] },
          ],
        },
        {
          type: "table",
          content: [
            { type: "tableRow", content: [cell("tableHeader", "both", 2), cell("tableHeader", "c", 1, 2)] },
            { type: "tableRow", content: [cell("tableHeader", "row"), cell("tableCell", "b")] },
          ],
        },
        { type: "codeBlock", attrs: { language: "js" }, content: [{ type: "text", text: "\n<a> &amp;  b" }] },
      ],
    });
    expect(checked((await read("a.html", writeHtml(written({ document: rich })))).document)).toEqual(rich);
  });

  test("as a Word document is the same", async () => {
    const back = await read("a.docx", await writeDocx(letter));
    expect(checked(back.document)).toEqual(document);
    expect(back).toMatchObject({ title: letter.title, losses: [] });
  });

  test("as a Word document loses where a list begins, a code's language and which paragraph is an item's second", async () => {
    const lossy = checked(markdownToDocument("4. four\n\n   second\n\n```js\nx\n```"));
    const back = checked((await read("a.docx", await writeDocx(written({ document: lossy })))).document);
    expect(back).toEqual(checked(markdownToDocument("1. four\n\nsecond\n\n```\nx\n```")));
  });
});

describe("what a letter cannot hold is told", () => {
  test("of HTML: elements with their words, looks, links that lead nowhere, pictures without a file", async () => {
    const letter = await read(
      "a.html",
      `<h1>Title</h1><p>H<sub>2</sub>O <u>now</u> <a href="tel:1">call</a> <img src="https://x.example/a.png" alt="A chart">
       <img src="data:image/png;base64,AAAA"></p><h6>deep</h6><video>moving</video><iframe src="//x">framed</iframe>`,
    );
    expect(losses(letter)).toEqual({
      look: 2,
      links: 1,
      pictures: 1,
      undescribed: 1,
      headings: 1,
      element: 2,
    });
    expect(letter.losses.find(({ what }) => what === "element")?.words).toBe(
      "<video> moving; <iframe> framed",
    );
    expect(plainText(letter.document)).toBe("H2O now call\nA chart\ndeep");
  });

  test("of Word: remarks, tracked deletions, heads of pages, underlined words; what was inserted stays", async () => {
    const tracked = { id: 1, author: "Bo", date: "2026-11-24T13:05:00Z" };
    const comments = {
      children: [0, 1].map((id) => ({ id, author: "Bo", children: [new Paragraph("Why?")] })),
    };
    const children = [
      new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun("Marked up")] }),
      new Paragraph({
        children: [
          new TextRun("We ask "),
          new InsertedTextRun({ ...tracked, text: "now " }),
          new DeletedTextRun({ ...tracked, id: 2, text: "later " }),
          new TextRun({ text: "for rules.", underline: {} }),
          new CommentReference(0),
        ],
      }),
    ];
    const headers = { default: new Header({ children: [new Paragraph("Strictly confidential")] }) };
    const file = await Packer.toBuffer(new Document({ comments, sections: [{ headers, children }] }));
    const letter = await read("a.docx", new Uint8Array(file));
    expect(letter.title).toBe("Marked up");
    expect(plainText(letter.document)).toBe("We ask now for rules.");
    expect(losses(letter)).toEqual({ comments: 2, deletions: 1, margins: 1, look: 1 });
    expect(letter.losses.find(({ what }) => what === "margins")?.words).toBe("Strictly confidential");
  });

  test("of Markdown: HTML, pictures from elsewhere, front matter of no use, citations that are none", async () => {
    const letter = await read(
      "a.md",
      "---\ntitle: T\nmood: good\ncloses_on: soon\n---\n<b>bold</b> ![chart](https://x.example/a.png) [c](doctrine:no)\n\n##### five",
    );
    expect(losses(letter)).toEqual({ matter: 2, html: 1, pictures: 1, citations: 1, headings: 1 });
    expect(parseDocument(letter.document)).toMatchObject({ ok: true });
  });
});

describe("pages from elsewhere", () => {
  test.each([
    [
      "pandoc",
      `<p>a<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a></p><section class="footnotes"><hr><ol><li id="fn1"><p>The <em>note</em>.<a href="#fnref1">↩</a></p></li></ol></section>`,
    ],
    [
      "Google Docs",
      `<p>a<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> The <i>note</i>.</p></div>`,
    ],
    [
      "Word",
      `<p>a<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a></p><div id="ftn1x"><p><a href="#_ftnref1" name="_ftn1">[1]</a> The <i>note</i>.</p></div>`,
    ],
  ])("%s writes footnotes at the end, a letter holds them at their mark", async (_who, html) => {
    const { document, losses: lost } = await read("a.html", `<h1>T</h1>${html}`);
    expect(document.content).toEqual([
      {
        type: "paragraph",
        content: [
          { type: "text", text: "a" },
          { type: "footnote", attrs: { text: "The *note*." } },
        ],
      },
    ]);
    expect(lost).toEqual([]);
  });

  test("the title is the first heading of level one, else the page's, else what the text begins with", async () => {
    expect((await read("a.html", "<title>Page</title><p>x</p><h1>First</h1><h1>Second</h1>")).title).toBe(
      "First",
    );
    expect((await read("a.html", "<title>Page</title><h2>x</h2>")).title).toBe("Page");
    expect((await read("a.html", "<h2>Begins</h2><p>x</p>")).title).toBe("Begins");
  });

  test("links to provisions of this Tribune are citations, others are links", async () => {
    const html = (host: string) =>
      `<p><a href="${host}/doctrine/crpa/9?revision=2023-05-14">article 9</a></p>`;
    const type = async (host: string) =>
      (await read("a.html", html(host))).document.content?.[0]?.content?.[0]?.type;
    expect([await type(origin), await type(""), await type("https://other.example")]).toEqual([
      ...["citation", "citation"],
      "text",
    ]);
  });
});

describe("hostile files", () => {
  test("bring no script and no address that runs one", async () => {
    const { document } = await read(
      "a.html",
      `<h1>T<script>x</script></h1><p onclick="x()">w<script>alert(1)</script><a href="javascript:alert(1)">a</a>
       <a href="JaVa&#10;Script:x">b</a><a href="data:text/html,x">c</a><svg onload=x></svg><img src=x onerror=x></p>`,
    );
    expect(JSON.stringify(document)).not.toMatch(/script|alert|onerror|data:/i);
    expect(plainText(document)).toBe("wa bc");
  });

  test.each([
    ["a hundred thousand elements within one another", `<p>a</p>${"<div>".repeat(100_000)}words`],
    ["lists in lists", "<ul><li>x".repeat(2000)],
    ["tables in tables", "<table><tr><td>x".repeat(300)],
    ["quotes in quotes", "<blockquote><p>x</p>".repeat(500)],
    ["marks in marks", `<p>${"<b><i>".repeat(5000)}x`],
    [
      "marks of notes",
      Array.from({ length: 3000 }, (_, at) => `<a href="#fn${at % 7}">1</a><p id="fn${at}">x`).join(""),
    ],
  ])("%s: it is a letter, and what was nested is told", { timeout: 60_000 }, async (_what, html) => {
    const letter = await read("a.html", html);
    expect(parseDocument(letter.document)).toMatchObject({ ok: true });
  });

  test("that are not what their name says are not read", async () => {
    expect(await unreadable("a.txt", "words")).toBe("wrong-format");
    expect(await unreadable("a.docx", "words")).toBe("wrong-format");
    expect(await unreadable("a.docx", "PK\u0003\u0004broken")).toBe("not-well-formed");
    expect(await unreadable("a.html", "no element")).toBe("wrong-format");
    expect(await unreadable("a.md", "<!doctype html><p>x")).toBe("wrong-format");
    expect(await unreadable("a.md", "%PDF-1.7")).toBe("wrong-format");
    expect(await unreadable("a.md", new Uint8Array(500))).toBe("not-text");
    expect(await unreadable("a.md", "")).toBe("empty");
    expect(await unreadable("a.html", "<p> </p>")).toBe("empty");
    expect(await unreadable("a.md", "word ".repeat(200_000))).toBe("too-long");
    expect(await unreadable("a.md", "x".repeat(5 * 1024 * 1024 + 1))).toBe("too-large");
  });
});

import { citationHref, type Citation } from "#app/doctrine/citation.ts";
import { typeset } from "#app/languages/french-spacing.ts";
import { translator } from "#app/languages/translate.ts";
import type { DocumentNode } from "#app/letters/document.ts";
import type { WrittenLetter } from "./letter-paper.ts";
import { Notes } from "./notes.ts";

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? "");

type Writing = { letter: WrittenLetter; notes: Notes };

/**
 * A letter as one file of HTML that needs nothing else: no script, no address but those of its links, its pictures within.
 * What begins with `data-` tells an import what the text holds; what has `data-tribune` is none of it.
 */
export function writeHtml(letter: WrittenLetter): string {
  const { language, title, summary, authorName, addressees } = letter;
  const t = translator(language);
  const writing: Writing = { letter, notes: new Notes(letter) };
  const body = blocks(letter.document.content ?? [], writing);
  const set = (text: string) => escaped(typeset(text, language));
  const parties = [
    [t("letter.from"), authorName],
    ...addressees.map((name) => [t("letter.to"), name]),
  ].flatMap(([label, name]) => (name ? [`<p>${set(label ?? "")} ${set(name)}</p>`] : []));
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
${authorName ? `<meta name="author" content="${escaped(authorName)}">\n` : ""}<style>${style}</style>
</head>
<body>
<main>
<header data-tribune="head">
<h1>${escaped(title)}</h1>
${parties.join("\n")}
${summary ? `<p>${set(summary)}</p>` : ""}
</header>
${body}
${notesOf(writing)}</main>
</body>
</html>
`;
}

const style =
  "body{font:1.1rem/1.55 Georgia,serif;max-width:40rem;margin:3rem auto;padding:0 1rem}" +
  "table{border-collapse:collapse}td,th{border:1px solid #999;padding:.2em .5em;text-align:left;vertical-align:top}" +
  "img{max-width:100%}blockquote{border-left:2px solid #999;margin-left:0;padding-left:1em}pre{white-space:pre-wrap}" +
  ".notes{font-size:.9em}";

const blocks = (nodes: DocumentNode[], writing: Writing): string =>
  nodes.map((node) => block(node, writing)).join("\n");

function block(node: DocumentNode, writing: Writing): string {
  const inner = () => blocks(node.content ?? [], writing);
  const { attrs = {} } = node;
  switch (node.type) {
    case "paragraph":
      return `<p>${inline(node, writing)}</p>`;
    case "heading":
      return `<h${Number(attrs.level)}>${inline(node, writing)}</h${Number(attrs.level)}>`;
    case "blockquote":
      return `<blockquote>${inner()}</blockquote>`;
    case "bulletList":
      return `<ul>${inner()}</ul>`;
    case "orderedList": {
      const start = attrs.start === 1 ? "" : ` start="${Number(attrs.start)}"`;
      const type = typeof attrs.type === "string" ? ` type="${escaped(attrs.type)}"` : "";
      return `<ol${start}${type}>${inner()}</ol>`;
    }
    case "listItem":
      return `<li>${inner()}</li>`;
    case "codeBlock": {
      const language =
        typeof attrs.language === "string" ? ` class="language-${escaped(attrs.language)}"` : "";
      return `<pre><code${language}>${inline(node, writing)}</code></pre>`;
    }
    case "horizontalRule":
      return "<hr>";
    case "image":
      return picture(node, writing);
    case "table":
      return `<table>${inner()}</table>`;
    case "tableRow":
      return `<tr>${inner()}</tr>`;
    case "tableHeader":
    case "tableCell": {
      const tag = node.type === "tableHeader" ? "th" : "td";
      const spans = (["colspan", "rowspan"] as const)
        .map((name) => (Number(attrs[name] ?? 1) === 1 ? "" : ` ${name}="${Number(attrs[name])}"`))
        .join("");
      return `<${tag}${spans}>${inner()}</${tag}>`;
    }
    default:
      return inner();
  }
}

function picture(node: DocumentNode, { letter }: Writing): string {
  const source = String(node.attrs?.src);
  const file = letter.pictures.get(source);
  const media = file?.type === "jpg" ? "jpeg" : "png";
  const address = file
    ? `data:image/${media};base64,${Buffer.from(file.bytes).toString("base64")}`
    : `${letter.origin}${source}`;
  return `<img src="${escaped(address)}" alt="${escaped(String(node.attrs?.alt))}" data-picture="${escaped(source)}">`;
}

const tags: Record<string, string> = { bold: "strong", italic: "em", strike: "s", code: "code" };

const inline = (node: DocumentNode, writing: Writing): string =>
  (node.content ?? []).map((inner) => marked(inner, writing)).join("");

/** What stands within a line, in its marks; the first of them is the outermost. */
function marked(node: DocumentNode, writing: Writing): string {
  return (node.marks ?? []).reduceRight(
    (html, mark) => {
      if (mark.type === "link") return `<a href="${escaped(String(mark.attrs?.href))}">${html}</a>`;
      const tag = tags[mark.type];
      return tag ? `<${tag}>${html}</${tag}>` : html;
    },
    unmarked(node, writing),
  );
}

function unmarked(node: DocumentNode, { letter, notes }: Writing): string {
  if (node.type === "hardBreak") return "<br>";
  if (node.type === "citation") {
    const citation = node.attrs as Citation;
    notes.of(node);
    return `<a href="${escaped(`${letter.origin}${citationHref(citation)}`)}">${escaped(citation.label)}</a>`;
  }
  if (node.type === "footnote") {
    const { number } = notes.of(node);
    const words = escaped(String(node.attrs?.text));
    return `<sup data-footnote="${words}"><a href="#note-${number}" id="mark-${number}">${number}</a></sup>`;
  }
  return escaped(node.text ?? "");
}

/** The notes at the end; of a citation what it leads to. */
function notesOf(writing: Writing): string {
  const { list } = writing.notes;
  if (list.length === 0) return "";
  const items = list.map(({ number, content, quoted }) => {
    const words = content.map((node) => marked(node, writing)).join("");
    const passage = quoted ? ` <span lang="${quoted.lang}">${escaped(quoted.text)}</span>` : "";
    return `<li id="note-${number}">${words}${passage} <a href="#mark-${number}">↩</a></li>`;
  });
  return `<section class="notes" data-tribune="notes"><ol>\n${items.join("\n")}\n</ol></section>\n`;
}

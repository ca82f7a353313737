import { isCitation, placeOf, type Citation } from "#app/doctrine/citation.ts";
import { type DocumentNode, isSafeLink } from "#app/letters/document.ts";
import { documentToMarkdown } from "#app/letters/write-markdown.ts";
import { attribute, type HtmlElement } from "./html-tree.ts";
import type { Losses } from "./loss.ts";

export type Mark = NonNullable<DocumentNode["marks"]>[number];

const markOf: Record<string, string> = {
  ...{ b: "bold", strong: "bold", em: "italic", i: "italic", cite: "italic", dfn: "italic", var: "italic" },
  ...{ code: "code", kbd: "code", samp: "code", tt: "code", s: "strike", strike: "strike", del: "strike" },
};
const looks = new Set(["u", "ins", "mark", "sub", "sup", "small", "big", "blink", "marquee"]);

/** The marks of what stands in an element, given those around it. */
export function marksIn(element: HtmlElement, around: Mark[], losses: Losses): Mark[] {
  const { tagName } = element;
  const style = attribute(element, "style") ?? "";
  const own: string[] = [];
  const named = markOf[tagName];
  // Google Docs wraps all in a `b` that is not bold.
  if (named && !(named === "bold" && /font-weight:\s*(?:normal|400)/i.test(style))) own.push(named);
  if (/(?:^|;)\s*font-weight:\s*(?:bold|[6-9]00)/i.test(style)) own.push("bold");
  if (/(?:^|;)\s*font-style:\s*italic/i.test(style)) own.push("italic");
  if (/text-decoration[^;]*line-through/i.test(style)) own.push("strike");
  if (looks.has(tagName)) losses.add("look", `<${tagName}>`);
  return own.reduce(
    (marks, type) => (marks.some((mark) => mark.type === type) ? marks : [...marks, { type }]),
    around,
  );
}

/** A link's mark or, when it leads to a provision of this Tribune, the citation that it is. */
export function linkOf(
  element: HtmlElement,
  words: string,
  origin: string,
): { mark: Mark } | { citation: Citation } | null {
  const href = (attribute(element, "href") ?? "").trim();
  const path = href.startsWith(`${origin}/`) ? href.slice(origin.length) : href;
  const [, text = "", provision = "", revision = ""] =
    /^\/doctrine\/([^/?#]+)\/([^/?#]+)\?revision=([\d-]+)$/.exec(path) ?? [];
  const citation = { text, provision, revision, label: words.replace(/\s+/gu, " ").trim() };
  // An address that is only written out is a link; it is no sentence that cites.
  if (isCitation(citation) && !/^https?:/.test(citation.label)) return { citation };
  return isSafeLink(href) ? { mark: { type: "link", attrs: { href } } } : null;
}

/** Spaces as a page shows them: one for many, none at the ends of lines; links on links and marks on notes sorted out. */
export function tidyInline(nodes: DocumentNode[]): DocumentNode[] {
  const tidy: DocumentNode[] = [];
  for (const node of nodes) {
    const before = tidy.at(-1);
    if (node.type === "footnote" && before?.type === "citation" && saysWhereItLeads(node, before)) continue;
    if (node.text === undefined) {
      if (node.type === "hardBreak") trimEnd(tidy);
      tidy.push(node);
      continue;
    }
    const opens = !before || before.type === "hardBreak" || / $/.test(before.text ?? "");
    const text = node.text.replace(/[ \t\n\r\f]+/g, " ").replace(opens ? /^ / : /^$/, "");
    if (text === "") continue;
    if (before?.text !== undefined && JSON.stringify(before.marks) === JSON.stringify(node.marks))
      tidy[tidy.length - 1] = { ...before, text: before.text + text };
    else tidy.push({ ...node, text });
  }
  trimEnd(tidy);
  while (tidy.at(-1)?.type === "hardBreak") {
    tidy.pop();
    trimEnd(tidy);
  }
  return tidy;
}

/** The note that an export sets behind a citation holds its address: it is made anew from the citation. */
const saysWhereItLeads = (note: DocumentNode, citation: DocumentNode) =>
  String(note.attrs?.text).includes(`/doctrine/${placeOf(citation.attrs as Citation)}`);

function trimEnd(nodes: DocumentNode[]): void {
  const last = nodes.at(-1);
  if (last?.text === undefined) return;
  const text = last.text.replace(/ +$/, "");
  if (text === "") nodes.pop();
  else nodes[nodes.length - 1] = { ...last, text };
}

/** The longest note, as `parseDocument` has it. */
const longestNote = 2000;

/** What a note says as a line of Markdown: as it is, unless it has marks to write. */
export function noteText(nodes: DocumentNode[], losses: Losses): string {
  const content = tidyInline(nodes).filter(({ type }) => type === "text");
  const isPlain = content.every(({ text = "", marks = [] }) =>
    marks.every((mark) => mark.attrs?.href === text),
  );
  const text = isPlain ? wordsOf(content) : markdownOf(content);
  const line = text
    .replace(/^\s*(?:\[\d+\]|\d+[.)])\s+/, "")
    .replace(/\s+/g, " ")
    .trim();
  if (line.length > longestNote) losses.add("notes", line);
  return line.slice(0, longestNote).toWellFormed();
}

const wordsOf = (content: DocumentNode[]) => content.map(({ text = "" }) => text).join("");

/** Addresses that are their own words stay so: the page makes links of them. */
function markdownOf(content: DocumentNode[]): string {
  const bare = content.map((node) => {
    const marks = node.marks?.filter((mark) => mark.attrs?.href !== node.text);
    return { ...node, marks: marks && marks.length > 0 ? marks : undefined };
  });
  const plain = JSON.parse(JSON.stringify(bare)) as DocumentNode[];
  return documentToMarkdown({ type: "doc", content: [{ type: "paragraph", content: plain }] });
}

import { type DefaultTreeAdapterMap, parse } from "parse5";
import { guessLanguage } from "#app/languages/guess-language.ts";
import { isLanguage } from "#app/languages/language.ts";
import { type Block, outlineOf } from "./outline.ts";
import { oneLine, type ParsedText } from "./parsed-provision.ts";

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

/** What surrounds a page's text, or is none. */
const ignored = new Set(
  "script style noscript template nav head aside form button svg math iframe object select textarea".split(
    " ",
  ),
);
/** Tags that end the paragraph before them and the one within them; others stand within a line. */
const blockTags = new Set(
  (
    "address article blockquote body caption dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 " +
    "header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);

/**
 * Reads an official text from a page as a browser saves it: the headings, and paragraphs that read like one, are
 * provisions. Scripts, navigation, and the head and foot of the page are left out; where the page says what its main
 * part is, all but that.
 * @param byParagraph counts paragraphs instead of lines, for pages that were made of something without lines
 */
export function readHtml(html: string, byParagraph = false): ParsedText {
  const document = parse(html, { sourceCodeLocationInfo: true });
  const page = pageOf(document);
  const blocks = blocksOf(page.main ?? document);
  if (byParagraph) for (const [at, block] of blocks.entries()) block.line = at + 1;
  const heading = titleAmong(blocks);
  const outline = outlineOf(blocks.filter((block) => block !== heading));
  const language = page.language?.toLowerCase().split("-")[0];
  return {
    title: heading?.text ?? page.title,
    language: isLanguage(language) ? language : guessLanguage(beginningOf(blocks)),
    source: page.canonical,
    ...outline,
  };
}

/** Of a page: its main part, and what its head says. */
function pageOf(document: Node) {
  const page: { main?: Element; title?: string; language?: string; canonical?: string } = {};
  for (const node of eachNode(document)) {
    if (!("tagName" in node)) continue;
    if (node.tagName === "html") page.language = attribute(node, "lang");
    if (node.tagName === "main") page.main ??= node;
    if (node.tagName === "title") page.title ??= oneLine(textIn(node)) || undefined;
    if (node.tagName === "link" && attribute(node, "rel") === "canonical")
      page.canonical ??= attribute(node, "href");
  }
  return page;
}

/** The one heading of level 1, before any other, is the title of the whole. */
function titleAmong(blocks: Block[]): Block | undefined {
  const first = blocks.find(({ level }) => level !== null);
  return first?.level === 1 && blocks.filter(({ level }) => level === 1).length === 1 ? first : undefined;
}

function beginningOf(blocks: Block[]): string {
  return blocks
    .slice(0, 100)
    .map(({ text }) => text)
    .join("\n");
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

/** Every node below one, in order; a page may nest as deep as it likes. */
function* eachNode(root: Node): Generator<Node> {
  const open: Node[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    yield node;
    if ("childNodes" in node) for (const child of node.childNodes.toReversed()) open.push(child);
  }
}

function textIn(root: Node): string {
  let text = "";
  for (const node of eachNode(root)) if (node.nodeName === "#text" && "value" in node) text += node.value;
  return text;
}

function isIgnored(element: Element, inText: boolean): boolean {
  const { tagName } = element;
  if (ignored.has(tagName) || attribute(element, "hidden") !== undefined) return true;
  // The head of an article says what it is; that of the page does not.
  return !inText && (tagName === "header" || tagName === "footer");
}

/** What an element gives to the text in it. */
type Inherited = { level: number | null; caption: boolean; inText: boolean };
type Step = Inherited & ({ node: Node; end?: false } | { end: true });

/** The paragraphs of a page in their order. */
function blocksOf(root: Node): Block[] {
  const blocks: Block[] = [];
  let text = "";
  let line = 0;
  let last: Inherited = { level: null, caption: false, inText: false };
  let afterBreak = false;

  function finish(atBreak = false): void {
    const whole = oneLine(text);
    if (whole !== "") {
      const { level, caption } = last;
      blocks.push({ line, text: whole, level, alone: !afterBreak, ...(caption ? { caption } : {}) });
      afterBreak = atBreak;
    } else if (!atBreak) afterBreak = false;
    text = "";
  }

  const open: Step[] = [{ node: root, level: null, caption: false, inText: false }];
  for (let step = open.pop(); step; step = open.pop()) {
    if (step.end) {
      finish();
      continue;
    }
    const { node, level, caption, inText } = step;
    if (node.nodeName === "#text" && "value" in node) {
      if (oneLine(text) === "") {
        line = lineOf(node.value, node.sourceCodeLocation?.startLine ?? 0);
        last = { level, caption, inText };
      }
      text += node.value;
      continue;
    }
    if (!("childNodes" in node)) continue;
    const given: Inherited = { level, caption, inText };
    if ("tagName" in node) {
      if (isIgnored(node, inText)) continue;
      if (node.tagName === "br") finish(true);
      if (node.tagName === "main" || node.tagName === "article") given.inText = true;
      given.level = /^h[1-6]$/.test(node.tagName) ? Number(node.tagName[1]) : level;
      // The Official Journal of the European Union names the titles of its articles so.
      given.caption = caption || /(?:^|[\s-])(?:sti-art|stitle)/.test(attribute(node, "class") ?? "");
      if (blockTags.has(node.tagName)) {
        finish();
        open.push({ end: true, ...given });
      }
    }
    for (const child of node.childNodes.toReversed()) open.push({ node: child, ...given });
  }
  finish();
  return blocks;
}

/** Where the first word of a text stands that begins on `line`. */
function lineOf(text: string, line: number): number {
  const before = text.slice(0, text.search(/\S|$/));
  return line + before.split("\n").length - 1;
}

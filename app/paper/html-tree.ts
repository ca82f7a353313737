import { type DefaultTreeAdapterMap, parse } from "parse5";

export type HtmlNode = DefaultTreeAdapterMap["node"];
export type HtmlElement = DefaultTreeAdapterMap["element"];

export const isElement = (node: HtmlNode): node is HtmlElement => "tagName" in node;

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

/** Every node below one, in order; a page may nest as deep as it likes. */
export function* eachNode(root: HtmlNode): Generator<HtmlNode> {
  const open: HtmlNode[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    yield node;
    if ("childNodes" in node) for (const child of node.childNodes.toReversed()) open.push(child);
  }
}

/** What is no text at all. */
export const silentTags = new Set("script style noscript template head meta link title base".split(" "));

/** The words below a node, without scripts and their like. */
export function textIn(root: HtmlNode): string {
  let text = "";
  const open: HtmlNode[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.nodeName === "#text" && "value" in node) text += node.value;
    if (isElement(node) && silentTags.has(node.tagName) && node !== root) continue;
    if ("childNodes" in node) for (const child of node.childNodes.toReversed()) open.push(child);
  }
  return text;
}

/** Elements that stand on lines of their own. */
export const blockTags = new Set(
  (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 " +
    "h3 h4 h5 h6 header hr html img li main nav ol p picture pre section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);

/** A page with what must be known of it before it is read from its beginning. */
export type Page = {
  root: HtmlNode;
  byId: Map<string, HtmlElement>;
  /** Elements with blocks in them: a link or an emphasis around paragraphs is one in each of them. */
  holdsBlocks: Set<HtmlElement>;
  heading: HtmlElement | null;
  title: string;
  language: string | undefined;
  author: string;
};

export function readPage(html: string): Page {
  const document = parse(html);
  const page: Page = {
    ...{ root: document, byId: new Map(), holdsBlocks: new Set(), heading: null },
    ...{ title: "", language: undefined, author: "" },
  };
  let main: HtmlElement | undefined;
  for (const node of eachNode(document)) {
    if (!isElement(node)) continue;
    const id = attribute(node, "id") ?? (node.tagName === "a" ? attribute(node, "name") : undefined);
    if (id && !page.byId.has(id)) page.byId.set(id, node);
    if (node.tagName === "html") page.language = attribute(node, "lang");
    if (node.tagName === "main") main ??= node;
    if (node.tagName === "title") page.title ||= textIn(node);
    if (node.tagName === "h1") page.heading ??= node;
    if (node.tagName === "meta" && attribute(node, "name") === "author")
      page.author ||= attribute(node, "content") ?? "";
    if (!blockTags.has(node.tagName)) continue;
    for (let above = node.parentNode; above && "tagName" in above; above = above.parentNode) {
      if (page.holdsBlocks.has(above)) break;
      page.holdsBlocks.add(above);
    }
  }
  if (main) page.root = main;
  return page;
}

import type { DocumentNode } from "#app/letters/document.ts";
import { marksIn } from "./html-inline.ts";
import { HtmlLines, type InLine } from "./html-lines.ts";
import { pictureOf } from "./html-picture.ts";
import { deepestElement, type HtmlReading } from "./html-reading.ts";
import { tableOf } from "./html-table.ts";
import { attribute, blockTags, type HtmlElement, type HtmlNode, isElement, textIn } from "./html-tree.ts";

/** How deep the nodes of a letter may stand, so that it is one afterwards. */
const deepestNode = 16;

/** Where something is read; `level` is how deep in the letter. */
export type Where = InLine & { level: number };

/** Reads the blocks of a page into those of a letter; what it cannot hold is counted. */
export class HtmlBlocks {
  readonly reading: HtmlReading;
  readonly #lines: HtmlLines;

  constructor(reading: HtmlReading) {
    this.reading = reading;
    this.#lines = new HtmlLines(reading);
  }

  read(): DocumentNode[] {
    return this.within(this.reading.page.root, { marks: [], depth: 0, level: 1 });
  }

  /** The blocks in a node; what stands between them in lines are paragraphs. */
  within(parent: HtmlNode, where: Where): DocumentNode[] {
    const blocks: DocumentNode[] = [];
    let line: DocumentNode[] = [];
    const finish = () => {
      blocks.push(...this.#lines.paragraphs(line));
      line = [];
    };
    for (const node of "childNodes" in parent ? parent.childNodes : []) {
      if (isElement(node) && (blockTags.has(node.tagName) || this.reading.page.holdsBlocks.has(node))) {
        finish();
        blocks.push(...this.#block(node, where));
      } else line.push(...this.#lines.inline(node, where));
    }
    finish();
    return blocks;
  }

  #block(element: HtmlElement, where: Where): DocumentNode[] {
    if (this.reading.passes(element)) return [];
    const inner: Where = {
      ...where,
      depth: where.depth + 1,
      marks: marksIn(element, where.marks, this.reading.losses),
    };
    if (where.depth > deepestElement) return this.#flattened(element);
    switch (element.tagName) {
      case "h1":
      case "h2":
      case "h3":
      case "h4":
      case "h5":
      case "h6":
        return this.#heading(element, inner);
      case "blockquote":
        return this.#nesting("blockquote", element, inner, (content) => [{ type: "blockquote", content }]);
      case "ul":
      case "ol":
        return this.#list(element, inner);
      case "pre":
        return this.#code(element);
      case "hr":
        return [{ type: "horizontalRule" }];
      case "img":
        return this.#picture(element);
      case "table":
        return tableOf(element, inner, deepestNode, this);
      case "div":
        if (attribute(element, "class") === "rule") return [{ type: "horizontalRule" }];
        return this.within(element, inner);
      case "a":
        return this.within(element, { ...inner, marks: this.#lines.linked(element, inner.marks) });
      default:
        return this.within(element, inner);
    }
  }

  /** Blocks in a block, unless the letter would nest too deeply: then they stand beside it. */
  #nesting(
    words: string,
    element: HtmlElement,
    where: Where,
    make: (content: DocumentNode[]) => DocumentNode[],
  ): DocumentNode[] {
    const content = this.within(element, { ...where, level: where.level + 1 });
    if (content.length === 0) return [];
    if (where.level < deepestNode) return make(content);
    this.reading.losses.add("deep", `<${words}>`);
    return content;
  }

  #flattened(element: HtmlElement): DocumentNode[] {
    const text = textIn(element);
    if (text.trim() === "") return [];
    this.reading.losses.add("deep", text);
    return this.#lines.paragraphs([{ type: "text", text }]);
  }

  #heading(element: HtmlElement, where: Where): DocumentNode[] {
    const level = Number(element.tagName.slice(1));
    const blocks = this.within(element, where);
    if (level > 4 && blocks.length > 0) this.reading.losses.add("headings");
    return blocks.map((block) =>
      block.type === "paragraph"
        ? { ...block, type: "heading", attrs: { level: Math.min(4, Math.max(2, level)) } }
        : block,
    );
  }

  #list(element: HtmlElement, where: Where): DocumentNode[] {
    const items: DocumentNode[] = [];
    const deep = where.level + 2 > deepestNode;
    for (const node of element.childNodes) {
      const isItem = isElement(node) && node.tagName === "li";
      if (isElement(node) && this.reading.passes(node)) continue;
      if (!isElement(node) && textIn(node).trim() === "") continue;
      const inner = { ...where, level: where.level + 2, depth: where.depth + 1 };
      const content = isItem ? this.within(node, inner) : this.within(wrapped(node), inner);
      const last = items.at(-1);
      // A list that stands beside the items belongs to the one before it.
      if (!isItem && last && content.every(({ type }) => /List$/.test(type))) last.content?.push(...content);
      else if (content.length > 0) items.push({ type: "listItem", content: beginningWithWords(content) });
    }
    if (items.length === 0) return [];
    if (deep) {
      this.reading.losses.add("deep", `<${element.tagName}>`);
      return items.flatMap(({ content = [] }) => content);
    }
    if (element.tagName === "ul") return [{ type: "bulletList", content: items }];
    const start = Number(attribute(element, "start") ?? 1);
    const type = attribute(element, "type") ?? "";
    const attrs = {
      start: Number.isInteger(start) && start >= 0 && start <= 1_000_000 ? start : 1,
      type: /^[1aAiI]$/.test(type) ? type : null,
    };
    return [{ type: "orderedList", attrs, content: items }];
  }

  #picture(element: HtmlElement): DocumentNode[] {
    const picture = pictureOf(element, this.reading);
    return typeof picture === "string"
      ? this.#lines.paragraphs([{ type: "text", text: picture }])
      : [picture];
  }

  #code(element: HtmlElement): DocumentNode[] {
    const text = textIn(element).replace(/\n$/, "");
    const [code] = element.childNodes.filter(isElement);
    const classes = `${attribute(element, "class") ?? ""} ${(code && attribute(code, "class")) ?? ""}`;
    const language = /(?:^|\s)language-([\w+#.-]{1,40})(?:\s|$)/.exec(classes)?.[1] ?? null;
    return [
      { type: "codeBlock", attrs: { language }, ...(text ? { content: [{ type: "text", text }] } : {}) },
    ];
  }
}

/** An item begins with a paragraph: of a heading in its place the words are kept. */
function beginningWithWords(content: DocumentNode[]): DocumentNode[] {
  const [first, ...rest] = content;
  if (first?.type === "paragraph") return content;
  if (first?.type === "heading") return [{ type: "paragraph", content: first.content }, ...rest];
  return [{ type: "paragraph" }, ...content];
}

/** A node as the only child of something. */
const wrapped = (node: HtmlNode): HtmlNode => ({ childNodes: [node] }) as unknown as HtmlNode;

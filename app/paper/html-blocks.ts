import { type DocumentNode, isOwnImage } from "#app/letters/document.ts";
import { linkOf, type Mark, marksIn, noteText, tidyInline } from "./html-inline.ts";
import {
  attribute,
  blockTags,
  type HtmlElement,
  type HtmlNode,
  isElement,
  type Page,
  textIn,
} from "./html-tree.ts";
import type { Losses } from "./loss.ts";
import { isBackLink, type PageNotes } from "./page-notes.ts";
import { tableOf } from "./html-table.ts";
import { type FoundPicture, pictureKey } from "./written-file.ts";

/** What is no text at all. */
const silent = new Set("script style noscript template head meta link title base".split(" "));
/** What a letter has no place for; its writer is told of it. */
const unheld = new Set(
  (
    "nav form button input select textarea iframe object embed applet video audio canvas svg math map dialog frameset " +
    "progress meter"
  ).split(" "),
);
/** Where reading goes no deeper: a person gets to thirty. */
const deepestElement = 150;
/** How deep the nodes of a letter may stand, so that it is one afterwards. */
const deepestNode = 16;

/** Where something is read: in which marks, how deep in the page, how deep in the letter. */
export type Where = { marks: Mark[]; depth: number; level: number };

/** Reads the blocks of a page into those of a letter; what it cannot hold is counted. */
export class HtmlBlocks {
  readonly pictures: FoundPicture[] = [];
  readonly losses: Losses;
  readonly #page: Page;
  readonly #notes: PageNotes;
  readonly #origin: string;

  constructor(page: Page, notes: PageNotes, origin: string, losses: Losses) {
    this.#page = page;
    this.#notes = notes;
    this.#origin = origin;
    this.losses = losses;
  }

  read(): DocumentNode[] {
    return this.within(this.#page.root, { marks: [], depth: 0, level: 1 });
  }

  /** The blocks in a node; what stands between them in lines are paragraphs. */
  within(parent: HtmlNode, where: Where): DocumentNode[] {
    const blocks: DocumentNode[] = [];
    let line: DocumentNode[] = [];
    const finish = () => {
      blocks.push(...this.#paragraphs(line));
      line = [];
    };
    for (const node of "childNodes" in parent ? parent.childNodes : []) {
      if (isElement(node) && (blockTags.has(node.tagName) || this.#page.holdsBlocks.has(node))) {
        finish();
        blocks.push(...this.#block(node, where));
      } else line.push(...this.inline(node, where));
    }
    finish();
    return blocks;
  }

  /** Whether an element is passed over: not text, told already, or read elsewhere. */
  #isPassed(element: HtmlElement): boolean {
    const { tagName } = element;
    if (silent.has(tagName) || element === this.#page.heading) return true;
    if (attribute(element, "data-tribune") !== undefined || this.#notes.moved.has(element)) return true;
    if (
      attribute(element, "hidden") !== undefined ||
      /(?:^|\s)footnotes(?:\s|$)/.test(attribute(element, "class") ?? "")
    )
      return this.#notes.moved.size > 0 || attribute(element, "hidden") !== undefined;
    if (!unheld.has(tagName)) return false;
    this.losses.add("element", `<${tagName}> ${textIn(element)}`);
    return true;
  }

  #block(element: HtmlElement, where: Where): DocumentNode[] {
    if (this.#isPassed(element)) return [];
    const inner: Where = {
      ...where,
      depth: where.depth + 1,
      marks: marksIn(element, where.marks, this.losses),
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
        return this.within(element, { ...inner, marks: this.#linked(element, inner.marks) });
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
    this.losses.add("deep", `<${words}>`);
    return content;
  }

  #flattened(element: HtmlElement): DocumentNode[] {
    const text = textIn(element, ({ tagName }) => silent.has(tagName) || unheld.has(tagName));
    if (text.trim() === "") return [];
    this.losses.add("deep", text);
    return this.#paragraphs([{ type: "text", text }]);
  }

  #heading(element: HtmlElement, where: Where): DocumentNode[] {
    const level = Number(element.tagName.slice(1));
    const blocks = this.within(element, where);
    if (level > 4 && blocks.length > 0) this.losses.add("headings");
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
      if (isElement(node) && this.#isPassed(node)) continue;
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
      this.losses.add("deep", `<${element.tagName}>`);
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

  #code(element: HtmlElement): DocumentNode[] {
    const text = textIn(element).replace(/\n$/, "");
    const [code] = element.childNodes.filter(isElement);
    const classes = `${attribute(element, "class") ?? ""} ${(code && attribute(code, "class")) ?? ""}`;
    const language = /(?:^|\s)language-([\w+#.-]{1,40})(?:\s|$)/.exec(classes)?.[1] ?? null;
    return [
      { type: "codeBlock", attrs: { language }, ...(text ? { content: [{ type: "text", text }] } : {}) },
    ];
  }

  #picture(element: HtmlElement): DocumentNode[] {
    const alt = (attribute(element, "alt") ?? "").replace(/\s+/gu, " ").trim();
    const source = attribute(element, "src") ?? "";
    const path = source.startsWith(`${this.#origin}/`) ? source.slice(this.#origin.length) : source;
    const named = attribute(element, "data-picture");
    const own = [named, path].find(isOwnImage) ?? null;
    const data = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,([A-Za-z0-9+/=\s]+)$/i.exec(source)?.[1];
    const bytes = data === undefined ? null : new Uint8Array(Buffer.from(data, "base64"));
    if (!own && !bytes) {
      this.losses.add("pictures", alt);
      return alt ? this.#paragraphs([{ type: "text", text: alt }]) : [];
    }
    if (alt === "") {
      this.losses.add("undescribed");
      return [];
    }
    const key = pictureKey(this.pictures.length);
    this.pictures.push({ key, own, bytes });
    return [{ type: "image", attrs: { src: key, alt } }];
  }

  #linked(element: HtmlElement, marks: Mark[]): Mark[] {
    const href = attribute(element, "href");
    if (href === undefined) return marks;
    const words = textIn(element);
    const link = linkOf(element, words, this.#origin);
    if (!link && words.trim() !== "") this.losses.add("links", words);
    return link && "mark" in link ? [...marks.filter(({ type }) => type !== "link"), link.mark] : marks;
  }

  /** What stands in a line, in its marks. */
  inline(node: HtmlNode, where: Where): DocumentNode[] {
    if (node.nodeName === "#text" && "value" in node) return [this.#text(node.value, where.marks)];
    if (!isElement(node) || this.#isPassed(node)) return [];
    if (node.tagName === "br") return [{ type: "hardBreak" }];
    const note = attribute(node, "data-footnote");
    if (note !== undefined)
      return [{ type: "footnote", attrs: { text: note.slice(0, 2000).toWellFormed() } }];
    if (where.depth > deepestElement) {
      this.losses.add("deep", textIn(node));
      return [this.#text(textIn(node), where.marks)];
    }
    if (node.tagName === "a") return this.#anchor(node, where);
    // A raised mark of a note is no look.
    const [only] = node.childNodes.filter(isElement);
    const isMark = only && this.#notes.byMark.has(only);
    const marks = isMark ? where.marks : marksIn(node, where.marks, this.losses);
    return node.childNodes.flatMap((child) =>
      this.inline(child, { ...where, marks, depth: where.depth + 1 }),
    );
  }

  #anchor(element: HtmlElement, where: Where): DocumentNode[] {
    const note = this.#notes.byMark.get(element);
    if (note) return this.#footnote(note);
    const link = linkOf(element, textIn(element), this.#origin);
    if (link && "citation" in link) {
      const marks = where.marks.filter(({ type }) => !/^(?:link|code)$/.test(type));
      return [{ type: "citation", attrs: link.citation, ...(marks.length > 0 ? { marks } : {}) }];
    }
    const marks = this.#linked(element, where.marks);
    return element.childNodes.flatMap((child) =>
      this.inline(child, { ...where, marks, depth: where.depth + 1 }),
    );
  }

  #footnote(place: HtmlElement): DocumentNode[] {
    const words = this.#wordsOf(place, []);
    const text = noteText(words, this.losses);
    return text === "" ? [] : [{ type: "footnote", attrs: { text } }];
  }

  /** What a note says: all its lines in one, without the way back and the number that it begins with. */
  #wordsOf(parent: HtmlNode, marks: Mark[], depth = 0): DocumentNode[] {
    if (depth > deepestElement) return [{ type: "text", text: textIn(parent) }];
    return ("childNodes" in parent ? parent.childNodes : []).flatMap((node): DocumentNode[] => {
      if (node.nodeName === "#text" && "value" in node) return [this.#text(node.value, marks)];
      if (!isElement(node) || silent.has(node.tagName) || isBackLink(node)) return [];
      const isLink = node.tagName === "a" && attribute(node, "href") !== undefined;
      const inner = isLink ? this.#linked(node, marks) : marksIn(node, marks, this.losses);
      const words = this.#wordsOf(node, inner, depth + 1);
      return blockTags.has(node.tagName) ? [...words, this.#text(" ", [])] : words;
    });
  }

  #text(text: string, marks: Mark[]): DocumentNode {
    const storable = text.toWellFormed().replaceAll("\0", "");
    return { type: "text", text: storable, ...(marks.length > 0 ? { marks } : {}) };
  }

  /** A line's nodes as a paragraph, as several around pictures, or as none where there are no words. */
  #paragraphs(line: DocumentNode[]): DocumentNode[] {
    const content = tidyInline(line);
    return content.length > 0 ? [{ type: "paragraph", content }] : [];
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

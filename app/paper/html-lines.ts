import type { DocumentNode } from "#app/letters/document.ts";
import { linkOf, type Mark, marksIn, noteText, tidyInline } from "./html-inline.ts";
import { deepestElement, type HtmlReading } from "./html-reading.ts";
import {
  attribute,
  blockTags,
  type HtmlElement,
  type HtmlNode,
  isElement,
  silentTags,
  textIn,
} from "./html-tree.ts";
import { isBackLink } from "./page-notes.ts";

/** Where words stand: in which marks, how deep in the page. */
export type InLine = { marks: Mark[]; depth: number };

/** Reads what stands within the lines of a page. */
export class HtmlLines {
  readonly #reading: HtmlReading;

  constructor(reading: HtmlReading) {
    this.#reading = reading;
  }

  /** A line's nodes as a paragraph, as several around pictures, or as none where there are no words. */
  paragraphs(line: DocumentNode[]): DocumentNode[] {
    const content = tidyInline(line);
    return content.length > 0 ? [{ type: "paragraph", content }] : [];
  }

  /** The marks of what stands in a link. */
  linked(element: HtmlElement, marks: Mark[]): Mark[] {
    const href = attribute(element, "href");
    if (href === undefined) return marks;
    const words = textIn(element);
    const link = linkOf(element, words, this.#reading.origin);
    if (!link && words.trim() !== "") this.#reading.losses.add("links", words);
    return link && "mark" in link ? [...marks.filter(({ type }) => type !== "link"), link.mark] : marks;
  }

  /** What stands in a line, in its marks. */
  inline(node: HtmlNode, where: InLine): DocumentNode[] {
    if (node.nodeName === "#text" && "value" in node) return [this.#text(node.value, where.marks)];
    if (!isElement(node) || this.#reading.passes(node)) return [];
    if (node.tagName === "br") return [{ type: "hardBreak" }];
    const note = attribute(node, "data-footnote");
    if (note !== undefined)
      return [{ type: "footnote", attrs: { text: note.slice(0, 2000).toWellFormed() } }];
    if (where.depth > deepestElement) {
      this.#reading.losses.add("deep", textIn(node));
      return [this.#text(textIn(node), where.marks)];
    }
    if (node.tagName === "a") return this.#anchor(node, where);
    // A raised mark of a note is no look.
    const [only] = node.childNodes.filter(isElement);
    const isMark = only && this.#reading.notes.byMark.has(only);
    const marks = isMark ? where.marks : marksIn(node, where.marks, this.#reading.losses);
    return node.childNodes.flatMap((child) =>
      this.inline(child, { ...where, marks, depth: where.depth + 1 }),
    );
  }

  #anchor(element: HtmlElement, where: InLine): DocumentNode[] {
    const note = this.#reading.notes.byMark.get(element);
    if (note) return this.#footnote(note);
    const link = linkOf(element, textIn(element), this.#reading.origin);
    if (link && "citation" in link) {
      const marks = where.marks.filter(({ type }) => !/^(?:link|code)$/.test(type));
      return [{ type: "citation", attrs: link.citation, ...(marks.length > 0 ? { marks } : {}) }];
    }
    const marks = this.linked(element, where.marks);
    return element.childNodes.flatMap((child) =>
      this.inline(child, { ...where, marks, depth: where.depth + 1 }),
    );
  }

  #footnote(place: HtmlElement): DocumentNode[] {
    const words = this.#wordsOf(place, []);
    const text = noteText(words, this.#reading.losses);
    return text === "" ? [] : [{ type: "footnote", attrs: { text } }];
  }

  /** What a note says: all its lines in one, without the way back and the number that it begins with. */
  #wordsOf(parent: HtmlNode, marks: Mark[], depth = 0): DocumentNode[] {
    if (depth > deepestElement) return [{ type: "text", text: textIn(parent) }];
    return ("childNodes" in parent ? parent.childNodes : []).flatMap((node): DocumentNode[] => {
      if (node.nodeName === "#text" && "value" in node) return [this.#text(node.value, marks)];
      if (!isElement(node) || silentTags.has(node.tagName) || isBackLink(node)) return [];
      const isLink = node.tagName === "a" && attribute(node, "href") !== undefined;
      const inner = isLink ? this.linked(node, marks) : marksIn(node, marks, this.#reading.losses);
      const words = this.#wordsOf(node, inner, depth + 1);
      return blockTags.has(node.tagName) ? [...words, this.#text(" ", [])] : words;
    });
  }

  #text(text: string, marks: Mark[]): DocumentNode {
    const storable = text.toWellFormed().replaceAll("\0", "");
    return { type: "text", text: storable, ...(marks.length > 0 ? { marks } : {}) };
  }
}

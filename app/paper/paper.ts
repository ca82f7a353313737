import PDFDocument from "pdfkit";
import type { Language } from "#app/languages/language.ts";
import { type Face, Typefaces } from "./typefaces.ts";

/** A4 in points, and the column of text on it: about 75 letters a line. */
export const sheet = { width: 595.28, height: 841.89, left: 85, right: 85, top: 80, bottom: 92 };
export const measure = sheet.width - sheet.left - sheet.right;
export const ink = { text: "#1c1b19", quiet: "#5b574f", rule: "#d9d5cb", link: "#1d3f72" };

/** A part of the document's outline for those who do not see it: PDF's structure element. */
export type Element = PDFKit.PDFStructureElement;
type Options = { lang?: string; alt?: string; scope?: "Row" | "Column"; placement?: "Block" };

/** What is set in one piece: a line, a picture, the rest of a table's row. */
export type Slab = {
  height: number;
  /** Draws it with its upper left corner at a point of the sheet. */
  draw: (x: number, y: number) => void;
  /** Stays on the page of what follows. */
  tied?: boolean;
};

/** The space before something; at the top of a page there is none. */
export const space = (height: number): Slab & { isSpace: true } => ({
  height,
  draw: () => undefined,
  isSpace: true,
  tied: true,
});
const isSpace = (slab: Slab) => "isSpace" in slab;

export const localeOf = (language: Language) => (language === "fr" ? "fr-FR" : "en-GB");

type About = { title: string; author: string; language: Language; createdAt: Date; compress?: boolean };

/** The sheets of one document, filled from top to bottom; everything on them is either tagged or decoration. */
export class Paper {
  readonly pdf: PDFKit.PDFDocument;
  readonly faces: Typefaces;
  readonly root: Element;
  #y = sheet.top;
  #columns = { count: 1, gap: 0, now: 0, top: sheet.top, lowest: sheet.top };
  #marked: Element | null = null;

  constructor({ title, author, language, createdAt, compress = true }: About) {
    const options = {
      ...{ size: "A4", bufferPages: true, autoFirstPage: true, compress, margin: 0 },
      ...{ pdfVersion: "1.7", tagged: true, displayTitle: true, lang: localeOf(language) },
      subset: "PDF/UA" as never,
      info: { Title: title, Author: author, Creator: "Tribune", Producer: "PDFKit", CreationDate: createdAt },
    };
    this.pdf = new PDFDocument(options as PDFKit.PDFDocumentOptions);
    this.faces = new Typefaces(this.pdf);
    this.root = this.pdf.struct("Document", { lang: localeOf(language) });
    this.pdf.addStructure(this.root);
  }

  /** Adds a part below another, at its end. */
  element(type: string, parent: Element, options: Options = {}): Element {
    const made = this.pdf.struct(type, options);
    parent.add(made);
    return made;
  }

  /** What is drawn from now on belongs to `element`; null: to nothing yet. */
  mark(element: Element | null): void {
    if (element === this.#marked) return;
    if (this.#marked) this.pdf.endMarkedContent();
    if (element) element.add(this.pdf.markStructureContent(typeOf(element)));
    this.#marked = element;
  }

  /** Draws what means nothing: rules, backgrounds, heads and feet. */
  decorate(draw: () => void, type?: "Pagination" | "Layout"): void {
    this.mark(null);
    this.pdf.markContent("Artifact", type ? { type } : undefined);
    draw();
    this.pdf.endMarkedContent();
  }

  /** Writes one stretch of text with its baseline at `y`. */
  write(text: string, x: number, y: number, style: { face: Face; size: number; color: string }): number {
    let at = x;
    for (const run of this.faces.runs(text, style.face)) {
      this.pdf.font(run.font, style.size * run.scale).fillColor(style.color);
      this.pdf.text(run.text, at, y, { lineBreak: false, baseline: "alphabetic" });
      at += this.pdf.widthOfString(run.text);
    }
    return at - x;
  }

  get #bottom(): number {
    return sheet.height - sheet.bottom;
  }

  /** The height that is left on this page, in this column. */
  get left(): number {
    return this.#bottom - this.#y;
  }

  /** Goes to the next column, else to the next page. */
  advance(): void {
    const columns = this.#columns;
    columns.lowest = Math.max(columns.lowest, this.#y);
    if (columns.now + 1 < columns.count) columns.now++;
    else {
      this.mark(null);
      joinContent(this.pdf.page);
      this.pdf.addPage();
      Object.assign(columns, { now: 0, top: sheet.top, lowest: sheet.top });
    }
    this.#y = columns.top;
  }

  /** Where a slab begins that is set next. */
  get #x(): number {
    const { count, gap, now } = this.#columns;
    return sheet.left + now * ((measure + gap) / count);
  }

  /** Sets slabs one below the other, on as many pages as it takes. */
  set(slabs: Slab[]): void {
    for (let at = 0; at < slabs.length;) {
      // A heading goes with what it stands above.
      let end = at;
      while (slabs[end]?.tied && end + 1 < slabs.length) end++;
      const group = slabs.slice(at, end + 1);
      const height = group.reduce((sum, slab) => sum + slab.height, 0);
      if (height > this.left && this.#y > this.#columns.top) this.advance();
      for (const slab of group) this.#place(slab);
      at = end + 1;
    }
  }

  #place(slab: Slab): void {
    const { top, now } = this.#columns;
    const atTop = this.#y === top && (top === sheet.top || now > 0);
    if (isSpace(slab) && atTop) return;
    if (slab.height > this.left && this.#y > this.#columns.top) this.advance();
    slab.draw(this.#x, this.#y);
    this.#y += slab.height;
  }

  /** Sets what `fill` sets in columns side by side. @returns what `fill` returns */
  inColumns<Result>(count: number, gap: number, fill: (width: number) => Result): Result {
    this.#columns = { count, gap, now: 0, top: this.#y, lowest: this.#y };
    const result = fill((measure + gap) / count - gap);
    this.#y = Math.max(this.#y, this.#columns.lowest);
    this.#columns = { count: 1, gap: 0, now: 0, top: sheet.top, lowest: sheet.top };
    return result;
  }

  /** Draws on every page, when all of them are there. */
  onEachPage(draw: (page: number, pages: number) => void): void {
    this.mark(null);
    const { start, count } = this.pdf.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.pdf.switchToPage(start + page);
      this.decorate(() => draw(page + 1, count), "Pagination");
    }
  }

  /** The whole as a file. */
  async bytes(): Promise<Uint8Array> {
    this.mark(null);
    const chunks: Uint8Array[] = [];
    this.pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    const ended = new Promise((resolve, reject) => this.pdf.once("end", resolve).once("error", reject));
    this.pdf.end();
    await ended;
    return new Uint8Array(Buffer.concat(chunks));
  }
}

/**
 * Joins what was written on a page, word by word: the pages stand in memory until their number is known, and five thousand
 * names are a quarter of a million words.
 */
function joinContent(page: PDFKit.PDFPage): void {
  const { content } = page as unknown as { content: { buffer: Uint8Array[] } };
  content.buffer = [Buffer.concat(content.buffer)];
}

/** The type a structure element was made with; its declared type hides where it stands. */
function typeOf(element: Element): string {
  return (element as unknown as { dictionary: { data: { S: string } } }).dictionary.data.S;
}

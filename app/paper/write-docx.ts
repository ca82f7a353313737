import {
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { type Citation, citationHref } from "#app/doctrine/citation.ts";
import type { DocumentNode } from "#app/letters/document.ts";
import { wordNumbering, WordLists } from "./word-lists.ts";
import type { WrittenLetter } from "./letter-paper.ts";
import { Notes } from "./notes.ts";
import { localeOf } from "./paper.ts";
import { characterStyles, paragraphStyles } from "./word-styles.ts";

type Writing = { letter: WrittenLetter; notes: Notes; lists: WordLists };
type Block = Paragraph | Table;
/** Where a block stands: in a quotation, in which item of a list. */
type Place = {
  style?: string;
  list?: { reference: string; instance: number; level: number };
  indent?: number;
};

/** A letter as a Word document: its title and text, with notes at the foot of the page, pictures and tables. */
export async function writeDocx(letter: WrittenLetter): Promise<Uint8Array> {
  const writing: Writing = { letter, notes: new Notes(letter), lists: new WordLists() };
  const title = new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(letter.title)] });
  const body = blocks(letter.document.content ?? [], {}, writing);
  const document = new Document({
    title: letter.title,
    creator: letter.authorName || "Tribune",
    description: letter.summary,
    styles: {
      default: {
        document: { run: { font: "Georgia", size: 22, language: { value: localeOf(letter.language) } } },
      },
      paragraphStyles,
      characterStyles,
    },
    numbering: { config: wordNumbering(writing.lists) },
    footnotes: footnotesOf(writing),
    sections: [{ children: [title, ...body] }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const blocks = (nodes: DocumentNode[], place: Place, writing: Writing): Block[] =>
  nodes.flatMap((node) => block(node, place, writing));

function block(node: DocumentNode, place: Place, writing: Writing): Block[] {
  switch (node.type) {
    case "paragraph":
      return [paragraph(node, place, writing)];
    case "heading": {
      const level = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }[Number(node.attrs?.level)];
      return [paragraph(node, place, writing, { heading: level ?? HeadingLevel.HEADING_4 })];
    }
    case "blockquote":
      return blocks(node.content ?? [], { ...place, style: "Quote", list: undefined }, writing);
    case "bulletList":
    case "orderedList":
      return list(node, place, writing);
    case "codeBlock":
      return textOf(node)
        .split("\n")
        .map((line) => new Paragraph({ style: "SourceCode", children: [new TextRun(line)] }));
    case "horizontalRule":
      return [new Paragraph({ style: "Rule", children: [new TextRun("⁂")] })];
    case "image":
      return [picture(node, writing)];
    case "table":
      return [table(node, writing)];
    default:
      return blocks(node.content ?? [], place, writing);
  }
}

function paragraph(
  node: DocumentNode,
  { style, list: item, indent }: Place,
  writing: Writing,
  more: IParagraphOptions = {},
): Paragraph {
  return new Paragraph({
    ...(style ? { style } : {}),
    ...(item ? { numbering: item } : indent ? { indent: { left: indent * 720 } } : {}),
    ...more,
    children: (node.content ?? []).flatMap((inner) => run(inner, writing)),
  });
}

/** Word has no items, only paragraphs with a number or a dot: an item's further paragraphs are set in below it. */
function list(node: DocumentNode, place: Place, writing: Writing): Block[] {
  const level = Math.min(8, place.list ? place.list.level + 1 : (place.indent ?? 0));
  const numbering = writing.lists.begin(node.type === "orderedList", Number(node.attrs?.start ?? 1));
  return (node.content ?? []).flatMap((item) =>
    (item.content ?? []).flatMap((inner, index) => {
      const at = { ...numbering, level };
      const first = index === 0 && inner.type === "paragraph";
      const nested = /List$/.test(inner.type);
      const within: Place = first || nested ? { list: at } : { ...place, list: undefined, indent: level + 1 };
      return block(inner, within, writing);
    }),
  );
}

function run(node: DocumentNode, writing: Writing): ParagraphChild[] {
  const { notes, letter } = writing;
  if (node.type === "hardBreak") return [new TextRun({ break: 1 })];
  if (node.type === "footnote") return [new FootnoteReferenceRun(notes.of(node).number)];
  if (node.type === "citation") {
    const citation = node.attrs as Citation;
    const note = notes.of(node);
    const link = `${letter.origin}${citationHref(citation)}`;
    const words = styled({ ...node, text: citation.label }, "Hyperlink");
    return [new ExternalHyperlink({ link, children: [words] }), new FootnoteReferenceRun(note.number)];
  }
  const href = node.marks?.find(({ type }) => type === "link")?.attrs?.href;
  if (typeof href !== "string") return [styled(node)];
  return [new ExternalHyperlink({ link: href, children: [styled(node, "Hyperlink")] })];
}

/** The words as they were typed: who writes on in Word, and imports that again, has changed no sign unknowingly. */
function styled({ text = "", marks = [] }: DocumentNode, style?: string): TextRun {
  const has = (type: string) => marks.some((mark) => mark.type === type);
  const look = has("code") ? "SourceText" : style;
  return new TextRun({
    text: text.replace(/[\p{Cc}]/gu, " "),
    bold: has("bold") || undefined,
    italics: has("italic") || undefined,
    strike: has("strike") || undefined,
    ...(look ? { style: look } : {}),
  });
}

const textOf = (node: DocumentNode): string => node.text ?? (node.content ?? []).map(textOf).join("");

function footnotesOf(writing: Writing): Record<string, { children: Paragraph[] }> {
  const notes: Record<string, { children: Paragraph[] }> = {};
  // What is written in a note has no notes of its own.
  for (const { number, content, quoted } of writing.notes.list) {
    const children = content.flatMap((node) => run(node, writing));
    if (quoted) children.push(new TextRun({ text: ` ${quoted.text}`, italics: true }));
    notes[number] = { children: [new Paragraph({ children })] };
  }
  return notes;
}

/** Wide enough for the text of a page: 600 pixels at 96 dots an inch. */
const widest = 600;

function picture(node: DocumentNode, { letter }: Writing): Paragraph {
  const file = letter.pictures.get(String(node.attrs?.src));
  const alt = String(node.attrs?.alt);
  if (!file) return new Paragraph({ children: [new TextRun({ text: alt, italics: true })] });
  const scale = Math.min(1, widest / file.width);
  const transformation = { width: Math.round(file.width * scale), height: Math.round(file.height * scale) };
  const altText = { name: alt.slice(0, 60), title: alt.slice(0, 60), description: alt };
  return new Paragraph({
    children: [new ImageRun({ type: file.type, data: Buffer.from(file.bytes), transformation, altText })],
  });
}

function table(node: DocumentNode, writing: Writing): Table {
  const rows = (node.content ?? []).map((row) => {
    const cells = row.content ?? [];
    return new TableRow({
      // Named only where it is so: some readers take the mention for the thing.
      ...(cells.every(({ type }) => type === "tableHeader") ? { tableHeader: true } : {}),
      children: cells.map(
        (cell) =>
          new TableCell({
            columnSpan: Number(cell.attrs?.colspan ?? 1),
            rowSpan: Number(cell.attrs?.rowspan ?? 1),
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            children: blocks(cell.content ?? [], {}, writing),
          }),
      ),
    });
  });
  return new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } });
}

import type { DocumentNode } from "#app/letters/document.ts";
import { type Look, piecesOf, type Setting } from "./inline.ts";
import type { PaperPicture } from "./letter-paper.ts";
import { linesOf, type Piece, slabsOf } from "./line.ts";
import { type Element, ink, type Paper, type Slab, space } from "./paper.ts";
import { tableSlabs } from "./table.ts";

export type Blocks = Setting & { paper: Paper; pictures: Map<string, PaperPicture> };

/** Where blocks stand: how wide, in which look, below which element. */
export type Place = { width: number; look: Look; parent: Element; inItem?: boolean };

export const leadingOf = ({ size }: Look) => size * 1.46;

/** The slabs of blocks, one below the other, with the space between them. */
export function slabsOfBlocks(nodes: DocumentNode[], place: Place, blocks: Blocks): Slab[] {
  return nodes.flatMap((node, index) => {
    const slabs = slabsOfBlock(node, place, blocks);
    const before = index === 0 ? 0 : spaceBefore(node, place);
    return before > 0 ? [space(before), ...slabs] : slabs;
  });
}

function spaceBefore(node: DocumentNode, { look: { size }, inItem }: Place): number {
  if (inItem && /List$/.test(node.type)) return size * 0.3;
  if (node.type === "heading") return size * (node.attrs?.level === 2 ? 1.9 : 1.4);
  return node.type === "paragraph" ? size * 0.72 : size;
}

function slabsOfBlock(node: DocumentNode, place: Place, blocks: Blocks): Slab[] {
  const { paper } = blocks;
  switch (node.type) {
    case "paragraph":
      return paragraphSlabs(piecesOf(node.content ?? [], place.look, blocks), place, blocks, "P");
    case "heading":
      return headingSlabs(node, place, blocks);
    case "blockquote":
      return quoteSlabs(node, place, blocks);
    case "bulletList":
    case "orderedList":
      return listSlabs(node, place, blocks);
    case "codeBlock":
      return codeSlabs(node, place, blocks);
    case "horizontalRule":
      return [ruleSlab(place, paper)];
    case "image":
      return pictureSlabs(node, place, blocks);
    case "table":
      return tableSlabs(node, place, blocks);
    default:
      // What the schema may come to hold some day is read at least.
      return slabsOfBlocks(node.content ?? [], place, blocks);
  }
}

/** A paragraph's lines; `tag` is what it is in the outline. */
export function paragraphSlabs(
  pieces: Piece[],
  place: Place,
  { paper }: Pick<Blocks, "paper">,
  tag: string,
): Slab[] {
  const element = paper.element(tag, place.parent);
  return slabsOf(linesOf(pieces, place.width, paper), element, leadingOf(place.look), paper);
}

const headingSizes: Record<number, number> = { 2: 1.36, 3: 1.14, 4: 1 };

function headingSlabs(node: DocumentNode, place: Place, blocks: Blocks): Slab[] {
  const level = Number(node.attrs?.level);
  const face = level === 4 ? "italic" : "bold";
  const look: Look = { face, size: place.look.size * (headingSizes[level] ?? 1) };
  const pieces = piecesOf(node.content ?? [], look, blocks);
  const slabs = paragraphSlabs(pieces, { ...place, look }, blocks, `H${level}`);
  return slabs.map((slab) => ({ ...slab, height: look.size * 1.3, tied: true }));
}

/** Moves slabs to the right. */
export const shifted = (slabs: Slab[], by: number): Slab[] =>
  slabs.map((slab) => ({ ...slab, draw: (x, y) => slab.draw(x + by, y) }));

function quoteSlabs(node: DocumentNode, place: Place, blocks: Blocks): Slab[] {
  const indent = place.look.size * 1.5;
  const parent = blocks.paper.element("BlockQuote", place.parent);
  const look: Look = { ...place.look, face: place.look.face === "text" ? "italic" : place.look.face };
  const inner = slabsOfBlocks(node.content ?? [], { width: place.width - indent, look, parent }, blocks);
  return shifted(inner, indent).map((slab) => ({
    ...slab,
    draw: (x, y) => {
      blocks.paper.decorate(() => blocks.paper.pdf.rect(x, y, 1.5, slab.height + 0.2).fill(ink.rule));
      slab.draw(x, y);
    },
  }));
}

function listSlabs(node: DocumentNode, place: Place, blocks: Blocks): Slab[] {
  const { paper } = blocks;
  const list = paper.element("L", place.parent);
  const ordered = node.type === "orderedList";
  const start = Number(node.attrs?.start ?? 1);
  const items = node.content ?? [];
  const labels = items.map((_, index) => (ordered ? `${start + index}.` : "•"));
  const { size } = place.look;
  const widest = Math.max(...labels.map((label) => paper.faces.width(label, "text", size)));
  const indent = Math.max(size * 1.6, widest + size * 0.6);
  const loose = items.some(
    ({ content = [] }) => content.filter(({ type }) => type === "paragraph").length > 1,
  );
  return items.flatMap((item, index) => {
    const slabs = itemSlabs(item, labels[index] ?? "", indent, { ...place, parent: list }, blocks);
    return index === 0 ? slabs : [space(size * (loose ? 0.6 : 0.3)), ...slabs];
  });
}

function itemSlabs(item: DocumentNode, label: string, indent: number, place: Place, blocks: Blocks): Slab[] {
  const { paper } = blocks;
  const element = paper.element("LI", place.parent);
  const mark = paper.element("Lbl", element);
  const parent = paper.element("LBody", element);
  const { look, width } = place;
  const inner = slabsOfBlocks(
    item.content ?? [],
    { look, width: width - indent, parent, inItem: true },
    blocks,
  );
  return shifted(inner, indent).map((slab, index) => {
    if (index > 0) return slab;
    const draw = (x: number, y: number) => {
      paper.mark(mark);
      const wide = paper.faces.width(label, "text", look.size);
      const style = { face: "text", size: look.size, color: ink.quiet } as const;
      paper.write(label, x + indent - look.size * 0.6 - wide, y + leadingOf(look) * 0.74, style);
      slab.draw(x, y);
    };
    return { ...slab, draw };
  });
}

function codeSlabs(node: DocumentNode, place: Place, blocks: Blocks): Slab[] {
  const { paper } = blocks;
  const look: Look = { face: "sans", size: place.look.size * 0.88 };
  const text = (node.content ?? []).map((inner) => inner.text ?? "").join("");
  // Spaces at a line's beginning mean something in code.
  const kept = text.replace(/\t/g, "    ").replace(/^ +/gm, (spaces) => "\u00a0".repeat(spaces.length));
  const clean = kept.replace(/[^\P{Cc}\n]/gu, " ");
  const element = paper.element("Code", paper.element("P", place.parent));
  const lines = linesOf([{ ...look, text: clean }], place.width - 12, paper);
  const slabs = slabsOf(lines, element, leadingOf(look), paper);
  return shifted(slabs, 12).map((slab) => ({
    ...slab,
    draw: (x, y) => {
      paper.decorate(() => paper.pdf.rect(x, y, 1.5, slab.height + 0.2).fill(ink.rule));
      slab.draw(x, y);
    },
  }));
}

const ruleSlab = ({ width }: Place, paper: Paper): Slab => ({
  height: 12,
  draw: (x, y) =>
    paper.decorate(() => {
      const middle = x + width / 2;
      paper.pdf.lineWidth(0.7).strokeColor(ink.quiet);
      paper.pdf
        .moveTo(middle - 30, y + 6)
        .lineTo(middle + 30, y + 6)
        .stroke();
    }),
});

/** A picture at 144 dots an inch, no wider than its column and no higher than half a sheet; without a file its description. */
function pictureSlabs(node: DocumentNode, place: Place, blocks: Blocks): Slab[] {
  const { paper, pictures } = blocks;
  const alt = String(node.attrs?.alt);
  const picture = pictures.get(String(node.attrs?.src));
  if (!picture) {
    const look: Look = { ...place.look, face: "italic", color: ink.quiet };
    return paragraphSlabs([{ ...look, text: alt }], { ...place, look }, blocks, "P");
  }
  const scale = Math.min(0.5, place.width / picture.width, 380 / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  const element = paper.element("Figure", place.parent, { alt, placement: "Block" });
  const draw = (x: number, y: number) => {
    paper.mark(element);
    paper.pdf.image(Buffer.from(picture.bytes), x, y, { width, height });
    paper.mark(null);
  };
  return [{ height: height + 4, draw }];
}

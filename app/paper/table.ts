import type { DocumentNode } from "#app/letters/document.ts";
import { plainText } from "#app/letters/document.ts";
import { type Blocks, leadingOf, type Place, slabsOfBlocks } from "./blocks.ts";
import type { Look } from "./inline.ts";
import { type Element, ink, type Slab } from "./paper.ts";

const padding = 5;

type Cell = { node: DocumentNode; column: number; span: number };

/** Where the cells of each row stand, with room left below those that span rows. */
function gridOf(table: DocumentNode): { rows: Cell[][]; columns: number } {
  const taken: number[] = [];
  let columns = 1;
  const rows = (table.content ?? []).map((row) => {
    let column = 0;
    const cells = (row.content ?? []).map((node) => {
      while ((taken[column] ?? 0) > 0) column++;
      const span = Number(node.attrs?.colspan ?? 1);
      const cell = { node, column, span };
      for (let each = 0; each < span; each++) taken[column + each] = Number(node.attrs?.rowspan ?? 1);
      column += span;
      return cell;
    });
    for (let each = 0; each < taken.length; each++) taken[each] = Math.max(0, (taken[each] ?? 0) - 1);
    columns = Math.max(columns, taken.length);
    return cells;
  });
  return { rows, columns };
}

/** Columns share the width by how much their cells say, none getting less than half of an equal share. */
function widthsOf(rows: Cell[][], columns: number, width: number): number[] {
  const says = Array.from({ length: columns }, (_, column) =>
    Math.max(
      6,
      ...rows.flatMap((row) =>
        row
          .filter((cell) => cell.column === column && cell.span === 1)
          .map(({ node }) => Math.min(120, plainText(node).length)),
      ),
    ),
  );
  const weights = says.map((length) => Math.sqrt(length));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const least = width / columns / 2;
  const shares = weights.map((weight) => Math.max(least, (weight / all) * width));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => (share / sum) * width);
}

/** The rows of a table; a row that is higher than a sheet goes on over the next one, cell by cell. */
export function tableSlabs(node: DocumentNode, place: Place, blocks: Blocks): Slab[] {
  const element = blocks.paper.element("Table", place.parent);
  const { rows, columns } = gridOf(node);
  const widths = widthsOf(rows, columns, place.width);
  const size = place.look.size * (columns > 4 ? 0.78 : 0.88);
  return rows.flatMap((row, index) =>
    rowSlabs(row, widths, blocks.paper.element("TR", element), size, blocks, index === 0),
  );
}

function rowSlabs(
  row: Cell[],
  widths: number[],
  parent: Element,
  size: number,
  blocks: Blocks,
  isFirst: boolean,
): Slab[] {
  const { paper } = blocks;
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const cells = row.map(({ node, column, span }) => {
    const left = widths.slice(0, column).reduce((sum, width) => sum + width, 0);
    const width = widths.slice(column, column + span).reduce((sum, each) => sum + each, 0);
    const isHead = node.type === "tableHeader";
    const look: Look = { face: isHead ? "bold" : "text", size };
    const element = cellElement(node, parent, isFirst, blocks);
    const inner = { width: Math.max(20, width - padding * 2), look, parent: element };
    return { left: left + padding, slabs: slabsOfBlocks(node.content ?? [], inner, blocks) };
  });
  const line = leadingOf({ face: "text", size });
  // Cells are cut where the first of them would be higher than 300 points, so that every slab fits on a sheet.
  const slabs: Slab[] = [];
  const rest = cells.map(({ slabs: all }) => [...all]);
  do {
    const parts = rest.map((all) => takeUpTo(all, 300));
    const height =
      Math.max(line, ...parts.map(heightOf)) + (rest.some((all) => all.length > 0) ? 0 : padding);
    const isTop = slabs.length === 0;
    const isEnd = rest.every((all) => all.length === 0);
    slabs.push({
      height: height + (isTop ? padding : 0),
      draw: (x, y) => {
        paper.decorate(() =>
          rules(paper.pdf, x, y, whole, height + (isTop ? padding : 0), isTop && isFirst, isEnd),
        );
        for (const [index, part] of parts.entries()) {
          let at = y + (isTop ? padding : 0);
          for (const slab of part) {
            slab.draw(x + (cells[index]?.left ?? 0), at);
            at += slab.height;
          }
        }
      },
    });
  } while (rest.some((all) => all.length > 0));
  return slabs;
}

const heightOf = (slabs: Slab[]) => slabs.reduce((sum, slab) => sum + slab.height, 0);

function takeUpTo(slabs: Slab[], height: number): Slab[] {
  const taken: Slab[] = [];
  for (let used = 0; slabs.length > 0;) {
    const [next] = slabs as [Slab];
    if (taken.length > 0 && used + next.height > height) break;
    used += next.height;
    taken.push(next);
    slabs.shift();
  }
  return taken;
}

function rules(
  pdf: PDFKit.PDFDocument,
  x: number,
  y: number,
  width: number,
  height: number,
  top: boolean,
  end: boolean,
) {
  pdf.lineWidth(0.6).strokeColor(ink.quiet);
  if (top)
    pdf
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke();
  if (!end) return;
  pdf.strokeColor(ink.rule);
  pdf
    .moveTo(x, y + height)
    .lineTo(x + width, y + height)
    .stroke();
}

function cellElement(node: DocumentNode, parent: Element, isFirstRow: boolean, { paper }: Blocks): Element {
  const isHead = node.type === "tableHeader";
  const scope = isHead ? { scope: isFirstRow ? ("Column" as const) : ("Row" as const) } : {};
  const element = paper.element(isHead ? "TH" : "TD", parent, scope);
  const [columns, rows] = [Number(node.attrs?.colspan ?? 1), Number(node.attrs?.rowspan ?? 1)];
  if (columns > 1 || rows > 1) {
    const { data } = (element as unknown as { dictionary: { data: { A?: object } } }).dictionary;
    data.A = { O: "Table", ...data.A, ColSpan: columns, RowSpan: rows };
  }
  return element;
}

import type { DocumentNode } from "#app/letters/document.ts";
import type { HtmlBlocks, Where } from "./html-blocks.ts";
import { attribute, type HtmlElement, isElement } from "./html-tree.ts";

/** A table's rows and cells, its caption before it. One in a table that is too deep gives its cells, one after the other. */
export function tableOf(
  element: HtmlElement,
  where: Where,
  deepest: number,
  reader: HtmlBlocks,
): DocumentNode[] {
  const inner: Where = { ...where, level: where.level + 3, depth: where.depth + 3 };
  const before = children(element, /^caption$/).flatMap((caption) => reader.within(caption, where));
  const rows = rowsOf(element).flatMap((row): DocumentNode[] => {
    const cells = children(row, /^t[dh]$/).map((cell): DocumentNode => {
      const content = reader.within(cell, inner);
      return {
        type: cell.tagName === "th" ? "tableHeader" : "tableCell",
        attrs: { colspan: span(cell, "colspan", 100), rowspan: span(cell, "rowspan", 1000), colwidth: null },
        content: content.length > 0 ? content : [{ type: "paragraph" }],
      };
    });
    return cells.length > 0 ? [{ type: "tableRow", content: cells }] : [];
  });
  if (rows.length === 0) return before;
  if (where.level + 3 <= deepest) return [...before, { type: "table", content: rows }];
  reader.reading.losses.add("deep", "<table>");
  const cells = rows.flatMap(({ content = [] }) => content.flatMap((cell) => cell.content ?? []));
  return [...before, ...cells.filter(({ type, content }) => type !== "paragraph" || content)];
}

const children = (element: HtmlElement, tags: RegExp) =>
  element.childNodes.filter(isElement).filter(({ tagName }) => tags.test(tagName));

/** Its own rows, not those of tables in it. */
const rowsOf = (table: HtmlElement): HtmlElement[] =>
  children(table, /^(?:thead|tbody|tfoot|tr)$/).flatMap((part) =>
    part.tagName === "tr" ? [part] : children(part, /^tr$/),
  );

function span(cell: HtmlElement, name: "colspan" | "rowspan", most: number): number {
  const value = Number(attribute(cell, name) ?? 1);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, most) : 1;
}

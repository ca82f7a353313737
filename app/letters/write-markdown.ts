import { MarkdownSerializer, type MarkdownSerializerState } from "prosemirror-markdown";
import type { Node } from "@tiptap/pm/model";
import { type Citation, citationSource } from "#app/doctrine/citation.ts";
import { type DocumentNode, documentSchema } from "./document.ts";

/** How many backticks stand together in a text, at the most. */
function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}

/** A fence longer than any run of backticks inside. */
const fenceFor = (text: string) => "`".repeat(Math.max(3, longestRun(text) + 1));

const columnsOf = (row: Node) => row.children.reduce((sum, cell) => sum + (cell.attrs.colspan as number), 0);

function writeRow(state: MarkdownSerializerState, row: Node, columns: number): void {
  const cells: string[] = [];
  row.forEach((cell) => {
    const lines = writer.serialize(cell).split("\n");
    // A break within a cell is a space: a row has one line.
    const words = lines
      .map((line, at) => (at < lines.length - 1 ? line.replace(/\\$/, "") : line).trim())
      .filter(Boolean)
      .join(" ")
      .replaceAll("|", "\\|");
    cells.push(words, ...Array<string>((cell.attrs.colspan as number) - 1).fill(""));
  });
  while (cells.length < columns) cells.push("");
  state.write(`| ${cells.join(" | ")} |`);
  state.ensureNewLine();
}

/** Whether the block before is a list of the same kind that needs another sign to stay apart from this one. */
function followsItsLike(node: Node, parent: Node, index: number): boolean {
  const before = index > 0 ? parent.child(index - 1) : null;
  return before?.type === node.type && !followsItsLike(before, parent, index - 1);
}

const hasWordsAfter = (parent: Node, index: number) =>
  parent.children
    .slice(index + 1)
    .some((inner) => inner.type.name !== "hardBreak" && (!inner.isText || inner.text?.trim() !== ""));

/** A note's text as it must stand between `^[` and `]`. */
function noteSource(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  let open = 0;
  const balanced =
    [...line].every((sign) => (open += sign === "[" ? 1 : sign === "]" ? -1 : 0) >= 0) && open === 0;
  return line.replace(balanced ? /[\\`]/g : /[\\`[\]]/g, "\\$&");
}

/** What the reader takes for Markdown and the writing library leaves as it is. */
const signsOfTheReader = new RegExp(
  [
    // A footnote, when a link or a note follows.
    /\^$/,
    // An entity, an address in angle brackets.
    /&(?=#?\w+;)/,
    /<(?=[a-z][\w+.-]*:|[^\s<>]+@)/,
    // The closing signs of a heading, a list's "1)" and the "2." or "+" of an item without words, a heading's line.
    /(?<=\s)#(?=#*\s*$)/,
    /(?<=^\s*\d{1,9})(?:\)(?=\s|$)|\.$)/,
    /^\+(?=\s*$)/,
    /^=+(?=\s*$)/,
    // What comes after the first of several underscores. Of more than a hundred nobody could make anything else.
    /(?<=\\_{1,100})_/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gi",
);

const writer = new MarkdownSerializer(
  {
    doc: (state, node) => state.renderContent(node),
    text: (state, node, parent, index) => {
      const opensLine = index === 0 || parent.child(index - 1).type.name === "hardBreak";
      const words = (node.text ?? "").replace(/[\r\n]+/g, " ");
      // Spaces at a line's beginning are nothing in Markdown, or code; signs there can begin a list or a heading.
      if (opensLine) state.text(state.esc(words.replace(/^[ \t]+/, ""), true), false);
      else state.text(words);
    },
    paragraph: (state, node) => {
      state.renderInline(node);
      state.closeBlock(node);
    },
    heading: (state, node) => {
      state.write(`${"#".repeat(node.attrs.level as number)} `);
      state.renderInline(node, false);
      state.closeBlock(node);
    },
    blockquote: (state, node) => state.wrapBlock("> ", null, node, () => state.renderContent(node)),
    bulletList: (state, node, parent, index) => {
      const bullet = followsItsLike(node, parent, index) ? "- " : "* ";
      state.renderList(node, "  ", () => bullet);
    },
    orderedList: (state, node, parent, index) => {
      const start = node.attrs.start as number;
      const width = String(start + node.childCount - 1).length + 2;
      const dot = followsItsLike(node, parent, index) ? ")" : ".";
      // Only a list that begins with 1 may follow a paragraph without an empty line.
      if (start !== 1) state.write();
      state.renderList(node, " ".repeat(width), (item) => `${start + item}${dot} `.padEnd(width));
    },
    listItem: (state, node) => state.renderContent(node),
    codeBlock: (state, node) => {
      const fence = fenceFor(node.textContent);
      state.write(`${fence}${(node.attrs.language as string | null) ?? ""}\n`);
      state.text(node.textContent, false);
      // On its own, so that inside a list or a quote the closing fence is set in like the rest.
      state.write("\n");
      state.write(fence);
      state.closeBlock(node);
    },
    horizontalRule: (state, node) => {
      state.write("---");
      state.closeBlock(node);
    },
    hardBreak: (state, _node, parent, index) => {
      // A break at the end of its block is no break in Markdown, and a heading has one line.
      if (!hasWordsAfter(parent, index)) state.text("", false);
      else state.write(parent.type.name === "heading" ? " " : "\\\n");
    },
    image: (state, node) => {
      state.write(`![${state.esc(String(node.attrs.alt))}](${String(node.attrs.src)})`);
      state.closeBlock(node);
    },
    footnote: (state, node) => state.write(`^[${noteSource(String(node.attrs.text))}]`),
    citation: (state, node) => {
      const citation = node.attrs as Citation;
      state.text(`[${state.esc(citation.label)}](${citationSource(citation)})`, false);
    },
    table: (state, node) => {
      // What stands beyond the first row's cells would be dropped by whoever reads the table.
      const columns = Math.max(...node.children.map(columnsOf));
      node.forEach((row, _offset, index) => {
        writeRow(state, row, columns);
        if (index > 0) return;
        state.write(`|${" --- |".repeat(columns)}`);
        state.ensureNewLine();
      });
      state.closeBlock(node);
    },
    tableRow: (state, node) => state.renderContent(node),
    tableHeader: (state, node) => state.renderContent(node),
    tableCell: (state, node) => state.renderContent(node),
  },
  {
    italic: { open: "*", close: "*", mixable: true, expelEnclosingWhitespace: true },
    bold: { open: "**", close: "**", mixable: true, expelEnclosingWhitespace: true },
    strike: { open: "~~", close: "~~", mixable: true, expelEnclosingWhitespace: true },
    link: {
      open: "[",
      close: (_state, mark) => `](${String(mark.attrs.href).replace(/[()\\]/g, "\\$&")})`,
      mixable: true,
    },
    code: {
      open: (_state, _mark, parent, index) => codeFence(parent.child(index)).join(""),
      close: (_state, _mark, parent, index) =>
        codeFence(parent.child(index - 1))
          .reverse()
          .join(""),
      escape: false,
    },
  },
  { escapeExtraCharacters: signsOfTheReader },
);

/** The backticks around code, and the space that keeps backticks or spaces at its ends apart from them. */
function codeFence(node: Node): [fence: string, space: string] {
  const text = node.text ?? "";
  const spaced = text.startsWith(" ") && text.endsWith(" ") && text.trim() !== "";
  const apart = text.startsWith("`") || text.endsWith("`") || spaced;
  return ["`".repeat(longestRun(text) + 1), apart ? " " : ""];
}

/** Writes a letter's document as Markdown, for the textarea that stands in for the editor without JavaScript. */
export function documentToMarkdown(document: DocumentNode): string {
  return writer.serialize(documentSchema.nodeFromJSON(document), { tightLists: true });
}

import { type Citation, placeOf } from "#app/doctrine/citation.ts";
import type { DocumentNode } from "./document.ts";

export type BlockKind =
  "paragraph" | "heading" | "item" | "quote" | "code" | "row" | "image" | "note" | "rule" | "citation";

/** Kinds that are told by name, because their words alone do not show them. */
export const namedKinds = ["note", "image", "row", "rule", "citation"] as const;

/** A passage of a letter as one reads it, without its form. */
export type Block = {
  kind: BlockKind;
  /** Its words; of a picture its description, of a table's row its cells. */
  text: string;
  /** The address of a picture. */
  picture: string;
  /** Everything else that the hash covers: where it stands, emphasis, links. Two blocks of one form are the same. */
  form: string;
};

/** The passages of a document in the order of reading; a footnote and what a citation leads to stand after the passage that has them. */
export function blocksOf(document: DocumentNode): Block[] {
  const blocks: Block[] = [];
  read(document, [], blocks);
  return blocks;
}

const kindIn = (path: string[]): BlockKind =>
  path.some((place) => place.startsWith("blockquote"))
    ? "quote"
    : path.some((place) => place.startsWith("listItem"))
      ? "item"
      : "paragraph";

function read(node: DocumentNode, path: string[], into: Block[]): void {
  const place = `${node.type}${node.attrs ? JSON.stringify(node.attrs) : ""}`;
  const write = (kind: BlockKind, text: string, picture = "") => {
    const form = JSON.stringify([path, withoutNotes(node)]);
    into.push({ kind, text, picture, form }, ...notesIn(node));
  };
  switch (node.type) {
    case "paragraph":
      return write(kindIn(path), lineOf(node));
    case "heading":
      return write("heading", lineOf(node));
    case "codeBlock":
      return write("code", lineOf(node));
    case "tableRow":
      return write("row", (node.content ?? []).map(lineOf).join(" | "));
    case "image":
      return write("image", wordsAt(node, "alt"), wordsAt(node, "src"));
    case "horizontalRule":
      return write("rule", "⁂");
    default:
      for (const [index, inner] of (node.content ?? []).entries())
        // An item's second paragraph is told from a new item's first.
        read(inner, [...path, node.type === "listItem" ? `${place}${index}` : place], into);
  }
}

function wordsAt(node: DocumentNode, name: "alt" | "src" | "text" | "label"): string {
  const value = node.attrs?.[name];
  return typeof value === "string" ? value : "";
}

/** The words of a node in one line; a cell's blocks are set apart by a space. */
function lineOf(node: DocumentNode): string {
  if (node.text !== undefined) return node.text;
  if (node.type === "hardBreak") return "\n";
  if (node.type === "image") return wordsAt(node, "alt");
  if (node.type === "citation") return wordsAt(node, "label");
  const inner = (node.content ?? []).map(lineOf);
  return inner.join(/^(table|list|bullet|ordered|blockquote)/.test(node.type) ? " " : "").trim();
}

/** What stands outside of a passage and is told by a mark in it: the text of a note, the place of a citation. */
function notesIn(node: DocumentNode): Block[] {
  if (node.type === "citation") {
    const text = `${wordsAt(node, "label")}: ${placeOf(node.attrs as Citation)}`;
    return [{ kind: "citation", text, picture: "", form: "" }];
  }
  if (node.type === "footnote") return [{ kind: "note", text: wordsAt(node, "text"), picture: "", form: "" }];
  return (node.content ?? []).flatMap(notesIn);
}

/** A node with its footnotes' and citations' marks, whose words are passages of their own. */
function withoutNotes(node: DocumentNode): DocumentNode {
  if (node.type === "footnote" || node.type === "citation") return { type: node.type };
  return node.content ? { ...node, content: node.content.map(withoutNotes) } : node;
}

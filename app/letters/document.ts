import { getSchema } from "@tiptap/core";
import type { Node, Schema } from "@tiptap/pm/model";
import { isCitation } from "#app/doctrine/citation.ts";
import { documentExtensions, headingLevels } from "./document-extensions.ts";

/** A letter's text as ProseMirror JSON. */
export type DocumentNode = {
  type: string;
  attrs?: Record<string, unknown>;
  content?: DocumentNode[];
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  text?: string;
};

export const documentSchema: Schema = getSchema(documentExtensions);

/** The longest letter, as characters of its JSON: about 200 printed pages. */
export const longestDocument = 600_000;
/** Each one is looked up, stored and shown with what it quotes. */
export const mostCitations = 300;
/** Lists in quotes in tables and so on; a person gets to six. */
const deepestNesting = 24;

export const emptyDocument: DocumentNode = { type: "doc", content: [{ type: "paragraph" }] };

export type DocumentFault =
  | "unknown-node"
  | "too-long"
  | "too-deep"
  | "bad-link"
  | "bad-image"
  | "image-without-description"
  | "bad-citation"
  | "too-many-citations";

/**
 * Checks a document that comes from outside and brings it to its one form: attributes in full, unknown ones
 * dropped, adjacent texts joined.
 * @param value parsed JSON, of any shape
 */
export function parseDocument(
  value: unknown,
): { ok: true; document: DocumentNode } | { ok: false; fault: DocumentFault } {
  if (nesting(value) > deepestNesting * 2) return { ok: false, fault: "too-deep" };
  const size = JSON.stringify(value)?.length ?? 0;
  if (size > longestDocument) return { ok: false, fault: "too-long" };
  let root: Node;
  try {
    root = documentSchema.nodeFromJSON(value);
    root.check();
  } catch {
    // The schema's message is for developers; to the writer all of them mean: this is no letter.
    return { ok: false, fault: "unknown-node" };
  }
  if (root.type.name !== "doc") return { ok: false, fault: "unknown-node" };
  let fault: DocumentFault | undefined;
  let citations = 0;
  root.descendants((node) => {
    fault ??= faultOf(node);
    if (node.type.name === "citation" && ++citations > mostCitations) fault ??= "too-many-citations";
    return fault === undefined;
  });
  if (fault) return { ok: false, fault };
  return {
    ok: true,
    document: withPlainCitations(JSON.parse(JSON.stringify(root.toJSON())) as DocumentNode),
  };
}

/** A citation is a link of its own: it stands in no other and in no code. */
function withPlainCitations(node: DocumentNode): DocumentNode {
  const { marks, ...rest } = node;
  const kept = node.type === "citation" ? marks?.filter(({ type }) => !/^(link|code)$/.test(type)) : marks;
  return {
    ...rest,
    ...(node.content ? { content: node.content.map(withPlainCitations) } : {}),
    ...(kept && kept.length > 0 ? { marks: kept } : {}),
  };
}

/** Depth of arrays and objects, read with a stack of our own: a hostile depth must not overflow the engine's. */
function nesting(value: unknown): number {
  let deepest = 0;
  const open: [unknown, number][] = [[value, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [item, depth] = next;
    deepest = Math.max(deepest, depth);
    if (depth > 200 || typeof item !== "object" || item === null) continue;
    for (const inner of Object.values(item)) open.push([inner, depth + 1]);
  }
  return deepest;
}

function faultOf(node: Node): DocumentFault | undefined {
  // Half of a surrogate pair has no UTF-8 and NUL no place in PostgreSQL: neither could be stored or hashed.
  if (node.isText && !isStorable(node.text ?? "")) return "unknown-node";
  for (const mark of node.marks)
    if (mark.type.name === "link" && !isSafeLink(mark.attrs.href)) return "bad-link";
  if (node.type.name === "heading" && !headingLevels.includes(node.attrs.level as 2)) return "unknown-node";
  if (
    node.type.name === "footnote" &&
    (typeof node.attrs.text !== "string" || !isStorable(node.attrs.text) || node.attrs.text.length > 2000)
  )
    return "unknown-node";
  if (node.type.name === "citation" && !isCitation(node.attrs)) return "bad-citation";
  if (
    node.type.name === "codeBlock" &&
    node.attrs.language !== null &&
    !matches(node.attrs.language, /^[\w+#.-]{1,40}$/)
  )
    return "unknown-node";
  if (node.type.name === "orderedList" && !isCount(node.attrs.start, 0, 1_000_000)) return "unknown-node";
  if (node.type.name === "orderedList" && node.attrs.type !== null && !matches(node.attrs.type, /^[1aAiI]$/))
    return "unknown-node";
  if (
    /^table(Cell|Header)$/.test(node.type.name) &&
    !(
      isCount(node.attrs.colspan, 1, 100) &&
      isCount(node.attrs.rowspan, 1, 1000) &&
      node.attrs.colwidth === null
    )
  )
    return "unknown-node";
  if (node.type.name === "image") {
    if (!isOwnImage(node.attrs.src)) return "bad-image";
    if (typeof node.attrs.alt !== "string" || !isStorable(node.attrs.alt)) return "bad-image";
    if (node.attrs.alt.trim() === "") return "image-without-description";
  }
  return undefined;
}

const isStorable = (text: string) => text.isWellFormed() && !text.includes("\0");
const matches = (value: unknown, form: RegExp) => typeof value === "string" && form.test(value);
const isCount = (value: unknown, from: number, to: number) =>
  Number.isInteger(value) && (value as number) >= from && (value as number) <= to;

/** Links lead to the web or to a mailbox; anything else could run as script. */
export function isSafeLink(href: unknown): href is string {
  return (
    typeof href === "string" &&
    href.length <= 2000 &&
    isStorable(href) &&
    /^(https?:\/\/|mailto:)[^\s]+$/i.test(href)
  );
}

/** Pictures are our own copies: a signed text must not show something else tomorrow. */
export function isOwnImage(source: unknown): source is string {
  return typeof source === "string" && /^\/images\/[0-9a-f]{64}$/.test(source);
}

/** The text of a document without its form; blocks are separated by line ends. */
export function plainText(document: DocumentNode): string {
  const lines: string[] = [];
  const read = (node: DocumentNode, into: string[]) => {
    if (node.text !== undefined) into.push(node.text);
    if (node.type === "hardBreak") into.push("\n");
    if (node.type === "citation") into.push(String(node.attrs?.label));
    for (const inner of node.content ?? []) read(inner, into);
    if (/^(paragraph|heading|codeBlock|tableRow)$/.test(node.type)) into.push("\n");
  };
  read(document, lines);
  return lines.join("").trim();
}

/** Words as a writer counts them: what stands between white space and holds a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** The SHA-256 values of the pictures in a document. */
export function imagesIn(document: DocumentNode): string[] {
  const own =
    document.type === "image" && isOwnImage(document.attrs?.src)
      ? [document.attrs.src.slice("/images/".length)]
      : [];
  return [...own, ...(document.content ?? []).flatMap(imagesIn)];
}

import { extname } from "node:path";
import { Unreadable } from "#app/doctrine/parsed-provision.ts";
import { docxAsHtml } from "#app/doctrine/read-docx.server.ts";
import { mostCitations, type DocumentNode, longestDocument, plainText } from "#app/letters/document.ts";
import { isCitation } from "#app/doctrine/citation.ts";
import { decodeText } from "#app/signatures/decode-text.ts";
import { Losses } from "./loss.ts";
import { readHtmlLetter } from "./read-html-letter.ts";
import { readMarkdownLetter } from "./read-markdown-letter.ts";
import { tellOfWord } from "./word-losses.ts";
import { largestWritten, type ReadWritten } from "./written-file.ts";

type Format = "markdown" | "html" | "docx";

const formats: Record<string, Format> = {
  ...{ ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".docx": "docx" },
};

/**
 * Reads a letter that was written elsewhere. Its format is told by the extension of its name; a file that is another
 * thing than its name says is not read.
 * @param origin this Tribune's address: links to its provisions are citations
 */
export async function readWritten(name: string, bytes: Uint8Array, origin: string): Promise<ReadWritten> {
  try {
    if (bytes.byteLength > largestWritten) return { outcome: "unreadable", reason: "too-large" };
    const losses = new Losses();
    const read = await readAs(formats[extname(name).toLowerCase()], bytes, origin, losses);
    const document = withoutBadCitations(read.document, losses, { left: mostCitations });
    if (plainText(document) === "" && read.pictures.length === 0)
      return { outcome: "unreadable", reason: "empty" };
    if (JSON.stringify(document).length > longestDocument)
      return { outcome: "unreadable", reason: "too-long" };
    return { outcome: "read", letter: { ...read, document, losses: losses.list() } };
  } catch (fault) {
    if (fault instanceof RangeError && /call stack/i.test(fault.message))
      return { outcome: "unreadable", reason: "too-deep" };
    if (!(fault instanceof Unreadable)) throw fault;
    return { outcome: "unreadable", reason: fault.reason };
  }
}

async function readAs(format: Format | undefined, bytes: Uint8Array, origin: string, losses: Losses) {
  const begins = Buffer.from(bytes.subarray(0, 4)).toString("latin1");
  const isZip = begins === "PK\u0003\u0004";
  if (format === undefined) throw new Unreadable("wrong-format", "has a name of another kind");
  if (format === "docx") {
    if (!isZip) throw new Unreadable("wrong-format", "is called a Word document, but is none");
    tellOfWord(bytes, losses);
    return readHtmlLetter(await docxAsHtml(bytes, "all"), origin, losses);
  }
  if (isZip || ["%PDF", "{\\rt", "\u00d0\u00cf\u0011\u00e0"].includes(begins))
    throw new Unreadable("wrong-format", "is not what its name says");
  const text = decodeText(bytes);
  if (text === null) throw new Unreadable("not-text", "is no text");
  if (format === "html") {
    if (!/<[a-z!]/i.test(text))
      throw new Unreadable("wrong-format", "is called a page, but holds no element");
    return readHtmlLetter(text, origin, losses);
  }
  if (/^\s*(?:<!doctype html|<html[\s>])/i.test(text))
    throw new Unreadable("wrong-format", "is a page, not Markdown");
  return readMarkdownLetter(text, losses);
}

/** A citation that is none, or one too many, becomes its words. */
function withoutBadCitations(node: DocumentNode, losses: Losses, room: { left: number }): DocumentNode {
  if (node.type === "citation" && (!isCitation(node.attrs ?? {}) || --room.left < 0)) {
    const label = typeof node.attrs?.label === "string" ? node.attrs.label : "";
    losses.add("citations", label);
    const { attrs: _attrs, ...rest } = node;
    return { ...rest, type: "text", text: label || "…" };
  }
  return node.content
    ? { ...node, content: node.content.map((inner) => withoutBadCitations(inner, losses, room)) }
    : node;
}

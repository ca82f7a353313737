import { extname } from "node:path";
import { decodeText } from "#app/signatures/decode-text.ts";
import { type ParsedText, Unreadable } from "./parsed-provision.ts";
import { readAkomaNtoso } from "./read-akoma-ntoso.ts";
import { readDocx } from "./read-docx.server.ts";
import { readHtml } from "./read-html.ts";
import { readItems } from "./read-items.ts";
import { readMarkdown } from "./read-markdown.ts";
import { readJson, readYaml } from "./structured-file.ts";

/** The largest file, in bytes. */
export const largestFile = 10 * 1024 * 1024;

export type ReadFile =
  | { outcome: "read"; text: ParsedText }
  /** `line` is where the reader gave up, if it knows; `detail` is what it says, in English. */
  | { outcome: "unreadable"; reason: Unreadable["reason"]; detail: string; line: number | undefined };

type Format = "markdown" | "items" | "html" | "docx" | "xml";

const formats: Record<string, Format> = {
  ...{ ".md": "markdown", ".markdown": "markdown", ".txt": "markdown" },
  ...{ ".yaml": "items", ".yml": "items", ".json": "items" },
  ...{ ".html": "html", ".htm": "html", ".xhtml": "html" },
  ...{ ".docx": "docx", ".xml": "xml", ".akn": "xml" },
};

/**
 * Reads an official text from a file. Its format is told by the extension of its name and by how it begins; where
 * the two disagree nothing is read.
 */
export async function readTextFile(name: string, bytes: Uint8Array): Promise<ReadFile> {
  try {
    if (bytes.byteLength > largestFile) throw new Unreadable("too-large", "is larger than 10 MB");
    return { outcome: "read", text: await readAs(formats[extname(name).toLowerCase()], bytes) };
  } catch (fault) {
    // Whatever nests without end ends a reader that goes into it.
    const isDeep = fault instanceof RangeError && /call stack/i.test(fault.message);
    if (isDeep)
      return { outcome: "unreadable", reason: "too-deep", detail: "nests too deeply", line: undefined };
    if (!(fault instanceof Unreadable)) throw fault;
    return { outcome: "unreadable", reason: fault.reason, detail: fault.message, line: fault.line };
  }
}

async function readAs(named: Format | undefined, bytes: Uint8Array): Promise<ParsedText> {
  const isZip = startsWith(bytes, "PK\u0003\u0004");
  if (named === "docx" || (named === undefined && isZip)) {
    if (!isZip) throw new Unreadable("wrong-format", "is called a Word document, but is none");
    return readDocx(bytes);
  }
  for (const other of ["PK\u0003\u0004", "%PDF", "{\\rtf", "\u00d0\u00cf\u0011\u00e0"])
    if (startsWith(bytes, other)) throw new Unreadable("wrong-format", "is not what its name says");
  const text = decodeText(bytes);
  if (text === null) throw new Unreadable("not-text", "is no text");
  const begun = text.slice(0, 2000).trimStart();
  const looks = looksLike(begun);
  switch (named ?? looks ?? "markdown") {
    case "items":
      if (looks === "html" || looks === "xml") throw new Unreadable("wrong-format", "is a page, not a list");
      return readItems(begun.startsWith("[") || begun.startsWith("{") ? readJson(text) : readYaml(text));
    case "html":
      if (/<akomaNtoso[\s>]/.test(begun)) return readAkomaNtoso(text);
      if (!/<[a-z!]/i.test(text))
        throw new Unreadable("wrong-format", "is called a page, but holds no element");
      return readHtml(text);
    case "xml":
      if (looks === "html") return readHtml(text);
      if (looks !== "xml") throw new Unreadable("wrong-format", "is called XML, but is none");
      return readAkomaNtoso(text);
    default:
      if (looks === "html" || looks === "xml")
        throw new Unreadable("wrong-format", "is a page, not Markdown");
      return readMarkdown(text);
  }
}

function looksLike(begun: string): Format | undefined {
  if (
    /^<!doctype html|^<html[\s>]/i.test(begun) ||
    /^<\?xml[^>]*>\s*(?:<!doctype html|<html[\s>])/i.test(begun)
  )
    return "html";
  if (/^(?:<!--[^]*?-->\s*)?<(?:\?xml|!DOCTYPE|(?:\w+:)?akomaNtoso)/.test(begun)) return "xml";
  return /^[[{]\s*["{[\]}]/.test(begun) ? "items" : undefined;
}

function startsWith(bytes: Uint8Array, begin: string): boolean {
  return Array.from(begin).every((sign, at) => bytes[at] === sign.charCodeAt(0));
}

import { inThread } from "./run-worker.server.ts";
import { type ParsedText, Unreadable } from "./parsed-provision.ts";
import { readHtml } from "./read-html.ts";
import { weighZip } from "./weigh-zip.ts";

/**
 * Turns a Word document into HTML, in a thread of its own. Nothing but the file itself is read.
 * @param wanted "words": headings, paragraphs, lists and tables; "all": also pictures as `data:` addresses, and what is
 *   only a look (underlined, a quote's style)
 * @throws {Unreadable} when it is none, or too large when unpacked
 */
export async function docxAsHtml(bytes: Uint8Array, wanted: "words" | "all"): Promise<string> {
  if (!weighZip(bytes).includes("word/document.xml"))
    throw new Unreadable("wrong-format", "is a zip file, but no Word document");
  return String(await inThread("doctrine/docx-worker.ts", { bytes, wanted }, 320));
}

/** Reads an official text from a Word document. Lines are its paragraphs. */
export async function readDocx(bytes: Uint8Array): Promise<ParsedText> {
  return readHtml(await docxAsHtml(bytes, "words"), true);
}

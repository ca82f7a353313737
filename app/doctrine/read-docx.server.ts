import { inThread } from "./run-worker.server.ts";
import { type ParsedText, Unreadable } from "./parsed-provision.ts";
import { readHtml } from "./read-html.ts";
import { weighZip } from "./weigh-zip.ts";

/**
 * Reads an official text from a Word document: as HTML, which a thread of its own turns it into. Nothing but the file
 * itself is read. Lines are its paragraphs.
 */
export async function readDocx(bytes: Uint8Array): Promise<ParsedText> {
  if (!weighZip(bytes).includes("word/document.xml"))
    throw new Unreadable("wrong-format", "is a zip file, but no Word document");
  return readHtml(String(await inThread("docx-worker.ts", bytes, 320)), true);
}

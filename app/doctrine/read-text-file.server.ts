import { decodeText } from "#app/signatures/decode-text.ts";
import { type ParsedText, Unreadable } from "./parsed-provision.ts";
import { readMarkdown } from "./read-markdown.ts";

/** The largest file, in bytes. */
export const largestFile = 10 * 1024 * 1024;

export type ReadFile =
  | { outcome: "read"; text: ParsedText }
  /** `line` is where the reader gave up, if it knows; `detail` is what it says, in English. */
  | { outcome: "unreadable"; reason: Unreadable["reason"]; detail: string; line: number | undefined };

/**
 * Reads an official text from a file. Its format is told by the extension of its name and by how it begins; where
 * the two disagree nothing is read.
 */
export async function readTextFile(name: string, bytes: Uint8Array): Promise<ReadFile> {
  try {
    if (bytes.byteLength > largestFile) throw new Unreadable("too-large", "is larger than 10 MB");
    return { outcome: "read", text: await readAs(name, bytes) };
  } catch (fault) {
    if (!(fault instanceof Unreadable)) throw fault;
    return { outcome: "unreadable", reason: fault.reason, detail: fault.message, line: fault.line };
  }
}

function readAs(_name: string, bytes: Uint8Array): Promise<ParsedText> {
  const text = decodeText(bytes);
  if (text === null) throw new Unreadable("not-text", "is no text");
  return Promise.resolve(readMarkdown(text));
}

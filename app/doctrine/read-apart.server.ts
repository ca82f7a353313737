import { inThread } from "./run-worker.server.ts";
import { Unreadable } from "./parsed-provision.ts";
import type { ReadFile } from "./read-text-file.server.ts";

/**
 * Reads a file as `readTextFile` does, in a thread of its own: a large one takes seconds, in which the server answers
 * others.
 */
export async function readApart(name: string, bytes: Uint8Array): Promise<ReadFile> {
  try {
    return (await inThread("doctrine/reading-worker.ts", { name, bytes }, 400)) as ReadFile;
  } catch (fault) {
    if (!(fault instanceof Unreadable)) throw fault;
    return { outcome: "unreadable", reason: fault.reason, detail: fault.message, line: fault.line };
  }
}

import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/**
 * Asks for a password on the terminal without showing it.
 * @returns null when the question was left with Ctrl-C or Ctrl-D
 */
export async function askPassword(question: string): Promise<string | null> {
  process.stderr.write(question);
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silence, terminal: true });
  try {
    return await new Promise<string | null>((resolve, reject) => {
      terminal.once("SIGINT", () => resolve(null));
      terminal.once("close", () => resolve(null));
      terminal.question("").then(resolve, reject);
    });
  } finally {
    terminal.close();
    process.stderr.write("\n");
  }
}

/** The password on standard input, without the line end that `echo` puts after it. */
export async function readPassword(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks)
    .toString("utf8")
    .replace(/\r?\n$/, "");
}

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { readSignatories } from "#app/signatures/imported-signature.ts";
import { readSignatureFiles } from "#app/signatures/read-signature-files.ts";

/** Gives this test file a folder of its own, gone after its last test. @returns its path, once tests run */
export function useFolder(): () => string {
  let folder = "";
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "tribune-import-"))));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return () => folder;
}

export async function writeIn(folder: string, name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** Reads a path as the command does; throws when it is unreadable as a whole. */
export async function readAll(path: string) {
  const source = await readSignatureFiles(path);
  if (source.outcome === "unreadable") throw new Error(source.reason);
  const { signatures, refused, notes } = readSignatories(source.rows);
  return { signatures, refused: [...source.refused, ...refused], notes: [...source.notes, ...notes] };
}

export const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
};

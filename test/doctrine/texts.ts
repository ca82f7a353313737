import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readMarkdown } from "#app/doctrine/read-markdown.ts";
import type { ParsedText } from "#app/doctrine/parsed-provision.ts";
import { projectRoot } from "#db/migrate.ts";

const folder = join(projectRoot(), "..", "shared", "data", "doctrine");

/** The two states of the French code on relations with the public; tests that need them are skipped without them. */
export const codes = ["crpa-2023-05-14.md", "crpa-2026-04-03.md"].map((name) => join(folder, name));
export const noCodes = codes.every((path) => existsSync(path))
  ? false
  : `the real texts are not in ${folder}`;

export function readCode(which: 0 | 1): { file: string; text: ParsedText } {
  const file = readFileSync(codes[which] ?? "", "utf8");
  return { file, text: readMarkdown(file) };
}

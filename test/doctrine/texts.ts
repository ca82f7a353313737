import { describe } from "vitest";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readMarkdown } from "#app/doctrine/read-markdown.ts";
import type { ParsedText } from "#app/doctrine/parsed-provision.ts";
import { projectRoot } from "#db/migrate.ts";

const folder = join(projectRoot(), "..", "shared", "data", "doctrine");

const codes = ["crpa-2023-05-14.md", "crpa-2026-04-03.md"].map((name) => join(folder, name));
const there = codes.every((path) => existsSync(path));

/** Tests on the two states of the French code on relations with the public; skipped where these are not. */
export const describeCode = (title: string, tests: () => void) =>
  describe.skipIf(!there)(there ? title : `${title} — skipped: the real texts are not in ${folder}`, tests);

export function readCode(which: 0 | 1): { file: string; text: ParsedText } {
  const file = readFileSync(codes[which] ?? "", "utf8");
  return { file, text: readMarkdown(file) };
}

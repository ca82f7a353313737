import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { csvCell } from "#app/signatures/export-signatures.ts";
import { root } from "../program.ts";

const formulas = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(1)",
  "\t=1",
  "\r=1",
  "\n=1",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM(1)",
  "=cmd|' /C calc'!A0",
];
/**
 * All that a spreadsheet may take for a cell: by commas as it is meant; by semicolons, as in French, or tabs, where quotes
 * count at a cell's start alone and a line end within them begins a row.
 */
const cellsOf = (line: string) => [
  ...parse(line, { relax_column_count: true }).flat(),
  ...[";", "\t"].flatMap((sign) =>
    line.split(/[\r\n]+/).flatMap((row) => row.split(sign).flatMap((cell) => [cell, cell.replace(/^"/, "")])),
  ),
];

describe("no cell of what leaves as CSV is a formula, wherever a spreadsheet parts it", () => {
  test.each([
    ...formulas,
    ...formulas.map((formula) => `Ada;${formula}`),
    ...formulas.map((formula) => `Ada; ${formula}`),
    ...formulas.map((formula) => `Ada\t${formula}`),
    ...formulas.map((formula) => `Ada\n${formula}`),
    ...formulas.map((formula) => `Ada","${formula}`),
    ...formulas.map((formula) => `Ada";${formula}`),
  ])("%j", (typed) => {
    for (const line of [
      [typed, "x"],
      ["x", typed],
      ["x", typed, typed],
    ]) {
      const written = line.map(csvCell).join(",");
      for (const cell of cellsOf(written))
        expect(cell, JSON.stringify(written)).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
    }
  });

  test("and what is no formula stays as it was typed", () => {
    for (const typed of ["Ada; and others", "a = b", "1 - 2", "ada@example.org", "well-known"]) {
      const [[cell] = []] = parse(csvCell(typed));
      expect(cell).toBe(typed);
    }
  });
});

test("each table that leaves as CSV is written by that one writer", () => {
  const folder = join(root, "app/routes");
  for (const file of readdirSync(folder).filter((name) => name.includes("[.csv]"))) {
    const source = readFileSync(join(folder, file), "utf8");
    const writers = [...source.matchAll(/import \{[^}]*\} from "#app\/([\w/-]+)\.ts"/g)].map(
      ([, path = ""]) => readFileSync(join(root, "app", `${path}.ts`), "utf8"),
    );
    expect(
      [source, ...writers].some((text) => /\bcsvCell\b/.test(text)),
      file,
    ).toBe(true);
  }
});

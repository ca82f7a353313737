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
/** The cells of one line, as spreadsheets part them: by commas, in French by semicolons, by tabs; quotes count at a cell's start alone. */
const partings = [",", ";", "\t"].map((delimiter) => ({
  delimiter,
  relax_quotes: true,
  relax_column_count: true,
}));

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
      // Line by line as well: whoever does not see the quotes sees a new row.
      for (const parting of partings)
        for (const text of [written, ...written.split(/[\r\n]+/)])
          for (const cell of parse(text, {
            ...parting,
            quote: parting.delimiter === "," ? '"' : null,
            skip_empty_lines: true,
          }).flat())
            expect(cell, `${JSON.stringify(written)} by ${JSON.stringify(parting.delimiter)}`).not.toMatch(
              /^[\s]*[=+\-@＝＋－＠]/,
            );
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

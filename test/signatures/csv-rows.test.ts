import { describe, expect, test } from "vitest";
import { readCsv } from "#app/signatures/csv-rows.ts";

describe("the delimiter", () => {
  test.each([
    ["name;role\na, b;c", ["name", "role"], ["a, b", "c"]],
    ["name\trole\na;b\tc", ["name", "role"], ["a;b", "c"]],
    ["name|role\na|b", ["name", "role"], ["a", "b"]],
    ['"name, first";nom\na;b', ["name, first", "nom"], ["a", "b"]],
    ["sep=|\nname|role\na,b|c", ["name", "role"], ["a,b", "c"]],
    ["sep=;\r\nname;role\r\na;b", ["name", "role"], ["a", "b"]],
    ["name\na,b", ["name"], ["a", "b"]],
  ])("%j", (text, header, cells) => {
    const read = readCsv(text);
    expect(read.header).toEqual(header);
    expect(read.rows.map((row) => row.cells)).toEqual([cells]);
  });
});

describe("cells", () => {
  test("hold delimiters, line ends and doubled quotation marks within quotation marks", () => {
    const { rows, faults } = readCsv('name,role\n"a, b","line one\nline two"\n"say ""no""",""\n');
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      { line: 2, cells: ["a, b", "line one\nline two"] },
      { line: 4, cells: ['say "no"', ""] },
    ]);
  });

  test("keep a quotation mark in their midst", () => {
    expect(readCsv('name,role\nJoe "Jo" Doe,5" wide\n').rows[0]?.cells).toEqual(['Joe "Jo" Doe', '5" wide']);
  });

  test("that look like formulas are kept as typed: only what leaves Tribune is guarded", () => {
    const typed = ["=1+1", "+33 1", "-1", "@ada"];
    expect(readCsv(`name,a,b,c\n${typed.join(",")}\n`).rows[0]?.cells).toEqual(typed);
  });
});

describe("lines", () => {
  test.each(["\n", "\r\n", "\r"])("ending in %j are counted as an editor counts them", (end) => {
    const { header, rows } = readCsv(["", "name,role", "", "a,b", " , ", ",", "c,d"].join(end));
    expect(header).toEqual(["name", "role"]);
    expect(rows).toEqual([
      { line: 4, cells: ["a", "b"] },
      { line: 7, cells: ["c", "d"] },
    ]);
  });

  test("whose first one ends in delimiters have no nameless columns", () => {
    expect(readCsv("name,role,,\na,b,,\n").header).toEqual(["name", "role"]);
  });

  test("with more or fewer cells than columns are left for others to judge", () => {
    expect(readCsv("name,role\na\nb,c,d\n").rows.map(({ cells }) => cells.length)).toEqual([1, 3]);
  });

  test("with a mark that never closes are refused alone, wherever they stand", () => {
    const unclosed = "a quotation mark opens here and is not closed";
    const first = readCsv('name,role\n"a,b\nc,d\n"e,f\ng,h');
    expect(first.faults).toEqual([
      { line: 2, reason: unclosed },
      { line: 4, reason: unclosed },
    ]);
    expect(first.rows).toEqual([
      { line: 3, cells: ["c", "d"] },
      { line: 5, cells: ["g", "h"] },
    ]);
    const last = readCsv('name,role\na,b\n"c');
    expect(last.rows).toEqual([{ line: 2, cells: ["a", "b"] }]);
    expect(last.faults).toEqual([{ line: 3, reason: unclosed }]);
  });

  test.each(["", "\n\n", " \n\t\n"])("that hold nothing (%j) are no table", (text) => {
    expect(readCsv(text)).toEqual({ header: [], rows: [], faults: [] });
  });
});

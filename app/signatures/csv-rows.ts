import { CsvError, type Options, parse } from "csv-parse/sync";
import { fieldOfColumn } from "./signature-columns.ts";

export type CsvRow = { line: number; cells: string[] };
export type CsvFault = { line: number; reason: string };

const delimiters = [",", ";", "\t", "|"];
const unclosed = "a quotation mark opens here and is not closed";

const options: Options = { relax_quotes: true, relax_column_count: true, skip_empty_lines: true };

/** The delimiter with which the first line names the most columns Tribune knows, then the most columns. */
function detectDelimiter(header: string): string {
  const worth = (delimiter: string) => {
    const columns = parseLine(header, delimiter);
    return columns.filter((column) => fieldOfColumn(column) !== undefined).length * 1000 + columns.length;
  };
  return delimiters.reduce((best, delimiter) => (worth(delimiter) > worth(best) ? delimiter : best), ",");
}

function parseLine(line: string, delimiter: string): string[] {
  try {
    return parse(line, { ...options, delimiter })[0] ?? [];
  } catch {
    return line.split(delimiter);
  }
}

type Parsed = { record: string[]; raw: string; info: { lines: number } };

/**
 * Reads the records of CSV text. A quotation mark that never closes would swallow the lines after it: its line
 * alone is refused and reading goes on with the next one.
 * @returns the header's cells, the records with the line each begins on, and the lines that could not be read
 */
export function readCsv(text: string): { header: string[]; rows: CsvRow[]; faults: CsvFault[] } {
  // What Excel writes in front of everything to tell itself the delimiter.
  const told = /^sep=(.)[\r\n]/.exec(text);
  const lines = text.replace(/\r\n?/g, "\n").split(/(?<=\n)/);
  const start = told ? 1 : 0;
  const first = lines.slice(start).find((line) => line.trim() !== "") ?? "";
  const delimiter = told?.[1] ?? detectDelimiter(first);
  let rows: CsvRow[] = [];
  const faults: CsvFault[] = [];
  for (let at = start; at < lines.length;) {
    const piece = readPiece(lines.slice(at), delimiter, at);
    rows = rows.concat(piece.rows);
    if (piece.stray === null) break;
    faults.push({ line: piece.stray, reason: unclosed });
    at = piece.stray;
  }
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const header = filled.shift()?.cells ?? [];
  // A separator at the end of each line makes no column.
  while (header.at(-1)?.trim() === "") header.pop();
  return { header, rows: filled, faults };
}

/** Reads up to the first stray quotation mark; `stray` is its line, counted from 1 in the whole file. */
function readPiece(
  lines: string[],
  delimiter: string,
  before: number,
): { rows: CsvRow[]; stray: number | null } {
  const rows: CsvRow[] = [];
  let line = 0;
  const skipEmptyLines = () => {
    while (line < lines.length && lines[line]?.trim() === "") line++;
    return before + line + 1;
  };
  const take = ({ record, raw, info }: Parsed) => {
    const begins = skipEmptyLines();
    // The reader keeps a mark that does not close as text of its cell; one that is text is doubled in the file.
    if (record.some((cell) => cell.startsWith('"') && cell.includes("\n")) && !raw.includes('"""'))
      throw new StrayQuote();
    rows.push({ line: begins, cells: record });
    line = info.lines;
    return null;
  };
  try {
    // The records before a fault come through this hook alone.
    const hook: Options["on_record"] = (record) => take(record as unknown as Parsed);
    parse(lines.join(""), { ...options, delimiter, raw: true, info: true, on_record: hook });
    return { rows, stray: null };
  } catch (fault) {
    if (!(
      fault instanceof StrayQuote ||
      (fault instanceof CsvError && fault.code === "CSV_QUOTE_NOT_CLOSED")
    ))
      throw fault;
    return { rows, stray: skipEmptyLines() };
  }
}

class StrayQuote extends Error {}

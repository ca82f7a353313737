import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { type Document, LineCounter, parseAllDocuments } from "yaml";
import { readCsv } from "./csv-rows.ts";
import { decodeText } from "./decode-text.ts";
import { nameSomebody } from "./signature-columns.ts";

/**
 * A signatory as written in a file: the columns in the file's own words. `where` is for messages; `fault` says
 * why there is nothing to take here.
 */
export type SourceRow = { where: string; cells: [column: string, value: unknown][]; fault?: string };
/** Something that could not be read or taken, and why. */
export type Refusal = { where: string; reason: string };

export type SignatureSource = {
  rows: SourceRow[];
  refused: Refusal[];
  /** What an operator should know although nothing was refused. */
  notes: string[];
};

export type ReadSource = ({ outcome: "read" } & SignatureSource) | { outcome: "unreadable"; reason: string };

/** Files of a folder that are read at the same time. */
const together = 32;

/**
 * Reads signatories from a CSV, JSON or YAML file, or from a folder of JSON and YAML files.
 * @returns `unreadable` when nothing can be made of it as a whole; what is wrong with one row or one file of a
 *   folder is in `refused` and the others stand
 */
export async function readSignatureFiles(path: string): Promise<ReadSource> {
  let folder: boolean;
  try {
    folder = (await stat(path)).isDirectory();
  } catch (fault) {
    return { outcome: "unreadable", reason: reasonOf(fault) };
  }
  const source = folder ? await readFolder(path) : await readSingle(path);
  if (typeof source === "string") return { outcome: "unreadable", reason: source };
  return { outcome: "read", ...source };
}

async function readFolder(path: string): Promise<SignatureSource | string> {
  const entries = (await readdir(path, { withFileTypes: true })).filter(({ name }) => !name.startsWith("."));
  const files = entries.filter((entry) => !entry.isDirectory() && /\.(ya?ml|json)$/i.test(entry.name));
  if (files.length === 0) return "holds no .yaml, .yml or .json file";
  const names = files.map(({ name }) => name).sort();
  const source: SignatureSource = { rows: [], refused: [], notes: [] };
  for (let at = 0; at < names.length; at += together) {
    const batch = names.slice(at, at + together);
    const read = await Promise.all(batch.map((name) => readObjects(join(path, name))));
    for (const [index, result] of read.entries()) {
      const name = batch[index] ?? "";
      if (typeof result === "string") source.refused.push({ where: name, reason: result });
      else if (result.length === 1 && result[0]) source.rows.push({ ...result[0], where: name });
      else for (const row of result) source.rows.push({ ...row, where: `${name}, ${row.where}` });
    }
  }
  const others = entries.filter((entry) => !files.includes(entry)).map(({ name }) => name);
  if (others.length > 0) source.notes.push(`Neither YAML nor JSON, not read: ${list(others.sort())}.`);
  return source;
}

async function readSingle(path: string): Promise<SignatureSource | string> {
  const kind = extname(path).toLowerCase();
  if (/^\.(ya?ml|json)$/.test(kind)) return asSource(await readObjects(path));
  const text = await readText(path);
  if (typeof text !== "string") return text.reason;
  if (kind === "" && /^\s*[[{]/.test(text)) return asSource(fromJson(text));
  const { header, rows, faults } = readCsv(text);
  if (header.length === 0) return faults[0]?.reason ?? "is empty";
  const source: SignatureSource = {
    rows: [],
    refused: faults.map(({ line, reason }) => ({ where: `line ${line}`, reason })),
    notes: [],
  };
  for (const { line, cells } of rows) {
    if (cells.slice(header.length).some((cell) => cell.trim() !== "")) {
      const reason = `has ${cells.length} cells where the first line names ${header.length} columns`;
      source.refused.push({ where: `line ${line}`, reason });
    } else
      source.rows.push({
        where: `line ${line}`,
        cells: header.map((column, index) => [column, cells[index] ?? ""]),
      });
  }
  return nameSomebody(header) ? source : `names no one: its first line reads ${list(header)}`;
}

function asSource(rows: SourceRow[] | string): SignatureSource | string {
  if (typeof rows === "string") return rows;
  const columns = [...new Set(rows.flatMap((row) => row.cells.map(([column]) => column)))];
  if (columns.length > 0 && !nameSomebody(columns)) return `names no one: it holds ${list(columns)}`;
  return { rows, refused: [], notes: [] };
}

async function readObjects(path: string): Promise<SourceRow[] | string> {
  const text = await readText(path);
  if (typeof text !== "string") return text.reason;
  if (text.trim() === "") return "is empty";
  return extname(path).toLowerCase() === ".json" ? fromJson(text) : fromYaml(text);
}

function fromJson(text: string): SourceRow[] | string {
  try {
    return rowsOf(JSON.parse(text), (index) => `entry ${index + 1}`);
  } catch (fault) {
    return `is not JSON: ${(fault as Error).message}`;
  }
}

/** YAML with each scalar as it was typed: to YAML a country NO, a day and a number are things of their own. */
function fromYaml(text: string): SourceRow[] | string {
  const lines = new LineCounter();
  const documents = [
    ...parseAllDocuments(text, { schema: "failsafe", lineCounter: lines, prettyErrors: true }),
  ];
  const rows: SourceRow[] = [];
  for (const document of documents) {
    const [error] = document.errors;
    const value = error ?? valueOf(document);
    // What a closing "---" leaves.
    if ((value === "" || value === null) && documents.length > 1) continue;
    const where = `line ${lines.linePos(document.range[0]).line}`;
    const fault =
      value instanceof Error ? `is not YAML: ${value.message.split("\n")[0]?.replace(/:$/, "")}` : null;
    const prefix = documents.length > 1 ? `${where}, ` : "";
    const found = fault ?? rowsOf(value, (index) => `${prefix}entry ${index + 1}`);
    if (typeof found !== "string") for (const row of found) rows.push(row);
    else if (documents.length > 1) rows.push({ where, cells: [], fault: found });
    else return found;
  }
  return rows;
}

/** A document's value, where the schema keeps even nothing as text, or the Error that its aliases make when there are too many of them. */
function valueOf(document: Document): unknown {
  try {
    return document.toJS({
      reviver: (_key, inner: unknown) => (inner === "~" || inner === "null" ? null : inner),
    }) as unknown;
  } catch (fault) {
    return fault;
  }
}

/** The signatories in a value: one object, an array of them, or an object that holds one array of them. */
function rowsOf(value: unknown, where: (index: number) => string): SourceRow[] | string {
  if (Array.isArray(value)) return value.map((entry, index) => rowOf(entry, where(index)));
  if (typeof value !== "object" || value === null) return "holds neither a signatory nor a list of them";
  if (nameSomebody(Object.keys(value))) return [rowOf(value, where(0))];
  const lists = Object.values(value).filter((inner): inner is unknown[] => Array.isArray(inner));
  const [only] = lists;
  if (only && lists.length === 1) return rowsOf(only, where);
  return lists.length > 1
    ? "holds several lists; one was expected"
    : `names no one: it holds ${list(Object.keys(value))}`;
}

function rowOf(entry: unknown, where: string): SourceRow {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry))
    return { where, cells: [], fault: "is not an object with columns" };
  return { where, cells: Object.entries(entry) };
}

async function readText(path: string): Promise<string | { reason: string }> {
  try {
    const text = decodeText(await readFile(path));
    return text ?? { reason: "is not a text file; a spreadsheet must be saved as CSV first" };
  } catch (fault) {
    return { reason: reasonOf(fault) };
  }
}

/** What the system says when a file cannot be read, in words. */
export function reasonOf(fault: unknown): string {
  const code = (fault as NodeJS.ErrnoException).code ?? "";
  const words: Record<string, string> = {
    ENOENT: "does not exist",
    EACCES: "may not be read by this user",
    EISDIR: "is a folder",
    ERR_FS_FILE_TOO_LARGE: "is larger than 2 GB",
  };
  return words[code] ?? `cannot be read: ${(fault as Error).message}`;
}

/** A few names for a message; more than twelve are counted. */
export function list(names: string[]): string {
  const shown = names.slice(0, 12).map((name) => JSON.stringify(name));
  return names.length > shown.length
    ? `${shown.join(", ")} and ${names.length - shown.length} more`
    : shown.join(", ");
}

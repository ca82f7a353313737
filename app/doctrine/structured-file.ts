import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { Unreadable } from "./parsed-provision.ts";

/** A value of a YAML or JSON file: text as it is written, a mapping or a list; what is null is not there. */
export type Value = string | Mapping | List;
export type Mapping = { line: number; fields: Map<string, Value> };
export type List = { line: number; list: Value[] };

export const isMapping = (value: Value | undefined): value is Mapping =>
  typeof value === "object" && "fields" in value;
export const isList = (value: Value | undefined): value is List =>
  typeof value === "object" && "list" in value;

/**
 * Reads YAML. An alias is the very value that it stands for, not another of its kind: a file with few of them cannot
 * stand for millions of values. Values may stand within themselves.
 */
export function readYaml(text: string): Value | undefined {
  const lines = new LineCounter();
  // By the failsafe schema every value stays the text it is: "1.10" is not 1.1.
  const document = parseDocument(text, { schema: "failsafe", lineCounter: lines, uniqueKeys: false });
  const [fault] = document.errors;
  if (fault) {
    const message = fault.message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? "";
    throw new Unreadable("not-well-formed", message, lines.linePos(fault.pos[0]).line);
  }
  const known = new Map<unknown, Value>();
  function valueOf(node: unknown): Value | undefined {
    const meant = isAlias(node) ? node.resolve(document) : node;
    const before = known.get(meant);
    if (before !== undefined) return before;
    if (isScalar(meant)) {
      const isNothing = meant.type === "PLAIN" && /^(?:|~|null)$/i.test(String(meant.value));
      return isNothing ? undefined : String(meant.value);
    }
    const line = lines.linePos((meant as Node | undefined)?.range?.[0] ?? 0).line;
    if (isMap(meant)) {
      const mapping: Mapping = { line, fields: new Map() };
      known.set(meant, mapping);
      for (const { key, value } of meant.items) {
        const found = valueOf(value);
        if (isScalar(key) && found !== undefined) mapping.fields.set(String(key.value), found);
      }
      return mapping;
    }
    if (!isSeq(meant)) return undefined;
    const list: List = { line, list: [] };
    known.set(meant, list);
    // An empty entry stays in its place, to be told of.
    for (const item of meant.items) list.list.push(valueOf(item) ?? "");
    return list;
  }
  return valueOf(document.contents);
}

/** Reads JSON, which YAML's reader could too, but in ten times the time and memory. */
export function readJson(text: string): Value | undefined {
  const opened = linesOfObjects(text);
  let at = 0;
  function valueOf(value: unknown): Value | undefined {
    if (value === null || value === undefined) return undefined;
    if (typeof value === "string") return value;
    if (typeof value !== "object") return JSON.stringify(value);
    if (value instanceof Written) return value.source;
    const line = opened[at++] ?? 0;
    if (Array.isArray(value)) return { line, list: value.map((each) => valueOf(each) ?? "") };
    const fields = new Map<string, Value>();
    for (const [key, each] of Object.entries(value)) {
      const found = valueOf(each);
      if (found !== undefined) fields.set(key, found);
    }
    return { line, fields };
  }
  return valueOf(parseJson(text));
}

/** A number as it is written. */
class Written {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

function parseJson(text: string): unknown {
  try {
    const keep = (_key: string, value: unknown, context?: { source?: string }): unknown =>
      typeof value === "number" ? new Written(context?.source ?? String(value)) : value;
    return JSON.parse(text, keep) as unknown;
  } catch (fault) {
    if (fault instanceof RangeError) throw new Unreadable("too-deep", "nests too deeply");
    const message = fault instanceof Error ? fault.message : String(fault);
    const position = /position (\d+)/.exec(message)?.[1];
    const line = position === undefined ? undefined : text.slice(0, Number(position)).split("\n").length;
    throw new Unreadable("not-well-formed", message.replace(/ in JSON.*$/, ""), line);
  }
}

/** The line of every object and list of a JSON text, in the order in which they begin. */
function linesOfObjects(text: string): number[] {
  const opened: number[] = [];
  let line = 1;
  for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"|[\n{[]/g)) {
    if (sign === "\n") line++;
    else if (sign === "{" || sign === "[") opened.push(line);
  }
  return opened;
}

import { guessLanguage } from "#app/languages/guess-language.ts";
import { isLanguage } from "#app/languages/language.ts";
import { numberedHeading } from "./numbered-heading.ts";
import {
  oneLine,
  paragraphs,
  type ParsedProvision,
  type ParsedText,
  type Problem,
  provisionLimits,
  shortened,
  Unreadable,
} from "./parsed-provision.ts";
import { type ProvisionKind, provisionKinds } from "./provision.ts";
import { isList, isMapping, type List, type Mapping, type Value } from "./structured-file.ts";

/** Where a file keeps its list, and what each field may be called: risk-management libraries, and Tribune's own JSON. */
const lists = [
  "requirement_nodes",
  "requirements",
  "provisions",
  "items",
  "controls",
  "rules",
  "articles",
  "nodes",
];
const holders = ["objects", "framework", "frameworks", "library", "reference"];
const fields = {
  id: ["urn", "id"],
  number: ["ref_id", "reference", "ref", "number", "refId"],
  title: ["name", "title", "label"],
  text: ["description", "text", "content", "statement"],
  above: ["parent_urn", "parent", "parent_id", "parent_ref"],
  depth: ["depth", "level"],
  assessable: ["assessable"],
  kind: ["kind", "type"],
  children: ["children", "items", "provisions"],
};
type Field = keyof typeof fields;

/** An item with what the list says of its place. */
type Item = {
  provision: ParsedProvision;
  ids: string[];
  above: string | undefined;
  depth: number | undefined;
  assessable: string | undefined;
  nested: ParsedProvision | null;
};

/** Items within items, so many as provisions may be: aliases could stand for any number of them. */
const mostItems = 30_000;

/**
 * Reads a referential from what a YAML or JSON file holds: a list of items with a reference, a title, a description,
 * and a parent or a depth, as risk-management libraries lay them out. References stay as they are written.
 */
export function readItems(file: Value | undefined): ParsedText {
  return new Reading().read(file);
}

class Reading {
  readonly #problems: Problem[] = [];
  readonly #items: Item[] = [];

  read(file: Value | undefined): ParsedText {
    const { list, around } = findList(file);
    if (!list) throw new Unreadable("wrong-format", "holds no list of items");
    this.#readList(list, null, 0);
    const provisions = this.#assemble();
    const stated = around
      .map((map) => stringOf(map, "language", "locale", "lang"))
      .find(Boolean)
      ?.toLowerCase()
      .split(/[-_]/)[0];
    const first = (...names: string[]) => around.map((map) => stringOf(map, ...names)).find(Boolean);
    const words = this.#items
      .slice(0, 200)
      .map(({ provision }) => `${provision.title}\n${provision.text}`)
      .join("\n");
    const title = first("name", "title");
    const day = first("revision", "publication_date", "dated", "date")?.slice(0, 10);
    return {
      title: title === undefined ? undefined : oneLine(title),
      language: isLanguage(stated) ? stated : guessLanguage(words),
      source: first("source", "url"),
      dated: /^\d{4}-\d\d-\d\d$/.test(day ?? "") ? day : undefined,
      provisions,
      problems: this.#problems.sort((a, b) => a.line - b.line),
    };
  }

  #readList({ list, line }: List, nested: ParsedProvision | null, depth: number): void {
    if (depth > provisionLimits.depth) throw new Unreadable("too-deep", "nests too deeply", line);
    for (const each of list) {
      if (!isMapping(each)) {
        const words = typeof each === "string" ? each : "";
        this.#problems.push({
          line: isList(each) ? each.line : line,
          what: "no-item",
          words: shortened(words),
        });
        continue;
      }
      if (this.#items.length >= mostItems)
        throw new Unreadable("too-large", `holds more than ${mostItems} items`, each.line);
      this.#readItem(each, nested, depth);
    }
  }

  #readItem(map: Mapping, nested: ParsedProvision | null, depth: number): void {
    const of = (field: Field) => stringOf(map, ...fields[field]);
    const provision = this.#provisionOf(of, map.line);
    const below = childOf(map, fields.children);
    if (!provision.number && !provision.title && !provision.text && !isList(below)) {
      this.#problems.push({ line: map.line, what: "no-item", words: shortened(of("id") ?? "") });
      return;
    }
    const depthGiven = Number(of("depth"));
    this.#items.push({
      ...{ provision, nested, above: of("above"), assessable: of("assessable") },
      ids: [of("id"), of("number")].filter((id) => id !== undefined),
      depth: Number.isInteger(depthGiven) ? depthGiven : undefined,
    });
    if (isList(below)) this.#readList(below, provision, depth + 1);
  }

  #provisionOf(of: (field: Field) => string | undefined, line: number): ParsedProvision {
    const reference = oneLine(of("number") ?? "");
    const title = oneLine(of("title") ?? "");
    // "Règle 9", "R9", "Article 5": the reference says what it is.
    const named = numberedHeading(reference, false);
    const stated = provisionKinds.find((kind) => kind === of("kind"));
    const number = stated ? reference : (named?.number ?? reference);
    if (number.length > provisionLimits.number)
      this.#problems.push({ line, what: "number-too-long", words: shortened(number) });
    const long = title.length > provisionLimits.title;
    if (long) this.#problems.push({ line, what: "title-too-long", words: shortened(title) });
    return {
      kind: stated ?? named?.kind ?? "item",
      number: number.slice(0, provisionLimits.number),
      title: long ? "" : title,
      text: paragraphs([long ? title : "", of("text") ?? ""].join("\n")),
      line,
      children: [],
    };
  }

  /** The tree that the items' parents say, else their depths, else their order. */
  #assemble(): ParsedProvision[] {
    const byId = new Map<string, Item>();
    for (const item of this.#items)
      for (const [which, id] of item.ids.entries()) {
        if (!byId.has(id)) byId.set(id, item);
        else if (which === 0)
          this.#problems.push({ line: item.provision.line, what: "twice", words: shortened(id) });
      }
    const roots: ParsedProvision[] = [];
    const above = new Map<ParsedProvision, ParsedProvision | null>();
    const open: { depth: number; provision: ParsedProvision }[] = [];
    for (const item of this.#items) {
      const { provision, depth = 1 } = item;
      while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
      const named = item.above === undefined ? undefined : byId.get(item.above)?.provision;
      if (item.above !== undefined && (named === undefined || isWithin(named, provision, above)))
        this.#problems.push({ line: provision.line, what: "no-parent", words: shortened(item.above) });
      const found = named && !isWithin(named, provision, above) ? named : null;
      const parent = item.nested ?? (item.above === undefined ? (open.at(-1)?.provision ?? null) : found);
      above.set(provision, parent);
      (parent?.children ?? roots).push(provision);
      open.push({ depth, provision });
    }
    for (const { provision, assessable } of this.#items)
      if (provision.kind === "item") provision.kind = kindOf(provision, assessable);
    return roots;
  }
}

/** The list of items and the mappings around it, the innermost first. */
function findList(file: Value | undefined): { list: List | null; around: Mapping[] } {
  const around: Mapping[] = [];
  let here = file;
  for (let step = 0; step < 6; step++) {
    if (isList(here)) {
      const [only, ...others] = here.list;
      const deeper = others.length === 0 && isMapping(only) && childOf(only, lists) !== undefined;
      if (!deeper) return { list: here, around };
      here = only;
    }
    if (!isMapping(here)) break;
    around.unshift(here);
    here = childOf(here, lists) ?? childOf(here, holders);
  }
  return { list: null, around };
}

function childOf({ fields: given }: Mapping, names: string[]): Mapping | List | undefined {
  return names.map((name) => given.get(name)).find((value) => isList(value) || isMapping(value));
}

function stringOf({ fields: given }: Mapping, ...names: string[]): string | undefined {
  return names
    .map((name) => given.get(name))
    .find((value): value is string => typeof value === "string" && value.trim() !== "");
}

/** Whether `inner` stands below `outer`, or is it: nothing can stand below itself. */
function isWithin(
  inner: ParsedProvision,
  outer: ParsedProvision,
  above: Map<ParsedProvision, ParsedProvision | null>,
): boolean {
  let depth = 0;
  for (let each: ParsedProvision | null | undefined = inner; each; each = above.get(each)) {
    if (each === outer) return true;
    if (++depth > provisionLimits.depth + 1) throw new Unreadable("too-deep", "nests too deeply", outer.line);
  }
  return false;
}

/** What can be assessed is a requirement; what only holds others is a heading. */
function kindOf({ children, text }: ParsedProvision, assessable: string | undefined): ProvisionKind {
  if (assessable !== undefined && /^(?:true|yes|1)$/i.test(assessable)) return "requirement";
  return children.length > 0 && text === "" ? "heading" : "item";
}

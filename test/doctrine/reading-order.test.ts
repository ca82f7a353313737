import { describe, expect, test } from "vitest";
import { contentsOf, type Line } from "#app/doctrine/contents-lines.ts";
import type { OutlineEntry } from "#app/doctrine/doctrine-text.ts";
import { provisionLabel, provisionName } from "#app/doctrine/provision-name.ts";
import { treeOf } from "#app/doctrine/provision-tree.ts";
import {
  ancestorsOf,
  childrenOf,
  neighboursOf,
  partsOf,
  partWith,
  repealedSince,
} from "#app/doctrine/reading-order.ts";

type Sketch = { slug: string; size?: number; below?: Sketch[] };

const piece = (slug: string, size = 100): Sketch => ({ slug, size });
const heading = (slug: string, ...below: Sketch[]): Sketch => ({ slug, size: 0, below });
const pieces = (name: string, count: number, size?: number) =>
  Array.from({ length: count }, (_, place) => piece(`${name}-${place + 1}`, size));

/** The outline of a text that is sketched; ids are dense over all sketches of one test, by slug. */
function outlineOf(sketches: Sketch[], ids = new Map<string, number>()): OutlineEntry[] {
  const outline: OutlineEntry[] = [];
  const write = (list: Sketch[], parentId: number | null, depth: number) => {
    for (const { slug, size = 0, below = [] } of list) {
      const id = ids.get(slug) ?? ids.size + 1;
      ids.set(slug, id);
      const entry: OutlineEntry = {
        ...{ id, address: slug, slug, parentId, depth, size, descendants: 0, number: slug, title: "" },
        ...{ position: outline.length + 1, kind: below.length > 0 ? "chapter" : "article", change: "kept" },
      };
      outline.push(entry);
      write(below, id, depth + 1);
      entry.descendants = outline.length - entry.position;
    }
  };
  write(sketches, null, 0);
  return outline;
}

const firsts = (outline: OutlineEntry[]) => partsOf(outline).map(({ first }) => first.slug);

describe("the parts of a text", () => {
  test("a small text is one", () => {
    expect(firsts(outlineOf([heading("a", ...pieces("x", 5)), heading("b", ...pieces("y", 5))]))).toEqual([
      "a",
    ]);
  });

  test("a large one is read by its divisions", () => {
    const outline = outlineOf([
      heading("a", ...pieces("x", 4, 10_000)),
      heading("b", ...pieces("y", 4, 10_000)),
    ]);
    expect(partsOf(outline)).toMatchObject([
      { first: { slug: "a" }, from: 1, to: 5 },
      { first: { slug: "b" }, from: 6, to: 10 },
    ]);
  });

  test("a division that is too large by what stands below it, its own heading with the first of these", () => {
    const outline = outlineOf([
      heading(
        "a",
        heading("a1", ...pieces("x", 10, 10_000)),
        heading("a2", heading("a3", ...pieces("y", 10, 10_000))),
      ),
      heading("b", ...pieces("z", 2, 10_000)),
    ]);
    expect(firsts(outline)).toEqual(["a", "a2", "b"]);
  });

  test("a heading above everything divides nothing", () => {
    const outline = outlineOf([
      heading("whole", heading("a", ...pieces("x", 4, 10_000)), heading("b", ...pieces("y", 4, 10_000))),
    ]);
    expect(firsts(outline)).toEqual(["whole", "b"]);
  });

  test("pieces beside each other in runs that one can read", () => {
    expect(firsts(outlineOf(pieces("x", 10, 10_000)))).toEqual(["x-1", "x-5", "x-9"]);
    expect(firsts(outlineOf(pieces("x", 450, 10)))).toEqual(["x-1", "x-201", "x-401"]);
  });

  test("one piece that is larger than anything is a part of its own", () => {
    const outline = outlineOf([piece("a", 500), piece("b", 900_000), piece("c", 500)]);
    expect(firsts(outline)).toEqual(["a", "b", "c"]);
  });

  test("every entry is in exactly one part, whatever the text is", () => {
    const outline = outlineOf([
      piece("lead", 10),
      heading("a", heading("a1", ...pieces("x", 40, 9_000)), piece("a2", 70_000), ...pieces("y", 3, 50_000)),
      heading("b", heading("b1", heading("b2", ...pieces("z", 1000, 10)))),
      ...pieces("tail", 20, 5_000),
    ]);
    const parts = partsOf(outline);
    expect(parts.flatMap(({ from, to }) => outline.slice(from - 1, to))).toEqual(outline);
    parts.forEach(({ first, from }) => expect(first.position).toBe(from));
    expect(partWith(parts, outline, "z-700")).toBe(
      parts.findIndex(({ from, to }) => outline.slice(from - 1, to).some(({ slug }) => slug === "z-700")),
    );
    expect([partWith(parts, outline, null), partWith(parts, outline, "nowhere")]).toEqual([0, null]);
  });

  test("a text without provisions has none", () => expect(partsOf([])).toEqual([]));
});

describe("the table of contents", () => {
  const sketch = [
    heading("a", heading("a1", heading("a2", ...pieces("x", 4, 10_000))), ...pieces("v", 1)),
    heading("b", heading("b1", heading("b2", ...pieces("y", 4, 10_000)))),
    ...pieces("z", 3, 10_000),
  ];
  const outline = outlineOf(sketch);
  const names = (lines: Line[]): unknown[] =>
    lines.map(({ entry, last, lines: below }) =>
      below.length > 0 ? [entry.slug, names(below)] : last ? `${entry.slug} – ${last.slug}` : entry.slug,
    );

  test("is whole for the part that is shown, two headings deep for the others, a run is one line", () => {
    expect(names(contentsOf(outline, partsOf(outline), 1))).toEqual([
      ["a", ["a1"]],
      ["b", [["b1", [["b2", ["y-1", "y-2", "y-3", "y-4"]]]]]],
      "z-1 – z-3",
    ]);
    expect(names(contentsOf(outline, partsOf(outline), 2))).toEqual([
      ["a", ["a1"]],
      ["b", ["b1"]],
      "z-1",
      "z-2",
      "z-3",
    ]);
  });

  test("each line says in which part it is", () => {
    const [a, b, z] = contentsOf(outline, partsOf(outline), 1);
    expect([a?.part, a?.lines[0]?.part, b?.lines[0]?.part, z?.part]).toEqual(["a", "a", "b", "z-1"]);
  });
});

test("around a provision: what it stands under, below and between", () => {
  const outline = outlineOf([
    heading("a", piece("x"), heading("a1", piece("y"), piece("z"))),
    heading("b", piece("w")),
  ]);
  const at = (slug: string) => {
    const entry = outline.find((each) => each.slug === slug);
    if (!entry) throw new Error(slug);
    return entry;
  };
  const slugs = (entries: (OutlineEntry | null)[]) => entries.map((entry) => entry?.slug ?? null);
  expect(slugs(ancestorsOf(outline, at("z")))).toEqual(["a", "a1"]);
  expect(slugs(ancestorsOf(outline, at("b")))).toEqual([]);
  expect(slugs(childrenOf(outline, at("a")))).toEqual(["x", "a1"]);
  expect(slugs(childrenOf(outline, at("w")))).toEqual([]);
  const { before, after } = neighboursOf(outline, at("b"));
  expect(slugs([before, after])).toEqual(["z", "w"]);
  expect(slugs([neighboursOf(outline, at("a")).before, neighboursOf(outline, at("w")).after])).toEqual([
    null,
    null,
  ]);
});

test("what was repealed is told where it stood: after what stood before it and is still there", () => {
  const ids = new Map<string, number>();
  const before = outlineOf([piece("a"), piece("b"), piece("c"), piece("d")], ids);
  const now = outlineOf([piece("b"), piece("new"), piece("d")], ids);
  expect(repealedSince(before, now).map(({ entry, after }) => [entry.slug, after])).toEqual([
    ["a", 0],
    ["c", 1],
  ]);
});

test("rows in the order of reading become the tree they came from", () => {
  const row = (number: string, descendants: number) => ({
    ...{ number, descendants, kind: "article" as const, title: "", text: number },
  });
  const tree = treeOf([row("1", 3), row("1.1", 1), row("1.1.1", 0), row("1.2", 0), row("2", 0)]);
  expect(tree.map(({ number, children }) => [number, children.map((child) => child.number)])).toEqual([
    ["1", ["1.1", "1.2"]],
    ["2", []],
  ]);
  expect(tree[0]?.children[0]?.children).toEqual([
    { number: "1.1.1", kind: "article", title: "", text: "1.1.1", children: [] },
  ]);
});

describe("what a provision is called", () => {
  test.each([
    ["article", "L100-1", "", "fr", "Article L100-1", "Article L100-1"],
    ["book", "Ier", "Les échanges", "fr", "Livre Ier", "Livre Ier\u00a0: Les échanges"],
    ["rule", "9", "Reversibility", "en", "Rule 9", "Rule 9: Reversibility"],
    ["item", "19.6", "", "en", "19.6", "19.6"],
    ["heading", "", "Dispositions préliminaires", "fr", "", "Dispositions préliminaires"],
    ["annex", "", "", "fr", "Annexe", "Annexe"],
    ["heading", "", "", "en", "Provision", "Provision"],
  ] as const)("%s %j %j in %s", (kind, number, title, language, name, label) => {
    expect(provisionName({ kind, number, title }, language)).toBe(name);
    expect(provisionLabel({ kind, number, title }, language)).toBe(label);
  });
});

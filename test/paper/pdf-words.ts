/** An uncompressed PDF taken apart as far as tests look into it. */
export type OpenedPdf = {
  /** The words of each page, in the order in which they are drawn, one stretch a line. */
  pages: string[];
  /** The types of its structure elements, in the order in which they are written. */
  tags: string[];
  source: string;
};

/** The objects of a PDF by number; strings stand in it as bytes. */
function objectsOf(source: string): Map<string, string> {
  const objects = new Map<string, string>();
  for (const [, number, body] of source.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g))
    objects.set(number ?? "", body ?? "");
  return objects;
}

/** What the numbers of a font's glyphs stand for. */
function signsOf(font: string, objects: Map<string, string>): string[] {
  const map = objects.get(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1] ?? "") ?? "";
  const signs: string[] = [];
  for (const [, begin, list] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    const entries = [...(list ?? "").matchAll(/<([0-9a-f ]*)>/g)];
    entries.forEach(([, codes], index) => {
      const units = (codes ?? "").trim().split(" ").filter(Boolean);
      const sign = String.fromCharCode(...units.map((unit) => parseInt(unit, 16)));
      signs[parseInt(begin ?? "0", 16) + index] = sign;
    });
  }
  return signs;
}

/** Reads a PDF that was made without compression. */
export function openPdf(bytes: Uint8Array): OpenedPdf {
  const source = Buffer.from(bytes).toString("latin1");
  const objects = objectsOf(source);
  const fonts = new Map<string, string[]>();
  for (const [, name, number] of source.matchAll(/\/(F\d+) (\d+) 0 R/g))
    if (name && number && !fonts.has(name)) fonts.set(name, signsOf(objects.get(number) ?? "", objects));
  const contents = [...source.matchAll(/\/Type \/Page\n[\s\S]*?\/Contents (\d+) 0 R/g)];
  const pages = contents.map(([, number]) => wordsIn(objects.get(number ?? "") ?? "", fonts));
  const tags = [...objects.values()].flatMap((body) => /^<<\n\/S \/(\w+)\n/.exec(body)?.[1] ?? []);
  return { pages, tags, source };
}

function wordsIn(content: string, fonts: Map<string, string[]>): string {
  let signs: string[] = [];
  const lines: string[] = [];
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) signs = fonts.get(font) ?? [];
    if (shown === undefined) continue;
    const glyphs = [...shown.matchAll(/<([0-9a-f]*)>/g)].flatMap(
      ([, hex]) => (hex ?? "").match(/.{4}/g) ?? [],
    );
    lines.push(glyphs.map((glyph) => signs[parseInt(glyph, 16)] ?? "?").join(""));
  }
  return lines.join("\n");
}

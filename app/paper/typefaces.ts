import { create, type Font, type Subset } from "fontkit";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { glyphOf } from "./glyph-outline.ts";
import { unpackWoff2 } from "./unpack-woff2.ts";

/** The faces that a letter is set in, as on its page. */
const faces = {
  text: { family: "source-serif-4", style: "normal", weight: 400 },
  italic: { family: "source-serif-4", style: "italic", weight: 400 },
  bold: { family: "source-serif-4", style: "normal", weight: 650 },
  "bold-italic": { family: "source-serif-4", style: "italic", weight: 650 },
  sans: { family: "source-sans-3", style: "normal", weight: 400 },
  "sans-bold": { family: "source-sans-3", style: "normal", weight: 600 },
} as const;
export type Face = keyof typeof faces;

/** The files that a face is split into by its publisher, the likely ones first. */
const scripts = [
  "latin",
  "latin-ext",
  "greek",
  "cyrillic",
  "vietnamese",
  "cyrillic-ext",
  "greek-ext",
] as const;
type Script = (typeof scripts)[number];

/** A font of one file and the name that the document knows it by; null where there is no such file. */
type Opened = { name: string; font: Font } | null;

const unpacked = new Map<string, Font | null>();
const require = createRequire(import.meta.url);

function openFile(face: Face, script: Script): Font | null {
  const { family, style } = faces[face];
  const path = `@fontsource-variable/${family}/files/${family}-${script}-wght-${style}.woff2`;
  let font = unpacked.get(path);
  if (font === undefined) {
    font = isThere(path) ? create(unpackWoff2(readFileSync(require.resolve(path)))) : null;
    unpacked.set(path, font);
  }
  return font;
}

function isThere(path: string): boolean {
  try {
    return Boolean(require.resolve(path));
  } catch {
    return false;
  }
}

/** A font in one weight, whose glyphs are embedded as they are drawn in that weight. */
function inWeight(font: Font, weight: number, name: string): Font {
  const varied = font.getVariation({ wght: weight });
  // All weights of a file have one name, by which a document would take them for the same.
  Object.defineProperty(varied, "postscriptName", { value: name });
  const make = varied.createSubset.bind(varied);
  varied.createSubset = () => {
    const subset = make();
    subset._addGlyph = (glyph) => addGlyph(subset, glyph);
    return subset;
  };
  return varied;
}

function addGlyph(subset: Subset, id: number): number {
  const { advanceWidth, path } = subset.font.getGlyph(id);
  const bytes = glyphOf(path.commands);
  subset.glyf.push(bytes);
  subset.loca.offsets.push(subset.offset);
  subset.hmtx.metrics.push({
    advance: Math.round(advanceWidth),
    bearing: bytes.length > 0 ? Math.round(path.bbox.minX) : 0,
  });
  subset.offset += bytes.length;
  return subset.glyf.length - 1;
}

/** A stretch of text that one font has all signs of; `scale` is what its size is multiplied by. */
export type Run = { font: string; text: string; scale: number };

/** Narrow spaces, which the files leave out: a no-break space of this share of the size stands for them. */
const narrowSpaces: Record<string, number> = { "\u202f": 0.6, "\u2009": 0.6, "\u200a": 0.3 };
/** What has no width and no ink: joiners, directions, soft hyphens, choices of a variant. */
const unseen = /^\p{Default_Ignorable_Code_Point}$/u;

/** The faces of one document. Files are opened when a sign of theirs comes up; most letters need the first alone. */
export class Typefaces {
  readonly #document: PDFKit.PDFDocument;
  readonly #opened = new Map<string, Opened>();
  /** How each sign of a face is shown, as far as it came up; null: not at all. */
  readonly #shown = new Map<Face, Map<string, Run | null>>();

  constructor(document: PDFKit.PDFDocument) {
    this.#document = document;
  }

  /** Splits a text by the fonts that have its signs; what none has is shown as a box. */
  runs(text: string, face: Face): Run[] {
    let known = this.#shown.get(face);
    if (!known) this.#shown.set(face, (known = new Map<string, Run | null>()));
    const runs: Run[] = [];
    let last: Run | undefined;
    for (const sign of text) {
      let shown = known.get(sign);
      if (shown === undefined) known.set(sign, (shown = this.#show(sign, face)));
      if (shown === null) continue;
      if (last?.font === shown.font && last.scale === shown.scale) last.text += shown.text;
      else runs.push((last = { ...shown }));
    }
    return runs;
  }

  #show(sign: string, face: Face): Run | null {
    if (unseen.test(sign)) return null;
    const scale = narrowSpaces[sign] ?? 1;
    const text = scale === 1 ? sign : "\u00a0";
    const codePoint = text.codePointAt(0) ?? 0;
    const fitting = scripts.find((script) => this.#open(face, script)?.font.hasGlyphForCodePoint(codePoint));
    return { font: this.#open(face, fitting ?? "latin")?.name ?? "", text, scale };
  }

  /** The width of a text in points. */
  width(text: string, face: Face, size: number): number {
    let width = 0;
    for (const run of this.runs(text, face))
      width += this.#document.font(run.font, size * run.scale).widthOfString(run.text);
    return width;
  }

  #open(face: Face, script: Script): Opened {
    const name = `${face}-${script}`;
    let opened = this.#opened.get(name);
    if (opened === undefined) {
      const file = openFile(face, script);
      opened = file && { name, font: inWeight(file, faces[face].weight, `Tribune-${name}`) };
      if (opened) this.#document.registerFont(name, opened.font as never);
      this.#opened.set(name, opened);
    }
    return opened;
  }
}

/** What is used of the library that reads fonts for PDF, which comes without types. */
declare module "fontkit" {
  export type Glyph = {
    advanceWidth: number;
    path: { commands: { command: string; args: number[] }[]; bbox: { minX: number } };
  };
  export type Subset = {
    font: Font;
    glyf: Uint8Array[];
    loca: { offsets: number[]; version: number };
    hmtx: { metrics: { advance: number; bearing: number }[] };
    offset: number;
    _addGlyph(glyph: number): number;
  };
  export type Font = {
    readonly postscriptName: string;
    hasGlyphForCodePoint(codePoint: number): boolean;
    getGlyph(glyph: number): Glyph;
    glyphForCodePoint(codePoint: number): Glyph;
    getVariation(settings: Record<string, number>): Font;
    createSubset(): Subset;
    layout(text: string): unknown;
  };
  export function create(bytes: Uint8Array): Font;
}

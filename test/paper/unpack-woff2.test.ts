import { create } from "fontkit";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { glyphOf } from "#app/paper/glyph-outline.ts";
import { unpackWoff2 } from "#app/paper/unpack-woff2.ts";

const require = createRequire(import.meta.url);
const file = (path: string) => readFileSync(require.resolve(`@fontsource-variable/${path}`));

test.each([
  "source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  "source-serif-4/files/source-serif-4-vietnamese-wght-italic.woff2",
  "source-sans-3/files/source-sans-3-cyrillic-wght-normal.woff2",
])("%s draws each sign as it did when it was packed", (path) => {
  const packed = create(file(path));
  const unpacked = create(unpackWoff2(file(path)));
  let compared = 0;
  for (let codePoint = 0x21; codePoint < 0x2100; codePoint++) {
    if (!packed.hasGlyphForCodePoint(codePoint)) continue;
    const glyph = (font: typeof packed) => font.glyphForCodePoint(codePoint);
    expect(glyph(unpacked).path.commands, String.fromCodePoint(codePoint)).toEqual(
      glyph(packed).path.commands,
    );
    expect(glyph(unpacked).advanceWidth).toBe(glyph(packed).advanceWidth);
    compared++;
  }
  expect(compared).toBeGreaterThan(40);
});

test("an outline becomes a glyph with its corners, and an empty one nothing", () => {
  const glyph = glyphOf([
    { command: "moveTo", args: [10, 20] },
    { command: "lineTo", args: [110.4, 20] },
    { command: "quadraticCurveTo", args: [150, 70, 110, 120] },
    { command: "closePath", args: [] },
  ]);
  const view = Buffer.from(glyph);
  const box = [2, 4, 6, 8].map((at) => view.readInt16BE(at));
  expect([view.readInt16BE(0), ...box]).toEqual([1, 10, 20, 150, 120]);
  expect(view.readUInt16BE(10)).toBe(3);
  expect([...view.subarray(14, 18)]).toEqual([1, 1, 0, 1]);
  expect(glyphOf([])).toHaveLength(0);
});

test("a file that is no such font is said to be none", () => {
  expect(() => unpackWoff2(Buffer.from("wOFFxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"))).toThrow(
    "is no font",
  );
});

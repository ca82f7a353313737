import { create, type Font } from "fontkit";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { unpackWoff2 } from "#app/paper/unpack-woff2.ts";

/**
 * The files that the serif of the letters is split into by its publisher. The library that sets a card takes a variable
 * font in the weight it is drawn in alone: the regular one here, hair-thin for the sans, so a card has one face.
 */
const scripts = ["latin", "latin-ext", "greek", "cyrillic"] as const;

type CardFont = { name: string; data: Buffer; font: Font };
let opened: CardFont[] | undefined;

/** The fonts of a card, read once. */
export function cardFonts(): CardFont[] {
  const require = createRequire(import.meta.url);
  return (opened ??= scripts.map((script) => {
    const path = `@fontsource-variable/source-serif-4/files/source-serif-4-${script}-wght-normal.woff2`;
    const data = unpackWoff2(readFileSync(require.resolve(path)));
    return { name: script, data, font: create(data) };
  }));
}

/** The font-family that finds a sign in any of the files. */
export const cardFamily = scripts.join(", ");

const isShown = (sign: string) =>
  cardFonts().some(({ font }) => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));

const narrow = /[\u202f\u2009\u200a]/g;

/**
 * A text as the fonts can show it: pictures and scripts that they lack are left out. The page that the card leads to has
 * them all.
 */
export function showable(text: string): string {
  const plain = text.normalize("NFC").replace(narrow, "\u00a0");
  const signs = Array.from(plain, (sign) => (/\s/.test(sign) && sign !== "\u00a0" ? " " : sign));
  return signs
    .filter((sign) => sign === " " || isShown(sign))
    .join("")
    .replace(/ {2,}/g, " ")
    .trim();
}

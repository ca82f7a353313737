import sharp from "sharp";
import { expect, test } from "vitest";
import { showable } from "#app/cards/card-fonts.ts";
import { titleSize } from "#app/cards/card.ts";
import { drawCard } from "#app/cards/draw-card.server.ts";

const card = {
  language: "fr" as const,
  kicker: "Lettre ouverte · 12 mai 2026",
  title: "Pour un cloud de confiance",
  by: "Hexanuage",
  figure: "1\u202f234",
  word: "signatures",
};

/** Whether anything is drawn in a stretch of rows: another colour than the paper's. */
async function isDrawn(png: Buffer, top: number, height: number): Promise<boolean> {
  // Statistics are of what came in: the stretch is cut out before.
  const rows = await sharp(png).extract({ left: 60, top, width: 1080, height }).png().toBuffer();
  const { channels } = await sharp(rows).stats();
  return channels.slice(0, 3).some(({ min, max }) => max - min > 40);
}

test("a card is a picture of the size that it is told with", async () => {
  const { format, width, height } = await sharp(await drawCard(card)).metadata();
  expect({ format, width, height }).toEqual({ format: "png", width: 1200, height: 630 });
});

test("the same card is drawn once, another count anew", async () => {
  const [one, same, other] = await Promise.all([
    drawCard(card),
    drawCard({ ...card }),
    drawCard({ ...card, figure: "1\u202f235" }),
  ]);
  expect(same).toBe(one);
  expect(other.equals(one)).toBe(false);
});

test.each([
  [
    "as long as a title may be",
    "Nous demandons que toute administration publie ses contrats. ".repeat(4).slice(0, 200),
  ],
  ["one word", "Anticonstitutionnellement".repeat(8)],
  ["signs no font has, of both directions", "🎉 العربية עברית 東京 \u202e\u0000 <b>&amp;</b>"],
  ["nothing to show", "🎉🎉"],
])("a title that is %s is set, and the foot stays free of it", async (_, title) => {
  const png = await drawCard({ ...card, title });
  // Between the rule and the words of the foot there is paper alone.
  expect(await isDrawn(png, 100, 300)).toBe(true);
  expect(await isDrawn(png, 504, 14)).toBe(false);
});

test("what no font has is left out, and nothing else", () => {
  expect(showable("L’été 🎉 à Łódź : «\u00a0œuvre\u00a0», Ελληνικά, Привет, العربية, 東京.")).toBe(
    "L’été à Łódź : «\u00a0œuvre\u00a0», Ελληνικά, Привет, , .",
  );
  expect(showable("a\u202fb\n\tc")).toBe("a\u00a0b c");
});

test("longer titles are smaller", () => {
  const sizes = [20, 60, 120, 200].map((length) => titleSize("x".repeat(length)));
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  expect(new Set(sizes).size).toBe(4);
});

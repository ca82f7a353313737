import { renderAsync } from "@resvg/resvg-js";
import { LRUCache } from "lru-cache";
import { createHash } from "node:crypto";
import satori from "satori";
import { cardFonts } from "./card-fonts.ts";
import { cardLayout } from "./card-layout.ts";
import { type Card, cardSize } from "./card.ts";

/** Cards that were drawn or are being drawn, by what stands on them: a crowd that asks for one has it drawn once. */
const drawn = new LRUCache<string, Promise<Buffer>>({ max: 200 });

/** Draws a card. @returns a PNG; the same card is drawn once as long as it is remembered */
export function drawCard(card: Card): Promise<Buffer> {
  const key = createHash("sha256").update(JSON.stringify(card)).digest("base64url");
  const known = drawn.get(key);
  if (known) return known;
  const drawing = draw(card);
  drawn.set(key, drawing);
  drawing.catch(() => drawn.delete(key));
  return drawing;
}

async function draw(card: Card): Promise<Buffer> {
  const fonts = cardFonts().map(({ name, data }) => ({
    name,
    data,
    weight: 400 as const,
    style: "normal" as const,
  }));
  const svg = await satori(cardLayout(card) as never, { ...cardSize, fonts });
  const image = await renderAsync(svg, { font: { loadSystemFonts: false } });
  return image.asPng();
}

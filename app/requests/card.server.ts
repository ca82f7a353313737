import type { Card } from "#app/cards/card.ts";
import { drawCard } from "#app/cards/draw-card.server.ts";

/** Answers with a picture. Its address tells what is on it, so who has it need not ask again for a while. */
export async function cardAnswer(card: Card): Promise<Response> {
  const bytes = await drawCard(card);
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      "Content-Type": "image/png",
      "Cache-Control": "public, max-age=300",
      // Other sites show it.
      "Cross-Origin-Resource-Policy": "cross-origin",
    },
  });
}

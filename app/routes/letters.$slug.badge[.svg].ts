import type { LoaderFunctionArgs } from "@remix-run/node";
import { badgeSvg } from "#app/embeds/badge.ts";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { notThere } from "#app/requests/not-there.ts";

/** How many signed a letter, as a picture for other sites. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const letter = await readLetter(params.slug ?? "");
  if (!letter) return notThere();
  context.madeOf.add(`letter:${letter.id}`);
  return new Response(badgeSvg(letter, letter.language), {
    headers: {
      "Content-Type": "image/svg+xml; charset=utf-8",
      // Its own style and nothing else, wherever it is opened.
      "Content-Security-Policy":
        "default-src 'none'; object-src 'none'; base-uri 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      "Cross-Origin-Resource-Policy": "cross-origin",
    },
  });
}

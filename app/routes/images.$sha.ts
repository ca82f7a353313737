import type { LoaderFunctionArgs } from "@remix-run/node";
import { readImage } from "#app/letters/store-image.server.ts";

/** A picture of a letter; its address is its hash, so it never changes. */
export async function loader({ params }: LoaderFunctionArgs) {
  const image = /^[0-9a-f]{64}$/.test(params.sha ?? "") ? await readImage(params.sha ?? "") : null;
  if (!image)
    return new Response("There is no such picture.\n", {
      status: 404,
      headers: { "Content-Type": "text/plain" },
    });
  return new Response(new Uint8Array(image.bytes), {
    headers: { "Content-Type": image.mediaType, "Cache-Control": "public, max-age=31536000, immutable" },
  });
}

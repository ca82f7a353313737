import type { LoaderFunctionArgs } from "@remix-run/node";
import { letterAt, oembed, sizeWish } from "#app/embeds/oembed.ts";
import { letterCardPath } from "#app/letters/letter-card.ts";
import { readLetter, readVersion } from "#app/letters/read-letter.server.ts";
import { addressIn } from "#app/translations/address-in.ts";
import { readInLanguage } from "#app/translations/read-in-language.server.ts";

/** The card of a letter for sites that make one of a link (oembed.com), as JSON. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  // The standard's answer where another format is asked for.
  if ((searchParams.get("format") ?? "json") !== "json")
    return Response.json({ error: "not-implemented" }, { status: 501 });
  const named = letterAt(searchParams.get("url") ?? "", context.origin);
  const letter = named && (await readLetter(named.slug));
  const version = letter && (await readVersion(letter.id, letter.version));
  const reading = version && (await readInLanguage(letter.id, version, named?.language ?? null));
  if (!reading) return Response.json({ error: "not-found" }, { status: 404 });
  const { text, original } = reading;
  const addresses = {
    origin: context.origin,
    embed: addressIn(`${context.origin}/letters/${letter.slug}/embed`, original, text.language),
    picture: context.origin + letterCardPath(letter, text, original),
  };
  const most = {
    width: sizeWish(searchParams.get("maxwidth")),
    height: sizeWish(searchParams.get("maxheight")),
  };
  return Response.json(oembed({ ...letter, title: text.title }, addresses, most), {
    headers: { "Cache-Control": "public, max-age=300" },
  });
}

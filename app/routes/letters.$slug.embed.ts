import type { LoaderFunctionArgs } from "@remix-run/node";
import { embedCard, embedPolicy } from "#app/embeds/embed-card.ts";
import { translator } from "#app/languages/translate.ts";
import { readLetter, readVersion } from "#app/letters/read-letter.server.ts";
import { notThere } from "#app/requests/not-there.ts";
import { addressIn } from "#app/translations/address-in.ts";
import { readInLanguage } from "#app/translations/read-in-language.server.ts";

/** A letter as a card that other sites frame; the same for everybody, whatever cookies there are. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const letter = await readLetter(params.slug ?? "");
  const version = letter && (await readVersion(letter.id, letter.version));
  const wanted = new URL(request.url).searchParams.get("in");
  const reading = version && (await readInLanguage(letter.id, version, wanted));
  if (!reading) return notThere();
  context.madeOf.add(`letter:${letter.id}`);
  const page = `${context.origin}/letters/${letter.slug}`;
  const at = (address: string) => addressIn(address, reading.original, reading.text.language);
  const addresses = { url: at(page), sign: at(`${page}/sign`) };
  return new Response(embedCard(letter, reading.text, addresses, translator(reading.text.language)), {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": embedPolicy,
      // The policy says who may frame it; this older header knows no way to say "everybody".
      "X-Frame-Options": "",
      "Cross-Origin-Resource-Policy": "cross-origin",
    },
  });
}

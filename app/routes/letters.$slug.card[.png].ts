import type { LoaderFunctionArgs } from "@remix-run/node";
import { letterCard } from "#app/letters/letter-card.ts";
import { readLetter, readVersion } from "#app/letters/read-letter.server.ts";
import { cardAnswer } from "#app/requests/card.server.ts";
import { notThere } from "#app/requests/not-there.ts";
import { readInLanguage } from "#app/translations/read-in-language.server.ts";

/** The picture that goes with a link to a letter. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const letter = await readLetter(params.slug ?? "");
  const version = letter && (await readVersion(letter.id, letter.version));
  const wanted = new URL(request.url).searchParams.get("in");
  const reading = version && (await readInLanguage(letter.id, version, wanted));
  if (!reading) return notThere();
  context.madeOf.add(`letter:${letter.id}`);
  return cardAnswer(letterCard(letter, reading.text));
}

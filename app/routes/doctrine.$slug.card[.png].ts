import type { LoaderFunctionArgs } from "@remix-run/node";
import { readText } from "#app/doctrine/read-text.server.ts";
import { textCard } from "#app/doctrine/text-card.ts";
import { cardAnswer } from "#app/requests/card.server.ts";
import { notThere } from "#app/requests/not-there.ts";

/** The picture that goes with a link to a text. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const text = await readText(params.slug ?? "");
  if (!text) return notThere();
  context.madeOf.add(`text:${text.id}`);
  return cardAnswer(textCard(text));
}

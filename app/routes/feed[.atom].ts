import type { LoaderFunctionArgs } from "@remix-run/node";
import { lettersFeed } from "#app/letters/letters-feed.ts";
import { listLetters } from "#app/letters/read-letter.server.ts";
import { feedAnswer } from "#app/requests/feed.ts";
import { visitorOf } from "#app/requests/visitor.server.ts";

/** The newest letters as an Atom feed. */
export async function loader(args: LoaderFunctionArgs) {
  args.context.madeOf.add("letters");
  const { language, t } = await visitorOf(args);
  const { letters } = await listLetters("newest", null);
  return feedAnswer(lettersFeed(letters, t, language), args.context.origin);
}

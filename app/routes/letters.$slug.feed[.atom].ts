import type { LoaderFunctionArgs } from "@remix-run/node";
import { letterFeed } from "#app/chronicle/letter-feed.ts";
import { readRecords } from "#app/chronicle/read-records.server.ts";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { feedAnswer } from "#app/requests/feed.ts";
import { notThere } from "#app/requests/not-there.ts";
import { visitorOf } from "#app/requests/visitor.server.ts";

/** What happens to a letter as an Atom feed. */
export async function loader(args: LoaderFunctionArgs) {
  const letter = await readLetter(args.params.slug ?? "");
  if (!letter) return notThere();
  args.context.madeOf.add(`letter:${letter.id}`);
  const { language, t } = await visitorOf(args);
  const records = await readRecords(letter.id);
  return feedAnswer(letterFeed(letter, records, t, language), args.context.origin);
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { logFeed } from "#app/moderation/log-feed.ts";
import { madeOfLines, readPublicLog } from "#app/moderation/read-public-log.server.ts";
import { feedAnswer } from "#app/requests/feed.ts";
import { logFilter } from "#app/requests/log-filter.ts";
import { visitorOf } from "#app/requests/visitor.server.ts";

/** The newest lines of the public log as an Atom feed, narrowed as its page is. */
export async function loader(args: LoaderFunctionArgs) {
  args.context.madeOf.add("public-log").add("accounts");
  const url = new URL(args.request.url);
  const { language, t } = await visitorOf(args);
  const letter = url.searchParams.get("letter");
  const { lines } = await readPublicLog({ letter, ...logFilter(url.searchParams), before: null });
  for (const name of madeOfLines(lines)) args.context.madeOf.add(name);
  return feedAnswer(logFeed(lines, url.pathname + url.search, t, language), args.context.origin);
}

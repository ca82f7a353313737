import type { LoaderFunctionArgs } from "@remix-run/node";
import { readText } from "#app/doctrine/read-text.server.ts";
import { readTextNews } from "#app/doctrine/read-text-news.server.ts";
import { textFeed } from "#app/doctrine/text-feed.ts";
import { feedAnswer } from "#app/requests/feed.ts";
import { notThere } from "#app/requests/not-there.ts";
import { visitorOf } from "#app/requests/visitor.server.ts";

/** What happens to a text as an Atom feed. */
export async function loader(args: LoaderFunctionArgs) {
  const text = await readText(args.params.slug ?? "");
  if (!text) return notThere();
  args.context.madeOf.add(`text:${text.id}`);
  const { language, t } = await visitorOf(args);
  const news = await readTextNews(text.id);
  for (const { id } of news.letters) args.context.madeOf.add(`letter:${id}`);
  return feedAnswer(textFeed(text, news, t, language), args.context.origin);
}

import { atomFeed, type Feed, feedChanged } from "#app/feeds/atom.ts";

/** Answers with a feed, and when it changed last. */
export function feedAnswer(feed: Feed, origin: string): Response {
  return new Response(atomFeed(feed, origin), {
    headers: {
      "Content-Type": "application/atom+xml; charset=utf-8",
      "Last-Modified": feedChanged(feed).toUTCString(),
    },
  });
}

import { createHeaders } from "@mjackson/node-fetch-server";
import type { AppLoadContext } from "@remix-run/node";
import type { IncomingMessage } from "node:http";
import proxyAddress from "proxy-addr";
import type { Caller } from "./caller.ts";
import type { CommentNews } from "./comment-news.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    /** Where the request comes from, believing only the proxies in TRUSTED_PROXIES. */
    clientAddress: string;
    /** Whether an operator at this very machine is asking, with no proxy between. */
    fromThisMachine: boolean;
    /** The address readers know Tribune by, for links in mails and canonical URLs. */
    origin: string;
    reference: string;
    /** Whether a form was sent: loaders, which run after its action, cannot see that. */
    posting: boolean;
    /** Names of the data a public page is made of, as loaders give them ("letter:42"): a change drops the page. */
    madeOf: Set<string>;
    /** Tells of new comments while somebody reads. */
    commentNews: CommentNews;
    /** The fault that made Remix answer 500, kept by entry.server.tsx. */
    fault?: unknown;
  }
}

/** Forms, and whatever else may change something. */
export const unsafe = (method = "GET") => !["GET", "HEAD", "OPTIONS"].includes(method);

/** What Remix is given of a request: its address under the name we are known by, and what we trust of its headers. */
export function forRemix(
  request: IncomingMessage,
  { origin, fromThisMachine }: Caller,
  given: {
    trusted: (address: string, hop: number) => boolean;
    reference: string;
    commentNews: CommentNews;
  },
): { address: URL; headers: Headers; context: AppLoadContext } {
  const base = new URL(origin);
  const headers = createHeaders(request);
  // Remix believes these whoever sends them; what we trust of them is already in clientAddress and origin.
  for (const name of [...headers.keys()])
    if (name.startsWith("x-forwarded-") || name === "forwarded") headers.delete(name);
  headers.set("host", base.host);
  const context: AppLoadContext = {
    clientAddress: proxyAddress(request, given.trusted),
    fromThisMachine,
    origin,
    posting: unsafe(request.method),
    reference: given.reference,
    madeOf: new Set(),
    commentNews: given.commentNews,
  };
  return { address: new URL(request.url ?? "/", base), headers, context };
}

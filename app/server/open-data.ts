import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Rendered } from "./page-cache.ts";
import { codeOf, comeBackIn, type PlainStatus } from "./plain-page.ts";
import { namesTag } from "./public-page.ts";

// How public data is answered (app/api): to pages of every origin, with a tag, and in JSON when there is none of it.

/** The most of an answer that is held back to name it, in bytes: a list of a million signatures is sent as it is read. */
const largestTagged = 256 * 1024;

/**
 * Pages of every origin may read it, never with what a browser knows of its user: there is no
 * Access-Control-Allow-Credentials.
 */
export const openHeaders: [name: string, value: string][] = [
  ["Access-Control-Allow-Origin", "*"],
  ["Access-Control-Expose-Headers", "ETag, Link, Retry-After, RateLimit, RateLimit-Policy"],
  ["Cross-Origin-Resource-Policy", "cross-origin"],
];

/** Answers what browsers ask before they ask, and the OPTIONS of the Web Annotation Protocol (section 3). */
export function answerPreflight(response: ServerResponse): void {
  const methods = "GET, HEAD, OPTIONS";
  response.writeHead(204, {
    Allow: methods,
    "Access-Control-Allow-Methods": methods,
    "Access-Control-Allow-Headers": "Accept, Accept-Language, If-None-Match, If-Modified-Since, Prefer",
    "Access-Control-Max-Age": "86400",
  });
  response.end();
}

const words: Record<number, string> = {
  400: "bad-request",
  404: "not-found",
  405: "method-not-allowed",
  410: "hidden",
};
const isJson = (type: string | null) => /^application\/(?:[\w.]+\+)?json\b/.test(type ?? "");

/** A refusal as data: programs that ask for data cannot read a page. */
export function asData(answer: Response): Response {
  const { status } = answer;
  if (status < 400 || isJson(answer.headers.get("Content-Type"))) return answer;
  const wait = answer.headers.get("Retry-After");
  const headers = wait === null ? undefined : { "Retry-After": wait };
  void answer.body?.cancel();
  return Response.json({ error: words[status] ?? "refused" }, { status, headers });
}

/** The page that tells why something is hidden, as data: 410, or 451 for what was removed for a provision of law. */
export function hiddenAsData(answer: Response, page: string): Response {
  const { status } = answer;
  if (status !== 410 && status !== 451) return asData(answer);
  void answer.body?.cancel();
  return Response.json({ error: status === 451 ? "removed-for-law" : "hidden", page }, { status });
}

const plainWords: Record<PlainStatus, string> = {
  400: "bad-request",
  403: "foreign-origin",
  405: "method-not-allowed",
  413: "too-large",
  500: "fault",
  503: "database-away",
  busy: "busy",
  "read-only": "read-only",
};

/** Answers where Remix cannot, as the plain pages do for people. */
export function sendPlainData(
  response: ServerResponse,
  status: PlainStatus,
  method: string | undefined,
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const body = JSON.stringify({ error: plainWords[status] });
  response.writeHead(codeOf(status), {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": "no-store",
    ...(status === 503 || typeof status === "string" ? { "Retry-After": String(comeBackIn[status]()) } : {}),
    ...(status === 413 ? { Connection: "close" } : {}),
  });
  response.end(method === "HEAD" ? undefined : body);
}

const tagOf = (body: Uint8Array) => `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
const knows = ({ headers }: IncomingMessage, tag: string) =>
  headers["if-none-match"] !== undefined && namesTag(headers["if-none-match"], tag);
const without304 = (name: string) => !/^content-(?:type|length|disposition)$/i.test(name);

/** A page that was not kept, named as the page cache names those that are; without its body for who has it. */
export function taggedPage(request: IncomingMessage, page: Rendered): Rendered {
  if (page.status !== 200 || page.headers.some(([name]) => name.toLowerCase() === "etag")) return page;
  const tag = tagOf(page.body);
  const headers: Rendered["headers"] = [...page.headers, ["ETag", tag]];
  if (!headers.some(([name]) => name.toLowerCase() === "cache-control"))
    headers.push(["Cache-Control", "no-cache"]);
  if (!knows(request, tag)) return { ...page, headers };
  return {
    ...page,
    status: 304,
    headers: headers.filter(([name]) => without304(name)),
    body: Buffer.alloc(0),
  };
}

/** An answer with its tag, unless it has one or is too long to be held back; 304 for who has it. */
export async function taggedAnswer(request: IncomingMessage, answer: Response): Promise<Response> {
  if (answer.status !== 200 || !answer.body || answer.headers.has("ETag")) return answer;
  const reader = answer.body.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  while (size <= largestTagged) {
    const { done, value } = await reader.read();
    if (done) {
      const body = Buffer.concat(pieces);
      const headers = new Headers(answer.headers);
      const tag = tagOf(body);
      headers.set("ETag", tag);
      if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-cache");
      if (!knows(request, tag)) return new Response(body, { headers });
      return new Response(null, { status: 304, headers: [...headers].filter(([name]) => without304(name)) });
    }
    pieces.push(value);
    size += value.byteLength;
  }
  return new Response(goOn(pieces, reader), { headers: answer.headers });
}

/** A body again, after some of it was read. */
function goOn(
  pieces: Uint8Array[],
  reader: ReadableStreamDefaultReader<Uint8Array>,
): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const first = pieces.shift();
      if (first) return controller.enqueue(first);
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

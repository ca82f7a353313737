import type { IncomingMessage, ServerResponse } from "node:http";
import { cookieValue, type Language } from "#app/languages/language.ts";
import { freshCookie } from "#app/requests/fresh-cookie.ts";
import type { KeptPage } from "./page-cache.ts";

/** Parameters that name a page of a list. Others (a search, a notice) make a page that is not worth keeping. */
const listParameters = new Set(["sort", "list", "after"]);
const ours = /^\/($|letters($|\/|\.)|privacy$)/;

/**
 * The key under which the page that is asked for may be kept: everything it depends on besides data. Null when
 * it must be made for this visitor: logged in, who just changed something, or a page that is not public.
 */
export function publicPageKey(
  request: IncomingMessage,
  reader: { language: Language; origin: string; fromThisMachine: boolean },
): string | null {
  const { method, url = "/", headers } = request;
  if (method !== "GET" && method !== "HEAD") return null;
  const [path = "/", search = ""] = url.split("?");
  if (url.length > 300 || !ours.test(path) || "authorization" in headers || "range" in headers) return null;
  if (![...new URLSearchParams(search).keys()].every((name) => listParameters.has(name))) return null;
  const { cookie } = headers;
  for (const name of ["session", "__Host-session", freshCookie])
    if (cookieValue(cookie, name) !== undefined) return null;
  const theme = cookieValue(cookie, "theme") ?? "";
  return JSON.stringify([url, reader.language, theme.slice(0, 5), reader.origin, reader.fromThisMachine]);
}

/**
 * Browsers ask again each time and mostly get 304; a shared cache in front may answer a crowd for two seconds, and
 * for one more while it asks.
 */
const cacheControl = "public, max-age=0, s-maxage=2, stale-while-revalidate=1";

/** Answers with a kept page: the encoding the browser takes, or 304 when it has this very page. */
export function sendKeptPage(request: IncomingMessage, response: ServerResponse, page: KeptPage): void {
  const accepted = String(request.headers["accept-encoding"] ?? "");
  const encoding = takes(accepted, "br") ? "br" : takes(accepted, "gzip") ? "gzip" : "identity";
  // A strong tag names the bytes, so each encoding has its own.
  const etag = `"${page.etag}${encoding === "identity" ? "" : `-${encoding}`}"`;
  for (const [name, value] of page.headers) response.setHeader(name, value);
  response.setHeader("Cache-Control", cacheControl);
  response.setHeader("Vary", "Accept-Encoding, Accept-Language, Cookie");
  response.setHeader("ETag", etag);
  const known = request.headers["if-none-match"];
  if (
    known &&
    (known.trim() === "*" || known.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag))
  ) {
    response.writeHead(304).end();
    return;
  }
  const bytes = page.bytes[encoding];
  if (encoding !== "identity") response.setHeader("Content-Encoding", encoding);
  response.setHeader("Content-Length", bytes.length);
  response.writeHead(200);
  response.end(request.method === "HEAD" ? undefined : bytes);
}

/** Whether an Accept-Encoding header takes an encoding: named, and not with weight 0 (RFC 9110, section 12.5.3). */
function takes(accepted: string, encoding: string): boolean {
  return accepted.split(",").some((entry) => {
    const [name = "", ...parameters] = entry.trim().toLowerCase().split(";");
    return name.trim() === encoding && !parameters.some((parameter) => /^\s*q=0(\.0*)?\s*$/.test(parameter));
  });
}

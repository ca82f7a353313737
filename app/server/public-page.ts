import type { IncomingMessage, ServerResponse } from "node:http";
import { cookieValue, preferenceIn, preferredLanguage } from "#app/languages/language.ts";
import { freshCookies } from "#app/requests/fresh-cookie.ts";
import type { Caller } from "./caller.ts";
import type { Encoding, KeptPage } from "./page-cache.ts";
import { securityHeaders } from "./security-headers.ts";

/** Parameters that name a page of a list, or the language that a letter is read in. Others (a search, a notice) make a page that is not worth keeping. */
const listParameters = ["sort", "stance", "list", "after", "before", "letter", "in"];
/** Below /doctrine/ pages are also asked for by what is 404 where there is none of that name. */
const doctrineParameters = [...listParameters, "revision", "part", "from", "to", "change"];
const ours =
  /^\/(?:$|(?:(?:letters|organisations)(?:$|[/.])|doctrine(?:$|\/|\.json$)|moderation\/log(?:\.atom)?$|feed\.atom$|sitemap(?:\.xml$|\/)))/;
/** No address of ours has an escape or a dot for a name; with these anything could be written in another way. */
const plain = /^(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]*)+$/;
/**
 * Streams, of which some never end and one may be a million lines, and annotations, whose answer depends on more
 * headers. None is a page to keep; Remix takes capitals and slashes at the end as well.
 */
const unkept =
  /^\/(?:letters\/[^/]+\/(?:discussion\/events|signatures\.(?:csv|json))|doctrine\/[^/]+\/(?:[^/]+\/discussion\/events|annotations(?:\/.*)?|consultations\/[^/]+\.(?:csv|json)))(?:\.data)?\/*$/i;
const personal = ["session", "__Host-session", ...freshCookies];

const namesFor = (path: string) =>
  !path.startsWith("/doctrine/")
    ? listParameters
    : /\.json\/*$/i.test(path)
      ? path.includes("/discussion.")
        ? ["after"]
        : ["revision"]
      : doctrineParameters;

/**
 * The part of a URL that a kept page depends on, or null when the page must be made for this visitor: logged in,
 * who just changed something, or a page that is not public.
 */
export function publicPath({ method, url = "/", headers }: IncomingMessage): string | null {
  if (method !== "GET" && method !== "HEAD") return null;
  const mark = url.indexOf("?");
  const path = mark < 0 ? url : url.slice(0, mark);
  if (url.length > 300 || !ours.test(path) || !plain.test(path) || unkept.test(path)) return null;
  if (headers.authorization !== undefined || headers.range !== undefined) return null;
  if (mark >= 0) {
    const names = namesFor(path);
    if (![...new URLSearchParams(url.slice(mark)).keys()].every((name) => names.includes(name))) return null;
  }
  const { cookie } = headers;
  if (cookie !== undefined && personal.some((name) => cookieValue(cookie, name) !== undefined)) return null;
  return url;
}

const readings = new Map<string, string>();

/** Language and appearance of a reader. Most readers send one of a few headers, so these are read once each. */
function readingOf(cookie: string | undefined, wishes: string | undefined): string {
  const headers = `${cookie ?? ""}\n${wishes ?? ""}`;
  const known = readings.get(headers);
  if (known !== undefined) return known;
  const theme = cookie === undefined ? "" : (preferenceIn(cookie, "theme") ?? "").slice(0, 5);
  const reading = `${preferredLanguage(cookie, wishes)} ${theme}`;
  if (readings.size > 1000) readings.clear();
  if (headers.length < 500) readings.set(headers, reading);
  return reading;
}

/** The key of a public page: its path, and everything it depends on besides data. */
export function publicPageKey(
  path: string,
  request: IncomingMessage,
  { origin, fromThisMachine }: Caller,
): string {
  const { cookie, "accept-language": wishes } = request.headers;
  return `${path} ${readingOf(cookie, wishes)} ${origin} ${fromThisMachine}`;
}

/**
 * Browsers ask again each time and mostly get 304; a shared cache in front may answer a crowd for two seconds, and
 * for one more while it asks.
 */
const cacheControl = "public, max-age=0, s-maxage=2, stale-while-revalidate=1";

type Head = { etag: string; modified: number | null; whole: string[]; notModified: string[] };
/** The whole head of each answer, made once a page: setting fifteen headers one by one costs more than sending. */
const heads = new WeakMap<KeptPage, Partial<Record<Encoding, Head>>>();

function headOf(page: KeptPage, encoding: Encoding, secure: boolean): Head {
  const made = heads.get(page) ?? {};
  heads.set(page, made);
  return (made[encoding] ??= makeHead(page, encoding, secure));
}

function makeHead(page: KeptPage, encoding: Encoding, secure: boolean): Head {
  // A strong tag names the bytes, so each encoding has its own.
  const etag = `"${page.hash}${encoding === "identity" ? "" : `-${encoding}`}"`;
  const headers = new Headers(securityHeaders(secure));
  for (const [name, value] of page.headers) {
    if (value === "") headers.delete(name);
    else headers.set(name, value);
  }
  headers.set("Cache-Control", cacheControl);
  headers.set("Vary", "Accept-Encoding, Accept-Language, Cookie");
  headers.set("ETag", etag);
  if (encoding !== "identity") headers.set("Content-Encoding", encoding);
  const notModified = [...headers].filter(([name]) => !/^content-(type|encoding)$/.test(name)).flat();
  headers.set("Content-Length", String(page.bytes[encoding].length));
  const modified = Date.parse(headers.get("Last-Modified") ?? "");
  return {
    etag,
    modified: Number.isNaN(modified) ? null : modified,
    whole: [...headers].flat(),
    notModified,
  };
}

/** Answers with a kept page: the encoding the browser takes, or 304 when it has this very page. */
export function sendKeptPage(
  request: IncomingMessage,
  response: ServerResponse,
  page: KeptPage,
  secure: boolean,
): void {
  const encoding = encodingFor(request.headers["accept-encoding"]);
  const { etag, modified, whole, notModified } = headOf(page, encoding, secure);
  // The head is whole: what every answer carries and was set before may be what this page takes away.
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  const { "if-none-match": known, "if-modified-since": since } = request.headers;
  // The date counts only where no tag is named (RFC 9110, section 13.1.3): feeds alone carry one.
  const unchanged =
    known !== undefined
      ? namesTag(known, etag)
      : since !== undefined && modified !== null && modified <= Date.parse(since);
  if (unchanged) {
    response.writeHead(304, notModified).end();
    return;
  }
  response.writeHead(200, whole);
  response.end(request.method === "HEAD" ? undefined : page.bytes[encoding]);
}

/** Whether an If-None-Match header names this tag (RFC 9110, section 13.1.2: compared weakly). */
export const namesTag = (header: string, etag: string) =>
  header.trim() === "*" || header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);

const encodings = new Map<string, Encoding>();

/**
 * The best encoding an Accept-Encoding header takes (RFC 9110, section 12.5.3). Browsers send one of a few headers, so
 * these are read once each.
 */
function encodingFor(accepted: string | string[] | undefined): Encoding {
  if (accepted === undefined) return "identity";
  const header = String(accepted);
  const known = encodings.get(header);
  if (known !== undefined) return known;
  const lower = header.toLowerCase();
  const best = takes(lower, "br") ? "br" : takes(lower, "gzip") ? "gzip" : "identity";
  if (encodings.size > 1000) encodings.clear();
  if (header.length < 200) encodings.set(header, best);
  return best;
}

function takes(accepted: string, encoding: string): boolean {
  if (!accepted.includes(encoding)) return false;
  return accepted.split(",").some((entry) => {
    const [name = "", ...parameters] = entry.split(";");
    return name.trim() === encoding && !parameters.some((parameter) => /^\s*q=0(\.0*)?\s*$/.test(parameter));
  });
}

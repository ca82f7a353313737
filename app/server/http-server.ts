import { createHeaders, sendResponse } from "@mjackson/node-fetch-server";
import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";
import { randomUUID } from "node:crypto";
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import proxyAddress from "proxy-addr";
import { preferredLanguage } from "#app/languages/language.ts";
import { callerReader } from "./caller.ts";
import type { CommentNews } from "./comment-news.ts";
import { isDatabaseAway } from "./faults.ts";
import { log } from "./log.ts";
import { freshCookieHeader } from "#app/requests/fresh-cookie.ts";
import type { PageCache, Rendered } from "./page-cache.ts";
import { answerProbe } from "./probes.ts";
import { type PlainStatus, sendPlainPage } from "./plain-page.ts";
import { publicPageKey, publicPath, sendKeptPage } from "./public-page.ts";
import { comesFromUs, largestBody, readBody } from "./request-guard.ts";
import { setSecurityHeaders } from "./security-headers.ts";
import type { Settings } from "./settings.ts";

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

/** What the server shows of the application: its files and its routes. */
export type Application = {
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Serves the built files, or in development Vite's; calls `next` for what is not a file. */
  files: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  stylesheets: string[];
};

/** Logs an answer once it is sent. The path of a mail's link is a secret: the first part of a path is kept only. */
function logAnswer(request: IncomingMessage, response: ServerResponse, reference?: string): void {
  const started = performance.now();
  response.on("finish", () => {
    const place = /^\/[^/?]*/.exec(request.url ?? "")?.[0];
    const fields = { reference, method: request.method, place, status: response.statusCode };
    const level = response.statusCode >= 500 ? "error" : response.statusCode >= 400 ? "info" : "debug";
    log[level]({ ...fields, ms: Math.round(performance.now() - started) }, "answered");
  });
}

function sendRendered(request: IncomingMessage, response: ServerResponse, page: Rendered): void {
  for (const [name, value] of page.headers) response.appendHeader(name, value);
  response.setHeader("Content-Length", page.body.length);
  response.writeHead(page.status);
  response.end(request.method === "HEAD" ? undefined : page.body);
}

/** Forms know no other ones. */
const methods = ["GET", "HEAD", "POST"];
const unsafe = (method = "GET") => !["GET", "HEAD", "OPTIONS"].includes(method);

/** A path whose escapes are broken or hold NUL can be no page of ours, and PostgreSQL would choke on it. */
function isReadablePath(url: string): boolean {
  // `//host/path` and `/\host/path` would be taken for the URL of another host.
  if (/^\/[/\\]/.test(url)) return false;
  try {
    return !decodeURIComponent(url.replaceAll("+", " ")).includes("\0");
  } catch {
    return false;
  }
}

/**
 * The one HTTP server: probes, files, the guard of unsafe requests, Remix, and the plain pages that stand in
 * when Remix cannot answer. It holds no rule of the domain.
 */
export function createTribuneServer(
  settings: Settings,
  application: Application,
  cache: PageCache | null,
  commentNews: CommentNews,
): Server {
  const handle = createRequestHandler(application.build, process.env.NODE_ENV);
  const trusted = proxyAddress.compile(settings.TRUSTED_PROXIES);
  const secure = settings.PUBLIC_URL?.startsWith("https:") ?? false;
  const callerOf = callerReader(settings);

  const listener: RequestListener = (request, response) => {
    if (answerFromMemory(request, response)) return;
    const reference = randomUUID().slice(0, 8);
    const language = preferredLanguage(request.headers.cookie, request.headers["accept-language"]);
    const refuse = (status: PlainStatus, retry?: { path: string; fields: URLSearchParams }) =>
      sendPlainPage(
        response,
        {
          status,
          language,
          stylesheets: application.stylesheets,
          retry,
          reference: status === 500 ? reference : undefined,
        },
        request.method,
      );
    setSecurityHeaders(response, secure);
    logAnswer(request, response, reference);
    answer(request, response, reference, refuse).catch((fault: unknown) => {
      if (request.destroyed && !response.writable) return;
      log.error({ reference, err: fault }, "fault");
      refuse(isDatabaseAway(fault) ? 503 : 500);
    });
  };

  /** The way of almost every request when a crowd reads: no promise, no file, no parsing of URLs. */
  function answerFromMemory(request: IncomingMessage, response: ServerResponse): boolean {
    const path = cache && publicPath(request);
    const page = path && cache.current(publicPageKey(path, request, callerOf(request)));
    if (!page) return false;
    if (log.isLevelEnabled("debug")) logAnswer(request, response);
    sendKeptPage(request, response, page, secure);
    return true;
  }

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    reference: string,
    refuse: (status: PlainStatus, retry?: { path: string; fields: URLSearchParams }) => void,
  ): Promise<void> {
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    if (await answerProbe(path, response)) return;
    if (!isReadablePath(request.url ?? "/")) return refuse(400);
    if (!unsafe(request.method)) {
      const isFile = await new Promise<boolean>((resolve) => {
        response.once("close", () => resolve(true));
        application.files(request, response, () => resolve(false));
      });
      if (isFile) return;
    }
    const caller = callerOf(request);
    if (unsafe(request.method) && !comesFromUs(request.headers, caller.origins)) {
      log.warn({ reference, origin: request.headers.origin }, "foreign origin refused");
      return refuse(403);
    }
    if (!methods.includes(request.method ?? "")) {
      response.setHeader("Allow", methods.join(", "));
      return refuse(405);
    }
    const { origin, fromThisMachine } = caller;
    const base = new URL(origin);
    const headers = createHeaders(request);
    // Remix believes these whoever sends them; what we trust of them is already in clientAddress and origin.
    for (const name of [...headers.keys()])
      if (name.startsWith("x-forwarded-") || name === "forwarded") headers.delete(name);
    headers.set("host", base.host);
    const context: AppLoadContext = {
      clientAddress: proxyAddress(request, trusted),
      fromThisMachine,
      origin,
      posting: unsafe(request.method),
      reference,
      madeOf: new Set(),
      commentNews,
    };
    const address = new URL(request.url ?? "/", base);
    const kept = cache && publicPath(request);
    if (kept) {
      const key = publicPageKey(kept, request, caller);
      const page = await cache.get(key, () => render(new Request(address, { headers }), context));
      if ("kept" in page) sendKeptPage(request, response, page.kept, secure);
      else sendRendered(request, response, page.rendered);
      return;
    }
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    let body: Uint8Array<ArrayBuffer> | undefined;
    if (unsafe(request.method)) {
      const read = await readBody(request, request.headers, largestBody(path));
      if (typeof read === "number") return refuse(read);
      body = read;
    }
    const answered = await handle(
      new Request(address, {
        method: request.method,
        headers,
        body,
        signal: gone.signal,
      }),
      context,
    );
    if (answered.status >= 500 && context.fault !== undefined) {
      const away = isDatabaseAway(context.fault);
      log.error({ reference, err: context.fault }, away ? "database away" : "fault");
      const form = headers.get("content-type")?.startsWith("application/x-www-form-urlencoded") && body;
      await answered.body?.cancel();
      return refuse(away ? 503 : 500, form ? { path: request.url ?? "/", fields: typed(form) } : undefined);
    }
    if (context.posting) answered.headers.append("Set-Cookie", freshCookieHeader(secure));
    await sendResponse(response, answered);
  }

  /** A page rendered for whoever asks for it. @throws the fault that made Remix answer 500 */
  async function render(asked: Request, context: AppLoadContext): Promise<Rendered> {
    const answered = await handle(asked, context);
    const body = Buffer.from(await answered.arrayBuffer());
    if (answered.status >= 500 && context.fault !== undefined) throw context.fault;
    return { status: answered.status, headers: [...answered.headers], body, madeOf: context.madeOf };
  }

  const server = createServer(
    { requestTimeout: 60_000, headersTimeout: 20_000, keepAliveTimeout: 65_000 },
    listener,
  );
  return server;
}

function typed(body: Uint8Array): URLSearchParams {
  return new URLSearchParams(new TextDecoder().decode(body));
}

/**
 * Stops taking requests and waits for those under way, `patience` ms at most.
 */
export async function stopServer(server: Server, patience: number): Promise<void> {
  const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const late = setTimeout(() => server.closeAllConnections(), patience);
  await stopped;
  clearInterval(idle);
  clearTimeout(late);
}

import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import { randomUUID } from "node:crypto";
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import proxyAddress from "proxy-addr";
import { readRunningSettings } from "#app/administration/read-settings.server.ts";
import { mayPostWhileReadOnly } from "#app/administration/running-settings.ts";
import { preferredLanguage } from "#app/languages/language.ts";
import { isOpenData } from "#app/api/open-data.ts";
import { hiddenPageFor } from "#app/moderation/read-hidden.server.ts";
import { type Admission, Busy } from "./admission.ts";
import { sendApiRefusal } from "./api-refusal.ts";
import { AnswerFigures } from "./answer-figures.ts";
import { callerReader } from "./caller.ts";
import type { CommentNews } from "./comment-news.ts";
import { plainStatusOf } from "./faults.ts";
import { log } from "./log.ts";
import { freshCookieHeader } from "#app/requests/fresh-cookie.ts";
import type { PageCache, Rendered } from "./page-cache.ts";
import {
  answerPreflight,
  asData,
  openHeaders,
  sendPlainData,
  taggedAnswer,
  hiddenAsData,
  taggedPage,
} from "./open-data.ts";
import { answerProbe } from "./probes.ts";
import { type PlainStatus, type Retry, sendPlainPage } from "./plain-page.ts";
import { publicPageKey, publicPath, sendKeptPage } from "./public-page.ts";
import { forRemix, unsafe } from "./remix-request.ts";
import {
  comesFromUs,
  isApiPath,
  isReadablePath,
  largestBody,
  readBody,
  takesForeignPost,
} from "./request-guard.ts";
import type { Reader } from "./read-from-replicas.ts";
import { setSecurityHeaders } from "./security-headers.ts";
import { logAnswer, sendAnswer, sendRendered } from "./send-answer.ts";
import { remixHandler, routeReader } from "./remix-handler.ts";
import type { Settings } from "./settings.ts";
import { inSpan } from "./spans.ts";

/** What the server shows of the application: its files and its routes. */
export type Application = {
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Serves the built files, or in development Vite's; calls `next` for what is not a file. */
  files: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  stylesheets: string[];
};

const words = { busy: "busy", 503: "database away", 500: "fault" };
/** Forms know no other ones. */
const methods = ["GET", "HEAD", "POST"];
/** Programs change and delete as well. */
const apiMethods = [...methods, "PUT", "DELETE"];
const pathOf = ({ url = "/" }: IncomingMessage) => url.split("?")[0] ?? "/";
/** The plain page of a status instead of an answer; with `retry` it offers to ask again. */
type Refuse = (status: PlainStatus, retry?: Retry) => void;

/**
 * The one HTTP server: probes, files, the guard of unsafe requests, Remix, and the plain pages that stand in
 * when Remix cannot answer. It holds no rule of the domain. What Remix has to do goes through `admission`; what is
 * in memory or in a file does not.
 */
export function createTribuneServer(
  settings: Settings,
  application: Application,
  cache: PageCache | null,
  admission: Admission,
  commentNews: CommentNews,
  read: Reader = (_path, render) => render(),
): Server {
  const handle = remixHandler(application.build);
  const routeOf = routeReader(application.build);
  const trusted = proxyAddress.compile(settings.TRUSTED_PROXIES);
  const secure = settings.PUBLIC_URL?.startsWith("https:") ?? false;
  const callerOf = callerReader(settings);
  const figures = new AnswerFigures();

  const listener: RequestListener = (request, response) => {
    if (answerFromMemory(request, response)) return figures.fromMemory();
    figures.watch(response);
    const reference = randomUUID().slice(0, 8);
    const language = preferredLanguage(request.headers.cookie, request.headers["accept-language"]);
    const open = isOpenData(pathOf(request));
    const refuse: Refuse = (status, retry) => {
      if (open) return sendPlainData(response, status, request.method);
      if (isApiPath(request.url ?? "")) return sendApiRefusal(response, status, language, request.method);
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
    };
    setSecurityHeaders(response, secure);
    if (open) for (const [name, value] of openHeaders) response.setHeader(name, value);
    logAnswer(request, response, reference);
    // What to offer when it fails: the page again, or the form once it is read.
    const asked = { retry: unsafe(request.method) ? undefined : { path: request.url ?? "/" } };
    const { method = "GET" } = request;
    const told = methods.includes(method) ? method : "other";
    void inSpan("server", told, { "http.request.method": told, "tribune.reference": reference }, (note) =>
      answer(request, response, reference, refuse, asked)
        .catch((fault: unknown) => {
          if (request.destroyed && !response.writable) return;
          const status = plainStatusOf(fault);
          // Of those who are told at the door the line of their answer says enough.
          if (!(fault instanceof Busy)) log.error({ reference, err: fault }, words[status]);
          refuse(status, status === 500 && !unsafe(request.method) ? undefined : asked.retry);
        })
        .finally(() => {
          // Its pattern alone: an address may be a secret, or hold what somebody looks for.
          const route = routeOf(request.url ?? "/");
          const { statusCode } = response;
          note({ "http.route": route, "http.response.status_code": statusCode }, route && `${told} ${route}`);
        }),
    );
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
    refuse: Refuse,
    asked: { retry?: Retry },
  ): Promise<void> {
    const caller = callerOf(request);
    const kept = cache && publicPath(request);
    const path = pathOf(request);
    const open = isOpenData(path);
    if (kept && isReadablePath(kept)) {
      const page = await cache.get(publicPageKey(kept, request, caller), (awaited) => {
        const once = () => {
          const { address, headers, context } = forRemix(request, caller, {
            trusted,
            reference,
            commentNews,
          });
          return render(new Request(address, { headers }), context);
        };
        return admission.within(() => read(kept, once), { ahead: awaited });
      });
      if ("kept" in page) sendKeptPage(request, response, page.kept, secure);
      else if (open) sendRendered(request, response, taggedPage(request, page.rendered));
      else sendRendered(request, response, page.rendered);
      return;
    }
    if (await answerProbe(path, response)) return;
    if (!isReadablePath(request.url ?? "/")) return refuse(400);
    if (!unsafe(request.method)) {
      const isFile = await new Promise<boolean>((resolve) => {
        response.once("close", () => resolve(true));
        application.files(request, response, () => resolve(false));
      });
      if (isFile) return;
    }
    const api = isApiPath(path);
    const foreign = unsafe(request.method) && !comesFromUs(request.headers, caller.origins);
    if (foreign && !api && !(request.method === "POST" && takesForeignPost(path))) {
      log.warn({ reference, origin: request.headers.origin }, "foreign origin refused");
      return refuse(403);
    }
    if (request.method === "OPTIONS" && open) return answerPreflight(response);
    const taken = api ? apiMethods : methods;
    if (!taken.includes(request.method ?? "")) {
      response.setHeader("Allow", taken.join(", "));
      return refuse(405);
    }
    const { address, headers, context } = forRemix(request, caller, { trusted, reference, commentNews });
    // Whoever posts from elsewhere is nobody here; and Remix would answer another site's origin with a fault.
    if (foreign || api) for (const name of ["cookie", "origin"]) headers.delete(name);
    let body: Uint8Array<ArrayBuffer> | undefined;
    if (context.posting) {
      const read = await readBody(request, request.headers, largestBody(path), { forms: !api });
      if (typeof read === "number") return refuse(read);
      body = read;
      if (headers.get("content-type")?.startsWith("application/x-www-form-urlencoded"))
        asked.retry = {
          path: request.url ?? "/",
          fields: new URLSearchParams(new TextDecoder().decode(read)),
        };
    }
    const mayPost = !context.posting || mayPostWhileReadOnly(address.pathname, asked.retry?.fields);
    if (!mayPost && (await readRunningSettings()).readOnly) return refuse("read-only", asked.retry);
    const gone = new AbortController();
    const given = { method: request.method, headers, body, signal: gone.signal };
    // Who has gone while waiting has been told nothing, and asks again.
    const answered = await admission.within(() =>
      response.destroyed ? Promise.resolve(null) : answerOf(new Request(address, given), context),
    );
    if (!answered) return;
    // Not earlier: Remix would let go of work that PostgreSQL is still busy with, and make room for more of it.
    response.once("close", () => {
      // To abort makes an error with its stack: for nothing when the answer was sent.
      if (!response.writableFinished) gone.abort();
    });
    if (response.destroyed) gone.abort();
    if (context.posting && !api) answered.headers.append("Set-Cookie", freshCookieHeader(secure));
    await sendAnswer(response, open ? await taggedAnswer(request, answered) : answered);
  }

  /** What Remix answers. @throws the fault that made it answer 500 */
  async function answerOf(asked: Request, context: AppLoadContext): Promise<Response> {
    let answered = await handle(asked, context);
    // Addresses of what moderation hid are found by nobody; whoever asks is told so instead, and is who they were.
    const url = new URL(asked.url);
    const instead = answered.status === 404 ? await hiddenPageFor(url.pathname) : null;
    if (instead) {
      await answered.body?.cancel();
      const { headers } = asked;
      answered = await handle(new Request(new URL(instead, asked.url), { headers }), context);
      if (isOpenData(url.pathname)) return hiddenAsData(answered, context.origin + instead);
    }
    if (answered.status < 500 || context.fault === undefined)
      return isOpenData(url.pathname) ? asData(answered) : answered;
    await answered.body?.cancel();
    throw context.fault;
  }

  /** A page rendered for whoever asks for it. */
  async function render(asked: Request, context: AppLoadContext): Promise<Rendered> {
    const answered = await answerOf(asked, context);
    const body = Buffer.from(await answered.arrayBuffer());
    const { madeOf } = context;
    // Every page is framed by what administrators set: the banner, and whether one may sign.
    if (madeOf.size > 0) madeOf.add("running-settings");
    const headers = [...answered.headers, ...(isOpenData(new URL(asked.url).pathname) ? openHeaders : [])];
    return { status: answered.status, headers, body, madeOf };
  }

  const server = createServer(
    {
      ...{ requestTimeout: 60_000, headersTimeout: 20_000, keepAliveTimeout: 65_000 },
      // Who sends slowly is looked for so often: node's own half a minute would give them as much again.
      connectionsCheckingInterval: 5_000,
    },
    listener,
  );
  return server;
}

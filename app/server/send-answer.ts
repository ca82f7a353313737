import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "./log.ts";
import type { Rendered } from "./page-cache.ts";

/** How long a reader may take nothing of an answer before it is broken off, in milliseconds. */
const stalled = 60_000;

/** Logs an answer once it is sent. The path of a mail's link is a secret: the first part of a path is kept only. */
export function logAnswer(request: IncomingMessage, response: ServerResponse, reference?: string): void {
  const started = performance.now();
  response.on("finish", () => {
    const place = /^\/[^/?]*/.exec(request.url ?? "")?.[0];
    const fields = { reference, method: request.method, place, status: response.statusCode };
    const level = response.statusCode >= 500 ? "error" : response.statusCode >= 400 ? "info" : "debug";
    log[level]({ ...fields, ms: Math.round(performance.now() - started) }, "answered");
  });
}

/**
 * Headers of an answer take the place of what every answer carries; one that comes twice (a cookie) stays twice, and an
 * empty one takes away what every answer carries.
 */
function setHeaders(response: ServerResponse, headers: Iterable<[name: string, value: string]>): void {
  const seen = new Set<string>();
  for (const [name, value] of headers) {
    if (value === "") response.removeHeader(name);
    else if (seen.has(name.toLowerCase())) response.appendHeader(name, value);
    else response.setHeader(name, value);
    seen.add(name.toLowerCase());
  }
}

/** Sends a page that is there as a whole. */
export function sendRendered(request: IncomingMessage, response: ServerResponse, page: Rendered): void {
  setHeaders(response, page.headers);
  response.setHeader("Content-Length", page.body.length);
  response.writeHead(page.status);
  response.end(request.method === "HEAD" ? undefined : page.body);
}

/**
 * Sends what Remix answers, as fast as the reader takes it: the list of a million signatures must not pile up in
 * memory for one who does not read. Answers once it is sent, or the reader is gone.
 */
export async function sendAnswer(response: ServerResponse, answer: Response): Promise<void> {
  setHeaders(response, answer.headers);
  response.writeHead(answer.status);
  if (!answer.body || response.req.method === "HEAD") {
    response.end();
    await answer.body?.cancel();
    return;
  }
  const reader = answer.body.getReader();
  // Who waits for the next event does not see the reader go.
  response.once("close", () => void reader.cancel().catch(() => undefined));
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || response.destroyed || response.writableEnded) break;
      if (!response.write(value)) await drained(response);
    }
    response.end();
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => response.destroy(), stalled);
    const onward = () => {
      clearTimeout(giveUp);
      response.off("drain", onward).off("close", onward);
      resolve();
    };
    response.on("drain", onward).on("close", onward);
  });
}

import { type IncomingMessage, request as askHttp } from "node:http";
import { request as askHttps } from "node:https";
import { guardedAgent } from "#app/outgoing/guarded-agent.server.ts";

/** No answer of a provider is larger: ProConnect's discovery is 3 KB, keys of a large tenant 20 KB. */
const largestAnswer = 256 * 1024;
/** How long one answer may take, in milliseconds. */
const patience = 5000;

/** Why a provider cannot be heard; `outcome` is what the page says. */
export class ProviderFault extends Error {
  readonly outcome: "provider-away" | "provider-slow" | "provider-wrong";
  constructor(outcome: ProviderFault["outcome"], why: string, cause?: unknown) {
    super(why, { cause });
    this.outcome = outcome;
  }
}

type Asked = {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
  signal?: AbortSignal | null;
};

/**
 * A fetch with bounds: 5 seconds, 256 KB, no redirect. Addresses that an account typed (`typed`), or that such an
 * address led to, must be public ones; the check is on what DNS answers, at the moment of connecting.
 * @throws ProviderFault
 */
export function askWithBounds(
  address: string,
  { method = "GET", headers = {}, body, signal }: Asked,
  { typed, wait = patience }: { typed: boolean; wait?: number },
): Promise<Response> {
  const url = new URL(address);
  const deadline = AbortSignal.timeout(wait);
  const send = url.protocol === "https:" ? askHttps : askHttp;
  // The token request is a form; nothing else that is asked has a body.
  const text = body instanceof URLSearchParams ? body.toString() : undefined;
  return new Promise((resolve, reject) => {
    const refuse = (fault: unknown) =>
      reject(
        deadline.aborted || signal?.aborted
          ? new ProviderFault("provider-slow", `${url.host} did not answer in time`, fault)
          : fault instanceof ProviderFault
            ? fault
            : new ProviderFault("provider-away", `${url.host} cannot be reached: ${String(fault)}`, fault),
      );
    const asked = send(url, {
      method,
      headers: {
        ...headers,
        "Accept-Encoding": "identity",
        ...(text === undefined ? {} : { "Content-Length": Buffer.byteLength(text) }),
      },
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      agent: typed ? guardedAgent(url, patience / 2) : undefined,
    });
    asked.on("error", refuse);
    asked.on("response", (answer) => {
      readAnswer(answer, url).then(resolve, refuse);
    });
    asked.end(text);
  });
}

async function readAnswer(answer: IncomingMessage, { host }: URL): Promise<Response> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop destroys the connection.
    if (size > largestAnswer)
      throw new ProviderFault("provider-wrong", `${host} answers with more than 256 KB`);
    chunks.push(chunk);
  }
  const status = answer.statusCode ?? 0;
  if (status < 200 || status > 599) throw new ProviderFault("provider-wrong", `${host} answers ${status}`);
  const headers = new Headers();
  for (const name of ["content-type", "www-authenticate", "date"]) {
    const value = answer.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  // The two that have no body by definition.
  return new Response([204, 205, 304].includes(status) ? null : Buffer.concat(chunks), { status, headers });
}

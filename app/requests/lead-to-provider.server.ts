import { type ActionFunctionArgs, data } from "@remix-run/node";
import { type Refusal, refusals } from "#app/identity/identity.ts";
import type { Refused } from "#app/identity/refused.tsx";
import type { Provider } from "#app/identity/provider.server.ts";
import { setOut } from "#app/identity/set-out.server.ts";
import { log } from "#app/server/log.ts";
import { identityCookie, readIdentityCookie } from "./identity-cookie.ts";
import { networkOf, takeAttempt } from "./limit.server.ts";
import { secretPageHeaders } from "./secret-page.ts";
import { visitorOf } from "./visitor.server.ts";

/**
 * Answers a form whose button leads to a provider. Not by a redirect: a browser holds each step that follows a form
 * against our policy `form-action 'self'`, and a provider may lead on to places nobody knows beforehand. A page with a
 * Refresh header begins a new way.
 * @param provider null where it is not set up, or not any more
 */
export async function leadToProvider(args: ActionFunctionArgs, provider: Provider | null, next: string) {
  const { request, context } = args;
  const wait = await takeAttempt({ "identity by network": networkOf(context.clientAddress) });
  if (wait !== null) throw data(null, { status: 429, headers: { "Retry-After": String(wait) } });
  const again = new URL(request.url).pathname;
  if (!provider) return refusedPage({ refusal: "not-set-up", issuer: null, again }, "it is not set up");
  const { account } = await visitorOf(args);
  const result = await setOut(provider, {
    accountId: account?.id ?? null,
    browser: readIdentityCookie(request.headers, context.origin),
    next,
    origin: context.origin,
  });
  const { issuer } = provider;
  if (result.outcome !== "ready") return refusedPage({ refusal: result.outcome, issuer, again }, result.why);
  const headers = new Headers(secretPageHeaders);
  headers.set("Refresh", `0;url=${result.address}`);
  headers.append("Set-Cookie", identityCookie(result.browser, context.origin));
  return data({ leave: { address: result.address, issuer }, refused: null }, { headers });
}

/** The page that says why it went no further; the log says it more closely. */
export function refusedPage(refused: Refused, why: string) {
  const status = refusals[refused.refusal satisfies Refusal];
  const level = status >= 500 ? "warn" : "info";
  log[level]({ outcome: refused.refusal, issuer: refused.issuer, why }, "not logged in by a provider");
  return data({ leave: null, refused }, { status, headers: secretPageHeaders });
}

/** The headers of a route's page that leads on: as its action gave them. */
export function leadingHeaders({ actionHeaders }: { actionHeaders: Headers }): Headers {
  const headers = new Headers();
  for (const name of ["Refresh", "Referrer-Policy", "Cache-Control"]) {
    const value = actionHeaders.get(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
}

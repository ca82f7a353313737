import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { preferredLanguage } from "#app/languages/language.ts";
import { type Translate, translator } from "#app/languages/translate.ts";
import { type Holder, holderOfToken } from "#app/tokens/holder-of-token.server.ts";
import type { Scope } from "#app/tokens/token.ts";
import { apiHeaders, refuseApi } from "./api-error.ts";
import { readAllowance, takeAttempt } from "./limit.server.ts";

type Args = LoaderFunctionArgs | ActionFunctionArgs;
type Method = "GET" | "POST" | "PUT" | "DELETE";
/** What a method of an address does, and the scope that it needs. */
export type Act = {
  scope: Scope;
  act: (asked: {
    args: Args;
    holder: Holder;
    t: Translate;
    json: Record<string, unknown>;
  }) => Promise<Response>;
};

/**
 * A loader and an action that answer programs: by the token in `Authorization` alone. No cookie is read, so that no page of
 * another site can have a reader's browser do anything here. Who asks comes first, then whether they may, then what
 * they sent: a stranger learns nothing but that a token is wanted.
 */
export function forPrograms(acts: Partial<Record<Method, Act>>) {
  const answer = async (args: Args): Promise<Response> => {
    const { request } = args;
    const stranger = translator(preferredLanguage(null, request.headers.get("accept-language")));
    const holder = await holderOfToken(bearerOf(request.headers.get("authorization")));
    if (!holder)
      return refuseApi(stranger, "unknown-token", {
        headers: { "WWW-Authenticate": 'Bearer realm="Tribune"' },
      });
    const t = translator(holder.account.language);
    const wait = await takeAttempt({ "api by token": holder.tokenId });
    const { points, duration, left, endsIn: ends } = await readAllowance("api by token", holder.tokenId);
    // As draft-ietf-httpapi-ratelimit-headers has it: what is allowed in how many seconds, what is left and until when.
    const limits = {
      "RateLimit-Policy": `"token";q=${points};w=${duration}`,
      RateLimit: `"token";r=${left};t=${ends}`,
    };
    if (wait !== null)
      return refuseApi(t, "too-often", { headers: { "Retry-After": String(wait), ...limits } });
    const answered = await allowed({ args, holder, t, acts });
    for (const [name, value] of Object.entries({ ...apiHeaders, ...limits }))
      answered.headers.set(name, value);
    return answered;
  };
  return { loader: answer, action: answer };
}

async function allowed(asked: {
  args: Args;
  holder: Holder;
  t: Translate;
  acts: Partial<Record<Method, Act>>;
}): Promise<Response> {
  const { args, holder, t, acts } = asked;
  const { method, headers } = args.request;
  const act = acts[(method === "HEAD" ? "GET" : method) as Method];
  if (!act) return refuseApi(t, "method-not-allowed", { headers: { Allow: Object.keys(acts).join(", ") } });
  const { scope } = act;
  if (!holder.scopes.includes(scope))
    return refuseApi(t, "missing-scope", {
      told: { scope },
      // RFC 6750, section 3.1.
      headers: { "WWW-Authenticate": `Bearer realm="Tribune", error="insufficient_scope", scope="${scope}"` },
    });
  if (method !== "POST" && method !== "PUT") return act.act({ args, holder, t, json: {} });
  if (!/^application\/json\s*(?:;|$)/i.test(headers.get("content-type") ?? ""))
    return refuseApi(t, "not-json");
  const json = readObject(await args.request.arrayBuffer());
  return json ? act.act({ args, holder, t, json }) : refuseApi(t, "broken-json");
}

/** RFC 6750: the scheme may be written in any case. */
const bearerOf = (header: string | null): string => /^bearer +(\S+)$/i.exec(header ?? "")?.[1] ?? "";

/** The object that a body is; null when it is none. Texts lose what PostgreSQL cannot store: NUL and half characters. */
function readObject(bytes: ArrayBuffer): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(
      new TextDecoder("utf-8", { fatal: true }).decode(bytes),
      (_name, value: unknown) =>
        typeof value === "string" ? Buffer.from(value.replaceAll("\0", "")).toString() : value,
    );
    return typeof read === "object" && read !== null && !Array.isArray(read)
      ? (read as Record<string, unknown>)
      : null;
  } catch {
    // Not JSON, or not UTF-8.
    return null;
  }
}

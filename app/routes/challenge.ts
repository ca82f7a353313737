import type { LoaderFunctionArgs } from "@remix-run/node";
import { networkOf, takeAttempt } from "#app/requests/limit.server.ts";
import { makeChallenge } from "#app/signatures/prove-effort.server.ts";

/** A challenge for a browser that is about to sign, different for each one who asks. */
export async function loader({ context }: LoaderFunctionArgs) {
  const wait = await takeAttempt({ "challenge by network": networkOf(context.clientAddress) });
  const headers = { "Cache-Control": "no-store" };
  if (wait !== null)
    return Response.json({}, { status: 429, headers: { ...headers, "Retry-After": String(wait) } });
  return Response.json(await makeChallenge(), { headers });
}

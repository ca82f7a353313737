import { type AppLoadContext, redirect, type TypedResponse } from "@remix-run/node";
import { closeSession, openSession } from "#app/accounts/session.server.ts";
import { beginLogIn, standingOf } from "#app/passkeys/second-step.server.ts";
import { recordSignIn } from "#app/sign-ins/record-sign-in.server.ts";
import type { Way } from "#app/sign-ins/sign-in.ts";
import { wideNetworkOf } from "./limit.server.ts";
import { logInCookie, noLogInCookie } from "./log-in-cookie.ts";

type Asked = { request: Request; context: AppLoadContext };

/**
 * Lets somebody in who proved whose account it is: writes that down, opens a session and leads on. An account whose
 * passkeys are asked for is asked for one first, and no session is opened yet. The session that the browser had ends
 * either way: nobody keeps a session id across a log-in.
 * @param entry.next a path of ours
 * @returns the redirect
 */
export async function enter(
  { request, context }: Asked,
  entry: { accountId: number; way: Way; next: string },
  headers = new Headers(),
): Promise<TypedResponse<never>> {
  const { accountId, way, next } = entry;
  const ended = await closeSession(request.headers.get("cookie"));
  const standing = await standingOf(accountId);
  if (standing === "asked" && way !== "passkey" && way !== "recovery-code") {
    headers.append("Set-Cookie", ended);
    headers.append("Set-Cookie", logInCookie(await beginLogIn(accountId, next), context.origin));
    return redirect("/login/passkey", { status: 303, headers });
  }
  const userAgent = request.headers.get("user-agent") ?? "";
  const network = wideNetworkOf(context.clientAddress);
  await recordSignIn(accountId, way, { userAgent, network }, context.origin);
  const cookie = await openSession(accountId, userAgent, { way, withPasskey: way === "passkey" });
  headers.append("Set-Cookie", cookie);
  if (way === "passkey" || way === "recovery-code")
    headers.append("Set-Cookie", noLogInCookie(context.origin));
  // Whose role has to have a passkey and has none makes one first; whoever lost theirs makes another.
  const lacking = standing === "missing" || (standing === "asked" && way === "recovery-code");
  const to = lacking ? `/settings/passkeys?next=${encodeURIComponent(next)}` : next;
  return redirect(to, { status: 303, headers });
}

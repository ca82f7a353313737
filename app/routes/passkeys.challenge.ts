import type { ActionFunctionArgs } from "@remix-run/node";
import { hashToken, newToken } from "#app/accounts/secret.server.ts";
import { askForNew, askForPasskey } from "#app/passkeys/ask-for-passkey.server.ts";
import { hasPasskey } from "#app/passkeys/change-passkey.server.ts";
import { mayChangePasskeys } from "#app/passkeys/may-change.server.ts";
import { purposes } from "#app/passkeys/passkey.ts";
import { relyingPartyOf } from "#app/passkeys/relying-party.ts";
import { readBegun } from "#app/passkeys/second-step.server.ts";
import { networkOf, takeAttempt } from "#app/requests/limit.server.ts";
import { logInCookie, readLogInCookie } from "#app/requests/log-in-cookie.ts";
import { visitorOf } from "#app/requests/visitor.server.ts";

const noStore = { "Cache-Control": "no-store" };
const refuse = (error: string, status: number) => Response.json({ error }, { status, headers: noStore });
const give = (options: object, headers = {}) =>
  Response.json({ options }, { headers: { ...noStore, ...headers } });

/** What the page's script asks the browser for a passkey with, by what it is for. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const wait = await takeAttempt({ "passkey challenge by network": networkOf(context.clientAddress) });
  if (wait !== null) return refuse("too-often", 429);
  const relyingParty = relyingPartyOf(context.origin);
  if (!relyingParty) return refuse("unsupported", 409);
  const asked = (await request.formData()).get("purpose");
  const purpose = purposes.find((each) => each === asked);
  if (purpose === "log-in") {
    const browser = newToken();
    const options = await askForPasskey(purpose, null, hashToken(browser), relyingParty);
    return give(options, { "Set-Cookie": logInCookie(browser, context.origin) });
  }
  if (purpose === "after-password") {
    const browser = readLogInCookie(request.headers, context.origin);
    const begun = await readBegun(browser);
    if (!begun || !browser) return refuse("logged-out", 401);
    return give(await askForPasskey(purpose, begun.accountId, hashToken(browser), relyingParty));
  }
  if (!purpose) return refuse("failed", 400);
  const { account, sessionHash } = await visitorOf(args);
  if (!account || !sessionHash) return refuse("logged-out", 401);
  if (purpose === "prove") {
    if (!(await hasPasskey(account.id))) return refuse("no-passkey", 409);
    return give(await askForPasskey(purpose, account.id, sessionHash, relyingParty));
  }
  // Before the authenticator makes a passkey that the form would then refuse.
  if ((await mayChangePasskeys(account.id, sessionHash, { fresh: true })) !== "yes")
    return refuse("prove", 403);
  return give(await askForNew(account, sessionHash, relyingParty));
}

import type { ActionFunctionArgs } from "@remix-run/node";
import { strengthenSession } from "#app/accounts/session.server.ts";
import { relyingPartyOf } from "#app/passkeys/relying-party.ts";
import { showPasskey } from "#app/passkeys/show-passkey.server.ts";
import { typedValues } from "#app/requests/form.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { visitorOf } from "#app/requests/visitor.server.ts";

/** Takes a passkey in place of the password asked again: the page's script sends it, then the form may be sent. */
export async function action(args: ActionFunctionArgs) {
  const refuse = (error: string, status: number) => Response.json({ error }, { status });
  const { account, sessionHash } = await visitorOf(args);
  if (!account || !sessionHash) return refuse("logged-out", 401);
  if ((await takeAttempt({ "passkey by account": account.id })) !== null) return refuse("too-often", 429);
  const relyingParty = relyingPartyOf(args.context.origin);
  if (!relyingParty) return refuse("unsupported", 409);
  const { credential = "" } = typedValues(await args.request.formData());
  const { outcome } = await showPasskey(credential, {
    ...{ purpose: "prove", boundHash: sessionHash, accountId: account.id },
    relyingParty,
  });
  if (outcome === "refused") return refuse("refused", 400);
  const cookie = await strengthenSession(account.id, sessionHash);
  if (!cookie) return refuse("logged-out", 401);
  return Response.json({}, { headers: { "Cache-Control": "no-store", "Set-Cookie": cookie } });
}

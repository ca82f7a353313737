import * as client from "openid-client";
import { hashToken, newToken } from "#app/accounts/secret.server.ts";
import { sql } from "#db/sql.ts";
import { converse, type Unheard } from "./converse.server.ts";
import type { Provider } from "./provider.server.ts";

/** What each is asked for. ProConnect refuses a scope or a parameter that it does not list. */
const scopes = {
  official: "openid given_name usual_name email uid siret",
  organisation: "openid email",
};

/** Where providers send people back to; what an operator or an owner registers there. */
export const callbackOf = (origin: string) => `${origin}/identity/callback`;

const isToken = (value: string | undefined): value is string => /^[\w-]{32}$/.test(value ?? "");

/** Whether a browser that was given this name has something open with a provider. */
async function isUnderWay(browser: string): Promise<boolean> {
  const found = await sql`
    select 1 from identity_attempts where browser_hash = ${hashToken(browser)} and expires_at > now()
    union all
    select 1 from identity_arrivals where browser_hash = ${hashToken(browser)} and expires_at > now()
    limit 1`;
  return found.count === 1;
}

/**
 * Makes ready to send somebody to a provider: writes down what must match when they come back.
 * @param wish.browser what the browser's cookie holds, if anything
 * @param wish.next a path of ours
 * @returns the address to lead them to, and what the browser's cookie must hold from now on
 */
export async function setOut(
  provider: Provider,
  wish: { accountId: number | null; browser: string | undefined; next: string; origin: string },
): Promise<{ outcome: "ready"; address: string; browser: string } | Unheard> {
  const heard = await converse(provider, async (config) => {
    // Both are 32 random bytes, 43 characters; ProConnect asks for 32 and more.
    const [state, nonce] = [client.randomState(), client.randomNonce()];
    const verifier = config.serverMetadata().supportsPKCE() ? client.randomPKCECodeVerifier() : null;
    const address = client.buildAuthorizationUrl(config, {
      redirect_uri: callbackOf(wish.origin),
      scope: scopes[provider.kind],
      state,
      nonce,
      ...(verifier === null
        ? {}
        : {
            code_challenge: await client.calculatePKCECodeChallenge(verifier),
            code_challenge_method: "S256",
          }),
    });
    return { state, nonce, verifier, address: address.href };
  });
  if (heard.outcome !== "heard") return heard;
  const { state, nonce, verifier, address } = heard.result;
  // One browser may have several ways open, in several tabs: they share its cookie. One that is not ours was planted.
  const shared = isToken(wish.browser) && (await isUnderWay(wish.browser));
  const browser = shared && wish.browser ? wish.browser : newToken();
  await sql`
    insert into identity_attempts (state_hash, browser_hash, kind, organisation_id, issuer, account_id, nonce,
      code_verifier, next, expires_at)
    values (${hashToken(state)}, ${hashToken(browser)}, ${provider.kind}, ${provider.organisationId},
      ${provider.issuer}, ${wish.accountId}, ${nonce}, ${verifier}, ${wish.next.slice(0, 2000)},
      now() + interval '10 minutes')`;
  return { outcome: "ready", address, browser };
}

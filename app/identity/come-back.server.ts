import * as client from "openid-client";
import { hashToken } from "#app/accounts/secret.server.ts";
import { registrationNumber } from "#app/organisations/registration-number.ts";
import { sql } from "#db/sql.ts";
import { type Arrived, arrive } from "./arrive.server.ts";
import { ProviderFault } from "./ask-provider.server.ts";
import { converse, type Unheard } from "./converse.server.ts";
import type { Vouched } from "./identity.ts";
import {
  officialProvider,
  organisationProvider,
  isAtProvedDomain,
  type Provider,
} from "./provider.server.ts";

type Attempt = {
  kind: Provider["kind"];
  organisationId: number | null;
  issuer: string;
  accountId: number | null;
  nonce: string;
  codeVerifier: string | null;
  next: string;
};

type Refused = { outcome: "attempt-unknown" | "account-changed" | "not-set-up"; why: string };
type Doubted = { outcome: "no-body" | "email-unverified" | "email-elsewhere"; why: string };

/**
 * Hears what the provider says of whoever it sent back, and takes them in: logs in, renews what was proved, or keeps an
 * identity that no account has for this browser to link.
 * @param address the address they came back to, with the provider's answer in its query
 * @param browser what the browser's cookie holds
 * @param accountId who is logged in
 */
export async function comeBack(
  address: URL,
  { browser, accountId, origin }: { browser: string | undefined; accountId: number | null; origin: string },
): Promise<
  | (Arrived & { next: string; kind: Provider["kind"]; organisationId: number | null; issuer: string })
  | ((Refused | Doubted | Unheard) & { issuer?: string; kind?: Provider["kind"] })
> {
  const state = address.searchParams.get("state") ?? "";
  const taken = await takeAttempt(state, browser);
  if ("outcome" in taken) return taken;
  const { kind, organisationId, issuer, next } = taken;
  const told = { kind, organisationId, issuer, next };
  if (taken.accountId !== accountId && taken.accountId !== null)
    return {
      outcome: "account-changed",
      why: "another account is logged in than the one that set out",
      ...told,
    };
  const provider = await providerOf(taken);
  if (!provider)
    return { outcome: "not-set-up", why: "the provider was changed or taken away meanwhile", ...told };
  const heard = await converse(provider, (config) => hear(config, provider, address, taken));
  if (heard.outcome !== "heard") return { ...heard, ...told };
  const vouched = heard.result;
  const doubt = await doubtOf(vouched, provider);
  if (doubt) return { ...doubt, ...told };
  const arrived = await arrive(
    { vouched, kind, organisationId, next },
    { browser: browser ?? "", accountId, origin },
  );
  return { ...arrived, ...told };
}

/** Takes the attempt that this browser began, so that it is good once. One of another browser stays, for that one. */
async function takeAttempt(state: string, browser: string | undefined): Promise<Attempt | Refused> {
  const [attempt] = await sql<Attempt[]>`
    delete from identity_attempts
    where state_hash = ${hashToken(state)} and browser_hash = ${hashToken(browser ?? "")} and expires_at > now()
    returning kind, organisation_id as "organisationId", issuer, account_id as "accountId", nonce,
      code_verifier as "codeVerifier", next`;
  if (attempt) return attempt;
  const [left] = await sql<{ expired: boolean }[]>`
    select expires_at <= now() as expired from identity_attempts where state_hash = ${hashToken(state)}`;
  const why = left
    ? left.expired
      ? "the state is too old"
      : "the state is another browser's"
    : "the state is unknown or used";
  return { outcome: "attempt-unknown", why };
}

/** The provider that the attempt went to, if it still is the one that is set up. */
async function providerOf(attempt: Attempt): Promise<Provider | null> {
  const found = attempt.organisationId === null ? officialProvider() : await foundFor(attempt.organisationId);
  return found?.issuer === attempt.issuer ? found : null;
}
async function foundFor(organisationId: number): Promise<Provider | null> {
  const found = await organisationProvider(organisationId);
  return found.outcome === "found" ? found.provider : null;
}

const text = (value: unknown) => (typeof value === "string" ? value : "");

/** Changes the code for tokens and asks who it is. The library checks state, nonce, issuer, audience, times, signatures. */
async function hear(
  config: client.Configuration,
  provider: Provider,
  address: URL,
  attempt: Attempt,
): Promise<Vouched> {
  const tokens = await client.authorizationCodeGrant(config, address, {
    expectedState: text(address.searchParams.get("state")),
    expectedNonce: attempt.nonce,
    ...(attempt.codeVerifier === null ? {} : { pkceCodeVerifier: attempt.codeVerifier }),
  });
  const identity = tokens.claims();
  if (!identity) throw new ProviderFault("provider-wrong", "there is no ID token");
  const { issuer, userinfo_endpoint } = config.serverMetadata();
  // A provider for many tenants would speak for issuers that nobody entrusted anything to.
  if (identity.iss !== issuer) throw new ProviderFault("provider-wrong", "the ID token is another issuer's");
  const needed = provider.kind === "official" || userinfo_endpoint !== undefined;
  if (provider.kind === "official") takeOnlySigned(config, userinfo_endpoint);
  const info = needed ? await client.fetchUserInfo(config, tokens.access_token, identity.sub) : {};
  if (provider.kind === "official") checkSigned(info, issuer, provider.clientId);
  const claims: Record<string, unknown> = { ...identity, ...info };
  if (identity.sub.length > 255) throw new ProviderFault("provider-wrong", "the subject is too long");
  return {
    issuer: provider.issuer,
    subject: identity.sub,
    email: text(claims.email).trim().toLowerCase().slice(0, 254),
    emailVerified: claims.email_verified === true,
    siret: text(claims.siret).replace(/\s/g, "") || null,
  };
}

/** The library takes user information as plain JSON, too, unless it is told with which algorithm it must be signed. */
function takeOnlySigned(config: client.Configuration, userinfo: string | undefined): void {
  const ask = config[client.customFetch] ?? fetch;
  config[client.customFetch] = async (url, options) => {
    const answer = await ask(url, options as RequestInit & client.CustomFetchOptions);
    const type = answer.headers.get("content-type")?.split(";")[0]?.trim();
    if (userinfo !== undefined && url === new URL(userinfo).href && answer.ok && type !== "application/jwt")
      throw new ProviderFault("provider-wrong", "the user information is not signed");
    return answer;
  };
}

/** The library compares issuer and audience of user information where they stand; of officials they must. */
function checkSigned(info: Record<string, unknown>, issuer: string, clientId: string): void {
  const audience = Array.isArray(info.aud) ? (info.aud as unknown[]) : [info.aud];
  if (info.iss !== issuer || !audience.includes(clientId))
    throw new ProviderFault("provider-wrong", "the user information is not signed for this client");
}

/** What Tribune misses in what a provider said; null when nothing. */
async function doubtOf(vouched: Vouched, provider: Provider): Promise<Doubted | null> {
  if (provider.organisationId === null) {
    const siret = vouched.siret ?? "";
    return siret.length === 14 && registrationNumber("FR", siret) === siret
      ? null
      : { outcome: "no-body", why: "the provider names no SIRET, or a wrong one" };
  }
  if (!vouched.email || !vouched.emailVerified)
    return { outcome: "email-unverified", why: "the provider does not say that the address is verified" };
  return (await isAtProvedDomain(sql, provider.organisationId, vouched.email))
    ? null
    : { outcome: "email-elsewhere", why: "the address is not at a proved domain" };
}

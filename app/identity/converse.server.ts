import * as client from "openid-client";
import { forThisMachineAlone } from "#app/outgoing/guarded-agent.server.ts";
import { askWithBounds, ProviderFault } from "./ask-provider.server.ts";
import { isLoopback } from "./identity.ts";
import type { Provider } from "./provider.server.ts";

/**
 * Conversations with providers at the same time: each holds a request of ours, and a slow provider must not hold all.
 * Those of organisations are counted apart, so that none of them keeps officials out.
 */
const atOnce = 12;
/** How long a conversation of up to four questions may take in all, in milliseconds. */
const patience = 9000;
const underWay = { official: 0, organisation: 0 };

export type Unheard = { outcome: "denied" | ProviderFault["outcome"]; why: string };

/**
 * Asks a provider for its metadata (nothing is kept of it: keys and addresses change without telling us), then does
 * `talk` with it. Signatures of ID tokens and user information are checked, always.
 * @returns what `talk` returns, or why the provider was not heard, with a line for the log
 */
export async function converse<Result>(
  provider: Provider,
  talk: (config: client.Configuration) => Promise<Result>,
): Promise<{ outcome: "heard"; result: Result } | Unheard> {
  const { kind } = provider;
  if (underWay[kind] >= atOnce)
    return { outcome: "provider-slow", why: `${atOnce} conversations are under way` };
  underWay[kind]++;
  try {
    const config = await discover(provider, AbortSignal.timeout(patience));
    return { outcome: "heard", result: await talk(config) };
  } catch (fault) {
    return explain(fault);
  } finally {
    underWay[kind]--;
  }
}

async function discover(provider: Provider, deadline: AbortSignal): Promise<client.Configuration> {
  const typed = provider.kind === "organisation";
  const plain = forThisMachineAlone() && isLoopback(new URL(provider.issuer).hostname);
  return client.discovery(
    new URL(provider.issuer),
    provider.clientId,
    undefined,
    authenticate(provider.secret),
    {
      timeout: patience / 1000,
      execute: [client.enableNonRepudiationChecks, ...(plain ? [client.allowInsecureRequests] : [])],
      [client.customFetch]: (url, options) => askWithBounds(url, { ...options, signal: deadline }, { typed }),
    },
  );
}

/** By the form where the provider takes it, as ProConnect does; else by the header, which is the standard's own choice. */
function authenticate(secret: string): client.ClientAuth {
  const [byForm, byHeader] = [client.ClientSecretPost(secret), client.ClientSecretBasic(secret)];
  return (server, ...rest) =>
    (server.token_endpoint_auth_methods_supported ?? []).includes("client_secret_post")
      ? byForm(server, ...rest)
      : byHeader(server, ...rest);
}

/** Answers of a provider that mean "not this person, not now" (OpenID Connect Core, 3.1.2.6; RFC 6749, 4.1.2.1). */
const denials = new Set([
  "access_denied",
  "login_required",
  "interaction_required",
  "consent_required",
  "account_selection_required",
]);
const troubles = new Set(["server_error", "temporarily_unavailable"]);

function explain(fault: unknown): Unheard {
  const chain: unknown[] = [];
  for (
    let link = fault;
    link !== undefined && chain.length < 6;
    link = link instanceof Error ? link.cause : undefined
  )
    chain.push(link);
  const why = chain.map(told).filter(Boolean).join(": ").slice(0, 400);
  const known = chain.find((link) => link instanceof ProviderFault);
  if (known) return { outcome: known.outcome, why };
  if (fault instanceof client.AuthorizationResponseError) {
    if (denials.has(fault.error)) return { outcome: "denied", why };
    if (troubles.has(fault.error)) return { outcome: "provider-away", why };
  }
  if (fault instanceof client.ClientError && fault.code === "OAUTH_TIMEOUT")
    return { outcome: "provider-slow", why };
  // A mistake of ours is none of the provider's.
  if (!isLibrarys(fault)) throw fault;
  return { outcome: "provider-wrong", why };
}

/** What the library throws: its own kinds, and a TypeError where an answer of the provider has a wrong shape. */
const isLibrarys = (fault: unknown) =>
  fault instanceof client.ClientError ||
  fault instanceof client.AuthorizationResponseError ||
  fault instanceof client.ResponseBodyError ||
  fault instanceof client.WWWAuthenticateChallengeError ||
  // The library below it throws this one unwrapped where it only reads metadata, and does not hand its class on.
  (fault instanceof Error && fault.name === "OperationProcessingError") ||
  fault instanceof TypeError;

/** One line of the log: a message, and the error that a provider named; never its claims. */
function told(link: unknown): string {
  if (!(link instanceof Error)) return "";
  const named = "error" in link && typeof link.error === "string" ? ` (${link.error.slice(0, 60)})` : "";
  return link.message + named;
}

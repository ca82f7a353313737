import { z } from "zod";
import { line } from "#app/accounts/account.ts";
import type { Phrase } from "#app/languages/translate.ts";

/** Who vouches: the provider that speaks for public-sector staff, or an organisation's own. */
export type ProviderKind = "official" | "organisation";

/** What a provider said of somebody, and Tribune believes. Only an organisation's provider is asked for a verified address. */
export type Vouched = {
  issuer: string;
  subject: string;
  email: string;
  emailVerified: boolean;
  /** The body an official works for: 14 digits. */
  siret: string | null;
};

/** A badge beside a name. `body` is empty until the public register has answered. */
export type Official = { siret: string; body: string; issuer: string; provedAt: Date | string };

/** An identity as the owner of its account sees it. */
export type LinkedIdentity = {
  issuer: string;
  subject: string;
  kind: ProviderKind;
  organisation: string | null;
  email: string;
  linkedAt: Date;
  lastUsedAt: Date;
};

/** Why somebody who comes back from a provider gets no further, as the page says it. */
export const refusals = {
  /** The state is unknown, used, too old, or another browser's. */
  "attempt-unknown": 400,
  /** Another account is logged in than the one that set out. */
  "account-changed": 403,
  /** The person said no, or the provider did. */
  denied: 403,
  /** The provider does not say for which body somebody works. */
  "no-body": 403,
  "email-unverified": 403,
  "email-elsewhere": 403,
  "not-member": 403,
  anothers: 409,
  /** The same identity is linked in another quality: as an official's, or another organisation's. */
  "other-use": 409,
  /** The account has another identity of this provider. */
  "has-another": 409,
  /** The provider is not set up any more, or its secret cannot be opened. */
  "not-set-up": 404,
  "provider-wrong": 502,
  "provider-away": 502,
  "provider-slow": 504,
} as const;
export type Refusal = keyof typeof refusals;

export const providerLimits = { issuer: 300, clientId: 200, secret: 500 };

/** The public search of French companies and bodies (SIRENE, DINUM): no key, about seven questions a second. */
export const defaultSiretSearch = "https://recherche-entreprises.api.gouv.fr/search";

const phrase = (key: Phrase) => key;

/**
 * Whether a provider may be asked over http: only one on this very machine (RFC 8414 wants https from all others).
 * @param hostname as URL gives it
 */
export const isLoopback = (hostname: string) => /^(localhost|127(\.\d+){3}|\[::1\])$/i.test(hostname);

/** The issuer as typed, without the path that people copy along; https, or http on this machine for trials there. */
export function readIssuer(typed: string, loopback: boolean): string | null {
  const text = typed.trim().replace(/\/\.well-known\/openid-configuration$/, "");
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, search, hash, username, password } = new URL(text);
  if (search || hash || username || password || hostname === "") return null;
  if (protocol !== "https:" && !(loopback && protocol === "http:" && isLoopback(hostname))) return null;
  return text;
}

/** The form of an organisation's provider; an empty secret keeps the one that is there. */
export const ProviderForm = z.object({
  issuer: line(providerLimits.issuer, "provider.issuer.missing"),
  clientId: line(providerLimits.clientId, "provider.clientId.missing"),
  // The provider calls it a secret; under a name that holds "password" it is never sent back to the browser.
  clientPassword: z
    .string()
    .default("")
    .transform((typed) => typed.trim())
    .pipe(z.string().max(providerLimits.secret, phrase("form.tooLong"))),
});
export type ProviderForm = z.output<typeof ProviderForm>;

/** What a provider is called: ProConnect by its name, others by their host. */
export function providerName(issuer: string): string {
  const { hostname, host } = new URL(issuer);
  return /(^|\.)(proconnect|agentconnect)\.gouv\.fr$/.test(hostname) ? "ProConnect" : host;
}

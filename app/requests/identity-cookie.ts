import { cookieValue } from "#app/languages/language.ts";

const nameFor = (secure: boolean) => (secure ? "__Host-identity" : "identity");

/**
 * Binds what is under way with a provider to this browser, for an hour: nobody can be sent back with a state that
 * another browser began. Lax, since the way back from the provider is a link of another site.
 */
export function identityCookie(browser: string, origin: string): string {
  const secure = origin.startsWith("https:");
  return `${nameFor(secure)}=${browser}; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

/** What identityCookie gave this browser. */
export function readIdentityCookie(headers: Headers, origin: string): string | undefined {
  return cookieValue(headers.get("cookie"), nameFor(origin.startsWith("https:")));
}

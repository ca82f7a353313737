import { cookieValue } from "#app/languages/language.ts";
import { hostCookie, hostCookieName } from "./host-cookie.ts";

const name = "identity";
const isSecure = (origin: string) => origin.startsWith("https:");

/**
 * Binds what is under way with a provider to this browser, for an hour: nobody can be sent back with a state that
 * another browser began. Lax, since the way back from the provider is a link of another site.
 */
export const identityCookie = (browser: string, origin: string): string =>
  hostCookie(name, browser, { seconds: 3600, secure: isSecure(origin) });

/** What identityCookie gave this browser. */
export const readIdentityCookie = (headers: Headers, origin: string): string | undefined =>
  cookieValue(headers.get("cookie"), hostCookieName(name, isSecure(origin)));

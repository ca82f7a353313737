import { cookieValue } from "#app/languages/language.ts";
import { hostCookie, hostCookieName } from "./host-cookie.ts";

const name = "join";
const isSecure = (origin: string) => origin.startsWith("https:");

/**
 * Remembers for a day that this browser asked to join: its link then needs no password. A neighbour host that could
 * plant it would have its own choice of password confirmed by whoever reads the mail.
 */
export const joinCookie = (token: string, origin: string): string =>
  hostCookie(name, token, { seconds: 86_400, secure: isSecure(origin) });

/** The token that joinCookie gave this browser. */
export const readJoinCookie = (headers: Headers, origin: string): string | undefined =>
  cookieValue(headers.get("cookie"), hostCookieName(name, isSecure(origin)));

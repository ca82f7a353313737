import { cookieValue } from "#app/languages/language.ts";
import { hostCookie, hostCookieName } from "./host-cookie.ts";

const name = "log-in";
const isSecure = (origin: string) => origin.startsWith("https:");

/** Binds a log-in that is under way to this browser, for ten minutes. What is known of it stays with the server. */
export const logInCookie = (browser: string, origin: string): string =>
  hostCookie(name, browser, { seconds: 600, secure: isSecure(origin) });

/** Takes that cookie away. */
export const noLogInCookie = (origin: string): string =>
  hostCookie(name, "", { seconds: 0, secure: isSecure(origin) });

/** What logInCookie gave this browser. */
export const readLogInCookie = (headers: Headers, origin: string): string | undefined =>
  cookieValue(headers.get("cookie"), hostCookieName(name, isSecure(origin)));

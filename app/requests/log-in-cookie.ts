import { cookieValue } from "#app/languages/language.ts";

const nameFor = (secure: boolean) => (secure ? "__Host-log-in" : "log-in");
const attributes = (seconds: number, secure: boolean) =>
  `Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;

/** Binds a log-in that is under way to this browser, for ten minutes. What is known of it stays with the server. */
export function logInCookie(browser: string, origin: string): string {
  const secure = origin.startsWith("https:");
  return `${nameFor(secure)}=${browser}; ${attributes(600, secure)}`;
}

/** Takes that cookie away. */
export function noLogInCookie(origin: string): string {
  const secure = origin.startsWith("https:");
  return `${nameFor(secure)}=; ${attributes(0, secure)}`;
}

/** What logInCookie gave this browser. */
export function readLogInCookie(headers: Headers, origin: string): string | undefined {
  return cookieValue(headers.get("cookie"), nameFor(origin.startsWith("https:")));
}

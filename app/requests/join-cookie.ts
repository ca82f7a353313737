import { cookieValue } from "#app/languages/language.ts";

const name = "join";

/** Remembers for a day that this browser asked to join: its link then needs no password. */
export function joinCookie(token: string, origin: string): string {
  const secure = origin.startsWith("https:") ? "; Secure" : "";
  return `${name}=${token}; Path=/confirm-address; Max-Age=86400; HttpOnly; SameSite=Lax${secure}`;
}

/** The token that joinCookie gave this browser. */
export function readJoinCookie(headers: Headers): string | undefined {
  return cookieValue(headers.get("cookie"), name);
}

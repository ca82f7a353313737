import { hostCookie, hostCookieName } from "./host-cookie.ts";

const name = "fresh";
/**
 * Set for some seconds with the answer to each form: who just changed something sees pages made anew, with what
 * they did, while everybody else may be shown a page that is a second old.
 */
export const freshCookies = [true, false].map((secure) => hostCookieName(name, secure));

/** The Set-Cookie header; `secure` when browsers reach Tribune over https. */
export const freshCookieHeader = (secure: boolean) => hostCookie(name, "1", { seconds: 5, secure });

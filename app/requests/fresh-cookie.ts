/**
 * Set for some seconds with the answer to each form: who just changed something sees pages made anew, with what
 * they did, while everybody else may be shown a page that is a second old.
 */
export const freshCookie = "fresh";

/** The Set-Cookie header; `secure` when browsers reach Tribune over https. */
export const freshCookieHeader = (secure: boolean) =>
  `${freshCookie}=1; Path=/; Max-Age=5; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;

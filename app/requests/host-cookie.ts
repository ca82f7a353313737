/**
 * The name of a cookie of ours. Over https `__Host-` binds it to this very host: no neighbour below the same domain
 * can set it or read it. Without https browsers would refuse such a name.
 */
export const hostCookieName = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name);

/**
 * The Set-Cookie header of a cookie of ours, hidden from scripts. Lax, since links in mails and the way back from a
 * provider come from elsewhere.
 * @param wish.seconds how long it lives; 0 takes it away
 */
export const hostCookie = (
  name: string,
  value: string,
  { seconds, secure }: { seconds: number; secure: boolean },
): string =>
  `${hostCookieName(name, secure)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;

/** The site that a passkey is for (WebAuthn, "relying party"): its domain, and the one origin that may ask for it. */
export type RelyingParty = { id: string; origin: string };

/** The relying party of the address that readers know Tribune by; null when that is an IP address, which has no passkeys. */
export function relyingPartyOf(origin: string): RelyingParty | null {
  const { hostname } = new URL(origin);
  // URLs write every IPv4 address as four numbers, and IPv6 in brackets.
  return /^\[|^[\d.]+$/.test(hostname) ? null : { id: hostname, origin };
}

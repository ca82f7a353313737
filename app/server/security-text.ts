const halfYear = 182 * 24 * 3600 * 1000;

/**
 * security.txt (RFC 9116): it expires half a year from `now`, for the RFC asks for less than a year, and each answer
 * is made anew.
 * @param contact an address as a URI, "mailto:…" or "https://…"
 */
export function securityText(contact: string, origin: string, now: Date): string {
  const expires = new Date(now.getTime() + halfYear).toISOString().replace(/\.\d+Z$/, "Z");
  return [
    `Contact: ${contact}`,
    `Expires: ${expires}`,
    "Preferred-Languages: en, fr",
    `Canonical: ${origin}/.well-known/security.txt`,
    "",
  ].join("\n");
}

/** The languages of the interface, mails and error messages. */
export const languages = ["en", "fr"] as const;
export type Language = (typeof languages)[number];

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}

/** The value of one cookie in a Cookie header, decoded; undefined when it is missing or mangled. */
export function cookieValue(header: string | null | undefined, name: string): string | undefined {
  for (const pair of (header ?? "").split(";")) {
    const [key, ...rest] = pair.trim().split("=");
    if (key !== name) continue;
    try {
      return decodeURIComponent(rest.join("="));
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/**
 * What a reader chose for this browser: language or appearance. Over https the cookie is bound to this host; the bare
 * name is the one without https, and the one that browsers were given before.
 */
export const preferenceIn = (
  header: string | null | undefined,
  name: "language" | "theme",
): string | undefined => cookieValue(header, `__Host-${name}`) ?? cookieValue(header, name);

/**
 * The reader's language: what they chose (cookie), else what their account says, else the first language of
 * Accept-Language (RFC 9110, section 12.5.4) that Tribune speaks, else English.
 */
export function preferredLanguage(
  cookies: string | null | undefined,
  acceptLanguage: string | null | undefined,
  account?: Language,
): Language {
  const chosen = preferenceIn(cookies, "language");
  if (isLanguage(chosen)) return chosen;
  if (account) return account;
  const wishes = (acceptLanguage ?? "")
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.trim().toLowerCase().split(";");
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split("-")[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const wish = wishes.map((entry) => entry.language).find(isLanguage);
  return wish ?? "en";
}

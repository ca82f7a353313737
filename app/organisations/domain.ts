import { isDisposableEmailDomain } from "disposable-email-domains-js";
import { createRequire } from "node:module";
import { domainToUnicode } from "node:url";
import { parse } from "tldts";

/** Providers where anybody gets an address: email-providers' list of the common ones. */
const freeMail = new Set<string>(
  createRequire(import.meta.url)("email-providers/common.json") as readonly string[],
);

/** Whether anybody can have an address at this domain, for years or for an hour. */
const isFreeMail = (domain: string) => freeMail.has(domain) || isDisposableEmailDomain(domain);

export type NoDomain = "not-a-domain" | "public-suffix" | "ip-address" | "free-mail";

/**
 * The domain that somebody registered, of what was typed: a domain, a web address or a mail address. Where
 * registering begins stands in the Public Suffix List (publicsuffix.org), whose private section says of which
 * domains others hand out names: "github.io" is nobody's, "tribune.github.io" is.
 * @returns the domain as DNS knows it, in lower case and Punycode, or why there is none: `ip-address` is a number,
 *   `public-suffix` is where others register names, `free-mail` is where anybody gets an address
 */
export function registrableDomain(
  typed: string,
):
  | { outcome: "domain"; domain: string }
  | { outcome: "free-mail"; domain: string }
  | { outcome: Exclude<NoDomain, "free-mail"> } {
  const host = hostIn(typed);
  if (host === null) return { outcome: "not-a-domain" };
  const { isIp, domain, publicSuffix } = parse(host, { allowPrivateDomains: true });
  if (isIp) return { outcome: "ip-address" };
  // A name without a dot is of a machine nearby, whatever the list's last rule ("*") makes of it.
  if (domain === null)
    return { outcome: publicSuffix && host.includes(".") ? "public-suffix" : "not-a-domain" };
  if (domain.length < 4 || domain.length > 253) return { outcome: "not-a-domain" };
  return isFreeMail(domain) || isFreeMail(host)
    ? { outcome: "free-mail", domain }
    : { outcome: "domain", domain };
}

/** The host of what was typed, as the URL standard writes it: IDNA applied, numbers recognised in all their forms. */
function hostIn(typed: string): string | null {
  const text = typed.trim();
  // What stands behind the @ of a mail address is a domain and nothing else, or mail would go to one and prove another.
  const behind = text.lastIndexOf("@") + 1;
  const isWeb = /^[a-z][a-z\d+.-]*:\/\//i.test(text);
  if (!isWeb && behind > 0 && /[/?#:%\\]/.test(text.slice(behind))) return null;
  const address = isWeb ? text : `https://${text.slice(behind)}`;
  if (/\s/.test(text) || !URL.canParse(address)) return null;
  return new URL(address).hostname.replace(/\.$/, "").toLowerCase() || null;
}

/** Letters that are drawn like Latin ones, in scripts where a whole word can be written with them alone (UTS 39). */
const drawnLikeLatin = /^[аеіјорсухѕԁԛԝһӏвкмнтгпαοροντικηρυχγօոսցհքｏ\d-]+$/u;
/** Latin letters that are in use where names are registered; others, such as dotless ı or script ɡ, only mislead. */
const ordinaryLatin = /^[a-zæœøłđßþðħŋə\d-]+$/u;
const scripts = ["Latin", "Cyrillic", "Greek", "Armenian", "Hebrew", "Arabic", "Thai", "Hangul"] as const;
const scriptTests = scripts.map((script) => new RegExp(`\\p{Script=${script}}`, "u"));
const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u;

/** Whether a label in Unicode can be taken for another one: scripts are mixed, or letters look like Latin ones. */
function misleads(label: string): boolean {
  const used = scriptTests.filter((script) => script.test(label)).length + (eastAsian.test(label) ? 1 : 0);
  // Japanese and Chinese names hold Latin letters, Korean ones Chinese characters: East Asian ones mix by themselves.
  if (used > 1 && !(eastAsian.test(label) && used === 2 && /[a-z\p{Script=Hangul}]/u.test(label)))
    return true;
  if (/^[\x20-\x7e]*$/.test(label)) return false;
  if (/\p{Script=Latin}/u.test(label))
    return !ordinaryLatin.test(
      label
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/g, "")
        .replace(eastAsianAll, ""),
    );
  return drawnLikeLatin.test(label);
}
const eastAsianAll = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー]/gu;

/**
 * A domain as readers see it: in its own letters, and with its Punycode beside them when they could be taken for
 * another domain's.
 */
export function shownDomain(domain: string): string {
  const unicode = domainToUnicode(domain) || domain;
  return unicode.split(".").some(misleads) ? `${unicode} (${domain})` : unicode;
}

/**
 * What makes two addresses one signatory, by what their providers are known to deliver to one mailbox:
 * - Gmail ignores dots and what follows a plus, and googlemail.com is gmail.com (support.google.com/mail/answer/7436150);
 * - Outlook, Hotmail, Live, iCloud, Fastmail and Proton ignore what follows a plus.
 * Elsewhere only case is ignored: a plus or a dot may be another person's mailbox.
 */
const ignoresPlus = new Set([
  "gmail.com",
  "outlook.com",
  "outlook.fr",
  "hotmail.com",
  "hotmail.fr",
  "hotmail.co.uk",
  "live.com",
  "live.fr",
  "msn.com",
  "icloud.com",
  "me.com",
  "mac.com",
  "fastmail.com",
  "fastmail.fm",
  "proton.me",
  "protonmail.com",
  "pm.me",
]);

/** Domains of one provider whose mailboxes are the same under each name. */
const sameDomain: Record<string, string> = {
  "googlemail.com": "gmail.com",
  "protonmail.com": "proton.me",
  "pm.me": "proton.me",
  "me.com": "icloud.com",
  "mac.com": "icloud.com",
};

/** The key under which an address can sign a letter once; never shown and never mailed to. */
export function signerKey(email: string): string {
  const [mailbox = "", domainTyped = ""] = email.trim().toLowerCase().split("@");
  const plusless =
    ignoresPlus.has(domainTyped) || domainTyped === "googlemail.com"
      ? mailbox.split("+")[0] || mailbox
      : mailbox;
  const domain = sameDomain[domainTyped] ?? domainTyped;
  const local =
    domain === "gmail.com" || domain === "proton.me" ? plusless.replaceAll(".", "") || plusless : plusless;
  return `${local}@${domain}`;
}

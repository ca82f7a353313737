import { describe, expect, test } from "vitest";
import { registrableDomain, shownDomain } from "#app/organisations/domain.ts";

const domainOf = (typed: string) => {
  const found = registrableDomain(typed);
  return found.outcome === "domain" ? found.domain : found.outcome;
};

test.each([
  ["scaleway.com", "scaleway.com"],
  ["  WWW.Scaleway.COM ", "scaleway.com"],
  ["https://www.scaleway.com/fr/?a=b#c", "scaleway.com"],
  ["http://scaleway.com:8080/", "scaleway.com"],
  ["ada@mail.scaleway.com", "scaleway.com"],
  ["scaleway.com.", "scaleway.com"],
  ["cloud.economie.gouv.fr", "economie.gouv.fr"],
  ["a.b.co.uk", "b.co.uk"],
  ["Écluse.fr", "xn--cluse-9ra.fr"],
  ["https://www.xn--cluse-9ra.fr", "xn--cluse-9ra.fr"],
  ["faß.de", "xn--fa-hia.de"],
  // The private section: what others hand out names under is nobody's.
  ["team.tribune.github.io", "tribune.github.io"],
  ["app.herokuapp.com", "app.herokuapp.com"],
  // Lists are no limit: a new top-level domain is in DNS before it is in them.
  ["hexanuage.example", "hexanuage.example"],
])("%s is registered as %s", (typed, domain) => expect(domainOf(typed)).toBe(domain));

test.each([
  ["github.io", "public-suffix"],
  ["gouv.fr", "public-suffix"],
  ["co.uk", "public-suffix"],
  ["somebody@herokuapp.com", "public-suffix"],
  ["127.0.0.1", "ip-address"],
  ["http://2130706433/", "ip-address"],
  ["0x7f.1", "ip-address"],
  ["http://[::1]:3000/", "ip-address"],
  ["gmail.com", "free-mail"],
  ["ada@orange.fr", "free-mail"],
  ["mailinator.com", "free-mail"],
  ["x@yopmail.com", "free-mail"],
  ["localhost", "not-a-domain"],
  ["fr", "not-a-domain"],
  ["", "not-a-domain"],
  ["two words.fr", "not-a-domain"],
  ["ada@", "not-a-domain"],
  ["a..fr", "not-a-domain"],
  [`${"a".repeat(64)}.fr`, "not-a-domain"],
  ["%00.fr", "not-a-domain"],
  // An address whose mail goes to evil.example and whose domain, read as a web address, would be another.
  ["x@bank.example?.evil.example", "not-a-domain"],
  ["x@bank.example#.evil.example", "not-a-domain"],
  ["x@bank.example%2fevil.example", "not-a-domain"],
])("%s is refused: %s", (typed, outcome) => expect(domainOf(typed)).toBe(outcome));

describe("a domain is shown", () => {
  test.each([
    ["scaleway.com", "scaleway.com"],
    ["xn--cluse-9ra.fr", "écluse.fr"],
    ["xn--fa-hia.de", "faß.de"],
    ["xn--d1acpjx3f.xn--p1ai", "яндекс.рф"],
    ["xn--wgv71a119e.jp", "日本語.jp"],
  ])("%s as %s", (domain, shown) => expect(shownDomain(domain)).toBe(shown));

  // аррӏе.com in Cyrillic, "pаypal" with one Cyrillic letter, dotless ı, script ɡ.
  test.each(["аррӏе.com", "pаypal.com", "mıcrosoft.com", "ɡoogle.com"])("%s with its Punycode", (unicode) => {
    const found = registrableDomain(unicode);
    const domain = found.outcome === "domain" ? found.domain : "";
    expect(domain).toMatch(/^xn--/);
    expect(shownDomain(domain)).toBe(`${unicode} (${domain})`);
  });
});

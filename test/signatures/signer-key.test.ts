import { describe, expect, test } from "vitest";
import { signerKey } from "#app/signatures/signer-key.ts";

describe("one mailbox is one signatory", () => {
  const same: [string, string][] = [
    ["Ada.Lovelace@Gmail.com", "adalovelace@gmail.com"],
    ["ada+letters@gmail.com", "ada@gmail.com"],
    ["a.d.a@googlemail.com", "ada@gmail.com"],
    ["ada+x@outlook.com", "ada@outlook.com"],
    ["ada+x@proton.me", "ada@protonmail.com"],
    ["a.da@pm.me", "ada@proton.me"],
    ["ada+x@me.com", "ada@icloud.com"],
    ["ADA@Example.ORG", "ada@example.org"],
  ];
  test.each(same)("%s and %s are the same", (one, other) => {
    expect(signerKey(one)).toBe(signerKey(other));
  });

  const ignoringPlus = [
    ...[
      "gmail.com",
      "googlemail.com",
      "outlook.com",
      "outlook.fr",
      "hotmail.com",
      "hotmail.fr",
      "hotmail.co.uk",
    ],
    ...["live.com", "live.fr", "msn.com", "icloud.com", "me.com", "mac.com", "fastmail.com", "fastmail.fm"],
    ...["proton.me", "protonmail.com", "pm.me"],
  ];
  test.each(ignoringPlus)("what follows a plus is ignored at %s, and the first plus counts", (domain) => {
    expect(signerKey(`Ada+One+Two@${domain.toUpperCase()}`)).toBe(signerKey(`ada@${domain}`));
    expect(signerKey(`ada@${domain}`)).not.toBe(signerKey(`adaone@${domain}`));
  });

  test.each([
    ["the domains of Gmail", ["gmail.com", "googlemail.com"]],
    ["the domains of Proton", ["proton.me", "protonmail.com", "pm.me"]],
    ["the domains of iCloud", ["icloud.com", "me.com", "mac.com"]],
  ])("%s lead to one mailbox", (_whose, domains) => {
    expect(new Set(domains.map((domain) => signerKey(`ada.b@${domain}`))).size).toBe(1);
  });

  const different: [string, string][] = [
    ["ada.b@outlook.com", "adab@outlook.com"],
    ["ada+x@example.org", "ada@example.org"],
    ["a.da@example.org", "ada@example.org"],
    ["ada@gmail.com", "ada@gmail.co"],
    ["ada@outlook.com", "ada@hotmail.com"],
    ["ada+x@mail.gmail.com", "ada@mail.gmail.com"],
    ["ada+x@gmail.com.example.org", "ada@gmail.com.example.org"],
    ["ada@fastmail.com", "ada@fastmail.fm"],
    ["ada.b@icloud.com", "adab@icloud.com"],
    ["ada@exämple.org", "ada@example.org"],
  ];
  test.each(different)("%s and %s may be two people", (one, other) => {
    expect(signerKey(one)).not.toBe(signerKey(other));
  });

  test("what is nothing but a plus or dots keeps a mailbox", () => {
    expect(signerKey("+@gmail.com")).toBe("+@gmail.com");
    expect(signerKey("...@gmail.com")).toBe("...@gmail.com");
  });

  test("the key of an address is an address of its own mailbox, without spaces around it", () => {
    expect(signerKey("  Élodie.Cœur@Exämple.org \n")).toBe("élodie.cœur@exämple.org");
    expect(signerKey(".+tag@gmail.com")).toBe(".@gmail.com");
    expect(signerKey("ada+@proton.me")).toBe("ada@proton.me");
    expect(signerKey("+tag@example.org")).toBe("+tag@example.org");
  });
});

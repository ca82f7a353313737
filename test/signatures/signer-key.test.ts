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

  const different: [string, string][] = [
    ["ada.b@outlook.com", "adab@outlook.com"],
    ["ada+x@example.org", "ada@example.org"],
    ["a.da@example.org", "ada@example.org"],
    ["ada@gmail.com", "ada@gmail.co"],
    ["ada@outlook.com", "ada@hotmail.com"],
  ];
  test.each(different)("%s and %s may be two people", (one, other) => {
    expect(signerKey(one)).not.toBe(signerKey(other));
  });

  test("what is nothing but a plus or dots keeps a mailbox", () => {
    expect(signerKey("+@gmail.com")).toBe("+@gmail.com");
    expect(signerKey("...@gmail.com")).toBe("...@gmail.com");
  });
});

import { expect, test } from "vitest";
import { readSettings } from "#app/server/settings.ts";
import { securityText } from "#app/server/security-text.ts";

test("whom to tell, in the form of RFC 9116, for less than a year", () => {
  const now = new Date("2026-11-26T12:00:00.123Z");
  expect(securityText("mailto:security@example.org", "https://tribune.example", now)).toBe(
    [
      "Contact: mailto:security@example.org",
      "Expires: 2027-05-27T12:00:00Z",
      "Preferred-Languages: en, fr",
      "Canonical: https://tribune.example/.well-known/security.txt",
      "",
    ].join("\n"),
  );
});

test.each(["security@example.org", "http://example.org/hole", "mailto:nobody", "mailto:a@b\nc"])(
  "%j is no contact that others could use",
  (contact) => {
    expect(() => readSettings({ SECURITY_CONTACT: contact })).toThrow(
      /SECURITY_CONTACT is no way to reach you/,
    );
  },
);

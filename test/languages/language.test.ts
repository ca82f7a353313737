import { expect, test } from "vitest";
import { cookieValue, preferredLanguage } from "#app/languages/language.ts";

test.each([
  [null, null, undefined, "en"],
  [null, "fr", undefined, "fr"],
  [null, "de, fr-CA;q=0.5, en;q=0.4", undefined, "fr"],
  [null, "fr;q=0.2, en-US;q=0.9", undefined, "en"],
  [null, "fr;q=0, en;q=0.1", undefined, "en"],
  [null, "de", undefined, "en"],
  [null, ";;;q=,,", undefined, "en"],
  [null, "en", "fr", "fr"],
  ["language=en", "fr", "fr", "en"],
  ["language=de", "fr", undefined, "fr"],
  ["language=%E0%A4%A", "fr", undefined, "fr"],
] as const)("cookie %s, browser %s, account %s: %s", (cookie, browser, account, language) => {
  expect(preferredLanguage(cookie, browser, account)).toBe(language);
});

test("a cookie's value may hold an equals sign", () => {
  expect(cookieValue("a=1; b=x%3Dy=z", "b")).toBe("x=y=z");
  expect(cookieValue("a=1", "b")).toBeUndefined();
});

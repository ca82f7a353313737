import { describe, expect, test } from "vitest";
import type { Language } from "#app/languages/language.ts";
import {
  formatCalendarDay,
  formatDay,
  formatMoment,
  formatNumber,
  type Phrase,
  translator,
} from "#app/languages/translate.ts";

describe("a phrase takes its values as they are", () => {
  const subject = (title: string) => translator("en")("mail.confirm.subject", { title });
  test.each([
    "{{name}}",
    "{{title}}",
    "$t(mail.closing)",
    "<b>R&D</b> \"quoted\" 'so'",
    "$& $1 $$",
    "a.b:c_one",
  ])("%s", (title) => {
    expect(subject(title)).toBe(`Confirm your signature: ${title}`);
  });

  test("in French no sign of a value changes but the spaces before high signs", () => {
    const said = translator("fr")("mail.confirm.subject", { title: "Pourquoi ? {{name}}" });
    expect(said.replace(/[\u00a0\u202f]/g, " ")).toContain("Pourquoi ? {{name}}");
  });
});

test("a phrase that is in no dictionary is shown as its key, not as a fault", () => {
  expect(translator("fr")("no.such.phrase" as Phrase)).toBe("no.such.phrase");
});

describe("numbers and days", () => {
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
  test.each([
    ["en", 4213, "4,213"],
    ["fr", 4213, "4 213"],
    ["fr", 1_000_000, "1 000 000"],
    ["en", 0, "0"],
  ] as [Language, number, string][])("in %s %i is %s", (language, value, written) => {
    expect(plain(formatNumber(language, value))).toBe(written);
  });

  test("a French number never breaks over two lines", () => {
    expect(formatNumber("fr", 1_234_567)).not.toContain(" ");
  });

  test("a moment is given as the day it is in Paris, in summer and in winter", () => {
    expect(formatDay("en", new Date("2026-07-14T22:30:00Z"))).toBe("15 July 2026");
    expect(formatDay("fr", new Date("2026-12-31T23:30:00Z"))).toBe("1 janvier 2027");
    expect(formatDay("fr", new Date("2026-12-31T22:30:00Z"))).toBe("31 décembre 2026");
  });

  test("a moment with its hour names its zone", () => {
    expect(plain(formatMoment("en", new Date("2026-11-24T13:05:00Z")))).toMatch(
      /24 November 2026.*14:05.*(CET|GMT\+1)/,
    );
    expect(plain(formatMoment("fr", new Date("2026-07-01T13:05:00Z")))).toMatch(
      /1 juillet 2026.*15:05.*(UTC\+2|CEST)/,
    );
  });

  test("a calendar day stays that day", () => {
    expect(formatCalendarDay("en", "2027-01-01")).toBe("1 January 2027");
    expect(formatCalendarDay("fr", "2028-02-29")).toBe("29 février 2028");
  });
});

describe("singular and plural", () => {
  test.each([
    ["fr", 0],
    ["fr", 1],
    ["en", 1],
  ] as [Language, number][])("in %s %i takes the singular", (language, count) => {
    const say = (value: number) => translator(language)("letter.signatures", { count: value, number: "N" });
    expect(say(count)).toBe(say(1));
    expect(say(count)).not.toBe(say(2));
  });
  test("English nought takes the plural", () => {
    const say = (count: number) => translator("en")("letter.signatures", { count, number: "N" });
    expect(say(0)).toBe(say(2));
  });
});

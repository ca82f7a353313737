import { describe, expect, test } from "vitest";
import { frenchSpacing, typeset } from "#app/languages/french-spacing.ts";

const narrow = "\u202f";
const wide = "\u00a0";

describe("French punctuation never stands alone on a line", () => {
  const cases: [string, string][] = [
    ["Vraiment ?", `Vraiment${narrow}?`],
    ["Non ! Si ; donc ?!", `Non${narrow}! Si${narrow}; donc${narrow}?!`],
    ["Voici : ceci", `Voici${wide}: ceci`],
    ["« Oui »", `«${wide}Oui${wide}»`],
    ["12 500 000 € et 5 %", `12${narrow}500${narrow}000${narrow}€ et 5${narrow}%`],
  ];
  test.each(cases)("%s", (typed, set) => expect(frenchSpacing(typed)).toBe(set));

  test.each(["https://example.org:8080/?a=b", "à 12:30", "en 2021 et 2022", "a:b", "«Oui»", "C’est dit."])(
    "%s stays as it is",
    (typed) => expect(frenchSpacing(typed)).toBe(typed),
  );

  test("no sign is added or lost, only spaces change their kind; twice is as once", () => {
    const typed = "« Quoi ? » dit-il : 1 000 fois non !";
    const set = frenchSpacing(typed);
    expect(set.replace(/[\u00a0\u202f]/g, " ")).toBe(typed);
    expect(frenchSpacing(set)).toBe(set);
  });

  test("English is left alone", () => expect(typeset("Really ?", "en")).toBe("Really ?"));
});

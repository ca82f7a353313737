import { describe, expect, test } from "vitest";
import { anchorOf, cutAtPassages, eachPassage, findStretch, placeIn } from "#app/discussion/anchor.ts";

describe("what somebody quotes is found", () => {
  const text = "Toute personne peut saisir l’administration.\nElle en accuse réception, 🏛 sans délai.";

  test.each([
    ["word for word", "peut saisir", [{ start: 15, end: 26 }]],
    ["with the straight apostrophe of a keyboard", "l'administration", [{ start: 27, end: 43 }]],
    ["over the end of a line, as a clipboard has it", "administration.  \n\n Elle", [{ start: 29, end: 49 }]],
    ["with a no-break space", "accuse\u00a0réception", [{ start: 53, end: 69 }]],
    ["decomposed", "re\u0301ception", [{ start: 60, end: 69 }]],
    ["beyond the basic plane", "🏛 sans", [{ start: 71, end: 77 }]],
    ["behind a sign beyond the basic plane", "délai", [{ start: 78, end: 83 }]],
    ["not with another letter", "peut saisie", []],
    ["not with another case", "TOUTE", []],
    ["not with signs of a pattern", "peut .* saisir", []],
    ["not when it is only white space", " \n ", []],
  ])("%s", (_how, quote, found) => {
    expect([...eachPassage(text, quote)]).toEqual(found);
  });

  test("with every sign that means something in a pattern", () => {
    const signs = "I. - a^$ (b) [c] {d} e|f g\\h i/j k? l* m+ n-o";
    expect([...eachPassage(`x ${signs} y`, signs)]).toEqual([{ start: 2, end: 2 + signs.length }]);
  });

  test("everywhere, also where it overlaps itself", () => {
    expect([...eachPassage("aaa, aa", "aa")].map(({ start }) => start)).toEqual([0, 1, 5]);
  });

  test("in a long text with many beginnings of it, soon enough", () => {
    expect(findStretch("le la ".repeat(20_000), `${"le la ".repeat(300)}fin`, null)).toBe("missing");
  });
});

test("a passage is the one pointed at, or the only one; with very many of them, soon enough", () => {
  expect(findStretch("oui, oui, oui", "oui", 5)).toEqual({ start: 5, end: 8 });
  expect(findStretch("oui, oui, oui", "oui", 4)).toBe("ambiguous");
  expect(findStretch("oui, non", "non", 99)).toEqual({ start: 5, end: 8 });
  const long = "e".repeat(2_000_000);
  expect(findStretch(long, "e", null)).toBe("ambiguous");
  expect(findStretch(long, "e", 1_999_999)).toEqual({ start: 1_999_999, end: 2_000_000 });
});

test("an anchor holds the passage and what stands around it", () => {
  expect(anchorOf("🏛 abc def", { start: 2, end: 5 })).toEqual({
    exact: "abc",
    prefix: "🏛 ",
    suffix: " def",
    start: 2,
    end: 5,
  });
  const anchor = anchorOf("x".repeat(50) + "passage" + "y".repeat(50), { start: 50, end: 57 });
  expect([anchor.prefix.length, anchor.suffix.length]).toEqual([32, 32]);
});

describe("in a later text of the provision a passage", () => {
  const before = "L’administration répond. Elle répond par écrit.";
  const passage = { exact: "par écrit", start: 37, end: 46 };

  test("is where it was while the text is the same, however often its words stand there", () => {
    expect(placeIn(before, before, passage)).toEqual({ state: "exact", start: 37, end: 46 });
    expect(placeIn("oui, oui", "oui, oui", { exact: "oui", start: 5, end: 8 })).toMatchObject({ start: 5 });
  });

  test("is carried over when it stands there once", () => {
    expect(placeIn(before, "🏛 Elle répond par écrit.", passage)).toEqual({
      state: "carried",
      start: 14,
      end: 23,
    });
  });

  test.each([
    ["the provision is repealed", null],
    ["its words are gone", "Elle répond de vive voix."],
    ["a lookalike stands there", "Elle répond par écrits".replace("par é", "par  é")],
    ["it stands there twice", "Elle répond par écrit, et par écrit seulement."],
    ["it stands there twice, overlapping", "par écritpar écrit"],
    ["it is a part of another word there", "Elle répond par écriture."],
    ["a word has grown before it", "Elle répond et compar écrit."],
  ])("is an orphan when %s", (_why, later) => {
    expect(placeIn(before, later, passage)).toEqual({ state: "orphan" });
  });
});

test("a passage that stood twice, or a number that is another one now, is not carried over", () => {
  const rule = "La règle s’applique. La règle s’applique aux tiers.";
  expect(placeIn(rule, "La règle s’applique.", { exact: "La règle s’applique", start: 21, end: 40 })).toEqual(
    {
      state: "orphan",
    },
  );
  const term = "un délai de 2 mois";
  expect(placeIn(term, "un délai de 12 mois", { exact: "2 mois", start: 12, end: 18 })).toEqual({
    state: "orphan",
  });
  // Where a part of a word was chosen, a part of a word may be found.
  expect(placeIn("republié", "on republié", { exact: "publié", start: 2, end: 8 })).toMatchObject({
    start: 5,
  });
});

describe("a text with passages is cut", () => {
  const pieces = (text: string, passages: { name: string; start: number; end: number }[]) =>
    cutAtPassages(text, passages).map((line) =>
      line.map((piece) => [piece.text, piece.passages.map(({ name }) => name).join("")]),
    );

  test("where they overlap, and nothing of it is lost", () => {
    const cut = pieces("0123456789", [
      { name: "a", start: 2, end: 6 },
      { name: "b", start: 4, end: 8 },
    ]);
    expect(cut).toEqual([
      [
        ["01", ""],
        ["23", "a"],
        ["45", "ab"],
        ["67", "b"],
        ["89", ""],
      ],
    ]);
  });

  test("line by line when one goes over the end of a line", () => {
    expect(pieces("ab\n\ncd", [{ name: "a", start: 1, end: 5 }])).toEqual([
      [
        ["a", ""],
        ["b", "a"],
      ],
      [],
      [
        ["c", "a"],
        ["d", ""],
      ],
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { anchorOf, findStretch } from "#app/discussion/anchor.ts";
import type { MarginPassage } from "#app/margin/margin.ts";
import { passagePlacer, standsAlone } from "#app/margin/place-passage.ts";

/** The passage of a thread that was begun on `quote` in `text`, the `nth` time that it stands there. */
function begunOn(text: string, quote: string, nth = 0): MarginPassage {
  let start = -1;
  for (let time = 0; time <= nth; time++) start = text.indexOf(quote, start + 1);
  const from = [...text.slice(0, start)].length;
  const { exact, prefix, suffix } = anchorOf(text, { start: from, end: from + [...quote].length });
  return { quote: exact, prefix, suffix, alone: typeof findStretch(text, quote, null) === "object" };
}
const placed = (text: string, passage: MarginPassage) => {
  const place = passagePlacer(text)(passage);
  return place && anchorOf(text, place);
};

describe("the passage of a thread", () => {
  const text = "We ask for one rule.\nThe rule must be short. A 🏛 rule is read.";

  test.each([
    ["the text is the same", text, 38],
    ["there is more before it", `Dear minister,\n${text}`, 53],
    ["what stood around it is written anew", "And then: it shall be short. Yes.", 10],
  ])("that stands there once is where its words are: %s", (_how, later, start) => {
    const passage = start === 10 ? begunOn("x must be short. y", "be short") : begunOn(text, "be short");
    const found = placed(later, passage);
    expect(found?.exact).toBe("be short");
    expect([...later].slice(found?.start, found?.end).join("")).toBe("be short");
  });

  test("has gone when its words have changed, and is back when they are", () => {
    const passage = begunOn(text, "must be short");
    expect(placed(text.replace("short", "brief"), passage)).toBeNull();
    expect(placed(text, passage)).toMatchObject({ exact: "must be short" });
  });

  test("that stands there more than once is told by what stands around it", () => {
    const second = begunOn(text, "rule", 1);
    expect(second.alone).toBe(false);
    expect(placed(text, second)?.start).toBe(25);
    expect(placed(text, begunOn(text, "rule", 2))?.start).toBe(49);
  });

  test("is never moved to a lookalike", () => {
    // The one that was meant is deleted: the words stand there once, and are others.
    const second = begunOn("One rule. Another rule.", "rule", 1);
    expect(placed("One rule. Another law.", second)).toBeNull();
    // A part of a word is another word.
    expect(placed("We wait 12 months.", begunOn("We wait 2 months.", "2 months"))).toBeNull();
    expect(placed("All rulers.", begunOn("All rule.", "rule"))).toBeNull();
    expect(placed("We wait for 2 months.", begunOn("We wait 2 months.", "2 months"))).not.toBeNull();
    // Two places that are alike in everything.
    const line = "The same words, again and again and again and again and again.\n";
    expect(placed(line.repeat(3), begunOn(line.repeat(3), "again", 6))).toBeNull();
  });

  test("that stands everywhere is nowhere, soon enough", () => {
    const passage = { quote: "a", prefix: "", suffix: "", alone: false };
    expect(passagePlacer("a ".repeat(200_000))(passage)).toBeNull();
  });
});

test("words from the live editor stand alone unless they stand elsewhere too", () => {
  const chosen = { quote: "a rule", prefix: "We ask for ", suffix: "." };
  expect(standsAlone("Nothing of it yet.", chosen)).toBe(true);
  expect(standsAlone("We ask for a rule.", chosen)).toBe(true);
  expect(standsAlone("There is a rule, already.", chosen)).toBe(false);
  expect(standsAlone("We ask for a rule. And a rule.", chosen)).toBe(false);
});

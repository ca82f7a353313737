import { expect, test } from "vitest";
import type { Passage } from "#app/letters/compare-versions.ts";
import { foldUnchanged } from "#app/letters/fold-unchanged.ts";

/** "." is unchanged, "+" added. @returns what is shown, with the length of what is folded */
const fold = (signs: string) =>
  foldUnchanged(
    [...signs].map((sign): Passage => ({
      change: sign === "." ? "same" : "added",
      kind: "paragraph",
      text: sign,
    })),
  )
    .map((stretch) =>
      "folded" in stretch ? `(${stretch.folded.length})` : stretch.shown.change === "same" ? "." : "+",
    )
    .join("");

test.each([
  ["", ""],
  ["+", "+"],
  ["...", "(3)"],
  ["+.+", "+.+"],
  ["+...+", "+...+"],
  ["+....+", "+.(2).+"],
  [".....+", "(4).+"],
  ["+.....", "+.(4)"],
  ["..+.........+..", "..+.(7).+.."],
])("%s is shown as %s", (signs, shown) => {
  expect(fold(signs)).toBe(shown);
});

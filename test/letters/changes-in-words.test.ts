import { expect, test } from "vitest";
import { changesInWords } from "#app/letters/changes-in-words.ts";
import { compareVersions } from "#app/letters/compare-versions.ts";
import { markdownToDocument } from "#app/letters/markdown.ts";

const version = (markdown: string, title = "A title", addressees = ["The minister"], summary = "") => ({
  ...{ title, summary, addressees },
  document: markdownToDocument(markdown),
});
const say = (before: Parameters<typeof version>, after: Parameters<typeof version>, longest = 4000) =>
  changesInWords(compareVersions(version(...before), version(...after)), "en", longest);

test("what changed and nothing else, each of the letter's lines behind a sign", () => {
  const before = "Kept as it was.\n\nWe ask for rules.\n\nThis goes away entirely.\n\nSome words.";
  const after = "Kept as it was.\n\nWe ask for clear rules.\n\nSome **words**.\n\nAnd this comes.";
  expect(say([before], [after, "A new title", ["The minister", "Parliament"], "In short."])).toEqual({
    text: [
      "Title\nBefore:\n> A title\nNow:\n> A new title",
      "Addressees\nAdded:\n> Parliament",
      "Summary\nNow:\n> In short.",
      "Before:\n> We ask for rules.\nNow:\n> We ask for clear rules.",
      "Removed:\n> This goes away entirely.",
      "Same words, formatting changed:\n> Some words.",
      "Added:\n> And this comes.",
    ].join("\n\n"),
    cut: false,
  });
});

test("a note, a picture and a table's row are told by name", () => {
  const { text } = say(["Said.^[By the court] Yes."], ["Said.^[By the high court] Yes."]);
  expect(text).toBe("Note\nBefore:\n> By the court\nNow:\n> By the high court");
});

test("of a long passage only what is around the change", () => {
  const long = (word: string) => `${"before it ".repeat(100)}the ${word} word${" after it".repeat(100)}`;
  const { text } = say([long("old")], [long("new")]);
  expect(text).toMatch(/^Before:\n> ….*the old word.*…\nNow:\n> ….*the new word.*…$/);
  expect(text.length).toBeLessThan(700);
});

test("no more than asked for, and it says that there is more", () => {
  const many = (word: string) =>
    Array.from({ length: 40 }, (_, place) => `Passage ${place} speaks of ${word}.`).join("\n\n");
  const { text, cut } = say([many("winter")], [many("summer")], 1000);
  expect(cut).toBe(true);
  expect(text.length).toBeLessThanOrEqual(1000);
  expect(text).toMatch(/> Passage 0 speaks of summer\./);
  const whole = say(["Old."], ["x".repeat(5000)], 1000);
  expect(whole.cut).toBe(true);
  expect(whole.text.length).toBeLessThan(1100);
});

import { TextSelection } from "@tiptap/pm/state";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepOwnCaret } from "#app/together/own-caret.ts";
import { joined, openEditor } from "../margin/editor-without-page.ts";

let mine: ReturnType<typeof openEditor>;
let theirs: ReturnType<typeof openEditor>;
beforeEach(() => {
  const [one, other] = joined(["We ask for rules.", ""]);
  [mine, theirs] = [openEditor(one, [keepOwnCaret()]), openEditor(other, [keepOwnCaret()])];
});
afterEach(() => {
  for (const { view } of [mine, theirs]) view.destroy();
});

const place = ({ view }: typeof mine, at: number) =>
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)));
const type = ({ view }: typeof mine, words: string) => {
  for (const letter of words) view.dispatch(view.state.tr.insertText(letter));
};
/** The text of an editor with its caret in it. */
const shown = ({ view: { state } }: typeof mine) => {
  const { head } = state.selection;
  const { size } = state.doc.content;
  return `${state.doc.textBetween(0, head, "\n")}|${state.doc.textBetween(head, size, "\n")}`;
};

test("in an empty paragraph a caret stays before what another types there", () => {
  const end = mine.view.state.doc.content.size - 1;
  place(mine, end);
  place(theirs, end);
  type(theirs, "Owen begins.");
  expect(shown(theirs)).toBe("We ask for rules.\nOwen begins.|");
  expect(shown(mine)).toBe("We ask for rules.\n|Owen begins.");
  type(mine, "Camille continues. ");
  expect(shown(mine)).toBe("We ask for rules.\nCamille continues. |Owen begins.");
  expect(shown(theirs)).toBe("We ask for rules.\nCamille continues. Owen begins.|");
});

test.each([
  ["|We ask for rules.\n", 1],
  ["We ask| for rules.\n", 7],
  ["We ask for rules.|\n", 18],
])("a caret at %s stays where it is while another types at the end", (before, at) => {
  place(mine, at);
  expect(shown(mine)).toBe(before);
  place(theirs, theirs.view.state.doc.content.size - 1);
  type(theirs, "Owen begins.");
  expect(shown(mine)).toBe(`${before}Owen begins.`);
});

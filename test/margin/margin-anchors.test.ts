import { TextSelection } from "@tiptap/pm/state";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { activeThread, marginPlugin, showThreads, threadRanges } from "#app/margin/margin-anchors.ts";
import { selectionAnchor } from "#app/margin/selection-anchor.ts";
import type { MarginSelection } from "#app/margin/margin.ts";
import { joined, openEditor } from "./editor-without-page.ts";

const text = ["We ask for rules that one can read.", "They must be short, and they must be few."];
const passage = "rules that one can read";

let mine: ReturnType<typeof openEditor>;
let theirs: ReturnType<typeof openEditor>;
beforeEach(() => {
  vi.useFakeTimers();
  const [one, other] = joined(text);
  [mine, theirs] = [one, other].map((doc) => openEditor(doc, [marginPlugin([])])) as [
    typeof mine,
    typeof theirs,
  ];
});
afterEach(() => {
  for (const { view } of [mine, theirs]) view.destroy();
  vi.useRealTimers();
});

type Editor = typeof mine;
const write = ({ view }: Editor, at: number, words: string) =>
  view.dispatch(view.state.tr.insertText(words, at));
const erase = ({ view, find }: Editor, words: string) => {
  const { from, to } = find(words);
  view.dispatch(view.state.tr.delete(from, to));
};
/** Selects words and takes them as the passage of a thread. */
function choose({ view, find }: Editor, words: string): MarginSelection {
  const { from, to } = find(words);
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)));
  const chosen = selectionAnchor(view.state);
  if (typeof chosen === "string") throw new Error(chosen);
  return chosen;
}
/** The thread as the server would give it out. */
const threadOn = ({ quote, prefix, suffix, ...positions }: MarginSelection, alone = true) => ({
  id: 7,
  passage: { quote, prefix, suffix, alone },
  positions,
});
/** The words that an editor marks; null when the passage has gone. */
function marked({ view }: Editor): string | null {
  const range = threadRanges(view.state).get(7);
  return range ? view.state.doc.textBetween(range.from, range.to, "\n") : null;
}
/** Both editors show a thread on `words`. */
function bothShow(words = passage, alone = true) {
  const thread = threadOn(choose(mine, words), alone);
  for (const { view } of [mine, theirs]) showThreads(view, [thread]);
  expect([marked(mine), marked(theirs)]).toEqual([words, words]);
}
const rest = () => vi.advanceTimersByTime(1000);

test("a selection is known by its words, what stands around them, and its positions", () => {
  const chosen = choose(mine, "must be short");
  expect(chosen).toMatchObject({ quote: "must be short", suffix: ", and they must be few." });
  expect(chosen.prefix).toBe("r rules that one can read.\nThey ".slice(-32));
  expect(chosen.begins).toMatch(/^[A-Za-z0-9+/]+=*$/);
  const { from, to } = mine.find("must be short");
  const { state } = mine.view;
  // White space at its ends is not part of it, nor is a selection of nothing else one.
  const wider = state.apply(state.tr.setSelection(TextSelection.create(state.doc, from - 1, to)));
  expect(selectionAnchor(wider)).toMatchObject({ quote: "must be short" });
  const blank = state.apply(state.tr.setSelection(TextSelection.create(state.doc, from - 1, from)));
  expect(selectionAnchor(blank)).toBe("empty");
});

describe.each([
  ["where they are typed", () => [mine, theirs] as const],
  ["for somebody else", () => [theirs, mine] as const],
])("changes are followed %s", (_where, editors) => {
  const [typing, watching] = [() => editors()[1], () => editors()[0]];
  const expectMarked = (words: string | null) => {
    expect([marked(mine), marked(theirs)]).toEqual([words, words]);
    rest();
    expect([marked(mine), marked(theirs)]).toEqual([words, words]);
    expect(watching().view.state.doc.eq(typing().view.state.doc)).toBe(true);
  };

  test.each([
    ["right before", (at: { from: number; to: number }) => at.from, passage],
    ["right behind", (at: { from: number; to: number }) => at.to, passage],
    ["inside", (at: { from: number; to: number }) => at.from + 5, "rules, yes, that one can read"],
    ["at the beginning of the letter", () => 1, passage],
  ])("words typed %s", (_at, place, then) => {
    bothShow();
    write(typing(), place(typing().find(passage)), then === passage ? "clear " : ", yes,");
    expectMarked(then);
  });

  test("a part of it deleted", () => {
    bothShow();
    erase(typing(), "that one ");
    expectMarked("rules can read");
  });

  test("its end deleted, and more written behind it", () => {
    bothShow();
    erase(typing(), " can read");
    write(typing(), typing().find("that one").to, " may see");
    expectMarked("rules that one");
  });

  test("all of it deleted, and undone", () => {
    bothShow();
    erase(typing(), passage);
    expectMarked(null);
    typing().undo();
    rest();
    expectMarked(passage);
  });

  test("written anew around it and in it, bit by bit", () => {
    bothShow("must be short");
    erase(typing(), "They ");
    write(typing(), typing().find("short").from, "very ");
    rest();
    erase(typing(), "must ");
    write(typing(), typing().find("short").to, " and sweet");
    expectMarked("be very short");
  });

  test("a paragraph before it deleted and its own split", () => {
    bothShow("must be short");
    const { view } = typing();
    view.dispatch(view.state.tr.delete(0, view.state.doc.child(0).nodeSize));
    expectMarked("must be short");
    view.dispatch(view.state.tr.split(typing().find(" be short").from));
    // To Yjs the end of it is new text: the other one finds that by its words.
    rest();
    expectMarked("must\n be short");
  });
});

test("a passage over the end of a paragraph is followed", () => {
  const { view } = mine;
  const [from, to] = [mine.find("can read").from, mine.find("They must").to];
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)));
  const chosen = selectionAnchor(view.state);
  if (typeof chosen === "string") throw new Error(chosen);
  expect(chosen.quote).toBe("can read.\nThey must");
  showThreads(theirs.view, [threadOn(chosen)]);
  write(mine, mine.find("They").from, "Yes. ");
  rest();
  expect(marked(theirs)).toBe("can read.\nYes. They must");
});

describe("a thread that was begun by its words alone", () => {
  const byWords = (quote: string, alone: boolean, prefix = "", suffix = "") => ({
    id: 7,
    passage: { quote, prefix, suffix, alone },
    positions: null,
  });

  test("is shown where they stand, and followed from there", () => {
    showThreads(theirs.view, [byWords(passage, true)]);
    expect(marked(theirs)).toBe(passage);
    write(mine, mine.find(passage).from + 5, " and laws");
    expect(marked(theirs)).toBe("rules and laws that one can read");
  });

  test("is not shown at a lookalike", () => {
    showThreads(mine.view, [byWords("must be", false, "elsewhere ", " said")]);
    expect(marked(mine)).toBeNull();
  });

  test("is found once its words are there", () => {
    showThreads(mine.view, [byWords("to be written", true)]);
    expect(marked(mine)).toBeNull();
    write(theirs, 1, "Still to be written. ");
    rest();
    expect(marked(mine)).toBe("to be written");
  });
});

test("positions that are none, or of another document, are the words' own business", () => {
  const chosen = choose(mine, passage);
  const strange = openEditor(joined(["Another letter."])[0]);
  const elsewhere = choose(strange, "Another");
  for (const positions of [
    { begins: "$$", ends: "" },
    { begins: elsewhere.begins, ends: elsewhere.ends },
    { begins: chosen.ends, ends: chosen.begins },
  ]) {
    showThreads(mine.view, []);
    expect(marked(mine)).toBeNull();
    showThreads(mine.view, [threadOn({ ...chosen, ...positions })]);
    expect(marked(mine)).toBe(passage);
  }
  strange.view.destroy();
});

test("a click on a passage tells its thread, the shortest of several", () => {
  const wide = { ...threadOn(choose(mine, passage)), id: 8 };
  showThreads(mine.view, [wide, threadOn(choose(mine, "that one"))]);
  const plugin = mine.view.state.plugins.at(-1);
  const click = (at: number) => plugin?.props.handleClick?.call(plugin, mine.view, at, {} as MouseEvent);
  expect(click(mine.find("that one").from + 2)).toBe(false);
  expect(activeThread(mine.view.state)).toBe(7);
  click(mine.find("rules").from + 1);
  expect(activeThread(mine.view.state)).toBe(8);
  click(mine.find("We ask").from);
  expect(activeThread(mine.view.state)).toBe(8);
  // It stays set off when the threads are read anew.
  showThreads(mine.view, [wide]);
  expect(activeThread(mine.view.state)).toBe(8);
});

import { type Editor, Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { followRange, type Followed, type Range, rangeOf, storedPositions } from "./followed-range.ts";
import type { MarginThread } from "./margin.ts";
import { readWords } from "./margin-words.ts";
import { passagePlacer } from "./place-passage.ts";

/** What the editor needs of a thread to show its passage. */
type AnchoredThread = Pick<MarginThread, "id" | "passage" | "positions">;
type MarginState = {
  threads: AnchoredThread[];
  /** The thread that was clicked or chosen last. */
  active: number | null;
  /** Where passages are shown, by the id of their thread; one that is not here has gone. */
  ranges: Map<number, Range>;
  /** How each is found again after what others have typed. */
  followed: Map<number, Followed>;
  decorations: DecorationSet;
};

/** Milliseconds without a change after which passages that have gone are looked for by their words. */
const quiet = 400;

type Asked = { threads: AnchoredThread[] } | { active: number | null } | "again";

const marginKey = new PluginKey<MarginState>("margin");
const none: MarginState = {
  threads: [],
  active: null,
  ranges: new Map(),
  followed: new Map(),
  decorations: DecorationSet.empty,
};

function decorate(state: EditorState, { active, ranges }: Pick<MarginState, "active" | "ranges">) {
  const marks = [...ranges].map(([thread, { from, to }]) =>
    Decoration.inline(from, to, {
      class: thread === active ? "margin-mark margin-mark-active" : "margin-mark",
      "data-thread": String(thread),
    }),
  );
  return DecorationSet.create(state.doc, marks);
}

/**
 * Finds every passage anew: where it is shown already, else by its positions where these still hold words; by its words
 * where they hold none, or where its words stand whole right there (they were deleted and have come back).
 */
function findAll(
  state: EditorState,
  threads: AnchoredThread[],
  before: MarginState,
  leaveOut: readonly string[],
): MarginState {
  const { active } = before;
  const words = readWords(state.doc, leaveOut);
  const placeIn = passagePlacer(words.text);
  const ranges = new Map<number, Range>();
  const followed = new Map<number, Followed>();
  for (const thread of threads) {
    const held = before.ranges.get(thread.id) ?? rangeOf(state, storedPositions(thread.positions));
    const place = placeIn(thread.passage);
    const [first, last] = place ? [words.from[place.start], words.to[place.end - 1]] : [];
    const quoted = first !== undefined && last !== undefined ? { from: first, to: last } : null;
    const near = !held || (quoted !== null && quoted.from <= held.to && quoted.to >= held.from);
    const range = near && quoted ? quoted : held;
    if (!range) continue;
    ranges.set(thread.id, range);
    const positions = followRange(state, range);
    if (positions) followed.set(thread.id, positions);
  }
  return { threads, active, ranges, followed, decorations: decorate(state, { active, ranges }) };
}

/** After what others have typed the whole document is another one: each passage is where its positions say. */
function follow(state: EditorState, before: MarginState): MarginState {
  const ranges = new Map<number, Range>();
  for (const [thread, positions] of before.followed) {
    const range = rangeOf(state, positions);
    if (range) ranges.set(thread, range);
  }
  return { ...before, ranges, decorations: decorate(state, { ...before, ranges }) };
}

/** After what was typed here, which Yjs has not heard of yet, each passage is where ProseMirror has moved it. */
function move(transaction: Transaction, state: EditorState, before: MarginState): MarginState {
  const ranges = new Map<number, Range>();
  for (const [thread, { from, to }] of before.ranges) {
    const [begin, end] = [transaction.mapping.map(from, 1), transaction.mapping.map(to, -1)];
    if (begin < end) ranges.set(thread, { from: begin, to: end });
  }
  return { ...before, ranges, decorations: decorate(state, { ...before, ranges }) };
}

/** What `MarginAnchors` adds to an editor. */
export function marginPlugin(leaveOut: readonly string[]) {
  return new Plugin<MarginState>({
    key: marginKey,
    state: {
      init: () => none,
      apply(transaction, before, _old, state) {
        const asked = transaction.getMeta(marginKey) as Asked | undefined;
        if (asked === "again") return findAll(state, before.threads, before, leaveOut);
        if (asked && "threads" in asked) return findAll(state, asked.threads, before, leaveOut);
        if (asked) {
          const now = { ...before, active: asked.active };
          return { ...now, decorations: decorate(state, now) };
        }
        if (transaction.getMeta(ySyncPluginKey)) return follow(state, before);
        return transaction.docChanged ? move(transaction, state, before) : before;
      },
    },
    props: {
      decorations: (state) => marginKey.getState(state)?.decorations,
      handleClick(view, position) {
        const thread = threadAt(view.state, position);
        if (thread !== null) activateThread(view, thread);
        return false;
      },
    },
    view(view) {
      let resting: ReturnType<typeof setTimeout> | undefined;
      return {
        update(now: EditorView, before: EditorState) {
          if (now.state.doc === before.doc) return;
          clearTimeout(resting);
          resting = setTimeout(() => {
            if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(marginKey, "again"));
          }, quiet);
        },
        destroy: () => clearTimeout(resting),
      };
    },
  });
}

/** The thread whose passage is at a position; where several overlap, the shortest. */
function threadAt(state: EditorState, position: number): number | null {
  const there = [...threadRanges(state)].filter(([, { from, to }]) => from <= position && position <= to);
  const [shortest] = there.toSorted(([, one], [, other]) => one.to - one.from - (other.to - other.from));
  return shortest?.[0] ?? null;
}

/** Where the passages of the threads are shown in an editor; the passage of a thread that is not in it has gone. */
export const threadRanges = (state: EditorState): Map<number, Range> =>
  marginKey.getState(state)?.ranges ?? none.ranges;

/** Shows the passages of threads in an editor that has `MarginAnchors`; those that it showed before go. */
export function showThreads(view: EditorView, threads: AnchoredThread[]): void {
  view.dispatch(view.state.tr.setMeta(marginKey, { threads } satisfies Asked));
}

/** Sets one thread off from the others, as a click on its passage does. */
export function activateThread(view: EditorView, active: number | null): void {
  view.dispatch(view.state.tr.setMeta(marginKey, { active } satisfies Asked));
}

/** The thread that is set off from the others. */
export const activeThread = (state: EditorState): number | null => marginKey.getState(state)?.active ?? null;

/** Scrolls to the passage of a thread, puts the caret before it and sets it off. @returns false when the passage has gone */
export function goToThread(editor: Editor, thread: number): boolean {
  const range = threadRanges(editor.state).get(thread);
  activateThread(editor.view, thread);
  if (!range) return false;
  return editor.chain().focus(range.from).scrollIntoView().run();
}

/**
 * Shows the passages of open threads in an editor, and follows them through all that is typed, here and elsewhere.
 * `leaveOut` names the marks of proposed insertions, which the decided text does not have.
 */
export const MarginAnchors = Extension.create<{ leaveOut: readonly string[] }>({
  name: "marginAnchors",
  addOptions: () => ({ leaveOut: [] }),
  addProseMirrorPlugins() {
    return [marginPlugin(this.options.leaveOut)];
  },
});

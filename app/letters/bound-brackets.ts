import type MarkdownIt from "markdown-it";

/** So many brackets of one paragraph may have no end before no more are looked for. */
const mostWithoutEnd = 500;
/** A note's name is no longer. */
const longestNoteName = 200;

/**
 * Gives up on a paragraph's brackets once many of them have no end: each is looked for to the end of the paragraph, so that
 * a letter of nothing but "^[" would take minutes. To be called before rules that read notes are added: they keep the
 * function that they find.
 */
export function boundBrackets({ helpers }: MarkdownIt): void {
  const endOf = helpers.parseLinkLabel;
  const withoutEnd = new WeakMap<object, number>();
  helpers.parseLinkLabel = (state, start, disableNested) => {
    const tried = withoutEnd.get(state) ?? 0;
    if (tried >= mostWithoutEnd) return -1;
    const end = endOf(state, start, disableNested);
    if (end < 0) withoutEnd.set(state, (withoutEnd.get(state) ?? 0) + 1);
    return end;
  };
}

/** Takes "[^" for a sign where no name of a note follows: the rule of notes would look for its end without end. */
export function boundNoteNames({ inline }: MarkdownIt): void {
  inline.ruler.before("footnote_ref", "long_note_name", (state, silent) => {
    if (!state.src.startsWith("[^", state.pos)) return false;
    const name = state.src.slice(state.pos + 2, state.pos + 2 + longestNoteName);
    if (name.length < longestNoteName || /[\]\s]/.test(name)) return false;
    if (!silent) state.pending += "[";
    state.pos += 1;
    return true;
  });
}

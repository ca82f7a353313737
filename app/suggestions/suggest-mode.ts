import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import {
  acceptAll,
  decide,
  decideNode,
  type Judge,
  ofAccount,
  ofSuggestion,
  rejectAll,
  replaceDocument,
} from "./decide.ts";
import { hasInsertionOfOthers } from "./proposer.ts";
import { newStamp } from "./suggestion.ts";
import { suggestionsIn } from "./list-suggestions.ts";
import { trackChanges, type Untrackable } from "./track-changes.ts";
import { withoutStrikes } from "./write-over.ts";

/** Whether what is typed is a suggestion, and why the last edit could not become one. */
type SuggestState = { suggesting: boolean; refused: Untrackable | null };

type Message = Partial<SuggestState> & { passes?: true };

type SuggestOptions = {
  /** The account that proposes. */
  account: number;
  /** A reviewer: always suggests, accepts nothing and takes back only their own suggestions. */
  onlySuggests: boolean;
  /** The server's time as well as the browser knows it: suggestions with a wrong one are refused. */
  now: () => Date;
};

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    suggestMode: {
      setSuggesting: (on: boolean) => ReturnType;
      acceptSuggestion: (id: string) => ReturnType;
      /** Turns a suggestion down; of one's own: takes it back. */
      rejectSuggestion: (id: string) => ReturnType;
      acceptAllSuggestions: () => ReturnType;
      /** Of a reviewer: takes back all of their own. */
      rejectAllSuggestions: () => ReturnType;
    };
  }
}

const suggestKey = new PluginKey<SuggestState>("suggestMode");

/** How an editor's mode stands; of an editor without the extension: it writes. */
export const suggestState = (state: EditorState): SuggestState =>
  suggestKey.getState(state) ?? { suggesting: false, refused: null };

const isRemote = (transaction: Transaction) =>
  Boolean((transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin);
const messageOf = (transaction: Transaction) => transaction.getMeta(suggestKey) as Message | undefined;

/**
 * The mode in which what is typed becomes a suggestion, and the commands that decide. What others type (and what undo
 * brings back) comes through Yjs and is never taken for a suggestion.
 */
export const SuggestMode = Extension.create<SuggestOptions>({
  name: "suggestMode",
  // After the extensions that correct what is typed (links, tables), so that what they do is seen as well.
  priority: 1,
  addOptions: () => ({ account: 0, onlySuggests: false, now: () => new Date() }),

  addCommands() {
    const { account, onlySuggests } = this.options;
    const judge = (transaction: Transaction, verdict: Judge, dispatch: boolean) => {
      const decided = decide(transaction.doc, verdict);
      if (decided.eq(transaction.doc)) return false;
      // A reviewer takes no words of others back with their own.
      const refused = onlySuggests && takesOthers(transaction.doc, verdict, account) ? "others" : null;
      if (!dispatch) return refused === null;
      transaction.setMeta(suggestKey, { passes: true, refused } satisfies Message);
      if (refused === null) replaceDocument(transaction, decided);
      return true;
    };
    const isOwn = (document: Node, id: string) =>
      suggestionsIn(document).every((each) => each.id !== id || each.account === account);
    return {
      setSuggesting:
        (on) =>
        ({ tr, dispatch }) => {
          if (onlySuggests && !on) return false;
          dispatch?.(tr.setMeta(suggestKey, { suggesting: on, refused: null } satisfies Message));
          return true;
        },
      acceptSuggestion:
        (id) =>
        ({ tr, dispatch }) =>
          !onlySuggests && judge(tr, ofSuggestion(id, "accept"), dispatch !== undefined),
      rejectSuggestion:
        (id) =>
        ({ tr, dispatch }) =>
          (!onlySuggests || isOwn(tr.doc, id)) &&
          judge(tr, ofSuggestion(id, "reject"), dispatch !== undefined),
      acceptAllSuggestions:
        () =>
        ({ tr, dispatch }) =>
          !onlySuggests && judge(tr, acceptAll, dispatch !== undefined),
      rejectAllSuggestions:
        () =>
        ({ tr, dispatch }) =>
          judge(tr, onlySuggests ? ofAccount(account, "reject") : rejectAll, dispatch !== undefined),
    };
  },

  addProseMirrorPlugins() {
    const { account, onlySuggests, now } = this.options;
    return [
      new Plugin<SuggestState>({
        key: suggestKey,
        state: {
          init: () => ({ suggesting: onlySuggests, refused: null }),
          apply(transaction, state) {
            const message = messageOf(transaction);
            const refused = transaction.docChanged && !isRemote(transaction) ? null : state.refused;
            const next = {
              suggesting: message?.suggesting ?? state.suggesting,
              refused: message?.refused ?? refused,
            };
            return next.suggesting === state.suggesting && next.refused === state.refused ? state : next;
          },
        },
        // What a plugin makes of somebody else's typing is theirs to do, not ours to propose.
        filterTransaction(transaction, state) {
          const root = transaction.getMeta("appendedTransaction") as Transaction | undefined;
          return !(transaction.docChanged && root && isRemote(root) && suggestState(state).suggesting);
        },
        appendTransaction(transactions, before, after) {
          const changes = transactions.filter(({ docChanged }) => docChanged);
          if (changes.length === 0) return null;
          if (changes.some((each) => isRemote(each) || messageOf(each)?.passes)) return null;
          const maps = changes.flatMap(({ mapping }) => mapping.maps);
          if (!suggestState(after).suggesting) return withoutStrikes(after, maps);
          const transaction = after.tr;
          const outcome = trackChanges(before.doc, transaction, maps, { stamp: newStamp(account, now()) });
          if (outcome !== "tracked") return undone(before, after, outcome);
          placeCaret(transaction, before, after);
          return transaction.docChanged ? transaction : null;
        },
      }),
    ];
  },
});

/** Whether words that others propose stand in what a verdict takes away. */
function takesOthers(document: Node, verdict: Judge, account: number): boolean {
  const proposer = { stamp: { id: "", account, at: "" } };
  let found = false;
  document.descendants((node) => {
    found ||= decideNode(node, verdict) === null && hasInsertionOfOthers(node, proposer);
    return !found && !node.isTextblock;
  });
  return found;
}

/** Takes an edit back that cannot be proposed, and says why. */
function undone(before: EditorState, after: EditorState, refused: Untrackable): Transaction {
  const transaction = after.tr.setMeta(suggestKey, { refused, passes: true } satisfies Message);
  replaceDocument(transaction, before.doc);
  const { from, to } = before.selection;
  return transaction.setSelection(
    TextSelection.between(transaction.doc.resolve(from), transaction.doc.resolve(to)),
  );
}

/** After a deletion backwards the caret stands before what is struck, so that the next one goes on. */
function placeCaret(transaction: Transaction, before: EditorState, after: EditorState): void {
  const { head, empty } = after.selection;
  const gone = before.doc.content.size - after.doc.content.size;
  if (!empty || gone <= 0 || !transaction.docChanged) return;
  if (before.selection.empty ? before.selection.head <= head : before.selection.from !== head) return;
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(head), -1));
}

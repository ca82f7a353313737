import { Editor } from "@tiptap/core";
import { Node } from "@tiptap/pm/model";
import { TextSelection, type Transaction } from "@tiptap/pm/state";
import { updateYFragment, ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import type { DocumentNode } from "#app/letters/document.ts";
import { markdownToDocument } from "#app/letters/markdown.ts";
import { documentToMarkdown } from "#app/letters/write-markdown.ts";
import { decidedText } from "#app/suggestions/decided-text.ts";
import { draftExtensions, draftSchema } from "#app/suggestions/suggestion-marks.ts";
import { readFragment } from "#app/suggestions/read-fragment.ts";
import { SuggestMode } from "#app/suggestions/suggest-mode.ts";

export const asNode = (document: DocumentNode) => Node.fromJSON(draftSchema, document);
export const jsonOf = (node: Node) => JSON.parse(JSON.stringify(node.toJSON())) as DocumentNode;

/** A shared document with this text. */
export function sharedDraft(markdown: string): Y.Doc {
  const shared = new Y.Doc();
  write(shared, asNode(markdownToDocument(markdown)));
  return shared;
}

function write(shared: Y.Doc, document: Node): void {
  const text = shared.getXmlFragment("text");
  updateYFragment(shared, text, document, { mapping: new Map(), isOMark: new Map() });
}

export const readShared = (shared: Y.Doc) =>
  Node.fromJSON(draftSchema, readFragment(shared.getXmlFragment("text"), draftSchema));

/** Somebody at an editor without a screen, with a copy of a shared document, as the binding of Yjs keeps them in step. */
export class Desk {
  readonly account: number;
  readonly copy = new Y.Doc();
  readonly editor: Editor;

  constructor(account: number, shared: Y.Doc, wish: { suggesting?: boolean; onlySuggests?: boolean } = {}) {
    this.account = account;
    Y.applyUpdate(this.copy, Y.encodeStateAsUpdate(shared));
    const { suggesting = true, onlySuggests = false } = wish;
    this.editor = new Editor({
      element: null,
      extensions: [
        ...draftExtensions,
        SuggestMode.configure({ account, onlySuggests, now: () => new Date() }),
      ],
      content: jsonOf(readShared(this.copy)),
    });
    // Without a screen the editor leaves its plugins out.
    const { plugins } = this.editor.extensionManager;
    this.editor.view.updateState(this.editor.state.reconfigure({ plugins }));
    if (suggesting && !onlySuggests) this.editor.commands.setSuggesting(true);
    this.editor.on("update", ({ transaction }) => {
      if (!transaction.getMeta(ySyncPluginKey)) write(this.copy, this.editor.state.doc);
    });
  }

  get doc(): Node {
    return this.editor.state.doc;
  }

  edit(change: (transaction: Transaction) => Transaction): void {
    this.editor.view.dispatch(change(this.editor.state.tr));
  }

  /** Where a text begins. */
  find(words: string): number {
    let found = -1;
    this.doc.descendants((node, position) => {
      if (!node.isTextblock || found >= 0) return;
      const place = node.textBetween(0, node.content.size, "", "￼").indexOf(words);
      if (place >= 0) found = position + 1 + place;
    });
    if (found < 0) throw new Error(`“${words}” is not in the text`);
    return found;
  }

  select(words: string): void {
    const from = this.find(words);
    this.edit((tr) => tr.setSelection(TextSelection.create(tr.doc, from, from + words.length)));
  }

  /** Types over a text, letter by letter. */
  replace(words: string, by: string): void {
    this.select(words);
    this.type(by);
  }

  /** Types where the caret is. */
  type(words: string): void {
    for (const letter of words) this.edit((tr) => tr.insertText(letter));
  }

  typeAfter(words: string, typed: string): void {
    const at = this.find(words) + words.length;
    this.edit((tr) => tr.setSelection(TextSelection.create(tr.doc, at)));
    this.type(typed);
  }

  erase(words: string): void {
    this.select(words);
    this.edit((tr) => tr.deleteSelection());
  }

  /** The key Backspace within a passage. */
  backspace(): void {
    const { from } = this.editor.state.selection;
    this.edit((tr) => tr.delete(from - 1, from));
  }

  /** What this desk has that the other has not. */
  updateFor(other: Y.Doc): Uint8Array {
    return Y.encodeStateAsUpdate(this.copy, Y.encodeStateVector(other));
  }

  /** Sends and receives, as a provider does. */
  sync(shared: Y.Doc): void {
    Y.applyUpdate(shared, this.updateFor(shared));
    this.receive(shared);
  }

  receive(shared: Y.Doc): void {
    Y.applyUpdate(this.copy, Y.encodeStateAsUpdate(shared, Y.encodeStateVector(this.copy)));
    const { doc } = this.editor.state;
    const fresh = Node.fromJSON(this.editor.schema, jsonOf(readShared(this.copy)));
    if (fresh.eq(doc)) return;
    const tr = this.editor.state.tr.replaceWith(0, doc.content.size, fresh.content);
    this.editor.view.dispatch(tr.setMeta(ySyncPluginKey, { isChangeOrigin: true }));
  }
}

/** A document in one line for each passage: {+proposed+} [-struck-] <formatted>, blocks with + and - before them. */
export function tell(document: Node): string[] {
  const lines: string[] = [];
  document.descendants((node) => {
    if (!node.isTextblock) return true;
    let line = "";
    node.forEach((child) => {
      const has = (name: string) => child.marks.some(({ type }) => type.name === name);
      let words = child.isText ? child.text! : `(${child.type.name})`;
      if (has("formatting")) words = `<${words}>`;
      if (has("insertion") || child.attrs.inserted) words = `{+${words}+}`;
      if (has("deletion") || child.attrs.deleted) words = `[-${words}-]`;
      line += words;
    });
    lines.push(`${node.attrs.deleted ? "- " : ""}${node.attrs.inserted ? "+ " : ""}${line}`);
    return false;
  });
  return lines;
}

/** The decided text as Markdown. */
export const markdownOf = (document: Node) => documentToMarkdown(decidedText(jsonOf(document))).trim();
export const tellDecided = (document: Node) => tell(asNode(decidedText(jsonOf(document))));

import { Node } from "@tiptap/pm/model";
import type { DocumentNode } from "#app/letters/document.ts";
import { isSuggestion, marksBefore, plainMarks } from "./decide.ts";
import { readStamp, type Stamp, type Suggestion } from "./suggestion.ts";
import { draftSchema } from "./suggestion-marks.ts";

type Part = "insertion" | "deletion" | "formatting";

/** The open suggestions of a draft in the order of its text. */
export function listSuggestions(document: DocumentNode): Suggestion[] {
  return suggestionsIn(Node.fromJSON(draftSchema, document));
}

/** The same for a document of `draftSchema` as the editor has it. */
export function suggestionsIn(document: Node): Suggestion[] {
  const found = new Map<string, Suggestion>();
  const note = (stamp: Stamp | null, part: Part, words: string, from: number, to: number) => {
    if (!stamp) return null;
    const key = `${stamp.account} ${stamp.id}`;
    const known = found.get(key);
    const suggestion: Suggestion = known ?? {
      ...stamp,
      kind: part,
      before: "",
      after: "",
      formats: { added: [], removed: [] },
      from,
      to,
    };
    if (!known) found.set(key, suggestion);
    else if (suggestion.kind !== part) suggestion.kind = "replacement";
    suggestion.to = Math.max(suggestion.to, to);
    if (part !== "insertion") suggestion.before += words;
    if (part !== "deletion") suggestion.after += words;
    return suggestion;
  };
  document.descendants((node, position) => {
    const end = position + node.nodeSize;
    if (node.isText) noteText(node, position, note);
    if (node.isText) return false;
    const words = `${wordsOf(node)}${node.isInline ? "" : "\n"}`;
    note(readStamp(node.attrs.inserted), "insertion", words, position, end);
    note(readStamp(node.attrs.deleted), "deletion", words, position, end);
    return true;
  });
  return [...found.values()].map((suggestion) => ({
    ...suggestion,
    before: suggestion.before.trimEnd(),
    after: suggestion.after.trimEnd(),
  }));
}

function noteText(
  node: Node,
  position: number,
  note: (stamp: Stamp | null, part: Part, words: string, from: number, to: number) => Suggestion | null,
): void {
  for (const mark of node.marks.filter(isSuggestion)) {
    const part = mark.type.name as Part;
    const stamp = readStamp(mark.attrs);
    const suggestion = note(stamp, part, node.text ?? "", position, position + node.nodeSize);
    if (!suggestion || part !== "formatting") continue;
    const was = marksBefore(mark) ?? [];
    const is = plainMarks(node.marks);
    const add = (to: string[], name: string) => to.includes(name) || to.push(name);
    for (const each of is) if (!each.isInSet(was)) add(suggestion.formats.added, each.type.name);
    for (const each of was)
      if (!is.some(({ type }) => type === each.type)) add(suggestion.formats.removed, each.type.name);
  }
}

/** What a node says; of what has no words of its own the words that stand for it. */
function wordsOf(node: Node): string {
  const { label, text, alt } = node.attrs as Record<string, unknown>;
  if (node.isLeaf && !node.isText) {
    const words = [label, alt, text].find((value) => typeof value === "string" && value !== "");
    return typeof words === "string" ? words : "";
  }
  return node.textBetween(0, node.content.size, " ", wordsOf);
}

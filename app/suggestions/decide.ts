import { Fragment, Mark, type Node, Slice } from "@tiptap/pm/model";
import { ReplaceStep, type Transform } from "@tiptap/pm/transform";
import { nodeSuggestions, readStamp, type Stamp, suggestionMarks } from "./suggestion.ts";

type Part = (typeof suggestionMarks)[number];
type Verdict = "accept" | "reject" | "keep";
/** What becomes of one part of a suggestion; the stamp is null where it cannot be read. */
export type Judge = (stamp: Stamp | null, part: Part) => Verdict;

/** Every open suggestion is turned down: what the authors have decided so far. */
export const rejectAll: Judge = () => "reject";
export const acceptAll: Judge = () => "accept";
/** Keeps all that is there or was, without the suggestions: what a reader of the shared document can come to see. */
export const showAll: Judge = (_stamp, part) => (part === "deletion" ? "reject" : "accept");
export const ofAccount =
  (account: number, verdict: Verdict): Judge =>
  (stamp) =>
    stamp?.account === account ? verdict : "keep";
export const ofSuggestion =
  (id: string, verdict: Verdict): Judge =>
  (stamp) =>
    stamp?.id === id ? verdict : "keep";

export const isSuggestion = (mark: Mark) => (suggestionMarks as readonly string[]).includes(mark.type.name);
/** The marks of the letter itself. */
export const plainMarks = (marks: readonly Mark[]) => marks.filter((mark) => !isSuggestion(mark));

/** The marks that a text has until a suggestion of formatting is accepted; null when they cannot be read. */
export function marksBefore(mark: Mark): readonly Mark[] | null {
  try {
    const was = JSON.parse(mark.attrs.was as string) as unknown[];
    return Mark.setFrom(was.map((each) => Mark.fromJSON(mark.type.schema, each)));
  } catch {
    return null;
  }
}

/**
 * Accepts and rejects suggestions in a document of `draftSchema`. What is left is valid: a list whose last item goes, goes
 * with it; a document keeps an empty paragraph.
 */
export function decide(document: Node, judge: Judge): Node {
  return decideNode(document, judge) ?? document.type.createAndFill()!;
}

/** The same for one node; null when nothing of it is left. */
export function decideNode(node: Node, judge: Judge): Node | null {
  if (node.isText) return decideText(node, judge);
  let { attrs } = node;
  for (const name of nodeSuggestions) {
    if (attrs[name] === null || attrs[name] === undefined) continue;
    const part = name === "inserted" ? "insertion" : "deletion";
    const verdict = judge(readStamp(attrs[name]), part);
    if (verdict === "keep") continue;
    if ((verdict === "reject") === (part === "insertion")) return null;
    attrs = { ...attrs, [name]: null };
  }
  const inner: Node[] = [];
  let same = true;
  node.forEach((child) => {
    const decided = decideNode(child, judge);
    if (decided) inner.push(decided);
    same &&= decided === child;
  });
  if (same) return attrs === node.attrs ? node : node.type.create(attrs, node.content, node.marks);
  const content = Fragment.fromArray(inner);
  if (node.type.validContent(content)) return node.type.create(attrs, content, node.marks);
  if (content.childCount === 0) return null;
  return node.type.createAndFill(attrs, content, node.marks);
}

function decideText(node: Node, judge: Judge): Node | null {
  let marks = node.marks;
  for (const mark of node.marks) {
    if (!isSuggestion(mark)) continue;
    const part = mark.type.name as Part;
    const verdict = judge(readStamp(mark.attrs), part);
    if (verdict === "keep") continue;
    if (part !== "formatting" && (verdict === "reject") === (part === "insertion")) return null;
    marks = mark.removeFromSet(marks);
    const was = part === "formatting" && verdict === "reject" ? marksBefore(mark) : null;
    if (was) marks = Mark.setFrom([...was, ...marks.filter(isSuggestion)]);
  }
  return marks === node.marks ? node : node.mark(marks);
}

/** Brings `from` (which stands at `position` in the transform's document) to the form of `to`, by small steps. */
export function replaceChanged(transform: Transform, position: number, from: Node, to: Node): void {
  if (from.eq(to)) return;
  const inside = position + 1;
  if (from.childCount === to.childCount && !from.isTextblock && from.sameMarkup(to) && !from.isLeaf) {
    let at = inside + from.content.size;
    for (let index = from.childCount - 1; index >= 0; index--) {
      at -= from.child(index).nodeSize;
      replaceChanged(transform, at, from.child(index), to.child(index));
    }
    return;
  }
  if (!from.sameMarkup(to) || from.isLeaf) {
    transform.replaceWith(position, position + from.nodeSize, to);
    return;
  }
  const start = from.content.findDiffStart(to.content)!;
  let { a, b } = from.content.findDiffEnd(to.content)!;
  // Repeated letters are counted from both ends.
  const overlap = Math.max(0, start - Math.min(a, b));
  a += overlap;
  b += overlap;
  const part = to.slice(start, b);
  // Steps of our own: `Transform.replace` looks for a place that fits, which may be another one.
  const [first, last, slice] = makes(from, start, a, part, to)
    ? [start, a, part]
    : [0, from.content.size, new Slice(to.content, 0, 0)];
  transform.step(new ReplaceStep(inside + first, inside + last, slice));
}

function makes(from: Node, start: number, end: number, slice: Slice, to: Node): boolean {
  try {
    return from.replace(start, end, slice).eq(to);
  } catch {
    // The ends of the difference stand at different depths.
    return false;
  }
}

/** The same for a whole document. */
export function replaceDocument(transform: Transform, to: Node): void {
  replaceChanged(transform, -1, transform.doc, to);
}

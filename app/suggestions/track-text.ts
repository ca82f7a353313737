import { Fragment, type Mark, Mark as Marks, type Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { isSuggestion, marksBefore, plainMarks } from "./decide.ts";
import type { Proposer } from "./proposer.ts";
import { newStamp, readStamp, type Stamp, writeStamp } from "./suggestion.ts";
import type { Untrackable, Walk } from "./track-changes.ts";

/** A part of a passage, as offsets in the old and in the new one. */
type Span = { fromA: number; toA: number; fromB: number; toB: number };

/** Makes suggestions of what changed in one passage (a text block). */
export function trackText(
  before: Node,
  after: Node,
  oldAt: number,
  newAt: number,
  walk: Walk,
): Untrackable | undefined {
  const { proposer, edits } = walk;
  const spans = spansOf(before, after, oldAt, newAt, walk);
  let a = 0;
  let b = 0;
  for (const span of [...spans, { fromA: before.content.size, toA: 0, fromB: after.content.size, toB: 0 }]) {
    const fault = trackForm(before, after, a, b, span.fromA - a, newAt, walk);
    if (fault) return fault;
    if (span.toA < span.fromA || span.toB < span.fromB) break;
    const stamp =
      stampBeside(before, span, proposer) ?? newStamp(proposer.stamp.account, new Date(proposer.stamp.at));
    const restored = struck(before.cut(span.fromA, span.toA), stamp, proposer);
    const [from, to] = [newAt + span.fromB, newAt + span.toB];
    edits.push((transaction) => {
      propose(transaction, from, to, stamp);
      if (restored.size > 0) transaction.insert(from, restored);
    });
    a = span.toA;
    b = span.toB;
  }
  return undefined;
}

/** The changed parts; where the steps tell nothing (a block was set anew), the ends that both have are compared. */
function spansOf(before: Node, after: Node, oldAt: number, newAt: number, { changes }: Walk): Span[] {
  const oldEnd = oldAt + before.content.size;
  const spans = changes
    .filter(({ fromA, toA }) => fromA >= oldAt && toA <= oldEnd)
    .map(({ fromA, toA, fromB, toB }) => ({
      fromA: fromA - oldAt,
      toA: toA - oldAt,
      fromB: fromB - newAt,
      toB: toB - newAt,
    }));
  const grown = spans.reduce((sum, { fromA, toA, fromB, toB }) => sum + toB - fromB - (toA - fromA), 0);
  const fits = spans.every(({ fromB, toB }) => fromB >= 0 && toB <= after.content.size);
  if (fits && grown === after.content.size - before.content.size) return spans;
  const start = before.content.findDiffStart(after.content);
  if (start === null) return [];
  const { a, b } = before.content.findDiffEnd(after.content)!;
  const overlap = Math.max(0, start - Math.min(a, b));
  return [{ fromA: start, toA: a + overlap, fromB: start, toB: b + overlap }];
}

/** One's own suggestion that touches a changed part, so that writing on makes it longer instead of another one. */
function stampBeside(before: Node, { fromA, toA }: Span, { stamp }: Proposer): Stamp | null {
  const neighbours = [
    ...(fromA > 0 ? [before.childBefore(fromA).node] : []),
    before.childAfter(fromA).node,
    before.childAfter(toA).node,
  ];
  for (const node of neighbours) {
    const marks = node?.marks.filter(({ type }) => /^(insertion|deletion)$/.test(type.name)) ?? [];
    for (const value of [...marks.map(({ attrs }) => attrs), node?.attrs.inserted, node?.attrs.deleted]) {
      const own = readStamp(value);
      if (own?.account === stamp.account) return own;
    }
  }
  return null;
}

/** What was taken, as it stands struck: without what the same account had proposed itself. */
function struck(taken: Node, stamp: Stamp, { stamp: { account } }: Proposer): Fragment {
  const kept: Node[] = [];
  taken.forEach((node) => {
    const inserted = node.isText
      ? node.marks.find(({ type }) => type.name === "insertion")?.attrs
      : (node.attrs.inserted as unknown);
    if (readStamp(inserted ?? null)?.account === account) return;
    if (!node.isText)
      kept.push(
        node.attrs.deleted
          ? node
          : node.type.create({ ...node.attrs, deleted: writeStamp(stamp) }, null, node.marks),
      );
    else if (node.marks.some(({ type }) => type.name === "deletion")) kept.push(node);
    else kept.push(node.mark(node.type.schema.mark("deletion", stamp).addToSet(node.marks)));
  });
  return Fragment.fromArray(kept);
}

/** Marks what came as proposed; the suggestions it may have been copied with are not its own. */
function propose(transaction: Transaction, from: number, to: number, stamp: Stamp): void {
  const { schema } = transaction.doc.type;
  transaction.doc.nodesBetween(from, to, (node, position) => {
    if (!node.isInline) return true;
    const [start, end] = [Math.max(from, position), Math.min(to, position + node.nodeSize)];
    for (const mark of node.marks.filter(isSuggestion)) transaction.removeMark(start, end, mark);
    if (node.isText) transaction.addMark(start, end, schema.mark("insertion", stamp));
    else {
      transaction.setNodeAttribute(position, "inserted", writeStamp(stamp));
      if (node.attrs.deleted) transaction.setNodeAttribute(position, "deleted", null);
    }
    return false;
  });
}

/** Makes suggestions of another form of the same letters, and puts back suggestions that were wiped away with it. */
function trackForm(
  before: Node,
  after: Node,
  a: number,
  b: number,
  length: number,
  newAt: number,
  { proposer, edits }: Walk,
): Untrackable | undefined {
  for (let done = 0; done < length;) {
    const old = before.childAfter(a + done);
    const fresh = after.childAfter(b + done);
    if (!old.node || !fresh.node) return undefined;
    const run = Math.min(
      old.offset + old.node.nodeSize - (a + done),
      fresh.offset + fresh.node.nodeSize - (b + done),
      length - done,
    );
    const marks = formed(old.node, fresh.node, proposer);
    if (!marks) return "others";
    const from = newAt + b + done;
    if (!Marks.sameSet(marks, fresh.node.marks))
      edits.push((transaction) => {
        transaction.removeMark(from, from + run);
        for (const mark of marks) transaction.addMark(from, from + run, mark);
      });
    done += run;
  }
  return undefined;
}

/** The marks of a text whose form changed; null when somebody else already proposes another form of it. */
function formed(old: Node, fresh: Node, { stamp }: Proposer): readonly Mark[] | null {
  // Yjs keeps no marks on nodes, so their form cannot be proposed.
  if (!fresh.isText) return old.marks;
  const suggestions = old.marks.filter(isSuggestion);
  const [was, is] = [plainMarks(old.marks), plainMarks(fresh.marks)];
  const own = (mark: Mark | undefined) =>
    mark !== undefined && readStamp(mark.attrs)?.account === stamp.account;
  if (Marks.sameSet(was, is) || own(suggestions.find(({ type }) => type.name === "insertion")))
    return Marks.setFrom([...is, ...suggestions]);
  const known = suggestions.find(({ type }) => type.name === "formatting");
  if (known && !own(known)) return null;
  const first = (known && marksBefore(known)) ?? was;
  const others = suggestions.filter((mark) => mark !== known);
  if (Marks.sameSet(first, is)) return Marks.setFrom([...is, ...others]);
  const mark =
    known ??
    fresh.type.schema.mark("formatting", {
      ...stamp,
      was: JSON.stringify(first.map((each) => each.toJSON() as unknown)),
    });
  return Marks.setFrom([...is, ...others, mark]);
}

import { type Change, ChangeSet } from "@tiptap/pm/changeset";
import { Fragment, type Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import type { StepMap } from "@tiptap/pm/transform";
import { acceptAll, decideNode, ofAccount, replaceChanged } from "./decide.ts";
import { trackText } from "./track-text.ts";
import { hasInsertionOfOthers, hasOthers, isOwn, type Proposer, stampOf } from "./proposer.ts";
import { writeStamp } from "./suggestion.ts";

/** What is done to the new document; positions before it stay as they are. */
export type Edit = (transaction: Transaction) => void;
/**
 * Why an edit cannot be proposed: somebody else's open suggestion stands in what would be changed as a whole, or the schema
 * has no place for the old and the new next to each other.
 */
export type Untrackable = "others" | "impossible";
/** What the walk over both documents knows. */
export type Walk = { changes: readonly Change[]; proposer: Proposer; edits: Edit[] };

/**
 * Turns an edit that was made into a suggestion: appends steps that put back what it took, marked as deleted, and mark what
 * it brought as inserted. What the same account had itself proposed goes and changes without a trace.
 *
 * Within a passage this is done letter by letter; an edit of the structure (a divided paragraph, a list) strikes the blocks
 * that it changes and proposes the new ones as a whole.
 * @param before the document before the edit
 * @param transaction begins at the document after it
 * @param maps of the steps from one to the other
 */
export function trackChanges(
  before: Node,
  transaction: Transaction,
  maps: readonly StepMap[],
  proposer: Proposer,
): "tracked" | Untrackable {
  const after = transaction.doc;
  const { changes } = ChangeSet.create(before, undefined, tokens).addSteps(after, maps, null);
  const walk: Walk = { changes, proposer, edits: [] };
  const fault = trackNode(before, after, 0, 0, walk);
  if (fault) return fault;
  for (const edit of walk.edits.reverse()) edit(transaction);
  return "tracked";
}

// Letters are the same whatever their form; a footnote with another text is another footnote.
const tokens = {
  encodeCharacter: (character: number) => character,
  encodeNodeStart: (node: Node) =>
    node.isLeaf ? `${node.type.name}${JSON.stringify(node.attrs)}` : node.type.name,
  encodeNodeEnd: () => -1,
  compareTokens: (a: number | string, b: number | string) => a === b,
};

/** @param oldAt where the node's content begins in the old document, @param newAt in the new one */
function trackNode(
  before: Node,
  after: Node,
  oldAt: number,
  newAt: number,
  walk: Walk,
): Untrackable | undefined {
  if (before.eq(after)) return undefined;
  if (before.isTextblock) return trackText(before, after, oldAt, newAt, walk);
  const shared = Math.min(before.childCount, after.childCount);
  let left = 0;
  for (; left < shared && before.child(left).eq(after.child(left)); left++) {
    oldAt += before.child(left).nodeSize;
    newAt += after.child(left).nodeSize;
  }
  let right = 0;
  const fromEnd = (node: Node) => node.child(node.childCount - 1 - right);
  while (right < shared - left && fromEnd(before).eq(fromEnd(after))) right++;
  const old = before.content.content.slice(left, before.childCount - right);
  const fresh = after.content.content.slice(left, after.childCount - right);
  if (old.length === fresh.length && old.every((node, index) => canWalk(node, fresh[index]!)))
    return trackPairs(old, fresh, oldAt, newAt, walk);
  const restored = restoredBlocks(old, fresh, walk.proposer);
  if (restored === "others") return "others";
  const content = [
    ...before.content.content.slice(0, left),
    ...restored,
    ...fresh,
    ...before.content.content.slice(before.childCount - right),
  ];
  if (!after.type.validContent(Fragment.fromArray(content))) return "impossible";
  const needless = isLeftOver(fresh, restored);
  walk.edits.push(
    blockEdit(newAt, needless ? [] : fresh, restored, needless ? fresh : [], old, walk.proposer),
  );
  return undefined;
}

/** Whether two nodes differ only inside; a suggested block of one's own may become anything. */
const canWalk = (before: Node, after: Node) =>
  !before.isLeaf && before.sameMarkup(after) && before.isTextblock === after.isTextblock;

function trackPairs(
  old: readonly Node[],
  fresh: readonly Node[],
  oldAt: number,
  newAt: number,
  walk: Walk,
): Untrackable | undefined {
  for (const [index, before] of old.entries()) {
    const after = fresh[index]!;
    const { length } = walk.edits;
    // One's own new block is rewritten without a trace, but for what others propose in it.
    const free = isOwn(before, "inserted", walk.proposer) && !hasOthers(before, walk.proposer);
    let fault = free ? undefined : trackNode(before, after, oldAt + 1, newAt + 1, walk);
    if (fault === "impossible") {
      walk.edits.length = length;
      const restored = restoredBlocks([before], [after], walk.proposer);
      fault = restored === "others" ? "others" : undefined;
      if (restored !== "others")
        walk.edits.push(blockEdit(newAt, [after], restored, [], [before], walk.proposer));
    }
    if (fault) return fault;
    oldAt += before.nodeSize;
    newAt += after.nodeSize;
  }
  return undefined;
}

/** When everything is deleted the editor leaves an empty paragraph; what is struck is enough. */
const isLeftOver = (fresh: readonly Node[], restored: readonly Node[]) =>
  fresh.length === 1 && restored.length > 1 && fresh[0]!.isTextblock && fresh[0]!.content.size === 0;

/** The old blocks as they stand struck; one's own proposals in them are gone. */
function restoredBlocks(old: readonly Node[], fresh: readonly Node[], proposer: Proposer): Node[] | "others" {
  const struck = writeStamp(proposer.stamp);
  const restored: Node[] = [];
  for (const node of old) {
    const own = isOwn(node, "inserted", proposer);
    if (own ? hasInsertionOfOthers(node, proposer) : fresh.length > 0 && hasOthers(node, proposer))
      return "others";
    if (own) continue;
    if (node.attrs.deleted !== null) {
      restored.push(node);
      continue;
    }
    const block = decideNode(node, ofAccount(proposer.stamp.account, "reject")) ?? node;
    restored.push(
      block.type.create({ ...block.attrs, deleted: stampOf(node, "deleted") ?? struck }, block.content),
    );
  }
  return restored;
}

function blockEdit(
  at: number,
  fresh: readonly Node[],
  restored: readonly Node[],
  needless: readonly Node[],
  old: readonly Node[],
  proposer: Proposer,
): Edit {
  const own = old.find((node) => isOwn(node, "inserted", proposer));
  const stamp = (own?.attrs.inserted as string | undefined) ?? writeStamp(proposer.stamp);
  return (transaction) => {
    let position = at;
    for (const node of fresh) position += node.nodeSize;
    for (const node of [...fresh].reverse()) {
      position -= node.nodeSize;
      const bare = node.type.create({ ...node.attrs, inserted: null, deleted: null }, node.content);
      const cleaned = decideNode(bare, acceptAll) ?? bare;
      const proposed = cleaned.type.create({ ...cleaned.attrs, inserted: stamp }, cleaned.content);
      replaceBlock(transaction, position, node, proposed);
    }
    if (restored.length > 0) transaction.insert(at, [...restored]);
    for (const node of restored) position += node.nodeSize;
    for (const node of needless) transaction.delete(position, position + node.nodeSize);
  };
}

/** Sets the attributes first, so that the caret in the block stays where it is. */
function replaceBlock(transaction: Transaction, position: number, from: Node, to: Node): void {
  for (const [name, value] of Object.entries(to.attrs))
    if (from.attrs[name] !== value) transaction.setNodeAttribute(position, name, value);
  replaceChanged(transaction, position, transaction.doc.nodeAt(position)!, to);
}

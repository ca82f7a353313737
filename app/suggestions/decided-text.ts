import { Node } from "@tiptap/pm/model";
import { type DocumentNode, documentSchema, emptyDocument, parseDocument } from "#app/letters/document.ts";
import { decide, rejectAll } from "./decide.ts";
import { draftSchema } from "./suggestion-marks.ts";

/** A document without suggestions as the letter's own schema writes it. */
export function asLetter(document: Node): DocumentNode {
  const letter = Node.fromJSON(documentSchema, document.toJSON());
  return JSON.parse(JSON.stringify(letter.toJSON())) as DocumentNode;
}

/**
 * The text as it is decided: every suggestion rejected. Insertions are left out, deletions stay, formatting is undone.
 * @param document of `draftSchema`
 * @returns a document that is valid under `documentSchema`
 */
export function decidedText(document: DocumentNode): DocumentNode {
  return asLetter(decide(Node.fromJSON(draftSchema, document), rejectAll));
}

/** Checks what stands in a shared draft, and gives what is decided of it: a letter or why it is none. */
export function parseDecided(document: DocumentNode): ReturnType<typeof parseDocument> {
  try {
    return parseDocument(decidedText(document));
  } catch {
    // The schema's message is for developers; to the writer all of them mean: this is no letter.
    return { ok: false, fault: "unknown-node" };
  }
}

/**
 * Puts the open suggestions of a draft into a new decided text, made where suggestions are not shown: blocks whose decided
 * form is unchanged keep theirs, changed ones take the new text. A block that is proposed whole stays after the one before
 * it, or before the one after it, when that is unchanged.
 * @param old the draft with its suggestions
 * @param decided the whole new decided text
 */
export function withSuggestions(old: DocumentNode, decided: DocumentNode): DocumentNode {
  const blocks = Node.fromJSON(draftSchema, old).content.content.map((node) => ({ node, key: keyOf(node) }));
  const fresh = Node.fromJSON(draftSchema, decided).content.content.map((node) => ({
    node,
    key: keyOf(node),
  }));
  const standing = blocks.filter(({ key }) => key !== null);
  const pairs = commonRun(
    standing.map(({ key }) => key),
    fresh.map(({ key }) => key),
  );
  const kept = new Map(pairs.map(([index, place]) => [standing[index]!.node, place]));
  const placed = fresh.map(({ node }) => ({ before: [] as Node[], node, after: [] as Node[] }));
  for (const [node, place] of kept) placed[place]!.node = node;
  for (const [index, { node, key }] of blocks.entries()) {
    if (key !== null) continue;
    const previous = blocks.slice(0, index).findLast((each) => each.key !== null)?.node;
    const next = blocks.slice(index).find((each) => each.key !== null)?.node;
    const after = previous && kept.get(previous);
    const before = next && kept.get(next);
    if (after !== undefined) placed[after]!.after.push(node);
    else if (before !== undefined) placed[before]!.before.push(node);
  }
  const content = placed.flatMap(({ before, node, after }) => [...before, node, ...after]);
  const document = draftSchema.topNodeType.create(null, content);
  return JSON.parse(JSON.stringify(document.toJSON())) as DocumentNode;
}

/** A block's decided form; null when nothing of it is decided. */
function keyOf(block: Node): string | null {
  const alone = decide(block.type.schema.topNodeType.create(null, block), rejectAll);
  const dropped = block.attrs.inserted !== null || JSON.stringify(asLetter(alone)) === emptyLetter;
  return dropped && !isEmptyParagraph(block) ? null : JSON.stringify(asLetter(alone));
}

const emptyLetter = JSON.stringify(emptyDocument);
const isEmptyParagraph = (block: Node) => block.type.name === "paragraph" && block.attrs.inserted === null;

/** The longest common subsequence, as pairs of places in both lists. */
function commonRun(left: readonly unknown[], right: readonly unknown[]): [number, number][] {
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint32Array(right.length + 1));
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      lengths[i]![j] =
        left[i] === right[j]
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    if (left[i] === right[j]) pairs.push([i++, j++]);
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++;
    else j++;
  }
  return pairs;
}

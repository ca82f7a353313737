import { diffArrays, diffWords } from "diff";
import { type Block, type BlockKind, blocksOf } from "./document-blocks.ts";
import { compareTranslations, type TranslationChange } from "#app/translations/compare-translations.ts";
import type { DocumentNode } from "./document.ts";
import type { SignedText } from "./version.ts";

/** A stretch of text that both sides have, or only one. */
export type Piece = { change: "same" | "added" | "removed"; text: string };

/** One passage of a comparison, in the order of reading. */
export type Passage =
  | { change: "same" | "added" | "removed"; kind: BlockKind; text: string }
  /** The same words in another form: emphasis, a link, the kind of a paragraph, spaces. */
  | { change: "formatting"; kind: BlockKind; text: string }
  /** Another picture under the same description. */
  | { change: "picture"; kind: BlockKind; text: string }
  | { change: "words"; kind: BlockKind; pieces: Piece[]; formatting: boolean };

/** What of a version is compared; all but the summary and the addressees is covered by its hash. */
export type Compared = {
  title: string;
  summary: string;
  addressees: string[];
  document: DocumentNode;
  /** Left out where the original alone is compared. */
  translations?: SignedText[];
};

export type Comparison = {
  /** Null where nothing changed. */
  title: Piece[] | null;
  summary: Piece[] | null;
  /** One piece an addressee. */
  addressees: Piece[] | null;
  passages: Passage[];
  /** Those that are not the same on both sides. */
  translations: TranslationChange[];
};

/** Block edits beyond which two texts are told as one replaced by the other: the search for more grows as its square. */
const mostBlockEdits = 1500;
/** The same for the words of one passage. */
const mostWordEdits = 500;
/** Steps that all passages of a comparison may take together: some tenths of a second. */
export const mostSteps = 4_000_000;
/** Two passages are one that was rewritten when they share this much of their words. */
const alike = 0.4;
/** Pairs of passages that are weighed against each other in one changed stretch. */
const mostPairs = 20_000;

/** Compares two versions of a letter, passage by passage and word by word. Pure, and bounded whatever the texts are. */
export function compareVersions(before: Compared, after: Compared): Comparison {
  const steps = { left: mostSteps };
  const words = (old: string, now: string) => (old === now ? null : compareWords(old, now, steps));
  const addressees = diffArrays(before.addressees, after.addressees).flatMap(({ added, removed, value }) =>
    value.map((text): Piece => ({ change: added ? "added" : removed ? "removed" : "same", text })),
  );
  return {
    title: words(before.title, after.title),
    summary: words(before.summary, after.summary),
    addressees: addressees.some(({ change }) => change !== "same") ? addressees : null,
    passages: comparePassages(blocksOf(before.document), blocksOf(after.document), steps),
    translations: compareTranslations(before.translations ?? [], after.translations ?? []),
  };
}

/** Whether a comparison tells of any change at all. */
export function tellsChange({ title, summary, addressees, passages, translations }: Comparison): boolean {
  if (title ?? summary ?? addressees) return true;
  return translations.length > 0 || passages.some(({ change }) => change !== "same");
}

type Steps = { left: number };

function compareWords(before: string, after: string, steps: Steps): Piece[] {
  const edits = Math.min(mostWordEdits, Math.floor(Math.sqrt(Math.max(0, steps.left))));
  const changes = diffWords(before, after, { maxEditLength: edits });
  const made = changes?.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0);
  steps.left -= (made ?? edits) ** 2;
  if (!changes) return replaced(before, after);
  return changes.map(({ added, removed, value }) => ({
    change: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}

function replaced(before: string, after: string): Piece[] {
  const pieces: Piece[] = [
    { change: "removed", text: before },
    { change: "added", text: after },
  ];
  return pieces.filter(({ text }) => text !== "");
}

const sameBlock = (one: Block, other: Block) =>
  one.kind === other.kind && one.text === other.text && one.picture === other.picture;

/** Compares two sequences of passages. `steps` is the work that is left for it; several comparisons may share it. */
export function comparePassages(before: Block[], after: Block[], steps: Steps): Passage[] {
  const passages: Passage[] = [];
  let old = 0;
  let now = 0;
  let gone: Block[] = [];
  let come: Block[] = [];
  const settle = () => {
    passages.push(...compareStretch(gone, come, steps));
    gone = [];
    come = [];
  };
  const runs = diffArrays(before, after, { comparator: sameBlock, maxEditLength: mostBlockEdits });
  if (!runs) return compareStretch(before, after, steps);
  for (const { added, removed, count } of runs) {
    if (removed) gone.push(...before.slice(old, old + count));
    if (added) come.push(...after.slice(now, now + count));
    if (!added) old += count;
    if (!removed) now += count;
    if (added || removed) continue;
    settle();
    const olds = before.slice(old - count, old);
    after.slice(now - count, now).forEach((block, place) => {
      const { kind, text, form } = block;
      passages.push({ change: olds[place]?.form === form ? "same" : "formatting", kind, text });
    });
  }
  settle();
  return passages;
}

/** What stands between two unchanged passages: which of the old ones were rewritten into which of the new ones. */
function compareStretch(gone: Block[], come: Block[], steps: Steps): Passage[] {
  const passages: Passage[] = [];
  let now = 0;
  const add = (until: number) => {
    for (; now < until; now++) passages.push(whole("added", come[now]));
  };
  const partners = pairUp(gone, come);
  gone.forEach((block, place) => {
    const partner = partners.get(place);
    const other = partner === undefined ? undefined : come[partner];
    if (partner === undefined || !other) return passages.push(whole("removed", block));
    add(partner);
    now = partner + 1;
    return passages.push(rewritten(block, other, steps));
  });
  add(come.length);
  return passages;
}

function whole(change: "added" | "removed", block: Block | undefined): Passage {
  return { change, kind: block?.kind ?? "paragraph", text: block?.text ?? "" };
}

function rewritten(before: Block, after: Block, steps: Steps): Passage {
  const { kind, text } = after;
  if (before.text === text)
    return { change: before.picture === after.picture ? "formatting" : "picture", kind, text };
  const pieces = compareWords(before.text, text, steps);
  if (pieces.every(({ change }) => change === "same")) return { change: "formatting", kind, text };
  return { change: "words", kind, pieces, formatting: before.kind !== kind };
}

/** Pairs passages in order so that as much as possible of their words is shared. @returns new places by old ones */
function pairUp(gone: Block[], come: Block[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const olds = gone.map(({ text }) => wordsOf(text));
  const news = come.map(({ text }) => wordsOf(text));
  const weigh = (old: number, now: number) => {
    const likeness = likenessOf(olds[old], news[now]);
    return likeness >= alike ? likeness : 0;
  };
  if (gone.length * come.length > mostPairs) {
    gone.forEach((_, place) => {
      if (place < come.length && weigh(place, place) > 0) pairs.set(place, place);
    });
    return pairs;
  }
  // The heaviest common subsequence, filled from the end so that it is read from the beginning.
  const width = come.length + 1;
  const weights = new Float64Array(gone.length * come.length);
  const best = new Float64Array((gone.length + 1) * width);
  const at = (old: number, now: number) => best[old * width + now] ?? 0;
  const weightAt = (old: number, now: number) => weights[old * come.length + now] ?? 0;
  for (let old = gone.length - 1; old >= 0; old--)
    for (let now = come.length - 1; now >= 0; now--) {
      const weight = weigh(old, now);
      weights[old * come.length + now] = weight;
      const paired = weight > 0 ? weight + at(old + 1, now + 1) : 0;
      best[old * width + now] = Math.max(paired, at(old + 1, now), at(old, now + 1));
    }
  for (let old = 0, now = 0; old < gone.length && now < come.length;) {
    const weight = weightAt(old, now);
    if (weight > 0 && at(old, now) === weight + at(old + 1, now + 1)) pairs.set(old++, now++);
    else if (at(old, now) === at(old + 1, now)) old++;
    else now++;
  }
  return pairs;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [text]);
}

/** The share of words that two passages have in common (Dice): 0 to 1. */
function likenessOf(one: Set<string> | undefined, other: Set<string> | undefined): number {
  if (!one || !other || one.size + other.size === 0) return 0;
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const word of small) if (large.has(word)) shared++;
  return (2 * shared) / (one.size + other.size);
}

/** The pieces of three words that a text is made of, each once, by number: two texts share them as far as they say the same. */
export type Shingles = Uint32Array;

/** Shingles that more texts have are no evidence: tables of application say the same in every article. */
const commonest = 20;
/** How many texts one is compared with in full. */
const compared = 20;

/** Counts words and their threes; one of these serves all texts that are compared with each other. */
export class Words {
  readonly #words = new Map<string, number>();
  readonly #threes = new Map<string, number>();

  /** The shingles of a text, in ascending order; case, punctuation and white space do not count. */
  shingles(text: string): Shingles {
    const numbers = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) =>
      count(this.#words, word),
    );
    const threes = new Set<number>();
    for (let at = 0; at + 2 < numbers.length; at++)
      threes.add(count(this.#threes, `${numbers[at]} ${numbers[at + 1]} ${numbers[at + 2]}`));
    return Uint32Array.from(threes).sort();
  }
}

function count(known: Map<string, number>, key: string): number {
  const number = known.get(key) ?? known.size;
  if (number === known.size) known.set(key, number);
  return number;
}

/** How much of what either says both say: from 0 to 1 (Jaccard's index of their shingles). */
export function likeness(a: Shingles, b: Shingles): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [x, y] = [a[i] ?? 0, b[j] ?? 0];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  const all = a.length + b.length - shared;
  return all === 0 ? 0 : shared / all;
}

/**
 * Pairs of an old and a new text that are at least so alike, the most alike first, each text in one pair.
 *
 * Two texts that share so much share one of their rarest shingles, of which each has few (prefix filtering, Bayardo,
 * Ma and Srikant, "Scaling up all pairs similarity search", 2007): only texts that do are compared. Texts that have
 * only shingles which many others have too are in no pair.
 */
export function alikePairs(
  old: ReadonlyMap<number, Shingles>,
  now: ReadonlyMap<number, Shingles>,
  least: number,
  refused: (oldKey: number, nowKey: number) => boolean,
): { old: number; new: number; likeness: number }[] {
  const often = new Map<number, number>();
  for (const side of [old, now])
    for (const shingles of side.values())
      for (const shingle of shingles) often.set(shingle, (often.get(shingle) ?? 0) + 1);
  const rarest = (shingles: Shingles) =>
    Array.from(shingles)
      .sort((a, b) => (often.get(a) ?? 0) - (often.get(b) ?? 0) || a - b)
      .slice(0, shingles.length - Math.ceil(least * shingles.length) + 1);
  const having = new Map<number, number[]>();
  for (const [key, shingles] of old)
    for (const shingle of rarest(shingles)) {
      const keys = having.get(shingle);
      if (!keys) having.set(shingle, [key]);
      else if (keys.length <= commonest) keys.push(key);
    }
  const pairs: { old: number; new: number; likeness: number }[] = [];
  for (const [key, shingles] of now) {
    const shared = new Map<number, number>();
    for (const shingle of rarest(shingles)) {
      const keys = having.get(shingle) ?? [];
      if (keys.length <= commonest) for (const each of keys) shared.set(each, (shared.get(each) ?? 0) + 1);
    }
    const candidates = [...shared].sort((a, b) => b[1] - a[1]).slice(0, compared);
    for (const [oldKey] of candidates) {
      const alike = likeness(old.get(oldKey) ?? new Uint32Array(), shingles);
      if (alike >= least && !refused(oldKey, key)) pairs.push({ old: oldKey, new: key, likeness: alike });
    }
  }
  pairs.sort((a, b) => b.likeness - a.likeness || a.new - b.new || a.old - b.old);
  const [usedOld, usedNew] = [new Set<number>(), new Set<number>()];
  return pairs.filter((pair) => {
    if (usedOld.has(pair.old) || usedNew.has(pair.new)) return false;
    usedOld.add(pair.old);
    usedNew.add(pair.new);
    return true;
  });
}

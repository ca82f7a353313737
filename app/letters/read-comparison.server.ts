import { LRUCache } from "lru-cache";
import { compareVersions, type Comparison } from "./compare-versions.ts";
import { readVersion } from "./read-letter.server.ts";

/** Versions never change, so neither does what lies between two of them. A few are asked for by many. */
const known = new LRUCache<string, Comparison>({ max: 24 });

/** What changed from one version of a letter to a later one; null when one of them is not there. */
export async function readComparison(letterId: number, from: number, to: number): Promise<Comparison | null> {
  const key = `${letterId} ${from} ${to}`;
  const made = known.get(key);
  if (made) return made;
  const [before, after] = await Promise.all([readVersion(letterId, from), readVersion(letterId, to)]);
  if (!before || !after) return null;
  const comparison = compareVersions(before, after);
  known.set(key, comparison);
  return comparison;
}

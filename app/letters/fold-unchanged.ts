import type { Passage } from "./compare-versions.ts";

/** Unchanged passages shown on each side of a change, and the fewest that are worth folding. */
const context = 1;
const fewest = 2;

/** What a reader of changes passes over, or one passage that is shown. */
type Stretch = { folded: Passage[] } | { shown: Passage };

/** Folds long unchanged stretches away; next to each change one passage stays, to tell where it is. */
export function foldUnchanged(passages: Passage[]): Stretch[] {
  const stretches: Stretch[] = [];
  let run: Passage[] = [];
  const settle = (last: boolean) => {
    const head = stretches.length === 0 ? 0 : context;
    const tail = last ? 0 : context;
    const folded = run.slice(head, Math.max(head, run.length - tail));
    const parts: Stretch[] = run.map((shown) => ({ shown }));
    if (folded.length >= fewest) parts.splice(head, folded.length, { folded });
    stretches.push(...parts);
    run = [];
  };
  for (const passage of passages) {
    if (passage.change === "same") {
      run.push(passage);
      continue;
    }
    settle(false);
    stretches.push({ shown: passage });
  }
  settle(true);
  return stretches;
}

import type { Round } from "./load.ts";

export const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * Measures two things by turns, so that what else the machine does falls on both.
 * @returns the medians of their answers a second
 * @throws when an answer was no success: its speed would say nothing
 */
export async function byTurns(
  rounds: number,
  ours: () => Promise<Round>,
  other: () => Promise<Round>,
): Promise<[ours: number, other: number]> {
  const seen: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++)
    for (const [index, measure] of [ours, other].entries()) {
      const { perSecond, failed } = await measure();
      if (failed > 0) throw new Error(`${failed} answers were no success`);
      seen[index as 0 | 1].push(perSecond);
    }
  return [median(seen[0]), median(seen[1])];
}

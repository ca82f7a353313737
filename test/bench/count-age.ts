import { setTimeout as sleep } from "node:timers/promises";
import { ask } from "../asking.ts";
import { page } from "./bench.ts";
import type { Stage } from "./stage.ts";

/** How old the count on the public page was: the worst, and the median, in seconds. */
export type CountAge = { worst: number; median: number; looks: number };

/**
 * Once a second compares the count that a stranger is shown with the confirmed rows. A count is as old as the
 * confirmation that it lacks.
 */
export async function watchCount(
  { url, sql }: Stage,
  slug: string,
  letterId: number,
  signal: AbortSignal,
): Promise<CountAge> {
  const ages: number[] = [];
  while (!signal.aborted) {
    const { text } = await ask(url, page(slug));
    const shown = Number(/class="count"><strong>([^<]*)/.exec(text)?.[1]?.replace(/\D/g, "") || Number.NaN);
    const [now] = await sql<{ confirmed: number }[]>`
      select count(*)::int as confirmed from signatures where letter_id = ${letterId} and state = 'confirmed'`;
    const lacking = (now?.confirmed ?? 0) - shown;
    if (!(lacking >= 0))
      throw new Error(`the page shows ${shown} signatures and ${now?.confirmed} are confirmed`);
    ages.push(lacking === 0 ? 0 : await ageOf(sql, letterId, lacking));
    if (ages.length % 30 === 0)
      console.log(`    ${ages.length} s: ${shown} signatures shown, ${lacking} more confirmed`);
    await sleep(1000);
  }
  const sorted = ages.toSorted((a, b) => a - b);
  return {
    worst: sorted.at(-1) ?? Number.NaN,
    median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    looks: ages.length,
  };
}

/** Seconds since the oldest of the newest `lacking` confirmations. */
async function ageOf(sql: Stage["sql"], letterId: number, lacking: number): Promise<number> {
  const [row] = await sql<{ age: number }[]>`
    select extract(epoch from clock_timestamp() - confirmed_at)::float as age from signatures
    where letter_id = ${letterId} and state = 'confirmed' and confirmed_at > now() - interval '10 minutes'
    order by confirmed_at desc offset ${lacking - 1} limit 1`;
  return row?.age ?? Number.POSITIVE_INFINITY;
}

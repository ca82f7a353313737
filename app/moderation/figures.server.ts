import { sql } from "#db/sql.ts";
import { decisions, lawSources, reportReasons } from "./reason.ts";

/** One figure of the yearly report. */
export type Figure = { figure: string; of: string; value: number };

const zone = "Europe/Paris";

/**
 * What moderation did in a calendar year, by the clock of Paris, as article 24 (and 15) of Regulation (EU) 2022/2065 asks:
 * notices by reason, decisions by kind, what was removed for law by what asked for it, the median hours from the first notice to the decision, contests and how many were
 * overturned. Counts alone: nobody is named. A year without cases has zeros, and no median.
 */
export async function figuresOf(year: number): Promise<Figure[]> {
  const from = sql`(${`${year}-01-01`}::timestamp at time zone ${zone})`;
  const until = sql`(${`${year + 1}-01-01`}::timestamp at time zone ${zone})`;
  const [notices, decided, removed, [sums]] = await Promise.all([
    sql<{ of: string; value: number }[]>`
      select reason as of, count(*)::int as value from reports where made_at >= ${from} and made_at < ${until}
      group by reason`,
    sql<{ of: string; value: number }[]>`
      select decision as of, count(*)::int as value from moderation_decisions
      where decided_at >= ${from} and decided_at < ${until} group by decision`,
    sql<{ of: string; value: number }[]>`
      select law_from as of, count(*)::int as value from moderation_decisions
      where decision = 'remove' and decided_at >= ${from} and decided_at < ${until} group by law_from`,
    sql<{ median: number | null; contests: number; upheld: number; overturned: number; undone: number }[]>`
      select
        (select round((percentile_cont(0.5) within group (
            order by extract(epoch from closed_at - opened_at) / 3600))::numeric, 1)::float8
          from moderation_cases where closed_at >= ${from} and closed_at < ${until}) as median,
        (select count(*)::int from moderation_decisions
          where contested_at >= ${from} and contested_at < ${until}) as contests,
        count(*) filter (where answer = 'uphold')::int as upheld,
        count(*) filter (where answer = 'overturn')::int as overturned,
        (select count(*)::int from moderation_decisions
          where undone_at >= ${from} and undone_at < ${until} and answer is distinct from 'overturn') as undone
      from moderation_decisions where answered_at >= ${from} and answered_at < ${until}`,
  ]);
  const told = (rows: { of: string; value: number }[], of: string) =>
    rows.find((row) => row.of === of)?.value ?? 0;
  return [
    ...reportReasons.map((of) => ({ figure: "notices", of, value: told(notices, of) })),
    ...decisions.map((of) => ({ figure: "decisions", of, value: told(decided, of) })),
    ...lawSources.map((of) => ({ figure: "removals-for-law", of, value: told(removed, of) })),
    // All decisions are people's.
    { figure: "decisions", of: "automated", value: 0 },
    ...(typeof sums?.median === "number"
      ? [{ figure: "median-hours", of: "cases", value: sums.median }]
      : []),
    { figure: "contests", of: "made", value: sums?.contests ?? 0 },
    { figure: "contests", of: "upheld", value: sums?.upheld ?? 0 },
    { figure: "contests", of: "overturned", value: sums?.overturned ?? 0 },
    { figure: "decisions", of: "undone", value: sums?.undone ?? 0 },
  ];
}

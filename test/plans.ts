import { sql } from "#db/sql.ts";

/** Every scan of a plan, as "Index Scan of comments", and the rows that all of them read. */
export async function scansOf(
  text: string,
  values: (string | number)[] = [],
): Promise<{ scans: string[]; rows: number }> {
  const [explained] = await sql.unsafe(`explain (analyze, format json) ${text}`, values);
  const scans: string[] = [];
  let rows = 0;
  type Plan = Record<string, string | number | undefined> & { Plans?: Plan[] };
  const visit = (plan: Plan) => {
    const relation = plan["Relation Name"];
    if (relation !== undefined) {
      scans.push(`${String(plan["Node Type"])} of ${String(relation)}`);
      rows += Number(plan["Actual Rows"] ?? 0) * Number(plan["Actual Loops"] ?? 1);
      rows += Number(plan["Rows Removed by Filter"] ?? 0) * Number(plan["Actual Loops"] ?? 1);
    }
    plan.Plans?.forEach(visit);
  };
  const [{ Plan: plan } = { Plan: {} }] = (explained?.["QUERY PLAN"] ?? []) as { Plan: Plan }[];
  visit(plan);
  return { scans, rows };
}

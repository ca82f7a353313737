import { type Fragment, sql } from "#db/sql.ts";
import { type Period, retention, type RuleName } from "./retention.ts";

/** Before which moment a rule applies. */
export function before(rule: RuleName): Fragment {
  const after: Period = retention.find((each) => each.rule === rule)?.after ?? {};
  return sql`now() - make_interval(months => ${after.months ?? 0}, days => ${after.days ?? 0})`;
}

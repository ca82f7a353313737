import { sql } from "#db/sql.ts";
import type { Mandate } from "./mandate.ts";

/** How many organisations are proved how well: each counts once, at the best proof that stands for it. */
export async function countOrganisations(): Promise<{ level: Mandate["level"]; count: number }[]> {
  return sql<{ level: Mandate["level"]; count: number }[]>`
    select level, count(*)::int as count from (
      select case
        when exists (select from mandates m where m.organisation_id = o.id and m.ended_at is null and m.level = 'federated')
          then 'federated'
        when exists (select from organisation_domains d where d.organisation_id = o.id and d.state in ('proved', 'failing'))
          then 'domain'
        when exists (select from mandates m where m.organisation_id = o.id and m.ended_at is null) then 'mailed'
        else 'declared' end as level
      from organisations o where o.merged_into is null and o.hidden_at is null) levels
    group by level`;
}

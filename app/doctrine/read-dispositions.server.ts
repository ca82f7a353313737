import { sql } from "#db/sql.ts";
import type { Disposition } from "./disposition.ts";

/** The dispositions of a provision, the one that stands first; a hundred at most. */
export async function readDispositions(provisionId: number): Promise<Disposition[]> {
  return sql<Disposition[]>`
    select d.id, d.decision, d.reasons, r.dated as revision, d.made_at as "madeAt",
      case when o.id is not null then json_build_object('slug', o.slug, 'name', o.name) end as organisation,
      case when o.id is null then a.name end as person
    from dispositions d
    join revisions r on r.id = d.revision_id
    join accounts a on a.id = d.account_id
    left join organisations o on o.id = d.organisation_id
    where d.provision_id = ${provisionId} order by d.id desc limit 100`;
}

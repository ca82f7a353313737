import { sql } from "#db/sql.ts";

/** A mark that holds: an organisation, or the account of a person. */
export type ListedOfficial = {
  id: number;
  organisation: { slug: string; name: string } | null;
  /** The name that the account shows; null for an organisation. */
  person: string | null;
  markedAt: Date;
};

/** Who may answer for a text, organisations first, by name. */
export async function listOfficials(textId: number): Promise<ListedOfficial[]> {
  return sql<ListedOfficial[]>`
    select o.id, a.name as person, o.marked_at as "markedAt",
      case when org.id is not null then json_build_object('slug', org.slug, 'name', org.name) end as organisation
    from text_officials o
    left join organisations org on org.id = o.organisation_id
    left join accounts a on a.id = o.account_id
    where o.text_id = ${textId} and o.ended_at is null
    order by org.name_key, lower(a.name), o.id`;
}

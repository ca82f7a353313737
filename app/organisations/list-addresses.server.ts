import type { SitemapEntry } from "#app/sitemap/sitemap.ts";
import { sql } from "#db/sql.ts";

/** The highest id of an organisation, 0 when there is none. */
export async function lastOrganisationId(): Promise<number> {
  const [row] = await sql<{ id: number }[]>`select coalesce(max(id), 0)::int as id from organisations`;
  return row?.id ?? 0;
}

/** The addresses of the organisations whose id is in a range, without those that were merged into another. */
export async function organisationAddresses(range: { from: number; to: number }): Promise<SitemapEntry[]> {
  const rows = await sql<{ slug: string; changed: Date }[]>`
    select slug, edited_at as changed from organisations
    where id between ${range.from} and ${range.to} and merged_into is null and hidden_at is null order by id`;
  return rows.map(({ slug, changed }) => ({ path: `/organisations/${slug}`, changed }));
}

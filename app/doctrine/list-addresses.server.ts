import type { SitemapEntry } from "#app/sitemap/sitemap.ts";
import { sql } from "#db/sql.ts";
import { provisionHref, textHref } from "./doctrine-text.ts";

/** The highest ids of a text and of a provision, 0 when there is none. */
export async function lastDoctrineIds(): Promise<{ texts: number; provisions: number }> {
  const [row] = await sql<{ texts: number; provisions: number }[]>`
    select (select coalesce(max(id), 0)::int from doctrine_texts) as texts,
      (select coalesce(max(id), 0)::int from provisions) as provisions`;
  return row ?? { texts: 0, provisions: 0 };
}

/** The addresses of the texts whose id is in a range; each changed with its newest revision. */
export async function textAddresses(range: { from: number; to: number }): Promise<SitemapEntry[]> {
  const rows = await sql<{ slug: string; changed: Date }[]>`
    select t.slug, max(r.created_at) as changed from doctrine_texts t join revisions r on r.text_id = t.id
    where t.id between ${range.from} and ${range.to} group by t.id order by t.id`;
  return rows.map(({ slug, changed }) => ({ path: textHref(slug), changed }));
}

/** The addresses of the provisions whose id is in a range; each changed with the newest revision that has it. */
export async function provisionAddresses(range: { from: number; to: number }): Promise<SitemapEntry[]> {
  const rows = await sql<{ text: string; slug: string; changed: Date }[]>`
    select t.slug as text, p.slug, max(r.created_at) as changed
    from provisions p join doctrine_texts t on t.id = p.text_id
    join provision_states s on s.provision_id = p.id join revisions r on r.id = s.revision_id
    where p.id between ${range.from} and ${range.to} group by p.id, t.slug order by p.id`;
  return rows.map(({ text, slug, changed }) => ({ path: provisionHref(text, slug), changed }));
}

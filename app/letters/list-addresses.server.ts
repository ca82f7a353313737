import type { SitemapEntry } from "#app/sitemap/sitemap.ts";
import type { Language } from "#app/languages/language.ts";
import { addressIn } from "#app/translations/address-in.ts";
import { sql } from "#db/sql.ts";

/** The highest id of a published letter, 0 when there is none. */
export async function lastLetterId(): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    select coalesce(max(id), 0)::int as id from letters where state not in ('draft', 'hidden')`;
  return row?.id ?? 0;
}

/** The addresses of the published letters whose id is in a range, each in every language it can be read in. */
export async function letterAddresses(range: { from: number; to: number }): Promise<SitemapEntry[]> {
  const rows = await sql<{ slug: string; language: Language; changed: Date; others: Language[] }[]>`
    select l.slug, l.language, v.published_at as changed,
      array(select t.language from version_translations t
        where t.letter_id = l.id and t.version_number = l.current_version order by t.language) as others
    from letters l join letter_versions v on v.letter_id = l.id and v.number = l.current_version
    where l.id between ${range.from} and ${range.to} and l.state not in ('draft', 'hidden') order by l.id`;
  return rows.flatMap(({ slug, language, changed, others }) => {
    const languages = [language, ...others];
    const readings = languages.map((each) => ({
      language: each,
      path: addressIn(`/letters/${slug}`, language, each),
    }));
    return readings.map(({ path }) => ({ path, changed, readings: others.length > 0 ? readings : [] }));
  });
}

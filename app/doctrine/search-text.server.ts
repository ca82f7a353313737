import { ask, type Find, headline, parted } from "#app/search/find.server.ts";
import type { DoctrineText, OutlineEntry, Revision } from "./doctrine-text.ts";

/** A provision in which what was asked for stands, with an excerpt that marks it. */
export type FoundProvision = Pick<
  OutlineEntry,
  "id" | "address" | "slug" | "position" | "kind" | "number"
> & {
  title: string;
  excerpt: string;
};

const pageSize = 25;

/**
 * The provisions of a revision that answer a question, in the order of reading, a page at a time.
 * @param after the position of the last one of the page before
 */
export async function searchText(
  { language }: Pick<DoctrineText, "language">,
  revision: Revision,
  { query, exact }: Find,
  after: number | null,
): Promise<{ found: FoundProvision[]; next: number | null }> {
  const marked = exact ? "tribune_words" : language === "fr" ? "tribune_french" : "tribune_english";
  const rows = await ask<FoundProvision>(
    `with found as (
      select provision_id, slug, position, kind, number, title, body from provision_states
      where revision_id = $1 and position > $3
        and search_vector(number || ' ' || title || ' ' || body) @@ $2::tsquery
      order by position limit ${pageSize + 1}
    )
    select f.provision_id as id, p.slug as address, f.slug, f.position, f.kind, f.number, f.title,
      ts_headline('public.${marked}', ${parted("f.body")}, $2::tsquery, '${headline}') as excerpt
    from found f join provisions p on p.id = f.provision_id order by f.position`,
    [revision.id, query, after ?? 0],
  );
  const found = rows.slice(0, pageSize);
  return { found, next: rows.length > pageSize ? (found.at(-1)?.position ?? null) : null };
}

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
 * Those that say it, in the newest revision by the words that are kept of it, in an older one by reading it: as much
 * of each provision as words are kept of, for a vector of PostgreSQL holds no more than a megabyte.
 */
const saying = {
  newest: `
    select s.* from provision_states s join provision_words w on w.provision_id = s.provision_id
    where s.revision_id = $1 and s.position > $3::bigint and w.search @@ $2::tsquery`,
  older: `
    select s.* from provision_states s
    where s.revision_id = $1 and s.position > $3::bigint
      and search_vector(s.number || ' ' || s.title || ' ' || left(s.body, 100000)) @@ $2::tsquery`,
};

/**
 * The provisions of a revision that answer a question, in the order of reading, a page at a time.
 * @param after the position of the last one of the page before
 */
export async function searchText(
  { language, revisions }: Pick<DoctrineText, "language" | "revisions">,
  revision: Revision,
  { query, exact }: Find,
  after: number | null,
): Promise<{ found: FoundProvision[]; next: number | null }> {
  const marked = exact ? "tribune_words" : language === "fr" ? "tribune_french" : "tribune_english";
  const newest = revisions[0]?.id === revision.id;
  const rows = await ask<FoundProvision>(
    `with found as (
      ${saying[newest ? "newest" : "older"]} order by s.position limit ${pageSize + 1}
    )
    select f.provision_id as id, p.slug as address, f.slug, f.position, f.kind, f.number, f.title,
      ts_headline('public.${marked}', ${parted("left(f.body, 100000)")}, $2::tsquery, '${headline}') as excerpt
    from found f join provisions p on p.id = f.provision_id order by f.position`,
    [revision.id, query, after ?? 0],
  );
  const found = rows.slice(0, pageSize);
  return { found, next: rows.length > pageSize ? (found.at(-1)?.position ?? null) : null };
}

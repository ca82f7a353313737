import type { Language } from "#app/languages/language.ts";
import { nameKey } from "#app/organisations/name-key.ts";
import { sql } from "#db/sql.ts";

/** A letter that an organisation published. */
export type OwnLetter = { slug: string; title: string; language: Language; publishedAt: Date };

/**
 * The newest twenty letters in an organisation's name: published by an account that speaks for it, with the
 * organisation as author. A letter whose author only types that name is not its own.
 * @param speakers accounts of its owners and spokespersons
 */
export async function lettersOfOrganisation(speakers: number[], name: string): Promise<OwnLetter[]> {
  if (speakers.length === 0) return [];
  const written = await sql<(OwnLetter & { authorName: string })[]>`
    select slug, title, language, published_at as "publishedAt", author_name as "authorName"
    from letters
    where created_by in ${sql(speakers)} and author_kind = 'organisation' and state not in ('draft', 'hidden')
    order by published_at desc, id desc limit 200`;
  const key = nameKey(name);
  return written.filter(({ authorName }) => nameKey(authorName) === key).slice(0, 20);
}

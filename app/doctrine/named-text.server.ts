import type { Language } from "#app/languages/language.ts";
import { sql } from "#db/sql.ts";

/** What every page that belongs to a doctrine text says of it. */
export type NamedText = { id: number; slug: string; title: string; language: Language };

/** The text at an address, or null. */
export async function readNamedText(slug: string): Promise<NamedText | null> {
  const [text] = await sql<NamedText[]>`
    select id, slug, title, language from doctrine_texts where slug = ${slug}`;
  return text ?? null;
}

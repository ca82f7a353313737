import { hashText, type SignedText } from "#app/letters/version.ts";
import type { Language } from "#app/languages/language.ts";
import { sql, type Transaction } from "#db/sql.ts";
import type { Translation } from "./translation.ts";

/**
 * Writes down which version's original each translation of a new version says the same as: its own, an earlier one's, or
 * none that was ever published. The caller has written the version.
 */
export async function keepStanding(
  tx: Transaction,
  letterId: number,
  number: number,
  translations: Pick<Translation, "language" | "originalSha256">[],
): Promise<void> {
  if (translations.length === 0) return;
  const sought = new Set(translations.map(({ originalSha256 }) => originalSha256));
  const versions = new Map<string, number>();
  // Mostly the newest is all of them; the texts of older versions are read only for one that is behind.
  for (let version = number; version >= 1 && versions.size < sought.size; version--) {
    const [text] = await tx<SignedText[]>`
      select signed ->> 'title' as title, signed ->> 'language' as language, signed -> 'document' as document
      from letter_versions where letter_id = ${letterId} and number = ${version}`;
    const sha256 = text && (await hashText(text));
    if (sha256 && sought.has(sha256) && !versions.has(sha256)) versions.set(sha256, version);
  }
  const rows = translations.map(({ language, originalSha256 }) => ({
    letter_id: letterId,
    version_number: number,
    language,
    of_version: versions.get(originalSha256 ?? "") ?? null,
  }));
  await tx`insert into version_translations ${tx(rows)}`;
}

/** Which version's original each translation of a version says the same as; null where that was never published. */
export async function readStandings(
  letterId: number,
  number: number,
): Promise<{ language: Language; ofVersion: number | null }[]> {
  return sql`
    select language, of_version as "ofVersion" from version_translations
    where letter_id = ${letterId} and version_number = ${number}`;
}

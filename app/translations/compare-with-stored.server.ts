import type { Language } from "#app/languages/language.ts";
import { compareVersions, type Comparison } from "#app/letters/compare-versions.ts";
import { readTranslatedLetter } from "./read-translations.server.ts";
import type { TranslationText } from "./save-translation.server.ts";

/**
 * The stored translation beside one that somebody wrote without knowing of it. `other` is null where it was deleted;
 * all is null where there is no letter for this account any more.
 */
export async function compareWithStored(
  slug: string,
  accountId: number,
  language: Language,
  written: TranslationText,
): Promise<{
  revision: number;
  other: { comparison: Comparison; language: Language; editedBy: string | null; editedAt: Date } | null;
} | null> {
  const letter = await readTranslatedLetter(slug, accountId);
  const stored = letter?.translations.find((translation) => translation.language === language);
  if (!stored) return letter && { revision: 0, other: null };
  const { title, document, editedBy, editedAt, revision } = stored;
  const around = { summary: "", addressees: [] };
  const comparison = compareVersions({ title, document, ...around }, { ...written, ...around });
  return { revision, other: { comparison, language, editedBy, editedAt } };
}

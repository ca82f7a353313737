import { readCitedPassages } from "#app/doctrine/cite-provision.server.ts";
import { hashText, type SignedText } from "#app/letters/version.ts";
import { listTranslations } from "./read-translations.server.ts";
import { isPublished, type ListedTranslation } from "./translation.ts";

/**
 * What a page that publishes this original says of its translations: how each stands, the texts of those that will be
 * published, and the citations in them that lead nowhere, by name.
 */
export async function readForPublication(
  letterId: number,
  original: SignedText,
): Promise<{ translations: ListedTranslation[]; texts: SignedText[]; unknown: string[] }> {
  const all = await listTranslations(letterId, await hashText(original));
  const texts = all
    .filter(isPublished)
    .map(({ title, language, document }) => ({ title, language, document }));
  const cited = await Promise.all(texts.map(({ document }) => readCitedPassages(document)));
  return {
    translations: all.map(({ language, standing, leftOut }) => ({ language, standing, leftOut })),
    texts,
    unknown: cited.flatMap(({ unknown }) => unknown),
  };
}

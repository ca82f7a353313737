import { hashText, type SignedText } from "#app/letters/version.ts";
import { readStandings } from "./keep-standing.server.ts";

/**
 * The translations of a version as docs/api.md describes them; their texts are in `signed` of the version's own JSON.
 * @param url of the letter's page
 */
export async function exportTranslations(
  url: string,
  letterId: number,
  { number, translations }: { number: number; translations: SignedText[] },
) {
  if (translations.length === 0) return [];
  const standings = await readStandings(letterId, number);
  return Promise.all(
    translations.map(async (text) => ({
      language: text.language,
      title: text.title,
      sha256: await hashText(text),
      ofVersion: standings.find(({ language }) => language === text.language)?.ofVersion ?? null,
      url: `${url}?in=${text.language}`,
    })),
  );
}

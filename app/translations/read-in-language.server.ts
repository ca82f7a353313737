import type { Language } from "#app/languages/language.ts";
import { hashText, type Signed, type SignedText } from "#app/letters/version.ts";
import { readStandings } from "./keep-standing.server.ts";

/** A version of a letter as it is read in one of its languages. */
export type Reading = {
  text: SignedText;
  original: Language;
  /** All that it can be read in, the original first. */
  languages: Language[];
  /** The name (hashText) of the text that is read; null where the version has no other. */
  sha256: string | null;
  /** For a translation: the version whose original it says the same as, null where that was never published. */
  ofVersion: number | null;
  /** Whether it is a translation of another original than this version's. */
  behind: boolean;
};

/**
 * A version in the language that was asked for.
 * @param wanted as it stands in the address; null is the original
 * @returns null when it is no translation of this version
 */
export async function readInLanguage(
  letterId: number,
  { number, signed }: { number: number; signed: Signed },
  wanted: string | null,
): Promise<Reading | null> {
  const { translations, ...original } = signed;
  const text = wanted === null ? original : translations.find(({ language }) => language === wanted);
  if (!text) return null;
  const translated = wanted !== null;
  const standings = translated ? await readStandings(letterId, number) : [];
  const ofVersion = standings.find(({ language }) => language === text.language)?.ofVersion ?? null;
  return {
    text,
    original: original.language,
    languages: [original.language, ...translations.map(({ language }) => language)],
    sha256: translations.length === 0 ? null : await hashText(text),
    ofVersion,
    behind: translated && ofVersion !== number,
  };
}

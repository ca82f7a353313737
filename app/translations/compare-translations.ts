import type { Language } from "#app/languages/language.ts";
import { canonicalText, type SignedText } from "#app/letters/version.ts";

export type TranslationChange = { language: Language; change: "added" | "removed" | "changed" };

const sameText = (one: SignedText, other: SignedText) =>
  one.title === other.title && canonicalText(one.document) === canonicalText(other.document);

/** Which translations differ between two versions, in the order of their languages. */
export function compareTranslations(before: SignedText[], after: SignedText[]): TranslationChange[] {
  const languages = new Set([...before, ...after].map(({ language }) => language));
  return [...languages].sort().flatMap((language): TranslationChange[] => {
    const [old, now] = [before, after].map((texts) => texts.find((text) => text.language === language));
    if (!old) return [{ language, change: "added" }];
    if (!now) return [{ language, change: "removed" }];
    return sameText(old, now) ? [] : [{ language, change: "changed" }];
  });
}

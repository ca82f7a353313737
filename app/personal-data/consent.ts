import type { Language } from "#app/languages/language.ts";

/**
 * What signatories agreed to, explicitly, because a signature may tell a political opinion (GDPR art. 9(2)(a)). A
 * signature keeps the number of its text; a text that somebody agreed to never changes and never goes: another wording
 * is another number.
 */
const consentTexts: Record<number, Record<Language, string>> = {
  1: {
    en: "I agree that Tribune keeps my signature, which may tell my political opinion, with my name, my address and what I added: to count it, to show it as far as I ticked, and to write to me about it. I can take this back at any time, by the link in every mail.",
    fr: "J’accepte que Tribune garde ma signature, qui peut révéler mes opinions politiques, avec mon nom, mon adresse et ce que j’ai ajouté : pour la compter, pour la montrer dans la mesure où je l’ai coché, et pour m’écrire à son sujet. Je peux revenir là-dessus à tout moment, par le lien présent dans chaque courriel.",
  },
  2: {
    en: "I agree that Tribune keeps my signature, which may tell my political opinion, with my name, my address and what I added: to count it, to show it as far as I ticked, to let the press quote me if I ticked that, and to write to me about it. I can take this back at any time, by the link in every mail.",
    fr: "J’accepte que Tribune garde ma signature, qui peut révéler mes opinions politiques, avec mon nom, mon adresse et ce que j’ai ajouté : pour la compter, pour la montrer dans la mesure où je l’ai coché, pour que la presse puisse me citer si je l’ai coché, et pour m’écrire à son sujet. Je peux revenir là-dessus à tout moment, par le lien présent dans chaque courriel.",
  },
};

/** The text that who signs today agrees to. */
export const currentConsent = 2;

/** A text by its number, or null for a signature that was given before texts were kept. */
export function consentText(number: number | null, language: Language): string | null {
  return number === null ? null : (consentTexts[number]?.[language] ?? null);
}

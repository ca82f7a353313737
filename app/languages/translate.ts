import { typeset } from "./french-spacing.ts";
import { createInstance } from "i18next";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import type { Language } from "./language.ts";

type Plural = "zero" | "one" | "two" | "few" | "many" | "other";
type WithoutPlural<Key extends string> = Key extends `${infer Stem}_${Plural}` ? Stem : Key;
/** A key of the dictionaries; "letter.signatures" stands for its plural forms when `count` is given. */
export type Phrase = WithoutPlural<keyof typeof en>;
export type Translate = (phrase: Phrase, values?: Record<string, string | number>) => string;

const i18n = createInstance({
  resources: { en: { translation: en }, fr: { translation: fr } },
  fallbackLng: "en",
  keySeparator: false,
  nsSeparator: false,
  // React, and the mails being plain text, make escaping here a second one.
  interpolation: { escapeValue: false },
  initAsync: false,
});
void i18n.init();

const translators = new Map<Language, Translate>();

/** The phrases of one language. `{{name}}` in a phrase takes `values.name`; `values.count` chooses the plural. */
export function translator(language: Language): Translate {
  const known = translators.get(language);
  if (known) return known;
  const fixed = i18n.getFixedT(language);
  const translate: Translate = (phrase, values) => typeset(fixed(phrase, values ?? {}), language);
  translators.set(language, translate);
  return translate;
}

/** A whole number as the language writes it: 4,213 or 4 213 with a narrow no-break space. */
export function formatNumber(language: Language, value: number): string {
  return new Intl.NumberFormat(language === "fr" ? "fr-FR" : "en-GB").format(value);
}

/** A moment as a day in Paris, where the letters' authors and addressees are: "24 November 2026". */
export function formatDay(language: Language, moment: Date): string {
  return new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", {
    dateStyle: "long",
    timeZone: "Europe/Paris",
  }).format(moment);
}

/** A moment with hour and zone: "24 November 2026 at 14:05 CET". */
export function formatMoment(language: Language, moment: Date): string {
  return new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Europe/Paris",
    timeZoneName: "short",
  }).format(moment);
}

/** A calendar day "YYYY-MM-DD" in words, without moving it through a time zone. */
export function formatCalendarDay(language: Language, day: string): string {
  return new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
}

import { typeset } from "./french-spacing.ts";
import { createInstance } from "i18next";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { type Language, languages } from "./language.ts";

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
  // A page asks for some hundred phrases, most of them without values: those are the same each time.
  const plain = new Map<Phrase, string>();
  const translate: Translate = (phrase, values) => {
    if (values) return typeset(fixed(phrase, values), language);
    const known = plain.get(phrase) ?? typeset(fixed(phrase, {}), language);
    plain.set(phrase, known);
    return known;
  };
  translators.set(language, translate);
  return translate;
}

// Making one of these costs a hundred times as much as using it.
const formats = Object.fromEntries(
  languages.map((language) => {
    const locale = language === "fr" ? "fr-FR" : "en-GB";
    return [
      language,
      {
        number: new Intl.NumberFormat(locale),
        // Paris, where the letters' authors and addressees are.
        day: new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "Europe/Paris" }),
        moment: new Intl.DateTimeFormat(locale, {
          day: "numeric",
          month: "long",
          year: "numeric",
          hour: "2-digit",
          minute: "2-digit",
          timeZone: "Europe/Paris",
          timeZoneName: "short",
        }),
        calendarDay: new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }),
      },
    ];
  }),
) as Record<
  Language,
  Record<"day" | "moment" | "calendarDay", Intl.DateTimeFormat> & { number: Intl.NumberFormat }
>;

/** A whole number as the language writes it: 4,213 or 4 213 with a narrow no-break space. */
export const formatNumber = (language: Language, value: number): string =>
  formats[language].number.format(value);

/** A moment as a day in Paris: "24 November 2026". */
export const formatDay = (language: Language, moment: Date): string => formats[language].day.format(moment);

/** A moment with hour and zone: "24 November 2026 at 14:05 CET". */
export const formatMoment = (language: Language, moment: Date): string =>
  formats[language].moment.format(moment);

/** A calendar day "YYYY-MM-DD" in words, without moving it through a time zone. */
export const formatCalendarDay = (language: Language, day: string): string =>
  formats[language].calendarDay.format(new Date(`${day}T00:00:00Z`));

import type { Card } from "#app/cards/card.ts";
import type { Language } from "#app/languages/language.ts";
import { formatDay, formatNumber, translator } from "#app/languages/translate.ts";
import { typeset } from "#app/languages/french-spacing.ts";
import type { Letter } from "./letter.ts";

type Described = Pick<Letter, "slug" | "authorName" | "version" | "signatureCount"> & {
  publishedAt: Date | string;
};
/** A text of the letter: the original or a translation. */
type Read = { title: string; language: Language };

/** The picture that goes with a link to a letter, in the language that it is read in. */
export function letterCard(letter: Described, { title, language }: Read): Card {
  const t = translator(language);
  const { signatureCount: count } = letter;
  return {
    language,
    kicker: `${t("letter.kind")} · ${formatDay(language, new Date(letter.publishedAt))}`,
    title: typeset(title, language),
    by: letter.authorName,
    figure: formatNumber(language, count),
    word: t("letter.signatures.word", { count }),
  };
}

/** What the picture shows, for who does not see it. */
export function letterCardAlt(letter: Described, read: Read): string {
  const { title, by, figure, word } = letterCard(letter, read);
  return `${title}. ${by}. ${figure} ${word}.`;
}

/**
 * The path of a letter's picture. Sites keep what they fetched once, so the address tells version and count: another
 * count is another address.
 */
export function letterCardPath(letter: Described, { language }: Pick<Read, "language">, original: Language) {
  const query = new URLSearchParams({ v: `${letter.version}-${letter.signatureCount}` });
  if (language !== original) query.set("in", language);
  return `/letters/${letter.slug}/card.png?${query}`;
}

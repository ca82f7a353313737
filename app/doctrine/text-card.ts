import type { Card } from "#app/cards/card.ts";
import { typeset } from "#app/languages/french-spacing.ts";
import { formatCalendarDay, formatNumber, translator } from "#app/languages/translate.ts";
import type { DoctrineText } from "./doctrine-text.ts";

/** The picture that goes with a link to a text, in the text's language: its newest revision. */
export function textCard({
  title,
  language,
  revisions,
}: Pick<DoctrineText, "title" | "language" | "revisions">): Card {
  const t = translator(language);
  const newest = revisions[0];
  const count = newest?.provisionCount ?? 0;
  return {
    language,
    kicker: [
      t("doctrine.title"),
      newest && t("doctrine.state", { day: formatCalendarDay(language, newest.dated) }),
    ]
      .filter(Boolean)
      .join(" · "),
    title: typeset(newest?.title ?? title, language),
    by: "",
    figure: "",
    word: t("doctrine.provisions", { count, number: formatNumber(language, count) }),
  };
}

import type { Card } from "#app/cards/card.ts";
import type { Language } from "#app/languages/language.ts";
import { translator } from "#app/languages/translate.ts";
import type { Organisation } from "./organisation.ts";

/**
 * The picture that goes with a link to an organisation.
 * @param domains those that it proved are its own
 */
export function organisationCard(
  { name, sector, country }: Pick<Organisation, "name" | "sector" | "country">,
  domains: string[],
  language: Language,
): Card {
  const t = translator(language);
  const place = new Intl.DisplayNames(language, { type: "region" }).of(country) ?? country;
  return {
    language,
    kicker: t("cards.organisation"),
    title: name,
    by: `${t(`organisation.sector.${sector}`)}, ${place}`,
    figure: "",
    word: domains.slice(0, 2).join(", "),
  };
}

import { formatDay } from "#app/languages/translate.ts";
import { useWords } from "#app/ui/words.tsx";
import { type Official, providerName } from "./identity.ts";

/** "Public official", with the body and, once opened, how that is known. Works by keyboard, touch and without script. */
export function OfficialBadge({ official }: { official: Official }) {
  const { t, language } = useWords();
  const { siret, issuer, provedAt } = official;
  const body = official.body || t("official.siret", { siret });
  const day = formatDay(language, new Date(provedAt));
  return (
    <details className="official">
      <summary>{t("official.badge.of", { body })}</summary>
      <p>{t("official.how", { provider: providerName(issuer), day, siret })}</p>
    </details>
  );
}

import { typeset } from "#app/languages/french-spacing.ts";
import { consentText, currentConsent } from "#app/personal-data/consent.ts";
import { useWords } from "#app/ui/words.tsx";

/** What is agreed to by the button that follows. */
export function ConsentLine() {
  const { t, language } = useWords();
  return (
    <p className="consent-line">
      {typeset(consentText(currentConsent, language) ?? "", language)}{" "}
      <a href="/privacy">{t("page.privacy")}</a>
    </p>
  );
}

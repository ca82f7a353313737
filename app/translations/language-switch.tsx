import { translator } from "#app/languages/translate.ts";
import { useWords } from "#app/ui/words.tsx";
import { addressIn } from "./address-in.ts";
import type { Reading } from "./read-in-language.server.ts";

/** The languages of a letter, each in its own name, and which of them is read; nothing where there is one alone. */
export function LanguageSwitch({ page, reading }: { page: string; reading: Reading }) {
  const { t } = useWords();
  if (reading.languages.length < 2) return null;
  return (
    <nav className="language-switch" aria-label={t("translations.switch")}>
      <ul>
        {reading.languages.map((language) => (
          <li key={language}>
            <a
              href={addressIn(page, reading.original, language)}
              lang={language}
              hrefLang={language}
              aria-current={language === reading.text.language ? "page" : undefined}
            >
              {translator(language)(`language.${language}`)}
            </a>
            {language === reading.original ? <span> {t("translations.isOriginal")}</span> : null}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Which text is read: the original, which is authoritative, or a translation, and whether it is behind. */
export function ReadingNote({ reading, number }: { reading: Reading; number: number }) {
  const { t } = useWords();
  const { text, original, behind, ofVersion } = reading;
  if (reading.languages.length < 2) return null;
  if (text.language === original)
    return <p className="quiet reading-note">{t("translations.reading.original")}</p>;
  return (
    <div className="reading-note">
      <p>
        {t(`translations.reading.${original}`)} {t("translations.reading.signed", { number })}
      </p>
      {behind ? (
        <p>
          <strong>
            {ofVersion === null
              ? t("translations.behind.unpublished")
              : t("translations.behind.version", { number: ofVersion })}
          </strong>
        </p>
      ) : null}
    </div>
  );
}

/** The name of the text that is read, beside that of the version, which covers all its languages. */
export function ReadingSeal({ reading }: { reading: Reading }) {
  const { t } = useWords();
  if (reading.sha256 === null) return null;
  return (
    <p className="version-seal">
      {t(`language.${reading.text.language}`)}, {t("translations.hash")}{" "}
      <span className="version-hash">{reading.sha256}</span>
    </p>
  );
}

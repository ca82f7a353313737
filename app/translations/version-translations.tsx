import type { Language } from "#app/languages/language.ts";
import { translator } from "#app/languages/translate.ts";
import { useWords } from "#app/ui/words.tsx";

type Props = { slug: string; number: number; translations: { language: Language; behind: boolean }[] };

/** What a version can be read in besides its original; nothing where it has no translation. */
export function VersionTranslations({ slug, number, translations }: Props) {
  const { t } = useWords();
  if (translations.length === 0) return null;
  return (
    <p>
      {t("translations.list")}{" "}
      {translations.map(({ language, behind }, place) => (
        <span key={language}>
          {place > 0 ? ", " : null}
          <a href={`/letters/${slug}/versions/${number}?in=${language}`} lang={language} hrefLang={language}>
            {translator(language)(`language.${language}`)}
          </a>
          {behind ? <> {t("translations.list.behind")}</> : null}
        </span>
      ))}
    </p>
  );
}

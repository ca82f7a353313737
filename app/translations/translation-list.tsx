import type { CoAuthorRole } from "#app/co-authors/co-author.ts";
import { writingRoles } from "#app/co-authors/co-author.ts";
import type { Language } from "#app/languages/language.ts";
import { typeset } from "#app/languages/french-spacing.ts";
import { Moment, useWords } from "#app/ui/words.tsx";
import { LeaveOutForm, StandingLine } from "./standing-line.tsx";
import { type ListedTranslation, otherLanguages } from "./translation.ts";

type Listed = ListedTranslation & { title: string; editedAt: Date | string; editedBy: string | null };

type Props = {
  letter: { slug: string; language: Language; role: CoAuthorRole };
  translations: Listed[];
};

/** The translations of a letter with how they stand, and the ways to write those that there could be. */
export function TranslationList({ letter, translations }: Props) {
  const { t } = useWords();
  const { slug, language: original, role } = letter;
  const here = `/letters/${slug}/draft/translations`;
  const known = new Map(translations.map((translation) => [translation.language, translation]));
  return (
    <ul className="rows">
      {otherLanguages(original).map((language) => {
        const translation = known.get(language);
        if (!translation)
          return (
            <li key={language}>
              {writingRoles.includes(role) ? (
                <a href={`${here}/${language}`}>{t(`translations.begin.${language}`)}</a>
              ) : (
                <>
                  {t(`translations.into.${language}`)}. {t("translations.notYet")}
                </>
              )}
            </li>
          );
        const { title, editedAt, editedBy } = translation;
        return (
          <li key={language} className="stack">
            <p>
              <a href={`${here}/${language}`}>{t(`translations.into.${language}`)}</a>
              {" · "}
              <span lang={language}>{typeset(title, language)}</span>
            </p>
            <p>
              <StandingLine {...translation} />
            </p>
            <p className="quiet">
              {editedBy ? t("draftHistory.written", { name: editedBy }) : t("mine.edited")}{" "}
              <Moment at={editedAt} />
            </p>
            {role === "author" ? <LeaveOutForm slug={slug} translation={translation} /> : null}
          </li>
        );
      })}
    </ul>
  );
}

import { useWords } from "#app/ui/words.tsx";
import { LeaveOutForm, StandingLine } from "./standing-line.tsx";
import type { ListedTranslation } from "./translation.ts";

type Props = {
  slug: string;
  translations: ListedTranslation[];
  next: "publish" | "compare";
  /** Whether the reader is an author, who may leave one out. */
  decides: boolean;
};

/** What becomes of each translation when its letter is published, and the way to leave one out. */
export function PublishedTranslations({ slug, translations, next, decides }: Props) {
  const { t } = useWords();
  if (translations.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="translations">
      <h3 id="translations">{t("translations.title")}</h3>
      <ul className="rows">
        {translations.map((translation) => (
          <li key={translation.language} className="stack">
            <p>
              <a href={`/letters/${slug}/draft/translations/${translation.language}`}>
                {t(`language.${translation.language}`)}
              </a>
              . <StandingLine {...translation} />
            </p>
            {decides ? <LeaveOutForm slug={slug} translation={translation} next={next} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

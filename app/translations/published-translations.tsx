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
  // One page has a panel and a heading for all of this, the other begins with its own.
  const [Heading, className] =
    next === "publish" ? ["h3" as const, "stack"] : ["h2" as const, "publish-panel stack"];
  return (
    <section className={className} aria-labelledby="translations">
      <Heading id="translations">{t("translations.title")}</Heading>
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

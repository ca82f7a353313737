import { useWords } from "#app/ui/words.tsx";
import { isPublished, type ListedTranslation } from "./translation.ts";

/** How a translation stands to its original, and so whether it will be published, in a sentence. */
export function StandingLine({ standing, leftOut }: Pick<ListedTranslation, "standing" | "leftOut">) {
  const { t } = useWords();
  if (!leftOut || standing === "empty" || standing === "unfinished")
    return <>{t(`translations.standing.${standing}`)}</>;
  return <>{t(`translations.standing.leftOut${standing === "behind" ? ".behind" : ""}`)}</>;
}

/**
 * Leaves a translation out of what is published, or takes it in again; nothing where it would not be published anyway.
 * @param next where the page of the form leads afterwards: "publish" or "compare" are the pages that publish
 */
export function LeaveOutForm({
  slug,
  translation,
  next,
}: {
  slug: string;
  translation: ListedTranslation;
  next?: "publish" | "compare";
}) {
  const { t } = useWords();
  const { language, leftOut } = translation;
  if (!leftOut && !isPublished(translation)) return null;
  return (
    <form method="post" action={`/letters/${slug}/draft/translations`} data-once>
      <input type="hidden" name="language" value={language} />
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <button className="button button-quiet" name="intent" value={leftOut ? "take-in" : "leave-out"}>
        {t(leftOut ? "translations.takeIn" : "translations.leaveOut")}
        <span className="visually-hidden"> ({t(`language.${language}`)})</span>
      </button>
    </form>
  );
}

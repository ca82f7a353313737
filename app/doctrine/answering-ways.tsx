import { useWords } from "#app/ui/words.tsx";
import { textHref } from "./doctrine-text.ts";
import type { TextOfficial } from "./text-official.ts";

/** The ways from a text to those who answer for it, and for an official to what waits for an answer. */
export function AnsweringWays({ slug, official }: { slug: string; official: TextOfficial | null }) {
  const { t } = useWords();
  const home = textHref(slug);
  return (
    <p className="answering-ways">
      <a href={`${home}/consultations`}>{t("consultations.title")}</a> ·{" "}
      <a href={`${home}/officials`}>{t("officials.title")}</a>
      {official ? (
        <>
          {" · "}
          <a href={`${home}/unanswered`}>{t("unanswered.title")}</a>
        </>
      ) : null}
    </p>
  );
}

import { CalendarDay, useWords } from "#app/ui/words.tsx";
import type { Passage } from "./comment.ts";

/**
 * The passage that a comment is anchored in, and what became of it since: made on an earlier text, with the comparison
 * one click away, or gone.
 * @param provision the address of the provision
 */
export function PassageQuote({ passage, provision }: { passage: Passage; provision: string }) {
  const { t } = useWords();
  const { exact, state, revision, newest, there, language } = passage;
  const compared = `${provision}?from=${revision}&to=${newest}#changes`;
  return (
    <div className={`passage-quote passage-${state}`}>
      <blockquote lang={language}>{exact}</blockquote>
      {state === "exact" ? null : (
        <p className="quiet">
          {t(state === "carried" ? "annotation.carried" : "annotation.orphan")} (
          <CalendarDay day={revision} />
          ).
          {there ? (
            <>
              {" "}
              <a href={compared}>{t("annotation.compare")}</a>
            </>
          ) : null}
        </p>
      )}
    </div>
  );
}

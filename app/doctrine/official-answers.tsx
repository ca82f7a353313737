import { sayHidden } from "#app/discussion/hidden-part.ts";
import { Day, useWords } from "#app/ui/words.tsx";
import { AnswerBadge } from "./answer-badge.tsx";
import type { OfficialAnswer } from "./read-official-answers.server.ts";

type Shown = Omit<OfficialAnswer, "createdAt"> & { createdAt: Date | string };

/**
 * What officials answered in the discussion of a provision, each with the way to its thread; nothing while there is none.
 * @param path the discussion's address
 */
export function OfficialAnswers({ answers, path }: { answers: Shown[]; path: string }) {
  const { t, language } = useWords();
  if (answers.length === 0) return null;
  return (
    <section aria-labelledby="official-answers" className="stack">
      <h2 id="official-answers">{t("answers.title")}</h2>
      <ul className="rows">
        {answers.map(({ id, officialAnswer, author, beginning, createdAt }) => (
          <li key={id}>
            <AnswerBadge answer={officialAnswer} />
            <p>
              <a href={`${path}/${id}#comment-${id}`}>
                <bdi>{sayHidden(beginning, language).replace(/\s+/g, " ").slice(0, 300)}</bdi>
                {beginning.length > 300 ? "…" : ""}
              </a>
            </p>
            <p className="quiet">
              <bdi>{author ?? t("answer.gone")}</bdi>, <Day at={createdAt} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { Moment, useWords } from "#app/ui/words.tsx";
import type { Stance } from "./comment.ts";

type Edit = { number: number; html: string; stance: Stance; replacedAt: Date | string };

/** What a comment said before each edit: a discussion others answered does not change in silence. */
export function CommentHistory({ edits }: { edits: Edit[] }) {
  const { t } = useWords();
  if (edits.length === 0) return null;
  return (
    <section id="history" aria-labelledby="history-title" className="stack">
      <h2 id="history-title">{t("comment.history")}</h2>
      <ol className="rows" reversed>
        {edits.map((edit) => (
          <li key={edit.number}>
            <p className="quiet">
              {t("comment.history.until")} <Moment at={edit.replacedAt} /> ·{" "}
              <span className={`stance stance-${edit.stance}`}>{t(`comment.stance.${edit.stance}`)}</span>
            </p>
            <div className="comment-body" dangerouslySetInnerHTML={{ __html: edit.html }} />
          </li>
        ))}
      </ol>
    </section>
  );
}

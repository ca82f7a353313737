import { Moment, useWords } from "#app/ui/words.tsx";
import type { ShownComment } from "./comment-view.tsx";

/** So many of what a comment answers stand above it; those further up are folded. */
const shown = 3;

/** What a comment answers, the root first, each in short with a link to itself. */
export function AnsweredComments({ comments, path }: { comments: ShownComment[]; path: string }) {
  const { t, number } = useWords();
  if (comments.length === 0) return null;
  const folded = comments.slice(0, -shown);
  return (
    <section className="answered" aria-label={t("comment.answered")}>
      {folded.length > 0 ? (
        <details>
          <summary>
            {t("comment.answered.more", { count: folded.length, number: number(folded.length) })}
          </summary>
          <AnsweredList comments={folded} path={path} />
        </details>
      ) : null}
      <AnsweredList comments={comments.slice(-shown)} path={path} />
    </section>
  );
}

function AnsweredList({ comments, path }: { comments: ShownComment[]; path: string }) {
  const { t } = useWords();
  return (
    <ol>
      {comments.map((comment) => (
        <li key={comment.id}>
          <p className="comment-head">
            <bdi className="comment-author">
              {comment.deletedAt
                ? t("comment.deleted")
                : comment.hiddenFor
                  ? t("comment.hidden")
                  : (comment.author ?? t("comment.author.gone"))}
            </bdi>
            <a href={`${path}/${comment.id}`} className="comment-time">
              <Moment at={comment.createdAt} />
            </a>
          </p>
          <div className="comment-body" dangerouslySetInnerHTML={{ __html: comment.html }} />
        </li>
      ))}
    </ol>
  );
}

import { Moment, useWords } from "#app/ui/words.tsx";
import type { Comment } from "./comment.ts";
import { CommentForm } from "./comment-form.tsx";

type Shown = Omit<Comment, "createdAt" | "editedAt" | "deletedAt" | "body"> & {
  html: string;
  createdAt: Date | string;
  editedAt: Date | string | null;
  deletedAt: Date | string | null;
  /** Makes a reply posted twice one reply; empty for a stranger, who gets no form. */
  submissionKey: string;
};

type Props = {
  slug: string;
  comments: Shown[];
  accountId: number | null;
  /** The comment this page is about; it stands out. */
  highlighted?: number;
};

/** Steps of indentation; deeper replies say whom they answer instead of moving on to the right. */
const deepestIndent = 6;

/** Comments in reading order. Depth is told by indentation and, for those who do not see it, in words. */
export function Thread({ slug, comments, accountId, highlighted }: Props) {
  const authors = new Map(comments.map((comment) => [comment.id, comment.author]));
  return (
    <ol className="thread">
      {comments.map((comment) => (
        <CommentItem
          key={comment.id}
          slug={slug}
          comment={comment}
          answers={
            comment.parentId === null
              ? undefined
              : { id: comment.parentId, author: authors.get(comment.parentId) ?? null }
          }
          accountId={accountId}
          highlighted={comment.id === highlighted}
        />
      ))}
    </ol>
  );
}

type ItemProps = {
  slug: string;
  comment: Shown;
  answers?: { id: number; author: string | null };
  accountId: number | null;
  highlighted: boolean;
};

function CommentItem({ slug, comment, answers, accountId, highlighted }: ItemProps) {
  const { t, number } = useWords();
  const here = `/letters/${slug}/discussion/${comment.id}`;
  const deleted = comment.deletedAt !== null;
  const author = comment.author ?? t("comment.author.gone");
  const className = [
    "comment",
    `comment-depth-${Math.min(comment.depth, deepestIndent)}`,
    comment.context && "comment-context",
    highlighted && "comment-highlighted",
  ]
    .filter(Boolean)
    .join(" ");
  return (
    <li className={className} id={`comment-${comment.id}`}>
      <article aria-label={deleted ? t("comment.deleted") : t("comment.by", { name: author })}>
        <header className="comment-head">
          {deleted ? null : (
            <>
              <bdi className="comment-author">{author}</bdi>
              <span className={`stance stance-${comment.stance}`}>
                {t(`comment.stance.${comment.stance}`)}
              </span>
            </>
          )}
          <a href={here} className="comment-time">
            <Moment at={comment.createdAt} />
          </a>
          {comment.editedAt && !deleted ? <a href={`${here}#history`}>{t("comment.edited")}</a> : null}
          {answers ? (
            <a href={`/letters/${slug}/discussion/${answers.id}`} className="comment-answers">
              {t("comment.answers", { name: answers.author ?? t("comment.author.gone") })}
            </a>
          ) : null}
        </header>
        {deleted ? (
          <p className="quiet">{t("comment.deleted.text")}</p>
        ) : (
          <div className="comment-body" dangerouslySetInnerHTML={{ __html: comment.html }} />
        )}
        {deleted || comment.context ? null : (
          <footer className="comment-foot">
            {comment.replyCount > 0 ? (
              <span className="quiet">
                {t("comment.replies", { count: comment.replyCount, number: number(comment.replyCount) })}
              </span>
            ) : null}
            {accountId === comment.authorId ? (
              <>
                <a href={`${here}?edit#edit`}>{t("comment.edit.link")}</a>
                <a href={`${here}?delete#delete`}>{t("comment.delete.link")}</a>
              </>
            ) : null}
            {accountId === null ? (
              <a href={`/login?next=${encodeURIComponent(here)}`}>{t("comment.reply")}</a>
            ) : (
              <details className="comment-reply">
                <summary>{t("comment.reply")}</summary>
                <CommentForm
                  action={`/letters/${slug}/discussion`}
                  parent={comment.id}
                  submissionKey={comment.submissionKey}
                />
              </details>
            )}
          </footer>
        )}
      </article>
    </li>
  );
}

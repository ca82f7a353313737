import { AnswerBadge } from "#app/doctrine/answer-badge.tsx";
import { OfficialBadge } from "#app/identity/official-badge.tsx";
import { Moment, useWords } from "#app/ui/words.tsx";
import type { Comment } from "./comment.ts";
import { HiddenWords, PartHidden } from "#app/moderation/hidden-words.tsx";
import { ReportLink } from "#app/moderation/report-link.tsx";
import { PassageQuote } from "./passage-quote.tsx";
import type { Standing } from "./standing.ts";
import { VoteForm } from "./vote-form.tsx";

/** A comment as loaders hand it to a page: its body as HTML. */
export type ShownComment = Omit<
  Comment,
  "createdAt" | "editedAt" | "deletedAt" | "body" | "mentions" | "depth" | "path"
> & {
  html: string;
  createdAt: Date | string;
  editedAt: Date | string | null;
  deletedAt: Date | string | null;
};

type Props = {
  comment: ShownComment;
  standing: Standing;
  /** Whom it answers, when the comment above it is somebody's. */
  answered?: string;
};

/** One comment: who, when and how they stand; what they say; what one can do about it. */
export function CommentView({ comment, standing, answered }: Props) {
  const { t } = useWords();
  const here = `${standing.path}/${comment.id}`;
  const deleted = comment.deletedAt !== null;
  const hidden = comment.hiddenFor !== null;
  const author = comment.author ?? t("comment.author.gone");
  const highlighted = comment.id === standing.highlighted;
  return (
    <article
      className={highlighted ? "comment comment-highlighted" : "comment"}
      id={`comment-${comment.id}`}
      tabIndex={-1}
      aria-label={
        deleted ? t("comment.deleted") : hidden ? t("comment.hidden") : t("comment.by", { name: author })
      }
    >
      {comment.officialAnswer ? <AnswerBadge answer={comment.officialAnswer} /> : null}
      <header className="comment-head">
        {deleted || hidden ? null : (
          <>
            <bdi className="comment-author">{author}</bdi>
            {comment.official ? <OfficialBadge official={comment.official} /> : null}
            <span className={`stance stance-${comment.stance}`}>{t(`comment.stance.${comment.stance}`)}</span>
          </>
        )}
        <a href={here} className="comment-time">
          <Moment at={comment.createdAt} />
        </a>
        {comment.editedAt && !deleted && !hidden ? (
          <a href={`${here}#history`}>{t("comment.edited")}</a>
        ) : null}
        {answered === undefined ? null : (
          <span className="comment-answers">{t("comment.answers", { name: answered })}</span>
        )}
        {answered === undefined && comment.parentId !== null && standing.highlighted === undefined ? (
          <a className="comment-answers" href={here}>
            {t("comment.in-thread")}
          </a>
        ) : null}
      </header>
      {deleted ? (
        <p className="quiet">{t("comment.deleted.text")}</p>
      ) : comment.hiddenFor !== null ? (
        <HiddenWords
          reason={comment.hiddenFor}
          law={comment.removedFor}
          html={comment.html}
          own={standing.accountId !== null && standing.accountId === comment.authorId}
          here={here}
        />
      ) : (
        <>
          {comment.passage ? (
            <PassageQuote passage={comment.passage} provision={standing.path.replace(/\/discussion$/, "")} />
          ) : null}
          <div className="comment-body" dangerouslySetInnerHTML={{ __html: comment.html }} />
          {comment.partHiddenFor ? (
            <PartHidden
              reason={comment.partHiddenFor}
              own={standing.accountId === comment.authorId}
              comment={comment.id}
            />
          ) : null}
          <footer className="comment-foot">
            <VoteForm comment={comment} standing={standing} />
            {standing.accountId === null || standing.closed || comment.locked ? null : (
              <>
                <a href={`${here}?reply#reply`} data-reply={comment.id}>
                  {t("comment.reply")}
                </a>
                <a href={`${here}?quote#reply`} data-quote={comment.id}>
                  {t("comment.quote")}
                </a>
              </>
            )}
            {standing.accountId === comment.authorId ? (
              <>
                {standing.archived || comment.partHiddenFor ? null : (
                  <a href={`${here}?edit#edit`}>{t("comment.edit.link")}</a>
                )}
                <a href={`${here}?delete#delete`}>{t("comment.delete.link")}</a>
              </>
            ) : (
              <ReportLink of={`comment=${comment.id}`} />
            )}
          </footer>
          {comment.locked && (comment.parentId === null || highlighted) ? (
            <p className="quiet">{t("comment.locked")}</p>
          ) : null}
        </>
      )}
    </article>
  );
}

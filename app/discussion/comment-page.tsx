import { LoggedOutNotice } from "#app/accounts/logged-out-notice.tsx";
import type { TextOfficial } from "#app/doctrine/text-official.ts";
import { FollowForm } from "#app/notices/follow-form.tsx";
import type { Following } from "#app/notices/subscription.ts";
import { SlowNotice } from "#app/moderation/slow-notice.tsx";
import type { FormState } from "#app/requests/form.ts";
import { NextPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";
import { AnsweredComments } from "./answered-comments.tsx";
import type { Stance } from "./comment.ts";
import { CommentForm } from "./comment-form.tsx";
import { CommentHistory } from "./comment-history.tsx";
import { CommentView, type ShownComment } from "./comment-view.tsx";
import { type Discussion, renumberable } from "./place.ts";
import { Thread } from "./thread.tsx";
import { ThreadNews } from "./thread-news.tsx";
import { type Sort, type ThreadKey, type ThreadView, viewHref } from "./thread-order.ts";
import { SortTabs } from "./thread-tabs.tsx";

type Props = {
  /** The discussion's address. */
  path: string;
  discussion: Discussion;
  accountId: number | null;
  /** The comment after all that it answers. */
  line: ShownComment[];
  comments: ShownComment[];
  view: ThreadView;
  standard: Sort;
  next: ThreadKey | null;
  edits: Parameters<typeof CommentHistory>[0]["edits"];
  mode: "edit" | "delete" | null;
  edited: { body: string; stance: Stance } | null;
  reply: { key: string; begun: string; open: boolean } | null;
  form?: FormState;
  /** Why nobody may comment now, when it is so. */
  closed?: string | null;
  archived?: boolean;
  /** Slow mode, where moderation set it. */
  slow: Parameters<typeof SlowNotice>[0]["slow"];
  /** In whose name the reader may answer officially, if they may. */
  official?: TextOfficial | null;
  /** How the reader follows the thread; null for who is not logged in. */
  following: Following | null;
};

/** One comment with what it answers, what one can do with it, and the replies to it. */
export function CommentPage(props: Props) {
  const {
    path,
    discussion,
    accountId,
    line,
    comments,
    view,
    standard,
    next,
    edits,
    mode,
    edited,
    reply,
    form,
    closed,
    archived,
    slow,
    official,
    following,
  } = props;
  const { t } = useWords();
  const comment = line.at(-1);
  if (!comment) return null;
  const here = `${path}/${comment.id}`;
  const about = renumberable(discussion);
  const standing = {
    path,
    discussion: about,
    accountId,
    highlighted: comment.id,
    closed,
    archived,
    official,
  };
  const root = line[0]?.id ?? comment.id;
  return (
    <>
      <p className="thread-way">
        <a href={path}>{t("discussion.all")}</a> ·{" "}
        <a href={`${path}?after=${root + 1}#comment-${root}`}>{t("discussion.among")}</a>
      </p>
      <FollowForm following={following} />
      <LoggedOutNotice form={form} />
      {closed ? <p className="notice">{closed}</p> : <SlowNotice slow={slow} />}
      {(mode === "edit" && edited && !archived) || form ? (
        <section id="edit" aria-label={t("comment.edit")}>
          <CommentForm
            action={`${here}?edit`}
            parent={null}
            edited={edited ?? { body: "", stance: "neutral" }}
            form={form}
          />
        </section>
      ) : null}
      {mode === "delete" ? (
        <form method="post" action={here} id="delete" className="notice stack" data-once>
          <p>{t("comment.delete.text")}</p>
          <p className="actions">
            <button className="button button-seal" name="intent" value="delete">
              {t("comment.delete.button")}
            </button>
            <a className="button button-quiet" href={here}>
              {t("editor.cancel")}
            </a>
          </p>
        </form>
      ) : null}
      <AnsweredComments comments={line.slice(0, -1)} path={path} />
      <CommentView comment={comment} standing={standing} answered={line.at(-2)?.author ?? undefined} />
      {reply && !closed ? (
        <details className="comment-reply" id="reply" open={reply.open}>
          <summary>{t("comment.reply")}</summary>
          <CommentForm
            action={path}
            parent={comment.id}
            submissionKey={reply.key}
            discussion={about}
            begun={reply.begun}
            official={official}
          />
        </details>
      ) : null}
      {comments.length > 0 || view.after ? (
        <section className="stack" aria-labelledby="replies">
          <h2 id="replies">{t("comment.replies.title")}</h2>
          {comment.replyCount > 1 ? <SortTabs path={here} view={view} standard={standard} /> : null}
          {comments.length === 0 ? (
            <p>{t("discussion.end")}</p>
          ) : (
            <Thread comments={comments} {...standing} />
          )}
        </section>
      ) : null}
      <ThreadNews path={path} last={discussion.lastCommentId} />
      <NextPage
        href={next === null ? null : viewHref(here, { ...view, after: next }, standard)}
        first={view.after ? viewHref(here, { ...view, after: null }, standard) : null}
      />
      <CommentHistory edits={edits} />
    </>
  );
}

import { LoggedOutNotice } from "#app/accounts/logged-out-notice.tsx";
import type { TextOfficial } from "#app/doctrine/text-official.ts";
import { HeldList } from "#app/pipeline/held-list.tsx";
import { SlowNotice } from "#app/moderation/slow-notice.tsx";
import type { FormState } from "#app/requests/form.ts";
import { NextPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";
import { CommentForm } from "./comment-form.tsx";
import { type Discussion, renumberable } from "./place.ts";
import type { ShownComment } from "./comment-view.tsx";
import { Thread } from "./thread.tsx";
import { ThreadNews } from "./thread-news.tsx";
import { type ThreadKey, type ThreadView, viewHref } from "./thread-order.ts";
import { SortTabs, StanceTabs } from "./thread-tabs.tsx";

type Props = {
  /** The discussion's address. */
  path: string;
  discussion: Discussion;
  accountId: number | null;
  comments: ShownComment[];
  /** What its reader has said here that waits for a moderator. */
  held: Parameters<typeof HeldList>[0]["held"];
  view: ThreadView;
  next: ThreadKey | null;
  submissionKey: string;
  form?: FormState;
  /** Why nobody may comment now, when it is so. */
  closed?: string | null;
  archived?: boolean;
  /** Slow mode, where moderation set it. */
  slow: Parameters<typeof SlowNotice>[0]["slow"];
  /** In whose name the reader may answer officially, if they may. */
  official?: TextOfficial | null;
};

/** A discussion from its form to its next page, wherever it is. */
export function ThreadPage(props: Props) {
  const {
    path,
    discussion,
    accountId,
    comments,
    held,
    view,
    next,
    submissionKey,
    form,
    closed,
    archived,
    slow,
    official,
  } = props;
  const { t, number } = useWords();
  const parent = Number(form?.values.parent ?? 0) || null;
  return (
    <>
      <p className="lead">
        {t("letter.comments", { count: discussion.commentCount, number: number(discussion.commentCount) })}
      </p>
      <LoggedOutNotice form={form} />
      {closed ? <p className="notice">{closed}</p> : <SlowNotice slow={slow} />}
      {closed && !form ? null : accountId !== null || form ? (
        <section aria-label={t("comment.body")} className="discussion-form">
          <CommentForm
            action={path}
            parent={parent}
            submissionKey={form?.values.key ?? submissionKey}
            discussion={renumberable(discussion)}
            form={form}
            official={official}
          />
        </section>
      ) : (
        <p className="notice">
          <a href={`/login?next=${encodeURIComponent(path)}`}>{t("page.login")}</a> ·{" "}
          <a href="/join">{t("join.title")}</a> {t("discussion.join")}
        </p>
      )}
      <HeldList held={held} path={path} />
      {discussion.commentCount > 0 || comments.length > 0 ? (
        <div className="thread-ways">
          <SortTabs path={path} view={view} standard="newest" />
          <StanceTabs path={path} view={view} standard="newest" />
        </div>
      ) : null}
      <ThreadNews path={path} last={discussion.lastCommentId} />
      {comments.length === 0 ? (
        <p>{t(view.after ? "discussion.end" : view.stance ? "discussion.none" : "discussion.empty")}</p>
      ) : (
        <Thread
          path={path}
          discussion={renumberable(discussion)}
          comments={comments}
          accountId={accountId}
          closed={closed}
          archived={archived}
          official={official}
        />
      )}
      <NextPage
        href={next === null ? null : viewHref(path, { ...view, after: next }, "newest")}
        first={view.after ? viewHref(path, { ...view, after: null }, "newest") : null}
      />
    </>
  );
}

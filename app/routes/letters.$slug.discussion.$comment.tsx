import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { randomUUID } from "node:crypto";
import { LoggedOutNotice } from "#app/accounts/logged-out-notice.tsx";
import { AnsweredComments } from "#app/discussion/answered-comments.tsx";
import { CommentForm as CommentFields, votes } from "#app/discussion/comment.ts";
import { CommentForm } from "#app/discussion/comment-form.tsx";
import { CommentHistory } from "#app/discussion/comment-history.tsx";
import { commentHtml } from "#app/discussion/comment-html.ts";
import { CommentView } from "#app/discussion/comment-view.tsx";
import { deleteComment, editComment } from "#app/discussion/post-comment.server.ts";
import { readEdits, readLine, readThread } from "#app/discussion/read-thread.server.ts";
import { quoteOf, showComments } from "#app/discussion/show-comments.server.ts";
import { Thread } from "#app/discussion/thread.tsx";
import { ThreadNews } from "#app/discussion/thread-news.tsx";
import { readView, viewHref } from "#app/discussion/thread-order.ts";
import { SortTabs } from "#app/discussion/thread-tabs.tsx";
import { voteOnComment } from "#app/discussion/vote-on-comment.server.ts";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { forbidden, notFound, safeNext, visitorOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NextPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

/** Replies are read as they were said, one after the other, unless the reader wants it otherwise. */
const standard = "oldest";

export async function loader(args: LoaderFunctionArgs) {
  const slug = args.params.slug ?? "";
  const id = pageKey(args.params.comment ?? null);
  if (id === null) throw notFound();
  const { account } = await visitorOf(args);
  const accountId = account?.id ?? null;
  const [letter, line] = await Promise.all([readLetter(slug), readLine(slug, id, accountId)]);
  const comment = line.at(-1);
  if (!letter || !comment) throw notFound();
  args.context.madeOf.add(`letter:${letter.id}`).add(`thread:${letter.id}`).add("accounts");
  const { searchParams } = new URL(args.request.url);
  // The replies to one comment are few enough to be read whole: a stance would take them out of their answers.
  const view = { ...readView(searchParams, standard), stance: null };
  const [thread, edits] = await Promise.all([
    readThread(letter.id, id, view, accountId),
    comment.editedAt ? readEdits(id) : [],
  ]);
  const there = !comment.deletedAt;
  const own = there && account !== null && comment.authorId === account.id;
  const asked = (mode: string) => searchParams.has(mode);
  return {
    letter,
    accountId,
    line: showComments(line),
    comments: showComments(thread.comments),
    view,
    next: thread.next,
    edits: edits.map(({ body, ...edit }) => ({ ...edit, html: commentHtml(body) })),
    mode: own && asked("edit") ? ("edit" as const) : own && asked("delete") ? ("delete" as const) : null,
    edited: own ? { body: comment.body, stance: comment.stance } : null,
    // Who came to reply sees the form at once; a deleted comment takes no replies.
    reply:
      there && account
        ? {
            key: randomUUID(),
            begun: asked("quote") ? quoteOf(comment.body) : "",
            open: asked("reply") || asked("quote"),
          }
        : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const slug = args.params.slug ?? "";
  const id = pageKey(args.params.comment ?? null);
  const { account } = await visitorOf(args);
  const values = typedValues(await args.request.formData());
  const isVote = values.intent === "vote";
  // A vote holds nothing that was typed: who is logged out meanwhile logs in and votes again.
  if (!account && isVote)
    return redirect(`/login?next=${encodeURIComponent(safeNext(values.next ?? null))}`, 303);
  if (!account) return data(refusedForm(values, {}, "form.loggedOut"), { status: 401 });
  if (id === null || (await readLine(slug, id, null)).length === 0) throw notFound();
  const wait = await takeAttempt(
    isVote ? { "vote by account": account.id } : { "comment by account": account.id },
  );
  if (wait !== null) {
    const headers = { "Retry-After": String(wait) };
    if (isVote) throw data(null, { status: 429, headers });
    return data(refusedForm(values, {}, "form.tooOften"), { status: 429, headers });
  }
  if (isVote) {
    const vote = votes.find((choice) => choice === values.vote);
    if (!vote) throw data(null, { status: 400 });
    const { outcome } = await voteOnComment(slug, id, account.id, vote);
    if (outcome === "not-found") throw notFound();
    if (outcome === "own") throw forbidden();
    return redirect(safeNext(values.next ?? null), 303);
  }
  if (values.intent === "delete") {
    const { outcome } = await deleteComment(id, account.id);
    if (outcome === "not-found") throw notFound();
  } else {
    const parsed = parseForm(CommentFields, values);
    if (!parsed.ok) return data(parsed.state, { status: 400 });
    const { outcome } = await editComment(id, account.id, parsed.value);
    if (outcome === "not-found") throw notFound();
  }
  return redirect(`/letters/${slug}/discussion/${id}#comment-${id}`, 303);
}

export const meta: MetaFunction<typeof loader> = phraseTitle("discussion.title", { indexed: true });

export default function CommentPage() {
  const { letter, accountId, line, comments, view, next, edits, mode, edited, reply } =
    useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  const comment = line.at(-1);
  if (!comment) return null;
  const discussion = `/letters/${letter.slug}/discussion`;
  const here = `${discussion}/${comment.id}`;
  const standing = { slug: letter.slug, accountId, highlighted: comment.id };
  const root = line[0]?.id ?? comment.id;
  return (
    <main id="main" className="page medium stack">
      <LetterPartHead letter={letter} title={t("discussion.title")} />
      <p className="thread-way">
        <a href={discussion}>{t("discussion.all")}</a> ·{" "}
        <a href={`${discussion}?after=${root + 1}#comment-${root}`}>{t("discussion.among")}</a>
      </p>
      <LoggedOutNotice form={form} />
      {(mode === "edit" && edited) || form ? (
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
      <AnsweredComments comments={line.slice(0, -1)} slug={letter.slug} />
      <CommentView comment={comment} standing={standing} answered={line.at(-2)?.author ?? undefined} />
      {reply ? (
        <details className="comment-reply" id="reply" open={reply.open}>
          <summary>{t("comment.reply")}</summary>
          <CommentForm
            action={discussion}
            parent={comment.id}
            submissionKey={reply.key}
            begun={reply.begun}
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
      <ThreadNews slug={letter.slug} last={letter.lastCommentId} />
      <NextPage
        href={next === null ? null : viewHref(here, { ...view, after: next }, standard)}
        first={view.after ? viewHref(here, { ...view, after: null }, standard) : null}
      />
      <CommentHistory edits={edits} />
    </main>
  );
}

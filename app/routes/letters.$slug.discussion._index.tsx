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
import { PostForm } from "#app/discussion/comment.ts";
import { CommentForm } from "#app/discussion/comment-form.tsx";
import { postComment } from "#app/discussion/post-comment.server.ts";
import { readThread } from "#app/discussion/read-thread.server.ts";
import { showComments } from "#app/discussion/show-comments.server.ts";
import { Thread } from "#app/discussion/thread.tsx";
import { ThreadNews } from "#app/discussion/thread-news.tsx";
import { readView, viewHref } from "#app/discussion/thread-order.ts";
import { SortTabs, StanceTabs } from "#app/discussion/thread-tabs.tsx";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { notFound, visitorOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NextPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const letter = await readLetter(args.params.slug ?? "");
  if (!letter) throw notFound();
  args.context.madeOf.add(`letter:${letter.id}`).add(`thread:${letter.id}`).add("accounts");
  const { account } = await visitorOf(args);
  const view = readView(new URL(args.request.url).searchParams, "newest");
  const accountId = account?.id ?? null;
  const { comments, next } = await readThread(letter.id, 0, view, accountId);
  return { letter, accountId, comments: showComments(comments), view, next, submissionKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { account } = await visitorOf(args);
  const values = typedValues(await args.request.formData());
  if (!account) return data(refusedForm(values, {}, "form.loggedOut"), { status: 401 });
  const parsed = parseForm(PostForm, values);
  if (!parsed.ok) return data(parsed.state, { status: 400 });
  const wait = await takeAttempt({ "comment by account": account.id });
  if (wait !== null)
    return data(refusedForm(values, {}, "form.tooOften"), {
      status: 429,
      headers: { "Retry-After": String(wait) },
    });
  const result = await postComment(slug, account.id, parsed.value);
  switch (result.outcome) {
    case "posted":
      return redirect(`/letters/${slug}/discussion/${result.id}#comment-${result.id}`, 303);
    case "not-found":
      throw notFound();
    case "parent-gone":
      return data(refusedForm(values, {}, "comment.parentGone"), { status: 409 });
  }
}

export const meta: MetaFunction<typeof loader> = phraseTitle("discussion.title", { indexed: true });

export default function Discussion() {
  const { letter, accountId, comments, view, next, submissionKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t, number } = useWords();
  const here = `/letters/${letter.slug}/discussion`;
  const parent = Number(form?.values.parent ?? 0) || null;
  return (
    <main id="main" className="page medium stack">
      <LetterPartHead letter={letter} title={t("discussion.title")} />
      <p className="lead">
        {t("letter.comments", { count: letter.commentCount, number: number(letter.commentCount) })}
      </p>
      <LoggedOutNotice form={form} />
      {accountId !== null || form ? (
        <section aria-label={t("comment.body")} className="discussion-form">
          <CommentForm
            action={here}
            parent={parent}
            submissionKey={form?.values.key ?? submissionKey}
            form={form}
          />
        </section>
      ) : (
        <p className="notice">
          <a href={`/login?next=${encodeURIComponent(here)}`}>{t("page.login")}</a> ·{" "}
          <a href="/join">{t("join.title")}</a> {t("discussion.join")}
        </p>
      )}
      {letter.commentCount > 0 || comments.length > 0 ? (
        <div className="thread-ways">
          <SortTabs path={here} view={view} standard="newest" />
          <StanceTabs path={here} view={view} standard="newest" />
        </div>
      ) : null}
      <ThreadNews slug={letter.slug} last={letter.lastCommentId} />
      {comments.length === 0 ? (
        <p>{t(view.after ? "discussion.end" : view.stance ? "discussion.none" : "discussion.empty")}</p>
      ) : (
        <Thread slug={letter.slug} comments={comments} accountId={accountId} />
      )}
      <NextPage
        href={next === null ? null : viewHref(here, { ...view, after: next }, "newest")}
        first={view.after ? viewHref(here, { ...view, after: null }, "newest") : null}
      />
    </main>
  );
}

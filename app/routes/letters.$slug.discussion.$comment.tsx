import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LoggedOutNotice } from "#app/accounts/logged-out-notice.tsx";
import { CommentForm as CommentFields, isPath } from "#app/discussion/comment.ts";
import { CommentForm } from "#app/discussion/comment-form.tsx";
import { CommentHistory } from "#app/discussion/comment-history.tsx";
import { commentHtml } from "#app/discussion/comment-html.ts";
import { deleteComment, editComment } from "#app/discussion/post-comment.server.ts";
import { findComment, readEdits, readThread } from "#app/discussion/read-thread.server.ts";
import { showComments } from "#app/discussion/show-comments.server.ts";
import { Thread } from "#app/discussion/thread.tsx";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { notFound, visitorOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NextPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const slug = args.params.slug ?? "";
  const id = pageKey(args.params.comment ?? null);
  const found = id === null ? null : await findComment(slug, id);
  const letter = found && (await readLetter(slug));
  if (id === null || !found || !letter) throw notFound();
  args.context.madeOf.add(`letter:${letter.id}`).add(`thread:${letter.id}`).add("accounts");
  const { searchParams } = new URL(args.request.url);
  const asked = searchParams.get("after") ?? "";
  const [thread, edits, { account }] = await Promise.all([
    readThread(letter.id, { within: found.path, after: isPath(asked) ? asked : "" }),
    readEdits(id),
    visitorOf(args),
  ]);
  const comment = thread.comments.find((candidate) => candidate.id === id);
  const own = account !== null && comment?.authorId === account.id && !comment.deletedAt;
  const mode =
    own && searchParams.has("edit")
      ? ("edit" as const)
      : own && searchParams.has("delete")
        ? ("delete" as const)
        : null;
  return {
    letter,
    id,
    mode,
    body: own && comment ? { body: comment.body, stance: comment.stance } : null,
    accountId: account?.id ?? null,
    comments: showComments(thread.comments, account?.id ?? null),
    next: thread.next,
    edits: edits.map(({ body, ...edit }) => ({ ...edit, html: commentHtml(body) })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const slug = args.params.slug ?? "";
  const id = pageKey(args.params.comment ?? null);
  const { account } = await visitorOf(args);
  const values = typedValues(await args.request.formData());
  if (!account) return data(refusedForm(values, {}, "form.loggedOut"), { status: 401 });
  if (id === null || !(await findComment(slug, id))) throw notFound();
  const wait = await takeAttempt({ "comment by account": account.id });
  if (wait !== null)
    return data(refusedForm(values, {}, "form.tooOften"), {
      status: 429,
      headers: { "Retry-After": String(wait) },
    });
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
  const { letter, id, mode, body, accountId, comments, next, edits } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  const here = `/letters/${letter.slug}/discussion/${id}`;
  return (
    <main id="main" className="page medium stack">
      <LetterPartHead letter={letter} title={t("discussion.title")} />
      <p>
        <a href={`/letters/${letter.slug}/discussion`}>{t("discussion.all")}</a>
      </p>
      <LoggedOutNotice form={form} />
      {(mode === "edit" && body) || form ? (
        <section id="edit" aria-label={t("comment.edit")}>
          <CommentForm
            action={`${here}?edit`}
            parent={null}
            edited={body ?? { body: "", stance: "neutral" }}
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
      <Thread slug={letter.slug} comments={comments} accountId={accountId} highlighted={id} />
      <NextPage href={next === null ? null : `${here}?after=${next}`} />
      <CommentHistory edits={edits} />
    </main>
  );
}

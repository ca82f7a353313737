import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { formatMoment } from "#app/languages/translate.ts";
import { windowRefusal } from "#app/consultations/window-words.ts";
import { AnnotationForm, PostForm } from "#app/discussion/comment.ts";
import { commentHtml } from "#app/discussion/comment-html.ts";
import { sayHidden } from "#app/discussion/hidden-part.ts";
import { type Discussion, discussionPath, type Place } from "#app/discussion/place.ts";
import { postComment } from "#app/discussion/post-comment.server.ts";
import { readEdits, readLine, readThread } from "#app/discussion/read-thread.server.ts";
import { quoteOf, showComments } from "#app/discussion/show-comments.server.ts";
import { readView } from "#app/discussion/thread-order.ts";
import { readFollowing } from "#app/notices/subscribe.server.ts";
import { withdrawHeld } from "#app/pipeline/hold-comment.server.ts";
import { readOwnHeld } from "#app/pipeline/read-held.server.ts";
import { answeringOf } from "./answering.server.ts";
import { parseForm, refusedForm, typedValues } from "./form.ts";
import { refusedRestricted } from "./restricted.ts";
import { takeAttempt } from "./limit.server.ts";
import { pageKey } from "./page-key.ts";
import { notFound, visitorOf } from "./visitor.server.ts";

// What the pages of every discussion do with a request, wherever the discussion is.

/** A page of a discussion, in the order that the address asks for. */
export async function loadThread(args: LoaderFunctionArgs, discussion: Discussion) {
  args.context.madeOf.add(`thread:${discussion.id}`).add("accounts");
  const { account, language } = await visitorOf(args);
  const view = readView(new URL(args.request.url).searchParams, "newest");
  const accountId = account?.id ?? null;
  const [{ comments, next }, held, taking] = await Promise.all([
    readThread(discussion.id, 0, view, accountId),
    account ? readOwnHeld(discussion.id, account.id) : [],
    answeringOf(args, discussion.textId),
  ]);
  return {
    accountId,
    comments: showComments(comments, language),
    held,
    view,
    next,
    submissionKey: randomUUID(),
    discussion,
    slow: discussion.slow,
    ...taking,
  };
}

/** Posts what was typed to a place's discussion. */
export const postToDiscussion = (args: ActionFunctionArgs, place: Place) =>
  postTyped(args, place, PostForm, (typed) => typed);

/** Posts a comment on a passage of a provision. */
export const postAnnotation = (args: ActionFunctionArgs, place: Place) =>
  postTyped(args, place, AnnotationForm, ({ quote, start, revision, ...comment }) => ({
    ...comment,
    parent: null,
    passage: { quote, start, revision },
  }));

const passageRefusals = {
  "passage-missing": "annotation.quote.not-there",
  "passage-ambiguous": "annotation.quote.ambiguous",
  "passage-too-long": "annotation.quote.too-long",
  "revision-unknown": "annotation.revision.unknown",
} as const;

async function postTyped<Schema extends z.ZodType>(
  args: ActionFunctionArgs,
  place: Place,
  schema: Schema,
  postingOf: (typed: z.output<Schema>) => Parameters<typeof postComment>[2],
) {
  const { account, language } = await visitorOf(args);
  const values = typedValues(await args.request.formData());
  if (!account) return data(refusedForm(values, {}, "form.loggedOut"), { status: 401 });
  if (values.intent === "withdraw") {
    const { outcome } = await withdrawHeld(pageKey(values.held ?? null) ?? 0, account.id);
    if (outcome === "not-found") throw notFound();
    // Released meanwhile, it is a comment now and is deleted as such.
    return redirect(discussionPath(place), 303);
  }
  const parsed = parseForm(schema, values);
  if (!parsed.ok) return data(parsed.state, { status: 400 });
  const wait = await takeAttempt({ "comment by account": account.id });
  if (wait !== null)
    return data(refusedForm(values, {}, "form.tooOften"), {
      status: 429,
      headers: { "Retry-After": String(wait) },
    });
  const result = await postComment(place, account.id, postingOf(parsed.value));
  switch (result.outcome) {
    case "posted":
      return redirect(`${discussionPath(place)}/${result.id}#comment-${result.id}`, 303);
    case "held":
      return redirect(`${discussionPath(place)}#held-${result.id}`, 303);
    case "not-found":
      throw notFound();
    case "moved": {
      const address = `${args.context.origin}${discussionPath(result.to)}`;
      return data(refusedForm(values, {}, "comment.moved", { address }), { status: 409 });
    }
    case "parent-gone":
      return data(refusedForm(values, {}, "comment.parentGone"), { status: 409 });
    case "letter-archived":
      return data(refusedForm(values, {}, "discussion.archived"), { status: 409 });
    case "thread-locked":
      return data(refusedForm(values, {}, "comment.locked"), { status: 409 });
    case "restricted":
      return data(refusedRestricted(values, language, result.until), { status: 403 });
    case "too-soon": {
      const told = { from: formatMoment(language, result.from) };
      const seconds = Math.max(1, Math.ceil((result.from.getTime() - Date.now()) / 1000));
      return data(refusedForm(values, {}, "comment.tooSoon", told), {
        status: 429,
        headers: { "Retry-After": String(seconds) },
      });
    }
    case "not-official":
      return data(refusedForm(values, {}, "answer.notOfficial"), { status: 403 });
    case "window-closed": {
      const said = windowRefusal(language, result.window);
      return data(refusedForm(values, {}, said.phrase, said.told), { status: 409 });
    }
    default:
      return data(refusedForm(values, { quote: passageRefusals[result.outcome] }), { status: 400 });
  }
}

/** Replies to one comment are read as they were said, one after the other, unless the reader wants it otherwise. */
const standardOfReplies = "oldest" as const;

/** A comment after what it answers, with the replies to it and what its reader may do. */
export async function loadComment(args: LoaderFunctionArgs, place: Place, discussion: Discussion) {
  const id = pageKey(args.params.comment ?? null);
  if (id === null) throw notFound();
  const { account, language } = await visitorOf(args);
  const accountId = account?.id ?? null;
  const line = await readLine(place, id, accountId);
  const comment = line.at(-1);
  if (!comment) throw notFound();
  args.context.madeOf.add(`thread:${discussion.id}`).add("accounts");
  const { searchParams } = new URL(args.request.url);
  // The replies to one comment are few enough to be read whole: a stance would take them out of their answers.
  const view = { ...readView(searchParams, standardOfReplies), stance: null };
  const root = line[0]?.id ?? id;
  const [thread, edits, { closed, official }, following] = await Promise.all([
    readThread(discussion.id, id, view, accountId),
    comment.editedAt ? readEdits(id) : [],
    answeringOf(args, discussion.textId),
    account ? readFollowing(account, { kind: "thread", id: root }) : null,
  ]);
  const there = !comment.deletedAt && comment.hiddenFor === null;
  const mine = account !== null && comment.authorId === account.id && !comment.deletedAt;
  const own = there && account !== null && comment.authorId === account.id;
  const asked = (mode: string) => searchParams.has(mode);
  return {
    discussion,
    accountId,
    line: showComments(line, language),
    comments: showComments(thread.comments, language),
    view,
    standard: standardOfReplies,
    next: thread.next,
    edits: edits.map(({ body, ...edit }) => ({ ...edit, html: commentHtml(body) })),
    mode:
      own && comment.partHiddenFor === null && asked("edit")
        ? ("edit" as const)
        : mine && asked("delete")
          ? ("delete" as const)
          : null,
    edited: own ? { body: comment.body, stance: comment.stance } : null,
    // Who came to reply sees the form at once; a deleted comment takes no replies.
    reply:
      there && account && !comment.locked
        ? {
            key: randomUUID(),
            begun: asked("quote") ? quoteOf(sayHidden(comment.body, language)) : "",
            open: asked("reply") || asked("quote"),
          }
        : null,
    ...{ closed, official, following, slow: discussion.slow },
  };
}

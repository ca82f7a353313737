import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { windowRefusal } from "#app/consultations/window-words.ts";
import { AnnotationForm, CommentForm, PostForm, votes } from "#app/discussion/comment.ts";
import { commentHtml } from "#app/discussion/comment-html.ts";
import { readDiscussion } from "#app/discussion/discussion.server.ts";
import { type Discussion, discussionPath, type Place } from "#app/discussion/place.ts";
import { deleteComment, editComment, postComment } from "#app/discussion/post-comment.server.ts";
import { readEdits, readLine, readNews, readThread } from "#app/discussion/read-thread.server.ts";
import { quoteOf, showComments } from "#app/discussion/show-comments.server.ts";
import { readView } from "#app/discussion/thread-order.ts";
import { voteOnComment } from "#app/discussion/vote-on-comment.server.ts";
import { answeringOf } from "./answering.server.ts";
import { parseForm, refusedForm, typedValues } from "./form.ts";
import { takeAttempt } from "./limit.server.ts";
import { pageKey } from "./page-key.ts";
import { forbidden, notFound, safeNext, visitorOf } from "./visitor.server.ts";

// What the pages of every discussion do with a request, wherever the discussion is.

/** A page of a discussion, in the order that the address asks for. */
export async function loadThread(args: LoaderFunctionArgs, discussion: Discussion) {
  args.context.madeOf.add(`thread:${discussion.id}`).add("accounts");
  const { account } = await visitorOf(args);
  const view = readView(new URL(args.request.url).searchParams, "newest");
  const accountId = account?.id ?? null;
  const [{ comments, next }, { closed, official }] = await Promise.all([
    readThread(discussion.id, 0, view, accountId),
    answeringOf(args, discussion.textId),
  ]);
  return {
    ...{ accountId, comments: showComments(comments), view, next, submissionKey: randomUUID(), discussion },
    ...{ closed, official },
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
    case "not-found":
      throw notFound();
    case "moved": {
      const address = `${args.context.origin}${discussionPath(result.to)}`;
      return data(refusedForm(values, {}, "comment.moved", { address }), { status: 409 });
    }
    case "parent-gone":
      return data(refusedForm(values, {}, "comment.parentGone"), { status: 409 });
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
  const { account } = await visitorOf(args);
  const accountId = account?.id ?? null;
  const line = await readLine(place, id, accountId);
  const comment = line.at(-1);
  if (!comment) throw notFound();
  args.context.madeOf.add(`thread:${discussion.id}`).add("accounts");
  const { searchParams } = new URL(args.request.url);
  // The replies to one comment are few enough to be read whole: a stance would take them out of their answers.
  const view = { ...readView(searchParams, standardOfReplies), stance: null };
  const [thread, edits, { closed, official }] = await Promise.all([
    readThread(discussion.id, id, view, accountId),
    comment.editedAt ? readEdits(id) : [],
    answeringOf(args, discussion.textId),
  ]);
  const there = !comment.deletedAt;
  const own = there && account !== null && comment.authorId === account.id;
  const asked = (mode: string) => searchParams.has(mode);
  return {
    discussion,
    accountId,
    line: showComments(line),
    comments: showComments(thread.comments),
    view,
    standard: standardOfReplies,
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
    ...{ closed, official },
  };
}

/** Edits or deletes a comment, or votes on it without a script. */
export async function changeComment(args: ActionFunctionArgs, place: Place) {
  const id = pageKey(args.params.comment ?? null);
  const { account } = await visitorOf(args);
  const values = typedValues(await args.request.formData());
  const isVote = values.intent === "vote";
  // A vote holds nothing that was typed: who is logged out meanwhile logs in and votes again.
  if (!account && isVote)
    return redirect(`/login?next=${encodeURIComponent(safeNext(values.next ?? null))}`, 303);
  if (!account) return data(refusedForm(values, {}, "form.loggedOut"), { status: 401 });
  if (id === null || (await readLine(place, id, null)).length === 0) throw notFound();
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
    const { outcome } = await voteOnComment(place, id, account.id, vote);
    if (outcome === "not-found") throw notFound();
    if (outcome === "own") throw forbidden();
    return redirect(safeNext(values.next ?? null), 303);
  }
  if (values.intent === "delete") {
    const { outcome } = await deleteComment(id, account.id);
    if (outcome === "not-found") throw notFound();
  } else {
    const parsed = parseForm(CommentForm, values);
    if (!parsed.ok) return data(parsed.state, { status: 400 });
    const { outcome } = await editComment(id, account.id, parsed.value);
    if (outcome === "not-found") throw notFound();
    if (outcome === "not-official")
      return data(refusedForm(values, {}, "answer.notOfficial"), { status: 403 });
  }
  return redirect(`${discussionPath(place)}/${id}#comment-${id}`, 303);
}

const voteStatuses = { voted: 200, "not-found": 404, own: 403 };

/** Votes on a comment for a script that stays on its page; a form posts to the comment itself. */
export async function voteByScript(args: ActionFunctionArgs, place: Place) {
  const { account } = await visitorOf(args);
  if (!account) return Response.json({ outcome: "logged-out" }, { status: 401 });
  const form = await args.request.formData();
  const id = pageKey(args.params.comment ?? null);
  const vote = votes.find((choice) => choice === form.get("vote"));
  if (id === null || !vote) return Response.json({ outcome: "refused" }, { status: 400 });
  const wait = await takeAttempt({ "vote by account": account.id });
  if (wait !== null)
    return Response.json({ outcome: "too-often" }, { status: 429, headers: { "Retry-After": String(wait) } });
  const result = await voteOnComment(place, id, account.id, vote);
  return Response.json(result, { status: voteStatuses[result.outcome] });
}

/** Proxies and browsers give up on a connection that says nothing for a minute. */
const breathEvery = 25_000;

/**
 * What is added to a discussion while somebody reads it, as Server-Sent Events: each a comment's id and what it
 * answers (0: the letter or the provision). A browser that was cut off says by Last-Event-ID where it stood, a page by
 * `after`. With more readers than one process can hold, 204 tells the browser to stay quiet.
 */
export async function tellNews({ request, context }: LoaderFunctionArgs, place: Place) {
  const discussion = await readDiscussion(place);
  if (!discussion) throw new Response(null, { status: 404 });
  const news = context.commentNews;
  if (news.isFull()) return new Response(null, { status: 204 });
  const asked = request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("after");
  const after = pageKey(asked) ?? discussion.lastCommentId;
  const missed = after < discussion.lastCommentId ? await readNews(discussion.id, after) : [];
  let leave: () => void;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const bytes = new TextEncoder();
      const write = (text: string) => controller.enqueue(bytes.encode(text));
      // What was read from the rows may be told by the listener once more.
      const told = new Set<number>();
      const tell = (comment: { id: number; parentId: number }) => {
        if (told.has(comment.id)) return;
        told.add(comment.id);
        write(`id: ${comment.id}\ndata: ${JSON.stringify(comment)}\n\n`);
      };
      write("retry: 5000\n\n");
      missed.forEach(tell);
      const breath = setInterval(() => write(": still here\n\n"), breathEvery);
      const unfollow = news.follow(discussion.id, tell);
      leave = () => {
        clearInterval(breath);
        unfollow();
      };
    },
    cancel: () => leave(),
  });
  return new Response(stream, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store",
      // nginx would keep the events until they fill a buffer.
      "X-Accel-Buffering": "no",
    },
  });
}

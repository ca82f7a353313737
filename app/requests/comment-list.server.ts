import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportedComment } from "#app/discussion/export-comment.ts";
import { listComments } from "#app/discussion/list-comments.server.ts";
import { type Discussion, discussionPath, type Place } from "#app/discussion/place.ts";
import { pageKey } from "./page-key.ts";

/** Answers with a page of all that was said in a discussion, wherever the discussion is. */
export async function commentList(
  { request, context }: LoaderFunctionArgs,
  place: Place,
  discussion: Discussion,
): Promise<Response> {
  context.madeOf.add(`thread:${discussion.id}`).add("accounts");
  const after = pageKey(new URL(request.url).searchParams.get("after")) ?? 0;
  const { comments, next } = await listComments(discussion.id, after);
  const url = context.origin + discussionPath(place);
  return Response.json({
    about: url.replace(/\/discussion$/, ""),
    comments: comments.map((comment) => exportedComment(comment, url)),
    next: next === null ? null : `${url}.json?after=${next}`,
  });
}

import { randomUUID } from "node:crypto";
import type { Comment } from "./comment.ts";
import { commentHtml } from "./comment-html.ts";

/** Comments with their bodies as HTML, and for somebody who may reply a key that makes a double click one reply. */
export function showComments(comments: Comment[], accountId: number | null) {
  return comments.map(({ body, ...comment }) => ({
    ...comment,
    html: comment.deletedAt ? "" : commentHtml(body),
    submissionKey: accountId === null ? "" : randomUUID(),
  }));
}

import type { Comment } from "./comment.ts";
import { commentHtml } from "./comment-html.ts";

/** Comments as pages show them: bodies as HTML, nothing else that the page does not need. */
export function showComments(comments: Comment[]) {
  return comments.map(({ body, mentions, ...comment }) => ({
    ...comment,
    html: comment.deletedAt ? "" : commentHtml(body, mentions),
  }));
}

/** A comment's words as a Markdown quotation, to begin a reply with. */
export function quoteOf(body: string): string {
  return `${body
    .trim()
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n")}\n\n`;
}

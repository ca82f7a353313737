import type { Language } from "#app/languages/language.ts";
import type { Comment } from "./comment.ts";
import { showMarks } from "./hidden-part.ts";
import { commentHtml } from "./comment-html.ts";

/** Comments as pages in a language show them: bodies as HTML, and nothing that the page does not need. */
export function showComments(comments: Comment[], language: Language) {
  return comments.map((comment) => ({
    id: comment.id,
    parentId: comment.parentId,
    author: comment.author,
    authorId: comment.authorId,
    official: comment.official,
    passage: comment.passage,
    officialAnswer: comment.officialAnswer,
    stance: comment.stance,
    html: comment.deletedAt
      ? ""
      : showMarks(commentHtml(comment.body, comment.mentions), comment.partHiddenFor, language),
    replyCount: comment.replyCount,
    descendantCount: comment.descendantCount,
    agreeCount: comment.agreeCount,
    disagreeCount: comment.disagreeCount,
    vote: comment.vote,
    createdAt: comment.createdAt,
    editedAt: comment.editedAt,
    deletedAt: comment.deletedAt,
    hiddenFor: comment.hiddenFor,
    partHiddenFor: comment.partHiddenFor,
    removedFor: comment.removedFor,
    locked: comment.locked,
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

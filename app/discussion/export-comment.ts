import { sayHidden } from "./hidden-part.ts";
import type { ListedComment } from "./list-comments.server.ts";

/**
 * One comment as it is handed on; docs/api.md describes every field.
 * @param discussion the address of its discussion
 */
export function exportedComment(comment: ListedComment, discussion: string) {
  const { id, officialAnswer, quote } = comment;
  return {
    id,
    parent: comment.parentId,
    url: `${discussion}/${id}`,
    author: comment.author ?? "",
    stance: comment.deletedAt ? "" : comment.stance,
    body: sayHidden(comment.body, "en"),
    agree: comment.agree,
    disagree: comment.disagree,
    created_at: comment.createdAt.toISOString(),
    edited_at: comment.editedAt?.toISOString() ?? "",
    deleted: comment.deletedAt !== null,
    official: officialAnswer !== null,
    official_of: officialAnswer ?? "",
    quote: quote?.exact ?? "",
    quote_revision: quote?.revision ?? "",
    hidden: comment.hiddenFor ?? "",
  };
}

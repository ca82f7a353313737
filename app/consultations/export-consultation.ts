import type { Stance } from "#app/discussion/comment.ts";
import { sayHidden } from "#app/discussion/hidden-part.ts";
import { csvCell } from "#app/signatures/export-signatures.ts";

/** A comment of a consultation with all that is public about it. */
export type ConsultedComment = {
  id: number;
  parentId: number | null;
  /** The address of the provision and its number in the newest revision that has it. */
  address: string;
  number: string;
  /** Null when the account or the comment was deleted. */
  author: string | null;
  /** Whom its author speaks for with a proved mandate, though they say it in their own name. */
  organisation: { slug: string; name: string; level: string } | null;
  stance: Stance;
  /** As it was typed, in Markdown; empty when it was deleted. */
  body: string;
  agree: number;
  disagree: number;
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
  /** Why moderation hid its words, which are empty then; null for all others. */
  hiddenFor: string | null;
  /** In whose name it is an official answer: an organisation's, or "" for a person; null for everything else. */
  officialAnswer: string | null;
  /** The passage that it annotates, with the day of the revision it was read in. */
  quote: { exact: string; revision: string } | null;
};

/** One comment as it is handed on, the same in CSV and JSON; docs/api.md describes every field. */
export function exportedComment(comment: ConsultedComment, text: string) {
  const { id, address, organisation, officialAnswer, quote } = comment;
  return {
    id,
    parent: comment.parentId,
    provision: comment.number || address,
    url: `${text}/${encodeURIComponent(address)}/discussion/${id}`,
    author: comment.author ?? "",
    organisation: organisation?.name ?? "",
    level: organisation?.level ?? "",
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

/** The columns of a consultation's CSV, in order. */
export const consultationColumns = [
  ...(["id", "parent", "provision", "url", "author", "organisation", "level", "stance", "body"] as const),
  ...([
    "agree",
    "disagree",
    "created_at",
    "edited_at",
    "deleted",
    "hidden",
    "official",
    "official_of",
  ] as const),
  ...(["quote", "quote_revision", "hidden"] as const),
];

/** One comment as a line of a consultation's CSV, without its end. */
export function consultationLine(comment: ConsultedComment, text: string): string {
  const row = exportedComment(comment, text);
  return consultationColumns
    .map((column) => {
      const value = row[column];
      return csvCell(typeof value === "boolean" ? String(value) : value);
    })
    .join(",");
}

import { exportedComment } from "#app/discussion/export-comment.ts";
import type { ListedComment } from "#app/discussion/list-comments.server.ts";
import { csvCell } from "#app/signatures/export-signatures.ts";

/** A comment of a consultation with all that is public about it. */
export type ConsultedComment = ListedComment & {
  /** The address of the provision and its number in the newest revision that has it. */
  address: string;
  number: string;
  /** Whom its author speaks for with a proved mandate, though they say it in their own name. */
  organisation: { slug: string; name: string; level: string } | null;
};

/** One comment as it is handed on, the same in CSV and JSON; docs/api.md describes every field. */
export function exportedConsulted(comment: ConsultedComment, text: string) {
  const { address, organisation } = comment;
  return {
    ...exportedComment(comment, `${text}/${encodeURIComponent(address)}/discussion`),
    provision: comment.number || address,
    organisation: organisation?.name ?? "",
    level: organisation?.level ?? "",
  };
}

/** The columns of a consultation's CSV, in order. */
export const consultationColumns = [
  ...(["id", "parent", "provision", "url", "author", "organisation", "level", "stance", "body"] as const),
  ...(["agree", "disagree", "created_at", "edited_at", "deleted", "official", "official_of"] as const),
  ...(["quote", "quote_revision", "hidden"] as const),
];

/** One comment as a line of a consultation's CSV, without its end. */
export function consultationLine(comment: ConsultedComment, text: string): string {
  const row = exportedConsulted(comment, text);
  return consultationColumns
    .map((column) => {
      const value = row[column];
      return csvCell(typeof value === "boolean" ? String(value) : value);
    })
    .join(",");
}

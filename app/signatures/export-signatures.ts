import type { PublicSignature } from "./signature.ts";

/** What begins a formula, in full width too (OWASP, CSV injection). */
const formula = "=+\\-@＝＋－＠";
const begins = new RegExp(`^[${formula}\\t\\r\\n]`);
/** The same behind what parts cells for a spreadsheet that reads commas otherwise: in French it is the semicolon. */
const beginsBehind = new RegExp(`([;\\t\\r\\n][ \u00a0\u202f]*)(?=[${formula}])`, "g");

/**
 * A cell of CSV (RFC 4180) that a spreadsheet takes as text: an apostrophe goes before what would be a formula, also within
 * the cell where another one may begin. A list of "- " in a statement has it as well; the JSON has the words as they are.
 */
export function csvCell(value: string | number | null): string {
  const text = String(value ?? "").replace(beginsBehind, "$1'");
  const safe = begins.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * One public signature as it is handed on, the same in CSV and JSON; docs/api.md describes every field. The first ten
 * are part of the contract. An organisation's row names the person who signed for it only if they agreed.
 */
export function exported(signature: PublicSignature) {
  const { kind, name, imported } = signature;
  return {
    name: name ?? "",
    kind,
    role: signature.role,
    organisation: kind === "organisation" ? (name ?? "") : "",
    affiliation: signature.affiliation,
    level: signature.level ?? "",
    version: signature.version,
    country: signature.country,
    signed_at: new Date(signature.signedAt).toISOString(),
    statement: signature.statement,
    number: signature.number,
    origin: imported ? "imported" : "signed",
    represented_by: signature.representedBy,
    distinction: signature.distinction,
    proof: signature.evidence,
    proved_at: signature.provedAt ? new Date(signature.provedAt).toISOString() : "",
  };
}

/** The columns of signatures.csv, in order. */
export const csvColumns = [
  "name",
  "kind",
  "role",
  "organisation",
  "affiliation",
  "level",
  "version",
  "country",
  "signed_at",
  "statement",
  "number",
  "origin",
  "represented_by",
  "distinction",
  "proof",
  "proved_at",
] as const;

/** One signature as a line of signatures.csv, without its end. */
export function csvLine(signature: PublicSignature): string {
  const row = exported(signature);
  return csvColumns.map((column) => csvCell(row[column])).join(",");
}

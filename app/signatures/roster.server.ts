import { sql } from "#db/sql.ts";
import { signerKey } from "./signer-key.ts";
import { searchQuery } from "./search-text.ts";
import type { PublicSignature } from "./signature.ts";

/** What may be seen of a signature: nothing personal when its name is not shown. */
const publicColumns = () => sql`
  id, number, kind, version_number as version, origin = 'import' as imported, signed_at as "signedAt",
  case when name_shown then name end as name, case when name_shown then role else '' end as role,
  case when name_shown then affiliation else '' end as affiliation,
  case when name_shown then statement else '' end as statement,
  case when name_shown then website else '' end as website, case when name_shown then country else '' end as country`;

const pageSize = 100;

/**
 * A page of a letter's signatures in the order they were given.
 * @param page.imported the imported ones, which are listed apart
 * @param page.after the id of the last signature of the page before
 * @param page.search words that begin words of name, role or affiliation
 */
export async function readRoster(
  letterId: number,
  page: { imported: boolean; after: number; search: string },
): Promise<{ signatures: PublicSignature[]; next: number | null }> {
  const query = searchQuery(page.search);
  if (page.search.trim() !== "" && query === null) return { signatures: [], next: null };
  const rows = await sql<PublicSignature[]>`
    select ${publicColumns()} from signatures
    where letter_id = ${letterId} and origin = ${page.imported ? "import" : "form"} and state = 'confirmed' and id > ${page.after}
      ${query === null ? sql`` : sql`and name_shown and to_tsvector('simple', search_text) @@ to_tsquery('simple', ${query})`}
    order by id limit ${pageSize + 1}`;
  const signatures = rows.slice(0, pageSize);
  return { signatures, next: rows.length > pageSize ? (signatures.at(-1)?.id ?? null) : null };
}

/** The signatories most worth showing first: organisations, then who says what they do and where. */
export async function readFirstSignatories(letterId: number, count: number): Promise<PublicSignature[]> {
  return sql<PublicSignature[]>`
    select ${publicColumns()} from signatures
    where letter_id = ${letterId} and state = 'confirmed' and name_shown
    order by standing desc, id limit ${count}`;
}

/** Whether who has this address has signed a letter and confirmed it: who is held must not see a difference. */
export async function hasSigned(letterId: number, email: string): Promise<boolean> {
  const signed = await sql`
    select 1 from signatures
    where letter_id = ${letterId} and signer_key = ${signerKey(email)} and state in ('held', 'confirmed')`;
  return signed.count > 0;
}

/** Every public signature of a letter in batches, so that a million of them never stand in memory at once. */
export async function* everySignature(letterId: number): AsyncGenerator<PublicSignature[]> {
  for (const imported of [false, true]) {
    let after = 0;
    for (;;) {
      const rows = await sql<PublicSignature[]>`
        select ${publicColumns()} from signatures
        where letter_id = ${letterId} and origin = ${imported ? "import" : "form"} and state = 'confirmed' and id > ${after}
        order by id limit 2000`;
      if (rows.length > 0) yield rows;
      const last = rows.at(-1);
      if (!last || rows.length < 2000) break;
      after = last.id;
    }
  }
}

/**
 * A cell of CSV (RFC 4180) that a spreadsheet takes as text: a leading = + - @ tab or return would be a formula,
 * so an apostrophe goes before it (OWASP, CSV injection).
 */
export function csvCell(value: string | number | null): string {
  const text = String(value ?? "");
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The columns of signatures.csv, in order; they are part of the contract. */
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
];

/** One signature as a line of signatures.csv. `level` is empty until organisations prove their mandates. */
export function csvLine(signature: PublicSignature): string {
  const { name, kind, role, affiliation, version, country, signedAt, statement, number, imported } =
    signature;
  const organisation = kind === "organisation" ? name : "";
  const cells = [
    name,
    kind,
    role,
    organisation,
    affiliation,
    "",
    version,
    country,
    signedAt.toISOString(),
    statement,
    number,
    imported ? "imported" : "signed",
  ];
  return cells.map(csvCell).join(",");
}

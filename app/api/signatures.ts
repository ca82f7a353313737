import { csvColumns } from "#app/signatures/export-signatures.ts";
import { letterSlug } from "./letters.ts";
import {
  address,
  asked,
  type Chapter,
  count,
  csv,
  json,
  list,
  moment,
  object,
  oneOf,
  orNull,
  reads,
  ref,
  type Schema,
  text,
} from "./schema.ts";

const columns: Record<(typeof csvColumns)[number], Schema> = {
  name: text("Empty when it is not shown."),
  kind: oneOf(["person", "organisation"]),
  role: text(),
  organisation: text("The name of an organisation that signed; empty for a person."),
  affiliation: text("What a person typed: identification only."),
  level: oneOf(
    ["", "declared", "mailed", "domain", "countersigned", "federated"],
    "What proves an organisation's mandate.",
  ),
  version: count("Which text."),
  country: text("ISO 3166-1, the organisation's; may be empty."),
  signed_at: moment("When it was first signed."),
  statement: text(),
  number: orNull(count("Dense within the letter, never given twice; null when imported.")),
  origin: oneOf(["signed", "imported"]),
  represented_by: text("Who signed for an organisation, if they agreed."),
  distinction: text("Tells two people of one name apart."),
  proof: text("The domain or the issuer behind the level."),
  proved_at: { anyOf: [moment(), { type: "string", const: "" }] },
};

export const spreadsheet = asked(
  "for",
  "`spreadsheet` puts a byte order mark first, which Excel needs.",
  oneOf(["spreadsheet"]),
);

/** Who signed a letter. */
export const signatures: Chapter = {
  paths: {
    "/letters/{slug}/signatures.json": reads(
      "listSignatures",
      "signatures",
      "Every public signature of a letter, streamed",
      json(object({ letter: address(), confirmed: count(), signatures: list(ref("Signature")) })),
      { parameters: [letterSlug], hidden: true },
    ),
    "/letters/{slug}/signatures.csv": reads(
      "listSignaturesAsCsv",
      "signatures",
      "Every public signature of a letter as CSV, streamed",
      csv(
        `A header row, then a line a signature: ${csvColumns.join(", ")}. Columns may be added at the end.`,
      ),
      { parameters: [letterSlug, spreadsheet], hidden: true },
    ),
  },
  schemas: { Signature: object(columns) },
};

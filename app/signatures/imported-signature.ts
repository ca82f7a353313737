import { Email } from "#app/accounts/account.ts";
import { optionalLine, prose } from "#app/letters/letter.ts";
import { columnNotes } from "./column-notes.ts";
import { countryCode } from "./countries.ts";
import type { Refusal, SourceRow } from "./read-signature-files.ts";
import { type Field, fieldOfColumn } from "./signature-columns.ts";
import { signatureLimits } from "./signature.ts";
import { type DateOrder, dateOrder, readDate } from "./signing-dates.ts";

/** A signature taken over from elsewhere: nobody has verified it. `signedAt` is null when its file does not say. */
export type ImportedSignature = {
  kind: "person" | "organisation";
  name: string;
  role: string;
  affiliation: string;
  statement: string;
  website: string;
  country: string;
  signedAt: string | null;
};

type Cells = Map<Field, string>;

const organisations =
  /^(organi[sz]ations?|org|orga|association|company|entreprise|societe|structure|institution)$/;
const persons =
  /^(persons?|personnes?|people|individuals?|individu|particuliers?|person physique|personne physique)$/;
const line = { name: optionalLine(signatureLimits.name), role: optionalLine(signatureLimits.role) };
const affiliation = optionalLine(signatureLimits.affiliation);
const statement = prose(signatureLimits.statement);
const longestWebsite = 500;

/** Thrown inside a row that cannot be taken; its message is the reason. */
class Refused extends Error {}

/**
 * Brings rows to the shape of signatures, keeping what was typed: only white space is tidied. A row is refused
 * when taking it would lose or falsify something; a country or web address that is none is left out with a note.
 */
export function readSignatories(rows: SourceRow[]): {
  signatures: ImportedSignature[];
  refused: Refusal[];
  notes: string[];
} {
  const signatures: ImportedSignature[] = [];
  const refused: Refusal[] = [];
  const notes = new Map<string, { first: string; count: number }>();
  const order = dateOrder(rows.flatMap((row) => textsIn(row, "signedAt")));
  for (const row of rows) {
    const said: string[] = [];
    try {
      signatures.push(readSignatory(row, order, (note) => said.push(note)));
      for (const note of said) {
        const { first, count } = notes.get(note) ?? { first: row.where, count: 0 };
        notes.set(note, { first, count: count + 1 });
      }
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault;
      refused.push({ where: row.where, reason: fault.message });
    }
  }
  const gathered = Array.from(notes, ([note, { first, count }]) => {
    const others = count === 1 ? "" : ` and ${count - 1} more`;
    return `${first}${others}: ${note}`;
  });
  return { signatures, refused, notes: columnNotes(rows).concat(gathered) };
}

function readSignatory(row: SourceRow, order: DateOrder, note: (text: string) => void): ImportedSignature {
  if (row.fault !== undefined) throw new Refused(row.fault);
  const cells = cellsOf(row);
  const typed = nameIn(cells);
  const organisation = fit(
    affiliation,
    cells.get("affiliation"),
    "the organisation",
    signatureLimits.affiliation,
  );
  const role = fit(line.role, cells.get("role"), "the role", signatureLimits.role);
  const kind = kindOf(cells, typed, organisation, note);
  const signed = {
    kind,
    statement: fit(statement, cells.get("statement"), "the statement", signatureLimits.statement),
    website: websiteOf(cells.get("website") ?? "", note),
    country: countryOf(cells.get("country") ?? "", note),
    signedAt: dateOf(cells.get("signedAt") ?? "", order),
  };
  if (kind === "person") return { ...signed, name: nameOf(typed), role, affiliation: organisation };
  // The person named beside an organisation acted for it.
  const actor = organisation && typed !== organisation ? [typed, role].filter(Boolean).join(", ") : role;
  const roleOfActor = fit(line.role, actor, "name and role together", signatureLimits.role);
  return { ...signed, name: nameOf(organisation || typed), role: roleOfActor, affiliation: "" };
}

/** The first text of each field; a later column of the same field only fills in where the first is empty. */
function cellsOf(row: SourceRow): Cells {
  const cells: Cells = new Map();
  for (const [column, value] of row.cells) {
    const field = fieldOfColumn(column);
    if (field === undefined || field === "email" || cells.get(field)) continue;
    const text = textOf(value);
    if (text === null) throw new Refused(`${JSON.stringify(column)} holds no text`);
    // Neither NUL nor half of a surrogate pair can be stored.
    if (/[\0\p{Surrogate}]/u.test(text))
      throw new Refused(`${JSON.stringify(column)} holds a character that is none`);
    cells.set(field, text);
  }
  return cells;
}

/** A value as text; "" for nothing, null for what no text stands for. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value.trim();
  return typeof value === "number" ? String(value) : null;
}

function textsIn(row: SourceRow, field: Field): string[] {
  return row.cells
    .filter(([column]) => fieldOfColumn(column) === field)
    .map(([, value]) => textOf(value) ?? "");
}

function nameIn(cells: Cells): string {
  const get = (field: Field) => tidy(cells.get(field) ?? "");
  if (get("fullName")) return get("fullName");
  // "Nom" is the family name where "Prénom" stands beside it, else the whole name.
  if (cells.has("lastName") && get("name")) return get("name");
  return [get("firstName"), get("lastName") || get("name")].filter(Boolean).join(" ");
}

const tidy = (text: string) => text.normalize("NFC").replace(/\s+/gu, " ").trim();

function nameOf(typed: string): string {
  if (!/[\p{L}\p{N}]/u.test(typed)) throw new Refused("no name");
  if (Email.safeParse(typed).success)
    throw new Refused("the name is an e-mail address, which would be published");
  return fit(line.name, typed, "the name", signatureLimits.name);
}

function kindOf(
  cells: Cells,
  name: string,
  organisation: string,
  note: (text: string) => void,
): "person" | "organisation" {
  const typed = tidy(cells.get("kind") ?? "");
  const plain = typed.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  if (organisations.test(plain)) return "organisation";
  if (typed && !persons.test(plain))
    note(`kind ${JSON.stringify(typed)} is neither person nor organisation; taken as it stands without it`);
  return name === "" && organisation !== "" && !persons.test(plain) ? "organisation" : "person";
}

function websiteOf(typed: string, note: (text: string) => void): string {
  const address = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#].*)?$/u.test(typed) ? `https://${typed}` : typed;
  const web = URL.canParse(address) && /^https?:$/.test(new URL(address).protocol) && !/\s/.test(address);
  if (web && address.length <= longestWebsite) return address;
  if (typed) note(`web address ${JSON.stringify(typed.slice(0, 80))} is none; left out`);
  return "";
}

function countryOf(typed: string, note: (text: string) => void): string {
  const code = countryCode(typed);
  if (typed && code === null) note(`country ${JSON.stringify(typed.slice(0, 80))} is not known; left out`);
  return code ?? "";
}

function dateOf(typed: string, order: DateOrder): string | null {
  if (typed === "") return null;
  const moment = readDate(typed, order);
  if (moment === null)
    throw new Refused(
      `bad date ${JSON.stringify(typed.slice(0, 40))}; right would be for example 2023-05-14`,
    );
  return moment;
}

function fit(field: typeof affiliation, typed: string | undefined, what: string, longest: number): string {
  const parsed = field.safeParse(typed ?? "");
  if (parsed.success) return parsed.data;
  throw new Refused(`${what} has ${(typed ?? "").length} characters; at most ${longest} are possible`);
}

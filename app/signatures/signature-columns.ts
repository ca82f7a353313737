import { searchText } from "./search-text.ts";

export type Field =
  | "fullName"
  | "name"
  | "firstName"
  | "lastName"
  | "role"
  | "affiliation"
  | "website"
  | "statement"
  | "country"
  | "signedAt"
  | "kind"
  | "email";

/** What columns are called in the files people send, in English and French, as `columnKey` writes them. */
const names: Record<Field, string[]> = {
  fullName: [
    ...["fullname", "nameinfull", "completename", "signatory", "signer", "signatoryname", "signedby"],
    ...[
      "nomcomplet",
      "signataire",
      "nometprenom",
      "prenometnom",
      "nomprenom",
      "prenomnom",
      "nomdusignataire",
    ],
  ],
  name: ["name", "nom"],
  firstName: ["firstname", "givenname", "forename", "prenom", "prenoms"],
  lastName: ["lastname", "familyname", "surname", "nomdefamille", "nomfamille"],
  role: [
    ...["role", "title", "jobtitle", "job", "position", "function", "occupation", "profession"],
    ...["fonction", "titre", "poste", "qualite", "metier"],
  ],
  affiliation: [
    ...[
      "organisation",
      "organization",
      "organisationname",
      "organizationname",
      "affiliation",
      "company",
      "employer",
    ],
    ...["institution", "societe", "entreprise", "structure", "employeur", "organisme", "association"],
  ],
  website: [
    "url",
    "website",
    "site",
    "siteweb",
    "web",
    "webpage",
    "homepage",
    "lien",
    "link",
    "siteinternet",
  ],
  statement: ["statement", "comment", "comments", "message", "declaration", "commentaire", "commentaires"],
  country: ["country", "countrycode", "pays", "codepays"],
  signedAt: ["date", "signedat", "signedon", "dateofsignature", "signaturedate", "timestamp"].concat([
    ...["signele", "datedesignature", "datesignature", "horodateur", "horodatage"],
  ]),
  kind: ["kind", "type"],
  email: [
    ...["email", "emails", "mail", "emailaddress", "mailaddress", "contactemail"],
    ...[
      "courriel",
      "adresseelectronique",
      "adresseemail",
      "adressemail",
      "adressecourriel",
      "adressedemessagerie",
    ],
  ],
};

const fieldOf = new Map(
  Object.entries(names).flatMap(([field, keys]) => keys.map((key) => [key, field as Field] as const)),
);

/** A column's name without case, accents, punctuation and what stands in brackets: "Prénom (requis)" is "prenom". */
function columnKey(column: string): string {
  const words = searchText(column.replace(/\([^)]*\)|\[[^\]]*\]/gu, " ").trim() || column).replaceAll(
    " ",
    "",
  );
  return words.replace(/^(your|votre|vos)(?=.)/, "");
}

/** The field that a column of an imported file fills; undefined for a column that Tribune has no use for. */
export function fieldOfColumn(column: string): Field | undefined {
  return fieldOf.get(columnKey(column));
}

/** Whether columns could describe signatories: something in them must say who signed. */
export function nameSomebody(columns: string[]): boolean {
  const naming: (Field | undefined)[] = ["fullName", "name", "firstName", "lastName", "affiliation"];
  return columns.some((column) => naming.includes(fieldOfColumn(column)));
}

/** For messages: what a column of names may be called. */
export const namingColumns =
  "name, full name, first name and last name, nom, nom complet, prénom et nom, signataire";

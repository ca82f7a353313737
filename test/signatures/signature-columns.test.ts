import { describe, expect, test } from "vitest";
import { columnNotes } from "#app/signatures/column-notes.ts";
import { fieldOfColumn, nameSomebody } from "#app/signatures/signature-columns.ts";

describe("a column is known whatever its case, accents, signs and brackets", () => {
  test.each([
    ["Name", "name"],
    ["NOM", "name"],
    ["Full Name", "fullName"],
    ["Nom & prénom", "fullName"],
    ["Nom et prénom", "fullName"],
    ["Votre nom", "name"],
    ["your e-mail", "email"],
    ["Prénom (requis)", "firstName"],
    ["First_Name [required]", "firstName"],
    ["Nom de famille", "lastName"],
    ["Job-Title", "role"],
    ["Qualité", "role"],
    ["ORGANISATION", "affiliation"],
    ["organization name", "affiliation"],
    ["Site Internet :", "website"],
    ["Déclaration", "statement"],
    ["Pays", "country"],
    ["signed_at", "signedAt"],
    ["Horodateur", "signedAt"],
    ["Type", "kind"],
    ["Adresse de messagerie", "email"],
    ["(Pays)", "country"],
    ["Shoe size", undefined],
    ["", undefined],
    ["constructor", undefined],
    ["__proto__", undefined],
  ])("%j", (column, field) => {
    expect(fieldOfColumn(column)).toBe(field);
  });
});

test.each([
  [["role", "country"], false],
  [["email", "date"], false],
  [["organisme"], true],
  [["Prénom"], true],
  [[], false],
])("whether %j name somebody: %s", (columns, naming) => {
  expect(nameSomebody(columns)).toBe(naming);
});

test("what is not used is said once, and which of two columns goes first", () => {
  const row = (...columns: string[]) => ({
    where: "",
    cells: columns.map((column): [string, unknown] => [column, "x"]),
  });
  expect(columnNotes([row("name", "phone", "mail"), row("name", "phone", "fax", " ")])).toEqual([
    'Columns Tribune has no use for: "phone", "fax".',
    'E-mail addresses are not stored: "mail".',
  ]);
  expect(columnNotes([row("role", "title"), row("title")])).toEqual([
    'Used only where "role" is empty: "title".',
  ]);
  expect(columnNotes([row("role"), row("title")])).toEqual([]);
});

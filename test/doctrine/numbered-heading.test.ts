import { describe, expect, test } from "vitest";
import { numberedHeading, plainNumber } from "#app/doctrine/numbered-heading.ts";

describe("a line that names a provision", () => {
  test.each([
    ["Livre Ier : LES ÉCHANGES", "book", "Ier", "LES ÉCHANGES"],
    ["LIVRE II", "book", "II", ""],
    ["Titre II – Du nuage", "title", "II", "Du nuage"],
    ["Chapitre unique : Missions", "chapter", "unique", "Missions"],
    ["Chapitre II bis", "chapter", "II bis", ""],
    ["Section 1", "section", "1", ""],
    ["Sous-section 1 : Règles", "subsection", "1", "Règles"],
    ["Paragraphe 2 : Autres autorités", "paragraph", "2", "Autres autorités"],
    ["Article L100-1", "article", "L100-1", ""],
    ["Article R*552-4", "article", "R*552-4", ""],
    ["Article L. 112-9-1", "article", "L112-9-1", ""],
    ["Art. 5. – Objet", "article", "5", "Objet"],
    ["Article 1er", "article", "1er", ""],
    ["Article 39 bis A", "article", "39 bis A", ""],
    ["Article L100-1 (abrogé)", "article", "L100-1", "(abrogé)"],
    ["Règle 9", "rule", "9", ""],
    ["Règle n° 9 : Des données", "rule", "9", "Des données"],
    ["R9", "rule", "9", ""],
    ["[R12] Chiffrer", null, "", ""],
    ["R9 - Chiffrer", "rule", "9", "Chiffrer"],
    ["Exigence 19.6", "requirement", "19.6", ""],
    ["Annexe", "annex", "", "Annexe"],
    ["Annexe 2 : Modèle", "annex", "2", "Modèle"],
    ["Première partie : Législative", "part", "1", "Législative"],
    ["Partie réglementaire", "part", "réglementaire", ""],
    ["Book I: Exchanges", "book", "I", "Exchanges"],
    ["Chapter 2", "chapter", "2", ""],
    ["Rule 9. Data", "rule", "9", "Data"],
    ["Requirement 19.6", "requirement", "19.6", ""],
    ["Article 5 Objet", null, "", ""],
    ["Article L100-1 du code des relations", null, "", ""],
    ["Section 2 du chapitre Ier du présent titre.", null, "", ""],
    ["section 2", null, "", ""],
    ["Articles 1 à 5", null, "", ""],
    ["Titres et diplômes", null, "", ""],
    ["R. 134-3 à R. 134-30", null, "", ""],
  ])("%s", (line, kind, number, title) => {
    const found = numberedHeading(line, false);
    expect(found ? [found.kind, found.number, found.title] : null).toEqual(kind && [kind, number, title]);
  });

  test("what a file marks as a heading needs no sign before its title", () => {
    expect(numberedHeading("Article 5 Objet", true)).toMatchObject({ number: "5", title: "Objet" });
    expect(numberedHeading("Objet de la loi", true)).toBeNull();
  });

  test("a line made to be slow is not", () => {
    for (const line of [
      `Article ${"1-".repeat(1000)}`,
      `Section ${" ".repeat(2000)}x`,
      `R${"1.".repeat(1000)}`,
    ])
      expect(numberedHeading(line, true)?.kind ?? "").not.toBe("part");
  });
});

test.each([
  [["Ier", "1er", "premier", "première", "1"], "1"],
  [["IV", "iv", "4", "4e"], "4"],
  [["XIX"], "19"],
  [["XL"], "40"],
  [["C", "c"], "c"],
  [["II bis"], "2-bis"],
  [["unique"], "unique"],
  [["L100-1"], "l100-1"],
])("%j are one number", (numbers, plain) => {
  for (const number of numbers) expect(plainNumber(number)).toBe(plain);
});

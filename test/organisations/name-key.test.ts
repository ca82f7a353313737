import { expect, test } from "vitest";
import { nameKey } from "#app/organisations/name-key.ts";

test.each([
  ["L’Écluse, S.A.S.", "l ecluse"],
  ["l'ecluse", "l ecluse"],
  ["Hexanuage SAS", "hexanuage"],
  ["SAS Hexanuage", "hexanuage"],
  ["HEXANUAGE S.A.", "hexanuage"],
  ["Example Systems GmbH & Co. KG", "example systems"],
  ["Example Holdings, Inc.", "example holdings"],
  ["Œuvre Ltd", "oeuvre"],
  ["Société des Ponts (société anonyme)", "societe des ponts"],
  ["Nuage S.p.A.", "nuage"],
  ["SE", "se"],
  ["AS Co", "as"],
])("%s is compared as %s", (name, key) => expect(nameKey(name)).toBe(key));

test.each(["株式会社例", "***", "S.A.S."])("%s, which has no word but its form, still has a key", (name) =>
  expect(nameKey(name)).not.toBe(""),
);
test("a word that merely ends like a form stays", () => {
  expect(nameKey("Atlas")).toBe("atlas");
  expect(nameKey("Pensa")).toBe("pensa");
});

import { expect, test } from "vitest";
import { searchQuery, searchText } from "#app/signatures/search-text.ts";

test("accents, ligatures, case and signs do not matter", () => {
  expect(searchText("Élodie", "L’Hœuvre", "Ångström & Łódź")).toBe("elodie l hoeuvre angstrom lodz");
});

test("a question is a list of beginnings and nothing that PostgreSQL would read as an operator", () => {
  expect(searchQuery("dup & !(x) | 'y':*")).toBe("dup:* & x:* & y:*");
  expect(searchQuery(" &|! ")).toBeNull();
});

import { expect, test } from "vitest";
import { searchQuery, searchText } from "#app/signatures/search-text.ts";

test("accents, ligatures, case and signs do not matter", () => {
  expect(searchText("Élodie", "L’Hœuvre", "Ångström & Łódź")).toBe("elodie l hoeuvre angstrom lodz");
});

test("a question is a list of beginnings and nothing that PostgreSQL would read as an operator", () => {
  expect(searchQuery("dup & !(x) | 'y':*")).toBe("dup:* & x:* & y:*");
  expect(searchQuery(" &|! ")).toBeNull();
});

test.each([
  ["ŒUVRE æther", "oeuvre aether"],
  ["Straße ĲSSEL ﬁn", "strasse ijssel fin"],
  ["Jean-Luc d’Arc, 2e", "jean luc d arc 2e"],
  ["李雷 Ελένη Иван", "李雷 ελενη иван"],
  ["  \n\t ", ""],
  ["e\u0301 é", "e e"],
])("%j is searched as %j", (typed, searched) => {
  expect(searchText(typed)).toBe(searched);
});

test("a question has eight words of 60 signs at most", () => {
  const words = Array.from({ length: 12 }, (_, index) => `${index}`.padEnd(80, "x"));
  const query = searchQuery(words.join(" ")) ?? "";
  expect(query.split(" & ")).toHaveLength(8);
  expect(query.split(" & ").every((word) => word.length === 62)).toBe(true);
});

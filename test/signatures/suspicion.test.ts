import { expect, test } from "vitest";
import { namesakeKey, suspicionOf } from "#app/signatures/suspicion.ts";

const email = "somebody@example.org";

test.each([
  "Jean Dupont",
  "O. O.",
  "Bo Bo",
  "Ng Ng",
  "Zoë",
  "王小明",
  "Élodie Lefèvre-Ó Súilleabháin",
  "J",
  "Anna Hannah",
  "Aaron Aa",
  "María José",
  "3M",
])("%s may be somebody", (name) => {
  expect(suspicionOf({ name, email })).toEqual([]);
});

test.each(["aaa aaa", "AAAAA", "qwerty", "Azerty Uiop", "Mr asdfgh", "12345", "007", "---", "xxxxxxx"])(
  "nobody is called %s",
  (name) => {
    expect(suspicionOf({ name, email })).toEqual(["name-pattern"]);
  },
);

test.each([
  ["a@mailinator.com", true],
  ["a@sub.MAILINATOR.com", true],
  ["a@yopmail.com", true],
  ["a@gmail.com", false],
  ["a@orange.fr", false],
  ["a@proton.me", false],
  ["a@scaleway.com", false],
  ["a@com", false],
])("%s is a throw-away mailbox: %s", (address, thrown) => {
  expect(suspicionOf({ name: "Ada", email: address })).toEqual(thrown ? ["disposable-domain"] : []);
});

test("a name is the same without accents, case, marks and order", () => {
  for (const name of ["Jean DUPONT", "DUPONT, Jean", "jean  dupont", "Jéan-Dupont"])
    expect(namesakeKey(name)).toBe("dupont jean");
  expect(namesakeKey("Jean Dupond")).not.toBe("dupont jean");
});

import { expect, test } from "vitest";
import { OrganisationForm } from "#app/organisations/organisation.ts";
import { parseForm } from "#app/requests/form.ts";

const typed = { name: "Hexanuage", sector: "association", country: "FR" };
const parse = (wish: Record<string, string>) => parseForm(OrganisationForm, { ...typed, ...wish });
const valueOf = (wish: Record<string, string>) => {
  const parsed = parse(wish);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.state.errors));
  return parsed.value;
};
const errorsOf = (wish: Record<string, string>) => {
  const parsed = parse(wish);
  return parsed.ok ? {} : parsed.state.errors;
};

test.each([
  ["example.org", "https://example.org/"],
  ["http://example.org/a?b", "http://example.org/a?b"],
  ["  HTTPS://Example.org ", "https://example.org/"],
  // A host whose letters look like another one's is kept, and shown, as Punycode.
  ["https://exаmple.org", "https://xn--exmple-4nf.org/"],
  ["", ""],
])("the website %s is kept as %s", (website, kept) => expect(valueOf({ website }).website).toBe(kept));

test.each(["javascript:alert(1)", "ftp://example.org", "localhost", "https://user@example.org", "a b.org"])(
  "%s is no website",
  (website) => expect(errorsOf({ website })).toEqual({ website: "organisation.website.wrong" }),
);

test("marks that turn the direction of a name go", () =>
  expect(valueOf({ name: "Hexa\u202Eegaun\u200B Ltd\u2069" }).name).toBe("Hexaegaun Ltd"));

test("what is missing or wrong is told field by field", () => {
  expect(errorsOf({ name: " ", sector: "bank", country: "", registration: "1" })).toEqual({
    name: "organisation.name.missing",
    sector: "form.choice.wrong",
    country: "organisation.country.missing",
  });
  expect(errorsOf({ registration: "732829321" })).toEqual({
    registration: "organisation.registration.wrong",
  });
  expect(errorsOf({ about: "x".repeat(1001) })).toEqual({ about: "form.tooLong" });
});

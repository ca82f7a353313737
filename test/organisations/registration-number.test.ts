import { expect, test } from "vitest";
import { registrationNumber } from "#app/organisations/registration-number.ts";

// Numbers of public bodies and of INSEE's own documentation.
test.each([
  ["a SIREN", "732829320", "732829320"],
  ["a SIREN in groups", "732 829 320", "732829320"],
  ["a SIRET", "73282932000074", "73282932000074"],
  ["a SIRET in groups", "732 829 320 00074", "73282932000074"],
  ["a SIRET of La Poste, whose digits add up to a multiple of five", "356 000 000 49837", "35600000049837"],
  ["nothing", "", ""],
])("in France %s is taken", (_what, typed, kept) => expect(registrationNumber("FR", typed)).toBe(kept));

test.each([
  ["a digit changed", "732829321"],
  ["two digits changed places", "723829320"],
  ["a SIRET with a wrong checksum", "73282932000075"],
  ["too short", "73282932"],
  ["letters", "ABC123456"],
  ["full-width digits", "７３２８２９３２０"],
])("in France %s is refused", (_what, typed) => expect(registrationNumber("FR", typed)).toBeNull());

test("elsewhere it is whatever the country writes", () =>
  expect(registrationNumber("DE", "  HRB  12345 ")).toBe("HRB 12345"));

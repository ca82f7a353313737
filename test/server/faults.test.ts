import { expect, test } from "vitest";
import { Busy, Late } from "#app/server/admission.ts";
import { plainStatusOf } from "#app/server/faults.ts";

const coded = (code: string) => Object.assign(new Error("no"), { code });

test.each([
  ["busy", [new Busy(), new Late(), coded("57014"), coded("40P01"), coded("53300")]],
  [503, [coded("ECONNREFUSED"), coded("53100"), coded("57P01"), coded("25006"), coded("CONNECTION_CLOSED")]],
  [500, [coded("23505"), new Error("no"), "no", null]],
])("%s", (status, faults) => {
  for (const fault of faults) expect(plainStatusOf(fault)).toBe(status);
  expect(plainStatusOf(new AggregateError([coded("ECONNREFUSED")]))).toBe(503);
});

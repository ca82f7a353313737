import { expect, test } from "vitest";
import { readKey, readView } from "#app/discussion/thread-order.ts";

const after = (sort: string, key: string) =>
  readView(new URLSearchParams({ sort, after: key }), "newest").after;

test("a key says where the page before ended, in orders of time by the id alone", () => {
  expect(after("newest", "12")).toEqual({ value: 0, id: 12 });
  expect(after("most-agreed", "0.4381_12")).toEqual({ value: 0.4381, id: 12 });
  expect(after("contested", "5e-7_12")).toEqual({ value: 5e-7, id: 12 });
  expect(after("most-discussed", "7_12")).toEqual({ value: 7, id: 12 });
});

test("a count is whole and no larger than a count can be; what is none begins anew", () => {
  expect(after("most-discussed", "2147483647_1")).toEqual({ value: 2147483647, id: 1 });
  for (const wild of ["2147483648_1", "9999999999_1", "0.5_1", "5e-3_1"]) {
    expect(after("most-discussed", wild), wild).toBeNull();
    expect(readKey(wild, { counted: true }), wild).toBeNull();
    expect(readKey(wild), wild).not.toBeNull();
  }
});

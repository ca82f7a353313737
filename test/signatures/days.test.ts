import { expect, test } from "vitest";
import { periodsOf } from "#app/signatures/days.ts";

test("days without signatures are there, and totals grow", () => {
  expect(
    periodsOf([
      { day: "2026-02-27", count: 3 },
      { day: "2026-03-01", count: 2 },
    ]),
  ).toEqual([
    { day: "2026-02-27", count: 3, total: 3 },
    { day: "2026-02-28", count: 0, total: 3 },
    { day: "2026-03-01", count: 2, total: 5 },
  ]);
});

test("a long time becomes sixty periods at most, and nobody is lost", () => {
  const days = Array.from({ length: 1000 }, (_, index) => ({
    day: new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10),
    count: 1,
  }));
  const periods = periodsOf(days);
  expect(periods.length).toBeLessThanOrEqual(60);
  expect(periods.at(-1)?.total).toBe(1000);
});

test("no day, no period", () => expect(periodsOf([])).toEqual([]));

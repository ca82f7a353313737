import { describe, expect, test } from "vitest";
import { type DateOrder, dateOrder, readDate } from "#app/signatures/signing-dates.ts";

const now = new Date("2026-06-15T12:00:00Z");
const read = (typed: string, order: DateOrder = "day-first") => readDate(typed, order, now);

describe("which number is the day", () => {
  test.each([
    [["3/4/2023", "5/6/2023"], "day-first"],
    [["3/4/2023", "31/12/2022"], "day-first"],
    [["3/4/2023", "12/31/2022"], "month-first"],
    [["31/12/2022", "12/31/2022"], "day-first"],
    [["2023-12-31", "soon", ""], "day-first"],
    [[], "day-first"],
  ] as const)("%j is %s", (dates, order) => {
    expect(dateOrder([...dates])).toBe(order);
  });
});

describe("a date is read", () => {
  test.each([
    ["2023-05-14", "2023-05-14T00:00:00.000Z"],
    ["2023/5/4", "2023-05-04T00:00:00.000Z"],
    ["14.05.2023", "2023-05-14T00:00:00.000Z"],
    ["2024-02-29", "2024-02-29T00:00:00.000Z"],
    ["1900-01-01", "1900-01-01T00:00:00.000Z"],
    ["14/05/2023 8h05", "2023-05-14T08:05:00.000Z"],
    ["14/05/2023, 08:05", "2023-05-14T08:05:00.000Z"],
    ["2023-05-14T22:30:15Z", "2023-05-14T22:30:15.000Z"],
    ["2023-05-14T22:30:15.123456Z", "2023-05-14T22:30:15.000Z"],
    ["2023-05-14T00:30:00+02:00", "2023-05-13T22:30:00.000Z"],
    ["2023-05-14 22:30 -0530", "2023-05-15T04:00:00.000Z"],
    ["2023/05/14 12:05 am UTC", "2023-05-14T00:05:00.000Z"],
    ["2023/05/14 12:05 PM GMT+1", "2023-05-14T11:05:00.000Z"],
  ])("%s", (typed, moment) => {
    expect(read(typed)).toBe(moment);
  });

  test("in the order of its file", () => {
    expect(read("3/4/2023", "day-first")).toBe("2023-04-03T00:00:00.000Z");
    expect(read("3/4/2023", "month-first")).toBe("2023-03-04T00:00:00.000Z");
    expect(read("2023-03-04", "month-first")).toBe("2023-03-04T00:00:00.000Z");
  });
});

describe("what is no date, or could be none of a signature, is refused", () => {
  test.each([
    ...["", "soon", "2023", "2023-13-01", "2023-02-29", "31/04/2023", "0/1/2023", "14/05/23", "1899-12-31"],
    ...["2023-05-14T25:00", "2023-05-14 10:60", "2023-05-14 10:30:61", "2023-05-14 noon", "2023-05-14 1"],
    ...["2026-06-17", "2027-01-01", "x2023-05-14", "2023-05-14-15"],
  ])("%j", (typed) => {
    expect(read(typed)).toBeNull();
  });

  test("today is no day to come, not even where it begins first", () => {
    const late = new Date("2026-06-15T11:00:00Z");
    expect(readDate("2026-06-16", "day-first", late)).toBe("2026-06-16T00:00:00.000Z");
    expect(readDate("2026-06-16", "day-first", new Date("2026-06-15T09:00:00Z"))).toBeNull();
  });
});

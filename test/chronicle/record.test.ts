import { describe, expect, test } from "vitest";
import { DeliveryForm, ReplyForm, UpdateForm } from "#app/chronicle/record.ts";

const key = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
const wrongIn = (result: {
  success: boolean;
  error?: { issues: { path: PropertyKey[]; message: string }[] };
}) => result.error?.issues.map(({ path, message }) => `${String(path[0])}: ${message}`) ?? [];

describe("the form of an update", () => {
  test("takes Markdown as it was typed", () => {
    const body = "- one\n    - two\n\n```\na  b\n```";
    expect(UpdateForm.parse({ key, title: " News \n now ", body: `\n${body}\n\n` })).toEqual({
      ...{ key, body },
      title: "News now",
    });
  });
  test("says what is missing or too long", () => {
    expect(wrongIn(UpdateForm.safeParse({ key, title: " ", body: " \n " }))).toEqual([
      "title: update.title.missing",
      "body: update.body.missing",
    ]);
    const long = UpdateForm.safeParse({ key, title: "x".repeat(161), body: "x".repeat(5001) });
    expect(wrongIn(long)).toEqual(["title: form.tooLong", "body: form.tooLong"]);
    expect(wrongIn(UpdateForm.safeParse({ title: "News", body: "b" }))).toEqual(["key: form.choice.wrong"]);
  });
});

test("a delivery needs an addressee and a day of the calendar", () => {
  expect(wrongIn(DeliveryForm.safeParse({ key, addressee: "", day: "2026-02-30" }))).toEqual([
    "addressee: delivery.addressee.missing",
    "day: record.day.wrong",
  ]);
  expect(wrongIn(DeliveryForm.safeParse({ key, addressee: "Her" }))).toEqual(["day: record.day.wrong"]);
});

describe("the form of a reply", () => {
  const reply = { key, name: "Iris", day: "2026-02-20", body: "Yes." };
  test("needs a text, or an address where it was published, or both", () => {
    expect(ReplyForm.parse(reply)).toMatchObject({ body: "Yes.", address: "", office: "" });
    expect(ReplyForm.parse({ ...reply, body: "", address: "https://example.org/reply" }).body).toBe("");
    expect(wrongIn(ReplyForm.safeParse({ ...reply, body: " " }))).toEqual(["body: reply.body.missing"]);
  });
  test.each([
    ["https://example.org/a b", "https://example.org/a%20b"],
    [" example.org/reply ", "https://example.org/reply"],
    ["http://écluse.example/", "http://xn--cluse-9ra.example/"],
  ])("takes the address %j", (typed, address) => {
    expect(ReplyForm.parse({ ...reply, address: typed }).address).toBe(address);
  });
  test.each([
    "javascript:alert(1)",
    "data:text/html,hello",
    "ftp://example.org/",
    "https://",
    "https://ministry.example@evil.example/",
    "mailto:iris@example.org",
  ])("refuses the address %j", (address) => {
    expect(wrongIn(ReplyForm.safeParse({ ...reply, address }))).toEqual(["address: reply.address.wrong"]);
  });
});

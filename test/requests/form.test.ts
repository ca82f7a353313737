import { expect, test } from "vitest";
import { z } from "zod";
import { safeNext } from "#app/requests/visitor.server.ts";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { pageKey } from "#app/requests/page-key.ts";

test("what was typed is kept, passwords and files are not", () => {
  const form = new FormData();
  form.set("name", "Ada\r\nLovelace\0");
  form.set("password", "secret");
  form.set("currentPassword", "secret");
  form.set("file", new Blob(["x"]));
  const values = typedValues(form);
  expect(values).toEqual({ name: "Ada\nLovelace", password: "secret", currentPassword: "secret" });
  expect(refusedForm(values, {}).values).toEqual({ name: "Ada\nLovelace" });
});

test("each field has one message, the first", () => {
  const schema = z.object({ name: z.string().min(2, "form.name.missing").regex(/x/, "form.tooLong") });
  const parsed = parseForm(schema, { name: "" });
  expect(parsed).toMatchObject({
    ok: false,
    state: { errors: { name: "form.name.missing" }, values: { name: "" } },
  });
});

test.each([
  ["/letters/a?b=c#d", "/letters/a?b=c#d"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["\\\\evil.example", "/"],
  ["https://evil.example", "/"],
  ["javascript:alert(1)", "/"],
  ["/\tevil", "/"],
  ["", "/"],
  [null, "/"],
])("the way on %j leads to %s", (typed, way) => expect(safeNext(typed)).toBe(way));

test.each(["", "-1", "1.5", "1e3", "0x10", "٣", "99999999999999999999", "abc", null])(
  "%j is no key of a page",
  (value) => {
    expect(pageKey(value)).toBeNull();
  },
);
test("a key of a page is a whole number", () => expect(pageKey("42")).toBe(42));

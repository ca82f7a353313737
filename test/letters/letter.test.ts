import { describe, expect, test } from "vitest";
import { documentSchema } from "#app/letters/document.ts";
import { readLetterInput } from "#app/letters/letter-input.server.ts";
import { LetterFields } from "#app/letters/letter.ts";
import { paragraph } from "../made-up.ts";

const read = (fields: Record<string, string>) => LetterFields.safeParse({ title: "T", ...fields });
const fieldsOf = (fields: Record<string, string>) => LetterFields.parse({ title: "T", ...fields });
const wrong = (fields: Record<string, string>): Record<string, string> => {
  const result = read(fields);
  return result.success
    ? {}
    : Object.fromEntries(result.error.issues.map(({ path, message }) => [String(path[0]), message]));
};

describe("the fields of a letter", () => {
  test("may all be left empty but the title", () => {
    expect(fieldsOf({})).toEqual({
      ...{ title: "T", summary: "", addressees: [], authorKind: "person", authorName: "", closesOn: null },
    });
    expect(wrong({ title: " \n " })).toEqual({ title: "letter.title.missing" });
  });

  test("have their white space set in order, and accents put together", () => {
    const fields = fieldsOf({
      ...{ title: " E\u0301te\u0301\n de   la\tLoi ", authorName: "  Ada \n B " },
      ...{ summary: " One \t two \r\n\n\n\n\nthree  ", addressees: "\n  The   minister \n\n\n The senate\n" },
    });
    expect(fields).toMatchObject({
      title: "Été de la Loi",
      authorName: "Ada B",
      summary: "One two\n\nthree",
    });
    expect(fields.addressees).toEqual(["The minister", "The senate"]);
  });

  test("are as long as they may be and no longer", () => {
    const longest = { title: "x".repeat(200), summary: "y".repeat(500), authorName: "z".repeat(160) };
    const addressees = Array.from({ length: 20 }, () => "a".repeat(200)).join("\n");
    expect(wrong({ ...longest, addressees })).toEqual({});
    const longer = { title: "x".repeat(201), summary: "y".repeat(501), authorName: "z".repeat(161) };
    const tooLong = "form.tooLong";
    expect(wrong({ ...longer, addressees: "a".repeat(201) })).toEqual({
      ...{ title: tooLong, summary: tooLong, authorName: tooLong, addressees: tooLong },
    });
    expect(wrong({ addressees: `${addressees}\none more` })).toEqual({
      addressees: "letter.addressees.many",
    });
  });

  test.each([
    ["2031-02-28", true],
    ["2028-02-29", true],
    ["2031-02-29", false],
    ["2031-13-01", false],
    ["28/02/2031", false],
    ["2031-2-8", false],
    ["soon", false],
    ["+002031-02-28", false],
  ])("a last day %s: %s", (closesOn, possible) => {
    expect(wrong({ closesOn })).toEqual(possible ? {} : { closesOn: "letter.closesOn.wrong" });
  });

  test("offer the choices there are and no others", () => {
    expect(wrong({ authorKind: "robot", language: "de" })).toEqual({
      ...{ authorKind: "form.choice.wrong", language: "form.choice.wrong" },
    });
  });
});

describe("what the form of a draft sends", () => {
  const input = (values: Record<string, string>) => readLetterInput({ title: "T", ...values });

  test("is read from Markdown, or from the editor's JSON, which goes first", () => {
    expect(input({ text: "Typed." })).toMatchObject({ ok: true, document: paragraph("Typed.") });
    const document = JSON.stringify(paragraph("Edited."));
    expect(input({ text: "Typed.", document })).toMatchObject({ ok: true, document: paragraph("Edited.") });
  });

  test.each([
    ["no JSON", "{", "draft.text.unknown"],
    ["no letter", '{"type":"doc","content":[{"type":"script"}]}', "draft.text.unknown"],
    ["a hostile depth", "[".repeat(3000) + "]".repeat(3000), "draft.text.unknown"],
    ["too much", JSON.stringify(paragraph("x".repeat(600_001))), "draft.text.tooLong"],
  ])("with %s is refused, and what was typed is kept", (_what, document, phrase) => {
    const result = input({ document, summary: "Kept" });
    if (result.ok) throw new Error("it was taken");
    expect(result.state.errors).toEqual({ text: phrase });
    expect(result.state.values).toMatchObject({ title: "T", summary: "Kept" });
  });

  test("with faults in text and fields names each at its field", () => {
    const result = input({ title: "", closesOn: "soon", document: "{" });
    if (result.ok) throw new Error("it was taken");
    expect(Object.keys(result.state.errors).toSorted()).toEqual(["closesOn", "text", "title"]);
  });

  test("with a picture from elsewhere in Markdown keeps its words; in JSON it is refused", () => {
    expect(input({ text: "![a cat](https://a.b/c.png)" })).toMatchObject({
      ok: true,
      document: paragraph("a cat"),
    });
    const image = documentSchema.node("image", { src: "https://a.b/c.png", alt: "a cat" });
    const result = input({ document: JSON.stringify({ type: "doc", content: [image.toJSON()] }) });
    expect(result).toMatchObject({ ok: false, state: { errors: { text: "draft.text.badImage" } } });
  });

  test("with more Markdown than a letter may have is refused before it is read", () => {
    const result = input({ text: "*".repeat(600_001) });
    expect(result).toMatchObject({ ok: false, state: { errors: { text: "draft.text.tooLong" } } });
  });
});

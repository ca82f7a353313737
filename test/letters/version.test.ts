import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { canonicalText, hashSigned, hashText, signedOf } from "#app/letters/version.ts";
import { paragraph } from "../made-up.ts";

test("the hash is the SHA-256 of the RFC 8785 form, written out by hand", async () => {
  const signed = {
    title: 'Été "2026"\n€\u2028',
    translations: [],
    language: "fr" as const,
    document: {
      type: "doc",
      content: [{ type: "heading", attrs: { level: 2, b: 1.0, a: null, É: 1e21 }, content: [] }],
    },
  };
  const canonical =
    '{"document":{"content":[{"attrs":{"a":null,"b":1,"level":2,"É":1e+21},"content":[],"type":"heading"}],"type":"doc"},' +
    '"language":"fr","title":"Été \\"2026\\"\\n€\u2028","translations":[]}';
  expect(canonicalText(signed)).toBe(canonical);
  expect(await hashSigned(signed)).toBe(createHash("sha256").update(canonical, "utf8").digest("hex"));
});

test("one changed sign is another hash", async () => {
  const one = { title: "T", language: "en" as const, document: paragraph("must"), translations: [] };
  const other = { ...one, document: paragraph("may") };
  expect(await hashSigned(one)).not.toBe(await hashSigned(other));
});

test("keys are ordered by UTF-16 units at every depth, signs are escaped and numbers written as RFC 8785 says", async () => {
  const attrs = {
    "\u20ac": 1,
    "\r": 2,
    "\ufb33": 3,
    "1": 4,
    "\u{1f600}": 5,
    "\u0080": 6,
    "\u00f6": 7,
    numbers: [Number("333333333.33333329"), 4.5, 2e-3, 1e-27, 0, -0, 1e20, 9007199254740991],
    signs: "\u20ac$\u000f\nA'\u0042\"\\\u0008/\u007f",
  };
  const canonicalAttrs =
    '{"\\r":2,"1":4,"numbers":[333333333.3333333,4.5,0.002,1e-27,0,0,100000000000000000000,9007199254740991],' +
    '"signs":"\u20ac$\\u000f\\nA\'B\\"\\\\\\b/\u007f","\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}';
  const signed = {
    translations: [{ title: "T", document: { type: "doc" }, language: "en" as const }],
    title: "",
    document: { type: "doc", attrs },
    language: "fr" as const,
  };
  const canonical =
    `{"document":{"attrs":${canonicalAttrs},"type":"doc"},"language":"fr","title":"",` +
    '"translations":[{"document":{"type":"doc"},"language":"en","title":"T"}]}';
  expect(canonicalText(signed)).toBe(canonical);
  expect(await hashSigned(signed)).toBe(createHash("sha256").update(canonical, "utf8").digest("hex"));
});

test("accents that were put together otherwise are another text; the order of keys is not", async () => {
  const signed = (title: string) => ({
    title,
    language: "fr" as const,
    document: paragraph("x"),
    translations: [],
  });
  expect(await hashSigned(signed("\u00e9"))).not.toBe(await hashSigned(signed("e\u0301")));
  const { title, language, document, translations } = signed("A");
  expect(await hashSigned({ translations, document, language, title })).toBe(await hashSigned(signed("A")));
});

test("the same texts are the same value, in whatever order their translations come, and with nothing beside them", async () => {
  const text = (language: "en" | "fr", title: string) => ({ language, title, document: { type: "doc" } });
  const [original, first, second] = [text("en", "Original"), text("en", "A"), text("fr", "B")];
  const signed = signedOf({ ...original, revision: 7 } as typeof original, [second, first]);
  expect(signed).toEqual({ ...original, translations: [first, second] });
  expect(await hashSigned(signedOf(original, [first, second]))).toBe(await hashSigned(signed));
  expect(await hashText({ ...original, revision: 7 } as typeof original)).toBe(
    createHash("sha256")
      .update('{"document":{"type":"doc"},"language":"en","title":"Original"}')
      .digest("hex"),
  );
});

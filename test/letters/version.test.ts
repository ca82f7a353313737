import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { canonicalText, hashSigned } from "#app/letters/version.ts";
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

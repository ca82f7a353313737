import { describe, expect, test } from "vitest";
import { importText } from "#app/doctrine/import-text.server.ts";
import { readMarkdown } from "#app/doctrine/read-markdown.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { noCodes, readCode } from "./texts.ts";

useDatabase();

/** A revision of a small text, from Markdown. */
function revision(slug: string, dated: string, markdown: string, more = {}) {
  const { provisions } = readMarkdown(markdown);
  const rest = { title: "A text", language: "en" as const, source: "", accountId: null };
  return importText({ slug, dated, ...rest, provisions, ...more });
}

describe.skipIf(noCodes)("the code on relations with the public", () => {
  const slug = "crpa";
  const importCode = (which: 0 | 1, dated: string) => {
    const { text } = readCode(which);
    const { title = "", language, source = "", provisions } = text;
    return importText({ slug, dated, title, language, source, provisions, accountId: null });
  };

  test("both states are revisions of one text", async () => {
    const first = await importCode(0, "2023-05-14");
    expect(first).toMatchObject({ outcome: "imported", counts: { new: 696, kept: 0 } });
    const second = await importCode(1, "2026-04-03");
    expect(second).toMatchObject({
      outcome: "imported",
      counts: { kept: 692, changed: 4, moved: 0, new: 4, repealed: 0 },
    });
    expect(await sql`select 1 from revisions`).toHaveLength(2);
  });
});

test("a small text", async () => {
  const markdown = "# A\n\n## Rule 1\n\nOne.";
  expect(await revision("small", "2024-01-01", markdown)).toMatchObject({ outcome: "imported" });
});

import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { type DocumentNode, imagesIn, plainText } from "#app/letters/document.ts";
import { createDraft, deleteDraft, readDraft } from "#app/letters/draft-letter.server.ts";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { storeImage } from "#app/letters/store-image.server.ts";
import { importDraft, readDraftImport } from "#app/paper/import-draft.server.ts";
import { publishPaper, readSignatories } from "#app/paper/publish-paper.server.ts";
import { type DraftFormat, writeDraft } from "#app/paper/write-draft.server.ts";
import { importSignatures } from "#app/signatures/import-signatures.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { letterFields, makeAccount, makeDraft, makeLetter, origin, revise, sign } from "../made-up.ts";

useDatabase();
let author: Account;
let other: Account;
beforeAll(async () => {
  author = await makeAccount({ name: "Nora Writer" });
  other = await makeAccount();
});

const nothing = { title: "", language: undefined };
const bring = async (name: string, content: string | Uint8Array, given = nothing) => {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const result = await importDraft(author, { name, bytes }, given, origin);
  if (result.outcome !== "imported") throw new Error(result.reason);
  const draft = await readDraft(result.slug, author.id);
  if (!draft) throw new Error("there is no draft");
  return draft;
};
const take = async (slug: string, format: DraftFormat) => {
  const made = await writeDraft(slug, author.id, format, origin);
  if (made.outcome !== "made") throw new Error(made.outcome);
  return made.bytes;
};

describe("a draft from a file", () => {
  test("has its title, its text and what surrounds it, and belongs to whoever brought it", async () => {
    const draft = await bring(
      "letter.md",
      "---\nauthor: The Guild\nauthor_kind: organisation\naddressees: [The minister]\n---\n# Read us\n\nNous demandons des règles que l'on puisse lire et comprendre.\n",
    );
    expect(draft).toMatchObject({
      ...{ title: "Read us", authorName: "The Guild", authorKind: "organisation" },
      ...{ addressees: ["The minister"], language: "fr" },
    });
    expect(plainText(draft.document)).toMatch(/^Nous demandons/);
    expect(await readDraft(draft.slug, other.id)).toBeNull();
  });

  test("takes title and language that were typed, else the file's name and its writer's", async () => {
    const typed = await bring("a.md", "# File\n\nWords.", { title: "Typed", language: "fr" as never });
    expect(typed).toMatchObject({ title: "Typed", language: "fr" });
    const bare = await bring("our_open-letter.md", "Only words, no heading.");
    expect(bare).toMatchObject({ title: "our open letter", authorName: "Nora Writer" });
    expect((await bring("a.html", `<h1>${"x".repeat(500)}</h1><p>w</p>`)).title).toHaveLength(200);
  });

  test("keeps what was lost for its account alone, as long as the draft is there", async () => {
    const { slug } = await bring("a.html", "<h1>T</h1><p>H<sub>2</sub>O</p><iframe>f</iframe>");
    expect(await readDraftImport(slug, author.id)).toEqual({
      ...{ title: "T", fileName: "a.html" },
      losses: [
        { what: "look", count: 1, words: "<sub>" },
        { what: "element", count: 1, words: "<iframe> f" },
      ],
    });
    expect(await readDraftImport(slug, other.id)).toBeNull();
    expect(await readDraftImport(await makeDraft(author), author.id)).toBeNull();
    await deleteDraft(slug, author.id);
    expect(
      (await sql`select 1 from draft_imports where file_name = 'a.html' and losses @> '[{"what":"element"}]'`)
        .count,
    ).toBe(0);
  });

  test("stores the pictures that are in it; one that is none is told", async () => {
    const png = await sharp({ create: { width: 4, height: 4, channels: 3, background: "#abcdef" } })
      .png()
      .toBuffer();
    const address = (bytes: Uint8Array) => `data:image/png;base64,${Buffer.from(bytes).toString("base64")}`;
    const { document, slug } = await bring(
      "a.html",
      `<h1>T</h1><p>w</p><img alt="A square" src="${address(png)}"><img alt="None" src="${address(Buffer.from("no picture"))}">`,
    );
    expect(imagesIn(document)).toHaveLength(1);
    expect((await readDraftImport(slug, author.id))?.losses).toEqual([
      { what: "pictures", count: 1, words: "" },
    ]);
  });

  test("of a file that cannot be read there is none", async () => {
    const before = await sql`select 1 from letters`;
    const file = { name: "a.docx", bytes: new TextEncoder().encode("no zip") };
    expect(await importDraft(author, file, nothing, origin)).toEqual({
      outcome: "unreadable",
      reason: "wrong-format",
    });
    expect((await sql`select 1 from letters`).count).toBe(before.count);
  });
});

describe("a draft as a file", () => {
  test(
    "with a picture comes back with the same one, from HTML and Markdown; Word brings a copy",
    { timeout: 60_000 },
    async () => {
      const png = await sharp({ create: { width: 30, height: 20, channels: 3, background: "#345678" } })
        .png()
        .toBuffer();
      const stored = await storeImage(author.id, png);
      const src = stored.outcome === "stored" ? stored.src : "";
      const document: DocumentNode = {
        type: "doc",
        content: [
          { type: "paragraph", content: [{ type: "text", text: "Look:" }] },
          { type: "image", attrs: { src, alt: "A blue field" } },
        ],
      };
      const slug = await createDraft(author.id, "en", letterFields({ title: "Pictured" }), document);
      for (const format of ["md", "html"] as const)
        expect((await bring(`a.${format}`, await take(slug, format))).document, format).toEqual(document);
      const word = await bring("a.docx", await take(slug, "docx"));
      expect(word.document.content?.[1]).toMatchObject({ type: "image", attrs: { alt: "A blue field" } });
      expect(imagesIn(word.document)).toHaveLength(1);
      const pdf = Buffer.from(await take(slug, "pdf"));
      expect(pdf.subarray(0, 8).toString()).toBe("%PDF-1.7");
      expect(pdf.includes("/Figure")).toBe(true);
    },
  );

  test("is for its account alone", async () => {
    const slug = await makeDraft(author);
    for (const format of ["md", "html", "docx", "pdf"] as const) {
      expect(await writeDraft(slug, other.id, format, origin)).toEqual({ outcome: "not-found" });
      expect(await writeDraft("never-was", author.id, format, origin)).toEqual({ outcome: "not-found" });
    }
    const letter = await makeLetter(author);
    expect(await writeDraft(letter.slug, author.id, "pdf", origin)).toEqual({ outcome: "not-found" });
  });
});

describe("who signed, for paper", () => {
  test("are those confirmed who show their names; others are counted, and reading ends where the paper does", async () => {
    const { slug } = await makeLetter(author);
    for (const name of ["One", "Two", "Three"]) await sign(slug, `${name}@example.org`, { name });
    await sign(slug, "hidden@example.org", { name: "Hidden", showName: undefined as never });
    await sign(slug, "pending@example.org", { name: "Pending" }, false);
    await revise(author, slug);
    await sign(slug, "four@example.org", { name: "Four" });
    const person = {
      kind: "person" as const,
      role: "",
      affiliation: "",
      statement: "",
      website: "",
      country: "",
    };
    await importSignatures(slug, [{ ...person, name: "Elsewhere", signedAt: null }]);
    const letter = await readLetter(slug);
    if (!letter) throw new Error("there is no letter");
    const all = await readSignatories(letter);
    expect(all.listed.map(({ name }) => name)).toEqual(["One", "Two", "Three", "Four", "Elsewhere"]);
    expect(all).toMatchObject({ confirmed: 5, imported: 1, onThisVersion: 1, unnamed: 1, cut: false });
    const some = await readSignatories(letter, 2);
    expect(some.listed.map(({ name }) => name)).toEqual(["One", "Two"]);
    expect(some.cut).toBe(true);
  });

  test("a paper that is being made is made once for all who ask", { timeout: 60_000 }, async () => {
    const { slug } = await makeLetter(author);
    const letter = await readLetter(slug);
    if (!letter) throw new Error("there is no letter");
    const asked = Array.from({ length: 10 }, () => publishPaper(letter, origin));
    const made = await Promise.all(asked);
    expect(new Set(made).size).toBe(1);
    expect(made[0]?.outcome).toBe("made");
  });
});

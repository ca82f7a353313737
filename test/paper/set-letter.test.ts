import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { markdownToDocument } from "#app/letters/markdown.ts";
import type { LetterPaper } from "#app/paper/letter-paper.ts";
import { setLetter } from "#app/paper/set-letter.ts";
import { everything, published, signatory } from "./letters.ts";
import { openPdf } from "./pdf-words.ts";

const set = async (letter: LetterPaper) => openPdf(await setLetter(letter, false));
const flat = (pages: string[]) => pages.join("\n").replace(/\s+/g, " ");
const passage = {
  ...{
    title: "The code",
    language: "fr" as const,
    slug: "9",
    passage: "Le présent code régit.",
    state: "changed" as const,
  },
};

describe("a letter on paper", () => {
  test("has its head, its text, its seal, its notes and who signed, in that order", async () => {
    const document = markdownToDocument(everything);
    const { pages } = await set(published([signatory(1)], { document, passages: [passage] }));
    const words = flat(pages);
    const order = [
      "Open letter · 24 November 2026",
      "Rules & <reasons>",
      "The Guild",
      "The minister",
      "The director",
      "In short.",
      "second level",
      "x = 1",
      "The end a_b",
      "Version 2, frozen on",
      "Notes",
      "article 9, The code, as of 14 May 2023 (changed since).",
      "« Le présent code régit. »",
      "Signatories",
      "1 signature, confirmed by mail.",
      "Ada Signer 1",
    ];
    const places = order.map((expected) => words.indexOf(expected));
    expect(places.map((place, index) => (place < 0 ? order[index] : ""))).toEqual(order.map(() => ""));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("is tagged: every part of the schema has its element, in a language, with a title", async () => {
    const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#123456" } })
      .jpeg()
      .toBuffer();
    const source = `/images/${"a".repeat(64)}`;
    const document = markdownToDocument(`${everything}\n\n![What it shows (so)](${source})\n`);
    const pictures = new Map([[source, { bytes, type: "jpg" as const, width: 300, height: 200 }]]);
    const pdf = await set(published([signatory(1)], { document, pictures, language: "fr" }));
    for (const tag of ["H1", "H2", "H3", "H4", "P", "L", "LI", "Lbl", "LBody", "BlockQuote", "Code"])
      expect(pdf.tags, tag).toContain(tag);
    for (const tag of ["Table", "TR", "TH", "TD", "Link", "Note", "Figure"])
      expect(pdf.tags, tag).toContain(tag);
    expect(pdf.source).toContain("/Marked true");
    expect(pdf.source).toContain("/Lang (fr-FR)");
    expect(pdf.source).toContain("/DisplayDocTitle true");
    expect(pdf.source).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(pdf.source).toContain("/Alt (What it shows \\(so\\))");
    expect(pdf.source).toMatch(/\/Scope \/Column/);
    // Whatever is drawn is either tagged or decoration.
    for (const [, content] of pdf.source.matchAll(/stream\n(1 0 0 -1 0 841[\s\S]*?)\nendstream/g)) {
      let open = 0;
      for (const [sign] of (content ?? "").matchAll(/\b(?:BDC|BMC|EMC|TJ|re|Do)\b/g)) {
        if (/B[DM]C/.test(sign)) open++;
        else if (sign === "EMC") open--;
        else expect(open, sign).toBe(1);
      }
      expect(open).toBe(0);
    }
  });

  test("says at the foot of each page which page, which version and where it stands", async () => {
    const document = markdownToDocument("A line of words that goes on.\n\n".repeat(120));
    const { pages } = await set(published([], { document }));
    expect(pages.length).toBeGreaterThan(3);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(page).toContain(`Version 2, SHA-256 ${"0f".repeat(32)}`);
      expect(page).toContain("https://tribune.example/letters/rules");
    }
  });

  test("names letters of other alphabets, and what no font has does not stop it", async () => {
    const names = ["Łódź Dvořák", "Ελένη", "Москва", "Việt", "漢字", "a\u202fb\u200bc\u0007d"];
    const { pages } = await set(published(names.map((name, index) => signatory(index + 1, { name }))));
    // Each font draws its own signs.
    const words = pages.join("").replaceAll("\n", "");
    for (const name of names.slice(0, 4)) expect(words).toContain(name);
    expect(words).toMatch(/a\sbc d/);
  });

  test("sets French as French is set, and a draft as a draft", async () => {
    const document = markdownToDocument("Que voulons-nous ? « Des règles » : rien d’autre.");
    const {
      kind: _kind,
      signatories: _none,
      version: _version,
      ...letter
    } = published([], {
      ...{ document, language: "fr" },
    }) as Extract<LetterPaper, { kind: "published" }>;
    const { pages } = await set({ ...letter, kind: "draft" });
    // The narrow space, which no font has, is a smaller one of its own.
    expect(pages.join("")).toMatch(/voulons-nous\n\s\n\? «\sDes règles\s»\s: rien/);
    expect(flat(pages)).toContain("Brouillon, non publié");
    expect(flat(pages)).toContain("Brouillon du 24 novembre 2026");
    expect(flat(pages)).not.toContain("Signataires");
    expect(flat(pages)).not.toContain("SHA-256");
  });
});

describe("who signed", () => {
  test("nobody is said so", async () => {
    expect(flat((await set(published([]))).pages)).toContain("Nobody has signed this letter yet.");
  });

  test("organisations with a proved mandate come first, with their level; a declared one is no organisation", async () => {
    const proved = { kind: "organisation" as const, level: "domain" as const, evidence: "guild.example" };
    const listed = [
      signatory(7, {
        ...proved,
        name: "Guild SAS",
        representedBy: "Eve Speaker",
        provedAt: new Date("2026-11-01"),
      }),
      signatory(3, { kind: "organisation", level: "declared", name: "Claimed Ltd" }),
      signatory(4, {
        name: "Bo Person",
        distinction: "Lyon",
        role: "mason",
        affiliation: "Stone & Co",
        version: 1,
      }),
    ];
    const paper = published(listed);
    if (paper.kind === "published") paper.signatories.onThisVersion = 2;
    const words = flat((await set(paper)).pages);
    expect(words).toMatch(/Organisations.*Guild SAS.*People.*Claimed Ltd.*Bo Person \(Lyon\)/);
    expect(words).toContain("Domain proved: controls guild.example, on 1 November 2026");
    expect(words).toContain("mason, Stone & Co");
    expect(words).toContain("signed version 1");
    expect(words).toContain("2 of them are on this text, version 2; the others are on an earlier one.");
  });

  test("a list that is cut says where the rest is; those without a name are counted", async () => {
    const cut = published([signatory(1)]);
    if (cut.kind === "published")
      Object.assign(cut.signatories, { cut: true, confirmed: 100_000, unnamed: 5 });
    expect(flat((await set(cut)).pages)).toContain(
      "The first 1 names are listed here. The rest stands at https://tribune.example/letters/rules/signatures.csv.",
    );
    const unnamed = published([signatory(1)]);
    if (unnamed.kind === "published") Object.assign(unnamed.signatories, { confirmed: 4, unnamed: 3 });
    expect(flat((await set(unnamed)).pages)).toContain("3 do not show their names.");
  });

  test("a thousand names stand on pages of two columns, each once and in order", async () => {
    const { pages } = await set(published(Array.from({ length: 1000 }, (_, index) => signatory(index + 1))));
    const numbers = [...pages.join("\n").matchAll(/Ada Signer (\d+)/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: 1000 }, (_, index) => index + 1));
    expect(pages.length).toBeLessThan(20);
  });
});

test("what cannot be broken or does not fit is set all the same", async () => {
  const long = "x".repeat(3000);
  const rows = Array.from({ length: 80 }, (_, row) => `| ${row} | ${"word ".repeat(40)} |`).join("\n");
  const high = `| a | b |\n| --- | --- |\n| ${"many words ".repeat(900)} | short |`;
  const { pages } = await set(
    published([], {
      document: markdownToDocument(`${long}\n\n| n | w |\n| --- | --- |\n${rows}\n\n${high}`),
    }),
  );
  expect(pages.join("").match(/x/g)?.length).toBeGreaterThanOrEqual(3000);
  expect(pages.join("\n").match(/many/g)).toHaveLength(900);
});

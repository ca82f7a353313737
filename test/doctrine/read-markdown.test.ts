import { describe, expect, test } from "vitest";
import { eachProvision, type ParsedText } from "#app/doctrine/parsed-provision.ts";
import { readMarkdown } from "#app/doctrine/read-markdown.ts";
import { readTextFile } from "#app/doctrine/read-text-file.server.ts";
import { describeCode, readCode } from "./texts.ts";

/** "  article 1 (Title)" for each provision. */
const outline = ({ provisions }: ParsedText) =>
  [...eachProvision(provisions)].map(({ provision: { kind, number, title }, depth }) =>
    [`${"  ".repeat(depth)}${kind}`, number, title && `(${title})`].filter(Boolean).join(" "),
  );
const lines = (...all: string[]) => readMarkdown(all.join("\n"));

describeCode("the code on relations with the public", () => {
  test("both states give the same tree, however their headings are written", () => {
    const [plain, marked] = [readCode(0).text, readCode(1).text];
    const count = (text: ParsedText, kind: string) =>
      [...eachProvision(text.provisions)].filter(({ provision }) => provision.kind === kind).length;
    expect([count(plain, "article"), count(marked, "article")]).toEqual([481, 484]);
    for (const kind of ["book", "title", "section", "subsection", "paragraph"])
      expect(count(plain, kind), kind).toBe(count(marked, kind));
    const added = new Set([
      "    chapter V (Lutte contre la fraude)",
      ...[1, 2, 3].map((n) => `      article L115-${n}`),
    ]);
    expect(outline(marked).filter((line) => !added.has(line))).toEqual(outline(plain));
    expect(outline(marked).filter((line) => added.has(line))).toHaveLength(4);
    expect(plain).toMatchObject({ language: "fr", dated: "2023-05-14", source: /legifrance/ });
  });

  test("nothing of the text is lost, and only cells of tables are doubtful", () => {
    for (const which of [0, 1] as const) {
      const { file, text } = readCode(which);
      const squeezed = (words: string) => words.normalize("NFC").replace(/[\s#]+/gu, "");
      const written = [...eachProvision(text.provisions)].map(({ provision }) => provision);
      const body = squeezed(file.slice(file.indexOf("Dispositions préliminaires")));
      for (const { text: words } of written)
        for (const line of words.split("\n")) expect(body).toContain(squeezed(line));
      const total = written.reduce((sum, { title, text: words }) => sum + squeezed(title + words).length, 0);
      // What is not title or text is the word and number of each heading ("Article L100-1", "Livre Ier :").
      expect(total / body.length).toBeGreaterThan(0.95);
      expect(text.problems.every(({ what }) => what === "taken-as-text")).toBe(true);
      expect(text.problems.map(({ words }) => words.toLowerCase().replace(/ [ivx]+(er)?$/, ""))).toEqual(
        which === 0 ? Array(6).fill("titre") : [],
      );
    }
  });

  test("lines are those of the file", () => {
    const { file, text } = readCode(0);
    const all = file.split("\n");
    for (const { provision } of eachProvision(text.provisions))
      expect(all[provision.line - 1]).toContain(provision.title || provision.number.replace(/^Ier$/, ""));
  });
});

describe("headings in plain lines", () => {
  test("nest by their words; articles before the first chapter stand under their title", () => {
    const text = lines(
      "Livre Ier : Un",
      "",
      "Titre Ier : Deux",
      "",
      "Article 1",
      "",
      "Text.",
      "",
      "Chapitre Ier",
      "",
      "Section 1",
      "",
      "Article 2",
      "",
      "Text.",
      "",
      "Titre II : Trois",
      "",
      "Article 3",
      "",
      "Text.",
    );
    expect(outline(text)).toEqual([
      "book Ier (Un)",
      "  title Ier (Deux)",
      "    article 1",
      "    chapter Ier",
      "      section 1",
      "        article 2",
      "  title II (Trois)",
      "    article 3",
    ]);
    expect(text.problems).toEqual([]);
  });

  test("a sentence that begins like one is text", () => {
    const text = lines(
      "Article 1",
      "",
      "Article L100-1 du code est abrogé.",
      "",
      "Section 2 du chapitre Ier est supprimée.",
      "",
      "Article 2",
      "",
      "Text.",
    );
    expect(outline(text)).toEqual(["article 1", "article 2"]);
    expect(text.provisions[0]?.text).toBe(
      "Article L100-1 du code est abrogé.\nSection 2 du chapitre Ier est supprimée.",
    );
  });

  test("a wide one without a title is one when headings follow, else a cell of a table, and told", () => {
    const text = lines(
      "Titre Ier",
      "",
      "Chapitre Ier",
      "Des principes",
      "",
      "Article 1",
      "",
      "Le tableau :",
      "",
      "Titre III",
      "",
      "R. 1 à R. 3",
      "",
      "R. 5",
      "",
      "Article 2",
      "",
      "Text.",
      "",
      "Titre II",
      "",
      "Article 3",
      "",
      "Text.",
    );
    expect(outline(text)).toEqual([
      "title Ier",
      "  chapter Ier (Des principes)",
      "    article 1",
      "    article 2",
      "title II",
      "  article 3",
    ]);
    expect(text.problems).toEqual([{ line: 10, what: "taken-as-text", words: "Titre III" }]);
    expect(text.provisions[0]?.children[0]?.children[0]?.text).toBe(
      "Le tableau :\nTitre III\nR. 1 à R. 3\nR. 5",
    );
  });

  test("what stands before the first is a heading when it looks like one, else told", () => {
    const text = lines(
      "# Loi",
      "",
      "Le Parlement a adopté,",
      "la loi dont la teneur suit.",
      "",
      "Dispositions préliminaires",
      "",
      "Article 1",
      "",
      "Text.",
      "",
      "Chapitre Ier : Un",
      "",
      "Article 2",
    );
    expect(outline(text)).toEqual([
      "heading (Dispositions préliminaires)",
      "  article 1",
      "chapter Ier (Un)",
      "  article 2",
    ]);
    expect(text.title).toBe("Loi");
    expect(text.problems).toEqual([{ line: 3, what: "outside", words: "Le Parlement a adopté," }]);
  });

  test("rules and requirements, R9 only where there are no articles", () => {
    expect(
      outline(lines("R1", "", "Text.", "", "R2 - Chiffrer", "", "Text.", "", "Exigence 19.6", "", "Text.")),
    ).toEqual(["rule 1", "rule 2 (Chiffrer)", "requirement 19.6"]);
    expect(outline(lines("Article 1", "", "R2", "", "Text."))).toEqual(["article 1"]);
    expect(
      outline(
        lines("Part 1: One", "", "Chapter 1", "", "Rule 1: Data", "", "Stay.", "", "Annex A", "", "A model."),
      ),
    ).toEqual(["part 1 (One)", "  chapter 1", "    rule 1 (Data)", "annex A"]);
  });
});

describe("headings in Markdown", () => {
  test("unnumbered ones nest by their level, numbered ones by their words", () => {
    const text = lines(
      "# Doctrine",
      "",
      "## Gouvernance",
      "Words.",
      "",
      "### Règle 1 : Un",
      "Text.",
      "",
      "### Règle 2",
      "",
      "## Données ##",
      "",
      "#### Règle 3",
    );
    expect(outline(text)).toEqual([
      "heading (Gouvernance)",
      "  rule 1 (Un)",
      "  rule 2",
      "heading (Données)",
      "  rule 3",
    ]);
    expect(text.provisions[0]?.text).toBe("Words.");
    expect(text.title).toBe("Doctrine");
  });

  test("marks are no part of the words; stars of numbers are", () => {
    const text = lines(
      "## **Rule 1**",
      "",
      "The *data* of [the State](https://a.example) are **kept**, \\[here\\].",
      "- L. 1 et R*552-4 et R*552-5 ;",
      "```",
      "# not a heading *here*",
      "```",
      "> Quoted.",
    );
    expect(text.provisions[0]?.text).toBe(
      "The data of the State are kept, [here].\n- L. 1 et R*552-4 et R*552-5 ;\n# not a heading *here*\nQuoted.",
    );
  });

  test("the title of front matter goes before; its faults are told", () => {
    expect(
      readMarkdown("---\ntitle: A\nlanguage: fr-FR\ndate: 2024-02-03\n---\n# B\n\n## Règle 1\n"),
    ).toMatchObject({ title: "A", language: "fr", dated: "2024-02-03" });
    const broken = readMarkdown("---\ntitle: [a\n---\n## Règle 1\n\nTexte.");
    expect(broken.problems).toMatchObject([{ line: 1, what: "front-matter" }]);
    expect(broken.provisions[0]?.line).toBe(4);
    const bomb = `---\na: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b]\n---\n## Rule 1\n`;
    expect(readMarkdown(bomb).problems).toMatchObject([{ what: "front-matter" }]);
  });
});

describe("what editors and systems leave in a file", () => {
  const plain = "Règle 1\n\nL'été, où  l’on\tlit.\n\nRègle 2\n\nFin.";
  const expected = ["L'été, où l’on lit.", "Fin."];
  const bodies = async (bytes: Uint8Array) => {
    const read = await readTextFile("a.txt", bytes);
    return read.outcome === "read" ? read.text.provisions.map(({ text }) => text) : read.reason;
  };
  test.each<[string, () => Uint8Array]>([
    ["UTF-8", () => Buffer.from(plain)],
    ["a byte order mark", () => Buffer.from(`\uFEFF${plain}`)],
    ["CRLF", () => Buffer.from(plain.replaceAll("\n", "\r\n"))],
    ["CR", () => Buffer.from(plain.replaceAll("\n", "\r"))],
    ["UTF-16", () => Buffer.from(`\uFEFF${plain}`, "utf16le")],
    ["decomposed accents", () => Buffer.from(plain.normalize("NFD"))],
    ["a NUL", () => Buffer.from(plain.replace("lit", "l\0it"))],
  ])("%s", async (_what, bytes) => expect(await bodies(bytes())).toEqual(expected));

  test("latin-1", async () => {
    const latin = Buffer.from(plain.replace("’", "'"), "latin1");
    expect(await bodies(latin)).toEqual(["L'été, où l'on lit.", "Fin."]);
  });

  test("a title without end is text, a number without end is none", async () => {
    const text = readMarkdown(`## ${"x".repeat(3000)}\n\n## Rule 1\n\nText.`);
    expect(text.provisions[0]).toMatchObject({ title: "", text: "x".repeat(3000) });
    expect(text.problems).toMatchObject([{ line: 1, what: "title-too-long" }]);
    expect(await bodies(Buffer.from("\n\n \n"))).toEqual([]);
  });
});

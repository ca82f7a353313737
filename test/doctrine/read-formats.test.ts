import { describe, expect, test } from "vitest";
import { eachProvision, type ParsedProvision } from "#app/doctrine/parsed-provision.ts";
import { readTextFile } from "#app/doctrine/read-text-file.server.ts";
import { docx, zip } from "./zip.ts";

/** Reads a file whose content is given as text or bytes. */
export async function read(name: string, content: string | Uint8Array) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const result = await readTextFile(name, bytes);
  if (result.outcome !== "read") throw new Error(`${result.reason}: ${result.detail} (${result.line})`);
  return result.text;
}

async function refusal(name: string, content: string | Uint8Array) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const result = await readTextFile(name, bytes);
  return result.outcome === "read" ? null : result;
}

/** "book 1 > title 2 > article L1" for each provision. */
function outline(provisions: ParsedProvision[]): string[] {
  return [...eachProvision(provisions)].map(({ provision: { kind, number, title }, depth }) =>
    [`${"  ".repeat(depth)}${kind}`, number, title && `(${title})`].filter(Boolean).join(" "),
  );
}

describe("lists", () => {
  const library = `
urn: urn:intuitem:risk:library:cloud
locale: fr
name: Cloud
objects:
  framework:
    name: Cloud au centre
    requirement_nodes:
      - urn: urn:a
        assessable: false
        depth: 1
        ref_id: "1"
        name: Gouvernance
      - urn: urn:a1
        assessable: true
        depth: 2
        parent_urn: urn:a
        ref_id: 1.10
        name: Stratégie
        description: |
          Chaque ministère  a une stratégie.

          Elle est publique.
      - urn: urn:a2
        assessable: true
        depth: 2
        parent_urn: urn:a
        ref_id: R9
        description: null
        name: Données
      - urn: urn:a3
        assessable: true
        parent_urn: urn:nowhere
        ref_id: Exigence 19.6
        name: Lieu
      - {}
`;
  test("a risk-management library", async () => {
    const text = await read("cloud.yaml", library);
    expect(text).toMatchObject({ title: "Cloud au centre", language: "fr" });
    expect(outline(text.provisions)).toEqual([
      "heading 1 (Gouvernance)",
      "  requirement 1.10 (Stratégie)",
      "  rule 9 (Données)",
      "requirement 19.6 (Lieu)",
    ]);
    expect(text.provisions[0]?.children[0]).toMatchObject({
      text: "Chaque ministère a une stratégie.\nElle est publique.",
      line: 14,
    });
    expect(text.problems).toEqual([
      { line: 31, what: "no-parent", words: "urn:nowhere" },
      { line: 36, what: "no-item", words: "" },
    ]);
  });

  test("depths alone, nested lists, Tribune's own form, JSON", async () => {
    const flat = [
      { reference: "A", title: "First", depth: 1 },
      { reference: "A.1", title: "Below", depth: 2, description: "Text." },
      { reference: "B", title: "Second", depth: 1 },
    ];
    const tree = ["heading A (First)", "  item A.1 (Below)", "item B (Second)"];
    expect(outline((await read("list.json", JSON.stringify(flat))).provisions)).toEqual(tree);
    const own = {
      title: "A text",
      revision: "2024-02-01",
      provisions: [
        {
          number: "I",
          kind: "book",
          title: "One",
          text: "",
          children: [{ number: "L1", kind: "article", title: "", text: "A\nB", children: [] }],
        },
      ],
    };
    const text = await read("text.json", JSON.stringify(own, null, 2));
    expect(text).toMatchObject({ title: "A text", dated: "2024-02-01" });
    expect(outline(text.provisions)).toEqual(["book I (One)", "  article L1"]);
    expect(text.provisions[0]?.children[0]).toMatchObject({ text: "A\nB", line: 11 });
    const numbers = await read(
      "list.json",
      '[\n{"ref_id": 1.10, "name": "{\\"[\\n"},\n{"ref_id": 2.0, "name": "B"}]',
    );
    expect(numbers.provisions.map(({ number, line }) => [number, line])).toEqual([
      ["1.10", 2],
      ["2.0", 3],
    ]);
  });

  test("what cannot be a tree is told: itself as parent, twice the same, a cycle", async () => {
    const items = [
      { urn: "a", parent_urn: "b", name: "A" },
      { urn: "b", parent_urn: "a", name: "B" },
      { urn: "c", parent_urn: "c", name: "C" },
      { urn: "c", name: "D" },
    ];
    const text = await read("list.json", JSON.stringify(items, null, 1));
    expect(outline(text.provisions)).toEqual(["heading (B)", "  item (A)", "item (C)", "item (D)"]);
    expect(text.problems.map(({ what }) => what)).toEqual(["no-parent", "no-parent", "twice"]);
  });

  test("aliases make no more than they are written for", async () => {
    const bomb = ["a: &a [x, x, x, x, x, x, x, x, x]"];
    for (let at = 1; at < 26; at++)
      bomb.push(
        `${letter(at)}: &${letter(at)} [${Array(9)
          .fill(`*${letter(at - 1)}`)
          .join(", ")}]`,
      );
    expect(await refusal("bomb.yaml", `${bomb.join("\n")}\nitems: *z\n`)).toBeNull();
    const nested = "items: &a\n  - ref_id: R1\n    children: *a\n";
    expect(await refusal("loop.yaml", nested)).toMatchObject({ reason: "too-deep" });
    const wide =
      "items: &a\n  - ref_id: R1\n    children: &b\n" + "      - {ref_id: x, children: *a}\n".repeat(9);
    expect(["too-deep", "too-large"]).toContain((await refusal("wide.yaml", wide))?.reason);
  });

  test.each([
    ["list.yaml", "a: [b", "not-well-formed"],
    ["list.yaml", "just words", "wrong-format"],
    ["list.json", "{}", "wrong-format"],
    ["list.json", "<html><p>Article 1</p></html>", "wrong-format"],
    ["list.json", '[{"ref_id": 1,}]', "not-well-formed"],
    ["deep.json", "[".repeat(20_000) + "]".repeat(20_000), "too-deep"],
    ["deep.yaml", "items: " + "[".repeat(20_000) + "]".repeat(20_000), "not-well-formed"],
  ])("%s %# is refused", async (name, content, reason) => {
    expect(await refusal(name, content)).toMatchObject({ reason });
  });
});

const letter = (at: number) => String.fromCharCode(97 + at);

describe("pages", () => {
  const page = `<!doctype html>
<html lang="fr-FR"><head><title>Décret | Site officiel</title>
<link rel="canonical" href="https://example.org/decret"><script>Article 99</script></head>
<body><header><h2>Article 98</h2></header><nav><p>Article 97</p></nav>
<main><h1>Décret sur le nuage</h1>
<h2>Titre Ier : Principes</h2>
<h3>Article 1er</h3>
<p>L’administration <b>choisit</b>
un hébergement.<br>Elle le dit.</p>
<ul><li>a) un ;</li><li>b) deux, selon l’article 2.</li></ul>
<h3>ARTICLE 2</h3><p class="oj-sti-art">Objet</p><p>Article 2 du code : non.</p>
</main><footer><p>Article 96</p></footer></body></html>`;

  test("a saved page: its main part alone, with lines", async () => {
    const text = await read("decret.html", page);
    expect(text).toMatchObject({
      title: "Décret sur le nuage",
      language: "fr",
      source: "https://example.org/decret",
    });
    expect(outline(text.provisions)).toEqual([
      "title Ier (Principes)",
      "  article 1er",
      "  article 2 (Objet)",
    ]);
    const [first, second] = text.provisions[0]?.children ?? [];
    expect(first).toMatchObject({
      line: 7,
      text: "L’administration choisit un hébergement.\nElle le dit.\na) un ;\nb) deux, selon l’article 2.",
    });
    expect(second?.text).toBe("Article 2 du code : non.");
  });

  test("nesting without end and half a page are read all the same", async () => {
    const deep = `<body>${"<div>".repeat(50_000)}<p>Article 1</p><p>Words.</p>`;
    expect(outline((await read("deep.html", deep)).provisions)).toEqual(["article 1"]);
    expect(await refusal("page.html", "no page at all")).toMatchObject({ reason: "wrong-format" });
  });
});

describe("Word documents", () => {
  const paragraphs: Parameters<typeof docx>[0] = [
    ["Heading1", "Circulaire sur le nuage"],
    ["Heading2", "Chapitre II : Règles"],
    ["Heading3", "Règle 9 : Des données"],
    "Les données   restent en Europe.",
    "Elles y sont traitées.",
  ];

  test("headings are its styles, lines its paragraphs", async () => {
    const text = await read("circulaire.docx", docx(paragraphs));
    expect(text).toMatchObject({ title: "Circulaire sur le nuage", language: "fr" });
    expect(outline(text.provisions)).toEqual(["chapter II (Règles)", "  rule 9 (Des données)"]);
    const rule = text.provisions[0]?.children[0];
    expect(rule).toMatchObject({ line: 3, text: "Les données restent en Europe.\nElles y sont traitées." });
  });

  test("a bomb is known by its true size, whatever its directory says", async () => {
    const bomb = zip({ "word/document.xml": new Uint8Array(70 * 1024 * 1024) }, 1000);
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await refusal("bomb.docx", bomb)).toMatchObject({ reason: "too-large" });
  });

  test.each([
    ["a.docx", "no zip", "wrong-format"],
    ["a.docx", zip({ "xl/workbook.xml": "<x/>" }), "wrong-format"],
    ["a.docx", docx(paragraphs).slice(0, 900), "not-well-formed"],
    ["a.docx", zip({ "word/document.xml": "<w:document" }), "not-well-formed"],
    ["a.md", docx(paragraphs), "wrong-format"],
    ["a.md", "%PDF-1.7 …", "wrong-format"],
    ["a.md", new Uint8Array(1000), "not-text"],
  ])("%s %# is refused", async (name, content, reason) => {
    expect(await refusal(name, content)).toMatchObject({ reason });
  });
});

describe("Akoma Ntoso", () => {
  const act = (body: string, meta = "") => `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="loi"><meta><identification source="#a">
<FRBRWork><FRBRdate date="2020-01-01" name="x"/><FRBRname value="Loi 12"/></FRBRWork>
<FRBRExpression><FRBRdate date="2024-05-06" name="x"/><FRBRlanguage language="fra"/></FRBRExpression>
</identification>${meta}</meta>
<preface><p><docTitle>Loi sur le nuage</docTitle></p></preface>
<body>${body}</body></act></akomaNtoso>`;

  test("sections, articles and what they amend", async () => {
    const analysis = `<analysis source="#a"><activeModifications><textualMod type="substitution" eId="m">
<source href="#art_2__mod_1"/><destination href="/akn/fr/act/2010/5#art_7"/></textualMod></activeModifications></analysis>`;
    const body = `<chapter eId="chp_1"><num>CHAPITRE Ier</num><heading>Du nuage</heading>
<section><num>Section 1</num><heading>Principes</heading>
<article eId="art_1"><num>Article 1er</num><heading>Objet</heading>
 <paragraph eId="art_1__p1"><num>I.</num><content><p>La présente loi suit
 la <ref href="/akn/fr/act/2015/1">loi de 2015</ref>.</p></content></paragraph>
 <paragraph><num>II.</num><list><intro><p>Elle vise :</p></intro>
 <point><num>1°</num><content><p>l’État ;</p></content></point></list></paragraph></article>
<article eId="art_2"><num>Article 2</num><content><p><mod eId="art_2__mod_1">À l’<ref href="/akn/fr/act/2010/5#art_3">article 3</ref>,
 les mots sont : <quotedStructure><article eId="x"><num>Article 3</num><content><p>Nouveau texte.</p></content></article></quotedStructure></mod></p></content></article>
</section></chapter>`;
    const text = await read("loi.xml", act(body, analysis));
    expect(text).toMatchObject({ title: "Loi sur le nuage", language: "fr", dated: "2024-05-06" });
    expect(outline(text.provisions)).toEqual([
      "chapter Ier (Du nuage)",
      "  section 1 (Principes)",
      "    article 1er (Objet)",
      "    article 2",
    ]);
    const [first, second] = text.provisions[0]?.children[0]?.children ?? [];
    expect(first?.text).toBe("I. La présente loi suit la loi de 2015.\nII. Elle vise :\n1° l’État ;");
    expect(first?.references).toEqual([{ href: "/akn/fr/act/2015/1", words: "loi de 2015", amends: false }]);
    expect(second?.references).toEqual([
      { href: "/akn/fr/act/2010/5#art_3", words: "article 3", amends: true },
      { href: "/akn/fr/act/2010/5#art_7", words: "", amends: true },
    ]);
    expect(second?.text).toContain("Nouveau texte.");
  });

  test("no entity but XML's own is known", async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE akomaNtoso [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
<akomaNtoso><act><body><article><num>1</num><content><p>&b;&f;</p></content></article></body></act></akomaNtoso>`;
    expect(await refusal("laughs.xml", laughs)).toMatchObject({ reason: "not-well-formed", line: 2 });
    const text = await read(
      "a.xml",
      act("<article><num>1</num><content><p>A &amp; B &#233;</p></content></article>"),
    );
    expect(text.provisions[0]?.text).toBe("A & B é");
  });

  test.each([
    ["a.xml", "<rss><item/></rss>", "wrong-format"],
    ["a.xml", act("<article>"), "not-well-formed"],
    ["a.xml", act("<level>".repeat(5000)), "too-deep"],
    ["a.xml", act(`${"<level>".repeat(25)}<num>1</num>${"</level>".repeat(25)}`), "too-deep"],
  ])("%s %# is refused", async (name, content, reason) => {
    expect(await refusal(name, content)).toMatchObject({ reason });
  });
});

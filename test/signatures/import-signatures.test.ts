import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { importLetter } from "#app/letters/import-letter.server.ts";
import { readLetterFile } from "#app/letters/read-letter-file.ts";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { importSignatures } from "#app/signatures/import-signatures.server.ts";
import { readSignatories } from "#app/signatures/imported-signature.ts";
import { readSignatureFiles } from "#app/signatures/read-signature-files.ts";
import { projectRoot } from "#db/migrate.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";

useDatabase();

const noml = join(projectRoot(), "..", "shared", "data", "letters", "noml-signatures.csv");
let folder: string;
let letters = 0;
let slug: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tribune-import-"));
  await sql`insert into accounts (email, name, password_hash) values ('owner@example.org', 'Owner', 'x')`;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
  const read = readLetterFile(`# Letter ${++letters}\n\nWe ask for something that matters to all of us.`);
  if (read.outcome !== "read") throw new Error(read.reason);
  const added = await importLetter(read.letter);
  if (!("slug" in added)) throw new Error(added.outcome);
  slug = added.slug;
});

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** Reads a path as the command does; the test fails when it is unreadable as a whole. */
async function read(path: string) {
  const source = await readSignatureFiles(path);
  if (source.outcome === "unreadable") throw new Error(source.reason);
  const { signatures, refused, notes } = readSignatories(source.rows);
  return { signatures, refused: [...source.refused, ...refused], notes: [...source.notes, ...notes] };
}

async function readCsv(content: string | Uint8Array) {
  return read(await fileOf("signatures.csv", content));
}

const stored = () => sql<Record<string, unknown>[]>`
  select s.* from signatures s join letters l on l.id = s.letter_id where l.slug = ${slug} order by s.id`;

const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
};

describe("what is written", () => {
  test.skipIf(!existsSync(noml))(
    `the 70 real signatures go in, twins too, and only once${existsSync(noml) ? "" : " — skipped: ../shared/data is absent"}`,
    async () => {
      const { signatures, refused } = await read(noml);
      expect(refused).toEqual([]);
      expect(await importSignatures(slug, signatures)).toEqual({
        outcome: "imported",
        added: 70,
        present: 0,
      });
      const again = await read(noml);
      expect(await importSignatures(slug, again.signatures)).toEqual({
        outcome: "imported",
        added: 0,
        present: 70,
      });
      const rows = await stored();
      expect(rows).toHaveLength(70);
      expect(rows.filter((row) => row.name === "H. M." && row.affiliation === "")).toHaveLength(2);
      expect(rows.filter((row) => row.affiliation === "CEO Astian, Inc")).toHaveLength(1);
      expect(rows.map((row) => row.affiliation)).toEqual(
        expect.arrayContaining(["free", "Student", "Yoink B.V."]),
      );
      expect(await readLetter(slug)).toMatchObject({ importedCount: 70, signatureCount: 0 });
    },
  );

  test("an imported signature is marked, unverified, without address and without a number", async () => {
    const { signatures } = await readCsv(
      "name,e-mail,role,organisation\nÉlodie Œuvre,elodie@example.org,Chercheuse,Université\n",
    );
    await importSignatures(slug, signatures);
    const [row] = await stored();
    expect(row).toMatchObject({
      ...{
        origin: "import",
        state: "confirmed",
        email: null,
        name_shown: true,
        keep_informed: false,
        number: null,
      },
      ...{
        counted: true,
        kind: "person",
        name: "Élodie Œuvre",
        search_text: "elodie oeuvre chercheuse universite",
      },
    });
    expect(row?.signer_key).toMatch(/^import:[0-9a-f]{40}:1$/);
    expect(JSON.stringify(row)).not.toContain("elodie@example.org");
    expect(
      await sql`select 1 from letters where slug = ${slug} and imported_count = 1 and last_number = 0`,
    ).toHaveLength(1);
  });

  test("cells that look like formulas are kept as typed", async () => {
    const { signatures } = await readCsv('name,role\n"=HYPERLINK(""http://x.y"",""a"")",+33 1\n@Marie,-1\n');
    await importSignatures(slug, signatures);
    const rows = await stored();
    expect(rows.map((row) => [row.name, row.role])).toEqual([
      ['=HYPERLINK("http://x.y","a")', "+33 1"],
      ["@Marie", "-1"],
    ]);
  });

  test("a longer file of the same letter adds only the new rows, and a withdrawn one stays withdrawn", async () => {
    const first = await readCsv("name\nA. A.\nB. B.\nA. A.\n");
    await importSignatures(slug, first.signatures);
    await sql`
      update signatures set state = 'withdrawn', withdrawn_at = now() where name = 'B. B.'
        and letter_id = (select id from letters where slug = ${slug})`;
    const second = await readCsv("name\nC. C.\nA. A.\nB. B.\nA. A.\nA. A.\n");
    expect(await importSignatures(slug, second.signatures)).toEqual({
      outcome: "imported",
      added: 2,
      present: 3,
    });
    expect((await stored()).map((row) => `${row.name as string} ${row.state as string}`).sort()).toEqual([
      ...["A. A. confirmed", "A. A. confirmed", "A. A. confirmed", "B. B. withdrawn", "C. C. confirmed"],
    ]);
    expect(await readLetter(slug)).toMatchObject({ importedCount: 4 });
  });

  test("ten thousand go in and are counted; progress ends at the last", async () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, index) => `Person ${index},Role ${index % 7},"Place, ${index % 90}"`,
    );
    const { signatures } = await readCsv(`name,role,organisation\n${lines.join("\n")}\n`);
    const heard: number[] = [];
    const result = await importSignatures(slug, signatures, (done) => heard.push(done));
    expect(result).toEqual({ outcome: "imported", added: 10_000, present: 0 });
    expect(heard).toEqual(Array.from({ length: 10 }, (_, index) => (index + 1) * 1000));
    expect(await sql`select 1 from letters where slug = ${slug} and imported_count = 10000`).toHaveLength(1);
    expect((await stored()).map((row) => row.name)).toEqual(lines.map((_, index) => `Person ${index}`));
  });

  test("a draft and a letter that is not there take none", async () => {
    const { signatures } = await readCsv("name\nA. A.\n");
    expect(await importSignatures("not-there", signatures)).toEqual({ outcome: "not-found" });
    await sql`
      insert into letters (slug, language, title, author_name, draft, created_by)
      select 'only-a-draft', 'en', 'Draft', 'A', '{}', id from accounts limit 1`;
    expect(await importSignatures("only-a-draft", signatures)).toEqual({ outcome: "not-found" });
  });
});

describe("CSV", () => {
  test("French headings with accents, capitals, brackets and semicolons", async () => {
    const { signatures, refused, notes } = await readCsv(
      "\uFEFFPRÉNOM;Nom *;Qualité;Société (facultatif);Pays;Signé le;Déclaration;Site web;Adresse e-mail;Téléphone\r\n" +
        'Zoé;Lefèvre;Professeure;CNRS;Côte d’Ivoire;14/05/2023;"« Oui ; enfin »";exemple.fr/a;zoe@exemple.fr;0102\r\n' +
        ";Durand;;;;;;;;\r\n",
    );
    expect(refused).toEqual([]);
    const zoe = {
      kind: "person",
      name: "Zoé Lefèvre",
      role: "Professeure",
      affiliation: "CNRS",
      country: "CI",
    };
    const said = {
      statement: "« Oui ; enfin »",
      website: "https://exemple.fr/a",
      signedAt: "2023-05-14T00:00:00.000Z",
    };
    expect(signatures[0]).toEqual({ ...zoe, ...said });
    expect(signatures[1]).toMatchObject({ name: "Durand", country: "", signedAt: null });
    expect(notes).toEqual([
      'Columns Tribune has no use for: "Téléphone".',
      'E-mail addresses are not stored: "Adresse e-mail".',
    ]);
  });

  test.each([
    ["Full Name\tTitle\tCompany", "A. B.\tCEO\tAcme"],
    ["first_name,surname,Job-Title,EMPLOYER", "A.,B.,CEO,Acme"],
    ["Nom complet;Fonction;Employeur", "A. B.;CEO;Acme"],
    ["Signataire|Poste|Structure", "A. B.|CEO|Acme"],
    ["sep=;\nname;position;affiliation", "A. B.;CEO;Acme"],
    ["Votre nom,Titre,Organisation", " A.   B. ,CEO,Acme"],
  ])("the columns of %j are known", async (header, row) => {
    const { signatures } = await readCsv(`${header}\n${row}\n`);
    expect(signatures).toEqual([
      expect.objectContaining({ name: "A. B.", role: "CEO", affiliation: "Acme" }),
    ]);
  });

  test.each([
    ["UTF-8 without a mark", Buffer.from("nom;pays\nŒdipe Noël;États-Unis\n")],
    ["UTF-16 little-endian", utf16("nom;pays\nŒdipe Noël;États-Unis\n", false)],
    ["UTF-16 big-endian", utf16("nom;pays\nŒdipe Noël;États-Unis\n", true)],
    ["windows-1252", Buffer.from("nom;pays\n\x8Cdipe No\xEBl;\xC9tats-Unis\n", "latin1")],
  ])("accents come through in %s", async (_encoding, bytes) => {
    expect((await readCsv(bytes)).signatures).toEqual([
      expect.objectContaining({ name: "Œdipe Noël", country: "US" }),
    ]);
  });

  test("each refused row has its line and reason, and the rest goes in", async () => {
    const rows = [
      "name,role,organisation,date,statement",
      "Ann,,,,",
      ",CEO,,,",
      `${"x".repeat(161)},,,,`,
      `Ben,${"y".repeat(161)},,,`,
      "",
      `Cat,,${"z".repeat(201)},,`,
      "Dan,,,31/02/2023,",
      '"Eve,,,,',
      "Fay,,,,,extra",
      `Gus,,,,"${"s".repeat(250)}\n${"t".repeat(260)}"`,
      "hal@example.org,,,,",
      "Ida,,,2999-01-01,",
      "—,,,,",
      "Jim",
    ];
    const { signatures, refused } = await readCsv(`${rows.join("\n")}\n`);
    expect(signatures.map(({ name }) => name)).toEqual(["Ann", "Jim"]);
    expect(Object.fromEntries(refused.map(({ where, reason }) => [where, reason]))).toEqual({
      "line 3": "no name",
      "line 4": "the name has 161 characters; at most 160 are possible",
      "line 5": "the role has 161 characters; at most 160 are possible",
      "line 7": "the organisation has 201 characters; at most 200 are possible",
      "line 8": 'bad date "31/02/2023"; right would be for example 2023-05-14',
      "line 9": "a quotation mark opens here and is not closed",
      "line 10": "has 6 cells where the first line names 5 columns",
      "line 11": "the statement has 511 characters; at most 500 are possible",
      "line 13": "the name is an e-mail address, which would be published",
      "line 14": 'bad date "2999-01-01"; right would be for example 2023-05-14',
      "line 15": "no name",
    });
  });

  test("a mark that never closes does not swallow the rows after it", async () => {
    const { signatures, refused } = await readCsv(
      'name,role\nA,"b\nC,d\nE,"f, g"\nH,"i\nj"\nK,l\n"M ""N""",o\n"P" Q,r\n',
    );
    expect(signatures.map(({ name, role }) => [name, role])).toEqual([
      ...[
        ["C", "d"],
        ["E", "f, g"],
        ["H", "i j"],
        ["K", "l"],
        ['M "N"', "o"],
        ['"P" Q', "r"],
      ],
    ]);
    expect(refused).toEqual([{ where: "line 2", reason: "a quotation mark opens here and is not closed" }]);
  });

  test("a country or web address that is none is left out and said, not fatal", async () => {
    const { signatures, refused, notes } = await readCsv(
      "name,pays,url\nA,Narnia,javascript:alert(1)\nB,uk,http://b.org\n",
    );
    expect(refused).toEqual([]);
    expect(signatures.map(({ country, website }) => [country, website])).toEqual([
      ["", ""],
      ["GB", "http://b.org"],
    ]);
    expect(notes).toEqual([
      'line 2: web address "javascript:alert(1)" is none; left out',
      'line 2: country "Narnia" is not known; left out',
    ]);
  });

  test("an organisation without a name signs itself; one named with a person keeps who acted for it", async () => {
    const { signatures } = await readCsv(
      "type,nom,fonction,organisme\n,,,Ligue\nOrganisation,Ada,Présidente,Ligue\nassociation,Cercle,,\nperson,Bo,,Ligue\n",
    );
    expect(signatures.map(({ kind, name, role, affiliation }) => [kind, name, role, affiliation])).toEqual([
      ["organisation", "Ligue", "", ""],
      ["organisation", "Ligue", "Ada, Présidente", ""],
      ["organisation", "Cercle", "", ""],
      ["person", "Bo", "", "Ligue"],
    ]);
  });

  test.each([
    [["2023-05-14"], ["2023-05-14T00:00:00.000Z"]],
    [["2023-05-14T22:30:15+02:00"], ["2023-05-14T20:30:15.000Z"]],
    [["2023/05/14 2:05:22 PM GMT+1"], ["2023-05-14T13:05:22.000Z"]],
    [
      ["3/4/2023", "14.05.2023 8:05"],
      ["2023-04-03T00:00:00.000Z", "2023-05-14T08:05:00.000Z"],
    ],
    [
      ["3/4/2023", "5/14/2023"],
      ["2023-03-04T00:00:00.000Z", "2023-05-14T00:00:00.000Z"],
    ],
  ])("dates %j", async (dates, moments) => {
    const { signatures } = await readCsv(`name,date\n${dates.map((date) => `A,${date}`).join("\n")}\n`);
    expect(signatures.map(({ signedAt }) => signedAt)).toEqual(moments);
  });

  test("a note on many rows is one note", async () => {
    const { notes } = await readCsv("name,country\nA,Narnia\nB,Narnia\nC,Oz\n");
    expect(notes).toEqual([
      'line 2 and 1 more: country "Narnia" is not known; left out',
      'line 4: country "Oz" is not known; left out',
    ]);
  });

  test("a file longer than the engine takes arguments is read", async () => {
    const { signatures } = await readCsv(`name\n${"A. A.\n".repeat(150_000)}`);
    expect(signatures).toHaveLength(150_000);
  });

  test.each([
    ["", "is empty"],
    ["rang,couleur\n1,bleu\n", 'names no one: its first line reads "rang", "couleur"'],
    [Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), "is not a text file; a spreadsheet must be saved as CSV first"],
  ])("a file nothing can be made of says why: %j", async (content, reason) => {
    expect(await readSignatureFiles(await fileOf("x.csv", content))).toEqual({
      outcome: "unreadable",
      reason,
    });
  });
});

describe("JSON, YAML and folders", () => {
  test("JSON: an array, or an object that holds one", async () => {
    const people = [
      { name: "A", company: "X" },
      "B",
      { Prénom: "C", Nom: "D", age: 3 },
      { name: ["E"] },
      { name: "\ud800" },
    ];
    for (const value of [people, { exported: "2023", signatures: people }]) {
      const { signatures, refused, notes } = await read(await fileOf("people.json", JSON.stringify(value)));
      expect(signatures.map(({ name }) => name)).toEqual(["A", "C D"]);
      expect(refused).toEqual([
        { where: "entry 2", reason: "is not an object with columns" },
        { where: "entry 4", reason: '"name" holds no text' },
        { where: "entry 5", reason: '"name" holds a character that is none' },
      ]);
      expect(notes).toEqual(['Columns Tribune has no use for: "age".']);
    }
  });

  test("YAML: an array or several documents, each scalar as typed", async () => {
    const array = await read(
      await fileOf("a.yaml", "- name: Null\n  country: NO\n  role: 007\n- nom: ~\n- nom: Yes\n"),
    );
    expect(array.signatures.map(({ name, country, role }) => [name, country, role])).toEqual([
      ["Null", "NO", "007"],
      ["Yes", "", ""],
    ]);
    expect(array.refused).toEqual([{ where: "entry 2", reason: "no name" }]);
    const several = await read(
      await fileOf("b.yml", "---\nname: A\n---\nname: [B\nrole: c\n---\nname: D\n---\n"),
    );
    expect(several.signatures.map(({ name }) => name)).toEqual(["A", "D"]);
    expect(several.refused).toEqual([
      expect.objectContaining({ where: expect.stringMatching(/^line [34]$/) as string }),
    ]);
  });

  test("a folder in every encoding, with broken files among the good ones", async () => {
    const path = join(folder, "signatories");
    await mkdir(join(path, "more"), { recursive: true });
    const files: Record<string, string | Uint8Array> = {
      "1.yaml": "name: Ana\naffiliation: Université\n",
      "2.yml": Buffer.from("\uFEFFname: Béa\n"),
      "3.yaml": Buffer.from("name: Cl\xE9a \x80\n", "latin1"),
      "4.yaml": utf16("name: Dùne\n", false),
      "5.json": utf16('{"name": "Eßer"}', true),
      "6.yaml": "name: [Flo\nrole: none\n",
      "7.json": '{"name": ',
      "8.yaml": "",
      "9.yaml": "role: nobody\n",
      "a.yaml": Buffer.from([0x89, 0x50, 0, 1]),
      "b.yaml": "- just a text\n",
      ".hidden.yaml": "name: Hidden\n",
      "README.md": "# Signatories\n",
    };
    for (const [name, content] of Object.entries(files)) await writeFile(join(path, name), content);
    const { signatures, refused, notes } = await read(path);
    expect(signatures.map(({ name }) => name)).toEqual(["Ana", "Béa", "Cléa €", "Dùne", "Eßer"]);
    expect(refused.map(({ where, reason }) => [where, reason.slice(0, 16)]).sort()).toEqual([
      ["6.yaml", "is not YAML: Flo"],
      ["7.json", "is not JSON: Une"],
      ["8.yaml", "is empty"],
      ["9.yaml", "names no one: it"],
      ["a.yaml", "is not a text fi"],
      ["b.yaml", "is not an object"],
    ]);
    expect(notes).toEqual(['Neither YAML nor JSON, not read: "README.md", "more".']);
    expect(await importSignatures(slug, signatures)).toMatchObject({ added: 5, present: 0 });
    expect(await importSignatures(slug, (await read(path)).signatures)).toMatchObject({
      added: 0,
      present: 5,
    });
  });
});

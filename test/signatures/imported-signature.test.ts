import { expect, test } from "vitest";
import { readSignatureFiles } from "#app/signatures/read-signature-files.ts";
import { readAll, useFolder, utf16, writeIn } from "./signature-files.ts";

const folder = useFolder();
const readCsv = async (content: string | Uint8Array) =>
  readAll(await writeIn(folder(), "signatures.csv", content));

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
  expect(signatures).toEqual([expect.objectContaining({ name: "A. B.", role: "CEO", affiliation: "Acme" })]);
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
  expect(await readSignatureFiles(await writeIn(folder(), "x.csv", content))).toEqual({
    outcome: "unreadable",
    reason,
  });
});

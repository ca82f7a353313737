import { beforeAll, beforeEach, expect, test } from "vitest";
import { importLetter } from "#app/letters/import-letter.server.ts";
import { readLetterFile } from "#app/letters/read-letter-file.ts";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { importSignatures } from "#app/signatures/import-signatures.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { readAll, useFolder, writeIn } from "./signature-files.ts";

useDatabase();
const folder = useFolder();

let letters = 0;
let slug: string;

beforeAll(async () => {
  await sql`insert into accounts (email, name, password_hash) values ('owner@example.org', 'Owner', 'x')`;
});

beforeEach(async () => {
  const read = readLetterFile(`# Letter ${++letters}\n\nWe ask for something that matters to all of us.`);
  if (read.outcome !== "read") throw new Error(read.reason);
  const added = await importLetter(read.letter);
  if (!("slug" in added)) throw new Error(added.outcome);
  slug = added.slug;
});

const readCsv = async (content: string) => readAll(await writeIn(folder(), "signatures.csv", content));

const stored = () => sql<Record<string, unknown>[]>`
  select s.* from signatures s join letters l on l.id = s.letter_id where l.slug = ${slug} order by s.id`;

test("a list of initials goes in, twins too, and only once", async () => {
  const people = [
    "J. L.,,Seeker Search,",
    "H. M.,,,",
    "H. M.,,,",
    '"B. O.",,"Chair, Tide Ltd",',
    "S. T.,Student,free,",
  ];
  const { signatures, refused } = await readCsv(`name,role,organisation,url\n${people.join("\n")}\n`);
  expect(refused).toEqual([]);
  expect(await importSignatures(slug, signatures)).toEqual({ outcome: "imported", added: 5, present: 0 });
  expect(await importSignatures(slug, signatures)).toEqual({ outcome: "imported", added: 0, present: 5 });
  const rows = await stored();
  expect(rows.filter((row) => row.name === "H. M." && row.affiliation === "")).toHaveLength(2);
  expect(rows.map((row) => row.affiliation)).toEqual(["Seeker Search", "", "", "Chair, Tide Ltd", "free"]);
  expect(await readLetter(slug)).toMatchObject({ importedCount: 5, signatureCount: 0 });
});

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

import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { csvCell, csvColumns, csvLine } from "#app/signatures/export-signatures.ts";
import { everySignature, readFirstSignatories, readRoster } from "#app/signatures/roster.server.ts";
import { filterQuery, readFilter, type RosterKey, rosterKey } from "#app/signatures/roster.ts";
import { createOrganisation } from "#app/organisations/create-organisation.server.ts";
import { readOrganisation } from "#app/organisations/read-organisation.server.ts";
import { importSignatures } from "#app/signatures/import-signatures.server.ts";
import { searchText } from "#app/signatures/search-text.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeLetter, organisationForm, sign } from "../made-up.ts";

useDatabase();
let letterId: number;
let societyId: number;

/** Everybody who signed here, but for what `wish` narrows. */
const roster = (wish: Partial<ReturnType<typeof readFilter>> = {}) => ({
  ...readFilter(new URLSearchParams(), false),
  ...wish,
});

async function add(
  rows: {
    name: string;
    role?: string;
    affiliation?: string;
    statement?: string;
    shown?: boolean;
    kind?: string;
  }[],
  to = letterId,
) {
  await sql`insert into signatures ${sql(
    rows.map(
      ({ name, role = "", affiliation = "", statement = "", shown = true, kind = "person" }, index) => ({
        letter_id: to,
        version_number: 1,
        signer_key: `${name}-${index}`,
        name,
        email: `${index}@example.org`,
        role,
        affiliation,
        statement,
        kind,
        ...(kind === "organisation"
          ? { organisation_id: societyId, level: "domain" }
          : { organisation_id: null, level: null }),
        name_shown: shown,
        keep_informed: false,
        language: "en",
        state: "confirmed",
        confirmed_at: new Date(),
        search_text: shown ? searchText(name, role, affiliation) : "",
      }),
    ),
  )}`;
}

async function every() {
  const all = [];
  for await (const batch of everySignature(letterId)) all.push(...batch);
  return all;
}

beforeAll(async () => {
  const author = await makeAccount();
  letterId = (await makeLetter(author)).id;
  await createOrganisation(
    author.id,
    organisationForm({ name: "Engine Society", country: "BE", sector: "research" }),
  );
  societyId = (await readOrganisation("engine-society"))?.id ?? 0;
  await add(Array.from({ length: 250 }, (_, index) => ({ name: `Plain ${index}` })));
  await add([
    { name: "Hidden Person", role: "Spy", affiliation: "Agency", statement: "A secret", shown: false },
    { name: "Élodie Cœur", role: "Bibliothécaire", affiliation: "Ville de Brécy" },
    { name: "Ada Works", affiliation: "Engine Co" },
    { name: "Ada Says", statement: "Because." },
    { name: "Engine Society", kind: "organisation" },
    { name: "=cmd|' /C calc'!A0", statement: 'He said "no",\nthen left' },
  ]);
});

test("pages of 100 follow each other without gap or repetition", async () => {
  const seen: number[] = [];
  const names: (string | null)[] = [];
  let after: RosterKey | null = null;
  do {
    const page: Awaited<ReturnType<typeof readRoster>> = await readRoster(letterId, roster(), after);
    expect(page.signatures.length).toBeLessThanOrEqual(100);
    seen.push(...page.signatures.map(({ id }) => id));
    names.push(...page.signatures.map(({ name }) => name));
    after = page.next;
  } while (after !== null);
  expect(seen.length).toBe(256);
  expect(new Set(seen).size).toBe(256);
  expect(names[0], "the organisation first").toBe("Engine Society");
  expect(seen.slice(1), "then people as they came").toEqual(seen.slice(1).toSorted((a, b) => a - b));
});

describe("the search", () => {
  const names = async (search: string) =>
    (await readRoster(letterId, roster({ search }), null)).signatures.map(({ name }) => name);
  test("finds beginnings of words without accents", async () => {
    expect(await names("coeur elod")).toEqual(["Élodie Cœur"]);
    expect(await names("BRECY")).toEqual(["Élodie Cœur"]);
  });
  test("does not find what is hidden", async () => {
    for (const word of ["hidden", "spy", "agency", "secret"]) expect(await names(word)).toEqual([]);
  });
  test("does not find what was hidden afterwards, even if its words are still stored", async () => {
    const letter = await makeLetter(await makeAccount());
    await add([{ name: "Walrus Once" }], letter.id);
    const found = async () =>
      (await readRoster(letter.id, roster({ search: "walrus" }), null)).signatures.length;
    expect(await found()).toBe(1);
    await sql`update signatures set name_shown = false where letter_id = ${letter.id}`;
    expect(await found()).toBe(0);
  });
  test("takes any signs for words", async () => {
    expect(await names("'); drop table signatures; --")).toEqual([]);
    expect(await names("!!!")).toEqual([]);
  });
});

test("a hidden signature keeps its place and tells nothing", async () => {
  const all = await every();
  const hidden = all.filter(({ name }) => name === null);
  expect(hidden).toHaveLength(1);
  expect(hidden[0]).toMatchObject({ role: "", affiliation: "", statement: "", country: "", website: "" });
  expect(JSON.stringify(all)).not.toMatch(/Hidden|Spy|Agency|secret/);
});

test("most worth showing first: an organisation, who says what they do and where, a place, a statement", async () => {
  const first = (await readFirstSignatories(letterId, 4)).map(({ name }) => name);
  expect(first).toEqual(["Engine Society", "Élodie Cœur", "Ada Works", "Ada Says"]);
});

describe("the CSV", () => {
  test("has the columns of the contract and comes back as it was", async () => {
    const all = await every();
    const text = [csvColumns.join(","), ...all.map(csvLine)].join("\r\n");
    const rows = parse<Record<string, string>>(text, { columns: true });
    expect(Object.keys(rows[0] ?? {}).slice(0, 10)).toEqual(
      "name kind role organisation affiliation level version country signed_at statement".split(" "),
    );
    expect(rows).toHaveLength(256);
    expect(rows.at(-1)).toMatchObject({
      name: "'=cmd|' /C calc'!A0",
      statement: 'He said "no",\nthen left',
      version: "1",
    });
    expect(rows.find(({ kind }) => kind === "organisation")).toMatchObject({
      organisation: "Engine Society",
      level: "domain",
      country: "BE",
    });
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])("a cell %j is no formula", (text) => {
    expect(csvCell(text)).toMatch(/^"?'/);
  });
  test("ordinary text stays as it is", () => {
    expect(csvCell("L’État, c’est nous")).toBe('"L’État, c’est nous"');
    expect(csvCell(null)).toBe("");
    expect(csvCell(12)).toBe("12");
  });
});

describe("another letter's signatures", () => {
  let otherId: number;
  const page = (imported: boolean, search = "") => readRoster(otherId, roster({ imported, search }), null);
  const namesOf = async (...asked: Parameters<typeof page>) =>
    (await page(...asked)).signatures.map(({ name }) => name);

  beforeAll(async () => {
    const other = await makeLetter(await makeAccount());
    otherId = other.id;
    const person = {
      kind: "person" as const,
      role: "",
      statement: "",
      website: "",
      country: "FR",
      signedAt: null,
    };
    await importSignatures(
      other.slug,
      ["Imported One", "Imported Two"].map((name) => ({ ...person, name, affiliation: "Guild" })),
    );
    for (const who of ["confirmed", "withdrawn", "invalidated"])
      await sign(other.slug, `${who}@example.org`, { name: `Is ${who}`, organisation: "Guild" });
    await sign(other.slug, "pending@example.org", { name: "Is pending", organisation: "Guild" }, false);
    for (const state of ["withdrawn", "invalidated"])
      await sql`
        update signatures set state = ${state}, ${sql(`${state}_at`)} = now()
        where letter_id = ${otherId} and email = ${`${state}@example.org`}`;
  });

  test("are listed apart when they were imported, and marked so", async () => {
    expect(await namesOf(false)).toEqual(["Is confirmed"]);
    expect(await namesOf(true)).toEqual(["Imported One", "Imported Two"]);
    const { signatures } = await page(true);
    expect(signatures.every(({ imported, number }) => imported && number === null)).toBe(true);
  });

  test("are seen and found only once confirmed and as long as they stand", async () => {
    expect(await namesOf(false, "guild")).toEqual(["Is confirmed"]);
    expect(await namesOf(true, "guild two")).toEqual(["Imported Two"]);
    for (const word of ["pending", "withdrawn", "invalidated"])
      expect(await namesOf(false, word)).toEqual([]);
    const first = (await readFirstSignatories(otherId, 10)).map(({ name }) => name);
    expect(first).toEqual(["Imported One", "Imported Two", "Is confirmed"]);
    const all = [];
    for await (const batch of everySignature(otherId)) all.push(...batch.map(({ name }) => name));
    expect(all).toEqual(["Is confirmed", "Imported One", "Imported Two"]);
  });

  test("are never among this letter's", async () => {
    const { signatures } = await readRoster(letterId, roster({ search: "guild" }), null);
    expect(signatures).toEqual([]);
    expect(await namesOf(false, "plain")).toEqual([]);
  });
});

test("what a search finds is paged as well, and who signs meanwhile moves nothing", async () => {
  const seen: (string | null)[] = [];
  const plain = roster({ search: "plain" });
  const first = await readRoster(letterId, plain, null);
  seen.push(...first.signatures.map(({ name }) => name));
  await add([{ name: "Plain Newcomer" }]);
  for (let after = first.next; after !== null;) {
    const page = await readRoster(letterId, plain, after);
    seen.push(...page.signatures.map(({ name }) => name));
    after = page.next;
  }
  expect(seen).toEqual([...Array.from({ length: 250 }, (_, index) => `Plain ${index}`), "Plain Newcomer"]);
});

test("a page that is exactly full is the last one", async () => {
  const letter = await makeLetter(await makeAccount());
  const people = Array.from({ length: 100 }, (_, index) => ({ name: `Full ${index}` }));
  await add(people, letter.id);
  const page = await readRoster(letter.id, roster(), null);
  expect([page.signatures.length, page.next]).toEqual([100, null]);
});

test("a filter leaves out whom it should, and an address says it", async () => {
  const found = async (wish: Partial<ReturnType<typeof readFilter>>) =>
    (await readRoster(letterId, roster(wish), null)).signatures.map(({ name }) => name);
  for (const wish of [
    { kind: "organisation" },
    { level: "domain" },
    { country: "BE" },
    { sector: "research" },
  ] as const)
    expect(await found(wish), JSON.stringify(wish)).toEqual(["Engine Society"]);
  for (const wish of [{ level: "federated" }, { country: "FR" }, { sector: "user" }, { version: 2 }] as const)
    expect(await found(wish), JSON.stringify(wish)).toEqual([]);
  expect(await found({ statement: true })).toEqual(["Ada Says", "=cmd|' /C calc'!A0"]);
  expect(await found({ kind: "person", search: "ada" })).toEqual(["Ada Works", "Ada Says"]);
  const asked = roster({ kind: "organisation", level: "domain", country: "BE", version: 1, statement: true });
  const address = new URLSearchParams(filterQuery(asked, { place: 3, id: 12 }));
  expect(readFilter(address, false)).toEqual(asked);
  expect(rosterKey(address.get("after"))).toEqual({ place: 3, id: 12 });
  const wrong = new URLSearchParams("kind=x&level=y&country=fra&sector=z&version=-1&after=1");
  expect(readFilter(wrong, false)).toEqual(roster());
  expect(rosterKey(wrong.get("after"))).toBeNull();
});

test("an organisation names who signed for it only if they agreed, and a refused claim is not shown", async () => {
  const letter = await makeLetter(await makeAccount());
  await add(
    [
      { name: "Engine Society", kind: "organisation", role: "Head of papers" },
      { name: "Claims Much", affiliation: "Engine Society" },
    ],
    letter.id,
  );
  await sql`
    update signatures set represented_by = 'Ada Behind' where letter_id = ${letter.id} and kind = 'organisation'`;
  const shown = async () => JSON.stringify((await readRoster(letter.id, roster(), null)).signatures);
  expect(await shown()).not.toMatch(/Ada Behind|Head of papers/);
  await sql`update signatures set representative_shown = true where letter_id = ${letter.id} and kind = 'organisation'`;
  expect(await shown()).toMatch(/Ada Behind/);
  await sql`update signatures set claim_refused_at = now() where letter_id = ${letter.id} and kind = 'person'`;
  expect(JSON.parse(await shown())).toMatchObject([{}, { name: "Claims Much", affiliation: "" }]);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { translator } from "#app/languages/translate.ts";
import { hideSubject } from "#app/moderation/hide.server.ts";
import { closeSql, sql } from "#db/sql.ts";
import { ask, post } from "../asking.ts";
import { makeAccount, makeDraft, makeLetter, sign } from "../made-up.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();
beforeAll(() => (process.env.DATABASE_URL = tribune.databaseUrl()));
afterAll(closeSql);

const letter = "/letters/pour-un-cloud-de-confiance-verifiable";
const get = (path: string, headers: Record<string, string> = {}) => ask(tribune.url(), path, { headers });
/** The words of a page, as they are read. */
const words = (html: string) => html.replace(/<!--.*?-->|<[^>]+>/g, "").replaceAll("&amp;", "&");

type Data = {
  title: string;
  version: { number: number; sha256: string };
  versions: { signatures: number }[];
  signatures: { confirmed: number };
};
const dataOf = async () => JSON.parse((await get(`${letter}.json`)).text) as Data;

test.each(["fr", "en"] as const)(
  "says in %s what the letter's data says, and is for search engines too",
  async (language) => {
    const t = translator(language);
    const { status, text } = await get(`${letter}/press`, { "Accept-Language": language });
    const { version, versions, signatures } = await dataOf();
    expect(status).toBe(200);
    expect(text).not.toMatch(/name="robots"/);
    const figure = (phrase: string, value: number) =>
      expect(text).toContain(`<dt>${phrase}</dt><dd>${value}</dd>`);
    expect(signatures.confirmed).toBeLessThan(1000);
    figure(t("press.confirmed"), signatures.confirmed);
    figure(t("press.version", { version: version.number }), versions[0]?.signatures ?? -1);
    expect(words(text)).toContain(
      `${tribune.url()}${letter}/versions/${version.number} (SHA-256 ${version.sha256})`,
    );
    expect((await get(letter, { "Accept-Language": language })).text).toContain(`href="${letter}/press"`);
  },
);

test("organisations are counted by what proves them: their sum is the letter's", async () => {
  const { text } = await get(`${letter}/press`, { "Accept-Language": "en" });
  const numbers = [...text.matchAll(/class="press-below"><dt>[^<]+<\/dt><dd>(\d+)</g)].map(([, value]) =>
    Number(value),
  );
  const [row] = await tribune.sql()<{ count: number }[]>`
    select count(*)::int as count from signatures s join letters l on l.id = s.letter_id
    where '/letters/' || l.slug = ${letter} and s.kind = 'organisation' and s.state = 'confirmed' and s.origin = 'form'`;
  expect(row?.count).toBeGreaterThan(0);
  expect(numbers.reduce((sum, value) => sum + value, 0)).toBe(row?.count);
});

test("every file that it offers is there", async () => {
  const { text } = await get(`${letter}/press`);
  const files = [...text.matchAll(/href="([^"]+\.(?:pdf|json|csv|svg|png)(?:\?[^"]*)?)"/g)].map(
    ([, href = ""]) => href.replaceAll("&amp;", "&"),
  );
  const own = [...new Set(files)].filter((href) => href.startsWith(letter));
  expect(own.length).toBeGreaterThanOrEqual(5);
  for (const href of own) expect((await get(href)).status, href).toBe(200);
});

test("statements that may be quoted stand on it, with who said them; the others and addresses do not", async () => {
  const { text } = await get(`${letter}/press`);
  const plain = words(text).replaceAll(/[\u00a0\u202f]/g, " ");
  const said = await tribune.sql()<{ statement: string; name: string; quotable: boolean }[]>`
    select s.statement, s.name, s.quotable_since is not null and s.name_shown as quotable from signatures s join letters l on l.id = s.letter_id
    where '/letters/' || l.slug = ${letter} and s.statement <> '' order by s.id desc`;
  const quoted = said.filter(({ quotable }) => quotable).slice(0, 8);
  expect(quoted.length).toBeGreaterThan(0);
  expect(said.length).toBeGreaterThan(quoted.length);
  for (const { statement, name } of said)
    expect(plain.includes(statement), statement).toBe(quoted.some((each) => each.name === name));
  for (const { name } of quoted) expect(plain).toContain(name);
  expect(plain).not.toMatch(/\w@\w/);
});

test("a permission that is taken back leaves the page", async () => {
  const { slug } = await makeLetter(await makeAccount());
  const page = `/letters/${slug}/press`;
  const fields = { name: "Ada Quoted", showName: "on", quotable: "on", statement: "Quote me on this." };
  const token = await sign(slug, "ada@quoted.example", fields);
  const quoted = async () => (await get(page)).text.includes(fields.statement);
  await expect.poll(quoted, { timeout: 10_000 }).toBe(true);
  expect((await post(tribune.url(), `/signatures/${token}`, { intent: "keep-from-press" })).status).toBe(303);
  await expect.poll(quoted, { timeout: 10_000 }).toBe(false);
}, 60_000);

test("a hidden letter answers 410, a draft 404", async () => {
  const author = await makeAccount();
  expect((await get(`/letters/${await makeDraft(author)}/press`)).status).toBe(404);
  const { slug, id } = await makeLetter(author);
  expect((await get(`/letters/${slug}/press`)).status).toBe(200);
  await sql.begin((tx) => hideSubject(tx, { kind: "letter", id }, "spam"));
  await expect.poll(async () => (await get(`/letters/${slug}/press`)).status, { timeout: 10_000 }).toBe(410);
});

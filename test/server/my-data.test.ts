import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askForData } from "#app/personal-data/ask-for-data.server.ts";
import { readHeldSignatures } from "#app/personal-data/read-held-data.server.ts";
import type { Account } from "#app/accounts/account.ts";
import { pinSignature } from "#app/signatures/pin-signature.server.ts";
import { closeSql, sql } from "#db/sql.ts";
import { ask, post } from "../asking.ts";
import { makeAccount, makeLetter, origin, sign, tokenMailedTo } from "../made-up.ts";
import { findEverywhere } from "../personal-data/find-everywhere.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();
beforeAll(() => (process.env.DATABASE_URL = tribune.databaseUrl()));
afterAll(closeSql);

const get = (path: string) => ask(tribune.url(), path, { headers: {} });
const email = "quillon@example.org";
const words = ["Quillon", "Quixotry", email];
let author: Account;
let letter: { id: number; slug: string };
let receipt: string;
let link: string;
let id: number;
beforeAll(async () => {
  author = await makeAccount();
  letter = await makeLetter(author);
  receipt = await sign(letter.slug, email, { name: "Quillon Quay", statement: "Quixotry" });
  await sign(letter.slug, "stays@example.org", { name: "Stella Stays" });
  id = (await readHeldSignatures(email))[0]?.id ?? 0;
  await pinSignature(letter.slug, author.id, id);
  await askForData(email, "en", origin);
  link = `/my-data/${await tokenMailedTo(email, "/my-data")}`;
});

const waysOf = (slug: string) => [
  ...[
    "",
    "/signatures",
    "/signatures?search=quillon",
    "/signatures.csv",
    "/signatures.json",
    ".json",
    ".pdf",
    "/history",
  ].map((way) => `/letters/${slug}${way}`),
  `/letters/${slug}/versions/1`,
  `/moderation/log`,
  "/",
  "/letters",
  "/search?q=quillon",
  `/signatures/${receipt}`,
  `/signatures/${receipt}/receipt`,
  `/signatures/${receipt}/receipt.json`,
];
/** The ways where somebody is named. A search page repeats what was searched, so the whole name is looked for. */
async function naming(name: string): Promise<string[]> {
  const found = [];
  for (const way of waysOf(letter.slug)) if ((await get(way)).text.includes(name)) found.push(way);
  return found;
}

describe("a link to one's data", () => {
  test("is for nobody's eyes but the reader's: nothing keeps it, and it is told nowhere", async () => {
    for (const way of ["", `/signatures/${id}`, "/erase", ".json"]) {
      const { status, headers } = await get(`${link}${way}`);
      expect(status, way).toBe(200);
      expect(headers["cache-control"], way).toBe("no-store");
      expect(headers["referrer-policy"], way).toBe("same-origin");
    }
  });

  test("that is unknown shows nothing and does nothing", async () => {
    for (const way of ["", "/signatures/1", "/erase", ".json"])
      expect((await get(`/my-data/unknown${way}`)).status, way).toBe(404);
    for (const [way, fields] of [
      ["/erase", {}],
      ["/erase", { signature: String(id) }],
      [`/signatures/${id}`, { name: "Taken" }],
    ] as [string, Record<string, string>][])
      expect((await post(tribune.url(), `/my-data/unknown${way}`, fields)).status).toBe(404);
    expect((await readHeldSignatures(email))[0]?.name).toBe("Quillon Quay");
  });

  test("reaches nobody else's signature", async () => {
    const other = (await readHeldSignatures("stays@example.org"))[0]?.id ?? 0;
    expect((await get(`${link}/signatures/${other}`)).status).toBe(404);
    expect((await get(`${link}/erase?signature=${other}`)).status).toBe(404);
    expect((await post(tribune.url(), `${link}/signatures/${other}`, { name: "Taken" })).status).toBe(404);
    await post(tribune.url(), `${link}/erase`, { signature: String(other) });
    expect((await readHeldSignatures("stays@example.org"))[0]?.name).toBe("Stella Stays");
  });

  test("asked for by anybody has one answer, and five an hour for an address", async () => {
    const answers = [];
    for (const typed of ["stays@example.org", "nobody-here@example.org"]) {
      const { status, headers, text } = await post(tribune.url(), "/my-data", { email: typed });
      answers.push({ status, location: headers.location, text });
    }
    expect(answers[1]).toEqual(answers[0]);
    const statuses = [];
    for (let times = 0; times < 5; times++)
      statuses.push((await post(tribune.url(), "/my-data", { email: "nobody-here@example.org" })).status);
    expect(statuses).toEqual([303, 303, 303, 303, 429]);
    expect((await post(tribune.url(), "/my-data", { email: "no address" })).status).toBe(400);
  });
});

describe("erasing", () => {
  test("takes a name from every page, export, file and column at once", async () => {
    expect(await naming("Quillon Quay")).toEqual(
      expect.arrayContaining([
        `/letters/${letter.slug}`,
        `/letters/${letter.slug}/signatures`,
        `/letters/${letter.slug}/signatures.csv`,
        `/letters/${letter.slug}/signatures.json`,
        "/moderation/log",
        `/signatures/${receipt}`,
      ]),
    );
    const paper = (await get(`/letters/${letter.slug}.pdf`)).headers.etag;
    expect((await get(`${link}/erase`)).status).toBe(200);
    expect((await readHeldSignatures(email))[0]?.name, "looking erases nothing").toBe("Quillon Quay");
    const answer = await post(tribune.url(), `${link}/erase`, {});
    expect(answer).toMatchObject({ status: 303, headers: { location: link } });
    await expect.poll(() => naming("Quillon Quay"), { timeout: 10_000 }).toEqual([]);
    await expect
      .poll(async () => (await get(`/letters/${letter.slug}.pdf`)).headers.etag, { timeout: 10_000 })
      .not.toBe(paper);
    expect(await findEverywhere(words)).toEqual([]);
    expect((await get(`/signatures/${receipt}`)).status).toBe(404);
    expect((await get(link)).text).toContain("Everything is erased");
    expect((await get(`${link}.json`)).status).toBe(404);
    expect((await post(tribune.url(), `${link}/erase`, {})).status, "twice").toBe(404);
    expect(
      (await sql`select 1 from signatures where letter_id = ${letter.id} and state = 'confirmed'`).count,
    ).toBe(1);
  }, 60_000);
});

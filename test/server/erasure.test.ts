import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readHeldSignatures } from "#app/personal-data/read-held-data.server.ts";
import { countSignatures, recountSignatures } from "#app/signatures/count-signatures.server.ts";
import { closeSql, sql } from "#db/sql.ts";
import { type Answer, ask, logInAt, post } from "../asking.ts";
import { password, tokenMailedTo } from "../made-up.ts";
import { findEverywhere } from "../personal-data/find-everywhere.ts";
import { makePresence, type Presence } from "../personal-data/present-everywhere.ts";
import { routeAccess } from "./route-access.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();
const text = {
  slug: "informatique-en-nuage-de-l-etat",
  provision: "9",
  revision: "2026-05-31",
  quote: "protégée de tout accès",
};
let there: Presence;
/** Who looks: a stranger at all that is public, and whoever the rest is for. */
const cookies = { public: "", token: "", theirs: "", member: "", moderator: "", admin: "" };
let starts: [way: string, Cookie: string][];

beforeAll(async () => {
  process.env.DATABASE_URL = tribune.databaseUrl();
  there = await makePresence(text);
  while ((await countSignatures()) === "more");
  for (const [who, { email }] of [
    ["theirs", there.author],
    ["member", there.author],
    ["moderator", there.moderator],
    ["admin", there.admin],
  ] as const)
    cookies[who] = await logInAt(tribune.url(), { email, password });
  starts = Object.entries(routeAccess)
    .filter(([route]) => !route.endsWith(".events"))
    .flatMap(([, { path, reads }]) => heresOf(path).map((way): [string, string] => [way, cookies[reads]]));
}, 120_000);
afterAll(closeSql);

/** The address of a route as it stands in the list of routes, of the sample's things and of those that the person is in. */
function heresOf(path: string): string[] {
  const { letter, draft, organisation, comments } = there;
  const [sampleLetter = "", sampleDraft = ""] = ["letters.$slug._index", "letters.$slug.edit"].map(
    (route) => routeAccess[route]?.path.replace(/\/edit$/, "") ?? "",
  );
  const mine = path
    .replace(sampleLetter, `/letters/${letter.slug}`)
    .replace(sampleDraft, `/letters/${draft}`)
    .replace("/organisations/hexanuage", `/organisations/${organisation.slug}`)
    .replace(/\/discussion\/1\b/, `/discussion/${comments.own}`)
    .replace(/\/accounts\/1\b/, `/accounts/${there.person.id}`)
    .replace("/signatures/unknown", `/signatures/${there.receipt}`);
  const searched = ["/search", "/letters", "/organisations", "/doctrine/find"].includes(path)
    ? [`${path}?q=zyskwort`, `${path}?search=zyskwort`]
    : [];
  return [...new Set([path, mine, ...searched])];
}

/** Pages whose addresses name what the person was in: their links are followed. */
const isNear = (way: string) =>
  [there.letter.slug, there.draft, there.organisation.slug, "another-letter", "a-letter-that-brings"].some(
    (word) => way.includes(word),
  ) || /^\/(moderation\/(log|cases|reported)|letters\?|search|feed)/.test(way);

/** Asks for every route and for all that these pages link to near the person. @returns every answer by its address */
async function crawl(): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  const queue = [...starts];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [way, Cookie] = next;
    const key = `${way}${Cookie === "" ? "" : " (logged in)"}`;
    if (answers.has(key)) continue;
    const answer = await ask(tribune.url(), way, { headers: { Cookie, "Accept-Language": "en" } });
    answers.set(key, answer);
    if (answers.size > 1500) throw new Error("the crawl does not end");
    const type = String(answer.headers["content-type"]);
    if (!isNear(way) || !/html|atom/.test(type)) continue;
    for (const [, found = ""] of answer.text.matchAll(/href="([^"#]+)/g)) {
      const address = new URL(found.replaceAll("&amp;", "&"), tribune.url() + way);
      const link = address.pathname + address.search;
      const local = address.origin === new URL(tribune.url()).origin;
      if (local && isNear(link) && !link.endsWith("/events")) queue.push([link, Cookie]);
    }
  }
  return answers;
}

/** Where an answer names the person. What a visitor typed is repeated by a search, so only what they did not type counts. */
async function naming(): Promise<string[]> {
  const found: string[] = [];
  for (const [way, { text: page, status, headers }] of await crawl()) {
    if (status >= 500) throw new Error(`${way} answers ${status}`);
    const words = way.includes("zyskwort") ? ["quillonette"] : there.words;
    if (words.some((word) => page.toLowerCase().includes(word))) found.push(way);
    if (words.some((word) => JSON.stringify(headers).toLowerCase().includes(word)))
      found.push(`${way}: headers`);
  }
  return found.toSorted();
}

describe("somebody who is everywhere", () => {
  test("is on every kind of page before, and erased is in no page, file, feed, search and column", async () => {
    const { letter, comments, organisation, draft, person } = there;
    const before = await naming();
    const at = (way: string) => `/letters/${letter.slug}${way}`;
    expect(before).toEqual(
      expect.arrayContaining([
        at(""),
        at("/signatures"),
        at("/signatures.csv"),
        at("/signatures.json"),
        at("/discussion"),
        at(`/discussion/${comments.own}`),
        "/moderation/log",
        "/moderation/log.atom",
        `/doctrine/${text.slug}/9/discussion`,
        `/doctrine/${text.slug}/annotations`,
        `/signatures/${there.receipt}`,
        `/organisations/${organisation.slug}/members (logged in)`,
        `/letters/${draft}/draft/comments (logged in)`,
        `/letters/${draft}/draft/history (logged in)`,
        `/letters/${draft}/co-authors (logged in)`,
        `/administration/accounts/${person.id} (logged in)`,
      ]),
    );
    const paper = (await ask(tribune.url(), at(".pdf"))).headers.etag;
    const [{ logged } = { logged: 0 }] = await sql<{ logged: number }[]>`
      select count(*)::int as logged from public_log`;
    const link = `/my-data/${await tokenMailedTo(person.email, "/my-data")}`;
    const erased = await post(tribune.url(), `${link}/erase`, {});
    expect([erased.status, erased.headers.location]).toEqual([303, link]);

    expect(await findEverywhere(there.words)).toEqual([]);
    await expect.poll(naming, { timeout: 60_000, interval: 500 }).toEqual([]);
    await expect
      .poll(async () => (await ask(tribune.url(), at(".pdf"))).headers.etag, { timeout: 10_000 })
      .not.toBe(paper);

    // What others did stays, and what is counted is true.
    while ((await countSignatures()) === "more");
    expect(await recountSignatures(), "the counts agree with the rows").toBe(0);
    const [now] = await sql<{ signed: number; organisations: number }[]>`
      select signature_count as signed, organisation_count as organisations from letters where id = ${letter.id}`;
    expect(now, "the organisation's signature stays, the person's went").toEqual({
      signed: 1,
      organisations: 1,
    });
    expect(
      (await sql`select 1 from comments where account_id = ${person.id} and deleted_at is null`).count,
    ).toBe(4);
    const [kept] = await sql<{ logged: number }[]>`select count(*)::int as logged from public_log`;
    expect(kept?.logged, "no line of the log is lost; the end of an official is one more").toBe(logged + 1);
    expect(await readHeldSignatures(person.email)).toEqual([]);
  }, 240_000);
});

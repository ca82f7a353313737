import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { limitKey } from "#app/requests/limit.server.ts";
import { sampleAccounts } from "#db/seed/sample-accounts.ts";
import { closeSql, sql } from "#db/sql.ts";
import { ask, logInAt, post } from "../asking.ts";
import { makeRenumbered, makeText, provision, renumbered } from "../made-up-doctrine.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();
beforeAll(async () => {
  process.env.DATABASE_URL = tribune.databaseUrl();
  const rule = (number: string, text: string) => provision(number, text, { title: `Title ${number}` });
  const doctrine = await makeText(
    [
      {
        dated: "2021-05-17",
        provisions: [
          provision("I", "", { kind: "chapter", children: [rule("1", "One."), rule("19.6", "Old words.")] }),
          provision("2", "Two."),
        ],
      },
      {
        dated: "2023-05-31",
        provisions: [provision("I", "", { kind: "chapter", children: [rule("19.6", "New words.")] })],
      },
    ],
    { slug: "rules", title: "The rules", language: "en" },
  );
  await sql`update provisions set slug = 'I-bis' where id = ${doctrine.provisions.I ?? 0}`;
});
afterAll(closeSql);

const get = (path: string, headers: Record<string, string> = {}) => ask(tribune.url(), path, { headers });
const data = async (path: string) => {
  const answer = await get(path);
  expect(answer.headers["content-type"]).toMatch(/^application\/json/);
  return { status: answer.status, headers: answer.headers, json: JSON.parse(answer.text) as unknown };
};

describe("a text as data", () => {
  test("is the tree of its newest revision", async () => {
    const { status, json } = await data("/doctrine/rules.json");
    expect(status).toBe(200);
    expect(json).toEqual({
      title: "The rules",
      revision: "2023-05-31",
      url: `${tribune.url()}/doctrine/rules?revision=2023-05-31`,
      language: "en",
      source: "",
      revisions: ["2023-05-31", "2021-05-17"],
      provisions: [
        {
          ...{ number: "I", kind: "chapter", title: "", text: "" },
          children: [{ number: "19.6", kind: "rule", title: "Title 19.6", text: "New words.", children: [] }],
        },
      ],
    });
  });

  test("is the tree of the revision that is asked for, and tells which there are", async () => {
    const { json } = await data("/doctrine/rules.json?revision=2021-05-17");
    expect(json).toMatchObject({
      revision: "2021-05-17",
      provisions: [{ children: [{ number: "1" }, { number: "19.6", text: "Old words." }] }, { number: "2" }],
    });
    const unknown = await data("/doctrine/rules.json?revision=2022-01-01");
    expect(unknown.status).toBe(404);
    expect(unknown.json).toEqual({
      error: "unknown-revision",
      message: "There is no revision of that day. The revisions are 2023-05-31, 2021-05-17.",
      revisions: ["2023-05-31", "2021-05-17"],
    });
    expect(await data("/doctrine/unknown.json")).toMatchObject({ status: 404, json: { error: "not-found" } });
  });

  test("is kept, and 304 for who has it", async () => {
    const path = "/doctrine/rules.json";
    await expect.poll(async () => (await get(path)).headers.etag, { timeout: 10_000 }).toBeDefined();
    const etag = String((await get(path)).headers.etag);
    expect(await get(path, { "If-None-Match": etag })).toMatchObject({ status: 304, text: "" });
  });
});

describe("a provision as data", () => {
  test("its text, history, children and what answers it", async () => {
    const { json } = await data("/doctrine/rules/19.6.json");
    expect(json).toMatchObject({
      ...{ revision: "2023-05-31", number: "19.6", kind: "rule", title: "Title 19.6", text: "New words." },
      url: `${tribune.url()}/doctrine/rules/19.6`,
      doctrine: `${tribune.url()}/doctrine/rules`,
      ancestors: [{ number: "I", kind: "chapter", address: "I-bis" }],
      children: [],
      history: [
        { revision: "2023-05-31", change: "changed" },
        { revision: "2021-05-17", change: "new" },
      ],
      citations: { letterCount: 0, organisationCount: 0, letters: [] },
      ...{ comments: 0, officialAnswers: 0, disposition: null },
      discussion: `${tribune.url()}/doctrine/rules/19.6/discussion`,
    });
    expect((await data("/doctrine/rules/I-bis.json?revision=2021-05-17")).json).toMatchObject({
      children: [{ number: "1" }, { number: "19.6" }],
    });
  });

  test("what was repealed is told by its last text", async () => {
    expect((await data("/doctrine/rules/2.json")).json).toMatchObject({
      revision: "2021-05-17",
      history: [{ revision: "2023-05-31", change: "repealed" }, { change: "new" }],
    });
    expect((await data("/doctrine/rules/3.json")).status).toBe(404);
  });
});

describe("addresses", () => {
  test.each([
    ["/doctrine", 200],
    ["/doctrine/rules", 200],
    ["/doctrine/rules?revision=2021-05-17", 200],
    ["/doctrine/rules?revision=2021-05-18", 404],
    ["/doctrine/rules?revision=soon", 404],
    ["/doctrine/rules?part=19.6", 200],
    ["/doctrine/rules?part=nowhere", 404],
    ["/doctrine/rules?search=%00", 400],
    ["/doctrine/rules?search=words", 200],
    ["/doctrine/unknown", 404],
    ["/doctrine/rules/19.6", 200],
    ["/doctrine/rules/2", 200],
    ["/doctrine/rules/99", 404],
    ["/doctrine/rules/19.6?from=2021-05-17&to=2023-05-31", 200],
    ["/doctrine/rules/19.6?from=never", 404],
    ["/doctrine/rules/19.6?to=never", 404],
    ["/doctrine/rules/2?to=2023-05-31", 404],
    ["/doctrine/rules/compare", 200],
    ["/doctrine/rules/compare?from=2021-05-17&to=2021-05-17", 200],
    ["/doctrine/rules/compare?from=never", 404],
    ["/doctrine/rules/compare?to=never", 404],
    ["/doctrine/rules/compare?change=new", 200],
    ["/doctrine/rules/compare?change=never", 404],
    ["/doctrine/rules?search=words&after=999999999999999", 200],
    ["/doctrine/rules?revision=2021-05-17&search=words&after=999999999999999", 200],
    ["/doctrine/rules/compare?from=2021-05-17&to=2023-05-31&after=999999999999999", 200],
    ["/doctrine/rules/19.6/discussion?sort=most-discussed&after=0.5_1", 200],
    ["/doctrine/rules/19.6/discussion?sort=most-discussed&after=9999999999_1", 200],
    ["/doctrine/rules/19.6/discussion", 200],
    ["/doctrine/rules/99/discussion", 404],
    ["/doctrine/rules/19.6/discussion/1", 404],
    ["/doctrine/rules/99/discussion/events", 404],
  ])("%s answers %i", async (path, status) => expect((await get(path)).status).toBe(status));

  test("one that a provision had before leads to the present one, with all that was asked", async () => {
    const answer = await get("/doctrine/rules/I?to=2021-05-17");
    expect([answer.status, answer.headers.location]).toEqual([302, "/doctrine/rules/I-bis?to=2021-05-17"]);
    expect((await get("/doctrine/rules/I?revision=2021-05-17")).status, "its name in that revision").toBe(
      200,
    );
    expect((await get("/doctrine/rules/I/discussion")).headers.location).toBe(
      "/doctrine/rules/I-bis/discussion",
    );
  });

  test("what is shown says of which day it is, and what became of it", async () => {
    const old = (await get("/doctrine/rules/19.6?revision=2021-05-17", { "Accept-Language": "en" })).text;
    expect(old).toContain("Old words.");
    const now = (await get("/doctrine/rules", { "Accept-Language": "en" })).text;
    expect(now).toContain("New words.");
    expect(now).toContain("Rule 2, repealed");
    expect((await get("/doctrine/rules/2", { "Accept-Language": "en" })).text).toContain(
      "Repealed: it is not",
    );
  });
});

test("who searches in texts without end is told to wait, and reads on meanwhile", async () => {
  await sql`insert into rate_limits (key, points, expire)
    values (${limitKey("search text by network", "127.0.0.1")}, 120, ${Date.now() + 60_000})
    on conflict (key) do update set points = excluded.points, expire = excluded.expire`;
  const answer = await get("/doctrine/rules?search=words");
  await sql`delete from rate_limits where key = ${limitKey("search text by network", "127.0.0.1")}`;
  expect(answer.status).toBe(429);
  expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
  expect((await get("/doctrine/rules?search=words")).status).toBe(200);
});

test.each(["/doctrine/rules/annotations/", "/doctrine/rules/annotations/1"])(
  "OPTIONS on %s tells what may be asked, as the Web Annotation Protocol wants",
  async (path) => {
    const answer = await ask(tribune.url(), path, { method: "OPTIONS" });
    expect([answer.status, answer.headers.allow]).toEqual([204, "GET, HEAD, OPTIONS"]);
    expect((await ask(tribune.url(), "/doctrine/rules", { method: "OPTIONS" })).status).toBe(405);
  },
);

describe("a discussion of a provision", () => {
  const path = "/doctrine/rules/19.6/discussion";
  const form = { body: "What about it?", stance: "neutral", parent: "", key: crypto.randomUUID() };

  test("takes nothing from strangers, who keep what they typed", async () => {
    const answer = await post(tribune.url(), path, form);
    expect(answer.status).toBe(401);
    expect(answer.text).toContain("What about it?");
    expect((await post(tribune.url(), `${path}/1/vote`, { vote: "agree" })).status).toBe(401);
  });

  test("is posted to, voted in, edited by its author alone", async () => {
    const [one, other] = sampleAccounts;
    if (!one || !other) throw new Error("no accounts");
    const Cookie = await logInAt(tribune.url(), one);
    const posted = await post(tribune.url(), path, form, { Cookie });
    expect(posted.status).toBe(303);
    const at = String(posted.headers.location).replace(/#.*/, "");
    expect(at).toMatch(/^\/doctrine\/rules\/19\.6\/discussion\/\d+$/);
    expect((await get(at)).text).toContain("What about it?");
    const stranger = { Cookie: await logInAt(tribune.url(), other) };
    const voted = await post(tribune.url(), `${at}/vote`, { vote: "agree" }, stranger);
    expect([voted.status, JSON.parse(voted.text)]).toMatchObject([200, { outcome: "voted" }]);
    const edit = { body: "Taken over.", stance: "neutral" };
    expect((await post(tribune.url(), at, edit, stranger)).status).toBe(404);
    expect((await post(tribune.url(), at, { body: "", stance: "neutral" }, { Cookie })).status).toBe(400);
    const vote = await get(`${at}/vote`);
    expect([vote.status, vote.headers.location]).toEqual([302, at]);
    const elsewhere = at.replace("/19.6/", "/2/");
    expect((await get(elsewhere)).status, "not under another provision").toBe(404);
  });
});

describe("a number that is used again", () => {
  const { before, now } = renumbered;
  const home = "/doctrine/renumbered";
  beforeAll(() => makeRenumbered("renumbered"));
  const body = (text: string) => /class="provision-body"[^>]*><p>([^<]*)/.exec(text)?.[1];

  test("leads to what had it in the revision that the address names, as page and as data", async () => {
    for (const [path, words] of [
      [`9?revision=${before}`, "Old nine."],
      [`13?revision=${before}`, "Old thirteen."],
      [`10?revision=${before}`, "Old nine."],
      [`13~${before}?revision=${before}`, "Old thirteen."],
      [`9?revision=${now}`, "New nine."],
      ["9", "New nine."],
      ["10", "Old nine."],
      ["13", "New thirteen."],
    ] as const) {
      const page = await get(`${home}/${path}`);
      expect([path, page.status, body(page.text)]).toEqual([path, 200, words]);
      const { json } = await data(`${home}/${path.replace(/(?=\?)|$/, ".json")}`);
      expect([path, (json as { text: string }).text]).toEqual([path, words]);
    }
  });

  test("every link that names a revision calls each by its name there", async () => {
    const pages = [
      ...[home, `${home}/9`, `${home}/13`].map((path) => `${path}?revision=${before}`),
      ...[`${home}/10`, `${home}/13~${before}`, `${home}/compare`],
    ];
    let links = 0;
    for (const page of pages) {
      const { text } = await get(page);
      const named = [
        ...text.matchAll(/renumbered\/([^/"?\s]+?)(?:\.json|\/annotate)?\?revision=2025-07-05/g),
      ];
      links += named.length;
      for (const [link, name] of named)
        expect([page, link, name]).toEqual([page, link, expect.stringMatching(/^(9|13)$/)]);
    }
    expect(links).toBeGreaterThan(pages.length);
  });

  test("is commented on by the form at the present address", async () => {
    const Cookie = await logInAt(tribune.url(), sampleAccounts[0] ?? { email: "", password: "" });
    const { status, text } = await get(`${home}/9/annotate?revision=${before}`, { Cookie });
    expect([status, text.includes("Old nine.")]).toEqual([200, true]);
    expect(text).toContain(`action="${home}/10/annotate"`);
  });

  test("a form that was open while rules were renumbered is kept and told where its rule is", async () => {
    const Cookie = await logInAt(tribune.url(), sampleAccounts[0] ?? { email: "", password: "" });
    const discussionIn = async (path: string) => {
      const { text } = await get(path, { Cookie });
      const found = [...text.matchAll(/name="discussion" value="(\d+)"/g)].map(([, id]) => id);
      expect(found.length, path).toBeGreaterThan(0);
      expect(new Set(found).size, path).toBe(1);
      return found[0] ?? "";
    };
    const discussion = await discussionIn(`${home}/10/discussion`);
    expect(await discussionIn(`${home}/10/annotate`)).toBe(discussion);
    const words = { body: "Written on what was rule 9.", stance: "neutral", discussion };
    const note = { ...words, quote: "New", start: "", revision: now };
    for (const [path, fields] of [
      ["9/discussion", words],
      ["9/annotate", note],
    ] as const)
      for (const [language, said] of [
        ["en", "The rules were renumbered meanwhile"],
        ["fr", "Les règles ont été renumérotées entre-temps"],
      ] as const) {
        const answer = await post(tribune.url(), `${home}/${path}`, fields, {
          Cookie: `${Cookie}; language=${language}`,
        });
        expect([path, answer.status]).toEqual([path, 409]);
        expect(answer.text).toContain(said);
        expect(answer.text).toContain(`${tribune.url()}${home}/10/discussion`);
        expect(answer.text).toContain("Written on what was rule 9.</textarea>");
        expect(answer.text).toContain(`name="discussion" value="${discussion}"`);
      }
    const sent = await post(tribune.url(), `${home}/10/discussion`, words, { Cookie });
    expect(sent.status).toBe(303);
    const letters = await get("/letters", { Cookie });
    const slug = /href="\/letters\/([a-z0-9-]+)"/.exec(
      letters.text.replaceAll(/\/letters\/(mine|new)"/g, ""),
    )?.[1];
    const thread = await get(`/letters/${slug}/discussion`, { Cookie });
    expect(thread.status).toBe(200);
    expect(thread.text, "a letter keeps its address").not.toContain('name="discussion"');
  });
});

import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { sampleAccounts } from "#db/seed/sample-accounts.ts";
import { hashToken } from "#app/accounts/secret.server.ts";
import { samples } from "#db/seed/sample-content.ts";
import { ask, logInAt, post } from "../asking.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();
const draft = samples.find(({ publishedDaysAgo }) => publishedDaysAgo === null);
const open = samples.find(
  ({ publishedDaysAgo, closesInDays }) => publishedDaysAgo !== null && (closesInDays ?? 1) > 0,
);
const person = (name: string | undefined) => sampleAccounts.find((account) => account.name === name);
const none = { email: "", password: "" };

let owner: string;
let other: string;
beforeAll(async () => {
  owner = await logInAt(tribune.url(), person(draft?.writer) ?? none);
  other = await logInAt(tribune.url(), sampleAccounts.find(({ name }) => name !== draft?.writer) ?? none);
});
const get = (path: string, Cookie = "") => ask(tribune.url(), path, { headers: { Cookie } });

describe("a draft", () => {
  const parts = ["/edit", "/publish", "/draft", "/co-authors", "/draft/history", "/draft/comments"];
  const ways = [...parts, "/draft/translations", "/draft/translations/en"].map(
    (way) => `/letters/${draft?.slug}${way}`,
  );
  test("is there for its account", async () => {
    for (const way of ways) expect((await get(way, owner)).status).toBe(200);
  });
  test("is not there for another, who cannot tell it from one that never was", async () => {
    for (const way of ways) {
      const answer = await get(way, other);
      expect(answer.status).toBe(404);
      expect((await get(way.replace(draft?.slug ?? "", "never-was"), other)).status).toBe(404);
    }
    for (const part of [
      "",
      ".json",
      ".pdf",
      "/discussion",
      "/signatures",
      "/signatures.csv",
      "/versions",
      "/versions/1.json",
    ])
      expect((await get(`/letters/${draft?.slug}${part}`, other)).status).toBe(404);
  });
  test("sends a stranger to log in and back", async () => {
    for (const way of ways) {
      const answer = await get(way);
      expect(answer.status).toBe(302);
      expect(answer.headers.location).toBe(`/login?next=${encodeURIComponent(way)}`);
    }
  });
  test("cannot be written, published or deleted by another", async () => {
    const fields = { title: "Taken", text: "Taken.", revision: "1", addressees: "x" };
    const headers = { Cookie: other };
    const slug = `/letters/${draft?.slug}`;
    expect((await post(tribune.url(), `${slug}/edit`, fields, headers)).status).toBe(404);
    expect((await post(tribune.url(), `${slug}/edit`, { intent: "delete" }, headers)).status).toBe(404);
    expect((await post(tribune.url(), `${slug}/autosave`, fields, headers)).status).toBe(404);
    expect((await post(tribune.url(), `${slug}/publish`, { revision: "1" }, headers)).status).toBe(404);
    const acts: Record<string, string>[] = [
      { intent: "invite-person", email: "eve@example.org", role: "author" },
      { intent: "invite-organisation", organisation: "hexanuage", role: "author" },
      { intent: "cancel", invitation: "1" },
      { intent: "role", account: "1", role: "reader" },
      { intent: "remove", account: "1" },
      { intent: "leave" },
      { intent: "share" },
      { intent: "revoke", share: "1" },
    ];
    for (const act of acts)
      expect((await post(tribune.url(), `${slug}/co-authors`, act, headers)).status, act.intent).toBe(404);
    const states: Record<string, string>[] = [
      { intent: "name", name: "Taken" },
      { intent: "restore", snapshot: "1", revision: "1" },
    ];
    for (const act of states)
      expect((await post(tribune.url(), `${slug}/draft/history`, act, headers)).status, act.intent).toBe(404);
    const [comment] = await tribune.sql()<{ id: number; thread: number }[]>`
      select id, thread_id as thread from margin_comments order by id limit 1`;
    const { id = 0, thread = 0 } = comment ?? {};
    const inMargin: Record<string, string>[] = [
      { intent: "begin", quote: "trois administrations", body: "Taken." },
      { intent: "reply", thread: String(thread), body: "Taken." },
      { intent: "edit", comment: String(id), body: "Taken." },
      { intent: "delete", comment: String(id) },
      { intent: "resolve", thread: String(thread) },
      { intent: "reopen", thread: String(thread) },
    ];
    for (const act of inMargin)
      for (const way of ["", ".json"])
        expect(
          (await post(tribune.url(), `${slug}/draft/comments${way}`, act, headers)).status,
          act.intent,
        ).toBe(404);
    expect((await get(`${slug}/draft/comments`, owner)).text).not.toContain("Taken");
    const translation = { title: "Taken", text: "Taken.", revision: "1", original: "0".repeat(64) };
    const acted: [string, Record<string, string>][] = [
      ["/en", { ...translation, intent: "save" }],
      ["/en", { ...translation, intent: "save-current" }],
      ["/en", { intent: "delete" }],
      ["/en/autosave", translation],
      ["", { intent: "leave-out", language: "en" }],
      ["", { intent: "take-in", language: "en" }],
    ];
    for (const [way, act] of acted)
      expect((await post(tribune.url(), `${slug}/draft/translations${way}`, act, headers)).status, way).toBe(
        404,
      );
    expect((await get(`${slug}/draft/translations/en`, owner)).text).not.toContain("Taken");
    expect((await get(`${slug}/edit`, owner)).text).not.toContain("Taken");
    expect((await get(`${slug}/co-authors`, owner)).text).not.toContain("eve@example.org");
  });
  test("is read, and not written, by a reader; by a secret link until that is revoked", async () => {
    const slug = `/letters/${draft?.slug}`;
    const sql = tribune.sql();
    const reader = sampleAccounts.find(({ name }) => name !== draft?.writer) ?? none;
    await sql`
      insert into co_authors (letter_id, account_id, role)
      select l.id, a.id, 'reader' from letters l, accounts a
      where l.slug = ${draft?.slug ?? ""} and a.email = ${reader.email}`;
    expect((await get(`${slug}/draft`, other)).status).toBe(200);
    expect((await get(`${slug}/co-authors`, other)).text).not.toContain('value="share"');
    for (const way of ["/edit", "/publish"])
      expect((await get(slug + way, other)).headers.location).toBe(`${slug}/draft`);
    expect((await get(`${slug}/draft/translations`, other)).text).not.toContain('value="leave-out"');
    const translation = await get(`${slug}/draft/translations/en`, other);
    expect(translation.status).toBe(200);
    expect(translation.text).toContain("Everybody promises that one can leave.");
    expect(translation.text).not.toContain("<textarea");
    const headers = { Cookie: other };
    const fields = { title: "Taken", text: "Taken.", revision: "1" };
    expect((await post(tribune.url(), `${slug}/edit`, fields, headers)).status).toBe(404);
    for (const way of ["/en", "/en/autosave"])
      expect((await post(tribune.url(), `${slug}/draft/translations${way}`, fields, headers)).status).toBe(
        404,
      );
    for (const intent of ["share", "invite-person"]) {
      const act = { intent, email: "eve@example.org", role: "author" };
      expect((await post(tribune.url(), `${slug}/co-authors`, act, headers)).status).toBe(404);
    }
    const margin = await get(`${slug}/draft/comments`, other);
    expect(margin.text).toContain("qu’en dis-tu");
    expect(margin.text).not.toContain('value="reply"');
    const said = { intent: "begin", quote: "trois administrations", body: "Taken." };
    expect((await post(tribune.url(), `${slug}/draft/comments`, said, headers)).status).toBe(403);
    await post(tribune.url(), `${slug}/co-authors`, { intent: "share" }, { Cookie: owner });
    const link = /\/drafts\/[\w-]+/.exec((await get(`${slug}/co-authors`, owner)).text)?.[0] ?? "";
    const shared = await get(link);
    expect([shared.status, shared.headers["cache-control"]]).toEqual([200, "no-store"]);
    expect(shared.headers["referrer-policy"]).toBe("same-origin");
    expect(shared.text).not.toMatch(/qu’en dis-tu|draft\/comments/);
    const share = { intent: "revoke", share: /\d+/.exec(link)?.[0] ?? "" };
    await post(tribune.url(), `${slug}/co-authors`, share, { Cookie: owner });
    expect((await get(link)).status).toBe(404);
    await sql`delete from co_authors where role = 'reader'`;
    expect((await get(`${slug}/draft`, other)).status).toBe(404);
  });
});

describe("the threads in the margin of a draft, as JSON", () => {
  const way = `/letters/${draft?.slug}/draft/comments.json`;
  const json = async (Cookie = "") => {
    const { status, headers, text } = await get(way, Cookie);
    return { status, cache: headers["cache-control"], body: JSON.parse(text) as Record<string, unknown> };
  };
  test("are for co-authors alone, and for no cache", async () => {
    const read = await json(owner);
    expect([read.status, read.cache]).toEqual([200, "private, no-store"]);
    expect(read.body).toMatchObject({ canWrite: true, people: ["Nadia Sellam"] });
    expect(read.body.threads).toHaveLength(3);
    expect(await json(other)).toMatchObject({ status: 404, body: { outcome: "not-found" } });
    expect(await json()).toMatchObject({ status: 401, body: { outcome: "logged-out" } });
  });
  test("are written by a script as by a form", async () => {
    const act = async (fields: Record<string, string>, Cookie = owner) => {
      const { status, text } = await post(tribune.url(), way, fields, { Cookie });
      return { status, body: JSON.parse(text) as Record<string, unknown> };
    };
    const begin = { intent: "begin", quote: "trois administrations", body: "Lesquelles ?" };
    const begun = await act(begin);
    expect(begun).toMatchObject({ status: 200, body: { outcome: "begun" } });
    const thread = String(begun.body.thread);
    expect(await act({ ...begin, body: " " })).toMatchObject({
      status: 400,
      body: {
        outcome: "refused",
        form: { values: { quote: begin.quote }, errors: { body: "margin.body.missing" } },
      },
    });
    expect(await act({ ...begin, quote: "la" })).toMatchObject({
      status: 400,
      body: { form: { errors: { quote: "margin.quote.ambiguous" } } },
    });
    const positions = { prefix: "", suffix: "", begins: "AAAA", ends: "AAAA" };
    const unreadable: Record<string, string>[] = [
      { ...begin, ...positions },
      { ...begin, ...positions, begins: "A".repeat(5000) },
      { intent: "reply", thread: "x", body: "x" },
      { intent: "resolve" },
      { intent: "unknown" },
    ];
    for (const wrong of unreadable)
      expect(await act(wrong)).toMatchObject({
        status: 400,
        body: { form: { formError: "margin.refused" } },
      });
    expect(await act({ intent: "reply", thread, body: "Les trois." })).toMatchObject({ status: 200 });
    expect(await act({ intent: "resolve", thread })).toMatchObject({ body: { outcome: "resolved" } });
    expect(await act({ intent: "resolve", thread }, "")).toMatchObject({ status: 401 });
    const page = `/letters/${draft?.slug}/draft/comments`;
    const form = await post(tribune.url(), page, { intent: "reopen", thread }, { Cookie: owner });
    expect([form.status, form.headers.location]).toEqual([303, `${page}?after=reopened#thread-${thread}`]);
    await tribune.sql()`delete from margin_threads where id = ${thread}`;
  });
});

describe("the review of a letter's signatures", () => {
  const parts = ["/review", "/review/invalidate?state=held", "/shared.csv"];
  const ways = parts.map((part) => `/letters/${open?.slug}/signatures${part}`);
  test("is there for its author, moderators and administrators alone", async () => {
    const author = person(open?.writer) ?? none;
    const reviewers = [author, ...sampleAccounts.filter(({ role }) => role !== "member")];
    for (const account of reviewers) {
      const Cookie = await logInAt(tribune.url(), account);
      for (const way of ways) expect((await get(way, Cookie)).status, way).toBe(200);
    }
    const stranger =
      sampleAccounts.find(({ email, role }) => email !== author.email && role === "member") ?? none;
    const Cookie = await logInAt(tribune.url(), stranger);
    for (const way of ways) expect((await get(way, Cookie)).status, way).toBe(404);
    const acts: Record<string, string>[] = [{ release: "1" }, { intent: "undo", invalidation: "1" }];
    for (const fields of acts)
      expect((await post(tribune.url(), ways[0] ?? "", fields, { Cookie })).status).toBe(404);
    expect((await post(tribune.url(), ways[1] ?? "", { reason: "joke" }, { Cookie })).status).toBe(404);
    for (const way of ways)
      expect((await get(way)).headers.location).toBe(`/login?next=${encodeURIComponent(way)}`);
  });
});

describe("moderation", () => {
  const moderators = sampleAccounts.filter(({ role }) => role !== "member");
  const caseOf = async () => {
    const [row] = await tribune.sql()<{ id: number; decision: number; comment: number }[]>`
      select k.id, d.id as decision, k.comment_id as comment from moderation_cases k
      join moderation_decisions d on d.case_id = k.id where d.contest is not null and d.answer is null`;
    return row ?? { id: 0, decision: 0, comment: 0 };
  };
  const acts: Record<string, string>[] = [
    { intent: "claim" },
    { intent: "release" },
    { intent: "decide", decision: "keep", reason: "no-breach" },
    { intent: "undo", undone: "1" },
    { intent: "answer", answered: "1", answer: "overturn", text: "Taken." },
  ];
  test("is there for whoever was named for a letter, with the cases of that letter alone", async () => {
    const sql = tribune.sql();
    const [within = { id: 0, letter: 0 }] = await sql<{ id: number; letter: number }[]>`
      select id, letter_id as letter from moderation_cases where kind = 'letter' order by id limit 1`;
    const [beyond = { id: 0 }] = await sql<{ id: number }[]>`
      select id from moderation_cases where kind = 'organisation' order by id limit 1`;
    await sql`
      insert into moderation_areas (account_id, letter_id, named_by)
      select distinct s.account_id, ${within.letter}::bigint, (select min(id) from accounts where role = 'admin')
      from sessions s join accounts a on a.id = s.account_id where a.role = 'member'`;
    expect((await get("/moderation", owner)).status).toBe(200);
    expect((await get(`/moderation/cases/${within.id}`, owner)).status).toBe(200);
    expect((await get(`/moderation/cases/${beyond.id}`, owner)).status).toBe(404);
    const before = await sql`select * from moderation_cases where id = ${beyond.id}`;
    for (const act of acts) {
      const tried = await post(tribune.url(), `/moderation/cases/${beyond.id}`, act, { Cookie: owner });
      expect(tried.status, act.intent).toBe(404);
    }
    expect(await sql`select * from moderation_cases where id = ${beyond.id}`).toEqual(before);
    await sql`delete from moderation_areas`;
    expect((await get("/moderation", owner)).status).toBe(404);
  });

  test("is there for moderators and administrators alone", async () => {
    const { id } = await caseOf();
    for (const way of ["/moderation", "/moderation?list=contested", `/moderation/cases/${id}`]) {
      for (const account of moderators)
        expect((await get(way, await logInAt(tribune.url(), account))).status, way).toBe(200);
      for (const cookie of [owner, other]) expect((await get(way, cookie)).status, way).toBe(404);
      const answer = await get(way);
      expect([answer.status, answer.headers.location]).toEqual([
        302,
        `/login?next=${encodeURIComponent(way)}`,
      ]);
    }
    const before = await tribune.sql()`select * from moderation_cases order by id`;
    for (const act of acts) {
      const tried = await post(tribune.url(), `/moderation/cases/${id}`, act, { Cookie: owner });
      expect(tried.status, act.intent).toBe(404);
      expect((await post(tribune.url(), `/moderation/cases/${id}`, act)).status, act.intent).toBe(302);
    }
    expect(await tribune.sql()`select * from moderation_cases order by id`).toEqual(before);
  });

  test("a decision is read and contested by whose words it is about alone", async () => {
    const { decision, comment } = await caseOf();
    const owen = await logInAt(tribune.url(), person("Owen Tregarth") ?? none);
    const camille = await logInAt(tribune.url(), person("Camille Vasseur") ?? none);
    const way = `/moderation/contest/${decision}`;
    expect((await get(way, owen)).text).toContain("Find another trade.");
    expect((await get(way, camille)).status).toBe(404);
    expect((await get(way)).status).toBe(302);
    const text = { text: "Not mine." };
    expect((await post(tribune.url(), way, text, { Cookie: camille })).status).toBe(404);
    const stranger = await post(tribune.url(), way, text);
    expect([stranger.status, stranger.text.includes("Not mine.")]).toEqual([401, true]);
    const lead = `/moderation/contest?comment=${comment}`;
    expect((await get(lead, owen)).headers.location).toBe(way);
    expect((await get(lead, camille)).status).toBe(404);
  });
});

describe("the console", () => {
  const ways = ["/administration/moderation", "/administration/retention", "/administration/organisations"];
  const admin = sampleAccounts.find(({ role }) => role === "admin") ?? none;
  const moderator = sampleAccounts.find(({ role }) => role === "moderator") ?? none;
  test("is there for administrators alone: what is held, what is kept and organisations too", async () => {
    const Cookie = await logInAt(tribune.url(), admin);
    for (const way of ways) expect((await get(way, Cookie)).status, way).toBe(200);
    for (const cookie of [owner, other, await logInAt(tribune.url(), moderator)])
      for (const way of ways) {
        const answer = await get(way, cookie);
        expect(answer.status, way).toBeGreaterThanOrEqual(403);
        expect(answer.status, way).toBeLessThanOrEqual(404);
      }
    for (const way of ways)
      expect((await get(way)).headers.location).toBe(`/login?next=${encodeURIComponent(way)}`);
  });
  test("is written by nobody else: nothing is held, erased or listed by them", async () => {
    const sql = tribune.sql();
    const state = async () =>
      JSON.stringify([
        await sql`select * from pipeline_settings`,
        await sql`select * from word_lists order by language`,
        await sql`select id from retention_runs order by id`,
      ]);
    const before = await state();
    const acts: [string, Record<string, string>][] = [
      [
        "/administration/moderation",
        { intent: "set", firstComments: "3", linksUntil: "0", repeatHours: "24" },
      ],
      ["/administration/moderation", { intent: "words", language: "en", words: "taken" }],
      ["/administration/moderation", { intent: "advised" }],
      ["/administration/retention", { intent: "run" }],
    ];
    for (const Cookie of [other, await logInAt(tribune.url(), moderator), ""])
      for (const [way, fields] of acts)
        expect([302, 401, 403, 404], way).toContain(
          (await post(tribune.url(), way, fields, { Cookie })).status,
        );
    expect(await state()).toBe(before);
  });
});

describe("passkeys", () => {
  const way = "/settings/passkeys";
  const acts = ["add", "rename", "remove", "ask", "free", "codes"];
  test("are each account's own: their page and every act ask who it is", async () => {
    expect((await get(way, owner)).status).toBe(200);
    expect((await get(way)).headers.location).toBe(`/login?next=${encodeURIComponent(way)}`);
    const sql = tribune.sql();
    const [account = { id: 0 }] = await sql<{ id: number }[]>`
      select id from accounts where email = ${(person(draft?.writer) ?? none).email}`;
    await sql`insert into passkey_holders (account_id, handle) values (${account.id}, ${"h".repeat(43)})`;
    const [passkey = { id: 0 }] = await sql<{ id: number }[]>`
      insert into passkeys (account_id, credential, public_key, counter, transports, backup_eligible, backed_up, name)
      values (${account.id}, 'a-credential', '\\x00', 0, '{}', false, false, 'Owner’s key') returning id`;
    const state = async () => JSON.stringify(await sql`select * from passkeys order by id`);
    const before = await state();
    for (const intent of acts)
      for (const Cookie of [other, ""]) {
        const fields = { intent, passkey: String(passkey.id), name: "Taken", password: "x" };
        const answer = await post(tribune.url(), way, fields, { Cookie });
        expect(answer.text, intent).not.toContain("Owner’s key");
        expect(await state(), intent).toBe(before);
      }
    expect((await get(way, owner)).text).toContain("Owner’s key");
    expect((await get(way, other)).text).not.toContain("Owner’s key");
    await sql`delete from passkeys where id = ${passkey.id}`;
    await sql`delete from passkey_holders where account_id = ${account.id}`;
  });
});

describe("an organisation", () => {
  const page = "/organisations/hexanuage";
  test("is edited by its owners alone; its members see its log", async () => {
    const [owner, spokesperson, stranger] = await Promise.all(
      ["Camille Vasseur", "Owen Tregarth", "Salomé Okonkwo"].map((name) =>
        logInAt(tribune.url(), person(name) ?? none),
      ),
    );
    expect((await get("/organisations", owner)).text).toMatch(/Celles dont vous faites partie/);
    expect((await get("/organisations", stranger)).text).not.toMatch(/Celles dont vous faites partie/);
    expect((await get(`${page}/edit`, owner)).status).toBe(200);
    expect((await get(`${page}/members`, owner)).status).toBe(200);
    expect((await get(`${page}/edit`, spokesperson)).status).toBe(403);
    expect((await get(`${page}/provider`, owner)).status).toBe(200);
    for (const Cookie of [spokesperson, stranger])
      expect((await get(`${page}/provider`, Cookie)).status).toBe(403);
    expect((await get(`${page}/members`, spokesperson)).status).toBe(200);
    expect((await get(`${page}/edit`, stranger)).status).toBe(403);
    expect((await get(`${page}/members`, stranger)).status).toBe(403);
    expect((await get(`${page}/domains`, owner)).status).toBe(200);
    expect((await get(`${page}/domains`, spokesperson)).status).toBe(403);
    expect((await get(`${page}/address`, spokesperson)).status).toBe(200);
    expect((await get(`${page}/address`, stranger)).status).toBe(403);
    const proof = { intent: "own", email: "eve@hexanuage.example" };
    const proving = await post(tribune.url(), `${page}/address`, proof, { Cookie: stranger ?? "" });
    expect(proving.status).toBe(403);
    for (const [fields, way] of [
      [{ name: "Taken", sector: "association", country: "FR" }, "edit"],
      [{ intent: "invite", email: "eve@example.org", role: "owner" }, "members"],
      [{ intent: "role", account: "1", role: "owner" }, "members"],
      [{ intent: "remove", account: "1" }, "members"],
      [{ intent: "cancel", email: "eve@example.org" }, "members"],
      [{ issuer: "https://evil.example", clientId: "x", clientPassword: "y" }, "provider"],
      [{ intent: "remove" }, "provider"],
      [{ intent: "end-mandate", account: "1" }, "members"],
      [{ intent: "add", domain: "eve.example" }, "domains"],
      [{ intent: "check", domain: "eve.example" }, "domains"],
      [{ intent: "remove", domain: "eve.example" }, "domains"],
    ] as const)
      for (const Cookie of [spokesperson ?? "", stranger ?? ""])
        expect((await post(tribune.url(), `${page}/${way}`, fields, { Cookie })).status).toBe(403);
    expect((await get(page)).text).toContain("Hexanuage SAS");
  });
  test("shows addresses of the invited to its owners alone", async () => {
    const [owner, spokesperson] = await Promise.all(
      ["Camille Vasseur", "Owen Tregarth"].map((name) => logInAt(tribune.url(), person(name) ?? none)),
    );
    const fields = { intent: "invite", email: "guest@example.org", role: "member" };
    expect((await post(tribune.url(), `${page}/members`, fields, { Cookie: owner ?? "" })).status).toBe(303);
    expect((await get(`${page}/members`, owner)).text).toContain("guest@example.org");
    expect((await get(`${page}/members`, spokesperson)).text).not.toContain("guest@example.org");
    expect((await get(page)).text).not.toContain("guest@example.org");
  });
  test("sends a stranger to log in and back, and keeps what was typed when the session has ended", async () => {
    for (const way of [
      "/organisations/new",
      ...["edit", "members", "domains", "address", "provider"].map((part) => `${page}/${part}`),
    ])
      expect((await get(way)).headers.location).toBe(`/login?next=${encodeURIComponent(way)}`);
    const answer = await post(tribune.url(), "/organisations/new", { name: "Typed before" });
    expect(answer.status).toBe(401);
    expect(answer.text).toContain("Typed before");
  });
});

test("a vote without account leads to log in and back to where it was given; a script is told", async () => {
  const comment = `/letters/${open?.slug}/discussion/1`;
  const next = `/letters/${open?.slug}/discussion?sort=oldest#comment-1`;
  const answer = await post(tribune.url(), comment, { intent: "vote", vote: "agree", next });
  expect([answer.status, answer.headers.location]).toEqual([303, `/login?next=${encodeURIComponent(next)}`]);
  expect((await post(tribune.url(), `${comment}/vote`, { vote: "agree" })).status).toBe(401);
});

test("another's letter cannot be closed", async () => {
  const writer = samples.find(({ slug }) => slug === open?.slug)?.writer;
  const stranger = writer === draft?.writer ? other : owner;
  expect((await get(`/letters/${open?.slug}/close`, stranger)).status).toBe(404);
  expect((await post(tribune.url(), `/letters/${open?.slug}/close`, {}, { Cookie: stranger })).status).toBe(
    404,
  );
});

describe("the next version of a letter", () => {
  const page = `/letters/${open?.slug}/revise`;
  const fields = {
    title: "Taken",
    text: "Taken.",
    addressees: "x",
    reason: "x",
    revision: "0",
    basedOn: "1",
  };
  let writer: string;
  let stranger: string;
  beforeAll(async () => {
    const name = samples.find(({ slug }) => slug === open?.slug)?.writer;
    writer = await logInAt(tribune.url(), person(name) ?? none);
    stranger = await logInAt(tribune.url(), sampleAccounts.find((account) => account.name !== name) ?? none);
  });
  test("is its author's to write, to read and to publish, and nobody else's", async () => {
    for (const way of [page, `${page}/compare`]) {
      expect((await get(way, writer)).status, way).toBe(200);
      expect((await get(way, stranger)).status, way).toBe(404);
      expect((await get(way)).headers.location, way).toBe(`/login?next=${encodeURIComponent(way)}`);
      expect((await post(tribune.url(), way, fields, { Cookie: stranger })).status, way).toBe(404);
    }
    expect((await post(tribune.url(), `${page}/autosave`, fields, { Cookie: stranger })).status).toBe(404);
    expect((await post(tribune.url(), `${page}/autosave`, fields)).status).toBe(401);
    const discard = { intent: "discard" };
    expect((await post(tribune.url(), page, discard, { Cookie: stranger })).status).toBe(404);
    expect((await get(page, writer)).text).not.toContain("Taken");
    const closed = samples.find(({ closesInDays }) => (closesInDays ?? 1) < 0);
    const owner = await logInAt(tribune.url(), person(closed?.writer) ?? none);
    const late = await get(`/letters/${closed?.slug}/revise`, owner);
    expect([late.status, late.headers.location]).toEqual([302, `/letters/${closed?.slug}`]);
    const sent = { ...fields, text: "Words of mine." };
    const refused = await post(tribune.url(), `/letters/${closed?.slug}/revise`, sent, { Cookie: owner });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("Words of mine.");
  });
  test("comes back with what was typed when it cannot be saved, and nothing of it is public", async () => {
    const typed = { ...fields, title: "", text: "Typed with care." };
    const wrong = await post(tribune.url(), page, typed, { Cookie: writer });
    expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining("Typed with care.")]);
    const gone = await post(tribune.url(), page, typed, { Cookie: "session=gone" });
    expect([gone.status, gone.text]).toEqual([401, expect.stringContaining("Typed with care.")]);
    const saved = { ...typed, title: "Not yet public", intent: "save" };
    expect((await post(tribune.url(), page, saved, { Cookie: writer })).status).toBe(303);
    const kept = await post(
      tribune.url(),
      `${page}/autosave`,
      { ...saved, revision: "1" },
      { Cookie: writer },
    );
    expect([kept.status, JSON.parse(kept.text)]).toEqual([200, { outcome: "saved", revision: 2 }]);
    const other = { ...saved, title: "From an old window" };
    const stale = await post(tribune.url(), page, other, { Cookie: writer });
    expect([stale.status, stale.text]).toEqual([409, expect.stringContaining("From an old window")]);
    expect((await get(`/letters/${open?.slug}`)).text).not.toContain("Not yet public");
    const publish = { revision: "7", basedOn: "1" };
    expect((await post(tribune.url(), `${page}/compare`, publish, { Cookie: writer })).status).toBe(409);
    expect((await post(tribune.url(), page, { intent: "discard" }, { Cookie: writer })).status).toBe(303);
  });
});

test("a receipt is behind its link alone, and no machine keeps it", async () => {
  for (const path of ["/signatures/unknown/receipt", "/signatures/unknown/receipt.json"])
    expect((await get(path)).status).toBe(404);
  const [signature] = await tribune.sql()<{ letterId: number; id: number }[]>`
    select s.letter_id as "letterId", s.id from signatures s join letters l on l.id = s.letter_id
    where l.slug = ${open?.slug ?? ""} and s.state = 'confirmed' and s.origin = 'form' limit 1`;
  await tribune.sql()`
    insert into signature_tokens (token_hash, letter_id, signature_id)
    values (${hashToken("a-known-token")}, ${signature?.letterId ?? 0}, ${signature?.id ?? 0})`;
  const page = await get("/signatures/a-known-token/receipt");
  expect([page.status, page.headers["cache-control"], page.headers["referrer-policy"]]).toEqual([
    200,
    "no-store",
    "same-origin",
  ]);
  expect(page.text).toContain('<meta name="robots" content="noindex"/>');
  const file = await get("/signatures/a-known-token/receipt.json");
  expect([file.status, file.headers["cache-control"]]).toEqual([200, "no-store"]);
  expect(file.headers["content-disposition"]).toMatch(/^attachment; filename="receipt-[a-z0-9-]+-v1\.json"$/);
  expect(JSON.parse(file.text)).toMatchObject({ version: 1, state: "confirmed" });
});

test("who answers about a version that is not the newest is told, with 409", async () => {
  const answer = await post(tribune.url(), "/signatures/a-known-token", { intent: "sign", version: "2" });
  expect(answer.status).toBe(409);
  expect(answer.headers["cache-control"]).toBe("no-store");
  expect(answer.text).toContain("yet another version");
});

test("log-in by a provider is not there where none is set up", async () => {
  for (const path of ["/identity/official", "/organisations/hexanuage/login", "/identity/link"])
    expect((await get(path)).status, path).toBe(404);
  expect((await get("/login")).text).not.toContain("/identity/official");
  expect((await post(tribune.url(), "/organisations/hexanuage/login", {})).status).toBe(404);
  expect((await post(tribune.url(), "/identity", { issuer: "x", subject: "y" })).status).toBe(302);
});

test.each([
  "/notices",
  "/notices/subscriptions",
  "/settings",
  "/letters/mine",
  "/letters/new",
  "/letters/import",
  "/images",
])("%s asks a stranger to log in", async (path) => {
  const answer = await get(path);
  expect(answer.status).toBe(302);
  expect(answer.headers.location).toBe(`/login?next=${encodeURIComponent(path)}`);
});

describe("a session that ends in the middle of writing", () => {
  const text = "A paragraph that took an hour to write.";
  test("the form comes back with the text", async () => {
    const tried: [string, Record<string, string>][] = [
      ["/letters/new", { title: "Unsaved", text }],
      [`/letters/${draft?.slug}/edit`, { title: "Unsaved", text, revision: "1" }],
      [`/letters/${open?.slug}/discussion`, { body: text, stance: "neutral" }],
    ];
    for (const [path, fields] of tried) {
      const answer = await post(tribune.url(), path, fields, { Cookie: "session=gone" });
      expect(answer.status, path).toBe(401);
      expect(answer.text, path).toContain(text);
      expect(answer.text, path).toContain("/login");
    }
  });
  test("the editor is told", async () => {
    const answer = await post(tribune.url(), `/letters/${draft?.slug}/autosave`, { title: "x", text });
    expect([answer.status, JSON.parse(answer.text)]).toEqual([401, { outcome: "logged-out" }]);
  });
});

test("a picture is stored for accounts alone and shown to everybody", async () => {
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  const upload = async (Cookie: string) => {
    const body = new FormData();
    body.set("image", new Blob([new Uint8Array(png)], { type: "image/png" }), "red.png");
    const encoded = new Response(body);
    return ask(tribune.url(), "/images/upload", {
      method: "POST",
      headers: {
        Cookie,
        Origin: tribune.url(),
        Accept: "application/json",
        "Content-Type": encoded.headers.get("content-type") ?? "",
      },
      body: new Uint8Array(await encoded.arrayBuffer()),
    });
  };
  expect((await upload("")).status).toBe(401);
  const stored = await upload(owner);
  expect(stored.status).toBe(200);
  const { src } = JSON.parse(stored.text) as { src: string };
  const picture = await get(src);
  expect([picture.status, picture.headers["content-type"]]).toEqual([200, "image/webp"]);
  expect((await get(`/images/${"0".repeat(64)}`)).status).toBe(404);
});

describe("kept mail", () => {
  test("is read on this machine", async () => {
    expect((await get("/dev/mail")).status).toBe(200);
  });
  test("is hidden from whoever comes through a proxy or by another name", async () => {
    const disguises: Record<string, string>[] = [
      { "X-Forwarded-For": "203.0.113.9" },
      { Forwarded: "for=203.0.113.9" },
      { Host: "evil.example" },
    ];
    for (const headers of disguises)
      expect((await ask(tribune.url(), "/dev/mail", { headers })).status).toBe(404);
  });
});

test("what a reader with an account sees may be kept by nobody else, and says so", async () => {
  const cookie = await logInAt(tribune.url(), sampleAccounts[0] ?? { email: "", password: "" });
  const { headers } = await ask(tribune.url(), `/letters/${open?.slug}`, { headers: { Cookie: cookie } });
  expect(headers["cache-control"]).toMatch(/private|no-store/);
  expect(headers.vary).toMatch(/Cookie/);
});

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ConsultationForm } from "#app/consultations/consultation.ts";
import { closeConsultation, openConsultation } from "#app/consultations/open-consultation.server.ts";
import { postComment } from "#app/discussion/post-comment.server.ts";
import { listOfficials } from "#app/doctrine/list-officials.server.ts";
import { endOfficial } from "#app/doctrine/mark-official.server.ts";
import { closeSql } from "#db/sql.ts";
import { ask, logInAt, post } from "../asking.ts";
import { makeOfficial, makeRules } from "../doctrine/made-up-officials.ts";
import { makeAccount, password } from "../made-up.ts";
import type { MadeText } from "../made-up-doctrine.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();
// The verbs run in this process on the server's database.
beforeAll(() => (process.env.DATABASE_URL = tribune.databaseUrl()));
afterAll(closeSql);

const who = ["stranger", "account", "official", "former", "elsewhere", "admin"] as const;
type Who = (typeof who)[number];
let cookies: Record<Who, string>;
let text: MadeText;
let home: string;
let officialId: number;
let consultation: number;
let comment: number;

beforeAll(async () => {
  text = await makeRules("rules-to-answer");
  home = "/doctrine/rules-to-answer";
  const admin = await makeAccount({ role: "admin" });
  const account = await makeAccount();
  const former = await makeOfficial(text, admin);
  await endOfficial(text.id, admin, (await listOfficials(text.id))[0]?.id ?? 0);
  const official = await makeOfficial(text, admin);
  const elsewhere = await makeOfficial(await makeRules(), admin);
  officialId = official.id;
  const said = await postComment({ text: text.slug, provision: "1" }, account.id, {
    ...{ body: "Said before.", stance: "neutral", parent: null },
  });
  comment = said.outcome === "posted" ? said.id : 0;
  const form = ConsultationForm.parse({
    title: "First",
    opens: "2099-01-01T00:00",
    closes: "2099-02-01T00:00",
  });
  const opened = await openConsultation(text.id, official.id, form);
  consultation = opened.outcome === "opened" ? opened.id : 0;
  await closeConsultation(text.id, official.id, consultation);
  const session = ({ email }: { email: string }) => logInAt(tribune.url(), { email, password });
  cookies = {
    stranger: "",
    account: await session(account),
    official: await session(official),
    former: await session(former),
    elsewhere: await session(elsewhere),
    admin: await session(admin),
  };
});

const get = (path: string, by: Who, language = "en") =>
  ask(tribune.url(), path, { headers: { Cookie: cookies[by], "Accept-Language": language } });
const send = (path: string, fields: Record<string, string>, by: Who, language = "en") =>
  post(tribune.url(), path, fields, { Cookie: cookies[by], "Accept-Language": language });
const byEach = async (act: (by: Who) => Promise<{ status: number }>) =>
  Object.fromEntries(await Promise.all(who.map(async (by) => [by, (await act(by)).status] as const)));

/** What each answers; the same for all but those named. */
const all = (status: number, but: Partial<Record<Who, number>> = {}) => ({
  ...Object.fromEntries(who.map((by) => [by, status])),
  ...but,
});

test.each(["provisions=0.5_1", "provisions=9999999999_1", "comments=9999999999.5_1"])(
  "what was unanswered is listed from the beginning, or its end, for a wild %s",
  async (query) => {
    const answer = await ask(tribune.url(), `${home}/unanswered?${query}`, {
      headers: { Cookie: cookies.official },
    });
    expect(answer.status).toBe(200);
  },
);

describe("who sees and does what", () => {
  test("pages: public, or for officials", async () => {
    for (const path of [
      `${home}/officials`,
      `${home}/consultations`,
      `${home}/consultations/${consultation}`,
    ])
      expect(await byEach((by) => get(path, by)), path).toEqual(all(200));
    for (const end of [".csv", ".json"])
      expect(await byEach((by) => get(`${home}/consultations/${consultation}${end}`, by))).toEqual(all(200));
    for (const path of [`${home}/unanswered`, `${home}/1/disposition`]) {
      expect(await byEach((by) => get(path, by)), path).toEqual(all(403, { stranger: 302, official: 200 }));
      expect((await get(path, "stranger")).headers.location).toBe(`/login?next=${encodeURIComponent(path)}`);
    }
  });

  test("what is not there is 404", async () => {
    for (const path of [
      "/doctrine/never-was/officials",
      "/doctrine/never-was/consultations",
      `${home}/consultations/999999`,
      `${home}/consultations/x`,
      `${home}/consultations/999999.csv`,
      `${home}/consultations/999999.json`,
      `/doctrine/never-was/consultations/${consultation}`,
    ])
      expect((await get(path, "official")).status, path).toBe(404);
    expect((await get(`${home}/99/disposition`, "official")).status).toBe(404);
  });

  test("marking is for administrators", async () => {
    const { email } = await makeAccount({ name: "Marked by Mistake" });
    const mark = { intent: "account", email };
    expect(await byEach((by) => send(`${home}/officials`, mark, by))).toEqual(
      all(403, { stranger: 401, admin: 303 }),
    );
    // Whose session has ended keeps what they typed.
    expect((await send(`${home}/officials`, mark, "stranger")).text).toContain(email);
    expect((await get(`${home}/officials`, "official")).text).not.toContain(email);
    const unknown = await send(
      `${home}/officials`,
      { intent: "account", email: "typed@example.org" },
      "admin",
    );
    expect([unknown.status, unknown.text]).toEqual([400, expect.stringContaining("typed@example.org")]);
    const mine = (await listOfficials(text.id)).find(({ person }) => person === "Marked by Mistake")?.id ?? 0;
    const end = { intent: "end", mark: String(mine) };
    expect(
      await byEach((by) => (by === "admin" ? get("/", by) : send(`${home}/officials`, end, by))),
    ).toEqual(all(403, { stranger: 401, admin: 200 }));
    expect((await send(`${home}/officials`, end, "admin")).status).toBe(303);
    expect((await send(`${home}/officials`, { intent: "end", mark: "0" }, "admin")).status).toBe(404);
  });

  test("dispositions are for officials; what was typed comes back", async () => {
    const fields = () => ({
      decision: "noted",
      reasons: "Seen and kept.",
      revision: "2023-05-14",
      key: randomUUID(),
    });
    const path = `${home}/1/disposition`;
    expect(await byEach((by) => send(path, fields(), by))).toEqual(
      all(403, { stranger: 401, official: 303 }),
    );
    expect((await send(path, fields(), "stranger")).text).toContain("Seen and kept.");
    for (const [wrong, status] of [
      [{ decision: "" }, 400],
      [{ key: "x" }, 400],
      [{ revision: "2020-02-02" }, 409],
      [{ revision: "2020-02-31" }, 400],
    ] as const) {
      const answer = await send(path, { ...fields(), ...wrong }, "official");
      expect([answer.status, answer.text], JSON.stringify(wrong)).toEqual([
        status,
        expect.stringContaining("Seen and kept."),
      ]);
    }
    const other = { provision: String(text.provisions["2"] ?? 0) };
    for (const [language, said] of [
      ["en", "The rules were renumbered meanwhile"],
      ["fr", "Les règles ont été renumérotées entre-temps"],
    ] as const) {
      const Cookie = `${cookies.official}; language=${language}`;
      const answer = await post(tribune.url(), path, { ...fields(), ...other }, { Cookie });
      expect(answer.status).toBe(409);
      for (const part of [said, `${tribune.url()}${home}/2/disposition`, "Seen and kept."])
        expect(answer.text).toContain(part);
    }
  });

  test("consultations are opened and closed by officials", async () => {
    const path = `${home}/consultations`;
    const fields = { title: "Typed with care", opens: "2099-03-01T00:00", closes: "2099-04-01T00:00" };
    expect(await byEach((by) => send(path, fields, by))).toEqual(all(403, { stranger: 401, official: 303 }));
    for (const [wrong, status] of [
      [{ title: " " }, 400],
      [{ closes: "2099-02-01T00:00" }, 400],
      [{ closes: "soon" }, 400],
      [{ title: "Another of that time" }, 409],
    ] as const) {
      const answer = await send(path, { ...fields, ...wrong }, "official");
      expect([answer.status, answer.text], JSON.stringify(wrong)).toEqual([
        status,
        expect.stringContaining("2099-03-01T00:00"),
      ]);
    }
    const made = await send(path, fields, "official");
    const at = String(made.headers.location);
    expect(await byEach((by) => (by === "official" ? get("/", by) : send(at, {}, by)))).toEqual(
      all(403, { stranger: 302, official: 200 }),
    );
    expect((await get(at, "account")).text).not.toContain("Close it now");
    expect((await get(at, "official")).text).toContain("Close it now");
    expect((await send(at, {}, "official")).headers.location).toBe(at);
    expect((await get(at, "stranger")).text).toContain("called off");
  });

  test("an official answer is for officials; the tick is theirs alone to see", async () => {
    const path = `${home}/1/discussion`;
    const fields = () => ({
      body: "Officially.",
      stance: "neutral",
      parent: String(comment),
      officially: "on",
    });
    expect(await byEach((by) => send(path, { ...fields(), key: randomUUID() }, by))).toEqual(
      all(403, { stranger: 401, official: 303 }),
    );
    expect((await send(path, fields(), "account")).text).toContain("Officially.");
    for (const by of who)
      expect(/name="officially"/.test((await get(`${path}/${comment}?reply`, by)).text), by).toBe(
        by === "official",
      );
  });
});

test("outside a window comments, replies and annotations are refused with the days, and nothing typed is lost", async () => {
  const form = ConsultationForm.parse({
    title: "Later",
    opens: "2099-01-10T09:00",
    closes: "2099-02-10T18:30",
  });
  const opened = await openConsultation(text.id, officialId, form);
  const path = `${home}/2/discussion`;
  const late = { body: "Too early to say.", stance: "oppose", key: randomUUID() };
  const quote = { ...late, quote: "Say where data is.", start: "0", revision: "2023-05-14" };
  for (const [language, days] of [
    ["en", /from 10 January 2099 at 09:00 CET until 10 February 2099 at 18:30 CET/],
    ["fr", /du 10 janvier 2099 à 09:00 UTC\+1 au 10 février 2099 à 18:30 UTC\+1/],
  ] as const)
    for (const [way, fields] of [
      [path, late],
      [`${home}/1/discussion`, { ...late, parent: String(comment) }],
      [`${home}/2/annotate`, quote],
    ] as const) {
      const cookie = { Cookie: `${cookies.account}; language=${language}`, "Accept-Language": language };
      const answer = await post(tribune.url(), way, fields, cookie);
      expect(answer.status, way).toBe(409);
      expect(answer.text.replace(/\u00a0|\u202f/g, " "), `${way} ${language}`).toMatch(days);
      expect(answer.text, way).toContain("Too early to say.");
    }
  expect((await get(path, "account")).text).not.toContain("<textarea");
  expect((await get(path, "official")).text).toContain("<textarea");
  expect((await send(path, { ...late, key: randomUUID() }, "official")).status).toBe(303);
  if (opened.outcome === "opened") await closeConsultation(text.id, officialId, opened.id);
  expect((await send(path, { ...late, key: randomUUID() }, "account")).status).toBe(303);
});

import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { hashToken } from "#app/accounts/secret.server.ts";
import { translator } from "#app/languages/translate.ts";
import { sampleAccounts } from "#db/seed/sample-accounts.ts";
import { ask, logInAt, post } from "../asking.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();
const told = "/letters/marches-publics-du-numerique-publier-les-contrats";
const open = "/letters/pour-un-cloud-de-confiance-verifiable";
const fr = translator("fr");
const today = new Date().toISOString().slice(0, 10);

let author: string;
let other: string;
let admin: string;
beforeAll(async () => {
  const [camille, owen, , ines] = sampleAccounts;
  [author = "", other = "", admin = ""] = await Promise.all(
    [camille, owen, ines].map((account) => logInAt(tribune.url(), account ?? { email: "", password: "" })),
  );
});
const get = (path: string, Cookie = "") => ask(tribune.url(), path, { headers: { Cookie } });
const send = (path: string, fields: Record<string, string>, Cookie = "") =>
  post(tribune.url(), path, fields, { Cookie });
const forms = () =>
  ({
    updates: { key: randomUUID(), title: "Typed title", body: "Typed with care." },
    delivery: { key: randomUUID(), addressee: "Typed addressee", day: today },
    replies: {
      key: randomUUID(),
      name: "Typed name",
      office: "",
      day: today,
      body: "Typed reply.",
      address: "",
    },
  }) as const;

describe("what became of a letter", () => {
  test("is public: the pages, the letter's own and its data", async () => {
    const paths = ["", "/updates", "/updates/3", "/delivery", "/replies", "/replies/1", "/history", ".json"];
    const kept = async () => /s-maxage/.test(String((await get(told)).headers["cache-control"]));
    await vi.waitUntil(kept, { timeout: 10_000 });
    for (const path of paths) {
      const answer = await get(told + path);
      expect(answer.status, path).toBe(200);
      expect(answer.headers["cache-control"], path).toMatch(/s-maxage/);
      expect(answer.text, path).not.toMatch(/name="key"/);
    }
    const data = JSON.parse((await get(`${told}.json`)).text) as Record<string, unknown[]>;
    expect([data.updates, data.deliveries, data.replies].map((records) => records?.length)).toEqual([
      3, 2, 1,
    ]);
    expect(data.deliveries?.[0]).toMatchObject({ version: { number: 2 }, signatures: { organisations: 0 } });
  });

  test.each(["/updates/0", "/updates/999", "/updates/x", "/replies/999", "/replies/-1"])(
    "there is no %s",
    async (path) => expect((await get(told + path)).status).toBe(404),
  );

  test("a record is found under its own letter alone", async () => {
    expect((await get(`${open}/updates/1`)).status).toBe(404);
    expect((await get(`${open}/replies/1`)).status).toBe(404);
  });

  test("is recorded by the author alone: another gets no form, and nothing of what they send is kept", async () => {
    for (const [part, fields] of Object.entries(forms())) {
      const page = `${told}/${part}`;
      expect((await get(page, author)).text, part).toContain('name="key"');
      for (const Cookie of [other, admin]) {
        expect((await get(page, Cookie)).text, part).not.toContain('name="key"');
        expect((await send(page, fields, Cookie)).status, part).toBe(part === "replies" ? 403 : 404);
      }
      expect((await get(page)).text).not.toContain("Typed");
    }
    for (const way of ["/manage", "/reopen", "/archive"]) {
      expect((await get(told + way, author)).status, way).toBe(200);
      for (const Cookie of [other, admin]) expect((await get(told + way, Cookie)).status, way).toBe(404);
      expect((await get(told + way)).headers.location).toBe(`/login?next=${encodeURIComponent(told + way)}`);
    }
    for (const Cookie of [other, admin]) {
      expect((await send(`${told}/reopen`, { reason: "Mine." }, Cookie)).status).toBe(404);
      for (const intent of ["archive", "unarchive"])
        expect((await send(`${told}/archive`, { intent }, Cookie)).status).toBe(404);
    }
    const [letter] = await tribune.sql()`
      select state, (select count(*)::int from letter_updates) as updates from letters
      where slug = ${told.replace("/letters/", "")}`;
    expect(letter).toEqual({ state: "closed", updates: 3 });
  });

  test("what was typed stays when it is refused, or the session has ended", async () => {
    for (const [part, fields] of Object.entries(forms())) {
      const page = `${told}/${part}`;
      const typed = Object.values(fields).filter((value) => value.startsWith("Typed"));
      const gone = await send(page, fields);
      expect(gone.status, part).toBe(401);
      for (const words of typed) expect(gone.text, part).toContain(words);
    }
    const { updates, delivery, replies } = forms();
    const empty = await send(`${told}/updates`, { ...updates, title: " " }, author);
    expect([empty.status, empty.text]).toEqual([400, expect.stringContaining("Typed with care.")]);
    expect(empty.text).toContain(fr("update.title.missing"));
    for (const [day, phrase] of [
      ["2999-01-01", "record.day.future"],
      ["2001-01-01", "record.day.early"],
      ["soon", "record.day.wrong"],
    ] as const) {
      const answer = await send(`${told}/delivery`, { ...delivery, day }, author);
      expect([answer.status, answer.text]).toEqual([400, expect.stringContaining("Typed addressee")]);
      expect(answer.text).toContain(fr(phrase));
    }
    const script = { ...replies, address: "javascript:alert(1)" };
    const wrong = await send(`${told}/replies`, script, author);
    expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining("Typed reply.")]);
    expect(wrong.text).toContain(fr("reply.address.wrong"));
  });

  test("a form without a key of its own is refused", async () => {
    const { updates } = forms();
    expect((await send(`${told}/updates`, { ...updates, key: "x" }, author)).status).toBe(400);
  });

  test("the same form sent twice leads to the same page", async () => {
    const { updates } = forms();
    const answers = [];
    for (let sent = 0; sent < 2; sent++) answers.push(await send(`${open}/updates`, updates, author));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1);
    const page = await get(String(answers[0]?.headers.location), author);
    expect(page.text).toContain("Typed with care.");
    expect(page.text).toContain(fr("update.published"));
  });
});

describe("each state refuses what does not belong to it with 409, and says why", () => {
  test("open, closed, archived", async () => {
    const early = await send(`${open}/archive`, { intent: "archive" }, author);
    expect([early.status, early.text]).toEqual([409, expect.stringContaining(fr("archive.open"))]);
    expect((await send(`${open}/archive`, { intent: "other" }, author)).status).toBe(400);
    const without = await send(`${told}/reopen`, { reason: " ", closesOn: "2999-01-01" }, author);
    expect([without.status, without.text]).toEqual([400, expect.stringContaining("2999-01-01")]);
    const over = await send(`${told}/reopen`, { reason: "Typed reason.", closesOn: "2020-01-01" }, author);
    expect([over.status, over.text]).toEqual([400, expect.stringContaining("Typed reason.")]);

    for (let sent = 0; sent < 2; sent++) {
      const archived = await send(`${told}/archive`, { intent: "archive" }, author);
      expect([archived.status, archived.headers.location]).toEqual([303, told]);
    }
    for (const [part, fields] of Object.entries(forms())) {
      const refused = await send(`${told}/${part}`, fields, author);
      expect([refused.status, refused.text], part).toEqual([
        409,
        expect.stringContaining(fr("record.archived")),
      ]);
      expect(refused.text, part).toContain("Typed");
      expect((await get(`${told}/${part}`, author)).text).not.toContain('name="key"');
    }
    const reopened = await send(`${told}/reopen`, { reason: "Typed reason." }, author);
    expect([reopened.status, reopened.text]).toEqual([409, expect.stringContaining(fr("reopen.archived"))]);
    const comment = { body: "Typed comment.", stance: "neutral", key: randomUUID(), parent: "" };
    const posted = await send(`${told}/discussion`, comment, author);
    expect([posted.status, posted.text]).toEqual([409, expect.stringContaining("Typed comment.")]);
    const [{ id } = { id: 0 }] = await tribune.sql()<{ id: number }[]>`
      select c.id::int from comments c join discussions d on d.id = c.discussion_id join letters l on l.id = d.letter_id
      join accounts a on a.id = c.account_id
      where l.slug = ${told.replace("/letters/", "")} and c.deleted_at is null and a.name <> 'Camille Vasseur' limit 1`;
    expect((await send(`${told}/discussion/${id}/vote`, { vote: "agree" }, author)).status).toBe(409);
    const discussion = (await get(`${told}/discussion`, author)).text;
    expect(discussion).toContain(fr("discussion.archived"));
    expect(discussion).not.toMatch(/<textarea|name="vote"/);
    for (const part of ["", "/versions", "/versions/1", "/signatures", "/signatures.csv", "/history"])
      expect((await get(told + part)).status, part).toBe(200);

    expect((await send(`${told}/archive`, { intent: "unarchive" }, author)).status).toBe(303);
    expect((await send(`${told}/reopen`, { reason: "Typed reason." }, author)).status).toBe(303);
    expect((await get(`${told}/history`, author)).text).toContain("Typed reason.");
    expect((await get(told, author)).text).toContain(' id="sign"');
  });
});

test("the sixth update in a day is refused with 429, a time to wait and what was typed", async () => {
  const letter = "/letters/research-data-and-european-cloud-certification";
  const statuses = [];
  for (let sent = 0; sent < 6; sent++) statuses.push(await send(`${letter}/updates`, forms().updates, other));
  expect(statuses.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303, 429]);
  expect(Number(statuses[5]?.headers["retry-after"])).toBeGreaterThan(80_000);
  expect(statuses[5]?.text).toContain("Typed with care.");
});

describe("a signature's own page", () => {
  test("stops the news of a letter by its button, and not by being looked at", async () => {
    const [signature] = await tribune.sql()<{ letterId: number; id: number }[]>`
      select letter_id as "letterId", id from signatures where keep_informed and state = 'confirmed' limit 1`;
    if (!signature) throw new Error("nobody of the sample content wants to be informed");
    await tribune.sql()`
      insert into signature_tokens (token_hash, letter_id, signature_id)
      values (${hashToken("a-known-token")}, ${signature.letterId}, ${signature.id})`;
    const wants = async () => {
      const [row] = await tribune.sql()<{ informed: boolean }[]>`
        select keep_informed as informed from signatures where letter_id = ${signature.letterId} and id = ${signature.id}`;
      return row?.informed;
    };
    expect((await get("/signatures/a-known-token")).text).toContain('value="leave-alone"');
    expect(await wants()).toBe(true);
    for (let sent = 0; sent < 2; sent++)
      expect((await send("/signatures/a-known-token", { intent: "leave-alone" })).status).toBe(303);
    expect(await wants()).toBe(false);
    expect((await get("/signatures/a-known-token")).text).toContain('value="inform"');
    expect((await send("/signatures/a-known-token", { intent: "inform" })).status).toBe(303);
    expect(await wants()).toBe(true);
  });
});

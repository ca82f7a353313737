import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { DispositionForm } from "#app/doctrine/disposition.ts";
import { listOfficials } from "#app/doctrine/list-officials.server.ts";
import { endOfficial } from "#app/doctrine/mark-official.server.ts";
import { postDisposition } from "#app/doctrine/post-disposition.server.ts";
import { readDispositions } from "#app/doctrine/read-answers.server.ts";
import { useDatabase } from "../database.ts";
import { makeAccount } from "../made-up.ts";
import type { MadeText } from "../made-up-doctrine.ts";
import { makeOfficial, makeOfficialBody, makeRules } from "./made-up-officials.ts";

useDatabase();
let admin: Account;
let official: Account;
let text: MadeText;
beforeAll(async () => {
  admin = await makeAccount({ role: "admin" });
});
beforeEach(async () => {
  text = await makeRules();
  official = await makeOfficial(text, admin);
});

const form = (wish: Partial<Record<keyof DispositionForm, string>> = {}) =>
  DispositionForm.parse({
    ...{ decision: "accepted", reasons: "It was right.", revision: "2023-05-14", key: randomUUID() },
    ...wish,
  });
const post = async (account = official, wish: Parameters<typeof form>[0] = {}, provision = "2") =>
  (await postDisposition(text.provisions[provision] ?? 0, account.id, form(wish))).outcome;
const read = async () => (await readDispositions(text.provisions["2"] ?? 0)).dispositions;

test("the newest stands first, earlier ones stay, each says who and of which revision", async () => {
  const { owner } = await makeOfficialBody(text, admin, "Ministry of Answers");
  expect(await post()).toBe("posted");
  expect(await post(owner, { decision: "partly-accepted", reasons: "Half of it\n\nwas right." })).toBe(
    "posted",
  );
  expect(await read()).toMatchObject([
    {
      decision: "partly-accepted",
      reasons: "Half of it\n\nwas right.",
      organisation: { name: "Ministry of Answers" },
      name: "Owner of Ministry of Answers",
      dated: "2023-05-14",
    },
    { decision: "accepted", organisation: null, name: "Odile Official" },
  ]);
});

test("a form that was shown for another provision posts nothing and says where that one is", async () => {
  const [one = 0, two = 0] = [text.provisions["1"], text.provisions["2"]];
  expect(await postDisposition(one, official.id, form({ provision: String(two) }))).toEqual({
    outcome: "moved",
    to: { text: text.slug, provision: "2" },
  });
  expect(await post(official, { provision: "999999" })).toBe("not-found");
  expect(await read()).toEqual([]);
  expect((await readDispositions(one)).dispositions).toEqual([]);
  expect(await post(official, { provision: String(two) })).toBe("posted");
});

test("the same form sent many times at once posts once; its key is nobody else's", async () => {
  const key = randomUUID();
  const answers = await Promise.all([1, 2, 3, 4].map(() => post(official, { key })));
  expect(new Set(answers)).toEqual(new Set(["posted"]));
  expect(await read()).toHaveLength(1);
  const other = await makeOfficial(text, admin);
  expect(await post(other, { key })).toBe("stale-form");
  expect(await post(official, { key }, "3")).toBe("stale-form");
});

describe("refused", () => {
  test("to whoever is no official of this text, or no more", async () => {
    const elsewhere = await makeOfficial(await makeRules(), admin);
    for (const account of [await makeAccount(), admin, elsewhere])
      expect(await post(account)).toBe("not-official");
    await endOfficial(text.id, admin, (await listOfficials(text.id))[0]?.id ?? 0);
    expect(await post()).toBe("not-official");
    expect(await read()).toEqual([]);
  });
  test("where the provision or its state is not", async () => {
    expect(await post(official, {}, "99")).toBe("not-found");
    expect(await post(official, { revision: "2024-01-01" })).toBe("revision-gone");
    const dayless = { decision: "noted", reasons: "x", revision: "0000-05-14", key: randomUUID() };
    expect(DispositionForm.safeParse(dayless).error?.issues[0]?.message).toBe("disposition.revision.gone");
  });
  test("without decision or reasons", () => {
    for (const wrong of [
      { decision: "" },
      { decision: "maybe" },
      { reasons: " \n " },
      { reasons: "x".repeat(10_001) },
    ])
      expect(() => form(wrong), JSON.stringify(wrong)).toThrow();
  });
});

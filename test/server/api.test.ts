import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { makeToken } from "#app/tokens/make-token.server.ts";
import { revokeToken, listTokens } from "#app/tokens/own-tokens.server.ts";
import { scopes, type Scope } from "#app/tokens/token.ts";
import { writeOperations } from "#app/tokens/write-operations.ts";
import { closeSql, sql } from "#db/sql.ts";
import { ask, logInAt } from "../asking.ts";
import { misfits } from "../described.ts";
import { makeAccount, makeLetter, origin, password } from "../made-up.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();
beforeAll(() => (process.env.DATABASE_URL = tribune.databaseUrl()));
afterAll(closeSql);

let made = 0;
async function tokenOf(account: Account, may: readonly Scope[] = scopes): Promise<string> {
  const result = await makeToken(account, { name: `Script ${++made}`, days: 7, scopes: [...may] }, origin);
  if (result.outcome !== "made") throw new Error(result.outcome);
  return result.token;
}

type Wish = {
  method?: string;
  token?: string;
  json?: unknown;
  headers?: Record<string, string>;
  body?: string;
};
async function call(path: string, { method = "GET", token, json, headers = {}, body }: Wish = {}) {
  const answer = await ask(tribune.url(), `/api/v1${path}`, {
    method,
    headers: {
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(json === undefined ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    body: json === undefined ? body : JSON.stringify(json),
  });
  const read = answer.text ? (JSON.parse(answer.text) as Record<string, unknown>) : {};
  if (answer.text) expect(misfitsOf(path, method, answer.status, read)).toEqual([]);
  return { ...answer, read };
}

/** What keeps an answer from being what the description says: every answer of this file is held to it. */
function misfitsOf(path: string, method: string, status: number, read: unknown): unknown[] {
  // That a method is not one of an address's is what the description says by leaving it out.
  if (status === 405) return misfits(["components", "schemas", "Refusal"], read);
  const described = Object.keys(writeOperations.paths).find((each) =>
    new RegExp(`^${each.replace(/\{\w+\}/g, "[^/]+")}$`).test(`/api/v1${path}`),
  );
  return described
    ? misfits(
        ["paths", described, method.toLowerCase(), "responses", String(status)].concat(
          ...["content", "application/json", "schema"],
        ),
        read,
      )
    : [];
}

let author: Account;
let token: string;
beforeAll(async () => {
  author = await makeAccount({ email: "writes-by-script@example.org", name: "Wren Script" });
  token = await tokenOf(author);
});
const draft = { title: "Written by a script", addressees: ["The minister"], text: "First *words*." };
const post = (json: unknown = draft) => call("/drafts", { method: "POST", token, json });

describe("who asks", () => {
  test("is told by a token alone: a session opens nothing here, from our pages neither", async () => {
    const cookie = await logInAt(tribune.url(), { email: author.email, password });
    const sent: Record<string, string>[] = [{ Cookie: cookie }, { Cookie: cookie, Origin: tribune.url() }];
    for (const headers of sent)
      for (const method of ["GET", "POST"]) {
        const {
          status,
          read,
          headers: told,
        } = await call("/drafts", { method, headers, ...(method === "POST" ? { json: draft } : {}) });
        expect([status, read.error]).toEqual([401, "unknown-token"]);
        expect(told["www-authenticate"]).toMatch(/^Bearer /);
        expect(told["set-cookie"]).toBeUndefined();
      }
  });

  test("and a token opens no page", async () => {
    const { status } = await ask(tribune.url(), "/settings", {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(status).toBe(302);
    const posted = await ask(tribune.url(), "/letters/new", {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/x-www-form-urlencoded" },
      body: "title=Taken",
    });
    expect(posted.status).toBe(403);
  });

  test("by a token that is wrong, revoked or has run out is nobody", async () => {
    const short = await tokenOf(author);
    expect((await call("/drafts", { token: short })).status).toBe(200);
    const [newest] = await listTokens(author.id);
    await revokeToken(author.id, newest?.id ?? 0);
    await revokeToken(author.id, newest?.id ?? 0);
    expect((await call("/drafts", { token: short })).status).toBe(401);
    const old = await tokenOf(author);
    await sql`
      update personal_tokens set made_at = now() - interval '8 days', expires_at = now() - interval '1 second'
      where id = (select max(id) from personal_tokens)`;
    expect((await call("/drafts", { token: old })).status).toBe(401);
    expect((await call("/drafts", { token: `${token.slice(0, -1)}_` })).status).toBe(401);
  });

  test("gets what the scopes say and nothing else", async () => {
    const needs: [string, string, Scope][] = [
      ["GET", "/drafts", "drafts:read"],
      ["GET", "/drafts/none", "drafts:read"],
      ["POST", "/drafts", "drafts:write"],
      ["PUT", "/drafts/none", "drafts:write"],
      ["DELETE", "/drafts/none", "drafts:write"],
      ["POST", "/letters/none/comments", "comments:write"],
      ["POST", "/doctrine/none/1/comments", "comments:write"],
    ];
    for (const [method, path, scope] of needs) {
      const wish = { method, ...(method === "POST" || method === "PUT" ? { json: {} } : {}) };
      const others = await tokenOf(
        author,
        scopes.filter((each) => each !== scope),
      );
      const refused = await call(path, { ...wish, token: others });
      expect([refused.status, refused.read.error], `${method} ${path}`).toEqual([403, "missing-scope"]);
      expect(refused.headers["www-authenticate"]).toContain(`scope="${scope}"`);
      const own = await tokenOf(author, [scope]);
      expect((await call(path, { ...wish, token: own })).status, `${method} ${path}`).not.toBe(403);
      await sql`delete from personal_tokens where account_id = ${author.id} and name <> 'Script 1'`;
    }
  });

  test("leaves the day of its last use", async () => {
    expect((await call("/drafts", { token })).status).toBe(200);
    const { usedOn } = (await listTokens(author.id)).at(-1) ?? {};
    expect(usedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

describe("what is sent", () => {
  test("is JSON, in UTF-8, an object, small enough, and asked in a way that the address knows", async () => {
    const typed = { "Content-Type": "text/plain" };
    const statuses = [
      await call("/drafts", { method: "POST", token, headers: typed, body: "{}" }),
      await call("/drafts", {
        method: "POST",
        token,
        headers: { "Content-Type": "application/json" },
        body: "{",
      }),
      await call("/drafts", { method: "POST", token, json: [] }),
      await call("/drafts", { method: "POST", token, json: { ...draft, text: "x".repeat(1_100_000) } }),
      await call("/drafts", { method: "PUT", token, json: draft }),
      await call("/letters/none/comments", { token }),
      await call("/drafts", { method: "PATCH", token, json: draft }),
    ].map(({ status, read }) => [status, read.error]);
    expect(statuses).toEqual([
      [415, "not-json"],
      [400, "broken-json"],
      [400, "broken-json"],
      [413, "too-large"],
      [405, "method-not-allowed"],
      [405, "method-not-allowed"],
      [405, "method-not-allowed"],
    ]);
  });

  test("names the fields that cannot be taken, in the account's language", async () => {
    const wrong = await post({ ...draft, title: "", titel: "x" });
    expect([wrong.status, Object.keys(wrong.read.fields as object)]).toEqual([422, ["titel"]]);
    const empty = await post({ ...draft, title: "" });
    expect(empty.read).toMatchObject({
      error: "wrong-fields",
      fields: { title: expect.any(String) as string },
    });
    expect((await post({ title: "No text" })).status).toBe(422);
    const reader = await makeAccount({ language: "fr" });
    const french = await call("/drafts", { method: "POST", token: await tokenOf(reader), json: {} });
    expect(french.read.message).toContain("champs");
  });
});

describe("a draft", () => {
  test("is made, read, changed by its revision, and deleted", async () => {
    const begun = await post();
    expect([begun.status, begun.headers.etag]).toEqual([201, '"1"']);
    const path = `/drafts/${String(begun.read.slug)}`;
    const read = await call(path, { token });
    expect(read.read).toMatchObject({
      title: draft.title,
      text: "First *words*.",
      revision: 1,
      role: "author",
    });
    expect(read.headers["ratelimit-policy"]).toBe('"token";q=300;w=300');
    const put = (headers: Record<string, string>, json: unknown = { ...draft, text: "Second words." }) =>
      call(path, { method: "PUT", token, json, headers });
    expect((await put({})).status).toBe(428);
    const saved = await put({ "If-Match": '"1"' });
    expect([saved.status, saved.headers.etag]).toEqual([200, '"2"']);
    const behind = await put({ "If-Match": '"1"' }, { ...draft, text: "Third words." });
    expect([behind.status, behind.read.error, behind.read.revision]).toEqual([412, "revision-behind", 2]);
    const { document } = read.read;
    expect((await put({ "If-Match": '"2"' }, { title: draft.title, document })).status).toBe(200);
    const listed = (await call("/drafts", { token })).read.drafts as { slug: string }[];
    expect(listed.map(({ slug }) => slug)).toContain(begun.read.slug);
    expect((await call(path, { method: "DELETE", token, headers: { "If-Match": '"1"' } })).status).toBe(412);
    expect((await call(path, { method: "DELETE", token })).status).toBe(204);
    expect((await call(path, { token })).status).toBe(404);
  });

  test("is made once for one key of one account, and told as the first time whatever became of it", async () => {
    const key = { "Idempotency-Key": "nightly 2026-11-27" };
    const make = (whose: string, json: unknown = draft, headers: Record<string, string> = key) =>
      call("/drafts", { method: "POST", token: whose, json, headers });
    const first = await make(token);
    expect(first.status).toBe(201);
    const path = `/drafts/${String(first.read.slug)}`;
    const changed = { ...draft, text: "By a person, meanwhile." };
    const headers = { "If-Match": '"1"' };
    expect((await call(path, { method: "PUT", token, json: changed, headers })).status).toBe(200);
    const again = await make(token, { ...draft, title: "Another title" });
    expect([again.status, again.read, again.headers.etag]).toEqual([201, first.read, '"1"']);
    expect(again.headers.location).toBe(first.headers.location);
    // Who takes the answer for what is there now overwrites nothing.
    expect((await call(path, { method: "PUT", token, json: draft, headers })).status).toBe(412);
    const other = await make(await tokenOf(await makeAccount()));
    expect([other.status, other.read.slug === first.read.slug]).toEqual([201, false]);
    expect((await make(token, draft, { "Idempotency-Key": "another" })).read.slug).not.toBe(first.read.slug);
    const unkeyed = await make(token, draft, {});
    expect((await make(token, draft, {})).read.slug).not.toBe(unkeyed.read.slug);
    const wrong = await make(token, draft, { "Idempotency-Key": "x".repeat(256) });
    expect([wrong.status, wrong.read.error]).toEqual([400, "wrong-key"]);
  });

  test("of others is not there", async () => {
    const path = `/drafts/${String((await post()).read.slug)}`;
    const other = await tokenOf(await makeAccount());
    for (const method of ["GET", "PUT", "DELETE"]) {
      const wish = method === "PUT" ? { json: draft, headers: { "If-Match": "*" } } : {};
      expect((await call(path, { method, token: other, ...wish })).status, method).toBe(404);
    }
  });

  test("is read by a reader of it, who changes and deletes nothing", async () => {
    const slug = String((await post()).read.slug);
    const reader = await makeAccount();
    await sql`
      insert into co_authors (letter_id, account_id, role) select id, ${reader.id}, 'reader' from letters where slug = ${slug}`;
    const theirs = await tokenOf(reader);
    expect((await call(`/drafts/${slug}`, { token: theirs })).status).toBe(200);
    for (const method of ["PUT", "DELETE"]) {
      const wish = method === "PUT" ? { json: draft, headers: { "If-Match": "*" } } : {};
      const { status, read } = await call(`/drafts/${slug}`, { method, token: theirs, ...wish });
      expect([status, read.error], method).toEqual([403, "not-yours"]);
    }
  });
});

describe("a comment", () => {
  test("is posted once for one key, and answers another one", async () => {
    const letter = await makeLetter(author);
    const path = `/letters/${letter.slug}/comments`;
    const say = (json: unknown, key?: string) =>
      call(path, { method: "POST", token, json, headers: key ? { "Idempotency-Key": key } : {} });
    const first = await say({ body: "Said by a script.", stance: "support" }, "run 1");
    expect([first.status, first.read.state]).toEqual([201, "posted"]);
    expect((await say({ body: "Said by a script.", stance: "support" }, "run 1")).read.id).toBe(
      first.read.id,
    );
    expect((await say({ body: "An answer.", parent: first.read.id })).status).toBe(201);
    const gone = await say({ body: "An answer to nothing.", parent: 999_999_999 });
    expect([gone.status, gone.read.error]).toEqual([409, "parent-gone"]);
    expect((await say({ body: "" })).status).toBe(422);
    expect((await say({ body: "x", stance: "maybe" })).status).toBe(422);
    expect((await say({ body: "Kept." }, "x".repeat(256))).status).toBe(400);
    expect(
      (await call("/letters/none/comments", { method: "POST", token, json: { body: "Nowhere." } })).status,
    ).toBe(404);
    const rule = "/doctrine/informatique-en-nuage-de-l-etat/9/comments";
    expect((await call(rule, { method: "POST", token, json: { body: "Of the rule." } })).status).toBe(201);
  });
});

test("too often is 429, and says when to come back", async () => {
  const busy = await tokenOf(await makeAccount());
  const [row] = await sql<{ id: number }[]>`select max(id) as id from personal_tokens`;
  expect((await call("/drafts", { token: busy })).status).toBe(200);
  expect(row).toBeDefined();
  await sql`update rate_limits set points = 300 where key like 'api by token:%'`;
  const { status, headers } = await call("/drafts", { token: busy });
  expect([status, Number(headers["retry-after"]) > 0]).toEqual([429, true]);
  await sql`delete from rate_limits where key like 'api by token:%'`;
});

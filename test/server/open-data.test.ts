import { Validator } from "@seriousme/openapi-schema-validator";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isOpenData } from "#app/api/open-data.ts";
import { openapi, paths } from "#app/api/openapi.ts";
import type { Operation } from "#app/api/schema.ts";
import { deleteComment, postComment } from "#app/discussion/post-comment.server.ts";
import { hideSubject } from "#app/moderation/hide.server.ts";
import { limitKey } from "#app/requests/limit.server.ts";
import { sql, closeSql } from "#db/sql.ts";
import { type Answer, ask } from "../asking.ts";
import { misfits } from "../described.ts";
import { makeAccount, makeLetter } from "../made-up.ts";
import { elementsOf } from "../xml.ts";
import { routeAccess } from "./route-access.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();
beforeAll(() => (process.env.DATABASE_URL = tribune.databaseUrl()));
afterAll(closeSql);

const letter = "/letters/pour-un-cloud-de-confiance-verifiable";
const get = (path: string, headers: Record<string, string> = {}) => ask(tribune.url(), path, { headers });
const data = async (path: string) => JSON.parse((await get(path)).text) as Record<string, never>;

const operations = Object.entries(paths).flatMap(([path, { get: operation }]) =>
  operation && !operation.security?.length ? [{ path, operation }] : [],
);

/** The address of an operation on the sample content. */
async function addressOf({ path, operation }: { path: string; operation: Operation }): Promise<string> {
  const annotation = async () => {
    const { first } = await data("/doctrine/informatique-en-nuage-de-l-etat/annotations/");
    return (first as unknown as { items: { id: string }[] }).items[0]?.id.split("/").at(-1) ?? "";
  };
  let address = path;
  for (const { name, in: where, example } of operation.parameters ?? [])
    if (where === "path")
      address = address.replace(
        `{${name}}`,
        name === "annotation" ? await annotation() : encodeURIComponent(String(example)),
      );
  const asked = (operation.parameters ?? []).flatMap(({ name, in: where, required, example }) =>
    where === "query" && (required || example !== undefined)
      ? [[name, name === "url" ? tribune.url() + letter : String(example)]]
      : [],
  );
  return asked.length > 0 ? `${address}?${new URLSearchParams(asked)}` : address;
}

type Json = Record<string, unknown>;

test("the description is one of OpenAPI 3.1, from a running server, and names it", async () => {
  const answer = await get("/openapi.json");
  expect(answer.status).toBe(200);
  const described = JSON.parse(answer.text) as Json;
  const { valid, errors } = await new Validator().validate(structuredClone(described));
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
  expect(described.servers).toEqual([{ url: tribune.url() }]);
  const { paths: all, webhooks } = described as Record<string, Record<string, Record<string, Operation>>>;
  const ids = [...Object.values(all ?? {}), ...Object.values(webhooks ?? {})].flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  );
  expect(ids.length).toBeGreaterThan(operations.length + 7);
  expect(new Set(ids).size).toBe(ids.length);
});

test("every address that programs write to has its operations, with the token they need, and is no public data", () => {
  const written = Object.values(routeAccess).flatMap(({ path, reads }) => (reads === "token" ? [path] : []));
  const described = Object.entries(openapi(tribune.url()).paths).filter(([path]) => path.startsWith("/api/"));
  expect(described.map(([path]) => path.replace(/\{\w+\}/g, "x")).sort()).toEqual(
    written
      .map((path) => path.replace(/(?<=\/(?:drafts|letters|doctrine)\/)[^/]+|(?<=doctrine\/[^/]+\/)9/g, "x"))
      .sort(),
  );
  type Methods = Record<string, { security?: unknown[] }>;
  for (const [path, methods] of described) {
    expect(isOpenData(path.replace(/\{\w+\}/g, "x")), path).toBe(false);
    for (const operation of Object.values(methods as unknown as Methods))
      expect(operation.security?.[0]).toHaveProperty("personalToken");
  }
});

test("every public file of data has an operation", () => {
  // Whoever has the address of a mail is asked for nothing else; that is no public data.
  const tokens = /\$token/;
  const files = Object.entries(routeAccess).filter(
    ([route, { reads }]) =>
      reads === "public" && /\[\.(?:json|csv|atom)\]$/.test(route) && !tokens.test(route),
  );
  expect(files.length).toBeGreaterThan(15);
  for (const [route, { path }] of files) expect(isOpenData(path), route).toBe(true);
  for (const path of [
    letter,
    `${letter}/draft/comments.json`,
    `${letter}/signatures/shared.csv`,
    "/my-data/x.json",
  ])
    expect(isOpenData(path), path).toBe(false);
});

describe.each(operations)("$path", (one) => {
  let address = "";
  let answer: Answer;
  beforeAll(async () => {
    address = await addressOf(one);
    answer = await get(address);
  });

  test("answers what its description says", () => {
    expect(answer.status, address).toBe(200);
    const types = one.operation.responses["200"] as { content: Record<string, unknown> };
    const [type = ""] = String(answer.headers["content-type"]).split(";");
    expect(Object.keys(types.content)).toContain(type);
    if (type === "application/atom+xml") expect(elementsOf(answer.text).at(-1)?.name).toBe("feed");
    else if (type === "text/csv") expect(parse(answer.text).length, "a header and lines").toBeGreaterThan(1);
    else {
      const schema = ["paths", one.path, "get", "responses", "200", "content", type, "schema"];
      expect(misfits(schema, JSON.parse(answer.text))).toEqual([]);
    }
  });

  test("is read by pages of every origin, never as somebody", async () => {
    expect(answer.headers["access-control-allow-origin"]).toBe("*");
    expect(answer.headers["access-control-allow-credentials"]).toBeUndefined();
    expect(answer.headers["set-cookie"]).toBeUndefined();
    const asking = await ask(tribune.url(), address, {
      method: "OPTIONS",
      headers: { Origin: "https://reader.example", "Access-Control-Request-Method": "GET" },
    });
    expect(asking).toMatchObject({
      status: 204,
      headers: { "access-control-allow-origin": "*", "access-control-allow-methods": "GET, HEAD, OPTIONS" },
    });
  });

  test("has a tag, and 304 for who has it", async () => {
    const tag = String(answer.headers.etag);
    expect(tag).toMatch(/^"[\w-]+"$/);
    const again = await get(address, { "If-None-Match": tag });
    expect(again).toMatchObject({ status: 304, text: "" });
    expect(again.headers.etag).toBe(tag);
    expect(again.headers["access-control-allow-origin"]).toBe("*");
    expect((await get(address, { "If-None-Match": '"another"' })).status).toBe(200);
  });

  test("says in JSON that there is nothing", async () => {
    const filled = Object.hasOwn(one.operation.responses, "404")
      ? address.replace(/(letters|organisations|doctrine)(?:\/|%2F)[\w-]+/, "$1/nothing-of-this-name")
      : null;
    if (filled === null) return;
    const nothing = await get(filled);
    expect(nothing.status, filled).toBe(404);
    expect(JSON.parse(nothing.text)).toMatchObject({ error: "not-found" });
    expect(nothing.headers["access-control-allow-origin"]).toBe("*");
  });
});

test("lists are read to their end by the addresses that they name, each entry once", async () => {
  const author = await makeAccount();
  for (let made = 0; made < 22; made++) await makeLetter(author, { title: `Letter ${made}` });
  const [{ count } = { count: 0 }] = await sql<{ count: number }[]>`
    select count(*)::int as count from letters where state not in ('draft', 'hidden')`;
  await expect
    .poll(async () => {
      const slugs: string[] = [];
      for (let page: string | null = "/letters.json?sort=newest"; page !== null;) {
        const { letters, next } = (await data(page)) as unknown as {
          letters: { slug: string }[];
          next: string | null;
        };
        slugs.push(...letters.map(({ slug }) => slug));
        page = next && next.slice(tribune.url().length);
      }
      return [slugs.length, new Set(slugs).size];
    })
    .toEqual([count, count]);
});

test("comments are paged by key; what was deleted or hidden keeps its place without words or author", async () => {
  const author = await makeAccount({ name: "Clara Comment" });
  const { slug } = await makeLetter(author);
  const ids: number[] = [];
  for (let said = 0; said < 103; said++) {
    const words = { body: `Word ${said}.`, stance: "neutral" as const, parent: null };
    const posted = await postComment({ letter: slug }, author.id, words);
    if (posted.outcome === "posted") ids.push(posted.id);
  }
  const [deleted = 0, hidden = 0] = ids;
  await deleteComment(deleted, author.id);
  await sql.begin((tx) => hideSubject(tx, { kind: "comment", id: hidden }, "harassment"));
  type Page = { comments: Json[]; next: string | null };
  const first = (await data(`/letters/${slug}/discussion.json`)) as unknown as Page;
  expect(first.comments.map(({ id }) => id)).toEqual(ids.slice(0, 100));
  expect(first.comments[0]).toMatchObject({ deleted: true, body: "", author: "", stance: "", hidden: "" });
  expect(first.comments[1]).toMatchObject({ deleted: false, body: "", author: "", hidden: "harassment" });
  expect(first.comments[2]).toMatchObject({ body: "Word 2.", author: "Clara Comment", hidden: "" });
  expect(JSON.stringify(first)).not.toMatch(/Word [01]\./);
  const second = (await data(String(first.next).slice(tribune.url().length))) as unknown as Page;
  expect(second.comments.map(({ id }) => id)).toEqual(ids.slice(100));
  expect(second.next).toBeNull();
});

test("what is limited tells what is left, and 429 when to come back", async () => {
  const first = await get("/doctrine/find?q=9");
  expect(first.headers["ratelimit-policy"]).toBe('"find by network";q=600;w=300');
  const left = (answer: Answer) =>
    Number(/^"find by network";r=(\d+);t=\d+$/.exec(String(answer.headers.ratelimit))?.[1]);
  const second = await get("/organisations.json?search=hexa");
  expect(left(second)).toBe(left(first) - 1);
  expect((await get("/organisations.json")).headers.ratelimit).toBeUndefined();
  await sql`update rate_limits set points = 600 where key = ${limitKey("find by network", "127.0.0.1")}`;
  for (const path of ["/doctrine/find?q=9", "/organisations.json?search=hexa"]) {
    const refused = await get(path);
    expect(refused.status).toBe(429);
    expect(JSON.parse(refused.text)).toEqual({ error: "too-often" });
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(left(refused)).toBe(0);
    expect(refused.headers["access-control-allow-origin"]).toBe("*");
  }
});

test("what cannot be asked is refused as data", async () => {
  const put = await ask(tribune.url(), `${letter}.json`, {
    method: "PUT",
    headers: { Origin: tribune.url() },
  });
  expect([put.status, JSON.parse(put.text)]).toEqual([405, { error: "method-not-allowed" }]);
  const broken = await get("/organisations.json?search=%00");
  expect([broken.status, JSON.parse(broken.text)]).toEqual([400, { error: "bad-request" }]);
  const year = await get("/moderation/figures.csv?year=1900");
  expect([year.status, JSON.parse(year.text)]).toEqual([400, { error: "bad-request" }]);
  expect((await ask(tribune.url(), letter, { method: "OPTIONS" })).status, "a page").toBe(405);
});

test("a letter that moderation hid is told as hidden, with the page that says why", async () => {
  const { slug, id } = await makeLetter(await makeAccount());
  await sql.begin((tx) => hideSubject(tx, { kind: "letter", id }, "spam"));
  for (const part of [".json", "/signatures.csv", "/discussion.json", "/feed.atom"])
    await expect
      .poll(async () => {
        const { status, text } = await get(`/letters/${slug}${part}`);
        return status === 410 ? (JSON.parse(text) as unknown) : status;
      })
      .toEqual({ error: "hidden", page: `${tribune.url()}/moderation/hidden?letter=${slug}` });
});

import { request } from "node:http";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { postComment } from "#app/discussion/post-comment.server.ts";
import { closeSql } from "#db/sql.ts";
import { ask } from "../asking.ts";
import { makeAccount, makeDraft, makeLetter } from "../made-up.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();
let account: Account;
let letter: { id: number; slug: string };
beforeAll(async () => {
  process.env.DATABASE_URL = tribune.databaseUrl();
  account = await makeAccount();
  letter = await makeLetter(account);
});
afterAll(closeSql);

const post = async (parent: number | null = null) => {
  const posted = await postComment({ letter: letter.slug }, account.id, {
    body: "news",
    stance: "neutral",
    parent,
  });
  return "id" in posted ? posted.id : 0;
};

type News = { id: number; parentId: number };

/** Follows a discussion as a browser does. `told` waits for so many comments, for three seconds at most. */
async function follow(slug: string, query = "", headers: Record<string, string> = {}) {
  const news: News[] = [];
  const url = `${tribune.url()}/letters/${slug}/discussion/events${query}`;
  let ended = false;
  const stream = await new Promise<import("node:http").IncomingMessage>((resolve, reject) => {
    request(url, { headers }, resolve).on("error", reject).end();
  });
  stream.setEncoding("utf8").on("data", (text: string) => {
    for (const [, data = ""] of text.matchAll(/^data: (.*)$/gm)) news.push(JSON.parse(data) as News);
  });
  stream.on("end", () => (ended = true)).on("error", () => undefined);
  return {
    status: stream.statusCode,
    type: stream.headers["content-type"],
    async told(count: number) {
      for (let waits = 0; news.length < count && waits < 60; waits++)
        await new Promise((resolve) => setTimeout(resolve, 50));
      return news;
    },
    ended: () => ended,
    leave: () => stream.destroy(),
  };
}

test("who reads is told of each new comment, whichever process took it, and of no other letter's", async () => {
  const reader = await follow(letter.slug);
  expect(reader).toMatchObject({ status: 200, type: "text/event-stream; charset=utf-8" });
  const other = await makeLetter(account);
  await postComment({ letter: other.slug }, account.id, {
    body: "elsewhere",
    stance: "neutral",
    parent: null,
  });
  const root = await post();
  const reply = await post(root);
  expect(await reader.told(2)).toEqual([
    { id: root, parentId: 0 },
    { id: reply, parentId: root },
  ]);
  reader.leave();
});

test("who was cut off, or reads a page that is a second old, is told what came meanwhile", async () => {
  const known = await post();
  const missed = [await post(), await post(known)];
  for (const reader of [
    await follow(letter.slug, `?after=${known}`),
    await follow(letter.slug, "?after=1", { "Last-Event-ID": String(known) }),
  ]) {
    expect((await reader.told(2)).map(({ id }) => id)).toEqual(missed);
    reader.leave();
  }
});

test("no letter and no draft has news; a mangled place is the present", async () => {
  const events = (slug: string) => ask(tribune.url(), `/letters/${slug}/discussion/events`);
  expect((await events("none")).status).toBe(404);
  expect((await events(await makeDraft(account))).status).toBe(404);
  const reader = await follow(letter.slug, "?after='; --");
  expect(reader.status).toBe(200);
  reader.leave();
});

test("who leaves is told no more", async () => {
  const readers = async () =>
    Number(/^tribune_discussion_readers (\d+)/m.exec((await ask(tribune.url(), "/metrics")).text)?.[1]);
  await vi.waitUntil(async () => (await readers()) === 0, { timeout: 5000 });
  const reader = await follow(letter.slug);
  expect(await readers()).toBe(1);
  reader.leave();
  await vi.waitUntil(async () => (await readers()) === 0, { timeout: 5000 });
});

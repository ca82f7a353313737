import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeSql } from "#db/sql.ts";
import { ask, logInAt, post } from "../asking.ts";
import { makeAccount, makeLetter, password } from "../made-up.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();
let receiver: Server;
let url: string;
type Message = { headers: Record<string, string>; body: string };
let heard: (message: Message) => void;
const message = new Promise<Message>((resolve) => (heard = resolve));
beforeAll(async () => {
  process.env.DATABASE_URL = tribune.databaseUrl();
  receiver = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (part: string) => (body += part));
    request.on("end", () => {
      response.end();
      heard({ headers: request.headers as Record<string, string>, body });
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  receiver.close();
  await closeSql();
});

test("an author adds a webhook, sees its secret once, and its receiver gets a test that the secret verifies", async () => {
  const author = await makeAccount();
  const letter = await makeLetter(author);
  const path = `/letters/${letter.slug}/webhooks`;
  const Cookie = await logInAt(tribune.url(), { email: author.email, password });
  const send = (fields: Record<string, string>) => post(tribune.url(), path, fields, { Cookie });
  const empty = await send({ intent: "add", url });
  expect(empty.status).toBe(400);
  expect(empty.text).toContain('id="events-error"');
  expect((await send({ intent: "add", url: "ftp://x.example", "letter.closed": "on" })).status).toBe(400);
  const added = await send({ intent: "add", url, "letter.closed": "on" });
  expect(added.status).toBe(200);
  const secret = /whsec_[A-Za-z0-9+/=]+/.exec(added.text)?.[0] ?? "";
  expect((await send({ intent: "add", url, "letter.closed": "on" })).status).toBe(409);
  const page = await ask(tribune.url(), path, { headers: { Cookie } });
  expect(page.text).not.toContain("whsec_");
  const webhook = /data-webhook="(\d+)"/.exec(page.text)?.[1] ?? "";
  expect((await send({ intent: "test", webhook })).status).toBe(303);
  const { headers, body } = await message;
  expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: "test" });
  const eve = await makeAccount();
  const hers = await logInAt(tribune.url(), { email: eve.email, password });
  expect((await ask(tribune.url(), path, { headers: { Cookie: hers } })).status).toBe(404);
  for (const intent of ["add", "test", "remove", "replay", "enable"])
    expect((await post(tribune.url(), path, { intent, webhook, url }, { Cookie: hers })).status).toBe(404);
  expect((await send({ intent: "remove", webhook })).status).toBe(303);
});

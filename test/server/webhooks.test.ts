import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeSql } from "#db/sql.ts";
import { ask, logInAt, post } from "../asking.ts";
import { makeAccount, makeLetter, password } from "../made-up.ts";
import { startReceiver } from "../webhook-receiver.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let url: string;
beforeAll(async () => {
  process.env.DATABASE_URL = tribune.databaseUrl();
  receiver = await startReceiver();
  ({ url } = receiver);
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
  const inside = await send({ intent: "add", url: "https://10.0.0.5/hook", "letter.closed": "on" });
  expect([inside.status, inside.text.includes('id="url-error"')]).toEqual([400, true]);
  expect(inside.text).toContain("https://10.0.0.5/hook");
  expect((await send({ intent: "add", url: "ftp://x.example", "letter.closed": "on" })).status).toBe(400);
  const added = await send({ intent: "add", url, "letter.closed": "on" });
  expect(added.status).toBe(200);
  const secret = /whsec_[A-Za-z0-9+/=]+/.exec(added.text)?.[0] ?? "";
  expect((await send({ intent: "add", url, "letter.closed": "on" })).status).toBe(409);
  const page = await ask(tribune.url(), path, { headers: { Cookie } });
  expect(page.text).not.toContain("whsec_");
  const webhook = /data-webhook="(\d+)"/.exec(page.text)?.[1] ?? "";
  expect((await send({ intent: "test", webhook })).status).toBe(303);
  await expect.poll(() => receiver.got.length, { timeout: 20_000 }).toBe(1);
  const { headers, body } = receiver.got[0] ?? { headers: {}, body: "" };
  expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({ type: "test" });
  const eve = await makeAccount();
  const hers = await logInAt(tribune.url(), { email: eve.email, password });
  expect((await ask(tribune.url(), path, { headers: { Cookie: hers } })).status).toBe(404);
  for (const intent of ["add", "test", "remove", "replay", "enable"])
    expect((await post(tribune.url(), path, { intent, webhook, url }, { Cookie: hers })).status).toBe(404);
  expect((await send({ intent: "remove", webhook })).status).toBe(303);
}, 60_000);

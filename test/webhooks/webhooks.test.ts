import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook as Standard } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { postComment } from "#app/discussion/post-comment.server.ts";
import { closeLetter } from "#app/letters/close-letter.server.ts";
import { countSignatures } from "#app/signatures/count-signatures.server.ts";
import { deliverDue } from "#app/webhooks/deliver.server.ts";
import {
  isReceiver,
  listDeliveries,
  listWebhooks,
  makeWebhook,
  removeWebhook,
  replayDelivery,
  testWebhook,
} from "#app/webhooks/manage-webhooks.server.ts";
import { events, type WebhookEvent } from "#app/webhooks/webhook.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { lastMailTo, makeAccount, makeLetter, origin, revise, sign } from "../made-up.ts";

useDatabase();

type Message = { headers: IncomingMessage["headers"]; body: string };
let receiver: Server;
let url: string;
let got: Message[] = [];
let answer = (response: ServerResponse) => void response.end("thanks");
const thanks = answer;
beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (part: string) => (body += part));
    request.on("end", () => {
      got.push({ headers: request.headers, body });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
afterAll(() => receiver.close());

let ada: Account;
let letter: { id: number; slug: string };
beforeEach(async () => {
  ada = await makeAccount();
  letter = await makeLetter(ada);
  got = [];
  answer = thanks;
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await sql`delete from webhooks`;
});

async function hook(told: readonly WebhookEvent[] = events): Promise<{ id: number; secret: string }> {
  const made = await makeWebhook(letter.slug, ada, { url, events: [...told] });
  if (made.outcome !== "made") throw new Error(made.outcome);
  const [webhook] = (await listWebhooks(letter.slug, ada.id)) ?? [];
  return { id: webhook?.id ?? 0, secret: made.secret };
}
const makeDue = () => sql`update webhook_deliveries set due_at = now() where state = 'waiting'`;
async function deliver() {
  await makeDue();
  await deliverDue(origin);
}
const log = () => listDeliveries(letter.slug, ada.id);
type Body = { type: string; timestamp: string; data: Record<string, unknown> };
const bodies = () => got.map(({ body }) => JSON.parse(body) as Body);

test("a message is signed as Standard Webhooks says", async () => {
  const { id, secret } = await hook();
  await testWebhook(letter.slug, ada.id, id);
  await deliver();
  const [message] = got;
  const read = new Standard(secret).verify(message?.body ?? "", message?.headers as Record<string, string>);
  expect(read).toMatchObject({ type: "test", data: { letter: letter.slug } });
  expect(() =>
    new Standard(secret).verify(`${message?.body} `, message?.headers as Record<string, string>),
  ).toThrow();
  expect((await log())[0]).toMatchObject({ state: "delivered", status: 200, answer: "thanks", attempts: 1 });
  const [row] = await sql<{ secret: Buffer }[]>`select secret from webhooks`;
  expect(row?.secret.toString("latin1")).not.toContain(secret.slice(6, 20));
});

test("what happens to a letter is told, without anybody's name or words", async () => {
  await hook();
  await revise(ada, letter.slug);
  const said = { body: "Words that stay here.", stance: "oppose", parent: null } as const;
  await postComment({ letter: letter.slug }, ada.id, said);
  await closeLetter(letter.slug, ada.id);
  await deliver();
  const told = bodies().sort((one, other) => one.type.localeCompare(other.type));
  expect(told.map(({ type }) => type)).toEqual([
    "comment.posted",
    "letter.closed",
    "letter.version-published",
  ]);
  expect(told[0]?.data).toMatchObject({ stance: "oppose", parent: null });
  expect(told[0]?.data.url).toMatch(`${origin}/letters/${letter.slug}/discussion/`);
  expect(told[2]?.data).toMatchObject({ number: 2 });
  expect(JSON.stringify(told)).not.toMatch(/Words that stay|Account \d/);
});

test("many signatures are told in one message, with their numbers and the count", async () => {
  await hook();
  for (const each of ["one", "two", "three"]) {
    await sign(letter.slug, `${each}-${letter.id}@example.org`);
    await countSignatures();
  }
  await deliver();
  await sign(letter.slug, `four-${letter.id}@example.org`);
  await countSignatures();
  await deliver();
  expect(
    bodies().map(({ type, data: { from, to, signatures } }) => ({ type, from, to, signatures })),
  ).toEqual([
    { type: "signature.confirmed", from: 1, to: 3, signatures: 3 },
    { type: "signature.confirmed", from: 4, to: 4, signatures: 4 },
  ]);
  expect(JSON.stringify(got)).not.toContain("example.org");
});

test("a round number of signatures is told once", async () => {
  await hook(["letter.milestone"]);
  await sql`update letters set signature_count = 499 where id = ${letter.id}`;
  await sql`update letters set signature_count = 501 where id = ${letter.id}`;
  await deliver();
  expect(bodies().map(({ data }) => data.signatures)).toEqual([100, 500]);
});

test("a hidden letter tells nothing, nor what was waiting when it was hidden", async () => {
  await hook();
  await closeLetter(letter.slug, ada.id);
  await sql`
    update letters set hidden_from = state, state = 'hidden', hidden_at = now(), hidden_for = 'spam' where id = ${letter.id}`;
  await deliver();
  expect(got).toEqual([]);
});

describe("a receiver that fails", () => {
  test("is asked again, later each time, and given up after some 26 hours", async () => {
    const { id } = await hook();
    answer = (response) => void response.writeHead(500).end("x".repeat(9000));
    await testWebhook(letter.slug, ada.id, id);
    await deliver();
    expect((await log())[0]).toMatchObject({ state: "waiting", status: 500, answer: "x".repeat(500) });
    await deliverDue(origin);
    expect(got).toHaveLength(1);
    for (let times = 0; times < 7; times++) await deliver();
    expect((await log())[0]).toMatchObject({ state: "failed", attempts: 8 });
    answer = thanks;
    const [line] = await log();
    await replayDelivery(letter.slug, ada.id, line?.id ?? 0);
    await deliver();
    expect((await log())[0]?.state).toBe("delivered");
    expect(new Set(got.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  });

  test("for five days is switched off, and its author is mailed", async () => {
    const { id } = await hook();
    answer = (response) => void response.writeHead(503).end();
    await testWebhook(letter.slug, ada.id, id);
    await deliver();
    await sql`update webhooks set failing_since = now() - interval '6 days'`;
    await deliver();
    expect((await listWebhooks(letter.slug, ada.id))?.[0]?.disabledAt).toBeInstanceOf(Date);
    expect((await lastMailTo(ada.email)).kind).toBe("webhook-disabled");
    await closeLetter(letter.slug, ada.id);
    expect((await log()).every(({ state }) => state === "failed")).toBe(true);
  });

  test("and sends elsewhere is not followed", async () => {
    const { id } = await hook();
    answer = (response) => void response.writeHead(302, { Location: url }).end();
    await testWebhook(letter.slug, ada.id, id);
    await deliver();
    expect(got).toHaveLength(1);
    expect((await log())[0]).toMatchObject({ state: "waiting", status: 302 });
  });
});

describe("an address", () => {
  test("is https in the open; on this machine alone http will do", () => {
    expect(isReceiver(url)).toBe(true);
    vi.stubEnv("PUBLIC_URL", "https://tribune.example");
    expect(isReceiver(url)).toBe(false);
    expect(isReceiver("https://hooks.example/x")).toBe(true);
    for (const wrong of ["https://me:secret@hooks.example/", "ftp://hooks.example/", "hooks.example"])
      expect(isReceiver(wrong), wrong).toBe(false);
  });

  test("that is private is not connected to in the open", async () => {
    const { id } = await hook();
    await testWebhook(letter.slug, ada.id, id);
    vi.stubEnv("PUBLIC_URL", "https://tribune.example");
    await deliver();
    expect(got).toEqual([]);
    expect((await log())[0]).toMatchObject({ state: "waiting", status: null });
    expect((await log())[0]?.answer).toMatch(/not allowed/);
  });
});

test("webhooks are their letter's authors' alone", async () => {
  const { id } = await hook();
  const eve = await makeAccount();
  expect(await listWebhooks(letter.slug, eve.id)).toBeNull();
  expect(await listDeliveries(letter.slug, eve.id)).toEqual([]);
  expect(await testWebhook(letter.slug, eve.id, id)).toEqual({ outcome: "not-found" });
  expect((await makeWebhook(letter.slug, eve, { url, events: ["letter.closed"] })).outcome).toBe("not-found");
  await removeWebhook(letter.slug, eve.id, id);
  expect(await listWebhooks(letter.slug, ada.id)).toHaveLength(1);
  expect((await makeWebhook(letter.slug, ada, { url, events: ["letter.closed"] })).outcome).toBe("known");
  await removeWebhook(letter.slug, ada.id, id);
  await removeWebhook(letter.slug, ada.id, id);
  expect(await listWebhooks(letter.slug, ada.id)).toEqual([]);
});

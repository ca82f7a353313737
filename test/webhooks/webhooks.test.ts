import type { IncomingHttpHeaders } from "node:http";
import { Webhook as Standard } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { webhooks } from "#app/api/webhooks.ts";
import { recordReply } from "#app/chronicle/record-reply.server.ts";
import { postComment } from "#app/discussion/post-comment.server.ts";
import { closeLetter } from "#app/letters/close-letter.server.ts";
import { countSignatures } from "#app/signatures/count-signatures.server.ts";
import { deliverDue } from "#app/webhooks/deliver.server.ts";
import {
  enableWebhook,
  listDeliveries,
  listWebhooks,
  makeWebhook,
  refusalOf,
  removeWebhook,
  replayDelivery,
  testWebhook,
} from "#app/webhooks/manage-webhooks.server.ts";
import { events, type WebhookEvent } from "#app/webhooks/webhook.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { misfits } from "../described.ts";
import { replyForm } from "../chronicle/made-up-records.ts";
import { lastMailTo, makeAccount, makeLetter, origin, revise, sign } from "../made-up.ts";
import { type Message, startReceiver } from "../webhook-receiver.ts";

useDatabase();

type Body = { type: string; timestamp: string; data: Record<string, unknown> };
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let url: string;
let got: Message[];
beforeAll(async () => {
  receiver = await startReceiver();
  ({ url, got } = receiver);
});
afterAll(() => receiver.close());

let ada: Account;
let letter: { id: number; slug: string };
beforeEach(async () => {
  ada = await makeAccount();
  letter = await makeLetter(ada);
  got.length = 0;
  receiver.answer = receiver.thanks;
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await sql`delete from webhooks`;
  for (const { headers, body } of got) expect(misfitsOf(headers, JSON.parse(body) as Body)).toEqual([]);
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
const bodies = () => got.map(({ body }) => JSON.parse(body) as Body);

/** What keeps a message from being what /openapi.json says of its type: every delivery of this file is held to it. */
function misfitsOf(headers: IncomingHttpHeaders, body: Body): unknown[] {
  const operation = webhooks[body.type]?.post;
  if (!operation) return [`${body.type} is not described`];
  const place = ["webhooks", body.type, "post"];
  const told = operation.parameters ?? [];
  return [
    ...told.flatMap(({ name }, index) =>
      misfits([...place, "parameters", String(index), "schema"], headers[name]),
    ),
    ...misfits([...place, "requestBody", "content", "application/json", "schema"], body),
  ];
}

describe("the description", () => {
  test("has an entry for everything that can be sent, and for nothing else", () => {
    expect(Object.keys(webhooks).sort()).toEqual([...events, "test"].sort());
    for (const [type, { post }] of Object.entries(webhooks)) {
      expect(Object.keys(post.responses), type).toEqual(["410", "2XX", "default"]);
      const headers = post.parameters?.map(({ name, in: where, required }) => [name, where, required]);
      expect(headers, type).toEqual(
        ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) => [name, "header", true]),
      );
    }
  });

  test("is what each event is delivered as", async () => {
    const { id } = await hook();
    await testWebhook(letter.slug, ada.id, id);
    await revise(ada, letter.slug);
    const said = { body: "Words.", stance: "support", parent: null } as const;
    const posted = await postComment({ letter: letter.slug }, ada.id, said);
    const parent = "id" in posted ? posted.id : null;
    await postComment({ letter: letter.slug }, ada.id, { ...said, body: "More words.", parent });
    expect((await recordReply(letter.slug, ada.id, replyForm(), origin)).outcome).toBe("recorded");
    await sql`update letters set signature_count = 99 where id = ${letter.id}`;
    await sign(letter.slug, `hundredth-${letter.id}@example.org`);
    await countSignatures();
    await closeLetter(letter.slug, ada.id);
    await deliver();
    expect(bodies().map(({ type }) => type)).toEqual(expect.arrayContaining([...events, "test"]));
    for (const { headers, body } of got) {
      const told = JSON.parse(body) as Body;
      expect([told.type, misfitsOf(headers, told)]).toEqual([told.type, []]);
      // The description would notice: what it does not name, and what is missing.
      const more = { ...told, data: { ...told.data, name: "Ada" } };
      expect(misfitsOf(headers, more), told.type).not.toEqual([]);
      for (const field of Object.keys(told.data)) {
        const { [field]: _left, ...rest } = told.data;
        expect(misfitsOf(headers, { ...told, data: rest }), `${told.type} ${field}`).not.toEqual([]);
      }
      expect(misfitsOf({ ...headers, "webhook-signature": "v0,x" }, told)).not.toEqual([]);
    }
  });
});

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
  expect(new Set(bodies().map(({ data }) => data.signatures))).toEqual(new Set([100, 500]));
  expect(got).toHaveLength(2);
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
    receiver.answer = (response) => void response.writeHead(500).end("x".repeat(9000));
    await testWebhook(letter.slug, ada.id, id);
    await deliver();
    expect((await log())[0]).toMatchObject({ state: "waiting", status: 500, answer: "x".repeat(500) });
    await deliverDue(origin);
    expect(got).toHaveLength(1);
    // Its author need not wait for the next try.
    const [waiting] = await log();
    expect(waiting?.dueAt.getTime()).toBeGreaterThan(Date.now());
    expect((await replayDelivery(letter.slug, ada.id, waiting?.id ?? 0)).outcome).toBe("queued");
    await deliverDue(origin);
    expect(got).toHaveLength(2);
    await sql`update webhook_deliveries set attempts = 1`;
    for (let times = 0; times < 7; times++) await deliver();
    expect((await log())[0]).toMatchObject({ state: "failed", attempts: 8 });
    receiver.answer = receiver.thanks;
    const [line] = await log();
    await replayDelivery(letter.slug, ada.id, line?.id ?? 0);
    await deliver();
    expect((await log())[0]?.state).toBe("delivered");
    expect(new Set(got.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  });

  test("for five days is switched off, and its author is mailed", async () => {
    const { id } = await hook();
    receiver.answer = (response) => void response.writeHead(503).end();
    await testWebhook(letter.slug, ada.id, id);
    await deliver();
    await sql`update webhooks set failing_since = now() - interval '6 days'`;
    await deliver();
    expect((await listWebhooks(letter.slug, ada.id))?.[0]?.disabledAt).toBeInstanceOf(Date);
    expect((await lastMailTo(ada.email)).kind).toBe("webhook-disabled");
    await closeLetter(letter.slug, ada.id);
    expect((await log()).every(({ state }) => state === "failed")).toBe(true);
  });

  test("many messages that a receiver is gone for settle at once, and end it once", async () => {
    await hook(["comment.posted"]);
    for (let number = 1; number <= 12; number++)
      await postComment({ letter: letter.slug }, (await makeAccount()).id, {
        ...{ body: `Comment ${number}.`, stance: "neutral" as const, parent: null },
      });
    receiver.answer = (response) => void setTimeout(() => response.writeHead(410).end(), 50);
    await deliver();
    expect((await log())?.map(({ state }) => state)).toEqual(Array.from({ length: 12 }, () => "failed"));
    const mails =
      await sql`select 1 from mails where to_address = ${ada.email} and kind = 'webhook-disabled'`;
    expect(mails.count).toBe(1);
  });

  test("for five days or says that it is gone is told apart; gone it is asked no more until it is switched on", async () => {
    const { id } = await hook();
    receiver.answer = (response) => void response.writeHead(410).end();
    await testWebhook(letter.slug, ada.id, id);
    await deliver();
    expect((await log())[0]).toMatchObject({ state: "failed", status: 410, attempts: 1 });
    const off = (await listWebhooks(letter.slug, ada.id))?.[0];
    expect(off).toMatchObject({ disabledFor: "gone", disabledAt: expect.any(Date) as Date });
    expect((await lastMailTo(ada.email)).body).toContain("410");
    await closeLetter(letter.slug, ada.id);
    expect(await log()).toHaveLength(1);
    await enableWebhook(letter.slug, ada.id, id);
    const on = (await listWebhooks(letter.slug, ada.id))?.[0];
    expect(on).toMatchObject({ disabledFor: null, disabledAt: null, failingSince: null });
  });

  test("and sends elsewhere is not followed", async () => {
    const { id } = await hook();
    receiver.answer = (response) => void response.writeHead(302, { Location: url }).end();
    await testWebhook(letter.slug, ada.id, id);
    await deliver();
    expect(got).toHaveLength(1);
    expect((await log())[0]).toMatchObject({ state: "waiting", status: 302 });
  });
});

describe("an address", () => {
  test("is https in the open and says nothing private; on this machine alone its own http will do", async () => {
    expect(refusalOf(url)).toBeNull();
    for (const inside of ["https://10.0.0.5/hook", "http://192.168.1.1/"])
      expect(refusalOf(inside), inside).toBe("private-url");
    expect(
      (await makeWebhook(letter.slug, ada, { url: "https://10.0.0.5/", events: [...events] })).outcome,
    ).toBe("private-url");
    vi.stubEnv("PUBLIC_URL", "https://tribune.example");
    expect(refusalOf(url)).toBe("wrong-url");
    expect(refusalOf(url.replace("http:", "https:"))).toBe("private-url");
    expect(refusalOf("https://hooks.example/x")).toBeNull();
    for (const wrong of ["https://me:secret@hooks.example/", "ftp://hooks.example/", "hooks.example"])
      expect(refusalOf(wrong), wrong).toBe("wrong-url");
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

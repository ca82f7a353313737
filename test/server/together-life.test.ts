import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, describe, expect, onTestFinished, test } from "vitest";
import postgres from "postgres";
import { findRunningEmbeddedPostgres } from "#db/embedded-postgres.ts";
import { sampleAccounts } from "#db/seed/sample-accounts.ts";
import { ask, logInAt, post } from "../asking.ts";
import { startRedis } from "../redis.ts";
import { createDataDir, type Server, startServer } from "../tribune-server.ts";
import { Typist, until } from "../typist.ts";

const minute = 60_000;
const running = new Set<Server>();
const typists: Typist[] = [];

afterEach(async () => {
  for (const typist of typists.splice(0)) typist.leave();
  // The first holds the database of the others.
  for (const server of [...running].reverse()) await server.end("SIGTERM");
  running.clear();
}, minute);

async function start(dataDir: string, environment: Record<string, string> = {}): Promise<Server> {
  const server = await startServer(dataDir, environment);
  running.add(server);
  return server;
}
async function newDataDir(): Promise<string> {
  const { dataDir, remove } = await createDataDir();
  onTestFinished(remove, minute);
  return dataDir;
}
const account = (name: string) => {
  const found = sampleAccounts.find((one) => one.name.startsWith(name));
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
};
const logIn = (server: Server, name: string) => logInAt(server.url, account(name));

/** A draft of Owen's that Camille edits as well. */
async function beginDraft(server: Server, cookie: string): Promise<{ slug: string; letterId: number }> {
  const fields = { title: "Shared", text: "Begun.", authorKind: "person", language: "en" };
  const { headers } = await post(server.url, "/letters/new", fields, { Cookie: cookie });
  const slug = String(headers.location).split("/")[2] ?? "";
  const sql = postgres((await findRunningEmbeddedPostgres(server.dataDir)) ?? "", { max: 1 });
  const [letter] = await sql<{ id: string }[]>`
    with joined as (
      insert into co_authors (letter_id, account_id, role)
      select l.id, a.id, 'editor' from letters l, accounts a
      where l.slug = ${slug} and a.email = ${account("Camille").email} returning letter_id
    ) select letter_id as id from joined`;
  await sql.end();
  return { slug, letterId: Number(letter?.id) };
}
async function sit(server: Server, cookie: string, letterId: number): Promise<Typist> {
  const typist = new Typist(server.url, cookie, letterId);
  typists.push(typist);
  return typist.ready();
}
const edited = async (server: Server, slug: string, Cookie: string) =>
  (await ask(server.url, `/letters/${slug}/edit`, { headers: { Cookie } })).text;

/** Types numbered words, asking after each, until told to stop. @returns the last word that was told to be stored */
function typeAway(typist: Typist, name: string): { last: () => number; stop: () => void } {
  const asked = new Map<number, number>();
  let word = 0;
  const timer = setInterval(() => {
    typist.type(` ${name}${++word}.`);
    asked.set(typist.ask(), word);
  }, 15);
  return {
    last: () =>
      Math.max(0, ...[...asked].filter(([number]) => number <= typist.stored).map(([, typed]) => typed)),
    stop: () => clearInterval(timer),
  };
}

describe("nothing that was told as stored is lost", { timeout: 3 * minute }, () => {
  test("when the server is killed while two people type", async () => {
    const dataDir = await newDataDir();
    const first = await start(dataDir);
    const owen = await logIn(first, "Owen");
    const camille = await logIn(first, "Camille");
    const { slug, letterId } = await beginDraft(first, owen);
    const two = [await sit(first, owen, letterId), await sit(first, camille, letterId)] as const;
    const typing = [typeAway(two[0], "O"), typeAway(two[1], "C")] as const;
    await until(() => typing.every(({ last }) => last() > 40));
    await first.end("SIGKILL");
    running.delete(first);
    const told = typing.map(({ last, stop }) => {
      stop();
      return last();
    });
    expect(two[0].text).toContain(` O${told[0]}.`);
    for (const typist of typists.splice(0)) typist.leave();

    const second = await start(dataDir);
    const page = await edited(second, slug, owen);
    for (const [index, name] of ["O", "C"].entries())
      for (let word = 1; word <= (told[index] ?? 0); word++) expect(page).toContain(` ${name}${word}.`);
    // And both go on where they were.
    const again = await sit(second, camille, letterId);
    again.type(" On we go.");
    await again.settled();
    expect(await edited(second, slug, owen)).toContain("On we go.");
  });

  test("when the server is stopped, and pages come back to the next one by themselves", async () => {
    const dataDir = await newDataDir();
    const first = await start(dataDir);
    const owen = await logIn(first, "Owen");
    const { slug, letterId } = await beginDraft(first, owen);
    const one = await sit(first, owen, letterId);
    one.type(" Before.");
    expect(await first.end("SIGTERM")).toBe(0);
    running.delete(first);
    await until(() => !one.live);
    one.type(" Between.");
    const second = await start(dataDir, { PORT: new URL(first.url).port });
    await until(() => one.live, 20_000);
    await one.settled();
    expect(await edited(second, slug, owen)).toContain("Begun. Before. Between.");
  });

  test("when the database is away: nothing is told as stored until it is back", async () => {
    const dataDir = await newDataDir();
    const server = await start(dataDir);
    const owen = await logIn(server, "Owen");
    const { slug, letterId } = await beginDraft(server, owen);
    const one = await sit(server, owen, letterId);
    one.type(" Before.");
    await one.settled();
    for await (const file of glob(join(dataDir, "**/postmaster.pid")))
      process.kill(Number((await readFile(file, "utf8")).split("\n")[0]), "SIGKILL");
    one.type(" While it was away.");
    const number = one.ask();
    await until(() => one.stored >= number, 30_000);
    expect(await edited(server, slug, owen)).toContain("Begun. Before. While it was away.");
  });
});

const redis = await startRedis();
afterAll(redis.stop);

describe("several processes on one database", { timeout: 3 * minute }, () => {
  test.each([
    ["over the database alone", {}],
    ...(redis.url ? [["with Redis", { REDIS_URL: redis.url }] as const] : []),
  ] as const)("share a draft, %s", async (_name, environment: Record<string, string>) => {
    const dataDir = await newDataDir();
    const first = await start(dataDir, environment);
    const DATABASE_URL = (await findRunningEmbeddedPostgres(dataDir)) ?? "";
    const second = await start(dataDir, { ...environment, DATABASE_URL });
    const owen = await logIn(first, "Owen");
    const camille = await logIn(second, "Camille");
    const { slug, letterId } = await beginDraft(first, owen);
    const [one, other] = [await sit(first, owen, letterId), await sit(second, camille, letterId)];
    for (let round = 0; round < 20; round++) {
      one.type(` O${round}.`);
      other.type(` C${round}.`);
      await sleep(5);
    }
    await Promise.all([one.settled(), other.settled()]);
    await until(() => one.text === other.text && one.text.includes("O19.") && one.text.includes("C19."));
    for (const server of [first, second]) {
      const page = await edited(server, slug, server === first ? owen : camille);
      for (let round = 0; round < 20; round++)
        for (const name of ["O", "C"])
          expect(page.split(` ${name}${round}.`)).toHaveLength(page.split(" O0.").length);
    }
    if ("REDIS_URL" in environment) {
      other.provider.setAwarenessField("cursor", null);
      await until(() => one.provider.awareness?.getStates().has(other.shared.clientID));
    }
    // Who is removed in one process is cut off in the other.
    const sql = postgres(DATABASE_URL, { max: 1 });
    await sql`delete from co_authors where letter_id = ${letterId} and role = 'editor'`;
    await sql.end();
    await until(() => other.ending === "not-allowed");
  });

  if (!redis.url) test.skip(`share a draft with Redis (${redis.why})`, () => undefined);
});

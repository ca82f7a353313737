import { Socket } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { requestAddressChange } from "#app/accounts/change-account.server.ts";
import { requestJoin } from "#app/accounts/join.server.ts";
import { logIn } from "#app/accounts/log-in.server.ts";
import { requestPasswordReset } from "#app/accounts/reset-password.server.ts";
import { askForData } from "#app/personal-data/ask-for-data.server.ts";
import { signLetter } from "#app/signatures/sign-letter.server.ts";
import { closeSql, sql } from "#db/sql.ts";
import { startEmbeddedPostgres } from "#db/embedded-postgres.ts";
import { migrate } from "#db/migrate.ts";
import { createDataDir } from "../tribune-server.ts";
import { makeAccount, makeLetter, origin, password, sign, signForm } from "../made-up.ts";

const hashed = vi.hoisted(() => ({ times: 0 }));
vi.mock("@node-rs/argon2", async (importOriginal) => {
  const original = await importOriginal<typeof import("@node-rs/argon2")>();
  const counted =
    <Given extends unknown[], Result>(work: (...given: Given) => Result) =>
    (...given: Given) => {
      hashed.times++;
      return work(...given);
    };
  return { ...original, hash: counted(original.hash), verify: counted(original.verify) };
});

// A server of its own: transactions are counted for all databases of one together.
let stop: () => Promise<void>;
beforeAll(async () => {
  const { dataDir, remove } = await createDataDir();
  const server = await startEmbeddedPostgres({ dataDir, settings: { autovacuum: "off", fsync: "off" } });
  await migrate(server.url);
  const before = process.env.DATABASE_URL;
  process.env.DATABASE_URL = server.url;
  stop = async () => {
    await closeSql();
    process.env.DATABASE_URL = before;
    await server.stop();
    await remove();
  };
}, 120_000);
afterAll(() => stop());

/** How often this process sent bytes: to PostgreSQL, each being a way there and back that somebody waits for. */
let sent = 0;
beforeEach(() => {
  const write = Reflect.get(Socket.prototype, "write") as (...given: unknown[]) => boolean;
  vi.spyOn(Socket.prototype, "write").mockImplementation(function (this: Socket, ...given: unknown[]) {
    sent++;
    return Reflect.apply(write, this, given);
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

let made = 0;
let nosy: Account;
let letter: { id: number; slug: string };
beforeAll(async () => {
  nosy = await makeAccount();
  letter = await makeLetter(nosy);
});
const known = async () => (await makeAccount()).email;
const unknown = () => Promise.resolve(`nobody-${++made}@example.org`);
const signed = async () => {
  const email = `signed-${++made}@example.org`;
  await sign(letter.slug, email);
  return email;
};
const held = async () => {
  const email = await signed();
  await sql`update signatures set state = 'held', hold_reasons = '{burst}' where email = ${email}`;
  return email;
};

/** What a verb costs: passwords hashed, exchanges with PostgreSQL, transactions that had something to write. */
async function workOf(act: (email: string) => Promise<unknown>, email: string) {
  hashed.times = 0;
  const before = await writes();
  sent = 0;
  await act(email);
  const exchanges = sent;
  return { exchanges, hashed: hashed.times, written: (await writes()) - before };
}
/** Transactions that wrote have numbers; asking takes none. */
async function writes(): Promise<number> {
  const [row] = await sql<{ next: string }[]>`select pg_snapshot_xmax(pg_current_snapshot())::text as next`;
  return Number(row?.next);
}

type Address = () => Promise<string>;
type Act = (email: string) => Promise<unknown>;
const wish = { name: "Ada", password: "a quiet long phrase", language: "en" as const };

describe("an address that is known costs as much work as one that is not", () => {
  test.each<[string, Act, Address[]]>([
    ["logging in with a wrong password", (email) => logIn(email, "a wrong password"), [known, unknown]],
    ["joining", (email) => requestJoin({ ...wish, email }, origin), [known, unknown]],
    ["a forgotten password", (email) => requestPasswordReset(email, origin), [known, unknown]],
    ["a link to what is held", (email) => askForData(email, "en", origin), [known, unknown]],
    ["a new address", (email) => requestAddressChange(nosy, password, email, origin), [known, unknown]],
    [
      "signing",
      (email) => signLetter(letter.slug, signForm({ email }), "en", origin),
      [signed, unknown, held],
    ],
  ])("%s", async (_what, act, addresses) => {
    // The first of each kind is also what is asked for the first time on its connection.
    for (let warming = 0; warming < 3; warming++) for (const address of addresses) await act(await address());
    const works: object[] = [];
    for (const address of addresses) works.push(await workOf(act, await address()));
    expect(works[0]).not.toMatchObject({ exchanges: 0 });
    for (const work of works) expect(work).toEqual(works[0]);
  });
});

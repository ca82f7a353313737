import { expect, test } from "vitest";
import { sweepAccounts } from "#app/accounts/change-account.server.ts";
import {
  closeAllSessions,
  closeOneSession,
  closeSession,
  listSessions,
  mostSessions,
  openSession,
  readSession,
} from "#app/accounts/session.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount } from "../made-up.ts";

useDatabase();

/** The Cookie header a browser sends after this Set-Cookie. */
const cookieOf = (setCookie: string) => setCookie.split(";")[0] ?? "";

test("a session is an opaque cookie that scripts cannot read; the database holds its hash", async () => {
  const account = await makeAccount();
  const setCookie = await openSession(account.id, "Test browser");
  expect(setCookie).toMatch(/^session=[a-z0-9]{32,};/);
  expect(setCookie).toMatch(/HttpOnly/);
  expect(setCookie).toMatch(/SameSite=Lax/);
  const value = cookieOf(setCookie).split("=")[1] ?? "";
  const dump = JSON.stringify(await sql`select * from sessions where account_id = ${account.id}`);
  expect(dump).not.toContain(value);
  expect((await readSession(cookieOf(setCookie))).account).toEqual(account);
});

test.each([null, "", "session=", "session=unknown", "session=%00", "other=1"])(
  "%j is nobody's",
  async (cookies) => {
    expect((await readSession(cookies)).account).toBeNull();
  },
);

test("slides: used in its second half it gets thirty more days, before that it stays", async () => {
  const account = await makeAccount();
  const cookie = cookieOf(await openSession(account.id, ""));
  expect((await readSession(cookie)).setCookie).toBeNull();
  await sql`update sessions set expires_at = now() + interval '14 days' where account_id = ${account.id}`;
  expect((await readSession(cookie)).setCookie).toMatch(/^session=/);
  const [row] = await sql<{ days: number }[]>`
    select extract(day from expires_at - now())::int as days from sessions where account_id = ${account.id}`;
  expect(row?.days).toBeGreaterThanOrEqual(29);
});

test("ends ninety days after it was opened, however much it is used", async () => {
  const account = await makeAccount();
  const cookie = cookieOf(await openSession(account.id, ""));
  const age = (days: number) => sql`
    update sessions set created_at = now() - make_interval(days => ${days}), expires_at = now() + interval '1 day'
    where account_id = ${account.id}`;
  const lasts = async () =>
    (
      await sql<{ hours: number }[]>`
      select round(extract(epoch from expires_at - now()) / 3600)::int as hours from sessions
      where account_id = ${account.id}`
    )[0]?.hours;
  await age(80);
  expect((await readSession(cookie)).setCookie).toMatch(/^session=/);
  expect(await lasts()).toBe(240);
  // It is in its second half, and gets no more: nothing is written at each request.
  expect(await readSession(cookie)).toMatchObject({ account: { id: account.id }, setCookie: null });
  expect(await lasts()).toBe(240);
  // One that was used before there was an end.
  await age(91);
  expect((await readSession(cookie)).account).toBeNull();
  await sql`update sessions set expires_at = created_at + interval '90 days' where account_id = ${account.id}`;
  expect(await listSessions(account.id, null)).toEqual([]);
  await sweepAccounts();
  expect((await sql`select 1 from sessions where account_id = ${account.id}`).count).toBe(0);
});

test("an account has fifty sessions: one more ends the oldest, and no other account's", async () => {
  const [account, other] = [await makeAccount(), await makeAccount()];
  const others = cookieOf(await openSession(other.id, ""));
  const first = cookieOf(await openSession(account.id, ""));
  await sql`update sessions set created_at = now() - interval '1 hour' where account_id = ${account.id}`;
  const second = cookieOf(await openSession(account.id, ""));
  for (let count = 2; count < mostSessions; count++) await openSession(account.id, "");
  expect((await readSession(first)).account?.id).toBe(account.id);
  await openSession(account.id, "");
  expect((await readSession(first)).account).toBeNull();
  expect((await readSession(second)).account?.id).toBe(account.id);
  expect((await readSession(others)).account?.id).toBe(other.id);
  expect(await listSessions(account.id, null)).toHaveLength(mostSessions);
});

test("ends when it has run out, is closed, or everywhere at once", async () => {
  const account = await makeAccount();
  const cookies: string[] = [];
  for (let index = 0; index < 4; index++)
    cookies.push(cookieOf(await openSession(account.id, `Browser ${index}`)));
  const [first = "", second = "", third = ""] = cookies;
  await closeSession(first);
  expect((await readSession(first)).account).toBeNull();
  const { idHash } = await readSession(second);
  await sql`update sessions set expires_at = now() - interval '1 second' where id_hash = ${idHash}`;
  expect((await readSession(second)).account).toBeNull();
  expect((await readSession(third)).account?.id).toBe(account.id);
  await closeAllSessions(account.id);
  expect((await readSession(third)).account).toBeNull();
  await sweepAccounts();
  expect((await sql`select 1 from sessions where account_id = ${account.id}`).count).toBe(0);
});

test("the list shows an account's own sessions, and nobody ends another's", async () => {
  const [ada, bob] = [await makeAccount(), await makeAccount()];
  const cookie = cookieOf(await openSession(ada.id, "Ada's browser"));
  await openSession(bob.id, "Bob's browser");
  const { idHash } = await readSession(cookie);
  const list = await listSessions(ada.id, idHash);
  expect(list).toMatchObject([{ userAgent: "Ada's browser", current: true }]);
  await closeOneSession(bob.id, idHash ?? "");
  expect((await readSession(cookie)).account?.id).toBe(ada.id);
  await closeOneSession(ada.id, idHash ?? "");
  expect((await readSession(cookie)).account).toBeNull();
});

test("in its first half a session is not made longer", async () => {
  const account = await makeAccount();
  const cookie = cookieOf(await openSession(account.id, ""));
  await sql`update sessions set expires_at = now() + interval '16 days' where account_id = ${account.id}`;
  expect((await readSession(cookie)).setCookie).toBeNull();
  const [row] = await sql<{ same: boolean }[]>`
    select expires_at < now() + interval '17 days' as same from sessions where account_id = ${account.id}`;
  expect(row?.same).toBe(true);
});

test("each log-in has a session of its own, and the hash that the database holds opens none", async () => {
  const account = await makeAccount();
  const [one, other] = [await openSession(account.id, "One"), await openSession(account.id, "Other")];
  expect(cookieOf(one)).not.toBe(cookieOf(other));
  const rows = await sql<
    { id_hash: string }[]
  >`select id_hash from sessions where account_id = ${account.id}`;
  expect(rows).toHaveLength(2);
  for (const { id_hash } of rows) {
    const answer = await readSession(`session=${id_hash}`);
    expect(answer.account).toBeNull();
    expect(answer.setCookie).toMatch(/^session=; .*Max-Age=0/);
  }
  await closeSession(cookieOf(one));
  expect((await readSession(cookieOf(other))).account?.id).toBe(account.id);
});

test("a session of a deleted account is nobody's, and a long name of a browser is cut", async () => {
  const account = await makeAccount();
  const cookie = cookieOf(await openSession(account.id, "x".repeat(5000)));
  const [summary] = await listSessions(account.id, null);
  expect(summary).toMatchObject({ userAgent: "x".repeat(300), current: false });
  await sql`
    update accounts set email = null, name = null, password_hash = null, deleted_at = now() where id = ${account.id}`;
  expect((await readSession(cookie)).account).toBeNull();
});

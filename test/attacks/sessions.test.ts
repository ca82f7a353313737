import { afterAll, beforeAll, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { requestAddressChange } from "#app/accounts/change-account.server.ts";
import { requestPasswordReset } from "#app/accounts/reset-password.server.ts";
import { closeSql, sql } from "#db/sql.ts";
import { ask, cookiesOf, logInAt, post } from "../asking.ts";
import { lastMailTo, makeAccount, origin, password } from "../made-up.ts";
import { useTribune } from "../server/tribune.ts";

const tribune = useTribune();
beforeAll(() => (process.env.DATABASE_URL = tribune.databaseUrl()));
afterAll(closeSql);

const sessionIn = (cookie: string) => /(?:^|; )session=([^;]*)/.exec(cookie)?.[1] ?? "";
const logIn = ({ email }: Account, phrase = password) => logInAt(tribune.url(), { email, password: phrase });
const isIn = async (Cookie: string) =>
  (await ask(tribune.url(), "/settings", { headers: { Cookie } })).status === 200;
const linkTo = async (email: string, path: string) =>
  new RegExp(`(${path}/[\\w-]+)`).exec((await lastMailTo(email)).body)?.[1] ?? "";

test("a session that somebody planted before the log-in is not the one after it, and never works", async () => {
  const account = await makeAccount();
  const planted = "session=plantedplantedplantedplantedplantedplanted";
  const answer = await post(tribune.url(), "/login", { email: account.email, password }, { Cookie: planted });
  const cookie = cookiesOf(answer);
  expect(sessionIn(cookie).length).toBeGreaterThanOrEqual(24);
  expect(cookie).not.toContain("planted");
  expect([await isIn(cookie), await isIn(planted)]).toEqual([true, false]);
});

test("logging in as somebody else ends the session that the browser had", async () => {
  const [one, other] = [await makeAccount(), await makeAccount()];
  const first = await logIn(one);
  const wish = { email: other.email, password };
  const second = cookiesOf(await post(tribune.url(), "/login", wish, { Cookie: first }));
  expect(sessionIn(second)).not.toBe(sessionIn(first));
  expect([await isIn(first), await isIn(second)]).toEqual([false, true]);
});

test("two sessions of one account have nothing in common, and the database holds neither", async () => {
  const account = await makeAccount();
  const sessions = [sessionIn(await logIn(account)), sessionIn(await logIn(account))];
  expect(new Set(sessions).size).toBe(2);
  const rows = await sql<
    { id: string }[]
  >`select id_hash as id from sessions where account_id = ${account.id}`;
  expect(rows).toHaveLength(2);
  for (const { id } of rows) expect(sessions).not.toContain(id);
});

const phrase = "another quiet phrase";
test.each<[string, (account: Account, cookie: string) => Promise<string>]>([
  [
    "a change of the password",
    async (_account, Cookie) => {
      const fields = { intent: "password", currentPassword: password, password: phrase };
      return cookiesOf(await post(tribune.url(), "/settings", fields, { Cookie }));
    },
  ],
  [
    "a new password by mail",
    async ({ email }) => {
      await requestPasswordReset(email, origin);
      const link = await linkTo(email, "/reset-password");
      return cookiesOf(await post(tribune.url(), link, { password: phrase }));
    },
  ],
  [
    "a change of the address",
    async (account) => {
      await requestAddressChange(account, password, `new-${account.email}`, origin);
      await post(tribune.url(), await linkTo(`new-${account.email}`, "/confirm-address"), {
        intent: "change",
      });
      return logInAt(tribune.url(), { email: `new-${account.email}`, password });
    },
  ],
])("%s ends every session, and what follows is a new one", async (_what, act) => {
  const account = await makeAccount();
  const here = await logIn(account);
  const there = await logIn(account);
  const after = await act(account, here);
  expect([await isIn(here), await isIn(there), await isIn(after)]).toEqual([false, false, true]);
  expect([sessionIn(here), sessionIn(there)]).not.toContain(sessionIn(after));
});

test("logging out ends the session on the server, not in the browser alone", async () => {
  const cookie = await logIn(await makeAccount());
  const { headers } = await post(tribune.url(), "/logout", {}, { Cookie: cookie });
  expect(await isIn(cookie)).toBe(false);
  // The way back of the browser shows no page of the account.
  expect(headers["clear-site-data"]).toBe('"cache"');
});

test("a link for a new password does not lead past a passkey that is asked for", async () => {
  const account = await makeAccount();
  await sql`
    insert into passkey_holders (account_id, handle, asked_after_password)
    values (${account.id}, ${String(account.id).padStart(43, "0")}, true)`;
  await sql`
    insert into passkeys (account_id, credential, public_key, counter, transports, backup_eligible, backed_up, name)
    values (${account.id}, ${`credential-${account.id}`}, '\\x00', 0, '{}', false, false, 'Blue key')`;
  await requestPasswordReset(account.email, origin);
  const answer = await post(tribune.url(), await linkTo(account.email, "/reset-password"), {
    password: phrase,
  });
  expect(answer.headers.location).toBe("/login/passkey");
  expect(sessionIn(cookiesOf(answer))).toBe("");
  expect(await sql`select 1 from sessions where account_id = ${account.id}`).toHaveLength(0);
});

test("who loses a role loses it in the sessions that are open", async () => {
  const admin = await makeAccount({ role: "admin" });
  const cookie = await logIn(admin);
  const status = async () =>
    (await ask(tribune.url(), "/administration", { headers: { Cookie: cookie } })).status;
  expect(await status()).toBe(200);
  await sql`update accounts set role = 'member' where id = ${admin.id}`;
  expect(await status()).toBe(403);
});

test("an erased account's session is nobody's", async () => {
  const cookie = await logIn(await makeAccount());
  await post(tribune.url(), "/settings", { intent: "delete", currentPassword: password }, { Cookie: cookie });
  expect(await isIn(cookie)).toBe(false);
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { requestAddressChange } from "#app/accounts/change-account.server.ts";
import { requestPasswordReset } from "#app/accounts/reset-password.server.ts";
import { hashToken } from "#app/accounts/secret.server.ts";
import { addPasskey } from "#app/passkeys/add-passkey.server.ts";
import { askForNew } from "#app/passkeys/ask-for-passkey.server.ts";
import { closeSql, sql } from "#db/sql.ts";
import { ask, cookiesOf, logInAt, post } from "../asking.ts";
import { lastMailTo, makeAccount, origin, password } from "../made-up.ts";
import { makeAuthenticator } from "../passkeys/authenticator.ts";
import { useTribune } from "../server/tribune.ts";

// Browsers have passkeys for names only.
const tribune = useTribune({ TEST_HOST: "localhost" });
beforeAll(() => (process.env.DATABASE_URL = tribune.databaseUrl()));
afterAll(closeSql);
beforeEach(() => sql`delete from rate_limits`);

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

const planted = "planted0planted0planted0planted0planted0";
/** All cookies of ours, as somebody could have planted them before. */
const everyPlanted = ["session", "join", "log-in", "identity"]
  .flatMap((name) => [`${name}=${planted}`, `__Host-${name}=${planted}`])
  .join("; ");

test("whoever joins gets a session of their own, whatever cookies were planted before and on the way", async () => {
  const fields = { name: "Jo", email: "fixed@example.org", password };
  const asked = await post(tribune.url(), "/join", fields, { Cookie: everyPlanted });
  const browser = cookiesOf(asked);
  expect(browser).toMatch(/join=[\w-]{32}/);
  expect(browser).not.toContain(planted);
  const link = await linkTo(fields.email, "/confirm-address");
  // The browser that planted it is not the one that asked: without the password nothing is confirmed.
  const thief = await post(tribune.url(), link, { intent: "join" }, { Cookie: everyPlanted });
  expect(thief.status).toBe(400);
  const entered = await post(
    tribune.url(),
    link,
    { intent: "join" },
    { Cookie: `${browser}; session=${planted}` },
  );
  const cookie = cookiesOf(entered);
  expect(sessionIn(cookie)).not.toBe(planted);
  expect([await isIn(cookie), await isIn(everyPlanted)]).toEqual([true, false]);
  // And what the browser asked with is no session.
  expect(await isIn(browser)).toBe(false);
});

/** A passkey for an account, as its settings' page makes one. */
async function giveKey(account: Account) {
  const site = tribune.url();
  const relyingParty = { id: new URL(site).hostname, origin: site };
  const authenticator = makeAuthenticator(site);
  const sent = authenticator.create(await askForNew(account, "a session", relyingParty));
  const { outcome } = await addPasskey(account, {
    name: "Phone",
    sent,
    sessionHash: "a session",
    relyingParty,
  });
  expect(outcome).toBe("added");
  return authenticator;
}
const step = (path: string, fields: Record<string, string>, Cookie: string) =>
  post(tribune.url(), path, fields, { Cookie });
async function challenge(purpose: string, Cookie: string) {
  const answer = await step("/passkeys/challenge", { purpose }, Cookie);
  const { options } = JSON.parse(answer.text) as { options: { challenge: string } };
  return { options, cookie: cookiesOf(answer) };
}

describe("a log-in in two steps", () => {
  const withSecondStep = async () => {
    const account = await makeAccount();
    const authenticator = await giveKey(account);
    await sql`update passkey_holders set asked_after_password = true where account_id = ${account.id}`;
    return { account, authenticator };
  };
  test("opens no session by the first, and none of a planted name by the second", async () => {
    const { account, authenticator } = await withSecondStep();
    const first = await step("/login", { email: account.email, password }, everyPlanted);
    expect(first.headers.location).toBe("/login/passkey");
    const begun = /log-in=[^;]+/.exec(cookiesOf(first))?.[0] ?? "";
    expect(begun).not.toContain(planted);
    expect(await isIn(cookiesOf(first))).toBe(false);
    // Who planted the name of the half log-in has nothing of it.
    expect((await step("/passkeys/challenge", { purpose: "after-password" }, everyPlanted)).status).toBe(401);
    expect(
      (await step("/login/passkey", { intent: "recover", code: "x" }, everyPlanted)).headers.location,
    ).toBe("/login?after=late");

    const { options } = await challenge("after-password", begun);
    const shown = { intent: "show", credential: authenticator.get(options) };
    // An answer that was overheard is another browser's.
    const overheard = await step("/login/passkey", shown, everyPlanted);
    expect(sessionIn(cookiesOf(overheard))).toBe("");
    const second = await step("/login/passkey", shown, `${begun}; session=${planted}`);
    const cookie = cookiesOf(second);
    expect(sessionIn(cookie).length).toBeGreaterThanOrEqual(24);
    expect(cookie).not.toContain(planted);
    expect([await isIn(cookie), await isIn(everyPlanted), await isIn(begun)]).toEqual([true, false, false]);
    // The same once more: the challenge and the half log-in are used up.
    const again = await step("/login/passkey", shown, begun);
    expect(again.headers.location).toBe("/login?after=late");
  });

  test("a passkey alone opens a new session, in the browser that was given the challenge", async () => {
    const { account, authenticator } = await withSecondStep();
    const before = await logIn(await makeAccount());
    const { options, cookie: begun } = await challenge("log-in", `${before}; log-in=${planted}`);
    expect(begun).not.toContain(planted);
    const credential = authenticator.get(options);
    const elsewhere = await step("/login", { credential }, `log-in=${planted}`);
    expect([elsewhere.status, sessionIn(cookiesOf(elsewhere))]).toEqual([400, ""]);
    const fresh = await challenge("log-in", "");
    const entered = await step(
      "/login",
      { credential: authenticator.get(fresh.options) },
      `${fresh.cookie}; ${before}`,
    );
    const cookie = cookiesOf(entered);
    expect(entered.status, entered.text.slice(0, 300)).toBe(303);
    expect(sessionIn(cookie)).not.toBe(sessionIn(before));
    const [session] = await sql<{ id: number }[]>`
      select account_id as id from sessions where id_hash = ${hashToken(sessionIn(cookie))}`;
    expect(session?.id).toBe(account.id);
    expect([await isIn(cookie), await isIn(before)]).toEqual([true, false]);
  });
});

test("a passkey that is shown again within a session gives it another name, and the old one opens nothing", async () => {
  const account = await makeAccount();
  const authenticator = await giveKey(account);
  const cookie = await logIn(account);
  const { options } = await challenge("prove", cookie);
  const credential = authenticator.get(options);
  const stranger = await step("/passkeys/prove", { credential }, await logIn(await makeAccount()));
  expect(sessionIn(cookiesOf(stranger))).toBe("");
  const proved = await step("/passkeys/prove", { credential }, cookie);
  expect(proved.status, proved.text).toBe(200);
  const renewed = cookiesOf(proved);
  expect(sessionIn(renewed)).not.toBe(sessionIn(cookie));
  expect([await isIn(renewed), await isIn(cookie)]).toEqual([true, false]);
});

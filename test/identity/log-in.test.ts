import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { deleteAccount } from "#app/accounts/change-account.server.ts";
import { comeBack } from "#app/identity/come-back.server.ts";
import { dropWaiting, linkIdentity, readWaiting } from "#app/identity/link-identity.server.ts";
import { readOfficial } from "#app/identity/official.server.ts";
import type { Provider } from "#app/identity/provider.server.ts";
import { setOut } from "#app/identity/set-out.server.ts";
import { listIdentities, sweepIdentities, unlinkIdentity } from "#app/identity/unlink-identity.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { lastMailTo, makeAccount, origin, password } from "../made-up.ts";
import { passThrough, type RealProvider, startProvider } from "./real-provider.ts";

useDatabase();

/** The body of the ministry of finance, and one whose last digit is wrong. */
const siret = "11002001300097";
const callback = `${origin}/identity/callback`;

let real: RealProvider;
let provider: Provider;
beforeAll(async () => {
  real = await startProvider(callback, { signed: true });
  process.env.OIDC_ISSUER = real.issuer;
  process.env.OIDC_CLIENT_ID = real.clientId;
  process.env.OIDC_CLIENT_SECRET = real.secret;
  provider = { kind: "official", organisationId: null, ...real };
});
afterAll(async () => {
  for (const name of ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"]) delete process.env[name];
  await real.close();
});

let account: Account;
let other: Account;
let login: string;
let made = 0;
beforeEach(async () => {
  account = await makeAccount();
  other = await makeAccount();
  login = `official-${++made}`;
  real.people.set(login, { email: account.email, email_verified: true, siret, usual_name: "Roe" });
});

async function leave(accountId: number | null, browser?: string, next = "/letters") {
  const ready = await setOut(provider, { accountId, browser, next, origin });
  if (ready.outcome !== "ready") throw new Error(`not led on: ${ready.outcome} ${ready.why}`);
  return ready;
}
/** The whole way, there and back. @returns what came of it, and what the browser's cookie holds */
async function go(accountId: number | null = null, who = login) {
  const { address, browser } = await leave(accountId);
  const back = await passThrough(address, who, callback);
  return { result: await comeBack(back, { browser, accountId, origin }), browser };
}
async function link(to: Account = account, who = login) {
  const { browser } = await go(null, who);
  return linkIdentity(to, password, browser, origin);
}
const identitiesOf = async ({ id }: Account) => (await listIdentities(id)).map(({ subject }) => subject);

describe("the way there", () => {
  test("names nothing that ProConnect does not list, and random values of 43 characters", async () => {
    const { address } = await leave(null);
    const query = new URL(address).searchParams;
    const names = ["client_id", "code_challenge", "code_challenge_method", "nonce", "redirect_uri"];
    expect([...query.keys()].toSorted()).toEqual([...names, "response_type", "scope", "state"]);
    expect(query.get("state")).toMatch(/^[\w-]{43}$/);
    expect(query.get("nonce")).toMatch(/^[\w-]{43}$/);
    expect(query.get("scope")).toBe("openid given_name usual_name email uid siret");
    expect(query.get("redirect_uri")).toBe(callback);
  });

  test("the database holds no state and no cookie that could be used", async () => {
    const { address, browser } = await leave(null);
    const [row] = await sql`select * from identity_attempts order by created_at desc limit 1`;
    const state = new URL(address).searchParams.get("state") ?? "";
    expect(JSON.stringify(row)).not.toContain(state);
    expect(JSON.stringify(row)).not.toContain(browser);
  });

  test("several ways of one browser share its cookie; what is no token is not taken over", async () => {
    const { browser } = await leave(null);
    expect((await leave(null, browser)).browser).toBe(browser);
    expect((await leave(null, "chosen-by-somebody")).browser).not.toBe("chosen-by-somebody");
  });
});

describe("an identity that no account has", () => {
  test("waits for its browser, logs nobody in, and an address that is the same changes nothing", async () => {
    const { result, browser } = await go();
    expect(result.outcome).toBe("unknown");
    expect(await readWaiting(browser)).toMatchObject({ email: account.email, siret, next: "/letters" });
    expect(await readWaiting("another-browser-with-its-own-cook")).toBeNull();
    expect(await readWaiting(undefined)).toBeNull();
    expect(await identitiesOf(account)).toEqual([]);
    expect(await readOfficial(account.id)).toBeNull();
  });

  test("is linked by who is logged in and knows the password; then it logs in and its owner was told", async () => {
    const { browser } = await go(account.id);
    expect(await linkIdentity(account, "not the password", browser, origin)).toEqual({
      outcome: "wrong-password",
    });
    expect(await identitiesOf(account)).toEqual([]);
    expect(await linkIdentity(account, password, browser, origin)).toEqual({
      outcome: "linked",
      next: "/letters",
    });
    expect(await linkIdentity(account, password, browser, origin)).toEqual({ outcome: "nothing-waits" });
    expect(await readOfficial(account.id)).toMatchObject({ siret, body: "", publicBody: null });
    const mail = await lastMailTo(account.email);
    expect(mail.kind).toBe("identity-linked");
    expect(mail.body).toContain(new URL(real.issuer).host);
    expect((await go()).result).toMatchObject({ outcome: "known", accountId: account.id, next: "/letters" });
  });

  test("is forgotten when told so, and after half an hour", async () => {
    const { browser } = await go();
    await dropWaiting(browser);
    expect(await readWaiting(browser)).toBeNull();
    const again = await go();
    await sql`update identity_arrivals set expires_at = now()`;
    expect(await readWaiting(again.browser)).toBeNull();
    expect(await linkIdentity(account, password, again.browser, origin)).toEqual({
      outcome: "nothing-waits",
    });
    await sweepIdentities();
    expect(await sql`select 1 from identity_arrivals`).toHaveLength(0);
  });
});

describe("an identity belongs to one account", () => {
  test("who is logged in with another is told, and nothing changes", async () => {
    await link();
    expect((await go(other.id)).result).toMatchObject({ outcome: "anothers" });
    expect(await identitiesOf(other)).toEqual([]);
    expect(await readOfficial(other.id)).toBeNull();
  });

  test("of two that link it at the same moment one gets it", async () => {
    const ways = [await go(), await go()];
    const outcomes = await Promise.all(
      [account, other].map((who, index) => linkIdentity(who, password, ways[index]?.browser, origin)),
    );
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["anothers", "linked"]);
    expect([...(await identitiesOf(account)), ...(await identitiesOf(other))]).toEqual([login]);
  });

  test("an account has one identity as an official", async () => {
    await link();
    real.people.set(`${login}-b`, { siret });
    expect(await link(account, `${login}-b`)).toEqual({ outcome: "has-another" });
    expect(await identitiesOf(account)).toEqual([login]);
  });

  test("taken off, it logs in no more, proves nothing, and its owner was told", async () => {
    await link();
    expect(await unlinkIdentity(other, real.issuer, login, origin)).toEqual({ outcome: "not-linked" });
    expect(await identitiesOf(account)).toEqual([login]);
    expect(await unlinkIdentity(account, real.issuer, login, origin)).toEqual({ outcome: "unlinked" });
    expect(await unlinkIdentity(account, real.issuer, login, origin)).toEqual({ outcome: "not-linked" });
    expect(await readOfficial(account.id)).toBeNull();
    expect((await lastMailTo(account.email)).kind).toBe("identity-unlinked");
    expect((await go()).result.outcome).toBe("unknown");
  });

  test("it goes with the account", async () => {
    await link();
    await deleteAccount(account, password);
    expect(await sql`select 1 from identities where account_id = ${account.id}`).toHaveLength(0);
    expect(await sql`select 1 from officials where account_id = ${account.id}`).toHaveLength(0);
    expect((await go()).result.outcome).toBe("unknown");
  });
});

describe("the way back is good once, in the browser that set out, for ten minutes", () => {
  test("used twice", async () => {
    await link();
    const { address, browser } = await leave(null);
    const back = await passThrough(address, login, callback);
    expect((await comeBack(back, { browser, accountId: null, origin })).outcome).toBe("known");
    expect(await comeBack(back, { browser, accountId: null, origin })).toMatchObject({
      outcome: "attempt-unknown",
      why: expect.stringContaining("used") as string,
    });
  });

  test("in another browser, which cannot spoil it for the right one", async () => {
    await link();
    const { address, browser } = await leave(null);
    const back = await passThrough(address, login, callback);
    for (const foreign of [undefined, "", "a-cookie-of-another-browser-1234"])
      expect(await comeBack(back, { browser: foreign, accountId: null, origin })).toMatchObject({
        outcome: "attempt-unknown",
        why: expect.stringContaining("another browser") as string,
      });
    expect((await comeBack(back, { browser, accountId: null, origin })).outcome).toBe("known");
  });

  test("too late, unknown, or without state", async () => {
    const { address, browser } = await leave(null);
    const back = await passThrough(address, login, callback);
    await sql`update identity_attempts set expires_at = now()`;
    expect(await comeBack(back, { browser, accountId: null, origin })).toMatchObject({
      outcome: "attempt-unknown",
      why: expect.stringContaining("too old") as string,
    });
    for (const url of [callback, `${callback}?state=x&code=y`])
      expect((await comeBack(new URL(url), { browser, accountId: null, origin })).outcome).toBe(
        "attempt-unknown",
      );
  });

  test("with another account logged in than at the start", async () => {
    const { address, browser } = await leave(account.id);
    const back = await passThrough(address, login, callback);
    expect((await comeBack(back, { browser, accountId: other.id, origin })).outcome).toBe("account-changed");
    const again = await leave(account.id);
    const second = await passThrough(again.address, login, callback);
    expect((await comeBack(second, { browser: again.browser, accountId: null, origin })).outcome).toBe(
      "account-changed",
    );
  });

  test("the person says no", async () => {
    expect((await go(null, "no")).result).toMatchObject({
      outcome: "denied",
      why: expect.stringContaining("access_denied") as string,
    });
  });
});

describe("an official", () => {
  test.each([undefined, "", "1100200130009", "11002001300098", "abc"])(
    "is nobody whose provider names the SIRET %s",
    async (wrong) => {
      real.people.set(login, { email: account.email, siret: wrong });
      const { result, browser } = await go();
      expect(result.outcome).toBe("no-body");
      expect(await readWaiting(browser)).toBeNull();
    },
  );

  test("is proved anew by each log-in, for twelve months, and moves to another body", async () => {
    await link();
    await sql`update officials set proved_at = now() - interval '11 months', body_name = 'A ministry', public_body = true
      where account_id = ${account.id}`;
    await go();
    expect(await readOfficial(account.id)).toMatchObject({ body: "A ministry", publicBody: true });
    expect(Date.now() - Number((await readOfficial(account.id))?.provedAt)).toBeLessThan(60_000);
    real.people.set(login, { siret: "13002526500013" });
    await go();
    expect(await readOfficial(account.id)).toMatchObject({
      siret: "13002526500013",
      body: "",
      publicBody: null,
    });
    await sql`update officials set proved_at = now() - interval '13 months' where account_id = ${account.id}`;
    expect(await readOfficial(account.id)).toBeNull();
  });
});

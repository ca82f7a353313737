import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { comeBack } from "#app/identity/come-back.server.ts";
import { readWaiting } from "#app/identity/link-identity.server.ts";
import type { Provider } from "#app/identity/provider.server.ts";
import { setOut } from "#app/identity/set-out.server.ts";
import { sql } from "#db/sql.ts";
import { freePort } from "../tribune-server.ts";
import { useDatabase } from "../database.ts";
import { origin } from "../made-up.ts";
import { type Lies, startWrongProvider, type WrongProvider } from "./wrong-provider.ts";

useDatabase();

const clientId = "tribune";
let wrong: WrongProvider;
let provider: Provider;
beforeAll(async () => {
  wrong = await startWrongProvider(clientId);
  process.env.OIDC_ISSUER = wrong.issuer;
  process.env.OIDC_CLIENT_ID = clientId;
  process.env.OIDC_CLIENT_SECRET = "a secret";
  provider = { kind: "official", organisationId: null, issuer: wrong.issuer, clientId, secret: "a secret" };
});
afterAll(async () => {
  for (const name of ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"]) delete process.env[name];
  await wrong.close();
});
beforeEach(async () => {
  wrong.lies = {};
  wrong.person = { sub: "wanda", siret: "11002001300097", email: "wanda@example.org" };
  await sql`delete from identity_arrivals`;
});

/** There with a provider that is right, and back while it tells `lies`; `answer` is what stands in the address. */
async function goAndHear(lies: Lies, answer: Record<string, string> = {}) {
  const ready = await setOut(provider, { accountId: null, browser: undefined, next: "/", origin });
  if (ready.outcome !== "ready") throw new Error(ready.why);
  const query = new URL(ready.address).searchParams;
  wrong.nonce = query.get("nonce") ?? "";
  wrong.lies = lies;
  const back = new URL(`${origin}/identity/callback`);
  back.search = new URLSearchParams({ code: "code", state: query.get("state") ?? "", ...answer }).toString();
  const result = await comeBack(back, { browser: ready.browser, accountId: null, origin });
  return { result, query, waits: await readWaiting(ready.browser) };
}
const now = () => Math.floor(Date.now() / 1000);

test("by itself it is right, and a provider that knows no PKCE is sent none", async () => {
  const { result, query, waits } = await goAndHear({});
  expect(result.outcome).toBe("unknown");
  expect(waits).toMatchObject({ subject: "wanda", siret: "11002001300097" });
  expect([...query.keys()].toSorted()).toEqual([
    "client_id",
    "nonce",
    "redirect_uri",
    "response_type",
    "scope",
    "state",
  ]);
});

describe("an answer that is not as it should be proves nothing, and the log is told why", () => {
  test.each<[string, Lies | (() => Lies), RegExp]>([
    ["another nonce", { idToken: { nonce: "another" } }, /nonce|claim/],
    ["no nonce", { idToken: { nonce: undefined } }, /nonce/],
    ["another audience", { idToken: { aud: "somebody-else" } }, /claim/],
    ["another issuer", { idToken: { iss: "https://elsewhere.example" } }, /claim/],
    ["an ID token that has run out", () => ({ idToken: { exp: now() - 120 } }), /timestamp/],
    ["an ID token signed by another key", { forged: "id" }, /signature/],
    ["user information signed by another key", { forged: "info" }, /signature/],
    ["user information that is not signed", { plainInfo: true }, /not signed/],
    ["user information for another client", { info: { aud: "somebody-else" } }, /claim/],
    ["user information for no client", { info: { aud: undefined } }, /not signed for this client/],
    ["user information of another issuer", { info: { iss: "https://elsewhere.example" } }, /claim/],
    ["user information of no issuer", { info: { iss: undefined } }, /not signed for this client/],
    ["user information about somebody else", { info: { sub: "somebody-else" } }, /attribute/],
    [
      "a refused code",
      { answers: { "/token": { status: 400, body: '{"error":"invalid_grant"}' } } },
      /invalid_grant/,
    ],
    ["HTML for a token", { answers: { "/token": { body: "<html>" } } }, /./],
    ["keys that are none", { answers: { "/keys": { body: '{"keys":"none"}' } } }, /./],
    ["another issuer's metadata", { discovery: { issuer: "https://elsewhere.example" } }, /./],
    ["an answer without end", { answers: { "/me": { body: "x".repeat(300_000) } } }, /256 KB/],
    ["a redirect", { answers: { "/.well-known/openid-configuration": { status: 302 } } }, /./],
  ])("%s", async (_what, lies, why) => {
    const { result, waits } = await goAndHear(typeof lies === "function" ? lies() : lies);
    expect(result).toMatchObject({ outcome: "provider-wrong", issuer: wrong.issuer });
    expect("why" in result ? result.why : "").toMatch(why);
    expect(waits).toBeNull();
  });
});

test.each([
  ["access_denied", "denied"],
  ["login_required", "denied"],
  ["temporarily_unavailable", "provider-away"],
  ["invalid_scope", "provider-wrong"],
])("a provider that sends back the error %s", async (error, outcome) => {
  const { result } = await goAndHear({}, { error, error_description: "Something" });
  expect(result).toMatchObject({ outcome, why: expect.stringContaining(error) as string });
});

test("one that never answers is too slow, on the way there and back", { timeout: 30_000 }, async () => {
  const { result } = await goAndHear({ answers: { "/token": "never" } });
  expect(result.outcome).toBe("provider-slow");
  wrong.lies = { answers: { "/.well-known/openid-configuration": "never" } };
  expect((await setOut(provider, { accountId: null, browser: undefined, next: "/", origin })).outcome).toBe(
    "provider-slow",
  );
});

test(
  "a dozen may wait for a slow one at once, no more, and room comes back",
  { timeout: 30_000 },
  async () => {
    const go = () => setOut(provider, { accountId: null, browser: undefined, next: "/", origin });
    wrong.lies = { answers: { "/.well-known/openid-configuration": "never" } };
    const waiting = Array.from({ length: 12 }, go);
    expect(await go()).toMatchObject({
      outcome: "provider-slow",
      why: expect.stringContaining("under way") as string,
    });
    await Promise.all(waiting);
    wrong.lies = {};
    expect((await go()).outcome).toBe("ready");
  },
);

test("one that is away", async () => {
  const away = { ...provider, issuer: `http://127.0.0.1:${await freePort()}` };
  const before = await sql`select count(*) from identity_attempts`;
  expect((await setOut(away, { accountId: null, browser: undefined, next: "/", origin })).outcome).toBe(
    "provider-away",
  );
  expect(await sql`select count(*) from identity_attempts`).toEqual(before);
});

test.each(["javascript:alert(1)", "ftp://127.0.0.1/auth", "data:text/html,x"])(
  "nobody is led to %s",
  async (authorization_endpoint) => {
    wrong.lies = { discovery: { authorization_endpoint } };
    const led = await setOut(provider, { accountId: null, browser: undefined, next: "/", origin });
    expect(led.outcome).toBe("provider-wrong");
  },
);

test("a provider that is set up no more is not asked", async () => {
  const ready = await setOut(provider, { accountId: null, browser: undefined, next: "/", origin });
  if (ready.outcome !== "ready") throw new Error(ready.why);
  process.env.OIDC_ISSUER = "https://another.example";
  const back = new URL(`${origin}/identity/callback?code=code`);
  back.searchParams.set("state", new URL(ready.address).searchParams.get("state") ?? "");
  const result = await comeBack(back, { browser: ready.browser, accountId: null, origin });
  process.env.OIDC_ISSUER = wrong.issuer;
  expect(result.outcome).toBe("not-set-up");
});

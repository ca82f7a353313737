import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { limitKey } from "#app/requests/limit.server.ts";
import { sampleAccounts } from "#db/seed/sample-accounts.ts";
import { ask, type Answer, cookiesOf, logInAt, post } from "../asking.ts";
import { passThrough, startProvider } from "../identity/real-provider.ts";
import { freePort } from "../tribune-server.ts";
import { useTribune } from "./tribune.ts";

const port = await freePort();
const back = `http://127.0.0.1:${port}/identity/callback`;
const real = await startProvider(back, { signed: true });
afterAll(real.close);
const tribune = useTribune({
  PORT: String(port),
  OIDC_ISSUER: real.issuer,
  OIDC_CLIENT_ID: real.clientId,
  OIDC_CLIENT_SECRET: real.secret,
  // Nobody answers there.
  SIRET_SEARCH_URL: `http://127.0.0.1:${await freePort()}/search`,
});
const siret = "11002001300097";
const person = (name: string) => {
  const found = sampleAccounts.find((account) => account.name.startsWith(name));
  if (!found) throw new Error(name);
  return found;
};
const get = (path: string, headers: Record<string, string> = {}) => ask(tribune.url(), path, { headers });
const pathOf = (url: URL) => url.pathname + url.search;

let login: string;
let made = 0;
beforeEach(async () => {
  await tribune.sql()`delete from rate_limits`;
  login = `official-${++made}`;
  real.people.set(login, { email: "agent@ministry.example", siret });
});

/** Sets out at `path` and passes the provider. @returns the way back to us, and the cookie that belongs to it */
async function wayBack(who: string, session = "", path = "/identity/official", next = "/letters") {
  const led = await post(tribune.url(), path, { next }, { Cookie: session });
  expect(led.status).toBe(200);
  const address = String(led.headers.refresh).replace(/^0;url=/, "");
  const identity = cookiesOf(led)
    .split("; ")
    .filter((cookie) => cookie.startsWith("identity="))
    .join();
  return { url: pathOf(await passThrough(address, who, back)), identity, led };
}
const joined = (...cookies: string[]) => cookies.filter(Boolean).join("; ");
const text = ({ text }: Answer) => text.replaceAll("&#x27;", "'");

describe("the way there", () => {
  test("leads on by a page, since a form may lead to our own addresses only, and binds the browser", async () => {
    const { led } = await wayBack(login);
    expect(led.headers.refresh).toMatch(new RegExp(`^0;url=${real.issuer}/auth\\?`));
    expect(led.headers["content-security-policy"]).toContain("form-action 'self'");
    expect(led.headers["cache-control"]).toBe("no-store");
    expect([led.headers["set-cookie"]].flat().join()).toMatch(/identity=[\w-]{32}; .*HttpOnly; SameSite=Lax/);
  });

  test("is offered on the page to log in", async () => {
    expect((await get("/login")).text).toContain("/identity/official");
    expect((await get("/identity/official")).status).toBe(200);
  });

  test("asks a network to wait after 60 times", async () => {
    await tribune.sql()`
      insert into rate_limits (key, points, expire) values (${limitKey("identity by network", "127.0.0.1")}, 60, ${Date.now() + 100_000})
      on conflict (key) do update set points = 60, expire = excluded.expire`;
    const answer = await post(tribune.url(), "/identity/official", {});
    expect(answer.status).toBe(429);
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
    expect((await get("/identity/callback?state=x&code=y")).status).toBe(429);
  });
});

test("linked with the password, it logs in, proves an official, and is taken off again", async () => {
  const { url, identity } = await wayBack(login);
  const arrived = await get(url, { Cookie: identity });
  expect([arrived.status, arrived.headers.location]).toEqual([303, "/identity/link"]);
  expect(cookiesOf(arrived)).not.toContain("session");
  expect((await get("/identity/link", { Cookie: identity })).text).toContain("agent@ministry.example");
  expect((await get("/identity/link")).status).toBe(404);
  const stranger = await post(
    tribune.url(),
    "/identity/link",
    { currentPassword: "x" },
    { Cookie: identity },
  );
  expect(stranger.headers.location).toBe("/login?next=%2Fidentity%2Flink");

  const salome = person("Salomé");
  const session = joined(await logInAt(tribune.url(), salome), identity);
  const wrong = await post(
    tribune.url(),
    "/identity/link",
    { currentPassword: "wrong" },
    { Cookie: session },
  );
  expect(wrong.status).toBe(400);
  const right = { currentPassword: salome.password };
  const linked = await post(tribune.url(), "/identity/link", right, { Cookie: session });
  expect([linked.status, linked.headers.location]).toEqual([303, "/letters"]);

  const again = await wayBack(login);
  const known = await get(again.url, { Cookie: again.identity });
  expect([known.status, known.headers.location]).toEqual([303, "/letters"]);
  const settings = await get("/settings", { Cookie: cookiesOf(known) });
  expect(settings.text).toContain(salome.name);
  expect(settings.text).toContain(siret);

  const fields = { issuer: real.issuer, subject: login };
  const owen = await logInAt(tribune.url(), person("Owen"));
  expect((await post(tribune.url(), "/identity", fields, { Cookie: owen })).status).toBe(303);
  expect((await get("/settings", { Cookie: session })).text).toContain(siret);
  expect((await post(tribune.url(), "/identity", fields, { Cookie: session })).status).toBe(303);
  expect((await get("/settings", { Cookie: session })).text).not.toContain(siret);
});

test("no cookie that was planted before is the one that is logged in, or the browser that set out", async () => {
  const planted = "planted0planted0planted0planted0";
  const cookies = `session=${planted}; identity=${planted}; __Host-identity=${planted}`;
  // Linked to an account, so that coming back is logging in.
  const first = await wayBack(login);
  await get(first.url, { Cookie: first.identity });
  const session = joined(await logInAt(tribune.url(), person("Owen")), first.identity);
  await post(
    tribune.url(),
    "/identity/link",
    { currentPassword: person("Owen").password },
    { Cookie: session },
  );

  const { url, identity } = await wayBack(login, cookies);
  expect(identity).not.toContain(planted);
  expect((await get(url, { Cookie: cookies })).status).toBe(400);
  const entered = await get(url, { Cookie: joined(identity, `session=${planted}`) });
  expect(entered.status).toBe(303);
  const opened = cookiesOf(entered);
  expect(opened).toMatch(/session=[\w-]{24,}/);
  expect(opened).not.toContain(planted);
  expect((await get("/settings", { Cookie: opened })).status).toBe(200);
  expect((await get("/settings", { Cookie: cookies })).status).toBe(302);
  await post(tribune.url(), "/identity", { issuer: real.issuer, subject: login }, { Cookie: opened });
});

test("one that is another's is refused with 409, to whoever is logged in", async () => {
  const [salome, owen] = [person("Salomé"), person("Owen")];
  const first = await wayBack(login);
  await get(first.url, { Cookie: first.identity });
  const session = joined(await logInAt(tribune.url(), salome), first.identity);
  await post(tribune.url(), "/identity/link", { currentPassword: salome.password }, { Cookie: session });
  const other = await logInAt(tribune.url(), owen);
  const { url, identity } = await wayBack(login, other);
  const answer = await get(url, { Cookie: joined(other, identity) });
  expect(answer.status).toBe(409);
  expect(text(answer)).toMatch(/is linked to another account/);
  await post(tribune.url(), "/identity", { issuer: real.issuer, subject: login }, { Cookie: session });
});

describe("the way back", () => {
  test("is good once and in its browser; HEAD does not use it up; the page says so in the reader's language", async () => {
    const { url, identity } = await wayBack(login);
    for (const Cookie of ["", "identity=another-browsers-cookie-of-32-cha"]) {
      const answer = await get(url, { Cookie, "Accept-Language": "fr" });
      expect(answer.status).toBe(400);
      expect(answer.text).toContain("La connexion n’a pas abouti");
      expect(answer.headers["cache-control"]).toBe("no-store");
      expect(answer.headers["referrer-policy"]).toBe("same-origin");
    }
    expect((await ask(tribune.url(), url, { method: "HEAD", headers: { Cookie: identity } })).status).toBe(
      405,
    );
    expect((await get(url, { Cookie: identity })).status).toBe(303);
    const used = await get(url, { Cookie: identity });
    expect(used.status).toBe(400);
    expect(text(used)).toContain("was used already");
  });

  test("by a person who said no, or without SIRET: 403, and nothing changes", async () => {
    real.people.set(`${login}-x`, { email: "x@example.org" });
    for (const [who, words] of [
      ["no", /you said no there/],
      [`${login}-x`, /does not say which public body/],
    ] as const) {
      const { url, identity } = await wayBack(who);
      const answer = await get(url, { Cookie: identity });
      expect(answer.status).toBe(403);
      expect(text(answer)).toMatch(words);
      expect((await get("/identity/link", { Cookie: identity })).status).toBe(404);
    }
  });

  test("the log says why, and holds neither code nor state", async () => {
    const { url, identity } = await wayBack("no");
    await get(url, { Cookie: identity });
    const { searchParams } = new URL(url, tribune.url());
    expect(tribune.log()).toMatch(/access_denied/);
    expect(tribune.log()).not.toContain(searchParams.get("state"));
  });
});

describe("an organisation's own provider", () => {
  const page = "/organisations/hexanuage";
  test("that is away is told with 502, and its secret is shown nowhere", async () => {
    const owner = await logInAt(tribune.url(), person("Camille"));
    const issuer = `http://127.0.0.1:${await freePort()}`;
    const fields = { issuer, clientId: "tribune", clientPassword: "hunter2-hunter2" };
    await tribune.sql()`delete from organisation_domains where domain = 'hexanuage.example'`;
    const refused = await post(tribune.url(), `${page}/provider`, fields, { Cookie: owner });
    expect(refused.status, "no domain is proved").toBe(409);
    expect(refused.text).not.toContain("hunter2");
    await tribune.sql()`
      insert into organisation_domains (organisation_id, domain, token, state, created_by, proved_at)
      select o.id, 'hexanuage.example', 'token', 'proved', a.id, now() from organisations o, accounts a
      where o.slug = 'hexanuage' and a.email = ${person("Camille").email}`;
    expect((await post(tribune.url(), `${page}/provider`, {}, { Cookie: owner })).status).toBe(400);
    const bad = await post(tribune.url(), `${page}/provider`, { ...fields, issuer: "x" }, { Cookie: owner });
    expect(bad.status).toBe(400);
    expect(bad.text).not.toContain("hunter2");
    expect((await post(tribune.url(), `${page}/provider`, fields, { Cookie: owner })).status).toBe(303);
    const shown = await get(`${page}/provider`, { Cookie: owner });
    expect(shown.text).toContain(issuer);
    expect(shown.text).toContain(back);
    expect(shown.text).not.toContain("hunter2");
    const tried = await post(tribune.url(), `${page}/login`, {}, { Cookie: owner });
    expect(tried.status).toBe(502);
    expect(text(tried)).toMatch(/est injoignable pour le moment/);
    expect(tribune.log()).toMatch(/ECONNREFUSED/);
    expect((await get(page)).text, "offered only once it has worked").not.toContain(`${page}/login`);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { sampleAccounts } from "#db/seed/sample-accounts.ts";
import { retention } from "#app/personal-data/retention.ts";
import { samples } from "#db/seed/sample-content.ts";
import { ask, logInAt, post } from "../asking.ts";
import { createDataDir, type Server, startServer } from "../tribune-server.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();
const admin = sampleAccounts.find(({ role }) => role === "admin") ?? { email: "", password: "" };
const member = sampleAccounts.find(({ role }) => role === "member") ?? { email: "", password: "" };
const open = samples.find(
  ({ publishedDaysAgo, closesInDays }) => publishedDaysAgo !== null && (closesInDays ?? 1) > 0,
);
const letter = `/letters/${open?.slug}`;

/** A second process on the same database: what is set at the first one must reach it. */
let other: Server;
let remove: () => Promise<void>;
let Cookie: string;
beforeAll(async () => {
  const folder = await createDataDir();
  remove = folder.remove;
  other = await startServer(folder.dataDir, { DATABASE_URL: tribune.databaseUrl() });
  Cookie = await logInAt(tribune.url(), admin);
}, 120_000);
afterAll(async () => {
  await other.stop();
  await remove();
}, 60_000);
beforeEach(async () => {
  await tribune.sql()`delete from rate_limits`;
  await tribune.sql()`update sessions set proved_at = null`;
});

const at = "/administration/settings";
const set = (fields: Record<string, string>) => post(tribune.url(), at, fields, { Cookie });
const proved = { currentPassword: admin.password };
const get = (url: string, path: string) => ask(url, path, { headers: { "Accept-Language": "en" } });
/** The page of both processes comes to say something, kept or not. */
async function bothSay(path: string, words: string, says = true): Promise<void> {
  for (const url of [tribune.url(), other.url])
    await vi.waitUntil(async () => (await get(url, path)).text.includes(words) === says, { timeout: 10_000 });
}
const isKept = async (url: string, path: string) =>
  /s-maxage/.test(String((await get(url, path)).headers["cache-control"]));

test("a banner reaches every kept page of every process, in its language and its time, and goes again", async () => {
  for (const url of [tribune.url(), other.url])
    await vi.waitUntil(() => isKept(url, letter), { timeout: 10_000 });
  const texts = { bannerEn: "Back at noon & more", bannerFr: "De retour à midi" };
  expect((await set({ intent: "set-banner", ...texts })).status).toBe(303);
  await bothSay(letter, "Back at noon &amp; more");
  for (const url of [tribune.url(), other.url])
    await vi.waitUntil(() => isKept(url, letter), { timeout: 10_000 });
  const french = await ask(other.url, "/login", { headers: { "Accept-Language": "fr" } });
  expect(french.text).toContain("De retour à midi");
  await set({ intent: "set-banner", ...texts, bannerFrom: "2099-01-01T00:00" });
  await bothSay(letter, "Back at noon", false);
  expect((await set({ intent: "set-banner", ...texts, bannerUntil: "x" })).text).toContain("Back at noon");
  expect((await set({ intent: "remove-banner" })).status).toBe(303);
});

describe("signing", () => {
  const signature = { name: "Sam Signer", email: "sam@example.org", statement: "A long thought" };
  test("is closed everywhere after the password, with a text in place of the form, and opened again", async () => {
    const closing = { intent: "close-signing", signingTextEn: "Signing pauses.", signingTextFr: "Pause." };
    const unproved = await set(closing);
    expect(unproved.status).toBe(400);
    expect(unproved.text).toContain("Signing pauses.");
    expect((await get(other.url, letter)).text).toContain('name="email"');
    expect((await set({ ...closing, ...proved })).status).toBe(303);
    for (const path of [letter, `${letter}/sign`]) {
      await bothSay(path, "Signing pauses.");
      await bothSay(path, 'name="email"', false);
    }
    const refused = await post(other.url, `${letter}/sign`, signature, { "Accept-Language": "en" });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("A long thought");
    expect(await tribune.sql()`select 1 from mails where to_address = 'sam@example.org'`).toHaveLength(0);
    expect((await set({ intent: "open-signing" })).status).toBe(303);
    await bothSay(letter, 'name="email"');
  });
});

describe("read-only mode", () => {
  test("refuses what writes with what was typed, and lets one log in and end it", async () => {
    expect((await set({ intent: "begin-read-only", ...proved })).status).toBe(303);
    await bothSay("/letters", "read-only mode");
    const typed = { title: 'A "title"', text: "Two\nlines", password: "never shown" };
    const writers = await logInAt(other.url, member);
    for (const url of [tribune.url(), other.url]) {
      const refused = await post(url, "/letters/new", typed, { Cookie: writers, "Accept-Language": "en" });
      expect([refused.status, refused.headers["retry-after"]]).toEqual([503, "300"]);
      expect(refused.text).toContain("A &quot;title&quot;");
      expect(refused.text).toContain("Two\nlines");
      expect(refused.text).not.toContain("never shown");
      for (const path of ["/administration/../letters/new", "/administration/%2e%2e/letters/new"])
        expect((await post(url, path, typed, { Cookie: writers })).status, path).toBe(503);
    }
    expect((await post(other.url, "/preferences", { theme: "dark" })).status).toBeLessThan(400);
    // What the law gives people goes on: these links lead nowhere, but each is asked, where others are refused unasked.
    for (const [path, intent] of [
      ["/notices/unsubscribe/unknown", ""],
      ["/my-data/unknown/erase", ""],
      ["/signatures/unknown", "withdraw"],
    ] as const)
      expect([303, 404], path).toContain((await post(other.url, path, { intent })).status);
    expect((await post(other.url, "/signatures/unknown", { intent: "sign" })).status).toBe(503);
    expect((await post(other.url, "/my-data", { email: "asks@example.org" })).status).toBe(303);
    expect((await set({ intent: "end-read-only" })).status).toBe(303);
    await bothSay("/letters", "read-only mode", false);
    expect((await post(other.url, "/letters/new", {}, { Cookie: writers })).status).toBe(400);
  });
});

test("registration is closed and opened", async () => {
  const wish = { name: "New Comer", email: "new@example.org", password: "a phrase of my own" };
  await set({ intent: "close-joining" });
  await bothSay("/join", 'name="email"', false);
  const refused = await post(other.url, "/join", wish);
  expect(refused.status).toBe(409);
  expect(refused.text).toContain("New Comer");
  await set({ intent: "open-joining" });
  await bothSay("/join", 'name="email"');
  expect((await post(other.url, "/join", wish)).status).toBe(302);
});

test("a password that is guessed at is refused after some tries, and then the right one as well", async () => {
  const begin = (currentPassword: string) => set({ intent: "begin-read-only", currentPassword });
  for (let tries = 0; tries < 10; tries++) expect((await begin("wrong and wrong")).status).toBe(400);
  const late = await begin(admin.password);
  expect([late.status, Number(late.headers["retry-after"]) > 0]).toEqual([429, true]);
  expect((await get(tribune.url(), "/letters")).text).not.toContain("read-only mode");
});

test("a form that is none of the settings' is refused", async () => {
  expect((await set({ intent: "no-such-setting" })).status).toBe(400);
  expect((await set({})).status).toBe(400);
});

test("what was done is there as CSV, filtered", async () => {
  const csv = await ask(tribune.url(), "/administration/audit.csv?act=joining-closed", {
    headers: { Cookie },
  });
  expect(csv.headers["content-type"]).toContain("text/csv");
  const lines = csv.text.trim().split("\r\n");
  expect(lines[0]).toBe("id,at,administrator,act,account,subject,changes");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain("joining-closed,,,joiningOpen: true → false");
});

test("retention is shown with what is due, and run at once after the password", async () => {
  const way = "/administration/retention";
  const page = () => ask(tribune.url(), way, { headers: { Cookie } });
  await tribune.sql()`
    insert into data_links (token_hash, email, by_mail, expires_at)
    select 'old' || n, 'old@example.org', true, now() - interval '1 minute' from generate_series(1, 1234) n`;
  const row = async () =>
    /data-rule="links".*?<\/tr>/s.exec((await page()).text)?.[0].replace(/<[^>]+>/g, "|") ?? "";
  expect(await row()).toMatch(/\|1.234\|/);
  expect((await page()).text.match(/data-rule=/g)).toHaveLength(retention.length);
  const run = (fields: Record<string, string>) => post(tribune.url(), way, fields, { Cookie });
  expect((await run({ intent: "run" })).status).toBe(400);
  expect((await run({ intent: "erase-all", ...proved })).status).toBe(400);
  expect(await row(), "nothing was done").toMatch(/\|1.234\|/);
  const begun = await run({ intent: "run", ...proved });
  expect([begun.status, begun.headers.location]).toEqual([303, `${way}?queued`]);
  await vi.waitUntil(async () => /\|0\|.*1.234/s.test(await row()), { timeout: 20_000, interval: 200 });
  expect(
    (await ask(tribune.url(), "/administration/audit?act=retention-run", { headers: { Cookie } })).status,
  ).toBe(200);
  for (const language of ["en", "fr"] as const) {
    const privacy = await ask(tribune.url(), "/privacy", { headers: { "Accept-Language": language } });
    const rules = [...privacy.text.matchAll(/data-rule="(\w+)"/g)].map(([, rule]) => rule);
    expect(rules, language).toEqual(retention.map(({ rule }) => rule));
  }
});

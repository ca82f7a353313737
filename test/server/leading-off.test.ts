import { describe, expect, test } from "vitest";
import { sampleAccounts } from "#db/seed/sample-accounts.ts";
import { ask, logInAt, post } from "../asking.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();
const account = sampleAccounts[1] ?? { email: "", password: "" };

/** Where a browser on Tribune would go. */
const host = (location: unknown) => new URL(String(location), tribune.url()).host;

describe("no `next` leads off the site, however its slashes and dots are written", () => {
  test.each([
    "//evil.example",
    "/\\evil.example",
    "/..//evil.example",
    "/.//evil.example",
    "/letters/..//evil.example",
    "/%2e%2e//evil.example",
    "/\t/evil.example",
    "https://evil.example",
    "javascript:alert(1)",
  ])("%j", async (next) => {
    const url = tribune.url();
    const { host: ours } = new URL(url);
    const { email, password } = account;
    const session = await logInAt(url, account);
    const query = `/login?next=${encodeURIComponent(next)}`;
    for (const answer of [
      await post(url, "/login", { email, password, next }),
      await post(url, "/preferences", { theme: "dark", next }),
      await ask(url, query, { headers: { Cookie: session } }),
    ]) {
      expect([302, 303]).toContain(answer.status);
      expect(host(answer.headers.location)).toBe(ours);
    }
  });
});

test("a `next` of our own is followed, with its query", async () => {
  const next = "/letters?sort=most-signed";
  const answer = await post(tribune.url(), "/preferences", { theme: "dark", next });
  expect(answer.headers.location).toBe(next);
});

test.each(["//evil.example/login", "/\\evil.example/login"])(
  "the path %s is unreadable, not a page of ours under another host",
  async (path) => {
    const answer = await ask(tribune.url(), path, { headers: { "Accept-Language": "fr" } });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('<html lang="fr"');
  },
);

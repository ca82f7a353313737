import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { postComment } from "#app/discussion/post-comment.server.ts";
import { readInstance } from "#app/embeds/share-links.ts";
import { safeNext } from "#app/requests/visitor.server.ts";
import { closeSql, sql } from "#db/sql.ts";
import { type Answer, ask, logInAt, post } from "../asking.ts";
import { makeAccount, makeLetter, password } from "../made-up.ts";
import { startProvider } from "../identity/real-provider.ts";
import { root } from "../program.ts";
import { freePort } from "../tribune-server.ts";
import { useTribune } from "../server/tribune.ts";

const port = await freePort();
const provider = await startProvider(`http://127.0.0.1:${port}/identity/callback`, { signed: true });
afterAll(provider.close);
const tribune = useTribune({
  ...{ PORT: String(port), OIDC_ISSUER: provider.issuer },
  ...{ OIDC_CLIENT_ID: provider.clientId, OIDC_CLIENT_SECRET: provider.secret },
});
beforeAll(() => (process.env.DATABASE_URL = tribune.databaseUrl()));
afterAll(closeSql);
beforeEach(() => sql`delete from rate_limits`);

let cookie: string;
let email: string;
let letter: string;
let letterId: number;
let comment: number;
beforeAll(async () => {
  const account = await makeAccount({ email: "led@example.org" });
  email = account.email;
  ({ slug: letter, id: letterId } = await makeLetter(account));
  const said = { body: "Vote on this.", stance: "neutral" as const, parent: null };
  const posted = await postComment({ letter }, (await makeAccount()).id, said);
  comment = posted.outcome === "posted" ? posted.id : 0;
}, 120_000);

/** Ways to write another host, or a script, so that a careless look takes it for a path of ours. */
const tricks = [
  "//evil.example",
  "///evil.example",
  "////evil.example/%2f..",
  "/\\evil.example",
  "\\\\evil.example",
  "/\\/evil.example",
  "\\/evil.example",
  "/%2f/evil.example",
  "/%5cevil.example",
  "%2f%2fevil.example",
  "/..//evil.example",
  "/.//evil.example",
  "/%2e%2e//evil.example",
  "/%2E//evil.example",
  "/letters/../..//evil.example",
  "/;//evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/\r\n/evil.example",
  "\t//evil.example",
  " //evil.example",
  "/ /evil.example",
  "/\u00a0/evil.example",
  "/\u2028/evil.example",
  "/\u2215evil.example",
  "\uff0f\uff0fevil.example",
  "/\uff0fevil.example",
  "//evil\u3002example",
  "//evil\uff0eexample",
  "//\u202eelpmaxe.live",
  "https:evil.example",
  "https:/evil.example",
  "https://evil.example",
  "http://evil.example",
  "HTTPS://evil.example",
  "https://127.0.0.1@evil.example",
  "https:\\\\evil.example",
  "@evil.example",
  "/@evil.example/..//evil.example",
  ".evil.example",
  "evil.example",
  "javascript:alert(1)",
  "java\tscript:alert(1)",
  "JavaScript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "blob:https://evil.example/x",
  "mailto:evil@example.org",
  "/\0/evil.example",
  "/letters\r\nLocation: https://evil.example",
  "/letters\r\nSet-Cookie: session=planted",
  "/%0d%0aLocation:%20https://evil.example",
];

/** Where a browser would go from an answer: by its Location, its Refresh, and the links and forms that carry what was typed. */
function targets({ headers, text }: Answer): string[] {
  const led = [headers.location, String(headers.refresh ?? "").split("url=")[1]].filter(
    (each): each is string => typeof each === "string" && each !== "",
  );
  const shown = [...text.matchAll(/\s(?:href|action|formaction|src)="([^"]*)"/g)].map(([, address = ""]) =>
    address.replaceAll("&amp;", "&").replaceAll("&#x27;", "'").replaceAll("&quot;", '"'),
  );
  return [...led, ...shown.filter((address) => /evil|script:|data:text|vbscript|blob:|live/i.test(address))];
}

/** Whether an address, on a page of ours, stays with us and runs nothing; or is the provider's, which the operator has set. */
function staysHere(address: string): boolean {
  const ours = new URL(tribune.url());
  if (!URL.canParse(address, ours)) return true;
  const { origin } = new URL(address, ours);
  return origin === ours.origin || origin === new URL(provider.issuer).origin;
}

function expectHere(answer: Answer, from: string) {
  // 501 is what oEmbed has for a format that nobody offers.
  expect(answer.status < 500 || answer.status === 501, `${from}: ${answer.status}`).toBe(true);
  for (const target of targets(answer)) expect(staysHere(target), `${from} → ${target}`).toBe(true);
  expect(String(answer.headers["set-cookie"]), from).not.toContain("planted");
}

/** What asks where to go on: by the source, each file that reads such a word. */
const leading: Record<string, (trick: string) => Promise<Answer[]>> = {
  login: async (next) => [
    await post(tribune.url(), "/login", { email, password, next }),
    await post(tribune.url(), "/login", { email, password: "wrong password", next }),
    await get(`/login?next=${encodeURIComponent(next)}`),
    await get(`/login?next=${encodeURIComponent(next)}`, cookie),
  ],
  preferences: async (next) => [
    await post(tribune.url(), "/preferences", { theme: "dark", next }),
    await post(tribune.url(), "/preferences", { language: "fr", next }),
  ],
  "identity.official": async (next) => {
    const led = await post(tribune.url(), "/identity/official", { next });
    // A NUL is refused before anything looks at it.
    if (next.includes("\0")) return [led];
    expect(String(led.headers.refresh), JSON.stringify(next)).toContain(provider.issuer);
    // Where the provider's answer will lead to is kept meanwhile.
    const kept = await sql<{ next: string }[]>`delete from identity_attempts returning next`;
    expect(kept).toHaveLength(1);
    for (const each of kept) expect(staysHere(each.next), JSON.stringify(next)).toBe(true);
    return [led, await get(`/identity/official?next=${encodeURIComponent(next)}`)];
  },
  // It hands what was asked for to the same verb as the one above, through safeNext; a provider of its own is not set up here.
  "organisations.$slug.login": async (next) => [
    await get(`/organisations/no-such/login?next=${encodeURIComponent(next)}`),
  ],
  "settings_.passkeys": async (next) => [
    await get(`/settings/passkeys?next=${encodeURIComponent(next)}`, cookie),
    await post(
      tribune.url(),
      `/settings/passkeys?next=${encodeURIComponent(next)}`,
      { intent: "prove", currentPassword: password },
      { Cookie: cookie },
    ),
  ],
  "moderation.reported": async (back) => [await get(`/moderation/reported?back=${encodeURIComponent(back)}`)],
  "notices.subscriptions": async (back) => [
    await post(
      tribune.url(),
      "/notices/subscriptions",
      { kind: "letter", thing: String(letterId), rhythm: "daily", back, next: back },
      { Cookie: cookie },
    ),
  ],
  "change-comment": async (next) => {
    const vote = { intent: "vote", vote: "agree", next };
    const path = `/letters/${letter}/discussion/${comment}`;
    return [await post(tribune.url(), path, vote, { Cookie: cookie }), await post(tribune.url(), path, vote)];
  },
};
const get = (path: string, Cookie = "") => ask(tribune.url(), path, { headers: { Cookie } });

test("whatever reads where to go on is tried here", () => {
  const folders = ["app/routes", "app/requests"];
  const found = folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) =>
        /safeNext\(|values\.(?:next|back)\b|get\("(?:next|back|return)"\)/.test(
          readFileSync(join(root, folder, file), "utf8"),
        ),
      )
      .map((file) => file.replace(/(?:\.server)?\.tsx?$/, "")),
  );
  // Where safeNext itself is.
  expect(found.filter((name) => name !== "visitor").toSorted()).toEqual(Object.keys(leading).toSorted());
});

test("every answer that leads on to what a variable says, says it of our own paths", () => {
  const unsafe = readdirSync(join(root, "app/routes")).flatMap((file) => {
    const source = readFileSync(join(root, "app/routes", file), "utf8");
    return (
      [...source.matchAll(/redirect\(\s*([^)\n]*)/g)]
        .map(([, target = ""]) => target)
        // A choice between two of our own is none of theirs.
        .filter((target) => !/^values\.\w+ === "\w+" \?/.test(target))
        .filter((target) => /searchParams|values\.|form\.get|request\.headers/.test(target))
        .filter((target) => !/safeNext\(|encodeURIComponent\(|^`\/|^`\$\{here\}/.test(target))
        .map((target) => `${file}: ${target}`)
    );
  });
  expect(unsafe).toEqual([]);
});

describe("nothing that is typed leads to another site", { timeout: 120_000 }, () => {
  test.each(Object.keys(leading))("%s", async (name) => {
    // Anew for each: an account has so many sessions, and logging in with every trick ends the oldest.
    cookie = await logInAt(tribune.url(), { email, password });
    for (const trick of tricks) {
      await sql`delete from rate_limits`;
      for (const answer of (await leading[name]?.(trick)) ?? []) expectHere(answer, JSON.stringify(trick));
    }
  });

  test("what stands in the address of any public page, by the name of every parameter that is read", async () => {
    const names = new Set(
      readdirSync(join(root, "app/routes")).flatMap((file) =>
        [
          ...readFileSync(join(root, "app/routes", file), "utf8").matchAll(
            /(?:searchParams|search)\.(?:get|has|getAll)\("([\w-]+)"\)/g,
          ),
        ].map(([, name = ""]) => name),
      ),
    );
    expect(names.size).toBeGreaterThan(10);
    for (const trick of ["//evil.example", "/\\evil.example", "https:evil.example", "javascript:alert(1)"]) {
      // `instance` names another site on purpose, and `url` one of ours; both below.
      const query = new URLSearchParams(
        [...names].filter((name) => name !== "instance").map((name) => [name, trick]),
      );
      for (const path of [
        "/",
        "/letters",
        "/login",
        "/join",
        "/search",
        `/letters/${letter}`,
        `/letters/${letter}/signatures`,
        `/letters/${letter}/discussion`,
        `/letters/${letter}/share`,
        "/moderation/report",
        "/moderation/log",
        "/organisations",
        "/doctrine",
        "/oembed",
      ])
        expectHere(await get(`${path}?${query.toString()}`), `${path} ${trick}`);
    }
  });

  test("logging out leads to the log-in, whatever is sent along", async () => {
    const answer = await post(tribune.url(), "/logout?next=//evil.example", { next: "//evil.example" });
    expect(answer.headers.location).toBe("/login?after=out");
  });

  test("the path that was asked for, as the way back after a log-in", async () => {
    for (const path of [
      "/settings?x=//evil.example",
      "/settings?next=//evil.example",
      "/letters/new?//evil.example",
    ]) {
      const answer = await get(path);
      expect(staysHere(String(answer.headers.location))).toBe(true);
      const next = new URL(String(answer.headers.location), tribune.url()).searchParams.get("next") ?? "";
      expect(new URL(safeNext(next), tribune.url()).host).toBe(new URL(tribune.url()).host);
    }
  });

  test("a Host, or a forwarded one, is nobody's link", async () => {
    for (const headers of [
      { Host: "evil.example" },
      { "X-Forwarded-Host": "evil.example" },
      { Forwarded: "host=evil.example" },
    ] as Record<string, string>[])
      for (const path of ["/settings", "/letters/new", `/letters/${letter}`, "/feed.atom", "/sitemap.xml"]) {
        const answer = await ask(tribune.url(), path, { headers });
        expect(answer.text).not.toContain("evil.example");
        expect(String(answer.headers.location ?? "")).not.toContain("evil.example");
      }
  });
});

describe("an instance of Mastodon", () => {
  test.each(tricks)("%j is none, or a host that stays one", async (trick) => {
    const instance = readInstance(trick);
    if (instance !== null) expect(instance).toMatch(/^[a-z0-9.-]+$/);
    const answer = await get(`/letters/${letter}/share?instance=${encodeURIComponent(trick)}`);
    expect([200, 400]).toContain(answer.status);
    expect(answer.headers.location).toBeUndefined();
    for (const target of targets(answer)) {
      if (staysHere(target)) continue;
      const { protocol, pathname, username } = new URL(target);
      expect([protocol, pathname, username]).toEqual(["https:", "/share", ""]);
    }
  });
  test.each([
    "127.0.0.1",
    "[::1]",
    "localhost",
    "2130706433",
    "0x7f.1",
    "a@b@evil.example:8080",
    "evil.example#.mastodon.social",
    "evil.example?x=.mastodon.social",
  ])("%s is no place to lead to with a port, a query or an address of a machine", (typed) => {
    const instance = readInstance(typed);
    if (instance !== null) expect(instance).toMatch(/^(?!\d+$)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/);
  });
});

test.each(tricks)("oEmbed tells of no letter for %j", async (trick) => {
  for (const url of [
    trick,
    `${trick}/letters/${letter}`,
    `${tribune.url()}@evil.example/letters/${letter}`,
  ]) {
    const answer = await get(`/oembed?url=${encodeURIComponent(url)}`);
    expect([200, 400, 404]).toContain(answer.status);
    expect(answer.text).not.toMatch(/evil|javascript:/);
  }
});

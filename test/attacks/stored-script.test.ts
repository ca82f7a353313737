import { parse as parseCsv } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeSql, sql } from "#db/sql.ts";
import { type Answer, ask, cookiesOf, post } from "../asking.ts";
import { password } from "../made-up.ts";
import { useTribune } from "../server/tribune.ts";
import { elementsOf } from "../xml.ts";
import { addressesIn, scriptIn } from "./script-in.ts";
import { typed, type Typed, typeEverywhere } from "./typed-everywhere.ts";

/** Published over https, so that cookies are what they are for readers; nothing is seeded then. */
const home = "https://tribune.test";
const tribune = useTribune({ PUBLIC_URL: home });
afterAll(closeSql);

const fromHere = { Origin: home, "User-Agent": `Firefox"><script>boo()</script>` };
const readers = ["stranger", "author", "other", "moderator", "admin"] as const;
type Reader = (typeof readers)[number];

let all: Typed;
const cookies = { stranger: "" } as Record<Reader, string>;
/** Every Set-Cookie header that was seen. */
const setCookies: string[] = [];

beforeAll(async () => {
  process.env.DATABASE_URL = tribune.databaseUrl();
  all = await typeEverywhere();
  for (const reader of readers) {
    if (reader === "stranger") continue;
    const answer = await post(tribune.url(), "/login", { email: all[reader].email, password }, fromHere);
    setCookies.push(...[answer.headers["set-cookie"] ?? []].flat());
    cookies[reader] = cookiesOf(answer).replace(/(?:^|; )__Host-fresh=1/, "");
  }
}, 60_000);

/** What would run of an answer, by its kind; what would be run by a spreadsheet too. */
function dangersIn({ text, headers }: Answer, path: string): string[] {
  const kind = String(headers["content-type"]).split(";")[0];
  if (kind === "text/html")
    return scriptIn(text, {
      styled: /\/embed$|\.html$/.test(path),
      policy: String(headers["content-security-policy"] ?? ""),
    });
  if (kind === "application/json" || kind === "application/ld+json") {
    JSON.parse(text);
    return [];
  }
  if (kind === "text/csv") {
    const cells = parseCsv(text.replace(/^\uFEFF/, "")).flat();
    return cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^[-+]?[\d.]+$/.test(cell));
  }
  if (/xml$/.test(kind ?? "")) {
    const elements = elementsOf(text);
    const dangerous = elements
      .filter(({ name }) => /^(script|foreignObject)$/i.test(name))
      .map(({ name }) => name);
    for (const { name, attributes, text: inside } of elements) {
      for (const [attribute, value] of Object.entries(attributes))
        if (/^on/i.test(attribute) || /^\s*(javascript|data):/i.test(value))
          dangerous.push(`${name} ${attribute}`);
      if (attributes.type === "html") dangerous.push(...scriptIn(inside, { fragment: true }));
    }
    return dangerous;
  }
  return [];
}

/** The pages below which nothing more is looked for: what a form leads to, and files that are pictures or papers. */
const left =
  /^\/(?:logout|preferences|assets|fonts|images|healthz|readyz|metrics)|\.(?:png|pdf|docx|svg|css|js|woff2)$|\/events$/;
const starts = (reader: Reader): string[] => {
  const letter = `/letters/${all.letter.slug}`;
  const draft = `/letters/${all.draft}`;
  return [
    ...[
      "/",
      "/letters",
      "/organisations",
      "/doctrine",
      "/moderation/log",
      "/moderation/log.atom",
      "/feed.atom",
    ],
    ...[
      "",
      ".json",
      "/sign",
      "/signatures",
      "/signatures.csv",
      "/signatures.json",
      "/versions",
      "/discussion",
    ].map((part) => letter + part),
    ...["/embed", "/share", "/history", "/updates", "/replies", "/delivery", "/feed.atom", "/badge.svg"].map(
      (part) => letter + part,
    ),
    ...[
      "/versions/1",
      "/versions/1.json",
      "/versions/2",
      "/versions/2/changes",
      "/discussion?sort=oldest",
    ].map((part) => letter + part),
    ...[
      "/doctrine/attacked",
      "/doctrine/attacked.json",
      "/doctrine/attacked/1",
      "/doctrine/attacked/1/discussion",
    ],
    ...["/doctrine/attacked/annotations", "/doctrine/attacked/consultations", "/doctrine/attacked/feed.atom"],
    ...[
      "/doctrine/attacked/consultations/1.csv",
      "/doctrine/attacked/consultations/1.json",
      "/doctrine/attacked/1.json",
    ],
    `/oembed?url=${encodeURIComponent(home + letter)}`,
    `/search?q=pw`,
    `/signatures/${all.receipt}`,
    `/signatures/${all.receipt}/receipt`,
    `/signatures/${all.receipt}/receipt.json`,
    `/moderation/report?letter=${all.letter.slug}`,
    ...(reader === "author"
      ? [
          "/edit",
          "/draft",
          "/draft/history",
          "/draft/comments",
          "/draft/comments.json",
          "/co-authors",
          "/publish",
        ].map((part) => draft + part)
      : []),
    ...(reader === "author"
      ? ["/manage", "/revise", "/signatures/review", "/signatures/pins", "/signatures/shared.csv"].map(
          (part) => letter + part,
        )
      : []),
    ...(reader === "author"
      ? ["/settings", "/settings/passkeys", "/settings/sign-ins", "/notices", "/letters/mine"]
      : []),
    ...(reader === "other" ? ["/moderation/contest/1"] : []),
    ...(reader === "moderator" ? ["/moderation", "/moderation/cases/1"] : []),
    ...(reader === "admin"
      ? [
          "/administration",
          "/administration/accounts",
          "/administration/audit",
          "/administration/audit.csv",
          "/administration/mails",
          "/administration/settings",
          "/administration/moderation",
          "/dev/mail",
        ]
      : []),
  ];
};

/** Who a mark was shown to: a field that nobody is shown proves nothing. */
const shown = new Set<string>();
/** How many pages a reader is led to at most: each kind of page is among the first. */
const most = 220;

describe("what was typed is text to every reader, wherever it is shown", { timeout: 120_000 }, () => {
  test.each(readers)("%s", async (reader) => {
    const waiting = starts(reader);
    const known = new Set(waiting);
    let asked = 0;
    for (let path = waiting.shift(); path !== undefined && asked < most; path = waiting.shift(), asked++) {
      const answer = await ask(tribune.url(), path, { headers: { ...fromHere, Cookie: cookies[reader] } });
      expect(answer.status, path).toBeLessThan(500);
      setCookies.push(...[answer.headers["set-cookie"] ?? []].flat());
      expect(dangersIn(answer, path), `${reader} at ${path}`).toEqual([]);
      for (const mark of typed) if (answer.text.includes(mark)) shown.add(mark);
      if (!String(answer.headers["content-type"]).startsWith("text/html")) continue;
      for (const address of addressesIn(answer.text)) {
        const url = URL.canParse(address, home + path) ? new URL(address, home + path) : null;
        if (url?.origin !== home || left.test(url.pathname) || known.has(url.pathname + url.search)) continue;
        known.add(url.pathname + url.search);
        // By what is new of its kind first: a page of the same letter before the tenth order of one list.
        if (url.search === "") waiting.unshift(url.pathname);
        else waiting.push(url.pathname + url.search);
      }
    }
  });

  test("and every field was shown to one of them", () => {
    expect(typed.filter((mark) => !shown.has(mark))).toEqual([]);
  });
});

test("mails say it as text too, and no subject or address has a line end", async () => {
  const mails = await sql<{ to: string; subject: string; body: string | null; html: string | null }[]>`
    select to_address as to, subject, body, html from mails`;
  expect(mails.length).toBeGreaterThan(5);
  for (const { to, subject, html } of mails) {
    expect(`${to}${subject}`).not.toMatch(/[\r\n]/);
    if (html !== null) expect(scriptIn(html.replace(/<style[^]*?<\/style>/g, "")), subject).toEqual([]);
  }
});

test.each(["q", "next", "after", "sort", "in", "letter", "url", "revision", "search", "list", "stance"])(
  "what stands in the address as %s is text on the page",
  async (name) => {
    const value = `"><script>boo()</script><img src=x onerror=boo()>`;
    const letter = `/letters/${all.letter.slug}`;
    const pages = [
      "/",
      "/search",
      "/letters",
      "/login",
      "/join",
      letter,
      `${letter}/signatures`,
      `${letter}/discussion`,
    ];
    for (const path of [
      ...pages,
      "/doctrine/attacked",
      "/moderation/log",
      "/moderation/report",
      "/oembed",
      "/no-such",
    ]) {
      const answer = await ask(tribune.url(), `${path}?${name}=${encodeURIComponent(value)}`, {
        headers: fromHere,
      });
      expect(answer.status).toBeLessThan(500);
      expect(dangersIn(answer, path), path).toEqual([]);
    }
  },
);

test("every cookie that was set is bound to this host, to https and to no script", async () => {
  const letters = await post(tribune.url(), "/preferences", { theme: "dark", language: "fr" }, fromHere);
  const wish = { name: "Ada", email: "ada@attack.example", password };
  const others = [
    await post(tribune.url(), "/join", wish, fromHere),
    await post(tribune.url(), "/passkeys/challenge", { purpose: "log-in" }, fromHere),
    await post(tribune.url(), "/logout", {}, { ...fromHere, Cookie: cookies.other }),
  ];
  for (const { headers } of [letters, ...others]) setCookies.push(...[headers["set-cookie"] ?? []].flat());
  const names = new Set(setCookies.map((cookie) => cookie.split("=")[0] ?? ""));
  expect([...names].toSorted()).toEqual(
    ["fresh", "join", "language", "log-in", "session", "theme"].map((name) => `__Host-${name}`),
  );
  for (const cookie of setCookies) {
    const attributes = cookie.split("; ").slice(1);
    expect(attributes, cookie).toEqual(
      expect.arrayContaining(["Path=/", "HttpOnly", "SameSite=Lax", "Secure"]),
    );
    expect(cookie).not.toMatch(/domain=/i);
  }
});

test("what browsers were given before they still say: language and appearance", async () => {
  const { text } = await ask(tribune.url(), "/login", { headers: { Cookie: "language=fr; theme=dark" } });
  expect(text).toContain('<html lang="fr" data-theme="dark"');
});

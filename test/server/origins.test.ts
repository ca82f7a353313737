import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sampleAccounts } from "#db/seed/sample-accounts.ts";
import { samples } from "#db/seed/sample-content.ts";
import { ask, logInAt, post } from "../asking.ts";
import { root } from "../program.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();
const open = samples.find(
  ({ publishedDaysAgo, closesInDays }) => publishedDaysAgo !== null && (closesInDays ?? 1) > 0,
);
const draft = samples.find(({ publishedDaysAgo }) => publishedDaysAgo === null);

/** Mail providers post there without an origin (RFC 8058): test/server/notices.test.ts tries it. */
const openToAll = [
  "notices.unsubscribe.$token",
  // These believe a token and no cookie: test/server/api.test.ts tries it.
  "api.v1.drafts._index",
  "api.v1.drafts.$slug",
  "api.v1.letters.$slug.comments",
  "api.v1.doctrine.$slug.$provision.comments",
];
/** The path of each route that has an action. A route that is missing here fails the first test. */
const actions: Record<string, string> = {
  "administration.accounts.$id": "/administration/accounts/1",
  "administration.jobs": "/administration/jobs",
  "administration.mails": "/administration/mails",
  "administration.moderation": "/administration/moderation",
  "administration.retention": "/administration/retention",
  "administration.settings": "/administration/settings",
  "co-authors.$token": "/co-authors/unknown",
  "countersign.$token": "/countersign/unknown",
  "doctrine.$slug.$provision.annotate": "/doctrine/unknown/1/annotate",
  "doctrine.$slug.$provision.disposition": "/doctrine/unknown/1/disposition",
  "doctrine.$slug.consultations.$id._index": "/doctrine/unknown/consultations/1",
  "doctrine.$slug.consultations._index": "/doctrine/unknown/consultations",
  "doctrine.$slug.officials": "/doctrine/unknown/officials",
  "letters.$slug.sign_.organisation": `/letters/${open?.slug}/sign/organisation`,
  "letters.$slug.signatures.pins": `/letters/${open?.slug}/signatures/pins`,
  "organisations.$slug.claims": "/organisations/hexanuage/claims",
  "confirm-address.$token": "/confirm-address/unknown",
  "doctrine.import._index": "/doctrine/import",
  "doctrine.import.$preview": "/doctrine/import/1",
  "doctrine.$slug.$provision.discussion.$comment": "/doctrine/unknown/1/discussion/1",
  "doctrine.$slug.$provision.discussion.$comment.vote": "/doctrine/unknown/1/discussion/1/vote",
  "doctrine.$slug.$provision.discussion._index": "/doctrine/unknown/1/discussion",
  "forgotten-password": "/forgotten-password",
  "identity._index": "/identity",
  "identity.link": "/identity/link",
  "identity.official": "/identity/official",
  "images._index": "/images",
  "images.upload": "/images/upload",
  join: "/join",
  "invitations.$token": "/invitations/unknown",
  "letters.$slug.autosave": `/letters/${draft?.slug}/autosave`,
  "letters.$slug.co-authors": `/letters/${draft?.slug}/co-authors`,
  "letters.$slug.archive": `/letters/${open?.slug}/archive`,
  "letters.$slug.delivery": `/letters/${open?.slug}/delivery`,
  "letters.$slug.reopen": `/letters/${open?.slug}/reopen`,
  "letters.$slug.replies._index": `/letters/${open?.slug}/replies`,
  "letters.$slug.updates._index": `/letters/${open?.slug}/updates`,
  "letters.$slug.close": `/letters/${open?.slug}/close`,
  "letters.$slug.discussion.$comment": `/letters/${open?.slug}/discussion/1`,
  "letters.$slug.discussion.$comment.vote": `/letters/${open?.slug}/discussion/1/vote`,
  "letters.$slug.discussion._index": `/letters/${open?.slug}/discussion`,
  "letters.$slug.edit": `/letters/${draft?.slug}/edit`,
  "letters.$slug.draft.history": `/letters/${draft?.slug}/draft/history`,
  "letters.$slug.draft.comments._index": `/letters/${draft?.slug}/draft/comments`,
  "letters.$slug.draft.comments[.json]": `/letters/${draft?.slug}/draft/comments.json`,
  "letters.$slug.draft.translations._index": `/letters/${draft?.slug}/draft/translations`,
  "letters.$slug.draft.translations.$language._index": `/letters/${draft?.slug}/draft/translations/en`,
  "letters.$slug.draft.translations.$language.autosave": `/letters/${draft?.slug}/draft/translations/en/autosave`,
  "letters.$slug.publish": `/letters/${draft?.slug}/publish`,
  "letters.$slug.revise._index": `/letters/${open?.slug}/revise`,
  "letters.$slug.revise.autosave": `/letters/${open?.slug}/revise/autosave`,
  "letters.$slug.revise.compare": `/letters/${open?.slug}/revise/compare`,
  "letters.$slug.sign": `/letters/${open?.slug}/sign`,
  "letters.$slug.signatures.review._index": `/letters/${open?.slug}/signatures/review`,
  "letters.$slug.signatures.review.invalidate": `/letters/${open?.slug}/signatures/review/invalidate?state=confirmed`,
  "letters.import": "/letters/import",
  "letters.new": "/letters/new",
  login: "/login",
  "login_.passkey": "/login/passkey",
  logout: "/logout",
  "my-data._index": "/my-data",
  "my-data.$token.erase": "/my-data/unknown/erase",
  "my-data.$token.signatures.$id": "/my-data/unknown/signatures/1",
  "mandates.$token": "/mandates/unknown",
  "moderation.cases.$id": "/moderation/cases/1",
  "moderation.contest.$id": "/moderation/contest/1",
  "moderation.report": `/moderation/report?letter=${open?.slug}`,
  "organisations.$slug.address": "/organisations/hexanuage/address",
  "organisations.$slug.domains": "/organisations/hexanuage/domains",
  "organisations.$slug.edit": "/organisations/hexanuage/edit",
  "organisations.$slug.login": "/organisations/hexanuage/login",
  "organisations.$slug.merge": "/organisations/hexanuage/merge",
  "organisations.$slug.members": "/organisations/hexanuage/members",
  "organisations.$slug.provider": "/organisations/hexanuage/provider",
  "organisations.new": "/organisations/new",
  preferences: "/preferences",
  "reset-password.$token": "/reset-password/unknown",
  "notices._index": "/notices",
  "notices.subscriptions": "/notices/subscriptions",
  settings: "/settings",
  "letters.$slug.webhooks": `/letters/${open?.slug}/webhooks`,
  "settings_.tokens": "/settings/tokens",
  "settings_.passkeys": "/settings/passkeys",
  "settings_.sign-ins": "/settings/sign-ins",
  "passkeys.challenge": "/passkeys/challenge",
  "passkeys.prove": "/passkeys/prove",
  "signatures.$token": "/signatures/unknown",
};

test("every route with an action is tried", () => {
  const folder = join(root, "app/routes");
  const found = readdirSync(folder)
    .filter((file) => /export (async function|const) action\b/.test(readFileSync(join(folder, file), "utf8")))
    .map((file) => file.replace(/\.tsx?$/, ""));
  expect(found.toSorted()).toEqual([...Object.keys(actions), ...openToAll].toSorted());
});

const origins: [string, (url: string) => Record<string, string>][] = [
  ["another site's", () => ({ Origin: "https://evil.example" })],
  ["null", () => ({ Origin: "null" })],
  ["empty", () => ({ Origin: "" })],
  ["missing", () => ({})],
  ["missing, with our Referer", (url) => ({ Referer: `${url}/login` })],
  ["missing, from another site of the same owner", () => ({ "Sec-Fetch-Site": "same-site" })],
  ["our name on another port", () => ({ Origin: "http://127.0.0.1:1" })],
  ["ours over https", (url) => ({ Origin: url.replace("http:", "https:") })],
  ["ours with more behind it", (url) => ({ Origin: `${url}.evil.example` })],
  ["another site's, with its Host", () => ({ Origin: "http://evil.example", Host: "evil.example" })],
  [
    "another site's, with a forged X-Forwarded-Host",
    () => ({
      Origin: "https://evil.example",
      "X-Forwarded-Host": "evil.example",
      "X-Forwarded-Proto": "https",
    }),
  ],
];

/** Rows of every table but the limits, which count what was asked. */
async function rows(): Promise<string> {
  const tables = await tribune.sql()<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'rate_limits'`;
  const counts: string[] = [];
  for (const { name } of tables) {
    const [row] =
      await tribune.sql()`select count(*)::int as count, md5(coalesce(string_agg(t::text, '' order by t::text), ''))
      as content from ${tribune.sql()(name)} t`;
    counts.push(`${name} ${row?.count} ${row?.content}`);
  }
  return counts.toSorted().join("\n");
}

describe("an unsafe request from elsewhere is refused with 403 and changes nothing", () => {
  test.each(origins)("Origin is %s", async (_what, headersOf) => {
    const url = tribune.url();
    const session = await logInAt(url, sampleAccounts[0] ?? { email: "", password: "" });
    const before = await rows();
    for (const [route, path] of Object.entries(actions))
      for (const way of [
        path,
        path.replace(/(?=\?|$)/, ".data"),
        `${path}${path.includes("?") ? "&" : "?"}_data=routes%2F${encodeURIComponent(route)}`,
      ]) {
        const answer = await ask(url, way, {
          method: "POST",
          headers: {
            "Content-Type": "application/x-www-form-urlencoded",
            Cookie: session,
            ...headersOf(url),
          },
          body: "title=T&name=N&email=x%40example.org&body=B&password=a+quiet+long+phrase&theme=dark&intent=delete",
        });
        expect(answer.status, way).toBe(403);
      }
    expect(await rows()).toBe(before);
  });

  test.each(["area", "area-end", "passkeys"])(
    "the intent %s of an administrator is refused as well",
    async (intent) => {
      const url = tribune.url();
      const admin = sampleAccounts.find(({ role }) => role === "admin") ?? { email: "", password: "" };
      const Cookie = await logInAt(url, admin);
      const before = await rows();
      const fields = { intent, place: `/letters/${open?.slug}`, area: "1", password: admin.password };
      const answer = await ask(url, "/administration/accounts/1", {
        method: "POST",
        headers: {
          "Content-Type": "application/x-www-form-urlencoded",
          Origin: "https://evil.example",
          Cookie,
        },
        body: new URLSearchParams(fields).toString(),
      });
      expect(answer.status).toBe(403);
      expect(await rows()).toBe(before);
    },
  );

  test.each(["PUT", "PATCH", "DELETE", "PROPFIND", "TRACE"])(
    "%s is refused as well, and from our own pages it is unknown",
    async (method) => {
      const url = tribune.url();
      expect(
        (await ask(url, "/settings", { method, headers: { Origin: "https://evil.example" } })).status,
      ).toBe(403);
      const ours = await ask(url, "/settings", { method, headers: { Origin: url } });
      expect(ours.status).toBe(405);
      expect(ours.headers.allow).toBe("GET, HEAD, POST");
    },
  );

  test("the page says so in the reader's language", async () => {
    const say = async (language: string) =>
      (await ask(tribune.url(), "/login", { method: "POST", headers: { "Accept-Language": language } })).text;
    expect(await say("fr")).toContain("Cette demande vient d’un autre site");
    expect(await say("en")).toContain("This request came from another site");
  });
});

test("our own pages may, and so may an old browser that says same-origin", async () => {
  const url = tribune.url();
  expect((await post(url, "/preferences", { theme: "dark", next: "/" })).status).toBeLessThan(400);
  const old = await ask(url, "/preferences", {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin" },
    body: "theme=dark&next=/",
  });
  expect(old.status).toBeLessThan(400);
});

test("reading changes nothing: every page is asked for, by a stranger and by an author", async () => {
  const url = tribune.url();
  const session = await logInAt(url, sampleAccounts[0] ?? { email: "", password: "" });
  const before = await rows();
  const paths = [
    "/",
    "/letters",
    "/letters/mine",
    "/privacy",
    "/dev/mail",
    "/challenge",
    "/moderation/log",
    "/doctrine",
    "/letters/unknown",
    ...Object.values(actions),
  ];
  for (const { slug } of samples)
    for (const part of [
      "",
      ".json",
      "/signatures",
      "/signatures.csv",
      "/versions",
      "/versions/1",
      "/versions/1.json",
      "/discussion",
    ])
      paths.push(`/letters/${slug}${part}`);
  for (const Cookie of ["", session])
    for (const path of paths)
      for (const method of ["GET", "HEAD"])
        expect(
          (await ask(url, path, { method, headers: { Cookie } })).status,
          `${method} ${path}`,
        ).toBeLessThan(500);
  expect(await rows()).toBe(before);
  // Some hundred pages.
}, 60_000);

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeSql } from "#db/sql.ts";
import { type Answer, ask, post } from "../asking.ts";
import { filled } from "../server/filled-form.ts";
import { routeAccess } from "../server/route-access.ts";
import { useTribune } from "../server/tribune.ts";
import { makePeople, type Role, roles } from "./people.ts";
import { contentOf } from "./rows.ts";

const tribune = useTribune();
const slugIn = (route: string) => routeAccess[route]?.path.split("/")[2] ?? "";

let cookies: Record<Role, string>;
beforeAll(async () => {
  process.env.DATABASE_URL = tribune.databaseUrl();
  cookies = await makePeople(tribune.url(), {
    letters: [slugIn("letters.$slug._index"), slugIn("letters.$slug.edit")],
    organisation: slugIn("organisations.$slug._index"),
    text: slugIn("doctrine.$slug._index"),
  });
}, 60_000);
afterAll(closeSql);

const reviewers: Role[] = ["author", "moderator", "admin"];
const moderators: Role[] = ["areaModerator", "moderator", "admin"];
const managers: Role[] = ["owner", "admin"];

/**
 * Whose the routes are that route-access.ts calls theirs or a moderator's, unless by where they lie: what lies below a
 * letter is its authors'. Whoever is not named is kept out.
 */
const theirs: Record<string, Role[]> = {
  "doctrine.$slug.$provision.disposition": ["official"],
  "doctrine.$slug.consultations.$id._index": ["official"],
  "doctrine.$slug.consultations._index": ["official"],
  "doctrine.$slug.unanswered": ["official"],
  // This letter was not imported.
  "letters.$slug.imported": [],
  "letters.$slug.signatures.review._index": reviewers,
  "letters.$slug.signatures.review.invalidate": reviewers,
  "letters.$slug.signatures.shared[.csv]": reviewers,
  "moderation._index": moderators,
  "moderation.cases.$id": moderators,
  // The decision is about another person's words.
  "moderation.contest.$id": [],
  "moderation.contest._index": [],
  // Whoever speaks for it proves an address of theirs: not the administrators.
  "organisations.$slug.address": ["owner"],
  "organisations.$slug.claims": managers,
  "organisations.$slug.domains": managers,
  "organisations.$slug.edit": managers,
  // A member sees who the others are, and leaves.
  "organisations.$slug.members": ["owner", "member", "admin"],
  "organisations.$slug.provider": managers,
};

function letIn(route: string, access: string): Role[] | null {
  if (access === "public") return null;
  if (access === "member") return roles.filter((role) => role !== "stranger");
  if (access === "admin") return ["admin"];
  // No cookie opens what is for programs.
  if (access === "token") return [];
  return theirs[route] ?? (route.startsWith("letters.$slug.") ? ["author"] : null);
}

const toLogIn = ({ status, headers }: Answer) =>
  [302, 303].includes(status) && String(headers.location).startsWith("/login");
/** Refused, or sent to log in; as data (single fetch) a redirect is a 202 that names where to. */
const keptOut = (answer: Answer) =>
  [401, 403, 404].includes(answer.status) ||
  toLogIn(answer) ||
  (answer.status === 202 && answer.text.includes("/login?"));

test("of every route that is not for everybody it is said whose it is, and of none that is gone", () => {
  for (const [route, { reads, acts }] of Object.entries(routeAccess))
    for (const access of [reads, acts ?? "public"])
      if (access !== "public") expect(letIn(route, access), `${route}: add it to \`theirs\``).not.toBeNull();
  for (const route of Object.keys(theirs)) expect(Object.keys(routeAccess)).toContain(route);
});

const closed = Object.entries(routeAccess).filter(
  ([route, { reads }]) => reads !== "public" && !route.endsWith(".events"),
);

/** As a page, and for one of them as its data too: that is the same loader. */
const waysOf = (role: Role, path: string) =>
  role === "other" ? [path, path.replace(/(?=\?|$)/, ".data")] : [path];

describe("reading, as a page and as its data", () => {
  test.each(closed)("%s", async (route, { path, reads }) => {
    const allowed = letIn(route, reads) ?? [];
    for (const role of roles) {
      // All of them share a network here, and some pages are asked for by a few people a minute.
      await tribune.sql()`delete from rate_limits`;
      for (const way of waysOf(role, path)) {
        const answer = await ask(tribune.url(), way, { headers: { Cookie: cookies[role] } });
        const said = `${role} gets ${answer.status} at ${way}`;
        if (!allowed.includes(role)) expect(keptOut(answer), said).toBe(true);
        else if (way === path)
          expect([401, 403].includes(answer.status) || toLogIn(answer), said).toBe(false);
      }
    }
  });
});

const acting = Object.entries(routeAccess).flatMap(([route, { path, acts, intent }]) => {
  const allowed = acts && letIn(route, acts);
  return allowed ? [[route, { path, intent, allowed }] as const] : [];
});

describe("acting, as a form and as data, by whoever may not", () => {
  let before: Record<string, string>;
  beforeAll(async () => (before = await contentOf(tribune.sql())));
  test.each(acting)("%s", async (_route, { path, intent, allowed }) => {
    for (const role of roles.filter((one) => !allowed.includes(one)))
      for (const way of waysOf(role, path)) {
        const fields = { ...filled, intent: intent ?? "" };
        const answer = await post(tribune.url(), way, fields, { Cookie: cookies[role] });
        expect(keptOut(answer), `${role} gets ${answer.status} at ${way}`).toBe(true);
      }
  });
  test("has changed nothing", async () => expect(await contentOf(tribune.sql())).toEqual(before));
});

test("a route without an action takes no form, and no route another method, whoever asks", async () => {
  const before = await contentOf(tribune.sql());
  const Origin = tribune.url();
  for (const [route, { path, reads, acts }] of Object.entries(routeAccess)) {
    // Programs have methods of their own, which cookies do not open: above.
    if (route.endsWith(".events") || reads === "token") continue;
    for (const role of ["stranger", "admin"] as const) {
      const headers = { Cookie: cookies[role], Origin };
      if (!acts) {
        const { status } = await post(tribune.url(), path, { ...filled }, { Cookie: cookies[role] });
        expect([403, 404, 405], `${role} posts to ${path}: ${status}`).toContain(status);
      }
      for (const method of ["PUT", "DELETE"])
        expect((await ask(tribune.url(), path, { method, headers })).status, path).toBe(405);
    }
  }
  expect(await contentOf(tribune.sql())).toEqual(before);
}, 60_000);

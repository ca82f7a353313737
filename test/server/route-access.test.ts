import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeSql } from "#db/sql.ts";
import { type Answer, ask, logInAt, post } from "../asking.ts";
import { makeAccount, password } from "../made-up.ts";
import { root } from "../program.ts";
import { filled } from "./filled-form.ts";
import { type Access, routeAccess } from "./route-access.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();

const folder = join(root, "app/routes");
const source = (route: string) =>
  readFileSync(
    join(folder, readdirSync(folder).find((file) => file.replace(/\.tsx?$/, "") === route) ?? ""),
    "utf8",
  );
const hasAction = (route: string) => /export (async function|const) action\b/.test(source(route));

/** People with nothing of their own here: what they get, everybody of their kind gets. */
const cookies: Record<"stranger" | "member" | "moderator" | "admin", string> = {
  stranger: "",
  member: "",
  moderator: "",
  admin: "",
};
beforeAll(async () => {
  process.env.DATABASE_URL = tribune.databaseUrl();
  for (const role of ["member", "moderator", "admin"] as const) {
    const { email } = await makeAccount({ role, email: `access-${role}@example.org` });
    cookies[role] = await logInAt(tribune.url(), { email, password });
  }
});
afterAll(closeSql);

/** Sent to log in, or told that one must: never the thing itself. */
const turnsAway = ({ status, headers }: Answer) =>
  [401, 403, 404].includes(status) ||
  ([302, 303].includes(status) && String(headers.location).startsWith("/login"));
const refuses = ({ status }: Answer) => [403, 404].includes(status);

/** Whom each kind of access keeps out. */
const kept: Record<Access, { turnedAway: boolean; refused: ("member" | "moderator" | "admin")[] }> = {
  public: { turnedAway: false, refused: [] },
  member: { turnedAway: true, refused: [] },
  theirs: { turnedAway: true, refused: ["member"] },
  moderator: { turnedAway: true, refused: ["member"] },
  admin: { turnedAway: true, refused: ["member", "moderator"] },
  token: { turnedAway: true, refused: [] },
};

test("every route file says who may read it, and every action whose it is", () => {
  const files = readdirSync(folder).map((file) => file.replace(/\.tsx?$/, ""));
  expect(files.toSorted()).toEqual(Object.keys(routeAccess).toSorted());
  for (const [route, { acts }] of Object.entries(routeAccess))
    expect(hasAction(route), `${route} has an action`).toBe(acts !== undefined);
});

test("what is for administrators or moderators lies where the list says so, and there alone", () => {
  for (const [route, { reads, acts }] of Object.entries(routeAccess))
    if (route.startsWith("administration"))
      expect([reads, acts ?? "admin"], route).toEqual(["admin", "admin"]);
});

const reading = Object.entries(routeAccess).filter(([route]) => !route.endsWith(".events"));

describe("reading", () => {
  test.each(reading)("%s", async (_route, { path, reads }) => {
    const { turnedAway, refused } = kept[reads];
    const get = (who: keyof typeof cookies) =>
      ask(tribune.url(), path, { headers: { Cookie: cookies[who] } });
    const stranger = await get("stranger");
    expect(stranger.status).toBeLessThan(500);
    if (turnedAway) expect(turnsAway(stranger), `a stranger gets ${stranger.status}`).toBe(true);
    else expect([401, 403], `a stranger gets ${stranger.status}`).not.toContain(stranger.status);
    for (const who of refused) {
      const answer = await get(who);
      expect(refuses(answer), `a ${who} gets ${answer.status}`).toBe(true);
    }
    if (reads === "member") expect((await get("member")).status).toBe(200);
    if (reads === "token") expect((await get("admin")).status).toBe(401);
    if (reads === "admin") expect((await get("admin")).status).not.toBe(403);
  });
});

const acting = Object.entries(routeAccess).flatMap(([route, { path, acts }]) =>
  acts && acts !== "public" ? [[route, { path, acts }] as const] : [],
);

describe("acting", () => {
  test.each(acting)("%s", async (route, { path, acts }) => {
    const fields = { ...filled, intent: routeAccess[route]?.intent ?? "" };
    const send = (who: keyof typeof cookies) => post(tribune.url(), path, fields, { Cookie: cookies[who] });
    const stranger = await send("stranger");
    expect(turnsAway(stranger), `a stranger gets ${stranger.status}`).toBe(true);
    if (acts === "token") expect((await send("admin")).status).toBe(401);
    for (const who of kept[acts].refused) {
      const answer = await send(who);
      expect(refuses(answer), `a ${who} gets ${answer.status}`).toBe(true);
    }
  });
});

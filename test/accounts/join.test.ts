import { expect, test } from "vitest";
import { logIn } from "#app/accounts/log-in.server.ts";
import { confirmJoin, readJoin, requestJoin } from "#app/accounts/join.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { lastMailTo, makeAccount, origin, tokenMailedTo } from "../made-up.ts";

useDatabase();

const wish = (email: string, password = "the password of joining") => ({
  name: "Joining Person",
  email,
  password,
  language: "fr" as const,
});
const accountOf = (email: string) => sql<{ id: number; language: string }[]>`
  select id, language from accounts where email = ${email}`;

test("there is no account before the address is confirmed, then there is one", async () => {
  const { browserToken } = await requestJoin(wish("new@example.org"), origin);
  expect(await accountOf("new@example.org")).toHaveLength(0);
  expect((await logIn("new@example.org", "the password of joining")).outcome).toBe("wrong-credentials");
  expect((await lastMailTo("new@example.org")).language).toBe("fr");
  const token = await tokenMailedTo("new@example.org", "/confirm-address");
  expect(await readJoin(token, browserToken)).toMatchObject({ knowsBrowser: true, confirmed: false });
  expect(await accountOf("new@example.org")).toHaveLength(0);
  expect((await confirmJoin(token, { browserToken, password: "" })).outcome).toBe("confirmed");
  expect((await confirmJoin(token, { browserToken, password: "" })).outcome).toBe("confirmed");
  expect(await accountOf("new@example.org")).toMatchObject([{ language: "fr" }]);
  expect((await logIn("new@example.org", "the password of joining")).outcome).toBe("logged-in");
});

test("another browser than the one that asked needs the password", async () => {
  await requestJoin(wish("phone@example.org"), origin);
  const token = await tokenMailedTo("phone@example.org", "/confirm-address");
  expect(await readJoin(token, undefined)).toMatchObject({ knowsBrowser: false });
  const proof = (password: string) => ({ browserToken: "somebody else's", password });
  expect((await confirmJoin(token, proof("a guess"))).outcome).toBe("wrong-password");
  expect(await accountOf("phone@example.org")).toHaveLength(0);
  expect((await confirmJoin(token, proof("the password of joining"))).outcome).toBe("confirmed");
});

test("nobody prepares an account on an address that is not theirs", async () => {
  await requestJoin(wish("victim@example.org", "the attacker's password"), origin);
  const { browserToken } = await requestJoin(wish("victim@example.org", "the owner's password"), origin);
  const token = await tokenMailedTo("victim@example.org", "/confirm-address");
  expect((await confirmJoin(token, { browserToken, password: "" })).outcome).toBe("confirmed");
  expect((await logIn("victim@example.org", "the attacker's password")).outcome).toBe("wrong-credentials");
  expect((await logIn("victim@example.org", "the owner's password")).outcome).toBe("logged-in");
});

test("who has an account already gets another mail, and the caller the same answer", async () => {
  const account = await makeAccount({ language: "en" });
  const before = await sql`select 1 from joins`;
  expect(Object.keys(await requestJoin(wish(account.email), origin))).toEqual(["browserToken"]);
  expect((await sql`select 1 from joins`).count).toBe(before.count);
  expect(await lastMailTo(account.email)).toMatchObject({ kind: "already-joined", language: "en" });
});

test("an unknown link and one that is too old lead nowhere", async () => {
  const { browserToken } = await requestJoin(wish("late@example.org"), origin);
  const token = await tokenMailedTo("late@example.org", "/confirm-address");
  await sql`update joins set expires_at = now() - interval '1 second' where email = 'late@example.org'`;
  for (const tried of [token, "unknown", ""]) {
    expect(await readJoin(tried, browserToken)).toBeNull();
    expect((await confirmJoin(tried, { browserToken, password: "" })).outcome).toBe("unknown-token");
  }
});

test("two clicks at once make one account", async () => {
  const { browserToken } = await requestJoin(wish("twice@example.org"), origin);
  const token = await tokenMailedTo("twice@example.org", "/confirm-address");
  const both = await Promise.all([1, 2].map(() => confirmJoin(token, { browserToken, password: "" })));
  expect(both[0]).toEqual(both[1]);
  expect(await accountOf("twice@example.org")).toHaveLength(1);
});

import { expect, test } from "vitest";
import {
  changePassword,
  confirmAddressChange,
  requestAddressChange,
} from "#app/accounts/change-account.server.ts";
import { logIn } from "#app/accounts/log-in.server.ts";
import { confirmJoin, readJoin, requestJoin } from "#app/accounts/join.server.ts";
import { requestPasswordReset, resetPassword } from "#app/accounts/reset-password.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { lastMailTo, makeAccount, origin, password, tokenMailedTo } from "../made-up.ts";

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

test("the owner's own browser does not confirm what somebody else asked for", async () => {
  await requestJoin(wish("mixed@example.org", "the attacker's password"), origin);
  const theirs = await tokenMailedTo("mixed@example.org", "/confirm-address");
  const { browserToken } = await requestJoin(wish("mixed@example.org", "the owner's password"), origin);
  const own = await tokenMailedTo("mixed@example.org", "/confirm-address");
  expect(await readJoin(theirs, browserToken)).toMatchObject({ knowsBrowser: false });
  const answer = await confirmJoin(theirs, { browserToken, password: "the owner's password" });
  expect(answer.outcome).toBe("wrong-password");
  expect(await accountOf("mixed@example.org")).toHaveLength(0);
  expect((await confirmJoin(own, { browserToken, password: "" })).outcome).toBe("confirmed");
  const late = { browserToken: undefined, password: "the attacker's password" };
  expect((await confirmJoin(theirs, late)).outcome).toBe("unknown-token");
});

test("a link clicked again ten minutes later opens nothing any more", async () => {
  const { browserToken } = await requestJoin(wish("slow@example.org"), origin);
  const token = await tokenMailedTo("slow@example.org", "/confirm-address");
  await confirmJoin(token, { browserToken, password: "" });
  await sql`update joins set confirmed_at = now() - interval '11 minutes' where email = 'slow@example.org'`;
  expect(await confirmJoin(token, { browserToken, password: "" })).toEqual({ outcome: "already-confirmed" });
});

test("a mangled link leads nowhere and makes nothing", async () => {
  const { browserToken } = await requestJoin(wish("mangled@example.org"), origin);
  const token = await tokenMailedTo("mangled@example.org", "/confirm-address");
  const swapped = (token.startsWith("A") ? "B" : "A") + token.slice(1);
  for (const tried of [swapped, token.slice(0, -1), `${token}.`, ` ${token}`, "\0", "x".repeat(10_000)]) {
    expect(await readJoin(tried, browserToken)).toBeNull();
    const proof = { browserToken, password: "the password of joining" };
    expect((await confirmJoin(tried, proof)).outcome).toBe("unknown-token");
  }
  expect(await accountOf("mangled@example.org")).toHaveLength(0);
});

test("who has joined and then chooses a new password leaves no way in by the link of joining", async () => {
  for (const how of ["forgotten", "changed"] as const) {
    const email = `${how}@example.org`;
    const { browserToken } = await requestJoin(wish(email), origin);
    const token = await tokenMailedTo(email, "/confirm-address");
    const joined = await confirmJoin(token, { browserToken, password: "" });
    if (joined.outcome !== "confirmed") throw new Error(joined.outcome);
    if (how === "forgotten") {
      await requestPasswordReset(email, origin);
      await resetPassword(await tokenMailedTo(email, "/reset-password"), "another long phrase", origin);
    } else {
      const account = { id: joined.accountId, email, name: "J", language: "fr", role: "member" } as const;
      await changePassword(account, "the password of joining", "another long phrase", origin);
    }
    expect((await confirmJoin(token, { browserToken, password: "" })).outcome, how).not.toBe("confirmed");
  }
});

test("an old link of joining does not open the account that has taken over its address", async () => {
  const { browserToken } = await requestJoin(wish("handed-on@example.org"), origin);
  const token = await tokenMailedTo("handed-on@example.org", "/confirm-address");
  await confirmJoin(token, { browserToken, password: "" });
  await sql`update accounts set email = 'moved-away@example.org' where email = 'handed-on@example.org'`;
  const heir = await makeAccount();
  await requestAddressChange(heir, password, "handed-on@example.org", origin);
  const change = await tokenMailedTo("handed-on@example.org", "/confirm-address");
  expect((await confirmAddressChange(change)).outcome).toBe("changed");
  expect(await confirmJoin(token, { browserToken, password: "" })).toEqual({ outcome: "unknown-token" });
});

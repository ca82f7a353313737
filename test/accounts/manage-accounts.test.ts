import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import {
  endSessions,
  giveRole,
  readManagedAccount,
  searchAccounts,
} from "#app/accounts/manage-accounts.server.ts";
import { isProved, proveAgain } from "#app/accounts/prove-again.server.ts";
import { openSession, readSession } from "#app/accounts/session.server.ts";
import { listEvents } from "#app/administration/list-events.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, password } from "../made-up.ts";

useDatabase();

let admin: Account;
beforeAll(async () => {
  admin = await makeAccount({ role: "admin", name: "Ada Admin" });
});
beforeEach(() => sql`delete from administration_events`);

const sessionsOf = async ({ id }: Account) => (await readManagedAccount(id))?.sessions;
const events = async () => (await listEvents({ acts: null, by: null, before: null })).events;

describe("finding accounts", () => {
  test("goes by a part of the name, and by an address in full alone", async () => {
    const zoe = await makeAccount({ name: "Zoé 100%_Quill", email: "zoe.quill@example.org" });
    const found = async (typed: string) =>
      (await searchAccounts(typed, null, null)).accounts.map(({ id }) => id);
    expect(await found("100%_q")).toEqual([zoe.id]);
    expect(await found("1%q")).toEqual([]);
    expect(await found(" Zoe.Quill@example.org ")).toEqual([zoe.id]);
    expect(await found("zoe.quill")).toEqual([]);
    expect((await searchAccounts("zoé", "admin", null)).accounts).toEqual([]);
    expect((await searchAccounts("zoé", null, zoe.id)).accounts).toEqual([]);
  });
});

describe("giving a role", () => {
  test("ends the account's sessions and is written down", async () => {
    const member = await makeAccount();
    await openSession(member.id, "");
    expect(await giveRole(admin, member.id, "moderator")).toEqual({ outcome: "changed" });
    expect(await readManagedAccount(member.id)).toMatchObject({ role: "moderator", sessions: 0 });
    expect(await events()).toMatchObject([
      { act: "role-changed", account: { id: member.id }, changes: { role: ["member", "moderator"] } },
    ]);
  });
  test("that it has already changes nothing and ends no session", async () => {
    const member = await makeAccount();
    await openSession(member.id, "");
    expect(await giveRole(admin, member.id, "member")).toEqual({ outcome: "unchanged" });
    expect([await sessionsOf(member), await events()]).toEqual([1, []]);
  });
  test("is for administrators alone, also when they were demoted since they logged in", async () => {
    const member = await makeAccount();
    expect(await giveRole(member, member.id, "admin")).toEqual({ outcome: "forbidden" });
    expect(await giveRole({ ...member, role: "admin" }, member.id, "admin")).toEqual({
      outcome: "forbidden",
    });
    expect((await readManagedAccount(member.id))?.role).toBe("member");
  });
  test("never leaves nobody to administrate, even when two demote each other at once", async () => {
    expect(await giveRole(admin, admin.id, "member")).toEqual({ outcome: "last-admin" });
    const second = await makeAccount({ role: "admin" });
    const outcomes = await Promise.all([
      giveRole(admin, second.id, "member"),
      giveRole(second, admin.id, "member"),
    ]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["changed", "forbidden"]);
    const admins = await sql`select id from accounts where role = 'admin' and deleted_at is null`;
    expect(admins).toHaveLength(1);
    await sql`update accounts set role = 'admin' where id = ${admin.id}`;
  });
  test("to nobody is told", async () => {
    expect(await giveRole(admin, 999_999, "admin")).toEqual({ outcome: "not-found" });
  });
});

test("ending sessions ends those of this account alone", async () => {
  const [one, other] = [await makeAccount(), await makeAccount()];
  for (const { id } of [one, one, other]) await openSession(id, "");
  expect(await endSessions(one, one.id)).toEqual({ outcome: "forbidden" });
  expect(await endSessions(admin, one.id)).toEqual({ outcome: "ended" });
  expect([await sessionsOf(one), await sessionsOf(other)]).toEqual([0, 1]);
  expect(await endSessions(admin, 999_999)).toEqual({ outcome: "not-found" });
  expect(await events()).toMatchObject([{ act: "sessions-ended", account: { id: one.id } }]);
});

test("a password shown again holds ten minutes, for this session alone", async () => {
  const open = async () => {
    const { idHash } = await readSession((await openSession(admin.id, "")).split(";")[0] ?? "");
    return idHash ?? "";
  };
  const [here, elsewhere] = [await open(), await open()];
  expect(await isProved(admin.id, here)).toBe(false);
  expect(await proveAgain(admin.id, here, "a wrong long phrase")).toEqual({ outcome: "wrong-password" });
  expect(await isProved(admin.id, here)).toBe(false);
  expect(await proveAgain(admin.id, here, password)).toEqual({ outcome: "proved" });
  expect([await isProved(admin.id, here), await isProved(admin.id, elsewhere)]).toEqual([true, false]);
  await sql`update sessions set proved_at = now() - interval '601 seconds' where id_hash = ${here}`;
  expect(await isProved(admin.id, here)).toBe(false);
});

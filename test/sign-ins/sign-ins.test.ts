import { beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { forgetOldSignIns } from "#app/sign-ins/forget-sign-ins.server.ts";
import { listSignIns } from "#app/sign-ins/list-sign-ins.server.ts";
import { recordSignIn } from "#app/sign-ins/record-sign-in.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { lastMailTo, makeAccount, origin } from "../made-up.ts";

useDatabase();
const firefox = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0";
const newer = firefox.replaceAll("140.0", "141.0");
const chrome =
  "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36";

let account: Account;
beforeEach(async () => {
  account = await makeAccount({ language: "fr" });
});
const signIn = (userAgent: string, network = "192.0.2.0/24", of: Account = account) =>
  recordSignIn(of.id, "password", { userAgent, network }, origin);
const told = async () =>
  (await sql`select 1 from mails where to_address = ${account.email} and kind = 'new-device'`).count;

describe("the log", () => {
  test("says when, how, by which browser, and the network by a label of the account's own", async () => {
    const other = await makeAccount();
    await signIn(firefox);
    await signIn(firefox, "198.51.100.0/24");
    await signIn(firefox);
    await signIn(firefox, "192.0.2.0/24", other);
    const { signIns } = await listSignIns(account.id, null);
    expect(signIns.map(({ way, browser, system }) => [way, browser, system])).toEqual(
      Array(3).fill(["password", "Firefox", "macOS"]),
    );
    const labels = signIns.map(({ network }) => network);
    expect(labels[0]).toMatch(/^N-[0-9A-F]{12}$/);
    expect(labels[0]).toBe(labels[2]);
    expect(labels[0]).not.toBe(labels[1]);
    expect((await listSignIns(other.id, null)).signIns[0]?.network).not.toBe(labels[0]);
    expect(JSON.stringify(await sql`select * from sign_ins`)).not.toContain("192.0.2");
  });

  test("is paged, the newest first", async () => {
    for (let number = 0; number < 51; number++) await signIn(firefox);
    const { signIns, next } = await listSignIns(account.id, null);
    expect(signIns).toHaveLength(50);
    expect((await listSignIns(account.id, next)).signIns).toHaveLength(1);
    expect((await listSignIns(account.id, next)).next).toBeNull();
  });

  test("goes after its time", async () => {
    await signIn(firefox);
    await signIn(firefox);
    await sql`
      update sign_ins set at = now() - interval '7 months'
      where id = (select min(id) from sign_ins where account_id = ${account.id})`;
    await forgetOldSignIns(sql`now() - interval '6 months'`, 500);
    expect((await listSignIns(account.id, null)).signIns).toHaveLength(1);
  });
});

describe("a new device", () => {
  test("is told by mail in the account's language: another browser or system, not another version or network", async () => {
    await signIn(firefox);
    expect(await told()).toBe(0);
    await signIn(newer, "198.51.100.0/24");
    expect(await told()).toBe(0);
    await signIn(chrome);
    expect(await told()).toBe(1);
    const mail = await lastMailTo(account.email);
    expect(mail.body).toContain("Chrome · Android");
    expect(mail.body).toContain("Connexion à votre compte");
    expect(mail.body).toContain(`${origin}/settings/sign-ins`);
    await signIn(chrome);
    expect(await told()).toBe(1);
    await signIn("");
    expect(await told()).toBe(2);
  });

  test("is told of an account that nothing is known of, unless it joined today", async () => {
    await sql`update accounts set created_at = now() - interval '2 days' where id = ${account.id}`;
    await signIn(firefox);
    expect(await told()).toBe(1);
  });

  test("at the same moment twice is one mail", async () => {
    await signIn(firefox);
    await Promise.all([signIn(chrome), signIn(chrome)]);
    expect(await told()).toBe(1);
  });
});

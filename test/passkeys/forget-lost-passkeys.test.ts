import { expect, test } from "vitest";
import { readManagedAccount } from "#app/accounts/manage-accounts.server.ts";
import { openSession } from "#app/accounts/session.server.ts";
import { addPasskey } from "#app/passkeys/add-passkey.server.ts";
import { askForNew } from "#app/passkeys/ask-for-passkey.server.ts";
import { askAfterPassword, isAskedAfterPassword } from "#app/passkeys/change-passkey.server.ts";
import { forgetLostPasskeys } from "#app/passkeys/forget-lost-passkeys.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { lastMailTo, makeAccount, origin } from "../made-up.ts";
import { makeAuthenticator } from "./authenticator.ts";

useDatabase();

/** An account that is asked for its one passkey after the password, with recovery codes and a session. */
async function holder(role: "member" | "admin" = "member") {
  const account = await makeAccount({ role });
  const relyingParty = { id: "tribune.example", origin };
  const sent = makeAuthenticator(origin).create(await askForNew(account, "a session", relyingParty));
  await addPasskey(account, { name: "Phone", sent, sessionHash: "a session", relyingParty });
  await askAfterPassword(account.id, "a session");
  await openSession(account.id, "");
  return account;
}

const left = async (accountId: number) => {
  const [row] = await sql<{ passkeys: number; codes: number; sessions: number }[]>`
    select (select count(*)::int from passkeys where account_id = ${accountId}) as passkeys,
      (select count(*)::int from recovery_codes where account_id = ${accountId}) as codes,
      (select count(*)::int from sessions where account_id = ${accountId}) as sessions`;
  return row;
};

test("an administrator takes lost passkeys away: all of one account's, with its sessions; it is told and written down", async () => {
  const admin = await makeAccount({ role: "admin" });
  const [lost, other] = [await holder(), await holder()];
  expect(await readManagedAccount(lost.id)).toMatchObject({ passkeys: 1 });
  const before = await left(other.id);
  expect(before).toMatchObject({ passkeys: 1, codes: 10, sessions: 1 });

  expect(await forgetLostPasskeys(admin, lost.id, origin)).toEqual({ outcome: "forgotten" });
  expect(await left(lost.id)).toEqual({ passkeys: 0, codes: 0, sessions: 0 });
  expect(await isAskedAfterPassword(lost.id)).toBe(false);
  expect(await left(other.id)).toEqual(before);
  const mail = await lastMailTo(lost.email);
  expect(mail.kind).toBe("passkeys-forgotten");
  expect(mail.body).toContain(`${origin}/settings/passkeys`);
  const [event] = await sql`
    select act, account_id as account from administration_events where administrator_id = ${admin.id}`;
  expect(event).toEqual({ act: "passkeys-forgotten", account: lost.id });

  expect(await forgetLostPasskeys(admin, lost.id, origin), "twice is once").toEqual({ outcome: "none" });
  expect(await forgetLostPasskeys(admin, 999_999, origin)).toEqual({ outcome: "not-found" });
});

test("nobody else may, and an administrator not with their own: a stolen session would take the second step off", async () => {
  const [lost, admin] = [await holder(), await holder("admin")];
  const moderator = await makeAccount({ role: "moderator" });
  expect(await forgetLostPasskeys(moderator, lost.id, origin)).toEqual({ outcome: "forbidden" });
  expect(await forgetLostPasskeys(lost, lost.id, origin)).toEqual({ outcome: "forbidden" });
  expect(await forgetLostPasskeys(admin, admin.id, origin)).toEqual({ outcome: "own" });
  expect(await left(lost.id)).toMatchObject({ passkeys: 1, codes: 10 });
  expect(await left(admin.id)).toMatchObject({ passkeys: 1, codes: 10 });
});

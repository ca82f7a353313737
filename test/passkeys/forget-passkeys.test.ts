import { expect, test } from "vitest";
import { deleteAccount } from "#app/accounts/change-account.server.ts";
import { addPasskey } from "#app/passkeys/add-passkey.server.ts";
import { askForNew } from "#app/passkeys/ask-for-passkey.server.ts";
import { askAfterPassword } from "#app/passkeys/change-passkey.server.ts";
import { beginLogIn } from "#app/passkeys/second-step.server.ts";
import { readHeldAccount } from "#app/personal-data/read-held-account.server.ts";
import { recordSignIn } from "#app/sign-ins/record-sign-in.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, origin } from "../made-up.ts";
import { makeAuthenticator } from "./authenticator.ts";

useDatabase();
const relyingParty = { id: "tribune.example", origin };

test("what is held of passkeys and sign-ins is told whole, and goes with the account", async () => {
  const account = await makeAccount();
  const authenticator = makeAuthenticator(origin);
  const sent = authenticator.create(await askForNew(account, "a session", relyingParty));
  await addPasskey(account, { name: "Wilma’s phone", sent, sessionHash: "a session", relyingParty });
  await askAfterPassword(account.id, "a session");
  await beginLogIn(account.id, "/");
  await recordSignIn(account.id, "passkey", { userAgent: "Firefox/140.0 Linux", network: "" }, origin);
  const held = await readHeldAccount(account.email);
  expect(held?.passkeys).toMatchObject([
    { name: "Wilma’s phone", credential: authenticator.id, usedAt: null },
  ]);
  expect(held?.secondStep).toEqual({ asked: true, recoveryCodes: 10, recoveryCodesUsed: 0 });
  expect(held?.signIns).toMatchObject([{ way: "passkey", browser: "Firefox", system: "Linux", network: "" }]);
  expect((await deleteAccount(account, "", false)).outcome).toBe("wrong-password");
  expect((await deleteAccount(account, "", true)).outcome).toBe("deleted");
  const left = await sql`
    select account_id from passkeys where account_id = ${account.id}
    union all select account_id from passkey_holders where account_id = ${account.id}
    union all select account_id from recovery_codes where account_id = ${account.id}
    union all select account_id from begun_log_ins where account_id = ${account.id}
    union all select account_id from sign_ins where account_id = ${account.id}`;
  expect(left.count).toBe(0);
});

import { beforeEach, describe, expect, test } from "vitest";
import type { Account, Role } from "#app/accounts/account.ts";
import { isProved, proveAgain } from "#app/accounts/prove-again.server.ts";
import { hashToken } from "#app/accounts/secret.server.ts";
import { openSession, readSession, strengthenSession } from "#app/accounts/session.server.ts";
import { forgetRunningSettings } from "#app/administration/read-settings.server.ts";
import { addPasskey } from "#app/passkeys/add-passkey.server.ts";
import { askForNew } from "#app/passkeys/ask-for-passkey.server.ts";
import {
  askAfterPassword,
  isAskedAfterPassword,
  listPasskeys,
  removePasskey,
} from "#app/passkeys/change-passkey.server.ts";
import { mayChangePasskeys } from "#app/passkeys/may-change.server.ts";
import {
  countRecoveryCodes,
  renewRecoveryCodes,
  spendRecoveryCode,
} from "#app/passkeys/recovery-codes.server.ts";
import { beginLogIn, endBegun, readBegun, standingOf } from "#app/passkeys/second-step.server.ts";
import type { Way } from "#app/sign-ins/sign-in.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { lastMailTo, makeAccount, origin, password } from "../made-up.ts";
import { makeAuthenticator } from "./authenticator.ts";

useDatabase();
const relyingParty = { id: "tribune.example", origin };

let account: Account;
const makePasskey = async (holder: Account) => {
  const sent = makeAuthenticator(origin).create(await askForNew(holder, "a session", relyingParty));
  await addPasskey(holder, { name: "Phone", sent, sessionHash: "a session", relyingParty });
};
beforeEach(async () => {
  await sql`update running_settings set passkeys_required = false`;
  forgetRunningSettings();
  account = await makeAccount();
});
const require = async () => {
  await sql`update running_settings set passkeys_required = true`;
  forgetRunningSettings();
};
const open = async (holder: Account, way: Way = "password") => {
  const cookie =
    (await openSession(holder.id, "", { way, withPasskey: way === "passkey" })).split(";")[0] ?? "";
  return { cookie, hash: (await readSession(cookie)).idHash ?? "" };
};

describe("recovery codes", () => {
  test("are ten, stored as hashes, each good once and for its own account", async () => {
    const other = await makeAccount();
    await makePasskey(account);
    await makePasskey(other);
    const codes = (await renewRecoveryCodes(account.id)) ?? [];
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    const stored = JSON.stringify(await sql`select * from recovery_codes`);
    for (const code of codes) expect(stored).not.toContain(code.replaceAll("-", ""));
    const [code = ""] = codes;
    expect(await spendRecoveryCode(other.id, code, origin)).toEqual({ outcome: "wrong-code" });
    expect(
      await spendRecoveryCode(account.id, ` ${code.toLowerCase().replaceAll("-", " ")} `, origin),
    ).toEqual({
      outcome: "used",
    });
    expect((await lastMailTo(account.email)).kind).toBe("recovery-code-used");
    expect(await spendRecoveryCode(account.id, code, origin)).toEqual({ outcome: "wrong-code" });
    expect(await countRecoveryCodes(account.id)).toBe(9);
    expect(await spendRecoveryCode(account.id, "", origin)).toEqual({ outcome: "wrong-code" });
  });

  test("used twice at the same moment log in once", async () => {
    await makePasskey(account);
    const [code = ""] = (await renewRecoveryCodes(account.id)) ?? [];
    const both = await Promise.all([1, 2].map(() => spendRecoveryCode(account.id, code, origin)));
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(["used", "wrong-code"]);
  });

  test("made anew, the old ones are good for nothing; without a passkey there are none", async () => {
    expect(await renewRecoveryCodes(account.id)).toBeNull();
    await makePasskey(account);
    const [old = ""] = (await renewRecoveryCodes(account.id)) ?? [];
    await renewRecoveryCodes(account.id);
    expect(await spendRecoveryCode(account.id, old, origin)).toEqual({ outcome: "wrong-code" });
    const [passkey] = await listPasskeys(account.id);
    await removePasskey(account, passkey?.id ?? 0, origin);
    expect(await countRecoveryCodes(account.id)).toBe(0);
  });
});

describe("after the password", () => {
  test("a passkey is asked for when its holder wants it, and no longer than there is one", async () => {
    const { hash } = await open(account);
    expect(await askAfterPassword(account.id, hash)).toEqual({ outcome: "no-passkey" });
    await makePasskey(account);
    expect(await standingOf(account.id)).toBe("free");
    const asked = await askAfterPassword(account.id, hash);
    expect(asked).toMatchObject({ outcome: "asked" });
    expect(await standingOf(account.id)).toBe("asked");
    expect(await askAfterPassword(account.id, hash)).toEqual({ outcome: "asked", codes: null });
    const [passkey] = await listPasskeys(account.id);
    await removePasskey(account, passkey?.id ?? 0, origin);
    expect(await isAskedAfterPassword(account.id)).toBe(false);
    expect(await standingOf(account.id)).toBe("free");
  });

  test("turned on, sessions that the password alone opened end, but the one it is turned on in", async () => {
    await makePasskey(account);
    const [here, byPassword, byPasskey] = [
      await open(account),
      await open(account),
      await open(account, "passkey"),
    ];
    await askAfterPassword(account.id, here.hash);
    expect((await readSession(here.cookie)).account).not.toBeNull();
    expect((await readSession(byPasskey.cookie)).account).not.toBeNull();
    expect((await readSession(byPassword.cookie)).account).toBeNull();
  });

  test("what a browser began is known by its cookie alone, for ten minutes, and ends once", async () => {
    const browser = await beginLogIn(account.id, "/letters");
    expect(await readBegun(browser)).toEqual({ accountId: account.id, next: "/letters" });
    expect(await readBegun(hashToken(browser))).toBeNull();
    expect(await readBegun(undefined)).toBeNull();
    const both = await Promise.all([endBegun(browser), endBegun(browser)]);
    expect(both.sort()).toEqual([false, true]);
    const late = await beginLogIn(account.id, "/");
    await sql`update begun_log_ins set expires_at = now()`;
    expect(await readBegun(late)).toBeNull();
    expect(await endBegun(late)).toBe(false);
  });
});

describe("changing what protects an account", () => {
  const may = (hash: string, fresh = false) => mayChangePasskeys(account.id, hash, { fresh });
  const age = (hash: string) =>
    sql`update sessions set created_at = now() - interval '11 minutes' where id_hash = ${hash}`;

  test("needs the password again; for adding, having logged in just now does", async () => {
    const { hash } = await open(account);
    expect(await may(hash)).toBe("prove");
    expect(await may(hash, true)).toBe("yes");
    await age(hash);
    expect(await may(hash, true)).toBe("prove");
    await proveAgain(account.id, hash, password);
    expect(await may(hash)).toBe("yes");
    expect(await mayChangePasskeys((await makeAccount()).id, hash, { fresh: true })).toBe("prove");
  });

  test("needs a passkey where the password alone does not log in; a recovery code stands for one", async () => {
    await makePasskey(account);
    const [here, byPasskey, byCode] = [
      await open(account),
      await open(account, "passkey"),
      await open(account, "recovery-code"),
    ];
    await sql`update passkey_holders set asked_after_password = true where account_id = ${account.id}`;
    expect(await may(here.hash, true)).toBe("show-passkey");
    await proveAgain(account.id, here.hash, password);
    expect(await may(here.hash)).toBe("show-passkey");
    expect(await may(byPasskey.hash, true)).toBe("yes");
    expect(await may(byCode.hash, true)).toBe("yes");
  });
});

describe("a passkey shown in a session", () => {
  test("gives it another name and stands for the password", async () => {
    const { cookie, hash } = await open(account);
    const renewed = (await strengthenSession(account.id, hash))?.split(";")[0] ?? "";
    expect((await readSession(cookie)).account).toBeNull();
    const read = await readSession(renewed);
    expect(read.account?.id).toBe(account.id);
    expect(read.opened).toEqual({ way: "password", withPasskey: true });
    expect(await isProved(account.id, read.idHash ?? "")).toBe(true);
    expect(await strengthenSession(account.id, hash)).toBeNull();
    expect(await strengthenSession((await makeAccount()).id, read.idHash ?? "")).toBeNull();
  });
});

describe("where passkeys are required", () => {
  test.each<[Role, boolean]>([
    ["admin", true],
    ["moderator", true],
    ["member", false],
  ])("a session of the role %s without one waits for it: %s", async (role, waits) => {
    const holder = await makeAccount({ role });
    const before = await open(holder);
    expect((await readSession(before.cookie)).account?.role).toBe(role);
    await require();
    const read = await readSession(before.cookie);
    expect(read.account?.role).toBe(waits ? "member" : role);
    expect(read.passkeyAwaited).toBe(waits);
    expect(await standingOf(holder.id)).toBe(waits ? "missing" : "free");
    const byPasskey = await readSession((await open(holder, "passkey")).cookie);
    expect(byPasskey).toMatchObject({ passkeyAwaited: false, account: { role } });
    const byCode = await readSession((await open(holder, "recovery-code")).cookie);
    expect(byCode.passkeyAwaited).toBe(waits);
    await makePasskey(holder);
    expect(await standingOf(holder.id)).toBe(waits ? "asked" : "free");
  });
});

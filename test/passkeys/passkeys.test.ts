import { beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { addPasskey } from "#app/passkeys/add-passkey.server.ts";
import { askForNew, askForPasskey } from "#app/passkeys/ask-for-passkey.server.ts";
import { sweepPasskeys } from "#app/passkeys/challenge.server.ts";
import { listPasskeys, removePasskey, renamePasskey } from "#app/passkeys/change-passkey.server.ts";
import { relyingPartyOf } from "#app/passkeys/relying-party.ts";
import { showPasskey } from "#app/passkeys/show-passkey.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { lastMailTo, makeAccount, origin } from "../made-up.ts";
import { makeAuthenticator } from "./authenticator.ts";

useDatabase();
const relyingParty = { id: "tribune.example", origin };
const refused = { outcome: "refused" };
type Authenticator = ReturnType<typeof makeAuthenticator>;

let account: Account;
let authenticator: Authenticator;
const add = (sent: string, wish: { by?: Account; session?: string; name?: string } = {}) =>
  addPasskey(wish.by ?? account, {
    ...{ name: wish.name ?? "Phone", sent, sessionHash: wish.session ?? "a session" },
    relyingParty,
  });
const asked = () => askForPasskey("log-in", null, "a browser", relyingParty);
const show = (sent: string, wish: { accountId?: number; purpose?: "prove"; bound?: string } = {}) =>
  showPasskey(sent, {
    purpose: wish.purpose ?? "log-in",
    boundHash: wish.bound ?? "a browser",
    accountId: wish.accountId ?? null,
    relyingParty,
  });

beforeEach(async () => {
  account = await makeAccount();
  authenticator = makeAuthenticator(origin);
  const added = await add(authenticator.create(await askForNew(account, "a session", relyingParty)));
  expect(added).toEqual({ outcome: "added" });
});

describe("adding", () => {
  test("keeps what shows it again, tells the mailbox, and never asks for the same device twice", async () => {
    const [passkey] = await listPasskeys(account.id);
    expect(passkey).toMatchObject({ name: "Phone", usedAt: null, backedUp: false });
    expect((await lastMailTo(account.email)).kind).toBe("passkey-added");
    const [row] = await sql`select transports from passkeys where account_id = ${account.id}`;
    expect(row?.transports).toEqual(["internal"]);
    const options = await askForNew(account, "a session", relyingParty);
    expect(options.excludeCredentials?.map(({ id }) => id)).toEqual([authenticator.id]);
    expect(options.authenticatorSelection).toMatchObject({ userVerification: "required" });
    expect(await add(authenticator.create(options))).toEqual({ outcome: "known" });
  });

  test("tells authenticators a random name, the same for each passkey, and not the account's number", async () => {
    const first = await askForNew(account, "a session", relyingParty);
    const second = await askForNew(account, "a session", relyingParty);
    expect(first.user.id).toBe(second.user.id);
    expect(Buffer.from(first.user.id, "base64url")).toHaveLength(32);
    const other = await askForNew(await makeAccount(), "a session", relyingParty);
    expect(other.user.id).not.toBe(first.user.id);
  });

  test.each([
    ["of another origin", { origin: "https://tribune.example.evil" }],
    ["of another domain", { domain: "evil.example" }],
    ["without its holder verified", { unverified: true }],
    ["that was shown, not made", { type: "webauthn.get" }],
    ["for a challenge that was never given", { challenge: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }],
  ])("is refused %s", async (_what, wrong) => {
    const made = makeAuthenticator(origin);
    const options = await askForNew(account, "a session", relyingParty);
    expect(await add(made.create(options, wrong))).toEqual(refused);
    expect(await listPasskeys(account.id)).toHaveLength(1);
  });

  test("takes a challenge once, and only in the session that it was given to", async () => {
    const options = await askForNew(account, "a session", relyingParty);
    const made = makeAuthenticator(origin).create(options);
    expect(await add(made, { session: "another session" })).toEqual(refused);
    expect(await add(made)).toEqual({ outcome: "added" });
    expect(await add(makeAuthenticator(origin).create(options))).toEqual(refused);
  });
});

describe("showing", () => {
  test("says whose account it is", async () => {
    expect(await show(authenticator.get(await asked()))).toEqual({ outcome: "shown", accountId: account.id });
    expect((await listPasskeys(account.id))[0]?.usedAt).toBeInstanceOf(Date);
  });

  test("works once: the same answer again is refused", async () => {
    const sent = authenticator.get(await asked());
    expect((await show(sent)).outcome).toBe("shown");
    expect(await show(sent)).toEqual(refused);
  });

  test.each([
    ["another origin", { origin: "http://tribune.example" }],
    ["another domain", { domain: "evil.example" }],
    ["a holder who was not verified", { unverified: true }],
    ["another kind of answer", { type: "webauthn.create" }],
    ["a forged signature", { forged: true }],
    ["another account's name", { handle: "someone-else" }],
    ["no name at all", { handle: null }],
  ])("is refused with %s, and that uses the challenge up", async (_what, wrong) => {
    const options = await asked();
    expect(await show(authenticator.get(options, wrong))).toEqual(refused);
    expect(await show(authenticator.get(options))).toEqual(refused);
  });

  test.each(["", "{}", "null", "[]", '{"id":1}', "not JSON"])("%j is refused", async (sent) => {
    expect(await show(sent)).toEqual(refused);
    expect(await add(sent)).toEqual(refused);
  });

  test("is refused in another browser, for another purpose, and once five minutes have passed", async () => {
    const sent = authenticator.get(await asked());
    expect(await show(sent, { bound: "another browser" })).toEqual(refused);
    expect(await show(sent, { purpose: "prove" })).toEqual(refused);
    await sql`update passkey_challenges set expires_at = expires_at - interval '5 minutes'`;
    expect(await show(sent)).toEqual(refused);
    await sweepPasskeys();
    expect((await sql`select 1 from passkey_challenges`).count).toBe(0);
  });

  test("a passkey of another account proves nothing of this one", async () => {
    const other = await makeAccount();
    const options = await askForPasskey("prove", other.id, "a browser", relyingParty);
    const sent = authenticator.get(options);
    expect(await show(sent, { purpose: "prove", accountId: other.id })).toEqual(refused);
    const own = await askForPasskey("prove", account.id, "a browser", relyingParty);
    expect(own.allowCredentials?.map(({ id }) => id)).toEqual([authenticator.id]);
    const shown = await show(authenticator.get(own), { purpose: "prove", accountId: account.id });
    expect(shown.outcome).toBe("shown");
  });

  test("an authenticator whose counter goes back was copied", async () => {
    expect((await show(authenticator.get(await asked(), { counter: 7 }))).outcome).toBe("shown");
    expect(await show(authenticator.get(await asked(), { counter: 7 }))).toEqual(refused);
    expect(await show(authenticator.get(await asked(), { counter: 6 }))).toEqual(refused);
    expect((await show(authenticator.get(await asked(), { counter: 8 }))).outcome).toBe("shown");
  });

  test("of a deleted account opens nothing", async () => {
    const sent = authenticator.get(await asked());
    await sql`
      update accounts set email = null, name = null, password_hash = null, deleted_at = now() where id = ${account.id}`;
    expect(await show(sent)).toEqual(refused);
  });
});

describe("the list", () => {
  test("is its holder's: nobody else renames or removes", async () => {
    const other = await makeAccount();
    const [passkey] = await listPasskeys(account.id);
    const id = passkey?.id ?? 0;
    expect(await renamePasskey(other.id, id, "Taken")).toEqual({ outcome: "not-found" });
    expect(await removePasskey(other, id, origin)).toEqual({ outcome: "not-found" });
    expect(await renamePasskey(account.id, id, "Blue key")).toEqual({ outcome: "renamed" });
    expect((await listPasskeys(account.id))[0]?.name).toBe("Blue key");
    expect(await removePasskey(account, id, origin)).toEqual({ outcome: "removed" });
    expect((await lastMailTo(account.email)).kind).toBe("passkey-removed");
    expect(await show(authenticator.get(await asked()))).toEqual(refused);
  });
});

test.each([
  ["https://tribune.example", "tribune.example"],
  ["http://localhost:3000", "localhost"],
  ["http://127.0.0.1:3000", undefined],
  ["http://[::1]:3000", undefined],
])("%s has the domain %s", (address, domain) => expect(relyingPartyOf(address)?.id).toBe(domain));

import { describe, expect, test } from "vitest";
import {
  changePassword,
  confirmAddressChange,
  deleteAccount,
  readAddressChange,
  requestAddressChange,
} from "#app/accounts/change-account.server.ts";
import { requestJoin } from "#app/accounts/join.server.ts";
import { logIn } from "#app/accounts/log-in.server.ts";
import {
  canResetPassword,
  requestPasswordReset,
  resetPassword,
} from "#app/accounts/reset-password.server.ts";
import { openSession } from "#app/accounts/session.server.ts";
import { postComment } from "#app/discussion/post-comment.server.ts";
import { readThread } from "#app/discussion/read-thread.server.ts";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import {
  lastMailTo,
  makeAccount,
  makeDraft,
  makeLetter,
  origin,
  password,
  tokenMailedTo,
} from "../made-up.ts";

useDatabase();
const sessionsOf = async (id: number) => (await sql`select 1 from sessions where account_id = ${id}`).count;

describe("logging in", () => {
  test("an unknown address, a wrong password and a deleted account have one answer", async () => {
    const account = await makeAccount();
    expect(await logIn(account.email, password)).toEqual({ outcome: "logged-in", accountId: account.id });
    const gone = await makeAccount();
    await deleteAccount(gone, password);
    for (const [email, tried] of [
      [account.email, "a wrong password"],
      ["unknown@example.org", password],
      [gone.email, password],
    ] as const)
      expect(await logIn(email, tried)).toEqual({ outcome: "wrong-credentials" });
  });

  test("a password typed in another composition of the same signs is the same", async () => {
    const account = await makeAccount();
    await changePassword(account, password, "une phrase d\u2019\u00e9t\u00e9", origin);
    expect((await logIn(account.email, "une phrase d\u2019e\u0301te\u0301")).outcome).toBe("logged-in");
  });
});

describe("a forgotten password", () => {
  test("is replaced by a link that works once and ends every session and every other link", async () => {
    const account = await makeAccount();
    await openSession(account.id, "");
    await requestPasswordReset(account.email, origin);
    const older = await tokenMailedTo(account.email, "/reset-password");
    await requestPasswordReset(account.email, origin);
    const token = await tokenMailedTo(account.email, "/reset-password");
    expect(await canResetPassword(token)).toBe(true);
    expect(await resetPassword(token, "another long phrase", origin)).toEqual({
      outcome: "reset",
      accountId: account.id,
    });
    expect(await sessionsOf(account.id)).toBe(0);
    expect((await lastMailTo(account.email)).kind).toBe("password-changed");
    for (const used of [token, older, "unknown"]) {
      expect(await canResetPassword(used)).toBe(false);
      expect((await resetPassword(used, "yet another phrase", origin)).outcome).toBe("unknown-token");
    }
    expect((await logIn(account.email, "another long phrase")).outcome).toBe("logged-in");
  });

  test("of an unknown address sends nothing and says nothing", async () => {
    const before = (await sql`select 1 from mails`).count;
    expect(await requestPasswordReset("nobody@example.org", origin)).toBeUndefined();
    expect((await sql`select 1 from mails`).count).toBe(before);
  });

  test("has an hour", async () => {
    const account = await makeAccount();
    await requestPasswordReset(account.email, origin);
    const token = await tokenMailedTo(account.email, "/reset-password");
    await sql`update account_tokens set expires_at = now() where account_id = ${account.id}`;
    expect((await resetPassword(token, "another long phrase", origin)).outcome).toBe("unknown-token");
  });
});

describe("a change of password", () => {
  test("needs the old one and ends every session", async () => {
    const account = await makeAccount();
    await openSession(account.id, "");
    expect((await changePassword(account, "a guess", "another long phrase", origin)).outcome).toBe(
      "wrong-password",
    );
    expect(await sessionsOf(account.id)).toBe(1);
    expect((await changePassword(account, password, "another long phrase", origin)).outcome).toBe("changed");
    expect(await sessionsOf(account.id)).toBe(0);
  });
});

describe("a change of address", () => {
  test("waits for the new address, warns the old one, and ends every session", async () => {
    const account = await makeAccount();
    await openSession(account.id, "");
    expect((await requestAddressChange(account, "a guess", "moved@example.org", origin)).outcome).toBe(
      "wrong-password",
    );
    expect((await requestAddressChange(account, password, "moved@example.org", origin)).outcome).toBe(
      "mailed",
    );
    expect((await lastMailTo(account.email)).kind).toBe("address-changes");
    expect((await logIn(account.email, password)).outcome).toBe("logged-in");
    const token = await tokenMailedTo("moved@example.org", "/confirm-address");
    expect(await readAddressChange(token)).toEqual({ newEmail: "moved@example.org" });
    expect((await confirmAddressChange(token)).outcome).toBe("changed");
    expect((await confirmAddressChange(token)).outcome).toBe("unknown-token");
    expect(await sessionsOf(account.id)).toBe(0);
    expect((await logIn("moved@example.org", password)).outcome).toBe("logged-in");
    expect((await logIn(account.email, password)).outcome).toBe("wrong-credentials");
  });

  test("to another account's address has the same answer and tells its owner", async () => {
    const [account, other] = [await makeAccount(), await makeAccount()];
    expect((await requestAddressChange(account, password, other.email, origin)).outcome).toBe("mailed");
    expect((await lastMailTo(other.email)).kind).toBe("address-taken");
  });

  test("leaves in the caller's own mailbox the same, whether the new address is known or not", async () => {
    const [account, other] = [await makeAccount(), await makeAccount()];
    const received: unknown[] = [];
    for (const wished of [other.email, "unknown-so-far@example.org"]) {
      await requestAddressChange(account, password, "earlier@example.org", origin);
      const earlier = await tokenMailedTo("earlier@example.org", "/confirm-address");
      await sql`delete from mails where to_address = ${account.email}`;
      const answer = await requestAddressChange(account, password, wished, origin);
      const mails = await sql`select kind, subject, body from mails where to_address = ${account.email}`;
      received.push({ answer, mails: [...mails], earlier: await readAddressChange(earlier) });
    }
    expect(received[0]).toEqual(received[1]);
    expect(received[0]).toMatchObject({ mails: [{ kind: "address-changes" }], earlier: null });
  });

  test("has a day, and the link of a later wish only", async () => {
    const account = await makeAccount();
    await requestAddressChange(account, password, "first-wish@example.org", origin);
    const first = await tokenMailedTo("first-wish@example.org", "/confirm-address");
    await requestAddressChange(account, password, "second-wish@example.org", origin);
    const second = await tokenMailedTo("second-wish@example.org", "/confirm-address");
    expect(await readAddressChange(first)).toBeNull();
    expect((await confirmAddressChange(first)).outcome).toBe("unknown-token");
    await sql`update account_tokens set expires_at = now() where account_id = ${account.id}`;
    expect(await readAddressChange(second)).toBeNull();
    expect((await confirmAddressChange(second)).outcome).toBe("unknown-token");
    expect((await logIn(account.email, password)).outcome).toBe("logged-in");
  });

  test("is not made by a link to choose a new password, nor the other way round", async () => {
    const account = await makeAccount();
    await requestAddressChange(account, password, "crossed@example.org", origin);
    const change = await tokenMailedTo("crossed@example.org", "/confirm-address");
    await requestPasswordReset(account.email, origin);
    const reset = await tokenMailedTo(account.email, "/reset-password");
    expect((await confirmAddressChange(reset)).outcome).toBe("unknown-token");
    expect((await resetPassword(change, "another long phrase", origin)).outcome).toBe("unknown-token");
    expect((await logIn(account.email, password)).outcome).toBe("logged-in");
  });

  test("loses against somebody who joined with that address meanwhile", async () => {
    const account = await makeAccount();
    await requestAddressChange(account, password, "raced@example.org", origin);
    const token = await tokenMailedTo("raced@example.org", "/confirm-address");
    await makeAccount({ email: "raced@example.org" });
    expect((await confirmAddressChange(token)).outcome).toBe("unknown-token");
  });
});

describe("deleting an account", () => {
  test("takes name, address, drafts, sessions and mails; what was public stays without the name", async () => {
    const account = await makeAccount({ name: "Vanishing Person" });
    const draft = await makeDraft(account);
    const letter = await makeLetter(account);
    await postComment({ letter: letter.slug }, account.id, {
      body: "I stay.",
      stance: "neutral",
      parent: null,
    });
    await openSession(account.id, "");
    await requestPasswordReset(account.email, origin);
    await requestAddressChange(account, password, "next@example.org", origin);
    expect((await deleteAccount(account, "a guess")).outcome).toBe("wrong-password");
    expect((await deleteAccount(account, password)).outcome).toBe("deleted");
    expect(await sessionsOf(account.id)).toBe(0);
    expect(await sql`select 1 from mails where to_address = 'next@example.org'`).toHaveLength(0);
    expect((await sql`select 1 from mails where to_address = ${account.email}`).count).toBe(0);
    expect((await sql`select 1 from letters where slug = ${draft}`).count).toBe(0);
    expect((await readLetter(letter.slug))?.slug).toBe(letter.slug);
    const { comments } = await readThread(
      letter.discussionId,
      0,
      { sort: "oldest", stance: null, after: null },
      null,
    );
    expect(comments).toMatchObject([{ body: "I stay.", author: null }]);
    const [row] = await sql`select email, name, password_hash from accounts where id = ${account.id}`;
    expect(row).toEqual({ email: null, name: null, password_hash: null });
    expect((await makeAccount({ email: account.email })).id).not.toBe(account.id);
  });

  test("ends its links and its wishes to join, and touches nobody else", async () => {
    const [account, other] = [await makeAccount(), await makeAccount({ name: "Staying Person" })];
    await requestPasswordReset(account.email, origin);
    const reset = await tokenMailedTo(account.email, "/reset-password");
    await requestAddressChange(account, password, "never@example.org", origin);
    const change = await tokenMailedTo("never@example.org", "/confirm-address");
    await openSession(other.id, "");
    const draft = await makeDraft(other);
    await requestJoin({ name: "X", email: account.email, password, language: "en" }, origin);
    await sql`
      insert into joins (token_hash, browser_hash, email, name, password_hash, language, expires_at)
      values ('old', 'old', ${account.email}, 'X', 'x', 'en', now() + interval '1 hour')`;
    await deleteAccount(account, password);
    expect((await resetPassword(reset, "another long phrase", origin)).outcome).toBe("unknown-token");
    expect((await confirmAddressChange(change)).outcome).toBe("unknown-token");
    expect((await sql`select 1 from joins where email = ${account.email}`).count).toBe(0);
    expect(await sessionsOf(other.id)).toBe(1);
    expect((await sql`select 1 from letters where slug = ${draft}`).count).toBe(1);
    expect((await logIn(other.email, password)).outcome).toBe("logged-in");
  });
});

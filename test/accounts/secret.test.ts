import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { requestAddressChange } from "#app/accounts/change-account.server.ts";
import { requestJoin } from "#app/accounts/join.server.ts";
import { requestPasswordReset } from "#app/accounts/reset-password.server.ts";
import { hashPassword, hashToken, newToken, verifyPassword } from "#app/accounts/secret.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, origin, password, tokenMailedTo } from "../made-up.ts";

useDatabase();

test("a password is stored as Argon2id in PHC form, with a salt of its own each time", async () => {
  const [one, other] = await Promise.all([hashPassword(password), hashPassword(password)]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22,}\$[\w+/]{43}$/);
  expect(other).not.toBe(one);
  expect(await verifyPassword(one, password)).toBe(true);
  expect(await verifyPassword(one, `${password} `)).toBe(false);
  expect(await verifyPassword(one, password.toUpperCase())).toBe(false);
});

test("signs that a keyboard writes in another form are the same password (NFKC)", async () => {
  const stored = await hashPassword("ﬁne １２３ été");
  expect(await verifyPassword(stored, "fine 123 e\u0301te\u0301")).toBe(true);
  expect(await verifyPassword(stored, "fine 123 ete")).toBe(false);
});

test.each([null, undefined])("where %j is stored, no password is right", async (stored) => {
  for (const tried of [password, "", "null", "undefined"])
    expect(await verifyPassword(stored, tried)).toBe(false);
});

test("a token is 32 characters that a link can hold, never the same, and stored as its SHA-256", () => {
  const tokens = Array.from({ length: 200 }, newToken);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{32}$/);
  expect(new Set(tokens).size).toBe(200);
  expect(hashToken("a")).toBe(createHash("sha256").update("a").digest("hex"));
});

test("apart from the mails themselves the database holds no token that was mailed and no password", async () => {
  const account = await makeAccount();
  const { browserToken } = await requestJoin(
    { name: "New", email: "new@example.org", password: "a password for joining", language: "en" },
    origin,
  );
  await requestPasswordReset(account.email, origin);
  const reset = await tokenMailedTo(account.email, "/reset-password");
  await requestAddressChange(account, password, "moving@example.org", origin);
  const secrets = [
    browserToken,
    reset,
    await tokenMailedTo("new@example.org", "/confirm-address"),
    await tokenMailedTo("moving@example.org", "/confirm-address"),
    "a password for joining",
    password,
  ];
  const rows = [
    ...(await sql`select * from joins`),
    ...(await sql`select * from account_tokens`),
    ...(await sql`select * from accounts`),
  ];
  expect(rows).toHaveLength(4);
  const dump = JSON.stringify(rows);
  for (const secret of secrets) expect(dump).not.toContain(secret);
});

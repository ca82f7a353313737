import { beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { changePassword, deleteAccount, sweepAccounts } from "#app/accounts/change-account.server.ts";
import { endSessions } from "#app/accounts/manage-accounts.server.ts";
import { requestPasswordReset, resetPassword } from "#app/accounts/reset-password.server.ts";
import { holderOfToken } from "#app/tokens/holder-of-token.server.ts";
import { makeToken } from "#app/tokens/make-token.server.ts";
import { listTokens, revokeToken } from "#app/tokens/own-tokens.server.ts";
import { TokenForm } from "#app/tokens/token.ts";
import { isTokenText, newTokenText } from "#app/tokens/token-text.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { lastMailTo, makeAccount, makeLetter, origin, password, tokenMailedTo } from "../made-up.ts";
import { makeCase, makeDecision } from "../moderation/made-up-cases.ts";

useDatabase();

const form = (name = "Script") => TokenForm.parse({ name, term: "7", "drafts:read": "on" });
let ada: Account;
beforeEach(async () => (ada = await makeAccount()));

async function made(account = ada, name?: string): Promise<string> {
  const result = await makeToken(account, form(name), origin);
  if (result.outcome !== "made") throw new Error(result.outcome);
  return result.token;
}

test("a token has a form that searches for secrets know, with a checksum", () => {
  const token = newTokenText();
  expect(token).toMatch(/^tribune_[A-Za-z0-9_-]{49}$/);
  expect(isTokenText(token)).toBe(true);
  const other = token.endsWith("A") ? "B" : "A";
  expect(isTokenText(token.slice(0, -1) + other)).toBe(false);
  expect(isTokenText(token.slice(1))).toBe(false);
});

test("the form wants a name, a term that ends and at least one scope", () => {
  const wrong = (fields: Record<string, string>) =>
    TokenForm.safeParse({ name: "Script", term: "7", "drafts:read": "on", ...fields }).error?.issues.map(
      ({ path }) => path[0],
    );
  expect(wrong({})).toBeUndefined();
  expect(wrong({ name: " " })).toEqual(["name"]);
  expect(wrong({ term: "100000" })).toEqual(["term"]);
  expect(wrong({ "drafts:read": "" })).toEqual(["scopes"]);
});

test("is kept as a hash alone, told of by mail, and says whose it is", async () => {
  const token = await made();
  const rows = await sql`select * from personal_tokens where account_id = ${ada.id}`;
  expect(JSON.stringify(rows)).not.toContain(token.slice(8, 30));
  const mail = await lastMailTo(ada.email);
  expect(mail.kind).toBe("token-made");
  expect(mail.body).toContain("Script");
  expect(mail.body).not.toContain("tribune_");
  const holder = await holderOfToken(token);
  expect(holder?.account).toEqual({ ...ada, role: "member" });
  expect(holder?.scopes).toEqual(["drafts:read"]);
  expect((await listTokens(ada.id))[0]?.usedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test("the same form sent twice makes one; the twenty-first is refused", async () => {
  await made();
  expect(await makeToken(ada, form(), origin)).toEqual({ outcome: "known-name" });
  for (let number = 2; number <= 20; number++) await made(ada, `Script ${number}`);
  expect(await makeToken(ada, form("One more"), origin)).toEqual({ outcome: "too-many" });
});

describe("is good no more", () => {
  test("once its account revoked it, and nobody else's account can", async () => {
    const token = await made();
    const [{ id } = { id: 0 }] = await listTokens(ada.id);
    await revokeToken((await makeAccount()).id, id);
    expect(await holderOfToken(token)).not.toBeNull();
    await revokeToken(ada.id, id);
    await revokeToken(ada.id, id);
    expect(await holderOfToken(token)).toBeNull();
  });

  test("when it ran out; then it is swept", async () => {
    const token = await made();
    await sql`
      update personal_tokens set made_at = now() - interval '8 days', expires_at = now() - interval '1 second'
      where account_id = ${ada.id}`;
    expect(await holderOfToken(token)).toBeNull();
    expect(await listTokens(ada.id)).toEqual([]);
    await sweepAccounts();
    expect((await sql`select 1 from personal_tokens where account_id = ${ada.id}`).count).toBe(0);
  });

  test.each([
    ["another password", () => changePassword(ada, password, "another quiet phrase", origin)],
    [
      "a reset",
      async () => {
        await requestPasswordReset(ada.email, origin);
        await resetPassword(
          await tokenMailedTo(ada.email, "/reset-password"),
          "another quiet phrase",
          origin,
        );
      },
    ],
    ["an administrator", async () => endSessions(await makeAccount({ role: "admin" }), ada.id)],
    ["erasure", () => deleteAccount(ada, password)],
  ])("after %s", async (_what, act) => {
    const token = await made();
    await act();
    expect(await holderOfToken(token)).toBeNull();
    expect((await sql`select 1 from personal_tokens where account_id = ${ada.id}`).count).toBe(0);
  });

  test("while moderation bars its account; a pause leaves it", async () => {
    const token = await made();
    const mo = await makeAccount({ role: "moderator" });
    const caseId = await makeCase("letter", (await makeLetter(ada)).id);
    await makeDecision(caseId, mo, { decision: "pause", days: 2 });
    expect(await holderOfToken(token)).not.toBeNull();
    await makeDecision(caseId, mo, { decision: "bar" });
    expect(await holderOfToken(token)).toBeNull();
  });
});

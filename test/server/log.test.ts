import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { makeAccount } from "../made-up.ts";
import { useDatabase } from "../database.ts";
import { root } from "../program.ts";

useDatabase();

/** What a program of ours writes to the log; it is one of its own, for the log goes to standard output. */
async function logOf(program: string): Promise<string> {
  const imports = `import { log } from "#app/server/log.ts"; import { closeSql, sql } from "#db/sql.ts";`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "--eval", `${imports}\n${program}\nawait closeSql();`],
    { cwd: root, env: { ...process.env, LOG_LEVEL: "info" } },
  );
  return stdout;
}

test("a row that the database refuses is named by its rule, without what stands in it", async () => {
  const { email } = await makeAccount({ email: "typed-person@example.org", name: "Typed Person" });
  const written = await logOf(`
    const refused = (fault) => log.error({ err: fault }, "fault");
    const insert = (email, role) => sql\`
      insert into accounts (email, name, password_hash, role)
      values (\${email}, 'Typed Person', 'typed-hash', \${role})\`.catch(refused);
    await insert(${JSON.stringify(email)}, "member");
    await insert("another-typed@example.org", "king");
  `);
  expect(written.trim().split("\n")).toHaveLength(2);
  expect(written).toContain("accounts_email_key");
  expect(written).toContain("accounts_role_check");
  expect(written).not.toMatch(/typed-person|another-typed|Typed Person|typed-hash/);
});

test("lines are JSON with level, time and words, and without name of machine or process", async () => {
  const line = JSON.parse(await logOf(`log.info({ status: 200 }, "answered");`)) as Record<string, unknown>;
  expect(Object.keys(line).sort()).toEqual(["level", "msg", "status", "time"]);
  expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT/);
});

test("attempts on an account and used up limits are told by account and limit, without what was typed", async () => {
  const { id, email } = await makeAccount({ email: "guessed-at@example.org" });
  const written = await logOf(`
    const { logIn, provePassword } = await import("#app/accounts/log-in.server.ts");
    const { takeAttempt } = await import("#app/requests/limit.server.ts");
    const { showPasskey } = await import("#app/passkeys/show-passkey.server.ts");
    const { spendRecoveryCode } = await import("#app/passkeys/recovery-codes.server.ts");
    const { recordSignIn } = await import("#app/sign-ins/record-sign-in.server.ts");
    await logIn(${JSON.stringify(email)}, "a wrong guess");
    await logIn("nobody-there@example.org", "a wrong guess");
    await provePassword(${id}, "a wrong guess");
    await showPasskey("{}", { purpose: "log-in", boundHash: "", accountId: null, relyingParty: { id: "", origin: "" } });
    await spendRecoveryCode(${id}, "WRONG-CODE", "http://tribune.test");
    for (let tries = 0; tries < 11; tries++) await takeAttempt({ "log-in by address": "nobody-there@example.org" });
    await recordSignIn(${id}, "password", { userAgent: "Agent", network: "203.0.113.0/24" }, "http://tribune.test");
  `);
  const told = written
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .map(({ security, account, way, limits }) => ({ security, account, way, limits }));
  expect(told).toEqual([
    { security: "password-refused", account: id, way: "log-in" },
    { security: "password-refused", account: null, way: "log-in" },
    { security: "password-refused", account: id, way: "again" },
    { security: "passkey-refused", account: null, way: "log-in" },
    { security: "recovery-code-refused", account: id },
    { security: "asked-too-often", limits: ["log-in by address"] },
    { security: "logged-in", account: id, way: "password" },
  ]);
  expect(written).not.toMatch(/guess|nobody-there|WRONG-CODE|203\.0|Agent/);
});

import { execFile } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { changeRole, createAccount, findRole } from "#app/accounts/create-account.server.ts";
import { logIn } from "#app/accounts/log-in.server.ts";
import { openSession } from "#app/accounts/session.server.ts";
import { projectRoot } from "#db/migrate.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount } from "../made-up.ts";

useDatabase();

const password = "correct horse battery";

function run(args: string[], input?: string): Promise<{ code: number; out: string; err: string }> {
  const command = join(projectRoot(), "app", "accounts", "create-account.cli.ts");
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [command, ...args], { env: process.env }, (fault, out, err) =>
      resolve({ code: Number(fault?.code ?? 0), out, err }),
    );
    child.stdin?.end(input ?? "");
  });
}

test("an account is made that can log in, and joining under way with its address ends", async () => {
  await sql`
    insert into joins (token_hash, browser_hash, email, name, password_hash, language, expires_at)
    values ('t', 'b', 'ada@example.org', 'Ada', 'x', 'en', now() + interval '1 day')`;
  const wish = {
    email: "ada@example.org",
    name: "Ada",
    password,
    role: "moderator",
    language: "fr",
  } as const;
  expect(await createAccount(wish)).toEqual({ outcome: "created" });
  expect(await logIn("ada@example.org", password)).toMatchObject({ outcome: "logged-in" });
  expect(await sql`select 1 from joins`).toHaveLength(0);
  expect(await createAccount({ ...wish, password: "another password" })).toEqual({ outcome: "exists" });
  expect(await logIn("ada@example.org", password)).toMatchObject({ outcome: "logged-in" });
});

test("a role is changed once, and of nobody else, and only new sessions have it", async () => {
  const other = await makeAccount();
  await openSession(other.id, "");
  await sql`
    insert into sessions (id_hash, account_id, expires_at)
    select 'a hash', id, now() + interval '1 day' from accounts where email = 'ada@example.org'`;
  expect(await changeRole("ada@example.org", "admin")).toEqual({ outcome: "changed" });
  expect(await sql`select account_id from sessions`).toEqual([{ account_id: other.id }]);
  expect(await changeRole("ada@example.org", "admin")).toEqual({ outcome: "unchanged" });
  expect(await changeRole("nobody@example.org", "admin")).toEqual({ outcome: "not-found" });
  expect(await findRole("ada@example.org")).toBe("admin");
  expect(await findRole("nobody@example.org")).toBeNull();
});

test("the command makes a password and shows it once; run again it changes the role alone", async () => {
  const first = await run(["--email", " Bo@Example.org ", "--role", "member"]);
  expect(first).toMatchObject({ code: 0, err: "" });
  expect(first.out).toContain("Account made: bo@example.org, member\n");
  const shown = /shown only now: (\S{20})\n/.exec(first.out)?.[1] ?? "";
  expect(await logIn("bo@example.org", shown)).toMatchObject({ outcome: "logged-in" });
  const again = await run(["--email", "bo@example.org", "--role", "admin"]);
  expect(again).toMatchObject({ code: 0, err: "" });
  expect(again.out).toContain("bo@example.org was member and is now admin.");
  expect(await logIn("bo@example.org", shown)).toMatchObject({ outcome: "logged-in" });
  const unasked = await run(["--email", "bo@example.org"]);
  expect(unasked.out).toContain("Nothing was changed");
  expect(await findRole("bo@example.org")).toBe("admin");
});

test("the command takes a password from standard input and does not repeat it", async () => {
  const made = await run(["--email", "cy@example.org", "--name", "Cy", "--password-stdin"], `${password}\n`);
  expect(made).toMatchObject({ code: 0 });
  expect(made.out + made.err).not.toContain(password);
  expect(await logIn("cy@example.org", password)).toMatchObject({ outcome: "logged-in" });
});

test.each([
  [[], 2, "--email"],
  [["--email", "nowhere"], 2, "--email: "],
  [["--email", "x@example.org", "--role", "king"], 2, "--role king is none of member, moderator, admin."],
  [["--email", "x@example.org", "--language", "de"], 2, "neither en nor fr"],
  [["--email", "x@example.org", "--name", "  "], 2, "--name: "],
  [["--email", "x@example.org", "--sudo"], 2, "Unknown option '--sudo'"],
  [["--email", "x@example.org", "--password-stdin"], 1, "Password: "],
])("%j ends with %i, says why and makes no account", async (args, code, words) => {
  const result = await run(args, "short\n");
  expect(result.code).toBe(code);
  expect(result.err).toContain(words);
  // The form's words, not the name they have in the dictionary.
  expect(result.err).not.toMatch(/form\.\w+|^\s+at /m);
  expect(await findRole("x@example.org")).toBeNull();
});

import { expect, test } from "vitest";
import { useDatabase } from "../database.ts";
import { makeAccount } from "../made-up.ts";

useDatabase();

test("where Tribune is reached over https, the cookie is bound to this very host and to https", async () => {
  // The name of the cookie is decided when the module is first read.
  process.env.PUBLIC_URL = "https://tribune.example";
  const { closeSession, openSession, readSession } = await import("#app/accounts/session.server.ts");
  const account = await makeAccount();
  const opened = await openSession(account.id, "");
  expect(opened).toMatch(/^__Host-session=[a-z0-9]{32,};/);
  expect(opened).toMatch(/; Path=\/(;|$)/);
  expect(opened).toMatch(/; Secure(;|$)/);
  expect(opened).toMatch(/; HttpOnly(;|$)/);
  expect(opened).not.toMatch(/Domain=/);
  const cookie = opened.split(";")[0] ?? "";
  expect((await readSession(cookie)).account?.id).toBe(account.id);
  expect((await readSession(cookie.replace("__Host-", ""))).account).toBeNull();
  expect(await closeSession(cookie)).toMatch(/^__Host-session=; .*Max-Age=0/);
  expect((await readSession(cookie)).account).toBeNull();
});

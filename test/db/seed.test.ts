import { expect, test } from "vitest";
import { logIn } from "#app/accounts/log-in.server.ts";
import { recountSignatures } from "#app/signatures/count-signatures.server.ts";
import { hashSigned, type Signed } from "#app/letters/version.ts";
import { sampleAccounts } from "#db/seed/sample-accounts.ts";
import { seed } from "#db/seed/seed.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";

useDatabase();

test("sample content is written once, into an empty database, as the domain itself would have left it", async () => {
  const [first, second] = await Promise.all([seed(), seed()]);
  expect([first.outcome, second.outcome].toSorted()).toEqual(["not-empty", "seeded"]);
  const letters = await sql<{ state: string; signature_count: number; comment_count: number }[]>`
    select state, signature_count, comment_count from letters order by id`;
  expect(letters.map(({ state }) => state)).toEqual(["closed", "open", "open", "draft"]);
  for (const { state, signature_count, comment_count } of letters)
    if (state !== "draft") expect(Math.min(signature_count, comment_count)).toBeGreaterThan(0);

  expect(await recountSignatures()).toBe(0);
  const wrongCounts = await sql`
    select 1 from letters l
    where comment_count <> (select count(*) from comments c where c.letter_id = l.id and c.deleted_at is null)`;
  expect(wrongCounts.count).toBe(0);
  const wrongPlaces = await sql`
    select 1 from comments c join comments p on p.id = c.parent_id
    where left(c.path, length(c.path) - 8) <> p.path or c.depth <> p.depth + 1 or c.created_at < p.created_at`;
  expect(wrongPlaces.count).toBe(0);
  const wrongReplies = await sql`
    select 1 from comments p
    where reply_count <> (select count(*) from comments c where c.parent_id = p.id)`;
  expect(wrongReplies.count).toBe(0);
  for (const { signed, sha256 } of await sql<{ signed: Signed; sha256: string }[]>`
    select signed, sha256 from letter_versions`)
    expect(await hashSigned(signed)).toBe(sha256);
  const future = await sql`
    select 1 from comments where created_at > now() union all select 1 from signatures where confirmed_at > now()`;
  expect(future.count).toBe(0);
  for (const { email, password } of sampleAccounts)
    expect((await logIn(email, password)).outcome).toBe("logged-in");
});

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
    select state, signature_count, comment_count from letters l join discussions d on d.letter_id = l.id
    order by l.id`;
  expect(letters.map(({ state }) => state)).toEqual(["closed", "open", "open", "draft"]);
  for (const { state, signature_count, comment_count } of letters)
    if (state !== "draft") expect(Math.min(signature_count, comment_count)).toBeGreaterThan(0);

  expect(await recountSignatures()).toBe(0);
  const wrongCounts = await sql`
    select 1 from discussions d
    where comment_count <> (select count(*) from comments c where c.discussion_id = d.id and c.deleted_at is null)`;
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
    select 1 from comments where created_at > now() union all select 1 from signatures where confirmed_at > now()
    union all select 1 from margin_comments where created_at > now()`;
  expect(future.count).toBe(0);
  const margin = await sql<{ resolved: boolean; comments: number; mentions: number }[]>`
    select resolved_at is not null as resolved, (
      select count(*)::int from margin_comments c where c.thread_id = t.id) as comments, (
      select count(*)::int from margin_mentions m join margin_comments c on c.id = m.comment_id where c.thread_id = t.id)
      as mentions
    from margin_threads t order by t.id`;
  expect(margin).toEqual([
    { resolved: true, comments: 3, mentions: 0 },
    { resolved: false, comments: 1, mentions: 1 },
    { resolved: false, comments: 1, mentions: 0 },
  ]);
  for (const { email, password } of sampleAccounts)
    expect((await logIn(email, password)).outcome).toBe("logged-in");
});

test("asked again, it adds nothing to what is there", async () => {
  const rows = async () => {
    const [counts] = await sql`
      select (select count(*) from accounts) as accounts, (select count(*) from letters) as letters,
        (select count(*) from letter_versions) as versions, (select count(*) from signatures) as signatures,
        (select count(*) from comments) as comments, (select count(*) from comment_edits) as edits,
        (select count(*) from signature_events) as events, (select count(*) from mails) as mails`;
    return counts;
  };
  const before = await rows();
  expect(before).toMatchObject({ letters: 4, versions: 4, mails: 0 });
  expect(await seed()).toEqual({ outcome: "not-empty" });
  expect(await rows()).toEqual(before);
});

test("every sample account has its role and language, and commenters without one cannot log in", async () => {
  const accounts = await sql<{ email: string; name: string; role: string; language: string }[]>`
    select email, name, role, language from accounts order by id`;
  const samples = sampleAccounts.map(({ email, name, role, language }) => ({ email, name, role, language }));
  expect(accounts.slice(0, samples.length)).toEqual(samples);
  for (const { email, role } of accounts.slice(samples.length)) {
    expect(role).toBe("member");
    for (const { password } of sampleAccounts)
      expect((await logIn(email, password)).outcome).not.toBe("logged-in");
  }
});

test("each comment sorts below its parent and after what was said before it", async () => {
  const comments = await sql<{ id: number; root: number | null; parent: number | null; path: string }[]>`
    select id, root_id as root, parent_id as parent, path from comments`;
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  expect(comments.some(({ parent }) => parent !== null)).toBe(true);
  for (const { id, root, parent, path } of comments) {
    const above = parent === null ? null : byId.get(parent);
    expect(path).toBe(`${above?.path ?? ""}${id.toString(36).padStart(8, "0")}`);
    expect(root).toBe(above ? (above.root ?? above.id) : null);
  }
});

test("its signatures are numbered without gaps, and hidden ones cannot be found", async () => {
  const letters = await sql<{ numbers: number[]; count: number; last: number }[]>`
    select array_agg(s.number order by s.number) as numbers, l.signature_count as count, l.last_number as last
    from letters l join signatures s on s.letter_id = l.id group by l.id`;
  expect(letters).toHaveLength(3);
  for (const { numbers, count, last } of letters) {
    expect(numbers).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    expect(last).toBe(count);
  }
  expect(await sql`select 1 from signatures where not name_shown and search_text <> ''`).toHaveLength(0);
  expect(await sql`select 1 from signatures where name_shown and search_text = ''`).toHaveLength(0);
});

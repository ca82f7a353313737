import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { readPublicLog } from "#app/moderation/read-public-log.server.ts";
import {
  confirmSignature,
  readOwnSignature,
  withdrawSignature,
} from "#app/signatures/confirm-signature.server.ts";
import { countSignatures } from "#app/signatures/count-signatures.server.ts";
import {
  beginInvalidation,
  carryOut,
  tryCondition,
  undoInvalidation,
} from "#app/signatures/invalidate-signatures.server.ts";
import { Condition } from "#app/signatures/invalidation.ts";
import { networkLabel } from "#app/signatures/network-label.server.ts";
import {
  listForReview,
  listInvalidations,
  readTrends,
  releaseSignatures,
  type Reviewer,
  reviewerOf,
} from "#app/signatures/review-signatures.server.ts";
import { signLetter } from "#app/signatures/sign-letter.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeDraft, makeLetter, origin, sign, signForm, tokenMailedTo } from "../made-up.ts";

useDatabase();
let author: Account;
let moderator: Account;
let letter: { id: number; slug: string };
beforeAll(async () => {
  author = await makeAccount();
  moderator = await makeAccount({ role: "moderator" });
});
beforeEach(async () => void (letter = await makeLetter(author)));

const as = async (account: Account): Promise<Reviewer> => {
  const reviewer = await reviewerOf(letter.slug, account);
  if (!reviewer) throw new Error("no reviewer");
  return reviewer;
};
const condition = (parts: Record<string, string>) => Condition.parse(parts);
const grounds = { reason: "not-a-person", note: "made by a program" } as const;
/** Rows as if many had signed, in `state`, from `network`. */
const crowd = (many: number, state: "pending" | "held" | "confirmed", network: string) => sql`
  insert into signatures (letter_id, version_number, signer_key, name, email, name_shown, keep_informed, language, network,
    name_key, state, confirmed_at, hold_reasons)
  select ${letter.id}, 1, ${`${state} ${network} `} || n, 'Bot ' || n, 'bot' || n || '@bots.example', true, false, 'en',
    ${networkLabel(letter.id, network)}, n || ' bot', ${state}, case when ${state} <> 'pending' then now() end,
    case when ${state} = 'held' then array['burst'] else '{}' end
  from generate_series(1, ${many}) n`;
const states = async () =>
  Object.fromEntries(
    (
      await sql<{ state: string; many: number }[]>`
        select state, count(*)::int as many from signatures where letter_id = ${letter.id} group by state`
    ).map(({ state, many }) => [state, many]),
  );
const count = async () => {
  while ((await countSignatures()) === "more");
  return (
    await sql<{ count: number }[]>`select signature_count as count from letters where id = ${letter.id}`
  )[0]?.count;
};

test("who reviews: the author, moderators and administrators, of a published letter", async () => {
  expect((await as(author)).moderates).toBe(false);
  expect((await as(moderator)).moderates).toBe(true);
  expect((await as(await makeAccount({ role: "admin" }))).moderates).toBe(true);
  expect(await reviewerOf(letter.slug, await makeAccount())).toBeNull();
  expect(await reviewerOf(await makeDraft(author), author)).toBeNull();
});

describe("invalidating", () => {
  test("takes what fits off the letter in batches, tells it openly, and gives it back as it was", async () => {
    await crowd(2500, "confirmed", "192.0.2.0/24");
    await crowd(300, "held", "192.0.2.0/24");
    await crowd(200, "pending", "192.0.2.0/24");
    await sign(letter.slug, "clean@example.org");
    expect(await count()).toBe(2501);
    const before = await sql`
      select id, state, confirmed_at, number, hold_reasons from signatures where letter_id = ${letter.id} order by id`;
    const reviewer = await as(moderator);
    const those = condition({ network: "192.0.2.0/24" });

    expect(await tryCondition(reviewer, those)).toMatchObject({ found: 3000, examples: { length: 10 } });
    expect(await states(), "to try changes nothing").toMatchObject({ confirmed: 2501 });
    expect(await beginInvalidation(reviewer, those, grounds)).toEqual({ outcome: "begun" });
    const [begun] = await listInvalidations(reviewer);
    expect(begun).toMatchObject({ state: "running", signatures: 0, found: 3000, note: grounds.note });
    const [job] = await sql<{ payload: unknown }[]>`
      select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'invalidate-signatures' order by j.id desc limit 1`;
    expect(job?.payload).toEqual({ id: begun?.id });

    await signLetter(
      letter.slug,
      signForm({ email: "late@example.org", name: "Late" }),
      "en",
      origin,
      "192.0.2.0/24",
    );
    await carryOut(begun?.id ?? 0);
    expect(await states()).toEqual({ invalidated: 3000, confirmed: 1, pending: 1 });
    expect(await count()).toBe(1);
    expect((await listInvalidations(reviewer))[0]).toMatchObject({ state: "done", signatures: 3000 });
    await carryOut(begun?.id ?? 0);
    const log = await readPublicLog({ letter: letter.slug, before: null });
    expect(log.lines).toMatchObject([
      {
        event: "signatures-invalidated",
        reason: "not-a-person",
        number: 3000,
        letter: { slug: letter.slug },
      },
    ]);
    expect(JSON.stringify(log), "no note, no network, no name").not.toMatch(/program|192\.0|Bot/);

    await undoInvalidation(reviewer, begun?.id ?? 0);
    await undoInvalidation(reviewer, begun?.id ?? 0);
    expect((await listInvalidations(reviewer))[0]?.state).toBe("undoing");
    await carryOut(begun?.id ?? 0);
    expect(await count()).toBe(2501);
    const after = await sql`
      select id, state, confirmed_at, number, hold_reasons from signatures
      where letter_id = ${letter.id} and email <> 'late@example.org' order by id`;
    expect(after).toEqual(before);
    const [events] = await sql`
      select count(*) filter (where event = 'invalidated')::int as invalidated,
        count(*) filter (where event = 'restored')::int as restored
      from signature_events where letter_id = ${letter.id}`;
    expect(events).toEqual({ invalidated: 3000, restored: 3000 });
    const undone = await readPublicLog({ letter: letter.slug, before: null });
    expect(undone.lines.map(({ event, number }) => [event, number])).toEqual([
      ["invalidation-undone", 3000],
      ["signatures-invalidated", 3000],
    ]);
  });

  test("goes on where a crash stopped it", async () => {
    await crowd(1500, "confirmed", "192.0.2.0/24");
    const reviewer = await as(moderator);
    await beginInvalidation(reviewer, condition({ state: "confirmed" }), grounds);
    const [begun] = await listInvalidations(reviewer);
    // Somebody withdraws one of the last rows meanwhile, which the job then waits for.
    const others = sql.begin(async (tx) => {
      await tx`update signatures set state = 'withdrawn', withdrawn_at = now()
        where id = (select max(id) from signatures where letter_id = ${letter.id})`;
      await tx`select pg_sleep(0.3)`;
    });
    await Promise.all([others, carryOut(begun?.id ?? 0), carryOut(begun?.id ?? 0)]);
    expect(await states()).toEqual({ invalidated: 1499, withdrawn: 1 });
    expect((await readPublicLog({ letter: letter.slug, before: null })).lines).toMatchObject([
      { number: 1499 },
    ]);
  });

  test("is told to its signatory on their page, and nothing is mailed", async () => {
    const token = await sign(letter.slug, "told@example.org");
    const [before] = await sql`select count(*)::int as mails from mails`;
    const reviewer = await as(moderator);
    await beginInvalidation(reviewer, condition({ name: "signer ADA" }), grounds);
    await carryOut((await listInvalidations(reviewer))[0]?.id ?? 0);
    expect(await readOwnSignature(token)).toMatchObject({ state: "invalidated" });
    expect(await withdrawSignature(token, origin)).toEqual({ outcome: "invalidated" });
    expect(await sql`select count(*)::int as mails from mails`).toEqual([before]);
  });

  test("needs something to fit, and never fits the withdrawn, the imported, or organisations unasked", async () => {
    const reviewer = await as(moderator);
    expect(await beginInvalidation(reviewer, condition({ state: "held" }), grounds)).toEqual({
      outcome: "nothing-found",
    });
    const token = await sign(letter.slug, "gone@example.org");
    await withdrawSignature(token, origin);
    await sql`
      insert into signatures (letter_id, version_number, signer_key, origin, name, name_shown, keep_informed, language, state,
        confirmed_at)
      values (${letter.id}, 1, 'import', 'import', 'Imported', true, false, 'en', 'confirmed', now())`;
    expect((await tryCondition(reviewer, condition({ from: "2020-01-01T00:00" }))).found).toBe(0);
  });
});

test.each<[Record<string, string>, number]>([
  [{ state: "held" }, 2],
  [{ held: "burst" }, 2],
  [{ held: "sustained" }, 0],
  [{ network: "192.0.2.0/24" }, 5],
  [{ network: "192.0.2.0/24", state: "held" }, 2],
  [{ domain: "BOTS.example" }, 8],
  [{ name: "1, BOT" }, 3],
  [{ from: "2020-01-01T00:00" }, 8],
  [{ until: "2020-01-01T00:00" }, 0],
  [{ from: "2020-01-01T00:00", until: "2099-01-01T00:00", kind: "organisation" }, 0],
])("the condition %o fits %i", async (parts, found) => {
  await crowd(3, "confirmed", "192.0.2.0/24");
  await crowd(2, "held", "192.0.2.0/24");
  await crowd(3, "pending", "198.51.100.0/24");
  expect((await tryCondition(await as(moderator), condition(parts))).found).toBe(found);
});

test("a condition of nothing is none", () => {
  expect(Condition.safeParse({ state: "", network: "", name: "" }).success).toBe(false);
  expect(Condition.safeParse({ state: "withdrawn" }).success).toBe(false);
  expect(Condition.safeParse({ from: "yesterday" }).success).toBe(false);
});

describe("an author sees less than a moderator", () => {
  beforeEach(async () => {
    await crowd(6, "held", "192.0.2.0/24");
    const hidden = { ...signForm({ name: "Shy Person", email: "shy@rare.example" }), showName: false };
    await signLetter(letter.slug, hidden, "en", origin, "198.51.100.0/24");
  });
  const list = async (account: Account, state: "held" | "pending", search = "") =>
    (await listForReview(await as(account), { state, reason: null, search, before: null })).signatures;

  test("no addresses, no hidden names, networks under a label, domains that many share", async () => {
    const [mine, theirs] = [await list(author, "pending"), await list(moderator, "pending")];
    expect(mine).toMatchObject([
      { name: null, address: "", network: networkLabel(letter.id, "198.51.100.0/24") },
    ]);
    expect(theirs).toMatchObject([
      { name: "Shy Person", address: "s…@rare.example", network: networkLabel(letter.id, "198.51.100.0/24") },
    ]);
    const trends = await readTrends(await as(author));
    expect(trends.domains).toMatchObject([{ value: "bots.example", signatures: 6, held: 6 }]);
    expect(JSON.stringify([mine, trends])).not.toMatch(/rare|198\.51|192\.0/);
    expect((await readTrends(await as(moderator))).domains).toHaveLength(2);
  });

  test("no search and no condition tells them more", async () => {
    expect(await list(author, "pending", "shy")).toEqual([]);
    expect(await list(author, "pending", "shy@rare.example")).toEqual([]);
    expect(await list(moderator, "pending", "shy")).toHaveLength(1);
    expect(await list(moderator, "pending", "Shy@rare.example")).toHaveLength(1);
    const found = async (account: Account, parts: Record<string, string>) =>
      (await tryCondition(await as(account), condition(parts))).found;
    expect(await found(author, { name: "shy person" })).toBe(0);
    expect(await found(moderator, { name: "shy person" })).toBe(1);
    expect(await found(author, { domain: "rare.example" })).toBe(0);
    expect(await found(author, { domain: "bots.example" })).toBe(6);
    expect(await found(author, { network: "192.0.2.0/24" })).toBe(0);
    expect(await found(author, { network: networkLabel(letter.id, "192.0.2.0/24") })).toBe(6);
  });

  test("what is released is counted from then on, once, and on this letter alone", async () => {
    const ids = (await list(author, "held")).map(({ id }) => id);
    const other = await reviewerOf((await makeLetter(author)).slug, author);
    expect(await releaseSignatures(other ?? (await as(author)), ids)).toBe(0);
    expect(await releaseSignatures(await as(author), ids.slice(0, 4))).toBe(4);
    expect(await releaseSignatures(await as(author), ids.slice(0, 4))).toBe(0);
    expect(await count()).toBe(4);
    expect(await states()).toEqual({ confirmed: 4, held: 2, pending: 1 });
    const [row] = await sql`select released_by::int as by from signatures where id = ${ids[0] ?? 0}`;
    expect(row).toEqual({ by: author.id });
  });

  test("who is released before they confirm is not held", async () => {
    await signLetter(letter.slug, signForm({ name: "qwertyuiop", email: "q@example.org" }), "en", origin);
    const pending = await list(moderator, "pending", "qwertyuiop");
    expect(await releaseSignatures(await as(moderator), [pending[0]?.id ?? 0])).toBe(1);
    await confirmSignature(await tokenMailedTo("q@example.org", "/signatures"), origin);
    expect(await count()).toBe(1);
  });

  test("pages of fifty follow each other without gap or repetition", async () => {
    await crowd(120, "held", "203.0.113.0/24");
    const reviewer = await as(moderator);
    const seen: number[] = [];
    let before: number | null = null;
    for (let pages = 0; pages < 4; pages++) {
      const page = await listForReview(reviewer, { state: "held", reason: "burst", search: "", before });
      seen.push(...page.signatures.map(({ id }) => id));
      before = page.next;
      if (before === null) break;
    }
    expect(seen).toHaveLength(126);
    expect(seen).toEqual([...new Set(seen)].toSorted((one, other) => other - one));
  });
});

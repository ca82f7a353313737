import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { eraseAccount } from "#app/accounts/change-account.server.ts";
import { deleteComment, editComment } from "#app/discussion/post-comment.server.ts";
import { readDiscussion } from "#app/discussion/discussion.server.ts";
import { readNews, readThread } from "#app/discussion/read-thread.server.ts";
import { listAnnotations } from "#app/doctrine/read-annotations.server.ts";
import { answerContest, contestDecision, readOwnDecision } from "#app/moderation/contest-decision.server.ts";
import { decide } from "#app/moderation/decide.server.ts";
import { listCases } from "#app/moderation/list-cases.server.ts";
import { readCase } from "#app/moderation/read-case.server.ts";
import { undoDecision } from "#app/moderation/undo-decision.server.ts";
import { keepToRetention } from "#app/personal-data/keep-to-retention.server.ts";
import { readHeldAccount } from "#app/personal-data/read-held-account.server.ts";
import { withdrawHeld } from "#app/pipeline/hold-comment.server.ts";
import { readOwnHeld } from "#app/pipeline/read-held.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { lastMailTo, makeAccount, makeLetter, origin } from "../made-up.ts";
import { makeText, provision } from "../made-up-doctrine.ts";
import { decisionForm, logged, makeDecision } from "../moderation/made-up-cases.ts";
import { findEverywhere } from "../personal-data/find-everywhere.ts";
import { say, sayHeld, setPipeline } from "./made-up-pipeline.ts";

useDatabase();
let admin: Account;
let mo: Account;
let max: Account;
let bob: Account;
let ada: Account;
let letter: { id: number; slug: string; discussionId: number };
let place: { letter: string };
beforeAll(async () => {
  admin = await makeAccount({ role: "admin" });
  mo = await makeAccount({ name: "Mo", role: "moderator" });
  max = await makeAccount({ name: "Max", role: "moderator" });
  bob = await makeAccount({ name: "Bob" });
});
beforeEach(async () => {
  ada = await makeAccount({ name: "Ada Newcomer", language: "fr" });
  letter = await makeLetter(bob);
  place = { letter: letter.slug };
  await setPipeline(admin, { firstComments: 1 });
});

const oldest = { sort: "oldest" as const, stance: null, after: null };
const thread = async (reader: number | null = null) =>
  (await readThread(letter.discussionId, 0, oldest, reader)).comments;

/** Something that stands, said by Bob. */
async function standing(body = "Something to answer."): Promise<number> {
  await setPipeline(admin);
  const said = await say(place, bob, body);
  await setPipeline(admin, { firstComments: 1 });
  if (said.outcome !== "posted") throw new Error(said.outcome);
  return said.id;
}

/** What each table of the database holds, as a hash. */
async function allTables(): Promise<Record<string, string>> {
  const tables = await sql<{ schema: string; name: string }[]>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`;
  const found: Record<string, string> = {};
  for (const { schema, name } of tables) {
    const [row] = await sql<{ hash: string | null }[]>`
      select md5(string_agg(t::text, '|' order by t::text)) as hash from ${sql(`${schema}.${name}`)} t`;
    found[name] = row?.hash ?? "";
  }
  if (tables.length < 50) throw new Error("few tables were found");
  return found;
}

describe("a held comment", () => {
  test("is in no table but its own, its case, the prints and what its author is told: whatever reads comments cannot see it", async () => {
    const parent = await standing();
    const before = await allTables();
    await setPipeline(admin, { firstComments: 1, floodDay: 60 });
    const since = await allTables();
    expect(before.comments).toBe(since.comments);
    await sayHeld(place, ada, "@Bob have you seen a zorilla?", { parent });
    const after = await allTables();
    const changed = Object.keys(after).filter((name) => after[name] !== since[name]);
    expect(changed.toSorted()).toEqual(["comment_prints", "held_comments", "moderation_cases", "notices"]);
    expect(await findEverywhere(["zorilla"])).toEqual(["held_comments.body"]);
  });

  test("is read by no file but those that moderate, show it to its author, or give account of it", () => {
    const folder = join(import.meta.dirname, "../../app");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      /\.tsx?$/.test(name),
    );
    const readers = files.filter((name) =>
      readFileSync(join(folder, name), "utf8").includes("held_comments"),
    );
    expect(readers.toSorted()).toEqual([
      "moderation/areas.server.ts",
      "moderation/decide.server.ts",
      "moderation/list-cases.server.ts",
      "moderation/read-case.server.ts",
      "moderation/slow-mode.server.ts",
      "moderation/subject.server.ts",
      "moderation/tell-decision.server.ts",
      "notices/read-notices.server.ts",
      "personal-data/due-rows.server.ts",
      "personal-data/read-held-account.server.ts",
      "pipeline/hold-comment.server.ts",
      "pipeline/read-held.server.ts",
    ]);
  });

  test("is shown to its author with the reason, and to no other account", async () => {
    const { id } = await sayHeld(place, ada, "My *first* words.");
    expect(await readOwnHeld(letter.discussionId, ada.id)).toMatchObject([
      { id, reasons: ["first-comments"], refused: false, refusedBy: null, editsId: null, parentId: null },
    ]);
    expect((await readOwnHeld(letter.discussionId, ada.id))[0]?.html).toContain("<em>first</em>");
    expect(await readOwnHeld(letter.discussionId, bob.id)).toEqual([]);
    expect(await thread(ada.id)).toEqual([]);
    expect((await readDiscussion(place))?.commentCount).toBe(0);
    const held = await readHeldAccount(ada.email ?? "");
    expect(held?.heldComments).toMatchObject([{ body: "My *first* words.", state: "waiting" }]);
  });

  test("sent twice is held once", async () => {
    const key = "0a0a0a0a-0000-4000-8000-00000000000a";
    const [one, two] = await Promise.all([1, 2].map(() => say(place, ada, "Twice.", { key })));
    expect(one).toEqual(two);
    const rows = await sql`select 1 from held_comments where account_id = ${ada.id}`;
    expect(rows.count).toBe(1);
  });

  test("is taken back by its author alone: its words go and its case closes", async () => {
    const { id, caseId } = await sayHeld(place, ada, "Regretted zorilla words.");
    expect(await withdrawHeld(id, bob.id)).toEqual({ outcome: "not-found" });
    for (const _ of [1, 2]) expect(await withdrawHeld(id, ada.id)).toEqual({ outcome: "withdrawn" });
    expect(await findEverywhere(["regretted zorilla"])).toEqual([]);
    expect(await readCase(caseId)).toMatchObject({ closed: true, subject: { gone: true } });
    const { outcome } = await decide(
      caseId,
      mo,
      await decisionForm(caseId, { decision: "release", reason: "no-breach" }),
      origin,
    );
    expect(outcome).toBe("gone");
    expect(await thread()).toEqual([]);
  });

  test("goes with its account", async () => {
    await sayHeld(place, ada, "Of somebody who leaves: zorilla.");
    await sql.begin((tx) => eraseAccount(tx, { id: ada.id, email: ada.email ?? "" }));
    expect(await findEverywhere(["somebody who leaves"])).toEqual([]);
    const prints = await sql`select 1 from comment_prints where account_id = ${ada.id}`;
    expect(prints.count).toBe(0);
  });
});

describe("the queue", () => {
  test("has a case for it with the reasons, and can be narrowed to such cases", async () => {
    const parent = await standing();
    const { caseId } = await sayHeld(place, ada, "A reply.", { parent });
    const filter = { list: "open" as const, kind: "held" as const, reason: null, claim: null };
    const { cases } = await listCases(filter, mo.id, null);
    expect(cases.every(({ kind }) => kind === "held")).toBe(true);
    expect(cases.find(({ id }) => id === caseId)).toMatchObject({
      held: ["first-comments"],
      subject: { words: "A reply.", author: { id: ada.id } },
    });
    const found = await readCase(caseId);
    expect(found?.held).toMatchObject({ reasons: ["first-comments"], under: parent, rewords: false });
    expect(found?.around.map(({ id }) => id)).toEqual([parent]);
  });
});

describe("released", () => {
  const release = { decision: "release", reason: "no-breach", statement: "" } as const;

  test("it appears as said when it was written, is counted, and whom it mentions and answers is told now", async () => {
    const parent = await standing();
    const { id, caseId } = await sayHeld(place, ada, "@Bob, really?", { parent });
    await sql`update held_comments set held_at = now() - interval '5 hours' where id = ${id}`;
    const last = (await readDiscussion(place))?.lastCommentId ?? 0;
    const lines = await logged();
    await makeDecision(caseId, mo, release);
    const [, reply] = await thread();
    expect(reply).toMatchObject({ body: "@Bob, really?", author: "Ada Newcomer", parentId: parent });
    expect(Date.now() - Number(reply?.createdAt)).toBeGreaterThan(4.9 * 3_600_000);
    expect(reply?.mentions).toEqual(["Bob"]);
    expect((await thread())[0]).toMatchObject({ replyCount: 1, descendantCount: 1 });
    expect((await readDiscussion(place))?.commentCount).toBe(2);
    expect(await readNews(letter.discussionId, last)).toEqual([{ id: reply?.id, parentId: parent }]);
    const told = await sql<{ kind: string }[]>`
      select kind from notices where account_id = ${bob.id} and comment_id = ${reply?.id ?? 0}`;
    expect(told).toHaveLength(1);
    expect(await readOwnHeld(letter.discussionId, ada.id)).toEqual([]);
    expect(await logged(), "nothing was taken from anybody").toEqual(lines);
    const mail = await lastMailTo(ada.email ?? "");
    expect(mail).toMatchObject({ kind: "held-released", language: "fr" });
    expect(mail.body).toContain(`${origin}/letters/${letter.slug}/discussion/${reply?.id}`);
    expect(await readCase(caseId)).toMatchObject({ closed: true, subject: { words: "@Bob, really?" } });
    expect(await findEverywhere(["really?"])).not.toContain("held_comments.body");
  });

  test("the account is no newcomer any more, and the same form leads to the comment", async () => {
    const key = "0b0b0b0b-0000-4000-8000-00000000000b";
    const { caseId } = await sayHeld(place, ada, "First.", { key });
    await makeDecision(caseId, mo, release);
    const [first] = await thread();
    expect(await say(place, ada, "First.", { key })).toEqual({ outcome: "posted", id: first?.id });
    expect((await say(place, ada, "Second.")).outcome).toBe("posted");
  });

  test("two moderators at once release it once", async () => {
    const { caseId } = await sayHeld(place, ada, "Once.");
    const form = await decisionForm(caseId, release);
    const other = await decisionForm(caseId, release);
    const results = await Promise.all([decide(caseId, mo, form, origin), decide(caseId, max, other, origin)]);
    expect(results.map(({ outcome }) => outcome).toSorted()).toEqual(["decided", "decided-meanwhile"]);
    expect(await thread()).toHaveLength(1);
  });

  test("what it answered may be deleted meanwhile; an archived letter takes it no more", async () => {
    const parent = await standing();
    const reply = await sayHeld(place, ada, "A late reply.", { parent });
    await deleteComment(parent, bob.id);
    await makeDecision(reply.caseId, mo, release);
    expect((await thread()).at(-1)).toMatchObject({ body: "A late reply.", parentId: parent });
    const eve = await makeAccount();
    const { caseId } = await sayHeld(place, eve, "Too late.");
    await sql`update letters set state = 'archived', closed_at = now() where id = ${letter.id}`;
    expect((await decide(caseId, mo, await decisionForm(caseId, release), origin)).outcome).toBe("gone");
    expect((await thread()).some(({ body }) => body === "Too late.")).toBe(false);
  });

  test("an annotation is anchored then, and was among none before", async () => {
    const dated = "2026-01-05";
    const text = await makeText([{ dated, provisions: [provision("1", "Chaque administration choisit.")] }]);
    const there = { text: text.slug, provision: "1" };
    const [{ textId } = { textId: 0 }] = await sql<{ textId: number }[]>`
      select id as "textId" from doctrine_texts where slug = ${text.slug}`;
    const passage = { quote: "choisit", revision: dated, start: null };
    const { caseId } = await sayHeld(there, ada, "Choose how?", { passage });
    expect(await listAnnotations(textId, 0, 10)).toEqual([]);
    await makeDecision(caseId, mo, release);
    expect(JSON.stringify(await listAnnotations(textId, 0, 10))).toContain("Choose how?");
  });

  test("a new wording takes the place of the old one, which stays readable", async () => {
    const id = await standing("Clean words.");
    await setPipeline(admin, { linksUntil: 50 });
    const edit = await editComment(id, bob.id, { body: "See https://example.org", stance: "oppose" });
    if (edit.outcome !== "held") throw new Error(edit.outcome);
    expect((await thread())[0]).toMatchObject({ body: "Clean words.", editedAt: null });
    const [{ caseId } = { caseId: 0 }] = await sql<{ caseId: number }[]>`
      select id as "caseId" from moderation_cases where held_id = ${edit.id}`;
    await makeDecision(caseId, mo, release);
    expect((await thread())[0]).toMatchObject({ body: "See https://example.org", stance: "oppose" });
    const earlier = await sql`select 1 from comment_edits where comment_id = ${id} and body = 'Clean words.'`;
    expect(earlier.count).toBe(1);
  });
});

describe("refused", () => {
  const refuse = { decision: "refuse", reason: "spam", statement: "C’est de la publicité." } as const;

  test("it stays away; its author is told why by mail, reads it, and the log names the reason alone", async () => {
    const { caseId } = await sayHeld(place, ada, "Buy my wares.");
    const decision = await makeDecision(caseId, mo, refuse);
    expect(await thread(ada.id)).toEqual([]);
    expect(await logged()).toEqual([{ event: "comment-refused", reason: "spam", subject: "held" }]);
    const mail = await lastMailTo(ada.email ?? "");
    expect(mail).toMatchObject({ kind: "moderation-decision", language: "fr" });
    for (const said of ["> Buy my wares.", "> C’est de la publicité.", `/moderation/contest/${decision}`])
      expect(mail.body).toContain(said);
    expect(await readOwnHeld(letter.discussionId, ada.id)).toMatchObject([
      { refused: true, refusedBy: decision },
    ]);
    expect(await readOwnDecision(decision, ada.id)).toMatchObject({ decision: "refuse", open: true });
    expect((await say(place, ada, "Again.")).outcome, "still a newcomer").toBe("held");
  });

  test("contested and overturned by another moderator, it appears", async () => {
    const { caseId } = await sayHeld(place, ada, "Wrongly refused.");
    const decision = await makeDecision(caseId, mo, refuse);
    expect((await contestDecision(decision, ada.id, "Why?")).outcome).toBe("contested");
    const answer = { answer: "overturn", text: "It sells nothing." } as const;
    expect((await answerContest(decision, mo, answer, origin)).outcome).toBe("decided-it");
    expect((await answerContest(decision, max, answer, origin)).outcome).toBe("done");
    expect((await thread()).map(({ body }) => body)).toEqual(["Wrongly refused."]);
    expect((await logged())[0]?.event).toBe("decision-overturned");
  });

  test("undone, it appears; what was taken back meanwhile does not", async () => {
    const one = await sayHeld(place, ada, "To be undone.");
    const undone = await makeDecision(one.caseId, mo, refuse);
    expect((await undoDecision(undone, max.id)).outcome).toBe("undone");
    expect(await thread()).toHaveLength(1);
    const eve = await makeAccount();
    const two = await sayHeld(place, eve, "Taken back.");
    const refused = await makeDecision(two.caseId, mo, refuse);
    await withdrawHeld(two.id, eve.id);
    expect((await undoDecision(refused, max.id)).outcome).toBe("undone");
    expect(await thread()).toHaveLength(1);
  });

  test("needs a reason of the list and a statement", async () => {
    const { caseId } = await sayHeld(place, ada, "Words.");
    const { outcome } = await decide(caseId, mo, await decisionForm(caseId, { decision: "hide" }), origin);
    expect(outcome, "what nobody sees is not hidden").toBe("wrong");
  });

  test("an account that is barred meanwhile leaves the case open until it is decided", async () => {
    const { caseId } = await sayHeld(place, ada, "Spam.");
    await makeDecision(caseId, mo, { decision: "bar", reason: "spam", statement: "Only spam." });
    expect(await readCase(caseId)).toMatchObject({ closed: false, decisionCount: 1 });
    await makeDecision(caseId, mo, refuse);
    expect(await readCase(caseId)).toMatchObject({ closed: true, decisionCount: 2 });
  });

  test("its words go after six months, unless an answer to a contest is awaited; prints after a week", async () => {
    const old = await sayHeld(place, ada, "Old refused words.");
    await makeDecision(old.caseId, mo, refuse);
    const eve = await makeAccount();
    const asked = await sayHeld(place, eve, "Contested words.");
    await contestDecision(await makeDecision(asked.caseId, mo, refuse), eve.id, "Why?");
    await sql`update held_comments set ended_at = now() - interval '5 months' where ended_at is not null`;
    await sql`
      insert into comment_prints (account_id, discussion_id, said_at)
      values (${ada.id}, ${letter.discussionId}, now() - interval '8 days'), (${ada.id}, ${letter.discussionId}, now() - interval '6 days')`;
    await keepToRetention();
    expect(await readOwnHeld(letter.discussionId, ada.id)).toHaveLength(1);
    expect((await sql`select 1 from comment_prints where account_id = ${ada.id}`).count).toBe(1);
    await sql`update held_comments set ended_at = now() - interval '7 months' where ended_at is not null`;
    await keepToRetention();
    expect(await readOwnHeld(letter.discussionId, ada.id)).toEqual([]);
    expect(await readOwnHeld(letter.discussionId, eve.id)).toHaveLength(1);
  });
});

import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { deleteComment, editComment, postComment } from "#app/discussion/post-comment.server.ts";
import { readEdits, readLine, readThread } from "#app/discussion/read-thread.server.ts";
import { showComments } from "#app/discussion/show-comments.server.ts";
import { voteOnComment } from "#app/discussion/vote-on-comment.server.ts";
import { publishLetter } from "#app/letters/publish-letter.server.ts";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { claimCase, releaseCase } from "#app/moderation/claim-case.server.ts";
import { decide } from "#app/moderation/decide.server.ts";
import { readCase } from "#app/moderation/read-case.server.ts";
import { undoDecision } from "#app/moderation/undo-decision.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { lastMailTo, makeAccount, makeDraft, makeLetter, origin } from "../made-up.ts";
import { decisionForm, logged, makeCase, makeDecision } from "./made-up-cases.ts";

useDatabase();
let ada: Account;
let bob: Account;
let mo: Account;
let max: Account;
let letter: { id: number; slug: string; discussionId: number };
let made = 0;
beforeAll(async () => {
  bob = await makeAccount({ name: "Bob", language: "fr" });
  mo = await makeAccount({ name: "Mo", role: "moderator" });
  max = await makeAccount({ name: "Max", role: "admin" });
});
let comment: number;
let caseId: number;
beforeEach(async () => {
  ada = await makeAccount({ name: `Ada ${++made}`, language: "fr" });
  letter = await makeLetter(bob);
  comment = await post("You are a fool.");
  caseId = await makeCase("comment", comment, { account: bob });
});
async function post(body: string, parent: number | null = null, account = ada): Promise<number> {
  const posted = await postComment({ letter: letter.slug }, account.id, { body, stance: "oppose", parent });
  if (posted.outcome !== "posted") throw new Error(posted.outcome);
  return posted.id;
}
const seen = async (reader: number | null = null) => {
  const line = await readLine({ letter: letter.slug }, comment, reader);
  return line.at(-1);
};

describe("hiding a comment", () => {
  test("takes its words from everybody but its author, its name too, and leaves counts, votes and replies", async () => {
    await post("No, you.", comment, bob);
    await voteOnComment({ letter: letter.slug }, comment, bob.id, "disagree");
    const before = await readLetter(letter.slug);
    await makeDecision(caseId, mo);
    for (const reader of [null, bob.id])
      expect(await seen(reader)).toMatchObject({
        body: "",
        author: null,
        hiddenFor: "harassment",
        disagreeCount: 1,
      });
    expect(await seen(ada.id)).toMatchObject({ body: "You are a fool.", hiddenFor: "harassment" });
    const view = { sort: "oldest" as const, stance: null, after: null };
    const { comments } = await readThread(letter.discussionId, 0, view, null);
    expect(JSON.stringify(showComments(comments, "en"))).not.toContain("fool");
    expect(comments).toHaveLength(2);
    expect((await readLetter(letter.slug))?.commentCount).toBe(before?.commentCount);
    const [row] = await sql<{ body: string }[]>`select body from comments where id = ${comment}`;
    expect(row?.body).toBe("-");
    expect((await sql`select 1 from comment_words where comment_id = ${comment}`).count).toBe(0);
  });

  test("hides earlier wordings, and takes no edits, votes or replies meanwhile", async () => {
    await editComment(comment, ada.id, { body: "You are wrong.", stance: "oppose" });
    expect(await readEdits(comment)).toHaveLength(1);
    await makeDecision(caseId, mo);
    expect(await readEdits(comment)).toEqual([]);
    const edit = await editComment(comment, ada.id, { body: "Nice words.", stance: "neutral" });
    expect(edit.outcome).toBe("not-found");
    const place = { letter: letter.slug };
    expect((await voteOnComment(place, comment, bob.id, "agree")).outcome).toBe("not-found");
    const reply = { body: "Why?", stance: "neutral", parent: comment } as const;
    expect((await postComment(place, bob.id, reply)).outcome).toBe("parent-gone");
  });

  test("stands in the public log without a name, in the same transaction", async () => {
    await makeDecision(caseId, mo, { statement: "Ada insults Bob." });
    const [line] = await sql<Record<string, unknown>[]>`
      select event, reason, letter_id, account_id, subject from public_log order by id desc limit 1`;
    expect(line).toEqual({
      ...{
        event: "comment-hidden",
        reason: "harassment",
        letter_id: letter.id,
        account_id: null,
        subject: "comment",
      },
    });
  });

  test("mails the statement of reasons in the author's language, and the outcome to who reported", async () => {
    const decision = await makeDecision(caseId, mo, { statement: "C’est une insulte." });
    const told = await lastMailTo(ada.email);
    expect(told).toMatchObject({ kind: "moderation-decision", language: "fr" });
    expect(told.body).toContain("> You are a fool.");
    expect(told.body).toContain("> C’est une insulte.");
    expect(told.body).toContain("Aucun moyen automatisé");
    expect(told.body).toContain(`${origin}/moderation/contest/${decision}`);
    expect(told.body).not.toContain("Bob");
    const outcome = await lastMailTo(bob.email);
    expect(outcome).toMatchObject({ kind: "report-decided", language: "en" });
    expect(outcome.body).not.toContain("fool");
  });

  test("is as nothing once its author deletes it, and undoing brings nothing back", async () => {
    const decision = await makeDecision(caseId, mo);
    await deleteComment(comment, ada.id);
    expect((await sql`select 1 from hidden_words where comment_id = ${comment}`).count).toBe(0);
    expect((await undoDecision(decision, mo.id)).outcome).toBe("undone");
    expect(await seen()).toMatchObject({ body: "", hiddenFor: null });
    expect((await seen())?.deletedAt).not.toBeNull();
  });
});

describe("a decision is refused", () => {
  test("on words that were edited meanwhile, and nothing is hidden, logged or mailed", async () => {
    const form = await decisionForm(caseId);
    const before = await logged(50);
    await editComment(comment, ada.id, { body: "I was rude, sorry.", stance: "neutral" });
    expect((await decide(caseId, mo, form, origin)).outcome).toBe("edited");
    expect(await seen()).toMatchObject({ body: "I was rude, sorry.", hiddenFor: null });
    expect(await logged(50)).toEqual(before);
    await expect(lastMailTo(ada.email)).rejects.toThrow("no mail");
  });

  test("while another moderator has the case, who is named; not once the claim has lapsed or was given back", async () => {
    expect(await claimCase(caseId, mo.id)).toEqual({ outcome: "yours" });
    expect(await claimCase(caseId, mo.id)).toEqual({ outcome: "yours" });
    expect(await claimCase(caseId, max.id)).toEqual({ outcome: "claimed", by: "Mo" });
    const decided = await decide(caseId, max, await decisionForm(caseId), origin);
    expect(decided).toEqual({ outcome: "claimed", by: "Mo" });
    await releaseCase(caseId, max.id);
    expect((await readCase(caseId))?.claimant?.name).toBe("Mo");
    await sql`update moderation_cases set claimed_at = now() - interval '61 minutes' where id = ${caseId}`;
    expect(await claimCase(caseId, max.id)).toEqual({ outcome: "yours" });
    await releaseCase(caseId, max.id);
    expect((await readCase(caseId))?.claimant).toBeNull();
    expect((await claimCase(0, mo.id)).outcome).toBe("not-found");
  });

  test("when somebody else has decided since the page was shown", async () => {
    const form = await decisionForm(caseId, { decision: "warn" });
    await makeDecision(caseId, max, { decision: "warn" });
    expect((await decide(caseId, mo, form, origin)).outcome).toBe("decided-meanwhile");
  });

  test("two moderators at once: one decides", async () => {
    const forms = [await decisionForm(caseId), await decisionForm(caseId)];
    const outcomes = await Promise.all(
      [mo, max].map((who, index) => decide(caseId, who, forms[index]!, origin)),
    );
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["decided", "decided-meanwhile"]);
  });

  test("on one's own words, on what is gone, and for what cannot be decided there", async () => {
    const own = await makeCase("comment", await post("Mine.", null, mo));
    expect((await decide(own, mo, await decisionForm(own), origin)).outcome).toBe("own");
    const onLetter = await makeCase("letter", letter.id);
    expect(
      (await decide(onLetter, mo, await decisionForm(onLetter, { decision: "lock" }), origin)).outcome,
    ).toBe("wrong");
    const form = await decisionForm(caseId);
    await deleteComment(comment, ada.id);
    expect((await decide(caseId, mo, form, origin)).outcome).toBe("gone");
    await makeDecision(caseId, mo, { decision: "keep", reason: "no-breach" });
    expect((await decide(0, mo, form, origin)).outcome).toBe("not-found");
  });
});

test("the same click twice is one decision, one line and one mail", async () => {
  const form = await decisionForm(caseId, { key: randomUUID() });
  const outcomes = await Promise.all([decide(caseId, mo, form, origin), decide(caseId, mo, form, origin)]);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(["decided", "decided"]);
  expect((await readCase(caseId))?.decisions).toHaveLength(1);
  expect((await sql`select 1 from mails where to_address = ${ada.email}`).count).toBe(1);
});

describe("other decisions", () => {
  test("a locked thread takes no replies, from nobody and at any depth, until it is undone", async () => {
    const reply = await post("No, you.", comment, bob);
    const decision = await makeDecision(await makeCase("comment", reply), mo, {
      decision: "lock",
      reason: "off-topic",
    });
    const place = { letter: letter.slug };
    const again = { body: "And more.", stance: "neutral", parent: reply } as const;
    expect((await postComment(place, ada.id, again)).outcome).toBe("thread-locked");
    expect((await postComment(place, ada.id, { ...again, parent: comment })).outcome).toBe("thread-locked");
    expect((await seen())?.locked).toBe(true);
    expect((await postComment(place, ada.id, { ...again, parent: null })).outcome).toBe("posted");
    await undoDecision(decision, max.id);
    expect((await postComment(place, ada.id, again)).outcome).toBe("posted");
  });

  test("a paused account neither comments, edits nor publishes until the pause ends, nor does a barred one", async () => {
    const place = { letter: letter.slug };
    const words = { body: "Still here.", stance: "neutral", parent: null } as const;
    await makeDecision(caseId, mo, { decision: "pause", days: 3 });
    const paused = await postComment(place, ada.id, words);
    expect(paused.outcome).toBe("restricted");
    expect((await editComment(comment, ada.id, words)).outcome).toBe("restricted");
    const slug = await makeDraft(ada);
    expect((await publishLetter(slug, ada.id, 1)).outcome).toBe("paused");
    await sql`update moderation_decisions set until = now() - interval '1 second' where case_id = ${caseId}`;
    expect((await postComment(place, ada.id, words)).outcome).toBe("posted");
    expect((await publishLetter(slug, ada.id, 1)).outcome).toBe("published");
    const bar = await makeDecision(caseId, mo, { decision: "bar" });
    expect(await postComment(place, ada.id, words)).toEqual({ outcome: "restricted", until: null });
    const second = await makeDraft(ada);
    expect((await publishLetter(second, ada.id, 1)).outcome).toBe("barred");
    await undoDecision(bar, mo.id);
    expect((await publishLetter(second, ada.id, 1)).outcome).toBe("published");
  });

  test("what is kept changes nothing and tells only who reported", async () => {
    await makeDecision(caseId, mo, { decision: "keep", reason: "no-breach", statement: "" });
    expect(await seen()).toMatchObject({ body: "You are a fool.", hiddenFor: null });
    expect((await lastMailTo(bob.email)).kind).toBe("report-decided");
    await expect(lastMailTo(ada.email)).rejects.toThrow("no mail");
    expect((await logged())[0]).toEqual({ event: "report-kept", reason: "no-breach", subject: "comment" });
  });

  test("a decision is followed by another on the same case, and counts in the history of the person", async () => {
    await makeDecision(caseId, mo);
    const again = await decide(caseId, mo, await decisionForm(caseId), origin);
    expect(again.outcome).toBe("already");
    await makeDecision(caseId, mo, { decision: "pause", days: 1 });
    const next = await makeCase("comment", await post("Later.", null, bob));
    expect((await readCase(next))?.before).toEqual([]);
    await sql`update moderation_decisions set until = now() where case_id = ${caseId} and decision = 'pause'`;
    const later = await makeCase("comment", await post("Me again."));
    expect((await readCase(later))?.before).toEqual([
      { decision: "hide", count: 1 },
      { decision: "pause", count: 1 },
    ]);
  });

  test("undoing shows the words again, is logged, and twice is as once", async () => {
    const decision = await makeDecision(caseId, mo);
    await undoDecision(decision, max.id);
    expect((await undoDecision(decision, mo.id)).outcome).toBe("undone");
    expect(await seen()).toMatchObject({ body: "You are a fool.", hiddenFor: null });
    expect(await logged(2)).toEqual([
      { event: "decision-undone", reason: "harassment", subject: "hide" },
      { event: "comment-hidden", reason: "harassment", subject: "comment" },
    ]);
    expect((await sql`select 1 from comment_words where comment_id = ${comment}`).count).toBe(1);
  });
});

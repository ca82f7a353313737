import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { postComment } from "#app/discussion/post-comment.server.ts";
import { readLine } from "#app/discussion/read-thread.server.ts";
import {
  answerContest,
  contestDecision,
  hidingOf,
  readOwnDecision,
} from "#app/moderation/contest-decision.server.ts";
import { figuresOf } from "#app/moderation/figures.server.ts";
import { undoDecision } from "#app/moderation/undo-decision.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { lastMailTo, makeAccount, makeLetter, origin } from "../made-up.ts";
import { logged, makeCase, makeDecision } from "./made-up-cases.ts";

useDatabase();
let ada: Account;
let bob: Account;
let mo: Account;
let max: Account;
let letter: { slug: string };
beforeAll(async () => {
  ada = await makeAccount({ name: "Ada" });
  bob = await makeAccount({ name: "Bob" });
  mo = await makeAccount({ name: "Mo", role: "moderator" });
  max = await makeAccount({ name: "Max", role: "moderator" });
  letter = await makeLetter(bob);
});
let comment: number;
let decision: number;
beforeEach(async () => {
  const words = { body: "You are a fool.", stance: "oppose", parent: null } as const;
  const posted = await postComment({ letter: letter.slug }, ada.id, words);
  comment = posted.outcome === "posted" ? posted.id : 0;
  decision = await makeDecision(await makeCase("comment", comment), mo);
});
const shown = async () => (await readLine({ letter: letter.slug }, comment, null)).at(-1)?.body;
const contest = (who = ada) => contestDecision(decision, who.id, "It was irony.");
const answer = (who: Account, form: Parameters<typeof answerContest>[2]) =>
  answerContest(decision, who, form, origin);
const overturn = { answer: "overturn", text: "It was." } as const;
const uphold = { answer: "uphold", text: "It was not." } as const;

describe("contesting", () => {
  test("is for whose words it is about, once, and the first text stays", async () => {
    expect(await hidingOf(comment, ada.id)).toBe(decision);
    expect(await hidingOf(comment, bob.id)).toBeNull();
    expect(await readOwnDecision(decision, bob.id)).toBeNull();
    expect((await contest(bob)).outcome).toBe("not-found");
    expect((await contest()).outcome).toBe("contested");
    expect((await contestDecision(decision, ada.id, "Something else.")).outcome).toBe("contested");
    expect((await readOwnDecision(decision, ada.id))?.contest).toBe("It was irony.");
  });

  test("is possible for six months, and not once it was undone", async () => {
    await sql`update moderation_decisions set decided_at = now() - interval '6 months 1 day' where id = ${decision}`;
    expect((await contest()).outcome).toBe("too-late");
    expect((await readOwnDecision(decision, ada.id))?.open).toBe(false);
    await sql`update moderation_decisions set decided_at = now() - interval '5 months 27 days' where id = ${decision}`;
    expect((await readOwnDecision(decision, ada.id))?.open).toBe(true);
    await undoDecision(decision, mo.id);
    expect((await contest()).outcome).toBe("too-late");
  });
});

describe("answering", () => {
  test("is not for who decided, nor for whom it is about, nor before there is a contest", async () => {
    expect((await answer(max, overturn)).outcome).toBe("not-found");
    await contest();
    expect((await answer(mo, overturn)).outcome).toBe("decided-it");
    await sql`update accounts set role = 'moderator' where id = ${ada.id}`;
    expect((await answer({ ...ada, role: "moderator" }, overturn)).outcome).toBe("own");
    expect(await shown()).toBe("");
    // The database keeps the promise as well.
    await expect(
      sql`update moderation_decisions set answer = 'uphold', answered_at = now(), answered_by = ${mo.id} where id = ${decision}`,
    ).rejects.toThrow(/check/);
  });

  test("overturned, the words are seen again; the log and a mail tell it; twice is as once", async () => {
    await contest();
    expect((await undoDecision(decision, mo.id)).outcome).toBe("contested");
    expect((await answer(max, overturn)).outcome).toBe("done");
    expect((await answer(max, overturn)).outcome).toBe("done");
    expect((await answer(max, uphold)).outcome).toBe("answered");
    expect(await shown()).toBe("You are a fool.");
    expect(await logged(2)).toEqual([
      { event: "decision-overturned", reason: "harassment", subject: "hide" },
      { event: "comment-hidden", reason: "harassment", subject: "comment" },
    ]);
    const mail = await lastMailTo(ada.email);
    expect(mail.kind).toBe("contest-answered");
    expect(mail.body).toContain("> It was.");
  });

  test("upheld, they stay hidden, and that is logged", async () => {
    await contest();
    expect((await answer(max, uphold)).outcome).toBe("done");
    expect(await shown()).toBe("");
    expect((await logged())[0]).toEqual({ event: "decision-upheld", reason: "harassment", subject: "hide" });
    expect((await undoDecision(decision, mo.id)).outcome).toBe("undone");
    expect(await shown()).toBe("You are a fool.");
  });
});

test("the figures of a year count notices, decisions, hours and contests, of that year alone", async () => {
  await sql`update moderation_decisions set decided_at = '2021-03-01', contested_at = null, contest = null, answer = null,
    answered_at = null, answered_by = null, undone_at = null, undone_by = null`;
  await sql`update reports set made_at = '2021-03-01'`;
  await sql`update moderation_cases set opened_at = '2021-03-01', closed_at = '2021-03-01'`;
  const [{ id: caseId } = { id: 0 }] = await sql<{ id: number }[]>`
    select case_id as id from moderation_decisions where id = ${decision}`;
  await sql`update reports set made_at = '2022-12-31 23:30+01' where case_id = ${caseId}`;
  await sql`update moderation_cases set opened_at = '2022-06-01 00:00Z', closed_at = '2022-06-01 03:30Z' where id = ${caseId}`;
  await sql`update moderation_decisions set decided_at = '2022-06-01', contested_at = '2022-06-02', contest = 'Why?',
    answer = 'overturn', answered_at = '2022-06-03', answered_by = ${max.id}, undone_at = '2022-06-03', undone_by = ${max.id}
    where id = ${decision}`;
  const figures = await figuresOf(2022);
  const value = (figure: string, of: string) =>
    figures.find((row) => row.figure === figure && row.of === of)?.value;
  expect(value("notices", "harassment")).toBe(1);
  expect(value("notices", "spam")).toBe(0);
  expect(value("decisions", "hide")).toBe(1);
  expect(value("decisions", "automated")).toBe(0);
  expect(value("median-hours", "cases")).toBe(3.5);
  expect([value("contests", "made"), value("contests", "upheld"), value("contests", "overturned")]).toEqual([
    1, 0, 1,
  ]);
  expect(value("decisions", "undone")).toBe(0);
  expect((await figuresOf(2023)).filter((row) => row.value > 0)).toEqual([]);
});

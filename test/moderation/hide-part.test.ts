import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { hiddenMark as mark } from "#app/discussion/hidden-part.ts";
import { deleteComment, editComment, postComment } from "#app/discussion/post-comment.server.ts";
import { readEdits, readLine } from "#app/discussion/read-thread.server.ts";
import { answerContest, contestDecision, readOwnDecision } from "#app/moderation/contest-decision.server.ts";
import { decide } from "#app/moderation/decide.server.ts";
import { DecisionForm } from "#app/moderation/reason.ts";
import { readSubject } from "#app/moderation/subject.server.ts";
import { undoDecision } from "#app/moderation/undo-decision.server.ts";
import { readHeldData } from "#app/personal-data/read-held-data.server.ts";
import { searchEverything } from "#app/search/search-everything.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { lastMailTo, makeAccount, makeLetter, origin } from "../made-up.ts";
import { findEverywhere } from "../personal-data/find-everywhere.ts";
import { decisionForm, logged, makeCase, makeDecision } from "./made-up-cases.ts";

useDatabase();
let ada: Account;
let mo: Account;
let max: Account;
let letter: { id: number; slug: string };
let comment: number;
let caseId: number;
let made = 0;
/** Words that nothing else in the database says. */
let secret: string;
beforeAll(async () => {
  mo = await makeAccount({ name: "Mo", role: "moderator" });
  max = await makeAccount({ name: "Max", role: "admin" });
});
beforeEach(async () => {
  secret = `zorilla${++made}x`;
  ada = await makeAccount({ name: `Ada ${made}` });
  letter = await makeLetter(ada);
  const posted = await postComment({ letter: letter.slug }, ada.id, {
    ...{ body: `I agree, you ${secret} fool. So ${secret}!`, stance: "support", parent: null },
  });
  if (posted.outcome !== "posted") throw new Error(posted.outcome);
  comment = posted.id;
  caseId = await makeCase("comment", comment);
});
const hide = (passages = [secret]) => makeDecision(caseId, mo, { decision: "hide-part", passages });
const seen = async (reader: number | null = null) =>
  (await readLine({ letter: letter.slug }, comment, reader)).at(-1);
const found = async () =>
  JSON.stringify(await searchEverything({ typed: secret, since: null, until: null }, null, null));

describe("hiding a part of a comment", () => {
  test("puts a mark in its place, for everybody, wherever it occurs", async () => {
    expect(await found()).toContain(`/discussion`);
    await hide();
    for (const reader of [null, ada.id])
      expect(await seen(reader)).toMatchObject({
        body: `I agree, you ${mark} fool. So ${mark}!`,
        author: ada.name,
        partHiddenFor: "harassment",
      });
    expect(await found()).not.toContain("/discussion");
    expect(await logged()).toMatchObject([{ event: "comment-part-hidden", reason: "harassment" }]);
  });

  test("leaves the words with the decision, for their author and moderators, and in the mail that tells it", async () => {
    const decision = await hide();
    expect((await findEverywhere([secret])).toSorted()).toEqual([
      "mails.body",
      "moderation_decisions.passages",
      "partly_hidden.body",
    ]);
    expect((await readSubject("comment", comment))?.words).toContain(secret);
    expect(await readOwnDecision(decision, ada.id)).toMatchObject({ passages: [secret], open: true });
    expect(JSON.stringify(await readHeldData(ada.email))).toContain(`you ${secret} fool`);
    expect((await lastMailTo(ada.email)).body).toContain(secret);
  });

  test("asks for passages that the comment says", async () => {
    const form = await decisionForm(caseId, { decision: "hide-part", passages: ["I agree", "I disagree"] });
    expect(await decide(caseId, mo, form, origin)).toEqual({
      outcome: "not-there",
      missing: ["I disagree"],
    });
    expect((await seen())?.body).toContain(secret);
    const typed = { ...form, passages: "", after: "0" };
    const refused = DecisionForm.safeParse(typed);
    expect(refused.error?.issues.map(({ path }) => path[0])).toEqual(["passages"]);
    const parsed = DecisionForm.parse({ ...typed, passages: ` ${secret} \r\n\r\nfool\n` });
    expect(parsed.passages).toEqual([secret, "fool"]);
  });

  test("undone, the words are back; of two decisions each gives back its own", async () => {
    const first = await hide();
    const second = await hide(["fool"]);
    expect((await seen())?.body).toBe(`I agree, you ${mark} ${mark}. So ${mark}!`);
    await undoDecision(first, mo.id);
    expect((await seen())?.body).toBe(`I agree, you ${secret} ${mark}. So ${secret}!`);
    await undoDecision(second, mo.id);
    expect(await seen()).toMatchObject({
      body: `I agree, you ${secret} fool. So ${secret}!`,
      partHiddenFor: null,
    });
    expect(await sql`select 1 from partly_hidden where comment_id = ${comment}`).toHaveLength(0);
    expect(await found()).toContain("/discussion");
  });

  test("overturned, the words are back", async () => {
    const decision = await hide();
    await contestDecision(decision, ada.id, "That is no insult.");
    await answerContest(decision, max, { answer: "overturn", text: "True." }, origin);
    expect((await seen())?.body).toContain(secret);
  });

  test("closes editing: nothing brings the words back, no wording before it is read", async () => {
    await editComment(comment, ada.id, { body: `Now: ${secret}, and calm.`, stance: "support" });
    expect(await readEdits(comment)).toHaveLength(1);
    await hide();
    const wording = { body: `Again: ${secret}`, stance: "support" } as const;
    expect(await editComment(comment, ada.id, wording)).toEqual({ outcome: "part-hidden" });
    expect((await seen())?.body).toBe(`Now: ${mark}, and calm.`);
    expect(await readEdits(comment)).toEqual([]);
  });

  test("of one that is hidden whole afterwards, each comes back by itself", async () => {
    const part = await hide();
    const whole = await makeDecision(caseId, mo);
    expect((await seen())?.body).toBe("");
    await undoDecision(part, mo.id);
    expect((await seen())?.body).toBe("");
    await undoDecision(whole, mo.id);
    expect((await seen())?.body).toContain(secret);
  });

  test("goes for good with the comment", async () => {
    const decision = await hide();
    await deleteComment(comment, ada.id);
    expect(await findEverywhere([secret])).toEqual(["mails.body"]);
    expect(await undoDecision(decision, mo.id)).toEqual({ outcome: "undone" });
    expect((await seen())?.body).toBe("");
  });
});

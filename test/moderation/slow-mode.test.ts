import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { deleteComment, postComment } from "#app/discussion/post-comment.server.ts";
import { nameModerator } from "#app/moderation/areas.server.ts";
import { decide } from "#app/moderation/decide.server.ts";
import { slowModeOf } from "#app/moderation/slow-mode.server.ts";
import { undoDecision } from "#app/moderation/undo-decision.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeText, provision } from "../made-up-doctrine.ts";
import { makeAccount, makeLetter, origin } from "../made-up.ts";
import { decisionForm, logged, makeCase, makeDecision } from "./made-up-cases.ts";

useDatabase();
let ada: Account;
let bob: Account;
let mo: Account;
let admin: Account;
let letter: { id: number; slug: string };
beforeAll(async () => {
  mo = await makeAccount({ role: "moderator" });
  admin = await makeAccount({ role: "admin" });
});
beforeEach(async () => {
  ada = await makeAccount();
  bob = await makeAccount();
  letter = await makeLetter(ada);
});
const say = (account: Account, place: Parameters<typeof postComment>[0] = { letter: letter.slug }) =>
  postComment(place, account.id, { body: "I say so.", stance: "neutral", parent: null });
const slow = async () =>
  makeDecision(await makeCase("letter", letter.id), mo, { decision: "slow", minutes: 15, slowDays: 1 });
const timePasses = (minutes: number) =>
  sql`update comments set created_at = created_at - interval '1 minute' * ${minutes}`;

test("slow mode takes one comment of an account in so many minutes, and says from when on", async () => {
  await slow();
  expect(await logged()).toMatchObject([{ event: "discussion-slowed", reason: "harassment" }]);
  expect((await say(ada)).outcome).toBe("posted");
  expect((await say(bob)).outcome).toBe("posted");
  const refused = await say(ada);
  const [said = { at: new Date() }] = await sql<{ at: Date }[]>`
    select created_at as at from comments where account_id = ${ada.id}`;
  expect(refused).toEqual({ outcome: "too-soon", from: new Date(said.at.getTime() + 15 * 60_000) });
  await timePasses(14);
  expect((await say(ada)).outcome).toBe("too-soon");
  await timePasses(1);
  expect((await say(ada)).outcome).toBe("posted");
});

test("a comment that was deleted counts, what waits for a moderator does, and another letter's does not", async () => {
  await slow();
  const posted = await say(ada);
  if (posted.outcome !== "posted") throw new Error(posted.outcome);
  await deleteComment(posted.id, ada.id);
  expect((await say(ada)).outcome).toBe("too-soon");
  expect((await say(ada, { letter: (await makeLetter(ada)).slug })).outcome).toBe("posted");
  await sql`update pipeline_settings set first_comments = 5`;
  expect((await say(bob)).outcome).toBe("held");
  expect((await say(bob)).outcome).toBe("too-soon");
  await sql`update pipeline_settings set first_comments = 0`;
});

test("of two comments at the same moment one is taken", async () => {
  await slow();
  const said = await Promise.all([say(ada), say(ada)]);
  expect(said.map(({ outcome }) => outcome).toSorted()).toEqual(["posted", "too-soon"]);
});

test("who moderates there is not slowed", async () => {
  await slow();
  await nameModerator(admin, bob.id, `/letters/${letter.slug}`);
  for (const account of [mo, bob]) {
    expect((await say(account)).outcome).toBe("posted");
    expect((await say(account)).outcome).toBe("posted");
  }
});

test("it ends by itself, and when it is undone; meanwhile it is not set twice", async () => {
  const decision = await slow();
  const ground = { letterId: letter.id, textId: null };
  expect(await slowModeOf(ground)).toMatchObject({ minutes: 15 });
  const caseId = await makeCase("letter", letter.id);
  const again = await decisionForm(caseId, { decision: "slow", minutes: 1, slowDays: 7 });
  expect(await decide(caseId, mo, again, origin)).toEqual({ outcome: "already" });
  await say(ada);
  await sql`update moderation_decisions set until = now() where id = ${decision}`;
  expect((await say(ada)).outcome).toBe("posted");
  expect(await slowModeOf(ground)).toBeNull();

  const second = await makeDecision(caseId, mo, { decision: "slow", minutes: 60, slowDays: 7 });
  expect((await say(ada)).outcome).toBe("too-soon");
  await undoDecision(second, mo.id);
  expect((await say(ada)).outcome).toBe("posted");
});

test("under a text it holds for all of its provisions", async () => {
  const { slug } = await makeText([
    { dated: "2024-01-01", provisions: [provision("1", "Rules."), provision("2", "More rules.")] },
  ]);
  const at = (number: string) => ({ text: slug, provision: number });
  const posted = await say(ada, at("1"));
  if (posted.outcome !== "posted") throw new Error(posted.outcome);
  await makeDecision(await makeCase("comment", posted.id), mo, {
    ...{ decision: "slow", minutes: 5, slowDays: 1 },
  });
  expect((await say(ada, at("2"))).outcome).toBe("too-soon");
  expect((await say(bob, at("2"))).outcome).toBe("posted");
});

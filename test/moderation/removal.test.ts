import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { postComment } from "#app/discussion/post-comment.server.ts";
import { readLine } from "#app/discussion/read-thread.server.ts";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { readOwnDecision } from "#app/moderation/contest-decision.server.ts";
import { decide } from "#app/moderation/decide.server.ts";
import { figuresOf } from "#app/moderation/figures.server.ts";
import { readHidden } from "#app/moderation/read-hidden.server.ts";
import { readPublicLog } from "#app/moderation/read-public-log.server.ts";
import { DecisionForm } from "#app/moderation/reason.ts";
import { undoDecision } from "#app/moderation/undo-decision.server.ts";
import { useDatabase } from "../database.ts";
import { lastMailTo, makeAccount, makeLetter, origin } from "../made-up.ts";
import { decisionForm, makeCase, makeDecision } from "./made-up-cases.ts";

useDatabase();
let ada: Account;
let mo: Account;
let letter: { id: number; slug: string };
const law = "Loi du 29 juillet 1881, article 33";
const removal = { decision: "remove", reason: "illegal-content", law, lawFrom: "order" } as const;
beforeAll(async () => {
  mo = await makeAccount({ role: "moderator" });
});
beforeEach(async () => {
  ada = await makeAccount();
  letter = await makeLetter(ada);
});

test("a letter is removed for law: hidden, with the provision named to everybody, and undone it is back", async () => {
  const decision = await makeDecision(await makeCase("letter", letter.id), mo, removal);
  expect(await readLetter(letter.slug)).toBeNull();
  const ground = { provision: law, from: "order" };
  expect(await readHidden("letter", letter.slug, 0)).toMatchObject({ law: ground, own: null });
  expect((await readHidden("letter", letter.slug, ada.id))?.own).toMatchObject({ decision });
  expect(await readOwnDecision(decision, ada.id)).toMatchObject({ law: ground, open: true });
  const { lines } = await readPublicLog({ letter: letter.slug, before: null });
  expect(lines).toMatchObject([{ event: "removed-for-law", subject: "letter", law: ground }]);
  expect((await lastMailTo(ada.email)).body).toContain(law);
  await undoDecision(decision, mo.id);
  expect(await readLetter(letter.slug)).not.toBeNull();
});

test("what was hidden is removed as well, and seen again when neither stands", async () => {
  const caseId = await makeCase("letter", letter.id);
  const hiding = await makeDecision(caseId, mo);
  const removing = await makeDecision(caseId, mo, removal);
  const again = await decisionForm(caseId, removal);
  expect(await decide(caseId, mo, again, origin)).toEqual({ outcome: "already" });
  await undoDecision(hiding, mo.id);
  expect(await readHidden("letter", letter.slug, 0)).toMatchObject({ law: { provision: law } });
  await undoDecision(removing, mo.id);
  expect(await readLetter(letter.slug)).not.toBeNull();
});

test("a comment tells what it was removed for", async () => {
  const place = { letter: letter.slug };
  const posted = await postComment(place, ada.id, { body: "Rude.", stance: "neutral", parent: null });
  if (posted.outcome !== "posted") throw new Error(posted.outcome);
  await makeDecision(await makeCase("comment", posted.id), mo, { ...removal, lawFrom: "notice" });
  expect((await readLine(place, posted.id, null)).at(-1)).toMatchObject({
    ...{ body: "", hiddenFor: "illegal-content", removedFor: { provision: law, from: "notice" } },
  });
});

test("the form asks for the provision and for where it came from", async () => {
  const form = await decisionForm(await makeCase("letter", letter.id), { ...removal, law: "" });
  const wrong = (wish: object) =>
    DecisionForm.safeParse({ ...form, passages: "", ...wish }).error?.issues.map(({ path }) => path[0]);
  expect(wrong({})).toEqual(["law"]);
  expect(wrong({ law, lawFrom: undefined })).toEqual(["lawFrom"]);
  expect(wrong({ law: "x".repeat(201) })).toEqual(["law"]);
  expect(wrong({ law })).toBeUndefined();
});

test("removals are counted apart in the year's figures, by what asked for them", async () => {
  const year = new Date().getFullYear();
  const count = async () =>
    Object.fromEntries((await figuresOf(year)).map(({ figure, of, value }) => [`${figure} ${of}`, value]));
  const before = await count();
  await makeDecision(await makeCase("letter", letter.id), mo, removal);
  const after = await count();
  const grown = (key: string) => (after[key] ?? 0) - (before[key] ?? 0);
  expect(grown("decisions remove")).toBe(1);
  expect(grown("decisions hide")).toBe(0);
  expect(grown("removals-for-law order")).toBe(1);
  expect(grown("removals-for-law notice")).toBe(0);
});

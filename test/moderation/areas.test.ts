import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { postComment } from "#app/discussion/post-comment.server.ts";
import { endArea, hasAreas, listAreas, moderatesCase, nameModerator } from "#app/moderation/areas.server.ts";
import { readCaseFilter } from "#app/moderation/case-filter.ts";
import { claimCase } from "#app/moderation/claim-case.server.ts";
import { answerContest, contestDecision } from "#app/moderation/contest-decision.server.ts";
import { decide } from "#app/moderation/decide.server.ts";
import { countCases, listCases } from "#app/moderation/list-cases.server.ts";
import { undoDecision } from "#app/moderation/undo-decision.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeText, provision } from "../made-up-doctrine.ts";
import { makeAccount, makeLetter, origin } from "../made-up.ts";
import { decisionForm, makeCase, makeDecision } from "./made-up-cases.ts";

useDatabase();
let admin: Account;
let mo: Account;
let ada: Account;
let here: { id: number; slug: string };
/** A letter, a comment on it and a comment on a text that `named` moderates; a letter and a comment that it does not. */
let cases: { letter: number; comment: number; rule: number; otherLetter: number; otherComment: number };
let named: Account;

async function caseOn(place: Parameters<typeof postComment>[0]): Promise<number> {
  const posted = await postComment(place, ada.id, { body: "Rude.", stance: "neutral", parent: null });
  if (posted.outcome !== "posted") throw new Error(posted.outcome);
  return makeCase("comment", posted.id);
}

beforeAll(async () => {
  admin = await makeAccount({ role: "admin" });
  mo = await makeAccount({ role: "moderator" });
  ada = await makeAccount();
  named = await makeAccount({ name: "Nina Named" });
  here = await makeLetter(ada);
  const other = await makeLetter(ada);
  const text = await makeText([
    { dated: "2024-01-01", provisions: [provision("1", "Rules are published.")] },
  ]);
  cases = {
    letter: await makeCase("letter", here.id),
    comment: await caseOn({ letter: here.slug }),
    rule: await caseOn({ text: text.slug, provision: "1" }),
    otherLetter: await makeCase("letter", other.id),
    otherComment: await caseOn({ letter: other.slug }),
  };
  await nameModerator(admin, named.id, `${origin}/letters/${here.slug}?in=fr#text`);
  await nameModerator(admin, named.id, `/doctrine/${text.slug}`);
});
const filter = readCaseFilter(new URLSearchParams());

describe("naming a moderator for a letter or a text", () => {
  test("is for administrators, of what is published, once, and is written down", async () => {
    expect((await nameModerator(mo, ada.id, `/letters/${here.slug}`)).outcome).toBe("forbidden");
    for (const place of ["/letters/never-was", "never-was", "", "/doctrine/x"])
      expect((await nameModerator(admin, ada.id, place)).outcome).toBe("no-place");
    expect((await nameModerator(admin, mo.id, `/letters/${here.slug}`)).outcome).toBe("everywhere");
    expect((await nameModerator(admin, 999_999, `/letters/${here.slug}`)).outcome).toBe("not-found");
    expect((await nameModerator(admin, named.id, `/letters/${here.slug}`)).outcome).toBe("named");
    expect(await listAreas(named.id)).toHaveLength(2);
    expect(await hasAreas(ada.id)).toBe(false);
    const acts = await sql`
      select 1 from administration_events where act = 'moderator-named' and account_id = ${named.id}`;
    expect(acts.count).toBe(2);
  });

  test("shows the cases of these alone", async () => {
    const seen = (await listCases(filter, named.id, null)).cases.map(({ id }) => id).toSorted();
    expect(seen).toEqual([cases.letter, cases.comment, cases.rule].toSorted());
    expect(await countCases(named.id)).toEqual({ open: 3, decided: 0, contested: 0 });
    expect((await countCases(mo.id)).open).toBeGreaterThanOrEqual(5);
    expect((await listCases(filter, ada.id, null)).cases).toEqual([]);
    expect(await moderatesCase(cases.rule, named.id)).toBe(true);
    expect(await moderatesCase(cases.otherComment, named.id)).toBe(false);
  });

  test("decides, claims, undoes and answers there, and nothing elsewhere", async () => {
    const other = cases.otherComment;
    expect((await claimCase(other, named.id)).outcome).toBe("not-found");
    expect((await decide(other, named, await decisionForm(other), origin)).outcome).toBe("not-found");
    const elsewhere = await makeDecision(other, mo);
    expect((await undoDecision(elsewhere, named.id)).outcome).toBe("not-found");
    await contestDecision(elsewhere, ada.id, "It is true.");
    const answer = { answer: "overturn", text: "So it is." } as const;
    expect((await answerContest(elsewhere, named, answer, origin)).outcome).toBe("not-found");

    expect((await claimCase(cases.comment, named.id)).outcome).toBe("yours");
    const decision = await makeDecision(cases.comment, named);
    expect((await undoDecision(decision, named.id)).outcome).toBe("undone");
    const hidden = await makeDecision(cases.rule, mo);
    await contestDecision(hidden, ada.id, "It is true.");
    expect((await answerContest(hidden, named, answer, origin)).outcome).toBe("done");
  });

  test("pauses and bars nobody, who writes elsewhere too", async () => {
    for (const wish of [{ decision: "pause", days: 2 }, { decision: "bar" }] as const)
      expect(
        (await decide(cases.letter, named, await decisionForm(cases.letter, wish), origin)).outcome,
      ).toBe("beyond");
  });

  test("once ended, nothing is seen or decided any more", async () => {
    const passing = await makeAccount();
    await nameModerator(admin, passing.id, `/letters/${here.slug}`);
    const [area] = await listAreas(passing.id);
    expect((await endArea(mo, passing.id, area?.id ?? 0)).outcome).toBe("forbidden");
    expect((await endArea(admin, ada.id, area?.id ?? 0)).outcome).toBe("ended");
    expect(await hasAreas(passing.id)).toBe(true);
    expect((await endArea(admin, passing.id, area?.id ?? 0)).outcome).toBe("ended");
    expect(await moderatesCase(cases.letter, passing.id)).toBe(false);
    expect((await decide(cases.letter, passing, await decisionForm(cases.letter), origin)).outcome).toBe(
      "not-found",
    );
  });
});

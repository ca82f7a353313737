import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { eraseAccount } from "#app/accounts/change-account.server.ts";
import { approveDraft, withdrawApproval } from "#app/drafts/approve-draft.server.ts";
import { planPublication, publishDue } from "#app/drafts/plan-publication.server.ts";
import { deleteDraft, readDraft, saveDraft } from "#app/letters/draft-letter.server.ts";
import { publishLetter } from "#app/letters/publish-letter.server.ts";
import { publishRevision } from "#app/letters/publish-revision.server.ts";
import { readLetter, readVersion } from "#app/letters/read-letter.server.ts";
import { readRevision, saveRevision } from "#app/letters/revise-letter.server.ts";
import { nameModerator } from "#app/moderation/areas.server.ts";
import { answerContest, contestDecision } from "#app/moderation/contest-decision.server.ts";
import { decide } from "#app/moderation/decide.server.ts";
import { listCases } from "#app/moderation/list-cases.server.ts";
import { readCase } from "#app/moderation/read-case.server.ts";
import { readOwnSubmission, readSubmission } from "#app/pipeline/read-submission.server.ts";
import { withdrawSubmission } from "#app/pipeline/submit-letter.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import {
  lastMailTo,
  letterFields,
  makeAccount,
  makeDraft,
  makeLetter,
  origin,
  paragraph,
  sign,
} from "../made-up.ts";
import { decisionForm, logged, makeDecision } from "../moderation/made-up-cases.ts";
import { setPipeline } from "./made-up-pipeline.ts";

useDatabase();
let admin: Account;
let mo: Account;
let max: Account;
let ada: Account;
let slug: string;
let letterId: number;
beforeAll(async () => {
  admin = await makeAccount({ role: "admin" });
  mo = await makeAccount({ name: "Mo", role: "moderator" });
  max = await makeAccount({ name: "Max", role: "moderator" });
});
beforeEach(async () => {
  ada = await makeAccount({ name: "Ada", language: "fr" });
  await setPipeline(admin, { holdLetters: true });
  slug = await makeDraft(ada, { title: "Read before" });
  letterId = (await readDraft(slug, ada.id))?.id ?? 0;
});

const release = { decision: "release", reason: "no-breach", statement: "" } as const;
const refuse = { decision: "refuse", reason: "spam", statement: "It sells something." } as const;
const submit = async () => (await publishLetter(slug, ada.id, 1)).outcome;
const save = (text: string) =>
  saveDraft(slug, ada.id, null, letterFields({ title: "Read before" }), paragraph(text));

async function openCase(): Promise<number> {
  const [found = { id: 0 }] = await sql<{ id: number }[]>`
    select k.id from moderation_cases k join submissions s on s.id = k.submission_id
    where s.letter_id = ${letterId} and k.closed_at is null`;
  return found.id;
}

describe("a letter that waits", () => {
  test("stays a draft, and opens one case however often it is submitted", async () => {
    expect(await submit()).toBe("submitted");
    expect(await submit()).toBe("submitted");
    expect(await readLetter(slug)).toBeNull();
    expect((await readDraft(slug, ada.id))?.title).toBe("Read before");
    const waiting = await sql`select 1 from submissions where letter_id = ${letterId}`;
    expect(waiting).toHaveLength(1);
    const found = await readCase(await openCase());
    expect(found?.submission?.text?.document).toEqual(paragraph("We ask for rules one can read."));
    expect(found?.subject).toMatchObject({ title: "Read before", gone: false, letterId: null });
    expect(await readOwnSubmission(letterId)).toMatchObject({ state: "waiting", changed: false });
  });

  test("is published as it was read when it is released, in its author's name, who is told", async () => {
    await submit();
    const caseId = await openCase();
    const before = await logged();
    await makeDecision(caseId, mo, release);
    expect((await readLetter(slug))?.title).toBe("Read before");
    const [version] = await sql<{ by: number }[]>`
      select published_by as by from letter_versions where letter_id = ${letterId}`;
    expect(version?.by).toBe(ada.id);
    expect(await readOwnSubmission(letterId)).toBeNull();
    const mail = await lastMailTo(ada.email);
    expect(mail?.subject).toContain("Read before");
    expect(mail?.body).toContain(`${origin}/letters/${slug}`);
    // It takes nothing from anybody: the letter stands for itself.
    expect(await logged()).toEqual(before);
    expect((await readCase(caseId))?.closed).toBe(true);
    expect(await publishLetter(slug, ada.id, 1)).toEqual({ outcome: "published" });
  });

  test("stays a draft when it is refused, with a statement of reasons; the log names no draft", async () => {
    await submit();
    const id = await makeDecision(await openCase(), mo, refuse);
    expect(await readLetter(slug)).toBeNull();
    expect(await readOwnSubmission(letterId)).toMatchObject({ state: "refused", refusedBy: id });
    expect(await logged()).toEqual([{ event: "letter-refused", reason: "spam", subject: "submission" }]);
    const [line] = await sql`select letter_id from public_log order by id desc limit 1`;
    expect(line?.letter_id).toBeNull();
    expect((await lastMailTo(ada.email))?.body).toContain(`/moderation/contest/${id}`);
    // Submitted again it is a case of its own.
    expect(await submit()).toBe("submitted");
    expect(await openCase()).not.toBe(0);
  });

  test("is published when another moderator overturns the refusal, unless it was changed since", async () => {
    await submit();
    const id = await makeDecision(await openCase(), mo, refuse);
    await contestDecision(id, ada.id, "It sells nothing.");
    expect(await answerContest(id, max, { answer: "overturn", text: "It does not." }, origin)).toEqual({
      outcome: "done",
    });
    expect((await readLetter(slug))?.title).toBe("Read before");

    slug = await makeDraft(ada, { title: "Read before" });
    letterId = (await readDraft(slug, ada.id))?.id ?? 0;
    await submit();
    const other = await makeDecision(await openCase(), mo, refuse);
    await save("Something else.");
    await contestDecision(other, ada.id, "It sells nothing.");
    await answerContest(other, max, { answer: "overturn", text: "It does not." }, origin);
    expect(await readLetter(slug)).toBeNull();
  });

  test("is released in the text that was read alone: changed since, it is not shown, and cannot be", async () => {
    await submit();
    const caseId = await openCase();
    const form = await decisionForm(caseId, release);
    await save("Buy my cloud.");
    expect(await decide(caseId, mo, form, origin)).toEqual({ outcome: "gone" });
    const found = await readCase(caseId);
    expect(found?.submission?.text).toBeNull();
    expect(JSON.stringify(found)).not.toContain("Buy my cloud");
    expect(found?.subject?.words).toBe("");
    expect(await readOwnSubmission(letterId)).toMatchObject({ state: "waiting", changed: true });
    // Submitted again, the form made on the earlier text is refused and the new one decides.
    const revision = (await readDraft(slug, ada.id))?.revision ?? 0;
    expect(await publishLetter(slug, ada.id, revision)).toEqual({ outcome: "submitted" });
    expect(await openCase()).toBe(caseId);
    expect(await decide(caseId, mo, form, origin)).toEqual({ outcome: "edited" });
    await makeDecision(caseId, mo, release);
    expect((await readVersion(letterId, 1))?.document).toEqual(paragraph("Buy my cloud."));
  });

  test("taken back, deleted, or of a deleted account, it is nobody's to decide any more", async () => {
    await submit();
    const first = await openCase();
    await withdrawSubmission(letterId);
    await withdrawSubmission(letterId);
    expect(await readCase(first)).toMatchObject({ closed: true, subject: { gone: true } });
    expect((await readCase(first))?.submission?.text).toBeNull();
    expect(await decide(first, mo, await decisionForm(first, release), origin)).toEqual({ outcome: "gone" });

    await submit();
    const second = await openCase();
    await deleteDraft(slug, ada.id);
    expect(await readCase(second)).toMatchObject({ closed: true, subject: null, submission: null });

    slug = await makeDraft(ada);
    letterId = (await readDraft(slug, ada.id))?.id ?? 0;
    await submit();
    const third = await openCase();
    await sql.begin((tx) => eraseAccount(tx, ada));
    expect(await readCase(third)).toMatchObject({ closed: true });
  });

  test("needs at its release what publishing asks for: approvals of all its authors", async () => {
    const bea = await makeAccount({ name: "Bea" });
    await sql`insert into co_authors (letter_id, account_id, role) values (${letterId}, ${bea.id}, 'author')`;
    expect(await submit()).toBe("not-approved");
    await approveDraft(slug, bea.id, 1);
    expect(await submit()).toBe("submitted");
    await withdrawApproval(slug, bea.id);
    const caseId = await openCase();
    expect(await decide(caseId, mo, await decisionForm(caseId, release), origin)).toEqual({
      outcome: "gone",
    });
    expect(await readLetter(slug)).toBeNull();
    await approveDraft(slug, bea.id, 1);
    await makeDecision(caseId, mo, release);
    expect(await readLetter(slug)).not.toBeNull();
  });

  test("is published at once by a moderator, and by anybody once letters wait no longer", async () => {
    const own = await makeDraft(mo);
    expect(await publishLetter(own, mo.id, 1)).toEqual({ outcome: "published" });
    await submit();
    const caseId = await openCase();
    await setPipeline(admin);
    expect(await submit()).toBe("published");
    expect((await readCase(caseId))?.closed).toBe(true);
  });

  test("released and taken back at the same moment it is one of both, and nobody is told of a fault", async () => {
    const ends = [
      () => withdrawSubmission(letterId),
      () => deleteDraft(slug, ada.id),
      () => sql.begin((tx) => eraseAccount(tx, ada)),
    ];
    for (const end of [...ends, ...ends]) {
      ada = await makeAccount({ name: "Ada" });
      slug = await makeDraft(ada, { title: "Both at once" });
      letterId = (await readDraft(slug, ada.id))?.id ?? 0;
      await submit();
      const form = await decisionForm(await openCase(), release);
      const [{ outcome }] = await Promise.all([decide(await openCase(), mo, form, origin), end()]);
      expect(["decided", "gone", "already", "edited", "not-found", "decided-meanwhile"]).toContain(outcome);
      const waiting =
        await sql`select 1 from submissions where letter_id = ${letterId} and state = 'waiting'`;
      expect(waiting).toHaveLength(0);
    }
  });

  test("of two releases at once one publishes, and the other finds it decided", async () => {
    await submit();
    const caseId = await openCase();
    const forms = [await decisionForm(caseId, release), await decisionForm(caseId, release)];
    const outcomes = await Promise.all(
      [mo, max].map((moderator, place) => decide(caseId, moderator, forms[place] ?? forms[0]!, origin)),
    );
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["decided", "decided-meanwhile"]);
    expect(await sql`select 1 from letter_versions where letter_id = ${letterId}`).toHaveLength(1);
  });

  test("is submitted by itself at its planned moment, and its authors are told", async () => {
    await approveDraft(slug, ada.id, 1);
    await planPublication(slug, ada, { revision: 1, at: "2027-01-01T10:00" }, origin);
    await sql`update planned_publications set publish_at = now() - interval '1 second' where letter_id = ${letterId}`;
    expect(await publishDue()).toBe(0);
    expect(await readOwnSubmission(letterId)).toMatchObject({ state: "waiting" });
    expect((await lastMailTo(ada.email))?.body).toContain(`/letters/${slug}/publish`);
  });
});

describe("a next version that waits", () => {
  let caseId: number;
  async function submitVersion(text: string) {
    const now = await readRevision(slug, ada.id);
    if (!now) throw new Error("no letter of Ada's");
    const { current: basedOn, addressees, summary, title } = now;
    const fields = { title, addressees, summary, reason: "To say it better." };
    const saved = await saveRevision(
      slug,
      ada.id,
      { basedOn, revision: now.revision },
      fields,
      paragraph(text),
    );
    if (saved.outcome !== "saved") throw new Error(saved.outcome);
    return publishRevision(slug, ada.id, { basedOn, revision: saved.revision }, origin);
  }
  beforeEach(async () => {
    await setPipeline(admin);
    ({ id: letterId, slug } = await makeLetter(ada, { title: "Read again" }));
    await sign(slug, "someone@example.org", { name: "Someone" });
    await setPipeline(admin, { holdLetters: true });
    expect(await submitVersion("Said anew.")).toEqual({ outcome: "submitted" });
    caseId = await openCase();
  });

  test("leaves the standing one as it is; moderators see what would change", async () => {
    expect((await readRevision(slug, ada.id))?.current).toBe(1);
    const found = await readCase(caseId);
    expect(found?.submission?.text?.comparison?.passages.map(({ change }) => change)).toContain("added");
    expect(found?.subject).toMatchObject({ letterId, path: `/letters/${slug}/revise/compare` });
  });

  test("becomes the letter's when it is released, and its signatories are told then", async () => {
    expect(await sql`select 1 from version_mails where letter_id = ${letterId}`).toHaveLength(0);
    await makeDecision(caseId, mo, release);
    expect((await readVersion(letterId, 2))?.document).toEqual(paragraph("Said anew."));
    expect(await sql`select 1 from version_mails where letter_id = ${letterId}`).toHaveLength(1);
  });

  test("refused, it is in the log under its letter, and may be changed and submitted again", async () => {
    await makeDecision(caseId, mo, refuse);
    const [line] = await sql<{ event: string; letterId: number }[]>`
      select event, letter_id as "letterId" from public_log order by id desc limit 1`;
    expect(line).toEqual({ event: "letter-refused", letterId });
    expect(await submitVersion("Said in another way.")).toEqual({ outcome: "submitted" });
  });

  test("is read by the letter's own moderator; a letter not published yet is not", async () => {
    const area = await makeAccount({ name: "Of this letter" });
    await nameModerator(admin, area.id, `/letters/${slug}`);
    const all = { list: "open", kind: "submission", reason: null, claim: null } as const;
    const listed = await listCases(all, area.id, null);
    expect(listed.cases.map(({ id }) => id)).toEqual([caseId]);
    const draft = await makeDraft(ada);
    await publishLetter(draft, ada.id, 1);
    expect((await listCases(all, area.id, null)).cases).toHaveLength(1);
    expect((await listCases(all, mo.id, null)).cases.length).toBeGreaterThan(1);
  });

  test("is read whole while it waits, and no more once it is published", async () => {
    const [row] = await sql<{ id: number }[]>`select id from submissions where letter_id = ${letterId}`;
    expect((await readSubmission(row?.id ?? 0))?.text).not.toBeNull();
    await makeDecision(caseId, mo, release);
    expect((await readSubmission(row?.id ?? 0))?.text).toBeNull();
  });
});

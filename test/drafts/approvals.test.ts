import { forgetRunningSettings } from "#app/administration/read-settings.server.ts";
import { beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { changeCoAuthorRole } from "#app/co-authors/change-co-author.server.ts";
import { readEvents } from "#app/co-authors/record-event.server.ts";
import { PlanForm } from "#app/drafts/approval.ts";
import {
  approveDraft,
  hashOfDraft,
  listApprovals,
  withdrawApproval,
} from "#app/drafts/approve-draft.server.ts";
import { cancelPlan, planPublication, publishDue, readPlan } from "#app/drafts/plan-publication.server.ts";
import { readDraft, saveDraft } from "#app/letters/draft-letter.server.ts";
import { publishLetter } from "#app/letters/publish-letter.server.ts";
import { readLetter, readVersion } from "#app/letters/read-letter.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { lastMailTo, letterFields, makeAccount, makeDraft, origin, paragraph } from "../made-up.ts";

useDatabase();

let ada: Account;
let bea: Account;
let slug: string;
let id: number;
const fields = letterFields({ title: "Approved by all" });
beforeEach(async () => {
  ada = await makeAccount({ name: "Ada" });
  bea = await makeAccount({ name: "Bea", language: "fr" });
  slug = await makeDraft(ada, fields, "What both will sign.");
  id = (await readDraft(slug, ada.id))?.id ?? 0;
  await sql`
    insert into co_authors (letter_id, account_id, role, joined_at)
    values (${id}, ${bea.id}, 'author', now() + interval '1 second')`;
});
const save = (text: string) => saveDraft(slug, ada.id, null, fields, paragraph(text));
const states = async (revision = 1) => (await listApprovals(id, revision)).map(({ state }) => state);

describe("approving", () => {
  test("is each author's, of the revision they have read; twice is once", async () => {
    expect(await states()).toEqual(["none", "none"]);
    for (let click = 0; click < 2; click++)
      expect(await approveDraft(slug, bea.id, 1)).toEqual({ outcome: "approved" });
    expect(await states()).toEqual(["none", "approved"]);
    expect(await approveDraft(slug, ada.id, 2)).toEqual({ outcome: "stale" });
    const draft = await readDraft(slug, ada.id);
    const [row] = await sql<{ sha256: string }[]>`select sha256 from draft_approvals where letter_id = ${id}`;
    expect(row?.sha256).toBe(draft && (await hashOfDraft(draft)));
    expect((await readEvents(id)).filter(({ event }) => event === "approved")).toHaveLength(1);
  });

  test("is nobody else's: not an editor's, not a stranger's", async () => {
    await changeCoAuthorRole(slug, ada, bea.id, "editor");
    for (const account of [bea, await makeAccount()]) {
      expect(await approveDraft(slug, account.id, 1)).toEqual({ outcome: "not-found" });
      expect(await withdrawApproval(slug, account.id)).toEqual({ outcome: "not-found" });
    }
    expect(await states()).toEqual(["none"]);
  });

  test("is voided by any change, also of what surrounds the text, and by none that changes nothing", async () => {
    await approveDraft(slug, bea.id, 1);
    expect(await save("What both will sign.")).toEqual({ outcome: "saved", revision: 1 });
    expect(await states(1)).toEqual(["none", "approved"]);
    await saveDraft(
      slug,
      ada.id,
      1,
      { ...fields, addressees: ["Somebody else"] },
      paragraph("What both will sign."),
    );
    expect(await states(2)).toEqual(["none", "earlier"]);
    await approveDraft(slug, bea.id, 2);
    expect(await states(2)).toEqual(["none", "approved"]);
  });

  test("is taken back", async () => {
    await approveDraft(slug, bea.id, 1);
    for (let click = 0; click < 2; click++)
      expect(await withdrawApproval(slug, bea.id)).toEqual({ outcome: "withdrawn" });
    expect(await states()).toEqual(["none", "none"]);
    expect((await readEvents(id)).map(({ event }) => event)).toEqual(["unapproved", "approved"]);
  });
});

describe("publishing", () => {
  test("waits for the other authors, and freezes what they approved", async () => {
    expect(await publishLetter(slug, ada.id, 1)).toEqual({ outcome: "not-approved" });
    await approveDraft(slug, bea.id, 1);
    await save("What only Ada has read.");
    expect(await publishLetter(slug, ada.id, 2)).toEqual({ outcome: "not-approved" });
    // The text that was approved is not there any more either.
    expect((await publishLetter(slug, ada.id, 1)).outcome).toBe("stale");
    await approveDraft(slug, bea.id, 2);
    const [approved] = await sql<
      { sha256: string }[]
    >`select sha256 from draft_approvals where letter_id = ${id}`;
    expect(await publishLetter(slug, ada.id, 2)).toEqual({ outcome: "published" });
    expect((await readVersion(id, 1))?.sha256).toBe(approved?.sha256);
    expect(await approveDraft(slug, bea.id, 2)).toEqual({ outcome: "not-found" });
  });

  test("does not wait for who is an author no more", async () => {
    await changeCoAuthorRole(slug, ada, bea.id, "reader");
    expect(await publishLetter(slug, ada.id, 1)).toEqual({ outcome: "published" });
  });

  test("a change and a publication at once: what is published was approved", async () => {
    await approveDraft(slug, bea.id, 1);
    const [, published] = await Promise.all([save("Changed meanwhile."), publishLetter(slug, ada.id, 1)]);
    const text = JSON.stringify((await readVersion(id, 1))?.document ?? null);
    expect(text.includes("Changed meanwhile.")).toBe(false);
    expect(["published", "not-approved", "stale"]).toContain(published.outcome);
  });
});

describe("a planned publication", () => {
  const inParis = (offset: string) =>
    sql<{ at: string }[]>`
      select to_char((now() + ${offset}::interval) at time zone 'Europe/Paris', 'YYYY-MM-DD"T"HH24:MI') as at`.then(
      ([row]) => row?.at ?? "",
    );
  const plan = async (offset = "2 days", revision = 1, by = ada) =>
    planPublication(slug, by, { revision, at: await inParis(offset) }, origin);
  const comes = () => sql`update planned_publications set publish_at = now() - interval '1 second'`;

  test("publishes by itself what all have approved, once, and tells them each in their language", async () => {
    expect(await plan()).toEqual({ outcome: "planned" });
    expect(await publishDue()).toBe(0);
    await approveDraft(slug, bea.id, 1);
    await comes();
    await sql`update running_settings set read_only = true`;
    forgetRunningSettings();
    expect(await publishDue(), "nothing public is written in read-only mode").toBe(0);
    await sql`update running_settings set read_only = false`;
    forgetRunningSettings();
    expect((await Promise.all([publishDue(), publishDue()])).reduce((sum, each) => sum + each, 0)).toBe(1);
    expect(await readLetter(slug)).toMatchObject({ state: "open", version: 1 });
    expect(await lastMailTo(ada.email)).toMatchObject({ kind: "planned-published", language: "en" });
    expect((await lastMailTo(bea.email)).body).toContain(`${origin}/letters/${slug}\n`);
    expect((await readEvents(id))[0]).toMatchObject({ event: "published", byItself: true });
  });

  test.each([
    ["an approval is missing", () => Promise.resolve()],
    [
      "it was changed since",
      async () => {
        await approveDraft(slug, bea.id, 1);
        await save("Another text.");
        await approveDraft(slug, bea.id, 2);
      },
    ],
    [
      "it is not complete",
      async () => {
        await approveDraft(slug, bea.id, 1);
        await sql`update letters set addressees = '{}' where id = ${id}`;
      },
    ],
  ])("does not when %s, and tells so", async (_why, happens) => {
    await plan();
    await happens();
    await comes();
    expect(await publishDue()).toBe(0);
    expect(await readLetter(slug)).toBeNull();
    expect(await readPlan(id)).toBeNull();
    expect(await lastMailTo(bea.email)).toMatchObject({ kind: "planned-failed", language: "fr" });
    expect((await readEvents(id))[0]).toMatchObject({ event: "plan-failed" });
    expect(await publishDue()).toBe(0);
  });

  test("is of an author, of what they have read, in the future and within a year", async () => {
    await changeCoAuthorRole(slug, ada, bea.id, "editor");
    expect(await plan("2 days", 1, bea)).toEqual({ outcome: "not-found" });
    expect(await plan("2 days", 2)).toEqual({ outcome: "stale" });
    expect(await plan("-2 minutes")).toEqual({ outcome: "past" });
    expect(await plan("367 days")).toEqual({ outcome: "too-far" });
    expect(await plan("365 days")).toEqual({ outcome: "planned" });
    for (const at of ["", "2026-02-30T10:00", "2026-02-20T25:00", "soon"])
      expect(PlanForm.safeParse({ at }).success, at).toBe(false);
    expect(PlanForm.parse({ at: " 2026-02-20T09:30:00 " })).toEqual({ at: "2026-02-20T09:30" });
  });

  test("says when it was changed since, is replaced, and is taken back", async () => {
    await plan();
    expect(await readPlan(id)).toMatchObject({ changed: false, plannedBy: "Ada" });
    await save("Another text.");
    expect(await readPlan(id)).toMatchObject({ changed: true });
    expect(await plan("3 days", 2)).toEqual({ outcome: "planned" });
    expect(await readPlan(id)).toMatchObject({ changed: false });
    for (let click = 0; click < 2; click++)
      expect(await cancelPlan(slug, ada.id)).toEqual({ outcome: "cancelled" });
    expect(await readPlan(id)).toBeNull();
    expect((await readEvents(id)).filter(({ event }) => event === "unplanned")).toHaveLength(1);
  });

  test("is forgotten when the letter is published by hand", async () => {
    await plan();
    await approveDraft(slug, bea.id, 1);
    await publishLetter(slug, ada.id, 1);
    expect(await sql`select 1 from planned_publications where letter_id = ${id}`).toHaveLength(0);
  });
});

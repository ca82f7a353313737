import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { deleteComment, postComment } from "#app/discussion/post-comment.server.ts";
import { listCases } from "#app/moderation/list-cases.server.ts";
import type { CaseFilter } from "#app/moderation/case-filter.ts";
import { ReportForm } from "#app/moderation/reason.ts";
import { report } from "#app/moderation/report.server.ts";
import { subjectNamed } from "#app/moderation/subject.server.ts";
import { createOrganisation } from "#app/organisations/create-organisation.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import {
  lastMailTo,
  makeAccount,
  makeDraft,
  makeLetter,
  organisationForm,
  origin,
  sign,
} from "../made-up.ts";
import { makeCase, makeDecision, reportForm } from "./made-up-cases.ts";

useDatabase();
let ada: Account;
let bob: Account;
let moderator: Account;
let letter: { id: number; slug: string; discussionId: number };
beforeAll(async () => {
  ada = await makeAccount({ name: "Ada" });
  bob = await makeAccount({ name: "Bob", language: "fr" });
  moderator = await makeAccount({ name: "Mo", role: "moderator" });
  letter = await makeLetter(ada);
});
let comment: number;
beforeEach(async () => {
  const posted = await postComment({ letter: letter.slug }, ada.id, {
    ...{ body: "You are a fool.", stance: "oppose", parent: null },
  });
  comment = posted.outcome === "posted" ? posted.id : 0;
});
const say = (form: Parameters<typeof reportForm>[0] = {}, account: Account | null = null) =>
  report({ kind: "comment", id: comment }, { account, language: "en" }, reportForm(form), origin);
const reports = async () => {
  const [row] = await sql<{ count: number }[]>`
    select report_count as count from moderation_cases where comment_id = ${comment} and closed_at is null`;
  return row?.count ?? 0;
};
const mails = async (to: string) => (await sql`select 1 from mails where to_address = ${to}`).count;

describe("reporting", () => {
  test("gathers reports on one subject in one case, and each person counts once", async () => {
    await say({}, bob);
    await say({ reason: "spam" }, bob);
    await say({ email: "eve@example.org" });
    await say({ email: "eve@example.org" });
    const key = randomUUID();
    await say({ key });
    await say({ key });
    await say();
    expect(await reports()).toBe(4);
  });

  test("two at once open one case", async () => {
    const outcomes = await Promise.all([say({}, bob), say({}, moderator), say(), say()]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array(4).fill("reported"));
    expect(await reports()).toBe(4);
    expect((await sql`select 1 from moderation_cases where comment_id = ${comment}`).count).toBe(1);
  });

  test("mails a receipt once, to a known address only, with nothing in it that was typed", async () => {
    const email = `receipt-${comment}@example.org`;
    await say({ email, name: "Buy my pills", explanation: "https://pills.example" });
    await say({ email });
    expect(await mails(email)).toBe(1);
    const mail = await lastMailTo(email);
    expect(mail.kind).toBe("report-received");
    expect(mail.body).toContain(`/letters/${letter.slug}/discussion/${comment}`);
    expect(mail.body).not.toMatch(/pills/i);
  });

  test("says the same to an address that has an account and to one that has none", async () => {
    expect(await say({ email: ada.email })).toEqual(await say({ email: "nobody@example.org" }));
  });

  test("tells what is gone from what never was", async () => {
    await deleteComment(comment, ada.id);
    expect((await say()).outcome).toBe("gone");
    const at = (kind: "comment" | "letter", id: number) =>
      report({ kind, id }, { account: null, language: "en" }, reportForm(), origin);
    expect((await at("comment", 999_999)).outcome).toBe("not-found");
    const slug = await makeDraft(ada);
    const [draft = { id: 0 }] = await sql<{ id: number }[]>`select id from letters where slug = ${slug}`;
    expect((await at("letter", draft.id)).outcome).toBe("not-found");
    expect(await subjectNamed("letter", slug)).toBeNull();
    expect(await subjectNamed("comment", "1 or true")).toBeNull();
  });

  test("takes letters, organisations and signatures as well", async () => {
    const created = await createOrganisation(ada.id, organisationForm());
    if (created.outcome !== "created") throw new Error(created.outcome);
    const organisation = (await subjectNamed("organisation", created.slug)) ?? 0;
    await sign(letter.slug, "signer@example.org");
    const [signature = { id: 0 }] = await sql<{ id: number }[]>`
      select id from signatures where letter_id = ${letter.id} and email = 'signer@example.org'`;
    const made = [
      await makeCase("letter", letter.id),
      await makeCase("organisation", organisation),
      await makeCase("signature", signature.id),
    ];
    const filter: CaseFilter = { list: "open", kind: null, reason: null, claim: null };
    const { cases } = await listCases(filter, moderator.id, null);
    const shown = cases.filter(({ id }) => made.includes(id));
    expect(shown.map(({ kind, subject }) => [kind, subject?.path])).toEqual([
      ["letter", `/letters/${letter.slug}`],
      ["organisation", `/organisations/${created.slug}`],
      ["signature", `/letters/${letter.slug}/signatures`],
    ]);
  });

  test("after a decision opens a new case", async () => {
    const first = await makeCase("comment", comment);
    await makeDecision(first, moderator, { decision: "keep", reason: "no-breach" });
    expect(await makeCase("comment", comment)).not.toBe(first);
  });
});

describe("the form", () => {
  const typed = { reason: "illegal-content", explanation: "", email: "", faith: "on", key: randomUUID() };
  const wrong = (fields: Record<string, string>) =>
    ReportForm.safeParse({ ...typed, ...fields }).error?.issues.map(({ message }) => message) ?? [];
  test("asks why it is illegal, for illegal content alone", () => {
    expect(wrong({})).toEqual(["report.explanation.missing"]);
    expect(wrong({ explanation: "Defamation." })).toEqual([]);
    expect(wrong({ reason: "spam" })).toEqual([]);
  });
  test("asks for good faith and a reason of the list", () => {
    expect(wrong({ reason: "spam", faith: "" })).toEqual(["report.faith.missing"]);
    expect(wrong({ reason: "dislike" })).toEqual(["report.reason.missing"]);
    expect(wrong({ reason: "spam", email: "not an address" })).toHaveLength(1);
  });
});

describe("the queue", () => {
  const filter = (wish: Partial<CaseFilter> = {}): CaseFilter => ({
    ...{ list: "open", kind: "comment", reason: null, claim: null },
    ...wish,
  });
  test("has what was reported most first, then the oldest, and is paged by key", async () => {
    await sql`update moderation_cases set closed_at = now() where closed_at is null`;
    const ids: number[] = [];
    for (let index = 0; index < 28; index++) {
      const posted = await postComment({ letter: letter.slug }, ada.id, {
        ...{ body: `Number ${index}`, stance: "neutral", parent: null },
      });
      ids.push(await makeCase("comment", posted.outcome === "posted" ? posted.id : 0, { reason: "spam" }));
    }
    const [often = 0] = ids.splice(20, 1);
    const [{ subject } = { subject: 0 }] = await sql<{ subject: number }[]>`
      select comment_id as subject from moderation_cases where id = ${often}`;
    await makeCase("comment", subject, { account: bob });
    const first = await listCases(filter(), moderator.id, null);
    const rest = await listCases(filter(), moderator.id, first.next);
    expect([...first.cases, ...rest.cases].map(({ id }) => id)).toEqual([often, ...ids]);
    expect(rest.next).toBeNull();
    const harassing = await listCases(filter({ reason: "harassment" }), moderator.id, null);
    expect(harassing.cases.map(({ id }) => id)).toEqual([often]);
    expect((await listCases(filter({ kind: "letter" }), moderator.id, null)).cases).toEqual([]);
  });
});

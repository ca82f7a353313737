import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { deleteAccount } from "#app/accounts/change-account.server.ts";
import { ConsultationForm } from "#app/consultations/consultation.ts";
import { consultedComments, consultedDispositions } from "#app/consultations/consulted-comments.server.ts";
import { consultationLine, exportedConsulted } from "#app/consultations/export-consultation.ts";
import { openConsultation } from "#app/consultations/open-consultation.server.ts";
import { readConsultation } from "#app/consultations/read-consultations.server.ts";
import { readSummary } from "#app/consultations/read-summary.server.ts";
import type { Stance } from "#app/discussion/comment.ts";
import { deleteComment, postComment } from "#app/discussion/post-comment.server.ts";
import { DispositionForm } from "#app/doctrine/disposition.ts";
import { postDisposition } from "#app/doctrine/post-disposition.server.ts";
import { readText } from "#app/doctrine/read-text.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeOfficial, makeProvedOrganisation } from "../doctrine/made-up-officials.ts";
import { makeAccount, password } from "../made-up.ts";
import { type MadeText, makeText, provision } from "../made-up-doctrine.ts";

useDatabase();
let admin: Account;
let official: Account;
let text: MadeText;
let id: number;
beforeAll(async () => {
  admin = await makeAccount({ role: "admin" });
});
beforeEach(async () => {
  text = await makeText([
    {
      dated: "2023-05-14",
      provisions: [provision("1", "One."), provision("2", "Two."), provision("3", "Three.")],
    },
  ]);
  official = await makeOfficial(text, admin);
});

async function say(
  by: Account,
  stance: Stance,
  wish: { on?: string; body?: string; parent?: number; officially?: boolean } = {},
) {
  const { on = "1", body = "Said.", parent = null, officially } = wish;
  const place = { text: text.slug, provision: on };
  const posted = await postComment(place, by.id, { body, stance, parent, officially });
  if (posted.outcome !== "posted") throw new Error(posted.outcome);
  return posted.id;
}
async function open() {
  const form = ConsultationForm.parse({ title: "On it", opens: "", closes: "2099-12-01T18:00" });
  const opened = await openConsultation(text.id, official.id, form);
  if (opened.outcome !== "opened") throw new Error(opened.outcome);
  id = opened.id;
}
async function summary() {
  const [whole, consultation] = await Promise.all([readText(text.slug), readConsultation(text.id, id)]);
  if (!whole || !consultation) throw new Error("it is not there");
  return readSummary(whole, consultation);
}
const decide = (on: string, decision: string) =>
  postDisposition(
    text.provisions[on] ?? 0,
    official.id,
    DispositionForm.parse({ decision, reasons: "So.", revision: "2023-05-14", key: randomUUID() }),
  );
async function exported() {
  const rows = [];
  for await (const batch of consultedComments(id)) rows.push(...batch);
  return rows;
}

describe("the summary", () => {
  test("counts who commented in the window, persons and organisations with proof, neither deleted nor official words", async () => {
    const [ada, bob, owner, early] = await Promise.all([1, 2, 3, 4].map(() => makeAccount()));
    if (!ada || !bob || !owner || !early) throw new Error("not made");
    const organisation = await makeProvedOrganisation(owner, { sector: "research" });
    await say(early, "support");
    await open();
    await say(ada, "support");
    await say(ada, "oppose", { on: "2" });
    await say(owner, "oppose");
    const root = await say(owner, "neutral", { on: "2" });
    await deleteComment(await say(bob, "support"), bob.id);
    await say(official, "neutral", { on: "2", parent: root, officially: true });
    const { participation } = await summary();
    expect(participation.all).toMatchObject({ accounts: 2, organisations: 1, comments: 4 });
    expect(participation.byLevel).toMatchObject([
      { of: "domain", accounts: 1 },
      { of: null, accounts: 1 },
    ]);
    expect(participation.bySector).toMatchObject([
      { of: "research", organisations: 1 },
      { of: null, organisations: 0 },
    ]);
    await sql`update organisation_domains set state = 'lapsed' where organisation_id = ${organisation.id}`;
    expect((await summary()).participation.byLevel, "as proved now").toMatchObject([
      { of: null, accounts: 2 },
    ]);
    await sql`update consultations set closes_at = now() where id = ${id}`;
    await say(official, "oppose");
    expect((await summary()).participation.all.comments, "after the end").toBe(4);
  });

  test("takes each account's newest stance on a provision, neutral when it has no other", async () => {
    const [ada, bob] = await Promise.all([makeAccount(), makeAccount()]);
    await open();
    await say(ada, "support");
    await say(ada, "oppose");
    await say(ada, "neutral");
    await say(bob, "neutral");
    await say(bob, "support", { on: "3" });
    expect((await summary()).stances).toMatchObject([
      { address: "1", support: 0, neutral: 1, oppose: 1 },
      { address: "3", support: 1, neutral: 0, oppose: 0 },
    ]);
  });

  test("counts what stands of the dispositions of commented provisions, and official answers", async () => {
    const ada = await makeAccount();
    await open();
    const root = await say(ada, "support");
    await say(ada, "support", { on: "2" });
    await decide("1", "noted");
    await decide("1", "rejected");
    await decide("3", "accepted");
    await sql`update consultations set closes_at = now() where id = ${id}`;
    await say(official, "neutral", { parent: root, officially: true });
    const { dispositions, officialAnswers } = await summary();
    expect(dispositions).toEqual([
      { decision: "rejected", count: 1 },
      { decision: null, count: 1 },
    ]);
    expect(officialAnswers).toBe(1);
  });

  test("tells what changed in the first revision dated after the opening", async () => {
    await open();
    expect((await summary()).followed).toBeNull();
    text = await makeText([
      { dated: "2023-05-14", provisions: [provision("1", "One."), provision("2", "Two.")] },
      { dated: "2099-01-01", provisions: [provision("1", "One, better."), provision("3", "Three.")] },
      { dated: "2099-06-01", provisions: [provision("1", "One, best."), provision("3", "Three.")] },
    ]);
    official = await makeOfficial(text, admin);
    await open();
    expect((await summary()).followed).toEqual({
      before: "2023-05-14",
      dated: "2099-01-01",
      counts: { kept: 0, changed: 1, moved: 0, new: 1, repealed: 1 },
    });
  });
});

describe("the export", () => {
  test("has every comment of the window and the official answers to them, with all that is public", async () => {
    const ada = await makeAccount({ name: "Ada" });
    const owner = await makeAccount({ name: "Olga" });
    const organisation = await makeProvedOrganisation(owner);
    const gone = await makeAccount({ name: "Gone Person" });
    await say(ada, "support", { body: "Before it." });
    await open();
    const root = await say(owner, "oppose", { body: '=cmd|" /C calc"!A0\nand more' });
    const deleted = await say(ada, "support", { on: "2", body: "Regretted." });
    await deleteComment(deleted, ada.id);
    const nameless = await say(gone, "support", { on: "3", body: "Left." });
    await deleteAccount(gone, password);
    await sql`
      insert into annotations (comment_id, provision_id, revision_id, exact, prefix, suffix, start_at, end_at)
      values (${root}, ${text.provisions["1"] ?? 0}, ${text.revisions["2023-05-14"] ?? 0}, 'One', '', '.', 0, 3)`;
    await sql`update consultations set closes_at = now() where id = ${id}`;
    const answer = await say(official, "neutral", { parent: root, officially: true, body: "Answered." });
    await say(official, "neutral", { parent: root, body: "After it." });

    const rows = await exported();
    expect(rows.map((row) => row.id)).toEqual([root, deleted, nameless, answer]);
    const home = "https://tribune.example/doctrine/rules";
    const [first, second, third, fourth] = rows.map((row) => exportedConsulted(row, home));
    expect(first).toMatchObject({
      provision: "1",
      url: `${home}/1/discussion/${root}`,
      author: "Olga",
      organisation: organisation.name,
      level: "domain",
      stance: "oppose",
      official: false,
      quote: "One",
      quote_revision: "2023-05-14",
    });
    expect(second).toMatchObject({ author: "", organisation: "", stance: "", body: "", deleted: true });
    expect(third).toMatchObject({ author: "", body: "Left.", deleted: false });
    expect(fourth).toMatchObject({ parent: root, official: true, official_of: "", body: "Answered." });
    const lines = rows.map((row) => consultationLine(row, home));
    expect(lines[0]).toContain(`"'=cmd|"" /C calc""!A0\nand more"`);
    const all = JSON.stringify(rows) + lines.join("\n");
    for (const secret of [ada.email, owner.email, "Gone Person", "Regretted", "Before it", "After it"])
      expect(all, secret).not.toContain(secret);
  });

  test("goes on where a batch ends", async () => {
    const ada = await makeAccount();
    await open();
    await sql`
      insert into comments (discussion_id, depth, path, account_id, stance, body, submission_key)
      select d.id, 0, lpad(n::text, 8, 'z'), ${ada.id}, 'neutral', 'Many', gen_random_uuid()
      from generate_series(1, 1203) n, discussions d
      where d.provision_id = case when n % 2 = 0 then ${text.provisions["1"] ?? 0}::bigint else ${text.provisions["2"] ?? 0}::bigint end`;
    await sql`
      update discussions d set last_comment_id = (select max(id) from comments c where c.discussion_id = d.id)
      where d.provision_id in (${text.provisions["1"] ?? 0}, ${text.provisions["2"] ?? 0})`;
    const ids = (await exported()).map((row) => row.id);
    expect(ids).toHaveLength(1203);
    expect(new Set(ids).size).toBe(1203);
  });

  test("has the dispositions of commented provisions, earlier ones too", async () => {
    const ada = await makeAccount();
    await open();
    await say(ada, "support", { on: "2" });
    await decide("2", "noted");
    await decide("2", "accepted");
    await decide("3", "rejected");
    expect(await consultedDispositions(id)).toMatchObject([
      { provision: "2", decision: "noted", organisation: "", revision: "2023-05-14" },
      { provision: "2", decision: "accepted" },
    ]);
  });
});

import { beforeAll, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { listEvents } from "#app/administration/list-events.server.ts";
import { runRetention } from "#app/administration/run-retention.server.ts";
import { closeLetter } from "#app/letters/close-letter.server.ts";
import { figuresOf } from "#app/moderation/figures.server.ts";
import { forgetReportsOf } from "#app/moderation/forget-reporter.server.ts";
import { openOwnData } from "#app/personal-data/ask-for-data.server.ts";
import { countDue } from "#app/personal-data/due-rows.server.ts";
import { keepToRetention, listRetention } from "#app/personal-data/keep-to-retention.server.ts";
import { retention, type RuleName } from "#app/personal-data/retention.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { withdrawSignature } from "#app/signatures/confirm-signature.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeLetter, origin, sign } from "../made-up.ts";
import { makeCase, makeDecision } from "../moderation/made-up-cases.ts";
import { makeOrganisation } from "../organisations/organisation-with-members.ts";
import { say, sayHeld, setPipeline } from "../pipeline/made-up-pipeline.ts";
import { findEverywhere } from "./find-everywhere.ts";

useDatabase();
let author: Account;
let moderator: Account;
let letter: { id: number; slug: string };
beforeAll(async () => {
  author = await makeAccount();
  moderator = await makeAccount({ role: "moderator" });
  letter = await makeLetter(author);
});

const everyRule = retention.map(({ rule }) => rule);
const none = Object.fromEntries(everyRule.map((rule) => [rule, 0])) as Record<RuleName, number>;
const long = "14 months";
const aged = (email: string, column: string) =>
  sql`update signatures set ${sql(column)} = now() - ${long}::interval where email = ${email}`;

test("what is due is what is erased, by every rule, and young things stay", async () => {
  expect(await countDue(), "nothing is old yet").toEqual(none);

  await sign(letter.slug, "pending@old.example", {}, false);
  await aged("pending@old.example", "signed_at");
  const withdrawn = await sign(letter.slug, "withdrawn@old.example");
  await withdrawSignature(withdrawn, origin);
  await aged("withdrawn@old.example", "withdrawn_at");
  await sql`
    update signature_events set at = now() - ${long}::interval
    where signature_id = (select id from signatures where email = 'withdrawn@old.example')`;
  await sign(letter.slug, "invalidated@old.example");
  await sql`
    update signatures set state = 'invalidated', invalidated_from = 'confirmed', invalidated_at = now() - ${long}::interval
    where email = 'invalidated@old.example'`;
  await sign(letter.slug, "network@old.example");
  await sql`
    update signatures set network = 'N-0123456789AB', signed_at = now() - ${long}::interval where email = 'network@old.example'`;
  const closed = await makeLetter(author);
  await sign(closed.slug, "address@old.example");
  await closeLetter(closed.slug, author.id);
  await sql`update letters set closed_at = now() - ${long}::interval where id = ${closed.id}`;
  await sql`update mails set created_at = now() - interval '40 days' where to_address = 'network@old.example'`;
  await sql`
    update mails set created_at = now() - ${long}::interval, body = null, sent_at = now()
    where to_address = 'address@old.example'`;
  const organisation = await makeOrganisation(author);
  await sql`update organisation_events set at = now() - ${long}::interval where organisation_id = ${organisation.id}`;
  await sql`
    insert into co_author_events (letter_id, event, actor_id, at)
    values (${letter.id}, 'joined', ${author.id}, now() - ${long}::interval)`;
  const old = await makeCase("letter", letter.id, {
    email: "reporter@old.example",
    explanation: "Oldish words",
  });
  await makeDecision(old, moderator, { decision: "keep", reason: "no-breach" });
  await sql`update moderation_cases set closed_at = now() - ${long}::interval where id = ${old}`;
  const admin = await makeAccount({ role: "admin" });
  await setPipeline(admin, { firstComments: 1 });
  const held = await sayHeld({ letter: letter.slug }, author, "Old and refused");
  await makeDecision(held.caseId, moderator, { decision: "refuse", reason: "spam" });
  await setPipeline(admin, { repeatOwn: true });
  await say({ letter: letter.slug }, author, "Old and said, in so many words");
  await sql`update held_comments set ended_at = now() - ${long}::interval`;
  await sql`
    with hook as (
      insert into webhooks (letter_id, account_id, url, events, secret)
      values (${letter.id}, ${author.id}, 'https://hooks.example/old', '{letter.closed}', ${Buffer.alloc(1)}) returning id)
    insert into webhook_deliveries (webhook_id, type, data, state, happened_at)
    select id, 'test', '{}', 'delivered', now() - ${long}::interval from hook`;
  await sql`update comment_prints set said_at = now() - ${long}::interval`;
  await sql`
    insert into sign_ins (account_id, at, way, browser, system, network)
    values (${author.id}, now() - ${long}::interval, 'password', '', '', '')`;
  await sql`insert into sessions (id_hash, account_id, expires_at) values ('old', ${author.id}, now() - interval '1 day')`;
  await takeAttempt({ "mail by address": "someone@old.example" });
  await sql`update rate_limits set expire = 1`;
  await openOwnData(author.email);
  await sql`update data_links set expires_at = now() - interval '1 minute'`;
  await sql`insert into retention_runs (rule, at, rows) values ('pending', now() - ${long}::interval, 3)`;
  // Of each the same, but young.
  await sign(letter.slug, "young@new.example", {}, false);
  await withdrawSignature(await sign(letter.slug, "back@new.example"), origin);
  const fresh = await makeCase("letter", closed.id, { email: "reporter@new.example" });
  await makeDecision(fresh, moderator, { decision: "keep", reason: "no-breach" });

  const due = await countDue();
  for (const rule of everyRule) expect(due[rule], `${rule} finds something`).toBeGreaterThan(0);
  await keepToRetention();
  for (const { rule, runs } of await listRetention()) expect(runs[0]?.rows, rule).toBe(due[rule]);
  expect(await countDue(), "nothing is left").toEqual(none);
  expect(await findEverywhere(["pending@old", "withdrawn@old", "invalidated@old", "address@old"])).toEqual([
    // The mails of those are younger than their signatures were made here.
    "mails.to_address",
  ]);
  expect(await findEverywhere(["young@new"])).toContain("signatures.email");
  expect(await findEverywhere(["reporter@new"])).toContain("reports.email");
});

test("the rule of reports forgets who made them and their words, and the figures stay", async () => {
  const year = new Date().getFullYear();
  const id = await makeCase("letter", (await makeLetter(author)).id, {
    ...{
      email: "rita@report.example",
      name: "Rita Reporter",
      explanation: "Ritaesque words",
      reason: "spam",
    },
  });
  await makeDecision(id, moderator, { decision: "keep", reason: "no-breach" });
  const figures = await figuresOf(year);
  await sql`update moderation_cases set closed_at = now() - interval '11 months' where id = ${id}`;
  expect((await countDue()).reports, "not yet").toBe(0);
  await sql`update moderation_cases set closed_at = now() - interval '13 months' where id = ${id}`;
  await keepToRetention();
  await sql`delete from mails`;
  expect(await findEverywhere(["rita@report", "Rita", "Ritaesque"])).toEqual([]);
  const [report] = await sql`select reason, reporter, id from reports where case_id = ${id}`;
  expect(report).toMatchObject({ reason: "spam", reporter: `forgotten:${String(report?.id)}` });
  await sql`update moderation_cases set closed_at = now() where id = ${id}`;
  expect(await figuresOf(year)).toEqual(figures);
});

test("an open case keeps its reports, however old; an erasure forgets them all the same, and no other's", async () => {
  const about = await makeLetter(author);
  const member = await makeAccount({ email: "mo@report.example" });
  const id = await makeCase("letter", about.id, { account: member, explanation: "Moish words" });
  await makeCase("letter", about.id, { email: "mo@report.example", explanation: "Typed as well" });
  await makeCase("letter", about.id, { email: "other@report.example", explanation: "Otherish words" });
  await sql`update moderation_cases set opened_at = now() - interval '3 years' where id = ${id}`;
  await keepToRetention();
  expect((await sql`select 1 from reports where case_id = ${id} and explanation <> ''`).count).toBe(3);
  await sql.begin((tx) => forgetReportsOf(tx, member.email, member.id));
  const left = await sql`select explanation from reports where case_id = ${id} and explanation <> ''`;
  expect(left).toEqual([{ explanation: "Otherish words" }]);
  expect((await sql`select 1 from reports where case_id = ${id}`).count, "that they were made stays").toBe(3);
  await sql.begin((tx) => forgetReportsOf(tx, "nobody@report.example", null));
  expect((await sql`select 1 from reports where case_id = ${id} and explanation <> ''`).count).toBe(1);
});

test("an administrator has the rules run at once, which is written down; nobody else may", async () => {
  const admin = await makeAccount({ role: "admin" });
  for (const by of [author, moderator]) expect(await runRetention(by)).toEqual({ outcome: "forbidden" });
  for (let time = 0; time < 2; time++) expect(await runRetention(admin)).toEqual({ outcome: "queued" });
  const jobs = await sql`select 1 from graphile_worker.jobs where task_identifier = 'keep-to-retention'`;
  expect(jobs.count, "one at a time").toBe(1);
  const { events } = await listEvents({ acts: ["retention-run"], by: admin.id, before: null });
  expect(events).toHaveLength(2);
});

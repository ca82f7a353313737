import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { requestPasswordReset } from "#app/accounts/reset-password.server.ts";
import { invitePerson } from "#app/co-authors/invite-co-author.server.ts";
import { postComment } from "#app/discussion/post-comment.server.ts";
import { inviteMember } from "#app/organisations/invite-member.server.ts";
import { closeSql, sql } from "#db/sql.ts";
import { type Answer, logInAt, post } from "../asking.ts";
import { lastMailTo, makeAccount, makeDraft, makeLetter, origin, password, sign } from "../made-up.ts";
import { makeCase } from "../moderation/made-up-cases.ts";
import { makeOrganisation } from "../organisations/organisation-with-members.ts";
import { makeProof } from "../proof-of-work.ts";
import { useTribune } from "../server/tribune.ts";

const tribune = useTribune();
beforeAll(() => (process.env.DATABASE_URL = tribune.databaseUrl()));
afterAll(closeSql);

let owner: Account;
let author: string;
beforeAll(async () => {
  owner = await makeAccount({ name: "Olga Owner" });
  author = await logInAt(tribune.url(), { email: owner.email, password });
}, 60_000);

const guest = async () => {
  const account = await makeAccount();
  return { account, cookie: await logInAt(tribune.url(), { email: account.email, password }) };
};
const linkTo = async (email: string, path: string) =>
  new RegExp(`(${path}/[\\w-]+)`).exec((await lastMailTo(email)).body)?.[1] ?? "";

/** Sends the same form ten times at once. None may end in a fault. */
async function atOnce(path: string, fields: Record<string, string>, Cookie = ""): Promise<Answer[]> {
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => post(tribune.url(), path, fields, { Cookie })),
  );
  for (const { status, text } of answers) expect(status, text.slice(0, 300)).toBeLessThan(500);
  return answers;
}
const count = async (rows: PromiseLike<{ count: number }>) => (await rows).count;

test("an invitation of an organisation that is accepted ten times at once makes one member", async () => {
  const { account, cookie } = await guest();
  const organisation = await makeOrganisation(owner);
  await inviteMember(organisation, owner, { email: account.email, role: "member" }, origin);
  await atOnce(await linkTo(account.email, "/invitations"), {}, cookie);
  expect(await count(sql`select 1 from organisation_members where account_id = ${account.id}`)).toBe(1);
  const joined = sql`
    select 1 from organisation_events where organisation_id = ${organisation.id} and event = 'joined' and account_id = ${account.id}`;
  expect(await count(joined)).toBeLessThanOrEqual(1);
});

test("an invitation that is accepted by two accounts at once is its address's alone", async () => {
  const { account, cookie } = await guest();
  const thief = await guest();
  const organisation = await makeOrganisation(owner);
  await inviteMember(organisation, owner, { email: account.email, role: "owner" }, origin);
  const link = await linkTo(account.email, "/invitations");
  await Promise.all([atOnce(link, {}, thief.cookie), atOnce(link, {}, cookie)]);
  const members = await sql<{ id: number }[]>`
    select account_id as id from organisation_members where organisation_id = ${organisation.id} and account_id <> ${owner.id}`;
  expect(members.map(({ id }) => id)).toEqual([account.id]);
});

test("an invitation to write along makes one co-author, of whom is told once", async () => {
  const { account, cookie } = await guest();
  const draft = await makeDraft(owner);
  await invitePerson(draft, owner, { email: account.email, role: "author" }, origin);
  await atOnce(await linkTo(account.email, "/co-authors"), {}, cookie);
  const events = sql`
    select 1 from co_author_events e join letters l on l.id = e.letter_id
    where l.slug = ${draft} and e.event = 'joined' and e.actor_id = ${account.id}`;
  expect(await count(events)).toBe(1);
});

test("however one account votes at once, it has one vote, and the counts are those of the votes", async () => {
  const { cookie } = await guest();
  const { slug } = await makeLetter(owner);
  const said = await postComment({ letter: slug }, owner.id, {
    body: "Vote!",
    stance: "neutral",
    parent: null,
  });
  const id = said.outcome === "posted" ? said.id : 0;
  const path = `/letters/${slug}/discussion/${id}/vote`;
  await Promise.all(["agree", "disagree", "agree"].map((vote) => atOnce(path, { vote }, cookie)));
  const [row] = await sql`
    select c.agree_count + c.disagree_count as counted, c.agree_count as agree,
      (select count(*)::int from comment_votes v where v.comment_id = c.id) as votes,
      (select count(*)::int from comment_votes v where v.comment_id = c.id and v.agrees) as agreeing
    from comments c where c.id = ${id}`;
  expect(row).toMatchObject({ counted: 1, votes: 1 });
  expect(row?.agree).toBe(row?.agreeing);
});

test("one comment is said once, however often its form is sent", async () => {
  const { cookie } = await guest();
  const { slug, discussionId } = await makeLetter(owner);
  const fields = { body: "Said once.", stance: "neutral", key: randomUUID() };
  await atOnce(`/letters/${slug}/discussion`, fields, cookie);
  expect(await count(sql`select 1 from comments where discussion_id = ${discussionId}`)).toBe(1);
});

test("one proof of work signs once, and one address has one signature", async () => {
  const { id, slug } = await makeLetter(owner);
  const proof = await makeProof();
  const asked = await Promise.all(
    Array.from({ length: 10 }, (_each, number) =>
      post(tribune.url(), `/letters/${slug}/sign`, {
        ...{ name: `Sybil ${number}`, email: `sybil-${number}@example.org`, showName: "on", proof },
      }),
    ),
  );
  for (const { status } of asked) expect(status).toBeLessThan(500);
  expect(await count(sql`select 1 from signatures where letter_id = ${id}`)).toBe(1);
  await Promise.all(
    Array.from({ length: 5 }, async () =>
      post(tribune.url(), `/letters/${slug}/sign`, {
        ...{ name: "One", email: "one@example.org", showName: "on", proof: await makeProof() },
      }),
    ),
  );
  expect(
    await count(sql`select 1 from signatures where letter_id = ${id} and email = 'one@example.org'`),
  ).toBe(1);
});

test("a signature that is confirmed and withdrawn at once has one number at most, and one end", async () => {
  const { id, slug } = await makeLetter(owner);
  const token = await sign(slug, "hasty@example.org", {}, false);
  await Promise.all([
    atOnce(`/signatures/${token}`, { intent: "confirm" }),
    atOnce(`/signatures/${token}`, { intent: "withdraw" }),
  ]);
  const [row] = await sql<{ state: string }[]>`select state from signatures where letter_id = ${id}`;
  expect(["confirmed", "withdrawn"]).toContain(row?.state);
  for (const event of ["confirmed", "withdrawn"])
    expect(
      await count(sql`select 1 from signature_events where letter_id = ${id} and event = ${event}`),
    ).toBeLessThanOrEqual(1);
});

test("two authors who publish a draft at once make one version", async () => {
  const { account, cookie } = await guest();
  const draft = await makeDraft(owner);
  await sql`
    insert into co_authors (letter_id, account_id, role)
    select id, ${account.id}, 'author' from letters where slug = ${draft}`;
  const path = `/letters/${draft}/publish`;
  const fields = { revision: "1", intent: "approve" };
  await Promise.all([atOnce(path, fields, author), atOnce(path, fields, cookie)]);
  const approvals = sql`
    select 1 from draft_approvals p join letters l on l.id = p.letter_id where l.slug = ${draft}`;
  expect(await count(approvals)).toBe(2);
  const publish = { revision: "1", intent: "publish" };
  await Promise.all([atOnce(path, publish, author), atOnce(path, publish, cookie)]);
  const versions = sql`
    select 1 from letter_versions v join letters l on l.id = v.letter_id where l.slug = ${draft}`;
  expect(await count(versions)).toBe(1);
});

test("a link for a new password sets one of ten that are sent at once", async () => {
  const { account } = await guest();
  await requestPasswordReset(account.email, origin);
  const link = await linkTo(account.email, "/reset-password");
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_each, number) =>
      post(tribune.url(), link, { password: `quiet phrase number ${number}` }),
    ),
  );
  expect(answers.filter(({ headers }) => headers.location === "/settings?after=password")).toHaveLength(1);
  expect(await count(sql`select 1 from sessions where account_id = ${account.id}`)).toBe(1);
});

test("two moderators who decide one case at once make one decision", async () => {
  const cookies = await Promise.all(
    [1, 2].map(async () => {
      const { email } = await makeAccount({ role: "moderator" });
      return logInAt(tribune.url(), { email, password });
    }),
  );
  const { slug } = await makeLetter(owner);
  const said = await postComment({ letter: slug }, owner.id, {
    body: "A fool.",
    stance: "neutral",
    parent: null,
  });
  const id = await makeCase("comment", said.outcome === "posted" ? said.id : 0);
  const [found] = await sql<
    { made: string }[]
  >`select created_at::text as made from comments order by id desc limit 1`;
  expect(found).toBeDefined();
  const { readCase } = await import("#app/moderation/read-case.server.ts");
  const made = (await readCase(id))?.subject?.made ?? "";
  const fields = {
    intent: "decide",
    decision: "hide",
    reason: "harassment",
    statement: "It insults.",
    made,
    after: "0",
  };
  const path = `/moderation/cases/${id}`;
  await Promise.all(cookies.map((cookie) => atOnce(path, { ...fields, key: randomUUID() }, cookie)));
  expect(await count(sql`select 1 from moderation_decisions where case_id = ${id}`)).toBe(1);
});

import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { deleteComment, postComment } from "#app/discussion/post-comment.server.ts";
import { readKey, type ThreadKey } from "#app/discussion/thread-order.ts";
import { voteOnComment } from "#app/discussion/vote-on-comment.server.ts";
import { DispositionForm } from "#app/doctrine/disposition.ts";
import { postDisposition } from "#app/doctrine/post-disposition.server.ts";
import { unansweredComments, unansweredProvisions } from "#app/doctrine/list-unanswered.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeLetter } from "../made-up.ts";
import { type MadeText, makeText, provision } from "../made-up-doctrine.ts";
import { makeOfficial, makeRules } from "./made-up-officials.ts";

useDatabase();
let admin: Account;
let ada: Account;
let voters: Account[];
let official: Account;
let text: MadeText;
beforeAll(async () => {
  admin = await makeAccount({ role: "admin" });
  ada = await makeAccount({ name: "Ada" });
  voters = await Promise.all([1, 2, 3].map(() => makeAccount()));
});
beforeEach(async () => {
  text = await makeRules();
  official = await makeOfficial(text, admin);
});

async function say(
  provisionSlug: string,
  body: string,
  wish: { by?: Account; parent?: number; officially?: boolean } = {},
) {
  const { by = ada, parent = null, officially } = wish;
  const place = { text: text.slug, provision: provisionSlug };
  const posted = await postComment(place, by.id, { body, stance: "neutral", parent, officially });
  if (posted.outcome !== "posted") throw new Error(posted.outcome);
  return posted.id;
}
const vote = (provisionSlug: string, id: number, agree: number, disagree = 0) =>
  Promise.all(
    voters
      .slice(0, agree + disagree)
      .map((voter, index) =>
        voteOnComment(
          { text: text.slug, provision: provisionSlug },
          id,
          voter.id,
          index < agree ? "agree" : "disagree",
        ),
      ),
  );
const bodies = async () =>
  (await unansweredComments(text.id, null)).comments.map(({ beginning }) => beginning);
const addresses = async () =>
  (await unansweredProvisions(text.id, null)).provisions.map(({ address }) => address);

test("comments wait until somebody answers officially in their thread, the most agreed first across provisions", async () => {
  const few = await say("1", "few");
  const torn = await say("1", "torn");
  const many = await say("2", "many");
  await say("3", "none");
  const gone = await say("3", "gone");
  const reply = await say("1", "a reply", { parent: few });
  await vote("1", few, 1);
  await vote("1", torn, 1, 2);
  await vote("2", many, 3);
  await deleteComment(gone, ada.id);
  expect(await bodies()).toEqual(["many", "few", "torn", "none"]);
  await say("1", "an official's own reply", { by: official, parent: few });
  expect(await bodies(), "not an official answer").toContain("few");
  const answer = await say("1", "Answered.", { by: official, parent: reply, officially: true });
  expect(await bodies()).toEqual(["many", "torn", "none"]);
  await deleteComment(answer, official.id);
  expect(await bodies(), "the answer is gone").toContain("few");
  expect((await unansweredComments(text.id, null)).comments[0]).toMatchObject({
    author: "Ada",
    agree: 3,
    disagree: 0,
    provision: { address: "2", number: "2", kind: "rule" },
  });
});

test("provisions wait until they have a disposition, by comments and citing letters together", async () => {
  await say("1", "one");
  await say("2", "one");
  await say("2", "two");
  expect(await addresses()).toEqual(["2", "1"]);
  const revision = text.revisions["2023-05-14"] ?? 0;
  for (const place of [1, 2]) {
    const letter = await makeLetter(ada);
    await sql`
      insert into citations (letter_id, version_number, position, provision_id, revision_id)
      values (${letter.id}, 1, 1, ${text.provisions["1"] ?? 0}, ${revision}),
        (${letter.id}, 1, 2, ${text.provisions["1"] ?? 0}, ${revision}),
        (${letter.id}, 1, 3, ${text.provisions["3"] ?? 0}, ${revision})`;
    expect((await addresses())[0], `with ${place}`).toBe(place === 1 ? "2" : "1");
  }
  expect((await unansweredProvisions(text.id, null)).provisions).toMatchObject([
    { address: "1", comments: 1, letters: 2 },
    { address: "2", comments: 2, letters: 0 },
  ]);
  const form = { decision: "noted", reasons: "Seen.", revision: "2023-05-14", key: randomUUID() };
  await postDisposition(text.provisions["1"] ?? 0, official.id, DispositionForm.parse(form));
  expect(await addresses()).toEqual(["2"]);
});

test("both are read page by page, none twice and none left out", async () => {
  const rules = Array.from({ length: 45 }, (_, index) => provision(String(index + 1), `Rule ${index + 1}.`));
  text = await makeText([{ dated: "2023-05-14", provisions: rules }]);
  const ids: number[] = [];
  for (const { number } of rules) {
    ids.push(await say(number, `On ${number}`));
    if (Number(number) % 3 === 0) ids.push(await say(number, `Again on ${number}`));
  }
  for (const id of ids.filter((_, index) => index % 4 === 0)) {
    const [at] = await sql<{ slug: string }[]>`
      select p.slug from comments c join discussions d on d.id = c.discussion_id join provisions p on p.id = d.provision_id
      where c.id = ${id}`;
    await vote(at?.slug ?? "", id, 1 + (id % 3));
  }
  /** As an address carries it. */
  const carried = (key: ThreadKey | null) => (key ? readKey(`${key.value}_${key.id}`) : null);
  async function all(read: (after: ThreadKey | null) => Promise<{ ids: number[]; next: ThreadKey | null }>) {
    const found: number[] = [];
    let after: ThreadKey | null = null;
    do {
      const page = await read(after);
      found.push(...page.ids);
      after = carried(page.next);
    } while (after);
    return found;
  }
  const comments = await all(async (after) => {
    const page = await unansweredComments(text.id, after);
    return { ids: page.comments.map(({ id }) => id), next: page.next };
  });
  expect(comments).toHaveLength(ids.length);
  expect(comments.toSorted((a, b) => a - b)).toEqual(ids);
  const provisions = await all(async (after) => {
    const page = await unansweredProvisions(text.id, after);
    return { ids: page.provisions.map(({ id }) => id), next: page.next };
  });
  expect(new Set(provisions).size).toBe(45);
  expect(provisions).toHaveLength(45);
});

import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { deleteComment, postComment } from "#app/discussion/post-comment.server.ts";
import { readLine } from "#app/discussion/read-thread.server.ts";
import { voteOnComment } from "#app/discussion/vote-on-comment.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeLetter } from "../made-up.ts";

useDatabase();
let ada: Account;
let voters: Account[];
let letter: { id: number; slug: string; discussionId: number };
let id: number;
beforeAll(async () => {
  ada = await makeAccount({ name: "Ada" });
  voters = await Promise.all([1, 2, 3, 4].map(() => makeAccount()));
});
beforeEach(async () => {
  letter = await makeLetter(ada);
  const posted = await postComment({ letter: letter.slug }, ada.id, {
    body: "a claim",
    stance: "support",
    parent: null,
  });
  id = "id" in posted ? posted.id : 0;
});

const voter = () => voters[0]?.id ?? 0;
const counts = async () => {
  const [comment] = await readLine({ letter: letter.slug }, id, voter());
  return [comment?.agreeCount, comment?.disagreeCount, comment?.vote];
};

test("a vote is one an account: given, changed, given again, taken back", async () => {
  const steps = [
    ["agree", [1, 0, true]],
    ["agree", [1, 0, true]],
    ["disagree", [0, 1, false]],
    ["none", [0, 0, null]],
    ["none", [0, 0, null]],
  ] as const;
  for (const [vote, after] of steps) {
    const answer = await voteOnComment({ letter: letter.slug }, id, voter(), vote);
    expect(answer).toEqual({ outcome: "voted", agree: after[0], disagree: after[1], vote });
    expect(await counts()).toEqual(after);
  }
});

test("votes at the same moment are each counted, and one person's many clicks once", async () => {
  await Promise.all(
    voters.flatMap((account, index) =>
      [1, 2, 3, 4, 5].map(() =>
        voteOnComment({ letter: letter.slug }, id, account.id, index === 0 ? "disagree" : "agree"),
      ),
    ),
  );
  expect(await counts()).toEqual([3, 1, false]);
  const [rows] = await sql`
    select count(*) filter (where agrees)::int as agree, count(*)::int as votes from comment_votes where comment_id = ${id}`;
  expect(rows).toEqual({ agree: 3, votes: 4 });
});

test("not on one's own comment, not on a deleted or unknown one, not under another letter", async () => {
  expect((await voteOnComment({ letter: letter.slug }, id, ada.id, "agree")).outcome).toBe("own");
  const other = await makeLetter(ada);
  expect((await voteOnComment({ letter: other.slug }, id, voter(), "agree")).outcome).toBe("not-found");
  expect((await voteOnComment({ letter: letter.slug }, 999_999_999, voter(), "agree")).outcome).toBe(
    "not-found",
  );
  await deleteComment(id, ada.id);
  expect((await voteOnComment({ letter: letter.slug }, id, voter(), "agree")).outcome).toBe("not-found");
});

test("who reads without account sees the counts and no vote", async () => {
  await voteOnComment({ letter: letter.slug }, id, voter(), "agree");
  const [comment] = await readLine({ letter: letter.slug }, id, null);
  expect(comment).toMatchObject({ agreeCount: 1, vote: null });
});

import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { deepest } from "#app/discussion/comment.ts";
import { deleteComment, editComment, postComment } from "#app/discussion/post-comment.server.ts";
import { readEdits, readThread } from "#app/discussion/read-thread.server.ts";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeRenumbered } from "../made-up-doctrine.ts";
import { makeAccount, makeDraft, makeLetter } from "../made-up.ts";

useDatabase();
let ada: Account;
let bob: Account;
let letter: { id: number; slug: string; discussionId: number };
beforeAll(async () => {
  ada = await makeAccount({ name: "Ada" });
  bob = await makeAccount({ name: "Bob" });
});
beforeEach(async () => {
  letter = await makeLetter(ada);
});

async function post(body: string, parent: number | null = null, account = ada): Promise<number> {
  const posted = await postComment({ letter: letter.slug }, account.id, { body, stance: "neutral", parent });
  if (posted.outcome !== "posted") throw new Error(posted.outcome);
  return posted.id;
}
const thread = async () =>
  (await readThread(letter.discussionId, 0, { sort: "oldest", stance: null, after: null }, null)).comments;
const count = async () => (await readLetter(letter.slug))?.commentCount;

describe("posting", () => {
  test("a form that was shown for another provision posts nothing and says where that one is", async () => {
    const { slug, provisions } = await makeRenumbered();
    const rows = await sql<{ id: number; address: string }[]>`
      select d.id, p.slug as address from discussions d join provisions p on p.id = d.provision_id
      where p.id in ${sql(Object.values(provisions))}`;
    const at = Object.fromEntries(rows.map(({ id, address }) => [address, id]));
    const say = (provision: string, discussion: number | undefined) =>
      postComment({ text: slug, provision }, ada.id, {
        ...{ body: "Said.", stance: "neutral", parent: null, discussion },
      });
    const moved = { outcome: "moved", to: { text: slug, provision: "10" } };
    expect(await say("9", at["10"])).toEqual(moved);
    expect(await say("11", at["10"]), "an address that leads nowhere by now").toEqual(moved);
    expect((await say("9", letter.discussionId)).outcome).toBe("not-found");
    const [count] = await sql`select 1 from comments where discussion_id in ${sql(Object.values(at))}`;
    expect(count).toBeUndefined();
    expect((await say("9", at["9"])).outcome).toBe("posted");
    expect((await say("9", undefined)).outcome).toBe("posted");
  });

  test("replies stand under what they answer, in the order of a conversation", async () => {
    const one = await post("one");
    const two = await post("two");
    const oneA = await post("one a", one);
    await post("two a", two);
    await post("one b", one);
    await post("one a i", oneA);
    expect((await thread()).map(({ body, depth }) => [depth, body])).toEqual([
      [0, "one"],
      [1, "one a"],
      [2, "one a i"],
      [1, "one b"],
      [0, "two"],
      [1, "two a"],
    ]);
    expect((await thread())[0]).toMatchObject({ replyCount: 2, descendantCount: 3, author: "Ada" });
    expect((await readLetter(letter.slug))?.discussion.lastCommentId).toBe((await thread())[2]?.id);
    expect(await count()).toBe(6);
  });

  test("the same form sent many times at once posts once", async () => {
    const form = { body: "once", stance: "support" as const, parent: null, key: randomUUID() };
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => postComment({ letter: letter.slug }, ada.id, form)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await thread()).toHaveLength(1);
    expect(await count()).toBe(1);
  });

  test("somebody else's key does not show or replace their comment", async () => {
    const key = randomUUID();
    await postComment({ letter: letter.slug }, ada.id, {
      body: "hers",
      stance: "neutral",
      parent: null,
      key,
    });
    const answer = await postComment({ letter: letter.slug }, bob.id, {
      body: "his",
      stance: "neutral",
      parent: null,
      key,
    });
    expect(answer.outcome).not.toBe("posted");
    expect((await thread()).map(({ body }) => body)).toEqual(["hers"]);
  });

  test("an unknown letter, a draft, and a parent of another discussion are refused", async () => {
    const elsewhere = await makeLetter(ada);
    const there = await postComment({ letter: elsewhere.slug }, ada.id, {
      body: "there",
      stance: "neutral",
      parent: null,
    });
    const draft = await makeDraft(ada);
    const form = { body: "x", stance: "neutral" as const, parent: null };
    expect((await postComment({ letter: "no-such-letter" }, ada.id, form)).outcome).toBe("not-found");
    expect((await postComment({ letter: draft }, ada.id, form)).outcome).toBe("not-found");
    for (const parent of ["id" in there ? there.id : 0, 999_999_999])
      expect((await postComment({ letter: letter.slug }, ada.id, { ...form, parent })).outcome).toBe(
        "parent-gone",
      );
  });

  test("deeper than 32 levels replies stand beside each other", async () => {
    let parent = await post("0");
    for (let level = 1; level <= deepest + 3; level++) parent = await post(String(level), parent);
    const rows = await sql<{ depth: number; replyCount: number; descendantCount: number }[]>`
      select depth, reply_count as "replyCount", descendant_count as "descendantCount" from comments
      where discussion_id = ${letter.discussionId} order by path`;
    const depths = rows.map(({ depth }) => depth);
    expect(depths.slice(0, deepest + 1)).toEqual(Array.from({ length: deepest + 1 }, (_, depth) => depth));
    expect(depths.slice(deepest)).toEqual([deepest, deepest, deepest, deepest]);
    expect(rows[deepest - 1]).toMatchObject({ replyCount: 4, descendantCount: 4 });
    expect(rows[0]).toMatchObject({ replyCount: 1, descendantCount: deepest + 3 });
  });
});

describe("editing", () => {
  test("keeps the earlier wording, once for each change", async () => {
    const id = await post("first");
    await editComment(id, ada.id, { body: "second", stance: "oppose" });
    await editComment(id, ada.id, { body: "second", stance: "oppose" });
    await editComment(id, ada.id, { body: "third", stance: "oppose" });
    expect(await readEdits(id)).toMatchObject([
      { number: 2, body: "second", stance: "oppose" },
      { number: 1, body: "first", stance: "neutral" },
    ]);
    expect(await thread()).toMatchObject([{ body: "third", stance: "oppose" }]);
    expect((await thread())[0]?.editedAt).not.toBeNull();
  });

  test("is for its author alone", async () => {
    const id = await post("hers");
    expect((await editComment(id, bob.id, { body: "his", stance: "neutral" })).outcome).toBe("not-found");
    expect((await deleteComment(id, bob.id)).outcome).toBe("not-found");
    expect(await thread()).toMatchObject([{ body: "hers" }]);
  });
});

describe("deleting", () => {
  test("leaves the place and the replies, and takes words, author and history", async () => {
    const id = await post("said in anger");
    await post("a calm reply", id, bob);
    await editComment(id, ada.id, { body: "said in more anger", stance: "oppose" });
    expect((await deleteComment(id, ada.id)).outcome).toBe("deleted");
    expect((await deleteComment(id, ada.id)).outcome).toBe("deleted");
    expect(await thread()).toMatchObject([
      { body: "", author: null, stance: "neutral", replyCount: 1 },
      { body: "a calm reply", author: "Bob" },
    ]);
    expect(await readEdits(id)).toEqual([]);
    expect(await count()).toBe(1);
    const rows = await sql`select * from comments where id = ${id}`;
    expect(JSON.stringify(rows)).not.toContain("anger");
    expect((await editComment(id, ada.id, { body: "back", stance: "neutral" })).outcome).toBe("not-found");
    const reply = { body: "to nobody", stance: "neutral" as const, parent: id };
    expect((await postComment({ letter: letter.slug }, bob.id, reply)).outcome).toBe("parent-gone");
  });
});

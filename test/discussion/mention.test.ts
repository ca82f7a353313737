import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { commentHtml } from "#app/discussion/comment-html.ts";
import { possibleNames } from "#app/discussion/mention.ts";
import { deleteComment, editComment, postComment } from "#app/discussion/post-comment.server.ts";
import { readLine } from "#app/discussion/read-thread.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeLetter } from "../made-up.ts";

useDatabase();

test.each([
  ["@Ada Lovelace said", [["Ada Lovelace said", "Ada Lovelace", "Ada"]]],
  ["(@Ada), yes", [["Ada), yes", "Ada)", "Ada"]]],
  ["write to ada@example.org", []],
  ["@ nobody, @", []],
])("after each @ of %j stand possible names, the longest first", (body, names) => {
  expect(possibleNames(body)).toEqual(names);
});

describe("a mention", () => {
  let ada: Account;
  let letter: { id: number; slug: string; discussionId: number };
  const post = async (account: Account, body: string) => {
    const posted = await postComment({ letter: letter.slug }, account.id, {
      body,
      stance: "neutral",
      parent: null,
    });
    if (posted.outcome !== "posted") throw new Error(posted.outcome);
    return posted.id;
  };
  const mentionsIn = async (id: number) =>
    (await readLine({ letter: letter.slug }, id, null)).at(-1)?.mentions;

  beforeAll(async () => {
    ada = await makeAccount({ name: "Ada Lovelace" });
    letter = await makeLetter(ada);
    await post(ada, "I speak here");
    await makeAccount({ name: "Never Spoke" });
    for (const body of ["one", "two"]) await post(await makeAccount({ name: "Two Of Them" }), body);
  });

  test("names who has spoken here, in any case, and nobody else", async () => {
    const speaker = await makeAccount();
    const id = await post(speaker, "@ada LOVELACE is right, @Never Spoke is not here, @Two Of Them are two.");
    expect(await mentionsIn(id)).toEqual(["ada LOVELACE"]);
    const [row] = await sql`select account_id from comment_mentions where comment_id = ${id}`;
    expect(row?.account_id).toBe(ada.id);
  });

  test("follows an edit, and goes with a deletion", async () => {
    const speaker = await makeAccount();
    const id = await post(speaker, "@Ada Lovelace, hear me");
    await editComment(id, speaker.id, { body: "nobody in particular", stance: "neutral" });
    expect(await mentionsIn(id)).toEqual([]);
    await editComment(id, speaker.id, { body: "again @Ada Lovelace", stance: "neutral" });
    expect(await mentionsIn(id)).toEqual(["Ada Lovelace"]);
    await deleteComment(id, speaker.id);
    expect((await sql`select 1 from comment_mentions where comment_id = ${id}`).count).toBe(0);
  });

  test("stands out, and only where it is one", () => {
    const html = (body: string) => commentHtml(body, ["Ada", "O'Neil <b>"]);
    expect(html("@Ada and @Adam")).toBe('<p><b class="mention">@Ada</b> and @Adam</p>\n');
    expect(html("x @O'Neil <b> y")).toBe('<p>x <b class="mention">@O\'Neil &lt;b&gt;</b> y</p>\n');
    expect(commentHtml("@Ada")).toBe("<p>@Ada</p>\n");
    expect(html("`@Ada`")).toBe("<p><code>@Ada</code></p>\n");
  });
});

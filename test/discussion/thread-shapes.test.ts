import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { type Branch, growBranches } from "#app/discussion/branches.ts";
import type { Comment } from "#app/discussion/comment.ts";
import { readLine, readThread } from "#app/discussion/read-thread.server.ts";
import type { ThreadKey } from "#app/discussion/thread-order.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeLetter } from "../made-up.ts";
import { fillComments } from "../many-comments.ts";

useDatabase();

const total = 10_000;
let ada: Account;
beforeAll(async () => {
  ada = await makeAccount();
});

const flat = (branch: Branch<Comment>): Branch<Comment>[] => [branch, ...branch.replies.flatMap(flat)];

describe.each(["roots", "replies", "chain"] as const)("10,000 comments as %s", (shape) => {
  let letter: { id: number; slug: string; discussionId: number };
  beforeAll(async () => {
    letter = await makeLetter(ada);
    await fillComments(sql, letter.id, ada.id, total, shape);
    await sql`analyze comments`;
  }, 60_000);

  test("every one is reached by next page and by what a page says it does not show", async () => {
    const reached = new Set<number>();
    const further = [0];
    let pages = 0;
    for (let above = further.pop(); above !== undefined; above = further.pop()) {
      for (let after: ThreadKey | null = null; ;) {
        const page: Awaited<ReturnType<typeof readThread>> = await readThread(
          letter.discussionId,
          above,
          { sort: "oldest", stance: null, after },
          null,
        );
        pages++;
        expect(page.comments.length).toBeLessThanOrEqual(20 * 8);
        for (const { id } of page.comments) reached.add(id);
        const branches = growBranches(page.comments).flatMap(flat);
        further.push(...branches.filter(({ hidden }) => hidden > 0).map(({ comment }) => comment.id));
        if (page.next === null) break;
        after = page.next;
      }
    }
    expect(reached.size).toBe(total);
    expect(pages).toBeLessThan(520);
  }, 60_000);

  test("the newest stands under what it answers, however much that is", async () => {
    const [{ id } = { id: 0 }] = await sql<{ id: number }[]>`
      select max(id) as id from comments where discussion_id = ${letter.discussionId}`;
    const line = await readLine({ letter: letter.slug }, id, null);
    expect(line.at(-1)?.id).toBe(id);
    expect(line.map(({ depth }) => depth)).toEqual(line.map((_, index) => index));
  });
});

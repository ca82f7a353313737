import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { type Branch, growBranches } from "#app/discussion/branches.ts";
import type { Comment, Stance } from "#app/discussion/comment.ts";
import { stances } from "#app/discussion/comment.ts";
import { deleteComment, editComment, postComment } from "#app/discussion/post-comment.server.ts";
import { readLine, readThread } from "#app/discussion/read-thread.server.ts";
import { type Sort, sorts, type ThreadKey } from "#app/discussion/thread-order.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeDraft, makeLetter } from "../made-up.ts";

useDatabase();

type Letter = { id: number; slug: string; discussionId: number };
type Facts = { id: number; parentId: number | null; agreement: number; contest: number; stance: Stance };
const total = 300;
let ada: Account;
let letter: Letter;
/** The rows as they stand, to be compared with what pages show. */
let rows: (Facts & { descendants: number })[];

async function post(
  where: Letter,
  parent: number | null = null,
  stance: Stance = "neutral",
): Promise<number> {
  const posted = await postComment({ letter: where.slug }, ada.id, {
    body: `in ${where.slug}`,
    stance,
    parent,
  });
  if (posted.outcome !== "posted") throw new Error(posted.outcome);
  return posted.id;
}

beforeAll(async () => {
  ada = await makeAccount();
  letter = await makeLetter(ada);
  const other = await makeLetter(ada);
  const ids: number[] = [];
  for (let index = 0; index < total; index++) {
    // Spread over the tree without chance: every fifth is a root, the others answer an earlier one.
    const parent = index % 5 === 0 ? null : (ids[((index * 7919) % 1009) % ids.length] ?? null);
    ids.push(await post(letter, parent, stances[index % 3]));
    if (index % 10 === 0) await post(other);
  }
  await sql`
    update comments set agree_count = (id * 7) % 11, disagree_count = (id * 5) % 7 where discussion_id = ${letter.discussionId}`;
  const facts = await sql<Facts[]>`
    select id, parent_id as "parentId", agreement, contest, stance from comments where discussion_id = ${letter.discussionId}`;
  const below = (id: number): number =>
    facts.filter(({ parentId }) => parentId === id).reduce((sum, reply) => sum + 1 + below(reply.id), 0);
  rows = facts.map((row) => ({ ...row, descendants: below(row.id) }));
});

const view = (sort: Sort, stance: Stance | null = null) => ({ sort, stance, after: null });

async function pagesOf(above: number, sort: Sort, stance: Stance | null = null): Promise<Comment[][]> {
  const pages: Comment[][] = [];
  for (let after: ThreadKey | null = null; ;) {
    const page: Awaited<ReturnType<typeof readThread>> = await readThread(
      letter.discussionId,
      above,
      { sort, stance, after },
      null,
    );
    pages.push(page.comments);
    if (page.next === null) return pages;
    after = page.next;
    if (pages.length > total) throw new Error("the pages do not end");
  }
}

/** The ids of `among` as an order by `value` gives them, the newest first among equals. */
const ordered = (among: typeof rows, value: (row: (typeof rows)[number]) => number) =>
  among.toSorted((one, other) => value(other) - value(one) || other.id - one.id).map(({ id }) => id);
const expected: Record<Sort, (among: typeof rows) => number[]> = {
  newest: (among) => ordered(among, () => 0),
  oldest: (among) => ordered(among, () => 0).reverse(),
  "most-discussed": (among) => ordered(among, (row) => row.descendants),
  "most-agreed": (among) => ordered(among, (row) => row.agreement),
  contested: (among) => ordered(among, (row) => row.contest),
};

describe("a discussion of 300 comments", () => {
  test.each(sorts)("%s: page by page, without gap or repeat", async (sort) => {
    const pages = await pagesOf(0, sort);
    const roots = pages.map((page) => page.filter(({ depth }) => depth === 0).map(({ id }) => id));
    expect(roots.map((ids) => ids.length)).toEqual([20, 20, 20]);
    expect(roots.flat()).toEqual(expected[sort](rows.filter(({ parentId }) => parentId === null)));
  });

  test.each(sorts)("one stance, %s: a plain list, whatever the depth", async (sort) => {
    const pages = await pagesOf(0, sort, "oppose");
    expect(pages.flat().map(({ id }) => id)).toEqual(
      expected[sort](rows.filter(({ stance }) => stance === "oppose")),
    );
    expect(Math.max(...pages.flat().map(({ depth }) => depth))).toBeGreaterThan(1);
  });

  test("under each root stand the first of its replies, and how many are not shown is right", async () => {
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const root of growBranches((await pagesOf(0, "newest")).flat())) {
      const shown = flat(root);
      expect(shown.length).toBe(1 + Math.min(7, byId.get(root.comment.id)?.descendants ?? 0));
      const hidden = shown.reduce((sum, branch) => sum + branch.hidden, 0);
      expect(shown.length + hidden).toBe(1 + (byId.get(root.comment.id)?.descendants ?? 0));
    }
  });

  test("every comment is reached by following what is not shown", async () => {
    const reached = new Set<number>();
    const visit = async (above: number): Promise<void> => {
      const comments = (await pagesOf(above, "oldest")).flat();
      for (const { id } of comments) reached.add(id);
      const further = growBranches(comments)
        .flatMap(flat)
        .filter(({ hidden }) => hidden > 0);
      for (const { comment } of further) await visit(comment.id);
    };
    await visit(0);
    expect(reached.size).toBe(total);
  });

  test("a comment stands below all that it answers", async () => {
    const deep = (await pagesOf(0, "oldest")).flat().toSorted((one, other) => other.depth - one.depth)[0];
    const line = await readLine({ letter: letter.slug }, deep?.id ?? 0, null);
    expect(line.map(({ depth }) => depth)).toEqual(
      Array.from({ length: (deep?.depth ?? 0) + 1 }, (_, depth) => depth),
    );
    expect(line.slice(1).map(({ parentId }) => parentId)).toEqual(line.slice(0, -1).map(({ id }) => id));
    expect(line.at(-1)?.id).toBe(deep?.id);
  });

  test("what is posted between two pages neither repeats nor hides another", async () => {
    const first = await readThread(letter.discussionId, 0, view("newest"), null);
    const late = await post(letter);
    const second = await readThread(letter.discussionId, 0, { ...view("newest"), after: first.next }, null);
    const roots = [...first.comments, ...second.comments]
      .filter(({ depth }) => depth === 0)
      .map(({ id }) => id);
    expect(roots).toEqual(expected.newest(rows.filter(({ parentId }) => parentId === null)).slice(0, 40));
    expect(roots).not.toContain(late);
  });
});

const flat = (branch: Branch<Comment>): Branch<Comment>[] => [branch, ...branch.replies.flatMap(flat)];

test("agreed and contested go by what the votes prove, not by the share alone", async () => {
  const voted = await makeLetter(ada);
  const votes: [agree: number, disagree: number][] = [
    [1, 0],
    [90, 10],
    [50, 50],
    [2, 2],
    [0, 40],
  ];
  const ids: number[] = [];
  for (const [agree, disagree] of votes) {
    const id = await post(voted);
    ids.push(id);
    await sql`update comments set agree_count = ${agree}, disagree_count = ${disagree} where id = ${id}`;
  }
  const read = async (sort: Sort) =>
    (await readThread(voted.discussionId, 0, view(sort), null)).comments.map(({ id }) => ids.indexOf(id));
  expect(await read("most-agreed")).toEqual([1, 2, 0, 3, 4]);
  expect((await read("contested")).slice(0, 3)).toEqual([2, 3, 1]);
  const [bound] = await sql`select wilson_lower_bound(90, 10) as bound`;
  // 0.8256 by the formula, computed by hand.
  expect(bound?.bound).toBeCloseTo(0.8256, 3);
});

test("a page after the end, of an unknown letter or of a letter without comments is empty", async () => {
  const empty = { comments: [], next: null };
  const after = { value: 0, id: 1 };
  expect(await readThread(letter.discussionId, 0, { ...view("newest"), after }, null)).toEqual(empty);
  expect(await readThread(999_999, 0, view("newest"), null)).toEqual(empty);
  expect(await readThread((await makeLetter(ada)).discussionId, 0, view("contested"), null)).toEqual(empty);
});

test("a comment is found under its own letter only, and not while the letter is a draft", async () => {
  const [here, there] = [await makeLetter(ada), await makeLetter(ada)];
  const id = await post(here);
  expect(await readLine({ letter: here.slug }, id, null)).toHaveLength(1);
  expect(await readLine({ letter: there.slug }, id, null)).toEqual([]);
  expect(await readLine({ letter: await makeDraft(ada) }, id, null)).toEqual([]);
  expect(await readLine({ letter: here.slug }, 999_999_999, null)).toEqual([]);
});

describe("at the same moment", () => {
  test("many replies at many depths, each counted once above it", async () => {
    const busy = await makeLetter(ada);
    const root = await post(busy);
    const reply = await post(busy, root);
    await Promise.all(Array.from({ length: 12 }, (_, index) => post(busy, index % 2 ? root : reply)));
    const [first, second] = await readLine({ letter: busy.slug }, reply, null);
    expect(first).toMatchObject({ replyCount: 7, descendantCount: 13 });
    expect(second).toMatchObject({ replyCount: 6, descendantCount: 6 });
    const [row] = await sql`select comment_count from discussions where letter_id = ${busy.id}`;
    expect(row).toEqual({ comment_count: 14 });
  });

  test("many edits keep each earlier wording once; many deletions count once", async () => {
    const busy = await makeLetter(ada);
    const id = await post(busy);
    const bodies = Array.from({ length: 8 }, (_, index) => `wording ${index}`);
    await Promise.all(bodies.map((body) => editComment(id, ada.id, { body, stance: "neutral" })));
    const kept = await sql<{ number: number; body: string }[]>`
      select number, body from comment_edits where comment_id = ${id} order by number`;
    expect(kept.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const [comment] = await readLine({ letter: busy.slug }, id, null);
    const wordings = [...kept.map(({ body }) => body), comment?.body ?? ""];
    expect(wordings.toSorted()).toEqual([`in ${busy.slug}`, ...bodies].toSorted());
    await Promise.all([1, 2, 3, 4].map(() => deleteComment(id, ada.id)));
    const [row] = await sql`select comment_count from discussions where letter_id = ${busy.id}`;
    expect(row).toEqual({ comment_count: 0 });
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import type { Comment } from "#app/discussion/comment.ts";
import { deleteComment, editComment, postComment } from "#app/discussion/post-comment.server.ts";
import { findComment, readThread } from "#app/discussion/read-thread.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeDraft, makeLetter } from "../made-up.ts";

useDatabase();

type Letter = { id: number; slug: string };
const total = 300;
let ada: Account;
let letter: Letter;
/** The replies of each comment in the order they were posted; those of `null` are the roots. */
const replies = new Map<number | null, number[]>();

async function post(where: Letter, parent: number | null = null): Promise<number> {
  const form = { body: `in ${where.slug}`, stance: "neutral" as const, parent };
  const posted = await postComment(where.slug, ada.id, form);
  if (posted.outcome !== "posted") throw new Error(posted.outcome);
  return posted.id;
}

beforeAll(async () => {
  ada = await makeAccount();
  letter = await makeLetter(ada);
  const other = await makeLetter(ada);
  const ids: number[] = [];
  for (let index = 0; index < total; index++) {
    // Spread over the tree without chance: every seventh is a root, the others answer an earlier one.
    const parent = index % 7 === 0 ? null : (ids[((index * 7919) % 1009) % ids.length] ?? null);
    const id = await post(letter, parent);
    ids.push(id);
    replies.set(parent, [...(replies.get(parent) ?? []), id]);
    if (index % 10 === 0) await post(other);
  }
});

/** The comment and all below it, as one would read the tree aloud. */
const walk = (id: number): number[] => [id, ...(replies.get(id) ?? []).flatMap(walk)];
const roots = () => replies.get(null) ?? [];

async function pagesOf(within?: string): Promise<Comment[][]> {
  const pages: Comment[][] = [];
  for (let after: string | null = ""; after !== null;) {
    const page: Awaited<ReturnType<typeof readThread>> = await readThread(letter.id, { within, after });
    pages.push(page.comments);
    after = page.next;
    if (pages.length > total) throw new Error("the pages do not end");
  }
  return pages;
}
const own = (page: Comment[]) => page.filter(({ context }) => !context).map(({ id }) => id);

describe("a discussion of 300 comments", () => {
  test("is read in the order of its tree, page by page, without gap or repeat", async () => {
    const pages = await pagesOf();
    expect(pages.map((page) => own(page).length)).toEqual([50, 50, 50, 50, 50, 50]);
    expect(pages.flatMap(own)).toEqual(roots().flatMap(walk));
  });

  test("each page begins with all ancestors of its first comment, the root first, and no others", async () => {
    let checked = 0;
    for (const page of await pagesOf()) {
      const byId = new Map(page.map((comment) => [comment.id, comment]));
      const ancestors: number[] = [];
      let up = page.find(({ context }) => !context);
      while (up?.parentId != null) {
        ancestors.unshift(up.parentId);
        up = byId.get(up.parentId);
      }
      expect(page.filter(({ context }) => context).map(({ id }) => id)).toEqual(ancestors);
      expect(page.slice(0, ancestors.length).every(({ context }) => context)).toBe(true);
      checked += ancestors.length;
    }
    expect(checked).toBeGreaterThan(0);
  });

  test("a branch of more than a page is read alone, page by page", async () => {
    const root = roots().toSorted((one, other) => walk(other).length - walk(one).length)[0] ?? 0;
    expect(walk(root).length).toBeGreaterThan(50);
    const place = await findComment(letter.slug, root);
    expect(place?.letterId).toBe(letter.id);
    expect((await pagesOf(place?.path)).flatMap(own)).toEqual(walk(root));
  });

  test("a branch in the depth shows what it answers above it", async () => {
    const comments = (await pagesOf()).flat().filter(({ context }) => !context);
    const deep = comments.find(({ depth, replyCount }) => depth >= 3 && replyCount > 0);
    expect(deep).toBeDefined();
    const { comments: shown } = await readThread(letter.id, { within: deep?.path, after: "" });
    expect(shown.filter(({ context }) => context).map(({ depth }) => depth)).toEqual(
      Array.from({ length: deep?.depth ?? 0 }, (_, depth) => depth),
    );
    expect(own(shown)).toEqual(walk(deep?.id ?? 0));
  });

  test("what is posted between two pages neither repeats nor hides another", async () => {
    const first = await readThread(letter.id, { after: "" });
    const late = await post(letter);
    const rest: number[] = [];
    for (let after = first.next; after !== null;) {
      const page: Awaited<ReturnType<typeof readThread>> = await readThread(letter.id, { after });
      rest.push(...own(page.comments));
      after = page.next;
    }
    replies.set(null, [...roots(), late]);
    expect([...own(first.comments), ...rest]).toEqual(roots().flatMap(walk));
  });

  test("each comment counts its direct replies", async () => {
    const comments = (await pagesOf()).flat();
    for (const { id, replyCount } of comments) expect(replyCount).toBe((replies.get(id) ?? []).length);
  });
});

test("a page after the end, of an unknown letter or of a letter without comments is empty", async () => {
  expect(await readThread(letter.id, { after: "zzzzzzzz" })).toEqual({ comments: [], next: null });
  expect(await readThread(999_999, { after: "" })).toEqual({ comments: [], next: null });
  const quiet = await makeLetter(ada);
  expect(await readThread(quiet.id, { after: "" })).toEqual({ comments: [], next: null });
});

test("a comment is found under its own letter only, and not while the letter is a draft", async () => {
  const [here, there] = [await makeLetter(ada), await makeLetter(ada)];
  const id = await post(here);
  expect(await findComment(here.slug, id)).toMatchObject({ letterId: here.id });
  expect(await findComment(there.slug, id)).toBeNull();
  expect(await findComment(await makeDraft(ada), id)).toBeNull();
  expect(await findComment(here.slug, 999_999_999)).toBeNull();
});

describe("at the same moment", () => {
  test("many replies, each counted once", async () => {
    const busy = await makeLetter(ada);
    const root = await post(busy);
    await Promise.all(Array.from({ length: 12 }, () => post(busy, root)));
    const { comments } = await readThread(busy.id, { after: "" });
    expect(comments).toHaveLength(13);
    expect(comments[0]?.replyCount).toBe(12);
    const [row] = await sql`select comment_count from letters where id = ${busy.id}`;
    expect(row).toEqual({ comment_count: 13 });
  });

  test("many edits keep each earlier wording once; many deletions count once", async () => {
    const busy = await makeLetter(ada);
    const id = await post(busy);
    const bodies = Array.from({ length: 8 }, (_, index) => `wording ${index}`);
    await Promise.all(bodies.map((body) => editComment(id, ada.id, { body, stance: "neutral" })));
    const kept = await sql<{ number: number; body: string }[]>`
      select number, body from comment_edits where comment_id = ${id} order by number`;
    expect(kept.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const { comments } = await readThread(busy.id, { after: "" });
    const wordings = [...kept.map(({ body }) => body), comments[0]?.body ?? ""];
    expect(wordings.toSorted()).toEqual([`in ${busy.slug}`, ...bodies].toSorted());
    await Promise.all([1, 2, 3, 4].map(() => deleteComment(id, ada.id)));
    const [row] = await sql`select comment_count from letters where id = ${busy.id}`;
    expect(row).toEqual({ comment_count: 0 });
  });
});

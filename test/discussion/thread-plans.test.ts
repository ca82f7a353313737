import type { AppLoadContext } from "@remix-run/node";
import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { openSession } from "#app/accounts/session.server.ts";
import { askLine, askThread, readThread } from "#app/discussion/read-thread.server.ts";
import { searchCommentsTexts } from "#app/discussion/search-comments.server.ts";
import { sorts } from "#app/discussion/thread-order.ts";
import { loader as commentLoader } from "#app/routes/letters.$slug.discussion.$comment.tsx";
import { loader as discussionLoader } from "#app/routes/letters.$slug.discussion._index.tsx";
import { headline, prepareFind } from "#app/search/find.server.ts";
import { sql } from "#db/sql.ts";
import { fillComments } from "../many-comments.ts";
import { scansOf } from "../plans.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeLetter } from "../made-up.ts";

useDatabase();

const total = 100_000;
let ada: Account;
let letter: { id: number; slug: string; discussionId: number };

beforeAll(async () => {
  ada = await makeAccount();
  letter = await makeLetter(ada);
  await fillComments(sql, letter.id, ada.id, total);
  const bob = await makeAccount();
  await sql`
    insert into comment_votes (comment_id, account_id, agrees)
    select id, ${bob.id}, true from comments where discussion_id = ${letter.discussionId}`;
  await sql`
    insert into comment_mentions (comment_id, account_id, name)
    select id, ${bob.id}, 'Bob' from comments where discussion_id = ${letter.discussionId} and id % 3 = 0`;
  await sql`analyze`;
}, 120_000);

/** The text and the values of a question that was not asked yet. */
async function textOf(question: { describe: () => Promise<{ string: string }> }): Promise<string> {
  return (await question.describe()).string;
}

const grown = /Seq Scan of (comments|comment_\w+)/;

describe("with 100,000 comments", () => {
  test.each(sorts)(
    "%s: no page reads more than it shows, the first, a middle and the last one",
    async (sort) => {
      for (const stance of [null, "oppose"] as const) {
        const view = { sort, stance, after: null };
        const text = await textOf(
          askThread(letter.discussionId, 0, { ...view, after: { value: 0, id: 1 } }, 1),
        );
        const column = {
          "most-discussed": "descendant_count",
          "most-agreed": "agreement",
          contested: "contest",
        };
        const by = column[sort as keyof typeof column] ?? "id";
        const [place] = await sql<{ middle: number; last: number }[]>`
        select percentile_disc(0.5) within group (order by ${sql(by)}) as middle,
          percentile_disc(0.0001) within group (order by ${sql(by)} ${sort === "oldest" ? sql`desc` : sql`asc`}) as last
        from comments where discussion_id = ${letter.discussionId} and above_id = 0`;
        let read = 0;
        for (const value of [place?.middle ?? 0, place?.last ?? 0]) {
          const values = valuesOf(text, { value, sort, stance });
          const { scans, rows } = await scansOf(text, values);
          expect(scans.join("\n")).not.toMatch(grown);
          expect(rows, `${sort}, ${stance}: ${scans.join(", ")}`).toBeLessThan(1500);
          read += rows;
        }
        expect(read, "an empty page would read nothing").toBeGreaterThan(0);
      }
    },
  );

  /** The values of a page's question in the order of its text: letter, what is among, key, reader. */
  function valuesOf(
    text: string,
    { value, sort, stance }: { value: number; sort: string; stance: string | null },
  ) {
    const among = stance === null ? 0 : stance;
    const key = sort === "newest" || sort === "oldest" ? [value] : [value, Number.MAX_SAFE_INTEGER];
    const values = [letter.discussionId, among, ...key, 21, ada.id, stance === null ? 8 : 1, ada.id];
    expect(text.match(/\$\d+/g)?.length).toBe(values.length);
    return values;
  }

  test("one comment with all that it answers", async () => {
    const [deep] = await sql<{ id: number }[]>`
      select id from comments where discussion_id = ${letter.discussionId} order by depth desc, id limit 1`;
    const { scans, rows } = await scansOf(await textOf(askLine({ letter: letter.slug }, 1, 1)), [
      deep?.id ?? 0,
      letter.slug,
      ada.id,
      ada.id,
    ]);
    expect(scans.join("\n")).not.toMatch(grown);
    expect(rows).toBeLessThan(200);
  });

  test.each(["remark", "third", "77777", "nowhere"])("a search for %s", async (word) => {
    const { query } = await prepareFind({ words: [word], phrases: [] });
    const values = [query, Number.MAX_SAFE_INTEGER, 21, headline, "false", "-infinity", "infinity"];
    const recent = await scansOf(searchCommentsTexts.amongNewest, values);
    expect(recent.scans.join("\n")).not.toMatch(grown);
    expect(recent.rows).toBeLessThan(1300);
    // A word of every comment is found among the newest: this way is not gone for it.
    if (word === "remark" || word === "third") return;
    const { scans, rows } = await scansOf(searchCommentsTexts.byWords, values);
    expect(scans.join("\n")).not.toMatch(grown);
    expect(rows).toBeLessThan(100);
  });
});

/** The questions that a page asks, by running its loader as the server does. */
async function questionsOf(
  load: (args: never) => Promise<unknown>,
  path: string,
  comment?: number,
): Promise<string[]> {
  const asked: string[] = [];
  const cookie = await openSession(ada.id, "test");
  const context = {
    madeOf: new Set(),
    origin: "http://127.0.0.1",
    posting: false,
  } as unknown as AppLoadContext;
  const request = new Request(`http://127.0.0.1${path}`, { headers: { Cookie: cookie.split(";")[0] ?? "" } });
  sql.options.debug = (_connection, query) => asked.push(query);
  await load({ request, context, params: { slug: letter.slug, comment: String(comment) } } as never);
  sql.options.debug = false;
  return asked.filter((query) => !/^\s*(select b\.oid|begin|commit)/.test(query));
}

test("a page of a discussion asks five questions at most; of who is logged in one comment asks whether they follow it", async () => {
  const { comments } = await readThread(
    letter.discussionId,
    0,
    { sort: "newest", stance: null, after: null },
    null,
  );
  const first = comments[0]?.id ?? 0;
  await sql`update comments set edited_at = now() where id = ${first}`;
  const here = `/letters/${letter.slug}/discussion`;
  const discussion = await questionsOf(discussionLoader, `${here}?sort=contested`);
  expect(discussion.filter((query) => query.includes("from comments"))).not.toHaveLength(0);
  expect(discussion.length).toBeLessThanOrEqual(5);
  expect((await questionsOf(commentLoader as never, `${here}/${first}`, first)).length).toBeLessThanOrEqual(
    6,
  );
});

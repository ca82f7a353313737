import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { deleteComment, editComment } from "#app/discussion/post-comment.server.ts";
import { countUnread, listNotices } from "#app/notices/read-notices.server.ts";
import { openNotice, readAll } from "#app/notices/open-notice.server.ts";
import { follow, readFollowing } from "#app/notices/subscribe.server.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeLetter } from "../made-up.ts";
import { say, tellAll, toldTo } from "./told.ts";

useDatabase();
let author: Account;
let place: { letter: string };
let [ada, bea, cal]: Account[] = [];
const people = () => {
  if (!ada || !bea || !cal) throw new Error("nobody");
  return { ada, bea, cal };
};
beforeAll(async () => {
  author = await makeAccount();
});
beforeEach(async () => {
  place = { letter: (await makeLetter(author)).slug };
  [ada, bea, cal] = await Promise.all([makeAccount(), makeAccount(), makeAccount()]);
});

describe("a reply", () => {
  test("is told to whom it answers, once, and not to who wrote it", async () => {
    const { ada, bea } = people();
    const root = await say(place, ada, "One rule.");
    const reply = await say(place, bea, "Which one?", root);
    await say(place, ada, "My own.", root);
    await tellAll();
    await tellAll();
    expect(await toldTo(ada)).toEqual(["reply"]);
    // Who has commented follows the thread.
    expect(await toldTo(bea)).toEqual(["thread"]);
    const { notices } = await listNotices(ada.id, null);
    expect(notices).toMatchObject([
      {
        who: bea.name,
        body: "Which one?",
        path: `/letters/${place.letter}/discussion/${reply}#comment-${reply}`,
        read: false,
      },
    ]);
  });

  test("is not told of a comment that was deleted, and the bell does not count it", async () => {
    const { ada, bea, cal } = people();
    const root = await say(place, ada, "One rule.");
    await say(place, cal, "So?", root);
    const reply = await say(place, bea, "Which one?", root);
    expect(await countUnread(ada.id)).toBe(2);
    await deleteComment(reply, bea.id);
    await tellAll();
    expect(await countUnread(ada.id)).toBe(1);
    expect(await toldTo(cal)).toEqual([]);
  });

  test("is not told when the thread is not to be told of", async () => {
    const { ada, bea } = people();
    const root = await say(place, ada, "One rule.");
    expect(await follow(ada.id, { kind: "thread", id: root }, "never")).toMatchObject({
      outcome: "followed",
    });
    await say(place, bea, `@${ada.name} which one?`, root);
    await tellAll();
    expect(await toldTo(ada)).toEqual([]);
    await follow(ada.id, { kind: "thread", id: root }, "");
    expect(await readFollowing(ada, { kind: "thread", id: root })).toMatchObject({
      rhythm: null,
      byRule: true,
    });
    await say(place, bea, "Still: which one?", root);
    expect(await toldTo(ada)).toEqual(["reply"]);
  });
});

describe("a mention", () => {
  test("is told once, however often the comment is edited, and is no reply as well", async () => {
    const { ada, bea, cal } = people();
    const root = await say(place, ada, "One rule.");
    await say(place, cal, "And another.");
    const reply = await say(place, bea, `@${ada.name} and @${bea.name}: which one?`, root);
    expect([await toldTo(ada), await toldTo(bea), await toldTo(cal)]).toEqual([["reply"], [], []]);
    await editComment(reply, bea.id, { body: `@${ada.name} and @${cal.name}: which?`, stance: "neutral" });
    await editComment(reply, bea.id, { body: `@${ada.name} and @${cal.name}: which!`, stance: "neutral" });
    await tellAll();
    expect([await toldTo(ada), await toldTo(cal)]).toEqual([["reply"], ["mention"]]);
  });
});

describe("a thread", () => {
  test("tells those who follow it, and gathers while nobody has read", async () => {
    const { ada, bea, cal } = people();
    const root = await say(place, ada, "One rule.");
    await follow(cal.id, { kind: "thread", id: root }, "weekly");
    const first = await say(place, bea, "Which?", root);
    await say(place, ada, "This.", first);
    await tellAll();
    const { notices } = await listNotices(cal.id, null);
    expect(notices).toMatchObject([{ kind: "thread", number: 2, who: bea.name }]);
    await openNotice(cal.id, notices[0]?.id ?? 0);
    await say(place, bea, "Ah.", root);
    await tellAll();
    expect(await toldTo(cal)).toEqual(["thread", "thread"]);
  });
});

describe("reading", () => {
  test("opens one's own notices alone, and again as once", async () => {
    const { ada, bea } = people();
    const root = await say(place, ada, "One rule.");
    const reply = await say(place, bea, "Which one?", root);
    const { notices } = await listNotices(ada.id, null);
    const id = notices[0]?.id ?? 0;
    expect(await openNotice(bea.id, id)).toEqual({ outcome: "not-found" });
    expect(await countUnread(ada.id)).toBe(1);
    const opened = {
      outcome: "opened",
      path: `/letters/${place.letter}/discussion/${reply}#comment-${reply}`,
    };
    expect(await openNotice(ada.id, id)).toEqual(opened);
    expect(await openNotice(ada.id, id)).toEqual(opened);
    expect(await countUnread(ada.id)).toBe(0);
    await say(place, bea, "And?", root);
    await readAll(ada.id, id);
    // What came since the page was looked at.
    expect(await countUnread(ada.id)).toBe(1);
  });

  test("goes page by page", async () => {
    const { ada, bea } = people();
    const root = await say(place, ada, "One rule.");
    for (let number = 1; number <= 35; number++) await say(place, bea, `Reply ${number}`, root);
    const first = await listNotices(ada.id, null);
    expect(first.notices).toHaveLength(30);
    const second = await listNotices(ada.id, first.next);
    expect([second.notices.length, second.next]).toEqual([5, null]);
    expect(new Set([...first.notices, ...second.notices].map(({ body }) => body)).size).toBe(35);
  });
});

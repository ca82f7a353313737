import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { ConsultationForm } from "#app/consultations/consultation.ts";
import { closeConsultation, openConsultation } from "#app/consultations/open-consultation.server.ts";
import { commentWindow, listConsultations } from "#app/consultations/read-consultations.server.ts";
import { deleteComment, editComment, postComment } from "#app/discussion/post-comment.server.ts";
import { readDiscussion } from "#app/discussion/discussion.server.ts";
import { readThread } from "#app/discussion/read-thread.server.ts";
import { voteOnComment } from "#app/discussion/vote-on-comment.server.ts";
import { lockAnswering } from "#app/doctrine/lock-answering.server.ts";
import { endOfficial } from "#app/doctrine/mark-official.server.ts";
import { listOfficials } from "#app/doctrine/list-officials.server.ts";
import { readOfficialAnswers } from "#app/doctrine/read-official-answers.server.ts";
import { readPublicLog } from "#app/moderation/read-public-log.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeOfficial, makeOfficialBody, makeRules } from "../doctrine/made-up-officials.ts";
import { makeAccount } from "../made-up.ts";
import type { MadeText } from "../made-up-doctrine.ts";

useDatabase();
let admin: Account;
let ada: Account;
let official: Account;
let text: MadeText;
beforeAll(async () => {
  admin = await makeAccount({ role: "admin" });
  ada = await makeAccount({ name: "Ada" });
});
beforeEach(async () => {
  text = await makeRules();
  official = await makeOfficial(text, admin);
});

const place = () => ({ text: text.slug, provision: "1" });
type Wish = { parent?: number; officially?: boolean; key?: string };
const say = (account: Account, { parent, ...wish }: Wish = {}) =>
  postComment(place(), account.id, { body: "Said.", stance: "support", parent: parent ?? null, ...wish });
const sayWell = async (account: Account, wish: Wish = {}) => {
  const said = await say(account, wish);
  if (said.outcome !== "posted") throw new Error(said.outcome);
  return said.id;
};
const form = (wish: Partial<Record<"title" | "opens" | "closes", string>> = {}) =>
  ConsultationForm.parse({ title: "On the draft", opens: "", closes: "2099-12-01T18:00", ...wish });
const open = (wish: Parameters<typeof form>[0] = {}, account = official) =>
  openConsultation(text.id, account.id, form(wish));
const openWell = async (wish: Parameters<typeof form>[0] = {}) => {
  const opened = await open(wish);
  if (opened.outcome !== "opened") throw new Error(opened.outcome);
  return opened.id;
};
const states = async () => (await listConsultations(text.id)).map(({ state }) => state);
const thread = async () => {
  const discussion = await readDiscussion(place());
  const view = { sort: "oldest", stance: null, after: null } as const;
  return (await readThread(discussion?.id ?? 0, 0, view, null)).comments;
};

describe("comments are taken", () => {
  test("at any time while there never was a consultation", async () => {
    expect(await commentWindow(text.id)).toEqual({ state: "always" });
    await sayWell(ada);
  });

  test("while one is open, and from its end on of officials alone", async () => {
    const before = await sayWell(ada);
    const id = await openWell();
    expect(await commentWindow(text.id)).toMatchObject({ state: "open", id });
    const root = await sayWell(ada);
    await closeConsultation(text.id, official.id, id);
    expect(await commentWindow(text.id)).toMatchObject({ state: "over", id });
    for (const parent of [undefined, root, before])
      expect(await say(ada, { parent })).toMatchObject({
        outcome: "window-closed",
        window: { state: "over", id, title: "On the draft" },
      });
    await sayWell(official, { parent: root });
    await sayWell(official);
    expect((await thread()).map(({ authorId }) => authorId)).toEqual([
      ada.id,
      ada.id,
      official.id,
      official.id,
    ]);
  });

  test("not before an announced one opens; one that was called off counts for nothing", async () => {
    const id = await openWell({ opens: "2099-11-01T09:30" });
    const window = await commentWindow(text.id);
    expect(window).toMatchObject({ state: "scheduled", id });
    expect(window).toHaveProperty("opensAt", new Date("2099-11-01T08:30:00Z"));
    expect(window).toHaveProperty("endsAt", new Date("2099-12-01T17:00:00Z"));
    expect((await say(ada)).outcome).toBe("window-closed");
    await closeConsultation(text.id, official.id, id);
    expect(await states()).toEqual(["called-off"]);
    expect(await commentWindow(text.id)).toEqual({ state: "always" });
    await sayWell(ada);
  });

  test("no more once the clock has passed the end, without anybody's doing", async () => {
    const id = await openWell();
    await sql`
      update consultations set opens_at = now() - interval '2 days', closes_at = now() - interval '1 second' where id = ${id}`;
    expect(await states()).toEqual(["over"]);
    expect((await say(ada)).outcome).toBe("window-closed");
    // A new one may follow at once.
    await openWell({ title: "Once more" });
    await sayWell(ada);
    expect(await states()).toEqual(["open", "over"]);
  });

  test("of one text whatever another's windows are; votes, edits and deletions at any time", async () => {
    const other = await makeRules();
    await makeOfficial(other, admin);
    const mine = await sayWell(ada);
    const id = await openWell();
    await closeConsultation(text.id, official.id, id);
    const elsewhere = { text: other.slug, provision: "1" };
    const posted = await postComment(elsewhere, ada.id, { body: "There.", stance: "neutral", parent: null });
    expect(posted.outcome).toBe("posted");
    const bob = await makeAccount();
    expect((await voteOnComment(place(), mine, bob.id, "agree")).outcome).toBe("voted");
    expect((await editComment(mine, ada.id, { body: "Put right.", stance: "support" })).outcome).toBe(
      "edited",
    );
    expect((await deleteComment(mine, ada.id)).outcome).toBe("deleted");
  });

  test("what was posted is told again to the same form when the window has closed meanwhile", async () => {
    const id = await openWell();
    const key = randomUUID();
    const first = await sayWell(ada, { key });
    await closeConsultation(text.id, official.id, id);
    expect(await say(ada, { key })).toEqual({ outcome: "posted", id: first });
  });
});

describe("opening and closing", () => {
  test("is for officials of this text alone, and stands in the log", async () => {
    const elsewhere = await makeOfficial(await makeRules(), admin);
    for (const account of [ada, admin, elsewhere])
      expect((await open({}, account)).outcome).toBe("not-official");
    const { owner } = await makeOfficialBody(text, admin, "Ministry of Windows");
    const opened = await open({}, owner);
    const id = opened.outcome === "opened" ? opened.id : 0;
    expect(await closeConsultation(text.id, ada.id, id)).toEqual({ outcome: "not-official" });
    expect(await closeConsultation(text.id, official.id, id)).toEqual({ outcome: "closed" });
    expect(await closeConsultation(text.id, official.id, id), "again").toEqual({ outcome: "closed" });
    expect(await closeConsultation(text.id, official.id, 0)).toEqual({ outcome: "not-found" });
    const { lines } = await readPublicLog({ letter: null, before: null });
    const own = lines.filter((line) => line.text?.slug === text.slug && line.subject === "On the draft");
    expect(own.map(({ event, organisation }) => [event, organisation?.name])).toEqual([
      ["consultation-closed", undefined],
      ["consultation-opened", "Ministry of Windows"],
    ]);
  });

  test("one at a time: of many forms at once one wins; the same form opens one", async () => {
    const other = await makeOfficial(text, admin);
    const answers = await Promise.all([
      open({ title: "One" }),
      open({ title: "Two" }, other),
      open({ title: "Three", opens: "2098-01-01T00:00" }),
    ]);
    expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(["opened", "overlaps", "overlaps"]);
    expect(await states()).toHaveLength(1);
    text = await makeRules();
    official = await makeOfficial(text, admin);
    const same = await Promise.all([1, 2, 3, 4].map(() => open()));
    expect(new Set(same.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(same[0]?.outcome).toBe("opened");
    expect(await states()).toHaveLength(1);
    expect(
      (await open({ title: "After it", opens: "2099-12-01T18:00", closes: "2099-12-02T18:00" })).outcome,
    ).toBe("opened");
  });

  test("an opening that is past is now; an end that is past, or before the opening, is refused", async () => {
    expect((await open({ closes: "2020-01-01T00:00" })).outcome).toBe("ends-too-early");
    expect((await open({ opens: "2099-12-01T18:00" })).outcome).toBe("ends-too-early");
    await openWell({ opens: "2020-01-01T00:00" });
    const [made] = await listConsultations(text.id);
    expect(made?.opensAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  test("hours are those of Paris, in summer and in winter; what the calendar has not is refused", async () => {
    await openWell({ opens: "2099-03-01T08:00", closes: "2099-07-01T08:00" });
    expect(await listConsultations(text.id)).toMatchObject([
      { opensAt: new Date("2099-03-01T07:00:00Z"), endsAt: new Date("2099-07-01T06:00:00Z") },
    ]);
    for (const closes of [
      "",
      "2099-02-30T10:00",
      "2099-02-03",
      "2099-02-03T25:00",
      "0000-05-14T10:00",
      "soon",
    ])
      expect(ConsultationForm.safeParse({ title: "x", opens: "", closes }).success, closes).toBe(false);
    expect(ConsultationForm.safeParse({ title: " ", opens: "", closes: "2099-02-03T10:00" }).success).toBe(
      false,
    );
  });
});

describe("at the same moment", () => {
  /** Holds the text's lock until `free` is called. */
  async function hold(how: "shared" | "alone") {
    let free: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (free = resolve));
    let tell: () => void = () => undefined;
    const taken = new Promise<void>((resolve) => (tell = resolve));
    const holding = sql.begin(async (tx) => {
      await lockAnswering(tx, text.id, how);
      tell();
      await held;
    });
    await taken;
    return async () => {
      free();
      await holding;
    };
  }
  const waiting = (many: number) =>
    vi.waitFor(async () => {
      const [row] = await sql<{ many: number }[]>`
        select count(*)::int as many from pg_locks where locktype = 'advisory' and not granted
          and database = (select oid from pg_database where datname = current_database())`;
      expect(row?.many).toBe(many);
    }, 5000);

  test("a comment that waited while the window was closed is refused", async () => {
    const id = await openWell();
    const free = await hold("shared");
    const closing = closeConsultation(text.id, official.id, id);
    await waiting(1);
    const late = say(ada);
    await waiting(2);
    await free();
    expect(await closing).toEqual({ outcome: "closed" });
    expect((await late).outcome).toBe("window-closed");
    expect(await thread()).toEqual([]);
  });

  test("a closing waits for comments that are being posted, and none is later than it", async () => {
    const id = await openWell();
    const free = await hold("alone");
    // Of one account they would wait for one another.
    const writers = [ada, await makeAccount(), await makeAccount()];
    const said = writers.map((writer) => say(writer));
    await waiting(3);
    const closing = closeConsultation(text.id, official.id, id);
    await waiting(4);
    await free();
    expect((await Promise.all(said)).map(({ outcome }) => outcome)).toEqual(["posted", "posted", "posted"]);
    await closing;
    const [late] = await sql<{ many: number }[]>`
      select count(*)::int as many from comments c, consultations w
      where w.id = ${id} and c.account_id = any(${writers.map((writer) => writer.id)}::bigint[]) and c.created_at >= w.closed_at
        and c.discussion_id = (select d.id from discussions d where d.provision_id = ${text.provisions["1"] ?? 0})`;
    expect(late?.many).toBe(0);
  });

  test("an official answer that waited while its author was unmarked is refused", async () => {
    const root = await sayWell(ada);
    const mark = (await listOfficials(text.id))[0]?.id ?? 0;
    const free = await hold("shared");
    const ending = endOfficial(text.id, admin, mark);
    await waiting(1);
    const late = say(official, { parent: root, officially: true });
    await waiting(2);
    await free();
    await ending;
    expect((await late).outcome).toBe("not-official");
  });
});

describe("an official answer", () => {
  test("bears in whose name it is given, and keeps that when its words are deleted or its author unmarked", async () => {
    const { owner, body } = await makeOfficialBody(text, admin, "Ministry of Replies");
    const root = await sayWell(ada);
    const own = await sayWell(official, { parent: root, officially: true });
    const bodys = await sayWell(owner, { parent: root, officially: true });
    const plain = await sayWell(official, { parent: root });
    const named = { organisation: { id: body.id, slug: body.slug, name: body.name } };
    const answers = async () =>
      Object.fromEntries((await thread()).map(({ id, officialAnswer }) => [id, officialAnswer]));
    expect(await answers()).toEqual({
      [root]: null,
      [own]: { organisation: null },
      [bodys]: named,
      [plain]: null,
    });
    const listed = await readOfficialAnswers(text.provisions["1"] ?? 0);
    expect(listed.map(({ id }) => id)).toEqual([bodys, own]);
    const reworded = { body: "Put better.", stance: "neutral" as const };
    expect((await editComment(bodys, owner.id, reworded)).outcome).toBe("edited");
    await deleteComment(own, official.id);
    for (const { id } of await listOfficials(text.id)) await endOfficial(text.id, admin, id);
    // Who is no longer official puts no new words under the badge.
    expect((await editComment(bodys, owner.id, { ...reworded, body: "Taken back." })).outcome).toBe(
      "not-official",
    );
    expect((await editComment(plain, official.id, reworded)).outcome).toBe("edited");
    expect(await answers()).toMatchObject({ [own]: { organisation: null }, [bodys]: named });
    expect((await readOfficialAnswers(text.provisions["1"] ?? 0)).map(({ id }) => id)).toEqual([bodys]);
  });

  test("is refused to whoever is no official, to officials of other texts, and where it answers nothing", async () => {
    const root = await sayWell(ada);
    const elsewhere = await makeOfficial(await makeRules(), admin);
    for (const account of [ada, admin, elsewhere])
      expect((await say(account, { parent: root, officially: true })).outcome).toBe("not-official");
    expect((await say(official, { officially: true })).outcome).toBe("not-official");
    expect(await thread()).toHaveLength(1);
  });

  test("sent twice is given once", async () => {
    const root = await sayWell(ada);
    const key = randomUUID();
    const ids = await Promise.all(
      [1, 2, 3].map(() => sayWell(official, { parent: root, officially: true, key })),
    );
    expect(new Set(ids).size).toBe(1);
    expect(await readOfficialAnswers(text.provisions["1"] ?? 0)).toHaveLength(1);
  });
});

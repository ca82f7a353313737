import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { Account } from "#app/accounts/account.ts";
import { deleteAccount } from "#app/accounts/change-account.server.ts";
import { endCoAuthorship } from "#app/co-authors/change-co-author.server.ts";
import type { CoAuthorRole } from "#app/co-authors/co-author.ts";
import { readWrittenLetter } from "#app/co-authors/list-co-authors.server.ts";
import { deleteDraft, saveDraft } from "#app/letters/draft-letter.server.ts";
import { publishLetter } from "#app/letters/publish-letter.server.ts";
import { beginThread, type ChosenWords } from "#app/margin/begin-thread.server.ts";
import { type MarginSelection, marginLimits } from "#app/margin/margin.ts";
import { countOpenThreads, readMargin } from "#app/margin/read-threads.server.ts";
import { encodePosition } from "#app/margin/relative-position.ts";
import { turnThread } from "#app/margin/resolve-thread.server.ts";
import { deleteMarginComment, editMarginComment, replyInThread } from "#app/margin/write-comment.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { letterFields, makeAccount, makeDraft, origin, paragraph, password } from "../made-up.ts";

useDatabase();

const text = "We ask for rules one can read. The rules must be few, and the rules must be short.";
let author: Account;
let slug: string;
let letterId: number;
beforeEach(async () => {
  await sql`delete from mails`;
  author = await makeAccount({ name: "Ada Author" });
  slug = await makeDraft(author, { title: "In the margin" }, text);
  letterId = (await readWrittenLetter(slug, author.id))?.id ?? 0;
});

async function coAuthor(role: CoAuthorRole, wish: Parameters<typeof makeAccount>[0] = {}): Promise<Account> {
  const account = await makeAccount(wish);
  await sql`insert into co_authors (letter_id, account_id, role) values (${letterId}, ${account.id}, ${role})`;
  return account;
}
const quoted = (quote: string, start: number | null = null): ChosenWords => ({ quote, start });
const begin = (by: Account, passage: ChosenWords | MarginSelection, body = "Why?", key?: string) =>
  beginThread(slug, by, { passage, body, key }, origin);
async function begun(by: Account, quote = "one can read", body = "Why?"): Promise<number> {
  const result = await begin(by, quoted(quote), body);
  if (result.outcome !== "begun") throw new Error(result.outcome);
  return result.thread;
}
const reply = (by: Account, thread: number, body: string, key?: string) =>
  replyInThread(slug, by, { thread, body, key }, origin);
const threads = async (by = author) => (await readMargin(slug, by.id))?.threads ?? [];
const rewrite = (words: string) => saveDraft(slug, author.id, null, letterFields(), paragraph(words));
const mails = () => sql<{ to: string; kind: string; language: string; subject: string; body: string }[]>`
  select to_address as to, kind, language, subject, body from mails where kind like 'margin-%' order by id`;

describe("who may what", () => {
  test.each(["author", "editor", "reviewer"] as const)(
    "%s: writes, resolves and opens again",
    async (role) => {
      const other = await coAuthor(role);
      const thread = await begun(other);
      expect(await reply(author, thread, "Because.")).toEqual({ outcome: "replied" });
      expect(await turnThread(slug, other, thread, "resolved")).toEqual({ outcome: "resolved" });
      expect(await countOpenThreads(letterId)).toBe(0);
      expect(await turnThread(slug, other, thread, "resolved")).toEqual({ outcome: "resolved" });
      expect(await turnThread(slug, other, thread, "reopened")).toEqual({ outcome: "reopened" });
      expect(await countOpenThreads(letterId)).toBe(1);
      const [read] = await threads(other);
      expect(read?.comments.map(({ body }) => body)).toEqual(["Why?", "Because."]);
      expect(read?.turns.map(({ turn, by }) => [turn, by])).toEqual([
        ["resolved", other.name],
        ["reopened", other.name],
      ]);
      expect((await readMargin(slug, other.id))?.canWrite).toBe(true);
    },
  );

  test.each([
    ["a reader", "reader", "not-allowed"],
    ["a stranger", null, "not-found"],
  ] as const)("%s writes nothing", async (_who, role, outcome) => {
    const other = role ? await coAuthor(role) : await makeAccount();
    const thread = await begun(author);
    const [read] = await threads();
    const comment = read?.comments[0]?.id ?? 0;
    expect(await begin(other, quoted("must be few"))).toEqual({ outcome });
    expect(await reply(other, thread, "Mine.")).toEqual({ outcome });
    expect(await turnThread(slug, other, thread, "resolved")).toEqual({ outcome });
    expect(await editMarginComment(slug, other, { comment, body: "Other words." }, origin)).toEqual({
      outcome,
    });
    expect(await deleteMarginComment(slug, other, comment)).toEqual({ outcome: "not-found" });
    const seen = await readMargin(slug, other.id);
    expect(seen?.threads.length ?? null).toBe(role ? 1 : null);
    expect(seen?.canWrite ?? false).toBe(false);
    expect(await threads()).toEqual([read]);
  });

  test("nobody changes another's words, nor a thread by another letter's address", async () => {
    const other = await coAuthor("author");
    const thread = await begun(author);
    const comment = (await threads())[0]?.comments[0]?.id ?? 0;
    expect(await editMarginComment(slug, other, { comment, body: "Mine." }, origin)).toEqual({
      outcome: "not-found",
    });
    expect(await deleteMarginComment(slug, other, comment)).toEqual({ outcome: "not-found" });
    const elsewhere = await makeDraft(other);
    expect(await replyInThread(elsewhere, other, { thread, body: "There." }, origin)).toEqual({
      outcome: "not-found",
    });
    expect(await turnThread(elsewhere, other, thread, "resolved")).toEqual({ outcome: "not-found" });
    expect(await editMarginComment(elsewhere, author, { comment, body: "There." }, origin)).toEqual({
      outcome: "not-found",
    });
  });

  test("once the letter is published, it is read and nothing is added; one's own words can still go", async () => {
    const thread = await begun(author);
    const comment = (await threads())[0]?.comments[0]?.id ?? 0;
    expect(await publishLetter(slug, author.id, 1)).toEqual({ outcome: "published" });
    const outcome = { outcome: "published" };
    expect(await begin(author, quoted("must be few"))).toEqual(outcome);
    expect(await reply(author, thread, "Late.")).toEqual(outcome);
    expect(await turnThread(slug, author, thread, "resolved")).toEqual(outcome);
    expect(await editMarginComment(slug, author, { comment, body: "Late." }, origin)).toEqual(outcome);
    expect(await readMargin(slug, author.id)).toMatchObject({
      canWrite: false,
      letter: { state: "open" },
      threads: [{ place: { start: 17, end: 29 } }],
    });
    expect(await deleteMarginComment(slug, author, comment)).toEqual({ outcome: "deleted", thread });
  });
});

describe("the passage", () => {
  test("is found by its words, or where it was pointed at", async () => {
    expect(await begin(author, quoted("no such words"))).toEqual({ outcome: "passage-missing" });
    expect(await begin(author, quoted("rules must be"))).toEqual({ outcome: "passage-ambiguous" });
    expect(await begin(author, quoted("rules", 35))).toMatchObject({ outcome: "begun" });
    expect(await begin(author, quoted("one  can\nread"))).toMatchObject({ outcome: "begun" });
    const read = await threads();
    expect(read.map(({ passage, place }) => [passage.quote, passage.alone, place?.start])).toEqual([
      ["one can read", true, 17],
      ["rules", false, 35],
    ]);
    await rewrite("x".repeat(2100));
    expect(await begin(author, quoted("x".repeat(2100)))).toEqual({ outcome: "passage-too-long" });
  });

  test("is followed through the text; one that has gone is an orphan, and stands last", async () => {
    const first = await begun(author, "one can read");
    const second = await begun(author, "must be short");
    await rewrite(`Dear minister. The rules must be short. We ask for rules one can read.`);
    expect((await threads()).map(({ id }) => id)).toEqual([second, first]);
    await rewrite("We ask for rules one can read.");
    expect((await threads()).map(({ id, place }) => [id, place])).toEqual([
      [first, { start: 17, end: 29 }],
      [second, null],
    ]);
  });

  test("from the live editor need not be there yet, and has positions; what Yjs did not write is refused", async () => {
    const doc = new Y.Doc();
    const shared = doc.getXmlFragment("text");
    const position = encodePosition(Y.createRelativePositionFromTypeIndex(shared, 0, -1));
    const selection = { quote: "just typed", prefix: "", suffix: "", begins: position, ends: position };
    expect(await begin(author, selection)).toMatchObject({ outcome: "begun" });
    expect((await threads())[0]).toMatchObject({
      passage: { quote: "just typed", alone: true },
      positions: { begins: position, ends: position },
      place: null,
    });
    expect(await begin(author, { ...selection, ends: "AAAA" })).toEqual({ outcome: "bad-position" });
    await rewrite("This was just typed.");
    expect((await threads())[0]?.place).toEqual({ start: 9, end: 19 });
  });
});

describe("what is written", () => {
  test("is written once, however often it is sent", async () => {
    const [key, other] = [randomUUID(), randomUUID()];
    const both = await Promise.all([1, 2].map(() => begin(author, quoted("one can read"), "Why?", key)));
    expect(both[0]).toEqual(both[1]);
    const [thread] = await threads();
    for (let click = 0; click < 2; click++) await reply(author, thread?.id ?? 0, "Because.", other);
    expect((await threads()).map(({ comments }) => comments.length)).toEqual([2]);
  });

  test("is changed and deleted by whoever wrote it, and that shows", async () => {
    const thread = await begun(author);
    const id = (await threads())[0]?.comments[0]?.id ?? 0;
    expect(await editMarginComment(slug, author, { comment: id, body: "Why?" }, origin)).toEqual({
      outcome: "edited",
      thread,
    });
    expect((await threads())[0]?.comments[0]?.editedAt).toBeNull();
    await editMarginComment(slug, author, { comment: id, body: "Why so?" }, origin);
    expect((await threads())[0]?.comments[0]).toMatchObject({
      body: "Why so?",
      editedAt: expect.any(Date) as Date,
    });
    for (let click = 0; click < 2; click++)
      expect(await deleteMarginComment(slug, author, id)).toEqual({ outcome: "deleted", thread });
    expect((await threads())[0]?.comments[0]).toMatchObject({
      body: "",
      author: "Ada Author",
      deletedAt: expect.any(Date) as Date,
    });
    expect(await editMarginComment(slug, author, { comment: id, body: "Back." }, origin)).toEqual({
      outcome: "not-found",
    });
  });

  test("has its limits", async () => {
    const thread = await begun(author);
    await sql`
      insert into margin_comments (thread_id, account_id, body, submission_key)
      select ${thread}, ${author.id}, 'x', gen_random_uuid() from generate_series(2, ${marginLimits.comments})`;
    expect(await reply(author, thread, "One more.")).toEqual({ outcome: "full" });
    await sql`
      insert into margin_threads (letter_id, quote, prefix, suffix, alone, created_by)
      select ${letterId}, 'x', '', '', true, ${author.id} from generate_series(2, ${marginLimits.threads})`;
    expect(await begin(author, quoted("must be few"))).toEqual({ outcome: "full" });
  });

  test("goes with the draft; without a name when its account goes", async () => {
    const other = await coAuthor("editor", { name: "Grace Gone" });
    const thread = await begun(other, "one can read", "Signed, me.");
    await reply(author, thread, "@Grace Gone, thank you.");
    await turnThread(slug, other, thread, "resolved");
    expect((await threads())[0]?.comments[1]?.mentions).toEqual(["Grace Gone"]);
    expect(await deleteAccount(other, password)).toEqual({ outcome: "deleted" });
    expect((await threads())[0]).toMatchObject({
      comments: [
        { author: null, body: "Signed, me." },
        { author: "Ada Author", mentions: [] },
      ],
      turns: [{ by: null, turn: "resolved" }],
    });
    expect(await deleteDraft(slug, author.id)).toEqual({ outcome: "deleted" });
    expect(await sql`select 1 from margin_threads where letter_id = ${letterId}`).toHaveLength(0);
  });
});

describe("mails", () => {
  test("go to those who are mentioned and those who wrote in the thread, each once, in their language", async () => {
    const grace = await coAuthor("reviewer", { name: "Grace Hopper" });
    const jean = await coAuthor("reader", { name: "Jean-Éluard Dupont", language: "fr" });
    await coAuthor("editor", { name: "Silent Partner" });
    const thread = await begun(author, "one can read", "@Jean-Éluard Dupont and @Ada Author: why?");
    expect(await mails()).toMatchObject([{ to: jean.email, kind: "margin-mention", language: "fr" }]);
    await reply(grace, thread, "Because, @jean-éluard dupont. Twice: @Jean-Éluard Dupont!");
    const [, ...second] = await mails();
    expect(second.map(({ to, kind, language }) => [to, kind, language])).toEqual([
      [author.email, "margin-answer", "en"],
      [jean.email, "margin-mention", "fr"],
    ]);
    expect(second[0]?.subject).toBe("Grace Hopper answers in the margin of “In the margin”");
    expect(second[0]?.body).toContain("> one can read");
    expect(second[0]?.body).toContain("> Because, @jean-éluard dupont.");
    expect(second[0]?.body).toContain(`\n${origin}/letters/${slug}/draft/comments#thread-${thread}\n`);
    await reply(author, thread, "I see.");
    expect((await mails()).slice(3).map(({ to }) => to)).toEqual([grace.email]);
  });

  test("of an edit go to those whom it mentions for the first time, and never again", async () => {
    const grace = await coAuthor("reviewer", { name: "Grace Hopper" });
    const thread = await begun(grace, "one can read");
    await reply(author, thread, "Hm.");
    expect((await mails()).map(({ to }) => to)).toEqual([grace.email]);
    const comment = (await threads())[0]?.comments[1]?.id ?? 0;
    for (const body of ["Hm, @Grace Hopper.", "Hm.", "Hm, then @Grace Hopper."])
      await editMarginComment(slug, author, { comment, body }, origin);
    expect((await mails()).map(({ kind }) => kind)).toEqual(["margin-answer", "margin-mention"]);
  });

  test("go to nobody who is no co-author, has left, or bears another's name", async () => {
    const stranger = await makeAccount({ name: "Eve Stranger" });
    const left = await coAuthor("editor", { name: "Leo Left" });
    await coAuthor("editor", { name: "Two Alike" });
    await coAuthor("editor", { name: "Two Alike" });
    const thread = await begun(left, "one can read");
    await endCoAuthorship(slug, author, left.id);
    await reply(author, thread, `@${stranger.name}, @Leo Left, @Two Alike: what now?`);
    expect(await mails()).toEqual([]);
  });
});

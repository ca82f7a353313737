import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { deleteComment, editComment } from "#app/discussion/post-comment.server.ts";
import { changePipeline, changeWords } from "#app/pipeline/change-pipeline.server.ts";
import { hasLink, PipelineForm, pipelineAdvised, pipelineOff } from "#app/pipeline/pipeline.ts";
import { countWords, readPipeline, readWords } from "#app/pipeline/read-pipeline.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeLetter } from "../made-up.ts";
import { reasonsOf, say, setPipeline } from "./made-up-pipeline.ts";

useDatabase();
let admin: Account;
let ada: Account;
let place: { letter: string };
let elsewhere: { letter: string };
beforeAll(async () => {
  admin = await makeAccount({ role: "admin" });
  place = { letter: (await makeLetter(admin)).slug };
  elsewhere = { letter: (await makeLetter(admin)).slug };
});
beforeEach(async () => {
  ada = await makeAccount();
  await changeWords(admin, "en", "");
  await changeWords(admin, "fr", "");
  await setPipeline(admin);
  await sql`delete from comment_prints`;
});
const long = "The rules on certification must be readable by all.";

test("a new install holds nothing", async () => {
  const { wordsVersion: _version, ...settings } = await readPipeline();
  expect(settings).toEqual(pipelineOff);
  for (const body of ["See https://example.org", long, long])
    expect((await say(place, ada, body)).outcome).toBe("posted");
});

describe("newcomers", () => {
  test("their first comments are held until so many are seen, and what is held does not count", async () => {
    await setPipeline(admin, { firstComments: 2 });
    for (const body of ["One", "Two", "Three"])
      expect(await reasonsOf(await say(place, ada, body))).toEqual(["first-comments"]);
    await setPipeline(admin);
    const seen = await say(place, ada, "Seen");
    await say(place, ada, "Seen too");
    await setPipeline(admin, { firstComments: 2 });
    expect((await say(place, ada, "Four")).outcome).toBe("posted");
    // What was deleted is not seen.
    await setPipeline(admin, { firstComments: 3 });
    expect((await say(place, ada, "Five")).outcome).toBe("posted");
    await setPipeline(admin, { firstComments: 4 });
    if (seen.outcome === "posted") await deleteComment(seen.id, ada.id);
    expect(await reasonsOf(await say(place, ada, "Six"))).toEqual(["first-comments"]);
  });

  test("their links are held, words without one are not", async () => {
    await setPipeline(admin, { linksUntil: 2 });
    expect(await reasonsOf(await say(place, ada, "See https://example.org/x"))).toEqual(["links"]);
    expect((await say(place, ada, "No link in here, e.g. none")).outcome).toBe("posted");
    expect(await reasonsOf(await say(place, ada, "See www.example.org"))).toEqual(["links"]);
    expect((await say(place, ada, "None here either")).outcome).toBe("posted");
    expect((await say(place, ada, "Now: https://example.org/x")).outcome).toBe("posted");
  });

  test.each([
    ["https://example.org", true],
    ["[here](HTTP://example.org)", true],
    ["www.example.org", true],
    ["example.com/path", true],
    ["buy.cheap-pills.shop now", true],
    ["ex\u200Bample.com", true],
    ["mailto:a@example.com", true],
    ["e.g. this, i.e. that", false],
    ["the end.Then more", false],
    ["version 3.2.1 of node.js", false],
    ["", false],
  ])("%j has a link: %s", (text, has) => {
    expect(hasLink(text)).toBe(has);
  });

  test("a long row of what could become a link is looked at in one go", () => {
    expect(hasLink("a.".repeat(5000))).toBe(false);
    expect(hasLink("a-".repeat(5000))).toBe(false);
    expect(hasLink("http:/".repeat(1600))).toBe(false);
  });
});

describe("repeated words", () => {
  test("of one account in one discussion, whatever capitals, accents and points it has", async () => {
    await setPipeline(admin, { repeatOwn: true });
    expect((await say(place, ada, long)).outcome).toBe("posted");
    expect(await reasonsOf(await say(place, ada, long.toUpperCase().replace(".", "!!!")))).toEqual([
      "repeated",
    ]);
    expect((await say(elsewhere, ada, long)).outcome, "elsewhere is another rule").toBe("posted");
    expect((await say(place, await makeAccount(), long)).outcome, "others may say it").toBe("posted");
  });

  test("of one account under several letters", async () => {
    await setPipeline(admin, { severalLetters: true });
    expect((await say(place, ada, long)).outcome).toBe("posted");
    expect((await say(place, ada, long)).outcome, "here is another rule").toBe("posted");
    expect(await reasonsOf(await say(elsewhere, ada, long))).toEqual(["several-letters"]);
  });

  test("of several accounts, from the one on that makes them so many", async () => {
    await setPipeline(admin, { repeatAccounts: 3 });
    const [bob, eve] = [await makeAccount(), await makeAccount()];
    expect((await say(place, ada, long)).outcome).toBe("posted");
    expect((await say(place, ada, long)).outcome, "the same account is one").toBe("posted");
    expect((await say(elsewhere, bob, long)).outcome).toBe("posted");
    expect(await reasonsOf(await say(place, eve, long))).toEqual(["several-accounts"]);
  });

  test("several at the same moment see each other", async () => {
    await setPipeline(admin, { repeatAccounts: 2, repeatOwn: true });
    const people = [ada, await makeAccount(), await makeAccount()];
    const said = await Promise.all(people.map((one) => say(place, one, long)));
    expect(said.filter(({ outcome }) => outcome === "posted")).toHaveLength(1);
    const other = "Something else that is long enough to be known.";
    const mine = await Promise.all([1, 2, 3].map(() => say(place, ada, other)));
    expect(mine.filter(({ outcome }) => outcome === "posted")).toHaveLength(1);
  });

  test("the same form sent twice is no repetition", async () => {
    await setPipeline(admin, { repeatOwn: true, floodShort: 1 });
    const key = randomUUID();
    const said = await Promise.all([1, 2, 3].map(() => say(place, ada, long, { key })));
    expect(new Set(said.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(said[0]?.outcome).toBe("posted");
  });

  test("short words are nobody’s, and after so many hours it is none", async () => {
    await setPipeline(admin, { repeatOwn: true, repeatHours: 2 });
    for (const _ of [1, 2]) expect((await say(place, ada, "I agree.")).outcome).toBe("posted");
    await say(place, ada, long);
    await sql`update comment_prints set said_at = now() - interval '119 minutes'`;
    expect(await reasonsOf(await say(place, ada, long))).toEqual(["repeated"]);
    await sql`update comment_prints set said_at = now() - interval '121 minutes'`;
    expect((await say(place, ada, long)).outcome).toBe("posted");
  });
});

describe("floods", () => {
  test("what is beyond so many in ten minutes is held, not refused", async () => {
    await setPipeline(admin, { floodShort: 2 });
    for (const body of ["1", "2"]) expect((await say(place, ada, body)).outcome).toBe("posted");
    expect(await reasonsOf(await say(elsewhere, ada, "3"))).toEqual(["flood"]);
    expect((await say(place, await makeAccount(), "4")).outcome).toBe("posted");
    await sql`update comment_prints set said_at = now() - interval '11 minutes'`;
    expect((await say(place, ada, "5")).outcome).toBe("posted");
  });

  test("and so many in a day", async () => {
    await setPipeline(admin, { floodDay: 2 });
    for (const body of ["1", "2"]) await say(place, ada, body);
    await sql`update comment_prints set said_at = now() - interval '23 hours'`;
    expect(await reasonsOf(await say(place, ada, "3"))).toEqual(["flood"]);
  });
});

describe("listed words", () => {
  test("hold a comment, of either language, and moderators see which", async () => {
    await changeWords(admin, "fr", "Crétin\nva te faire voir");
    await changeWords(admin, "en", "idiot");
    for (const [body, matched] of [
      ["Vous êtes un CRETIN.", "Crétin"],
      ["Va te faire… voir !", "va te faire voir"],
      ["An idiot wrote this.", "idiot"],
    ] as const) {
      const said = await say(place, ada, body);
      expect(await reasonsOf(said)).toEqual(["listed-words"]);
      const [held] = await sql<{ matched: string }[]>`
        select matched from held_comments order by id desc limit 1`;
      expect(held?.matched).toBe(matched);
    }
    expect((await say(place, ada, "L’idiotie n’est pas idiote.")).outcome).toBe("posted");
  });

  test("a change holds for the next comment; saving the same again is no change", async () => {
    await changeWords(admin, "en", "first");
    expect((await say(place, ada, "second")).outcome).toBe("posted");
    expect((await changeWords(admin, "en", "second\nfirst")).outcome).toBe("changed");
    expect((await say(place, ada, "second")).outcome).toBe("held");
    expect((await changeWords(admin, "en", "second\r\n\r\nfirst ")).outcome).toBe("unchanged");
    expect(await countWords()).toEqual({ en: 2, fr: 0 });
    expect((await changeWords(admin, "en", "!")).outcome).toBe("line-without-words");
    expect(await readWords("en")).toBe("second\nfirst");
  });

  test("50,000 lines are kept and looked up in", async () => {
    const lines = Array.from({ length: 50_000 }, (_, at) => `interdit${at}é`).join("\n");
    expect((await changeWords(admin, "fr", lines)).outcome).toBe("changed");
    expect((await say(place, ada, "Voilà INTERDIT49999E, non ?")).outcome).toBe("held");
    expect((await say(place, ada, "Voilà interdit50000e, non ?")).outcome).toBe("posted");
  });
});

test("an edit must not be the way in: a wording that would be held waits, and the earlier one stands", async () => {
  await setPipeline(admin, { linksUntil: 5, firstComments: 0 });
  const said = await say(place, ada, "Harmless.");
  if (said.outcome !== "posted") throw new Error(said.outcome);
  const linked = { body: "See https://example.org", stance: "oppose" as const };
  const held = await editComment(said.id, ada.id, linked);
  expect(held.outcome).toBe("held");
  expect(await editComment(said.id, ada.id, linked), "the same click again").toEqual(held);
  const bodyNow = async () =>
    (await sql<{ body: string }[]>`select body from comments where id = ${said.id}`)[0]?.body;
  expect(await bodyNow()).toBe("Harmless.");
  expect((await editComment(said.id, ada.id, { body: "Other words.", stance: "oppose" })).outcome).toBe(
    "edited",
  );
  expect(await bodyNow()).toBe("Other words.");
  const waiting = await sql`select 1 from held_comments where edits_id = ${said.id} and state = 'waiting'`;
  expect(waiting.count, "the next wording takes its place").toBe(0);
});

test("moderators and administrators are not held", async () => {
  await setPipeline(admin, { ...pipelineAdvised, firstComments: 100 });
  await changeWords(admin, "en", "idiot");
  for (const role of ["moderator", "admin"] as const)
    expect((await say(place, await makeAccount({ role }), "idiot")).outcome).toBe("posted");
});

describe("setting it", () => {
  test("is for administrators, and written down with what was before", async () => {
    expect((await changePipeline(ada, pipelineAdvised)).outcome).toBe("forbidden");
    expect((await changeWords(ada, "en", "word")).outcome).toBe("forbidden");
    expect((await changePipeline(admin, { ...pipelineOff, firstComments: 3 })).outcome).toBe("changed");
    expect((await changePipeline(admin, { ...pipelineOff, firstComments: 3 })).outcome).toBe("unchanged");
    const [event] = await sql<{ act: string; changes: unknown }[]>`
      select act, changes from administration_events order by id desc limit 1`;
    expect(event).toEqual({ act: "pipeline-set", changes: { firstComments: ["0", "3"] } });
    await changeWords(admin, "fr", "mot\nautre");
    const [listed] = await sql<{ act: string; subject: string; changes: unknown }[]>`
      select act, subject, changes from administration_events order by id desc limit 1`;
    expect(listed).toEqual({ act: "word-list-set", subject: "fr", changes: { words: ["0", "2"] } });
  });

  test.each([
    [{ firstComments: "101" }, "firstComments"],
    [{ firstComments: "-1" }, "firstComments"],
    [{ linksUntil: "" }, "linksUntil"],
    [{ repeatHours: "0" }, "repeatHours"],
    [{ repeatHours: "1.5" }, "repeatHours"],
    [{ repeatAccounts: "1" }, "repeatAccounts"],
    [{ floodShort: "1e3" }, "floodShort"],
    [{ floodDay: "ten" }, "floodDay"],
  ])("%j is refused", (wrong, field) => {
    const right = {
      ...{ firstComments: "1", linksUntil: "5", repeatHours: "24", repeatAccounts: "3" },
      ...{ floodShort: "10", floodDay: "60", repeatOwn: "on", severalLetters: "on" },
    };
    expect(PipelineForm.parse(right)).toEqual({ ...pipelineAdvised, holdLetters: false });
    const parsed = PipelineForm.safeParse({ ...right, ...wrong });
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});

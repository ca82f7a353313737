import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { deleteAccount } from "#app/accounts/change-account.server.ts";
import { translator } from "#app/languages/translate.ts";
import { answerContest, contestDecision } from "#app/moderation/contest-decision.server.ts";
import { forgetReporters } from "#app/moderation/forget-reporter.server.ts";
import { undoDecision } from "#app/moderation/undo-decision.server.ts";
import { mailNotices } from "#app/notices/mail-notices.server.ts";
import { type Notice, noticeWords } from "#app/notices/notice.ts";
import { openNotice } from "#app/notices/open-notice.server.ts";
import { countUnread, listNotices } from "#app/notices/read-notices.server.ts";
import { setDefaultRhythm } from "#app/notices/subscribe.server.ts";
import { createOrganisation } from "#app/organisations/create-organisation.server.ts";
import { withdrawHeld } from "#app/pipeline/hold-comment.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeLetter, organisationForm, origin, password, sign } from "../made-up.ts";
import { makeCase, makeDecision } from "../moderation/made-up-cases.ts";
import { sayHeld, setPipeline } from "../pipeline/made-up-pipeline.ts";
import { age, say, toldTo } from "./told.ts";

useDatabase();
let admin: Account;
let mo: Account;
let max: Account;
let author: Account;
beforeAll(async () => {
  admin = await makeAccount({ role: "admin" });
  mo = await makeAccount({ role: "moderator" });
  max = await makeAccount({ role: "moderator" });
});
let ada: Account;
let letter: { id: number; slug: string };
let place: { letter: string };
beforeEach(async () => {
  author = await makeAccount({ name: "Aude Author" });
  ada = await makeAccount({ name: "Ada Told" });
  letter = await makeLetter(author, { title: "A letter of rules" });
  place = { letter: letter.slug };
});

const noticesOf = async ({ id }: Account) => (await listNotices(id, null)).notices;
const wordsOf = async (account: Account) =>
  (await noticesOf(account)).map((notice: Notice) => noticeWords("en", notice));
const mailsTo = async ({ email }: Account) =>
  (await sql<{ kind: string }[]>`select kind from mails where to_address = ${email} order by id`).map(
    ({ kind }) => kind,
  );
/** All that could be mailed of what was told, is. */
const mailAll = async (account: Account) => {
  await setDefaultRhythm(account.id, "at-once");
  await age(account, 10);
  while ((await mailNotices(origin)) === "told");
};

describe("a decision", () => {
  test("rings the bell of whose comment it is, once; the mail is one, the statement of reasons", async () => {
    const comment = await say(place, ada, "You fool.");
    const caseId = await makeCase("comment", comment);
    const decision = await makeDecision(caseId, mo);
    expect(await noticesOf(ada)).toMatchObject([
      { kind: "decision", path: `/moderation/contest/${decision}`, read: false, title: "A letter of rules" },
    ]);
    expect(await wordsOf(ada)).toEqual(["A moderator hid your comment: A letter of rules"]);
    expect(await countUnread(ada.id)).toBe(1);
    await mailAll(ada);
    expect(await mailsTo(ada)).toEqual(["moderation-decision"]);
    // A further decision on the same case is another one.
    await makeDecision(caseId, mo, { decision: "pause", days: 3 });
    expect(await toldTo(ada)).toEqual(["decision", "decision"]);
    expect((await wordsOf(ada))[0]).toMatch(/paused your account/);
  });

  test("that keeps what was reported is told to nobody but who reported", async () => {
    const comment = await say(place, ada, "It is only a word.");
    const reporter = await makeAccount();
    await makeDecision(await makeCase("comment", comment, { account: reporter }), mo, {
      decision: "keep",
      reason: "no-breach",
      statement: "",
    });
    expect([await toldTo(ada), await toldTo(reporter)]).toEqual([[], ["report-decided"]]);
    expect(await wordsOf(reporter)).toEqual([
      `Your report of a comment was read. ${translator("en")("mail.decision.keep")}`,
    ]);
  });

  test("is told of a letter, a signature and an organisation as well, to whose they are", async () => {
    const signatory = await makeAccount();
    await sign(letter.slug, signatory.email, { name: "Sam Signer" });
    const made = await createOrganisation(ada.id, organisationForm({ name: "Acme of Rules" }));
    if (made.outcome !== "created") throw new Error(made.outcome);
    const [found = { signature: 0, organisation: 0 }] = await sql<
      { signature: number; organisation: number }[]
    >`
      select (select id from signatures where email = ${signatory.email}) as signature,
        (select id from organisations where slug = ${made.slug}) as organisation`;
    await makeDecision(await makeCase("signature", found.signature), mo);
    await makeDecision(await makeCase("organisation", found.organisation), mo);
    await makeDecision(await makeCase("letter", letter.id), mo);
    // Its author reads the name of a hidden letter still; who signed it reads it no more than everybody else.
    expect(await wordsOf(author)).toEqual(["A moderator hid your letter: A letter of rules"]);
    expect(await wordsOf(ada)).toEqual(["A moderator hid the page of your organisation: Acme of Rules"]);
    expect(await wordsOf(signatory)).toEqual([
      "A moderator hid your name on a letter that you signed: (no longer public)",
    ]);
  });

  test("that failed told nobody: both are one transaction", async () => {
    const comment = await say(place, ada, "You fool.");
    const caseId = await makeCase("comment", comment);
    await sql`
      create function refuse_log() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`;
    await sql`create trigger refuse_log before insert on mails for each row execute function refuse_log()`;
    await expect(makeDecision(caseId, mo)).rejects.toThrow("no");
    await sql`drop trigger refuse_log on mails`;
    await sql`drop function refuse_log()`;
    expect(await toldTo(ada)).toEqual([]);
  });

  test("is told to no account that is deleted", async () => {
    const comment = await say(place, ada, "You fool.");
    const caseId = await makeCase("comment", comment);
    await deleteAccount(ada, password);
    await makeDecision(caseId, mo);
    expect(await toldTo(ada)).toEqual([]);
  });
});

describe("what becomes of it", () => {
  test("is told when a moderator takes it back, once", async () => {
    const comment = await say(place, ada, "You fool.");
    const decision = await makeDecision(await makeCase("comment", comment), mo);
    await undoDecision(decision, mo.id);
    await undoDecision(decision, mo.id);
    expect(await toldTo(ada)).toEqual(["decision", "decision-undone"]);
  });

  test.each([
    ["uphold", "the decision stands"],
    ["overturn", "the decision is taken back"],
  ] as const)("is told when a contest is answered: %s", async (answer, words) => {
    const comment = await say(place, ada, "You fool.");
    const decision = await makeDecision(await makeCase("comment", comment), mo);
    await contestDecision(decision, ada.id, "It was irony.");
    for (let time = 0; time < 2; time++)
      await answerContest(decision, max, { answer, text: "We read it." }, origin);
    expect(await toldTo(ada)).toEqual(["decision", "contest-answered"]);
    expect((await wordsOf(ada))[0]).toContain(words);
    await mailAll(ada);
    expect(await mailsTo(ada)).toEqual(["moderation-decision", "contest-answered"]);
  });
});

describe("who reported", () => {
  test("is told the outcome with an account, and is mailed it once", async () => {
    const comment = await say(place, ada, "You fool.");
    const reporter = await makeAccount();
    await makeCase("comment", comment, { email: "stranger@example.org" });
    const caseId = await makeCase("comment", comment, { account: reporter });
    await makeDecision(caseId, mo);
    expect(await noticesOf(reporter)).toMatchObject([
      { kind: "report-decided", path: "/moderation/reasons" },
    ]);
    await mailAll(reporter);
    expect(await mailsTo(reporter)).toEqual(["report-received", "report-decided"]);
    await makeDecision(caseId, mo, { decision: "warn" });
    expect(await toldTo(reporter), "further decisions are the author's").toEqual(["report-decided"]);
  });

  test("is known by no notice any more once the report is forgotten", async () => {
    const comment = await say(place, ada, "You fool.");
    const reporter = await makeAccount();
    const caseId = await makeCase("comment", comment, { account: reporter });
    await makeDecision(caseId, mo);
    const reports = await sql<{ id: number }[]>`select id from reports where case_id = ${caseId}`;
    await sql.begin((tx) =>
      forgetReporters(
        tx,
        reports.map(({ id }) => id),
      ),
    );
    expect(await toldTo(reporter)).toEqual([]);
    expect(await toldTo(ada)).toEqual(["decision"]);
  });
});

describe("a comment that is held", () => {
  beforeEach(() => setPipeline(admin, { firstComments: 1 }));
  afterEach(() => setPipeline(admin));

  test("tells its author that it waits, with the reasons and the way to where they see it", async () => {
    const { id } = await sayHeld(place, ada, "My first words.");
    const [notice] = await noticesOf(ada);
    expect(notice).toMatchObject({
      kind: "comment-held",
      reasons: ["first-comments"],
      path: `/letters/${letter.slug}/discussion#held-${id}`,
      title: "A letter of rules",
    });
    await mailAll(ada);
    expect(await mailsTo(ada)).toEqual([]);
    expect(await toldTo(author)).toEqual([]);
  });

  test("tells when it appears, and leads to it", async () => {
    const { caseId } = await sayHeld(place, ada, "My first words.");
    await makeDecision(caseId, mo, { decision: "release", reason: "no-breach", statement: "" });
    const [comment = { id: 0 }] = await sql<{ id: number }[]>`
      select id from comments where account_id = ${ada.id}`;
    const path = `/letters/${letter.slug}/discussion/${comment.id}#comment-${comment.id}`;
    expect(await noticesOf(ada)).toMatchObject([
      { kind: "comment-released", path, reasons: null },
      { kind: "comment-held", path },
    ]);
    await mailAll(ada);
    expect(await mailsTo(ada)).toEqual(["held-released"]);
  });

  test("tells when it is refused, and leads to the decision", async () => {
    const { caseId } = await sayHeld(place, ada, "My first words.");
    const decision = await makeDecision(caseId, mo, { decision: "refuse" });
    expect(await noticesOf(ada)).toMatchObject([
      { kind: "decision", path: `/moderation/contest/${decision}` },
      { kind: "comment-held" },
    ]);
    expect((await wordsOf(ada))[0]).toBe("A moderator refused your comment: A letter of rules");
  });

  test("is told of no more once it is taken back, and the bell does not count it", async () => {
    const { id } = await sayHeld(place, ada, "My first words.");
    expect(await countUnread(ada.id)).toBe(1);
    await withdrawHeld(id, ada.id);
    expect(await countUnread(ada.id)).toBe(0);
  });
});

test("what moderation tells is opened by whom it is told to alone, on every device", async () => {
  const comment = await say(place, ada, "You fool.");
  const decision = await makeDecision(await makeCase("comment", comment), mo);
  const [notice] = await noticesOf(ada);
  expect(await openNotice(author.id, notice?.id ?? 0)).toEqual({ outcome: "not-found" });
  expect(await openNotice(ada.id, notice?.id ?? 0)).toEqual({
    outcome: "opened",
    path: `/moderation/contest/${decision}`,
  });
  expect(await countUnread(ada.id)).toBe(0);
});

import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { postDisposition } from "#app/doctrine/post-disposition.server.ts";
import { noticeWords } from "#app/notices/notice.ts";
import { listNotices } from "#app/notices/read-notices.server.ts";
import { follow } from "#app/notices/subscribe.server.ts";
import { createOrganisation } from "#app/organisations/create-organisation.server.ts";
import { publishLetter } from "#app/letters/publish-letter.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeOfficial, makeRules } from "../doctrine/made-up-officials.ts";
import { makeAccount, makeDraft, organisationForm } from "../made-up.ts";
import type { MadeText } from "../made-up-doctrine.ts";
import { makeCase, makeDecision } from "../moderation/made-up-cases.ts";
import { sayHeld, setPipeline } from "../pipeline/made-up-pipeline.ts";
import { say, tellAll, toldTo } from "./told.ts";

useDatabase();
let admin: Account;
let mo: Account;
beforeAll(async () => {
  admin = await makeAccount({ role: "admin" });
  mo = await makeAccount({ role: "moderator" });
});

describe("an answer to a rule", () => {
  let text: MadeText;
  let official: Account;
  let rule: { text: string; provision: string };
  beforeEach(async () => {
    text = await makeRules();
    official = await makeOfficial(text, admin);
    rule = { text: text.slug, provision: "2" };
  });
  const provisionId = async () => {
    const [found = { id: 0 }] = await sql<{ id: number }[]>`
      select id from provisions where text_id = ${text.id} and slug = '2'`;
    return found.id;
  };
  const dispose = async (key = randomUUID()) =>
    postDisposition(await provisionId(), official.id, {
      decision: "partly-accepted",
      reasons: "Well said.",
      revision: "2023-05-14",
      key,
    });

  test("as a disposition is told to who commented on it and who follows the text, once", async () => {
    const [spoke, replied, follower, elsewhere, quit] = await Promise.all(
      [1, 2, 3, 4, 5].map(() => makeAccount()),
    );
    if (!spoke || !replied || !follower || !elsewhere || !quit) throw new Error("nobody");
    const root = await say(rule, spoke, "Say where, exactly.");
    await say(rule, replied, "And who.", root);
    await say(rule, quit, "And why.");
    await say({ text: text.slug, provision: "3" }, elsewhere, "Leave how?");
    await follow(follower.id, { kind: "text", id: text.id }, "weekly");
    await follow(quit.id, { kind: "text", id: text.id }, "never");
    await tellAll();
    const key = randomUUID();
    for (let time = 0; time < 2; time++) expect(await dispose(key)).toEqual({ outcome: "posted" });
    await Promise.all([tellAll(), tellAll()]);
    await tellAll();
    const told = async (account: Account) => (await toldTo(account)).filter((kind) => kind === "disposition");
    for (const account of [spoke, replied, follower]) expect(await told(account)).toHaveLength(1);
    for (const account of [elsewhere, quit, official]) expect(await told(account)).toEqual([]);
    const { notices } = await listNotices(follower.id, null);
    expect(notices).toMatchObject([{ path: `/doctrine/${text.slug}/2#disposition`, who: official.name }]);
    expect(notices[0] && noticeWords("en", notices[0])).toMatch(
      /^Odile Official accepted in part what was said of a rule: 2.* – /,
    );
  });

  test("is told to nobody whose comment is hidden, held or deleted", async () => {
    const [hidden, held] = await Promise.all([makeAccount(), makeAccount()]);
    await makeDecision(await makeCase("comment", await say(rule, hidden, "You fools.")), mo);
    await setPipeline(admin, { firstComments: 1 });
    await sayHeld(rule, held, "My first words.");
    await setPipeline(admin);
    await dispose();
    await tellAll();
    expect(await toldTo(hidden)).toEqual(["decision"]);
    expect(await toldTo(held)).toEqual(["comment-held"]);
  });

  test("as an official answer is told to whom it answers, to the thread, and to who follows the text", async () => {
    const [spoke, replied, follower, other] = await Promise.all([1, 2, 3, 4].map(() => makeAccount()));
    if (!spoke || !replied || !follower || !other) throw new Error("nobody");
    const root = await say(rule, spoke, "Say where, exactly.");
    await say(rule, other, "And who.");
    await follow(follower.id, { kind: "text", id: text.id }, "daily");
    await follow(spoke.id, { kind: "text", id: text.id }, "daily");
    await say(rule, replied, "Where, yes.", root);
    await tellAll();
    expect(await toldTo(spoke)).toEqual(["reply"]);
    const answer = await say(rule, official, "We will say it.", root, { officially: true });
    await tellAll();
    await tellAll();
    expect(await toldTo(spoke)).toEqual(["reply", "official-answer"]);
    expect([await toldTo(replied), await toldTo(follower)]).toEqual([["thread"], ["rule-answer"]]);
    for (const account of [other, official]) expect(await toldTo(account)).toEqual([]);
    const { notices } = await listNotices(follower.id, null);
    expect(notices).toMatchObject([
      {
        who: official.name,
        body: "We will say it.",
        path: `/doctrine/${text.slug}/2/discussion/${answer}#comment-${answer}`,
      },
    ]);
    // What an official says as anybody may is no news of the text.
    await say(rule, official, "Privately: maybe.", root);
    await tellAll();
    expect(await toldTo(follower)).toEqual(["rule-answer"]);
  });
});

describe("an organisation", () => {
  /** An organisation with its owner, and followers at rhythms of their own. */
  async function followed() {
    const owner = await makeAccount();
    const made = await createOrganisation(owner.id, organisationForm());
    if (made.outcome !== "created") throw new Error(made.outcome);
    const [found = { id: 0, name: "" }] = await sql<{ id: number; name: string }[]>`
      select id, name from organisations where slug = ${made.slug}`;
    const [weekly, never, other] = await Promise.all([1, 2, 3].map(() => makeAccount()));
    if (!weekly || !never || !other) throw new Error("nobody");
    await follow(weekly.id, { kind: "organisation", id: found.id }, "weekly");
    await follow(never.id, { kind: "organisation", id: found.id }, "never");
    await follow(owner.id, { kind: "organisation", id: found.id }, "daily");
    return { owner, organisation: found, weekly, never, other };
  }
  const publish = async (account: Account, authorName: string, authorKind: "person" | "organisation") => {
    const slug = await makeDraft(account, { authorName, authorKind, title: "Its letter" });
    expect(await publishLetter(slug, account.id, 1)).toEqual({ outcome: "published" });
    return slug;
  };

  test("that publishes a letter is told to who follows it, by the rhythm chosen for it, once", async () => {
    const { owner, organisation, weekly, never, other } = await followed();
    const slug = await publish(owner, `${organisation.name} SAS`, "organisation");
    await publishLetter(slug, owner.id, 1);
    await tellAll();
    await tellAll();
    const { notices } = await listNotices(weekly.id, null);
    expect(notices).toMatchObject([
      {
        kind: "organisation-published",
        who: organisation.name,
        title: "Its letter",
        path: `/letters/${slug}`,
      },
    ]);
    const [row] = await sql`select rhythm from notices where account_id = ${weekly.id}`;
    expect(row).toEqual({ rhythm: "weekly" });
    for (const account of [never, other, owner]) expect(await toldTo(account)).toEqual([]);
    // Hidden afterwards, it is on no list of notices any more.
    await sql`
      update letters set state = 'hidden', hidden_from = 'open', hidden_at = now(), hidden_for = 'spam' where slug = ${slug}`;
    expect((await listNotices(weekly.id, null)).notices).toEqual([]);
  });

  test("is not told to publish what a stranger signs with its name, or one of its people as a person", async () => {
    const { owner, organisation, weekly, other } = await followed();
    await publish(other, organisation.name, "organisation");
    await publish(owner, organisation.name, "person");
    await publish(owner, "Another name", "organisation");
    await tellAll();
    expect(await toldTo(weekly)).toEqual([]);
  });

  test.each(["letter", "organisation"] as const)(
    "is not told of when the %s is hidden first",
    async (what) => {
      const { owner, organisation, weekly } = await followed();
      const slug = await publish(owner, organisation.name, "organisation");
      const [letter = { id: 0 }] = await sql<{ id: number }[]>`select id from letters where slug = ${slug}`;
      await makeDecision(await makeCase(what, what === "letter" ? letter.id : organisation.id), mo);
      await tellAll();
      expect(await toldTo(weekly)).toEqual([]);
    },
  );
});

import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { changeProfile, deleteAccount } from "#app/accounts/change-account.server.ts";
import type { Account } from "#app/accounts/account.ts";
import { publishUpdate } from "#app/chronicle/publish-update.server.ts";
import { recordDelivery } from "#app/chronicle/record-delivery.server.ts";
import { recordReply } from "#app/chronicle/record-reply.server.ts";
import { archiveLetter, unarchiveLetter } from "#app/letters/archive-letter.server.ts";
import { reopenLetter } from "#app/letters/reopen-letter.server.ts";
import { closeLetter } from "#app/letters/close-letter.server.ts";
import { deleteComment, editComment, postComment } from "#app/discussion/post-comment.server.ts";
import { voteOnComment } from "#app/discussion/vote-on-comment.server.ts";
import { createDraft } from "#app/letters/draft-letter.server.ts";
import { translator } from "#app/languages/translate.ts";
import { publishLetter } from "#app/letters/publish-letter.server.ts";
import { signNewVersion } from "#app/signatures/answer-version.server.ts";
import { withdrawSignature } from "#app/signatures/confirm-signature.server.ts";
import { beginInvalidation, undoInvalidation } from "#app/signatures/invalidate-signatures.server.ts";
import { Condition } from "#app/signatures/invalidation.ts";
import { listInvalidations, reviewerOf } from "#app/signatures/review-signatures.server.ts";
import { sampleAccounts } from "#db/seed/sample-accounts.ts";
import { endMembership } from "#app/organisations/change-member.server.ts";
import { createOrganisation } from "#app/organisations/create-organisation.server.ts";
import { editOrganisation } from "#app/organisations/edit-organisation.server.ts";
import { acceptInvitation, inviteMember } from "#app/organisations/invite-member.server.ts";
import { readOrganisation } from "#app/organisations/read-organisation.server.ts";
import { recordOfficial } from "#app/identity/official.server.ts";
import { recordLook } from "#app/organisations/record-look.server.ts";
import { addDomain, readDomains, removeDomain } from "#app/organisations/verify-domain.server.ts";
import { ConsultationForm } from "#app/consultations/consultation.ts";
import { closeConsultation, openConsultation } from "#app/consultations/open-consultation.server.ts";
import { markAccount } from "#app/doctrine/mark-official.server.ts";
import { CorrectionForm, correctSignature } from "#app/personal-data/correct-signature.server.ts";
import { eraseSignature } from "#app/personal-data/erase-data.server.ts";
import { mergeOrganisations } from "#app/organisations/merge-organisations.server.ts";
import { undoDecision } from "#app/moderation/undo-decision.server.ts";
import { postDisposition } from "#app/doctrine/post-disposition.server.ts";
import { closeSql, sql } from "#db/sql.ts";
import { ask, logInAt, post } from "../asking.ts";
import { deliveryForm, replyForm, updateForm } from "../chronicle/made-up-records.ts";
import { makeRules } from "../doctrine/made-up-officials.ts";
import { makeText, provision, reviseText } from "../made-up-doctrine.ts";
import {
  letterFields,
  makeAccount,
  makeDraft,
  makeLetter,
  organisationForm,
  origin,
  password,
  revise,
  sign,
} from "../made-up.ts";
import { makeCase, makeDecision } from "../moderation/made-up-cases.ts";
import { sayHeld, setPipeline } from "../pipeline/made-up-pipeline.ts";
import { translate } from "../translations/made-up-translations.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();

// The verbs run in this process, the pages are kept in another: what is told must cross the database.
beforeAll(() => (process.env.DATABASE_URL = tribune.databaseUrl()));
afterAll(closeSql);

const get = (path: string, headers: Record<string, string> = {}) => ask(tribune.url(), path, { headers });
const isKept = async (path: string) => /s-maxage/.test(String((await get(path)).headers["cache-control"]));

/** The page until it says what it should, for at most ten seconds. */
async function comesTo(path: string, holds: (text: string) => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    if (holds((await get(path)).text)) return;
    if (Date.now() > deadline) throw new Error(`${path} did not change within 10 s`);
    await sleep(50);
  }
}

let account: Account;
let letter: { id: number; slug: string };
beforeAll(async () => {
  account = await makeAccount({ name: "Nora Notify" });
  letter = await makeLetter(account, { title: "A letter that changes" });
  // The first beat has come back.
  await vi.waitUntil(() => isKept("/letters"), { timeout: 10_000 });
});

describe("each verb that writes public data reaches the pages made of it", { timeout: 60_000 }, () => {
  /** Asks for a page twice, so that it is kept, then acts, then waits for the change. */
  async function changes(path: string, act: () => Promise<unknown>, after: (text: string) => boolean) {
    const before = await get(path);
    expect(after(before.text), "not so before").toBe(false);
    await get(path);
    await act();
    await comesTo(path, after);
    await vi.waitUntil(() => isKept(path), { timeout: 10_000 });
  }
  const shows = (words: string) => (text: string) => text.includes(words);
  const page = () => `/letters/${letter.slug}`;

  test("publishing: home and lists", async () => {
    const slug = await makeDraft(account, { title: "Fresh from the press" });
    await get("/");
    await changes("/letters", () => publishLetter(slug, account.id, 1), shows("Fresh from the press"));
    await comesTo("/", shows("Fresh from the press"));
  });

  test("a new revision of a text that a letter cites", async () => {
    await makeText([{ dated: "2023-01-01", provisions: [provision("9", "As it was.")] }], {
      slug: "cited-text",
    });
    const attrs = { text: "cited-text", provision: "9", revision: "2023-01-01", label: "rule 9" };
    const document = {
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "citation", attrs }] }],
    };
    const slug = await createDraft(account.id, "en", letterFields(), document);
    await publishLetter(slug, account.id, 1);
    const since = translator("en")("citation.changed");
    await get(`/letters/${slug}/versions/1`);
    await changes(`/letters/${slug}`, () => reviseText("cited-text", "9", "As it is."), shows(since));
    await comesTo(`/letters/${slug}/versions/1`, shows(since));
  });

  test("invalidating signatures and undoing it: the public log", async () => {
    const log = (name: string, times: number) => (text: string) => text.split(name).length - 1 >= times;
    await sign(letter.slug, "ingo@example.org", { name: "Ingo Invalid" });
    const reviewer = await reviewerOf(letter.slug, account);
    if (!reviewer) throw new Error("the author may not review");
    const title = "A letter that changes";
    await changes(
      "/moderation/log",
      () =>
        beginInvalidation(reviewer, Condition.parse({ name: "Ingo Invalid" }), { reason: "joke", note: "" }),
      log(title, 1),
    );
    const [invalidation] = await listInvalidations(reviewer);
    await changes("/moderation/log", () => undoInvalidation(reviewer, invalidation?.id ?? 0), log(title, 2));
    expect((await get(`/moderation/log?letter=${letter.slug}`)).text).toContain("a joke");
    expect((await get("/moderation/log?letter=none")).status).toBe(404);
  });

  test("confirming a signature: letter, roster, list and data", async () => {
    for (const path of [page(), `${page()}/signatures`, "/letters"]) await get(path);
    await changes(
      `${page()}/signatures`,
      () => sign(letter.slug, "sam@example.org", { name: "Sam Signer" }),
      shows("Sam Signer"),
    );
    await comesTo(page(), shows("Sam Signer"));
    // A letter of its own: what was invalidated above and restored counts as well.
    const { slug } = await makeLetter(account);
    await changes(`/letters/${slug}.json`, () => sign(slug, "sue@example.org"), shows('"confirmed":1'));
  });

  test("confirming a signature: the letter on paper", async () => {
    const path = `${page()}.pdf`;
    const before = (await get(path)).text;
    await changes(
      path,
      () => sign(letter.slug, "paul@example.org"),
      (text) => text !== before,
    );
  });

  test("withdrawing it, before and after it was counted", async () => {
    const token = await sign(letter.slug, "wes@example.org", { name: "Wes Withdraws" });
    await comesTo(page(), shows("Wes Withdraws"));
    await changes(
      page(),
      () => withdrawSignature(token, origin),
      (text) => !text.includes("Wes Withdraws"),
    );
    await comesTo(`${page()}/signatures`, (text) => !text.includes("Wes Withdraws"));
  });

  test("a new version: letter, versions, data; and who moves to it", async () => {
    const moving = await makeLetter(account, { title: "A letter in versions" });
    const token = await sign(moving.slug, "vera@example.org");
    const versions = `/letters/${moving.slug}/versions`;
    await comesTo(versions, (text) => /1 signature on this text/.test(text));
    const data = `/letters/${moving.slug}.json`;
    for (const path of [versions, data, `${versions}/1`]) await get(path);
    const reason = "Because it was time";
    await changes(
      versions,
      () => revise(account, moving.slug, { text: "The newest words.", reason }),
      shows(reason),
    );
    await comesTo(`/letters/${moving.slug}`, shows("The newest words."));
    await comesTo(`${versions}/1`, shows("This is not the newest text"));
    const counts = (first: number, second: number) => (text: string) =>
      [...text.matchAll(/"signatures":(\d+)\}/g)].map(([, count]) => Number(count)).join() ===
      `${second},${first}`;
    await comesTo(data, counts(1, 0));
    await changes(data, () => signNewVersion(token, 2, origin), counts(0, 1));
  });

  test("a translation: the letter in both languages, its versions and data", async () => {
    const spoken = await makeLetter(account, { title: "A letter in two languages" });
    const path = `/letters/${spoken.slug}`;
    await translate(account, spoken.slug, { title: "Une lettre en deux langues" });
    for (const part of ["", "/versions", ".json", "?in=fr"]) await get(path + part);
    expect((await get(`${path}?in=fr`)).headers.location).toBe(path);
    await changes(
      path,
      () => revise(account, spoken.slug, { reason: "Said in French too" }),
      shows("?in=fr"),
    );
    await comesTo(`${path}/versions`, shows("/versions/2?in=fr"));
    await comesTo(`${path}.json`, shows("Une lettre en deux langues"));
    await comesTo(`${path}?in=fr`, shows("This translation is behind its original"));
    await vi.waitUntil(() => isKept(`${path}?in=fr`), { timeout: 10_000 });
    await translate(account, spoken.slug, { title: "Une lettre en deux langues, la suite" });
    await changes(
      `${path}?in=fr`,
      () => revise(account, spoken.slug, { text: "Said once more." }),
      shows("Une lettre en deux langues, la suite"),
    );
    expect((await get(`${path}/versions/2?in=fr`)).text).not.toContain("la suite");
  });

  test("what becomes of a letter: update, delivery, reply, closing, reopening, archiving", async () => {
    const told = await makeLetter(account, { title: "A letter with a sequel" });
    const path = `/letters/${told.slug}`;
    const parts = ["", "/updates", "/delivery", "/replies", "/history", ".json"].map((part) => path + part);
    const [letterPage = "", updates = "", delivery = "", replies = "", history = "", data = ""] = parts;
    for (const part of parts) await get(part);
    const update = () => publishUpdate(told.slug, account.id, updateForm({ title: "It moves" }), origin);
    await changes(letterPage, update, shows("It moves"));
    const hand = () => recordDelivery(told.slug, account.id, deliveryForm({ addressee: "The front desk" }));
    await changes(letterPage, hand, shows("The front desk"));
    const reply = () => recordReply(told.slug, account.id, replyForm({ name: "Rhea Replies" }), origin);
    await changes(letterPage, reply, shows("Rhea Replies"));
    for (const [part, words] of [
      [updates, "It moves"],
      [delivery, "The front desk"],
      [replies, "Rhea Replies"],
      [history, "Rhea Replies"],
      [data, "Rhea Replies"],
    ] as const)
      await comesTo(part, shows(words));
    const en = translator("en");
    await changes(letterPage, () => closeLetter(told.slug, account.id), shows(en("letter.closed.text")));
    const fields = { reason: "To go on.", closesOn: null };
    await changes(history, () => reopenLetter(told.slug, account.id, fields), shows("To go on."));
    await closeLetter(told.slug, account.id);
    await comesTo(letterPage, shows(en("letter.closed.text")));
    const discussion = `${path}/discussion`;
    const archived = shows(en("discussion.archived"));
    await changes(discussion, () => archiveLetter(told.slug, account.id), archived);
    await comesTo(letterPage, shows(en("letter.archived.text")));
    await comesTo(data, shows('"state":"archived"'));
    const back = (text: string) => !archived(text);
    await changes(discussion, () => unarchiveLetter(told.slug, account.id), back);
  });

  test("an organisation: adding, editing, members", async () => {
    const form = {
      ...{ name: "Kept Works", sector: "association" as const, country: "FR", another: false },
      ...{ website: "", registration: "", about: "" },
    };
    await changes("/organisations", () => createOrganisation(account.id, form), shows("Kept Works"));
    const path = "/organisations/kept-works";
    const id = (await readOrganisation("kept-works"))?.id ?? 0;
    await changes(
      path,
      () => editOrganisation(id, account, { ...form, about: "What it keeps" }),
      shows("What it keeps"),
    );
    const helper = await makeAccount({ name: "Hedy Helps" });
    await inviteMember({ id, name: "Kept Works" }, account, { email: helper.email, role: "owner" }, origin);
    const [mail] = await tribune.sql()<{ body: string }[]>`
      select body from mails where to_address = ${helper.email}`;
    const token = /\/invitations\/([\w-]+)/.exec(mail?.body ?? "")?.[1] ?? "";
    await changes(path, () => acceptInvitation(token, helper), shows("Hedy Helps"));
    await addDomain(id, account, "kept-works.example");
    const look = { outcome: "found", method: "dns" } as const;
    const [row] = await readDomains(id);
    const asked = { organisationId: id, domain: "kept-works.example", token: row?.token ?? "" };
    const record = () => sql.begin((tx) => recordLook(tx, asked, look, account.id, origin));
    await changes(path, record, shows("kept-works.example"));
    const lost = (text: string) => !text.includes("kept-works.example");
    await changes(path, () => removeDomain(id, account, "kept-works.example"), lost);
    await sql`
      insert into signatures (letter_id, version_number, kind, signer_key, name, email, name_shown, keep_informed, language,
        organisation_id, level)
      values (${letter.id}, 1, 'organisation', ${`organisation:${id}`}, 'Kept Works', 'x@example.org', true, false, 'en',
        ${id}, 'mailed')`;
    const confirm = async () =>
      void (await sql`
      update signatures set state = 'confirmed', confirmed_at = now() where organisation_id = ${id}`);
    await changes(path, confirm, shows("A letter that changes"));
    const gone = (text: string) => !text.includes("Hedy Helps");
    await changes(path, () => endMembership(id, helper, helper.id), gone);
  });

  test("commenting, editing, deleting", async () => {
    const discussion = `${page()}/discussion`;
    let id = 0;
    const form = { body: "First words", stance: "neutral" as const, parent: null };
    await changes(
      discussion,
      async () => {
        const posted = await postComment({ letter: letter.slug }, account.id, form);
        if (posted.outcome === "posted") id = posted.id;
      },
      shows("First words"),
    );
    const permalink = `${discussion}/${id}`;
    await get(permalink);
    await changes(
      discussion,
      () => editComment(id, account.id, { body: "Second words", stance: "neutral" }),
      shows("Second words"),
    );
    await comesTo(permalink, shows("Second words"));
    await changes(
      discussion,
      () => deleteComment(id, account.id),
      (text) => !text.includes("Second words"),
    );
  });

  test("the badge of an official: proved, named, gone", async () => {
    const body = "11002001300097";
    await postComment({ letter: letter.slug }, account.id, {
      body: "Officially.",
      stance: "neutral",
      parent: null,
    });
    const path = `${page()}/discussion`;
    await changes(
      path,
      () =>
        sql.begin((tx) => recordOfficial(tx, account.id, { siret: body, issuer: "https://login.example" })),
      shows(body),
    );
    await changes(
      path,
      () => sql`update officials set body_name = 'A ministry' where account_id = ${account.id}`,
      shows("A ministry"),
    );
    await changes(
      path,
      () => sql`delete from officials where account_id = ${account.id}`,
      (text) => !text.includes("A ministry"),
    );
  });

  test("hiding a comment and undoing it: thread, comment, the public log and its feed", async () => {
    const place = { letter: letter.slug };
    const posted = await postComment(place, account.id, {
      body: "Rude words.",
      stance: "neutral",
      parent: null,
    });
    const id = posted.outcome === "posted" ? posted.id : 0;
    const moderator = await makeAccount({ role: "moderator" });
    const caseId = await makeCase("comment", id);
    let decision = 0;
    const hidden = (text: string) => text.includes("Hidden by moderation") && !text.includes("Rude words.");
    await comesTo(`${page()}/discussion`, shows("Rude words."));
    await get(`${page()}/discussion/${id}`);
    const told = translator("en")("publicLog.comment-hidden", { reason: "spam" });
    await get("/moderation/log");
    await get("/moderation/log.atom");
    const hide = async () => (decision = await makeDecision(caseId, moderator, { reason: "spam" }));
    await changes(`${page()}/discussion`, hide, hidden);
    await comesTo(`${page()}/discussion/${id}`, hidden);
    await comesTo("/moderation/log", shows(told));
    await comesTo("/moderation/log.atom", shows(told));
    await changes(`${page()}/discussion`, () => undoDecision(decision, moderator.id), shows("Rude words."));
  });

  test("hiding a letter and undoing it: its page, lists, feeds, papers and what cites it", async () => {
    const own = await makeLetter(account, { title: "Hidden for a while" });
    const moderator = await makeAccount({ role: "moderator" });
    const caseId = await makeCase("letter", own.id);
    const path = `/letters/${own.slug}`;
    for (const kept of [path, `${path}/discussion`, `${path}/versions/1`, "/letters", "/feed.atom"])
      await get(kept);
    await comesTo("/letters", shows("Hidden for a while"));
    let decision = 0;
    const hide = async () => (decision = await makeDecision(caseId, moderator, { reason: "spam" }));
    const gone = (text: string) => !text.includes("Hidden for a while");
    const told = (text: string) => gone(text) && text.includes("Hidden by moderation");
    await hide();
    await comesTo(path, told);
    await comesTo("/letters", gone);
    for (const rest of [
      "",
      "/discussion",
      "/versions/1",
      "/versions/1.json",
      ".json",
      ".pdf",
      "/signatures.csv",
    ])
      await vi.waitFor(async () => expect((await get(path + rest)).status, rest).toBe(410), 10_000);
    for (const told of ["/", "/search?q=while", "/moderation/log"])
      expect((await get(told)).text).not.toContain("Hidden for a while");
    await undoDecision(decision, moderator.id);
    await comesTo(path, shows("Hidden for a while"));
    await comesTo("/letters", shows("Hidden for a while"));
  });

  test("a comment that was held, released", async () => {
    const [admin, moderator, newcomer] = [
      await makeAccount({ role: "admin" }),
      await makeAccount({ role: "moderator" }),
      await makeAccount({ name: "Nina Newcomer" }),
    ];
    await setPipeline(admin, { firstComments: 1 });
    const { caseId } = await sayHeld({ letter: letter.slug }, newcomer, "Held for a while.");
    await setPipeline(admin);
    await changes(
      `${page()}/discussion`,
      () => makeDecision(caseId, moderator, { decision: "release", reason: "no-breach", statement: "" }),
      shows("Held for a while."),
    );
  });

  test("a signature that is corrected, hidden, shown again and erased", async () => {
    const email = "rosa@example.org";
    await sign(letter.slug, email, { name: "Rosa Rosster" });
    const roster = `${page()}/signatures`;
    await comesTo(roster, shows("Rosa Rosster"));
    const [{ id } = { id: 0 }] = await sql<
      { id: number }[]
    >`select id from signatures where email = ${email}`;
    const correction = CorrectionForm.parse({ name: "Rosa Roster", showName: "on" });
    await changes(roster, () => correctSignature(email, id, correction), shows("Rosa Roster"));
    const moderator = await makeAccount({ role: "moderator" });
    let decision = 0;
    const gone = (text: string) => !text.includes("Rosa Roster");
    const caseId = await makeCase("signature", id);
    await changes(roster, async () => (decision = await makeDecision(caseId, moderator)), gone);
    await changes(roster, () => undoDecision(decision, moderator.id), shows("Rosa Roster"));
    await changes(roster, () => eraseSignature(email, id), gone);
  });

  test("an organisation that is hidden, shown again and merged into another", async () => {
    const [admin, moderator] = [
      await makeAccount({ role: "admin" }),
      await makeAccount({ role: "moderator" }),
    ];
    const names = ["Zenith of Clouds", "Zenith Clouds Group"];
    const [gone, kept] = await Promise.all(
      names.map(async (name) => {
        const made = await createOrganisation(account.id, organisationForm({ name }));
        return readOrganisation(made.outcome === "created" ? made.slug : "");
      }),
    );
    if (!gone || !kept) throw new Error("no organisations");
    const list = "/organisations?search=zenith";
    const away = (text: string) => !text.includes("Zenith of Clouds");
    const path = `/organisations/${gone.slug}`;
    const caseId = await makeCase("organisation", gone.id);
    await comesTo(path, shows("Zenith of Clouds"));
    const decision = await makeDecision(caseId, moderator);
    await comesTo(path, away);
    await undoDecision(decision, moderator.id);
    await comesTo(path, shows("Zenith of Clouds"));
    await comesTo(list, shows("Zenith of Clouds"));
    expect(await mergeOrganisations(gone.id, kept.id, admin, gone.name, origin)).toMatchObject({
      outcome: "merged",
    });
    await comesTo(list, away);
    await comesTo("/moderation/log", shows("Zenith of Clouds"));
    await vi.waitFor(async () =>
      expect((await get(path)).headers.location).toBe(`/organisations/${kept.slug}`),
    );
  });

  test("a vote", async () => {
    const discussion = `${page()}/discussion`;
    const form = { body: "Put to the vote", stance: "neutral" as const, parent: null };
    const posted = await postComment({ letter: letter.slug }, account.id, form);
    const id = "id" in posted ? posted.id : 0;
    await comesTo(discussion, shows("Put to the vote"));
    const voter = await makeAccount();
    await changes(
      discussion,
      () => voteOnComment({ letter: letter.slug }, id, voter.id, "agree"),
      shows("1 agrees"),
    );
  });

  test("a new name, and an account that is deleted", async () => {
    const speaker = await makeAccount({ name: "Old Name" });
    const discussion = `${page()}/discussion`;
    await postComment({ letter: letter.slug }, speaker.id, {
      body: "By name",
      stance: "neutral",
      parent: null,
    });
    await comesTo(discussion, shows("Old Name"));
    const profile = { name: "New Name", language: "en" as const };
    await changes(discussion, () => changeProfile(speaker.id, profile), shows("New Name"));
    await changes(
      discussion,
      () => deleteAccount(speaker, password),
      (text) => !text.includes("New Name"),
    );
  });

  test("a doctrine text: a comment, a citation, a letter that no longer cites, a disposition, a revision", async () => {
    const doctrine = await makeText(
      [{ dated: "2024-01-01", provisions: [provision("1", "A rule.", { title: "First" })] }],
      { slug: "kept-rules", title: "Kept rules", language: "en" },
    );
    const [rule = 0] = [doctrine.provisions["1"]];
    const revision = doctrine.revisions["2024-01-01"] ?? 0;
    const [text, own, data] = ["", "/1", "/1.json"].map((part) => `/doctrine/kept-rules${part}`);
    if (!text || !own || !data) throw new Error("no paths");
    await comesTo("/doctrine", shows("Kept rules"));
    for (const path of ["/doctrine", text, own, data]) await get(path);
    const said = { body: "Said of a rule", stance: "neutral" as const, parent: null };
    const place = { text: "kept-rules", provision: "1" };
    await changes(text, () => postComment(place, account.id, said), shows("1 comment"));
    await comesTo("/doctrine", shows("1 comment"));
    await comesTo(own, shows("1 comment"));
    await comesTo(`${own}/discussion`, shows("Said of a rule"));

    const citing = await makeLetter(account, { title: "A letter that cites" });
    const cite = () => sql`
      insert into citations (letter_id, version_number, position, provision_id, revision_id)
      values (${citing.id}, 1, 1, ${rule}, ${revision})`;
    await changes(own, cite, shows("A letter that cites"));
    await comesTo(text, shows("1 letter"));
    await comesTo("/doctrine", shows("1 letter cites it"));
    const another = () => revise(account, citing.slug, { title: "A letter that cites no more" });
    await changes(own, another, shows("No letter cites it yet"));
    await comesTo(text, (page) => !page.includes("1 letter"));

    const dispose = () => sql`
      insert into dispositions (provision_id, revision_id, decision, reasons, account_id, submission_key)
      values (${rule}, ${revision}, 'accepted', 'It was right.', ${account.id}, gen_random_uuid())`;
    await changes(own, dispose, shows("It was right."));
    await comesTo(text, shows("1 official answer"));
    await comesTo(data, shows("It was right."));

    const add = async () => {
      const [row] = await sql<{ id: number }[]>`
        insert into revisions (text_id, dated, title, sha256, provision_count)
        values (${doctrine.id}, '2025-05-05', 'Kept rules', ${"0".repeat(64)}, 1) returning id`;
      await sql`
        insert into provision_states (revision_id, provision_id, position, depth, kind, number, title, body, slug, change)
        values (${row?.id ?? 0}, ${rule}, 1, 0, 'rule', '1', 'First', 'Another rule.', '1', 'changed')`;
    };
    await changes(own, () => sql.begin(add), shows("Another rule."));
    await comesTo(text, shows("Another rule."));
    await comesTo("/doctrine", shows("5 May 2025"));
    expect((await get(`${own}?revision=2024-01-01`)).text).toContain("A rule.");
  });

  test("the signature of an organisation on a letter that cites a rule", async () => {
    const doctrine = await makeText([{ dated: "2024-01-01", provisions: [provision("1", "A rule.")] }], {
      slug: "signed-rules",
    });
    const citing = await makeLetter(account);
    await sql`
      insert into citations (letter_id, version_number, position, provision_id, revision_id)
      values (${citing.id}, 1, 1, ${doctrine.provisions["1"] ?? 0}, ${doctrine.revisions["2024-01-01"] ?? 0})`;
    const { outcome } = await createOrganisation(account.id, organisationForm({ name: "Signing Works" }));
    expect(outcome).toBe("created");
    const id = (await readOrganisation("signing-works"))?.id ?? 0;
    const path = "/doctrine/signed-rules/1";
    await comesTo(path, shows("1 letter, 0 organisations"));
    const signed = () => sql`
      insert into signatures (letter_id, version_number, kind, signer_key, name, email, name_shown, keep_informed, language,
        organisation_id, level, state, confirmed_at)
      values (${citing.id}, 1, 'organisation', ${`organisation:${id}`}, 'Signing Works', 'x@example.org', true, false, 'en',
        ${id}, 'domain', 'confirmed', now())`;
    await changes(path, signed, shows("1 letter, 1 organisation with"));
  });

  test("who answers for a text, when it takes comments, and what was answered", async () => {
    const admin = await makeAccount({ role: "admin" });
    const text = await makeRules("rules-kept");
    const home = `/doctrine/${text.slug}`;
    const official = await makeAccount({ name: "Otto Official" });
    await changes(
      `${home}/officials`,
      () => markAccount(text.id, admin, official.email),
      shows("Otto Official"),
    );
    await comesTo("/moderation/log", shows("Otto Official"));
    const form = ConsultationForm.parse({
      title: "Kept consultation",
      opens: "",
      closes: "2099-01-01T00:00",
    });
    for (const path of [home, `${home}/1`, `${home}/1/discussion`]) await get(path);
    let id = 0;
    const open = async () => {
      const opened = await openConsultation(text.id, official.id, form);
      if (opened.outcome === "opened") id = opened.id;
    };
    await changes(`${home}/consultations`, open, shows("Kept consultation"));
    await comesTo(home, shows("Kept consultation"));
    await comesTo(`${home}/1`, shows("Kept consultation"));
    const place = { text: text.slug, provision: "1" };
    const words = { body: "Counted.", stance: "support" as const, parent: null };
    await changes(
      `${home}/consultations/${id}`,
      () => postComment(place, account.id, words),
      shows("1 account commented"),
    );
    const disposition = { decision: "noted" as const, reasons: "Noted here.", revision: "2023-05-14" };
    await changes(
      `${home}/1`,
      () => postDisposition(text.provisions["1"] ?? 0, official.id, { ...disposition, key: randomUUID() }),
      shows("Noted here."),
    );
    await changes(
      `${home}/1/discussion`,
      () => closeConsultation(text.id, official.id, id),
      shows("have been closed since"),
    );
  });

  test("closing", async () => {
    const closing = await makeLetter(account);
    const text = "takes no more signatures";
    await changes(`/letters/${closing.slug}`, () => closeLetter(closing.slug, account.id), shows(text));
  });
});

test("a listener that was cut off hears again, and nothing old is served meanwhile", async () => {
  const path = `/letters/${letter.slug}/discussion`;
  await get(path);
  await tribune.sql()`
    select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tribune page changes'`;
  await postComment({ letter: letter.slug }, account.id, {
    body: "Said unheard",
    stance: "neutral",
    parent: null,
  });
  await comesTo(path, (text) => text.includes("Said unheard"));
  await expect.poll(() => isKept(path), { timeout: 10_000 }).toBe(true);
  await postComment({ letter: letter.slug }, account.id, {
    body: "Heard again",
    stance: "neutral",
    parent: null,
  });
  await comesTo(path, (text) => text.includes("Heard again"));
});

/** The bytes of an answer as they come over the wire. */
function bytesOf(
  path: string,
  headers: Record<string, string>,
): Promise<{ encoding?: string; etag?: string; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request(new URL(path, tribune.url()), { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          encoding: response.headers["content-encoding"],
          etag: response.headers.etag,
          body: Buffer.concat(chunks),
        }),
      );
    })
      .on("error", reject)
      .end();
  });
}

test("the same page in each encoding, 304 for who has it, HEAD without a body", async () => {
  const path = `/letters/${letter.slug}/versions`;
  const plain = await bytesOf(path, { "Accept-Encoding": "identity" });
  const zipped = await bytesOf(path, { "Accept-Encoding": "gzip, br;q=0" });
  const brotli = await bytesOf(path, { "Accept-Encoding": "gzip, deflate, br" });
  expect([plain.encoding, zipped.encoding, brotli.encoding]).toEqual([undefined, "gzip", "br"]);
  expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true);
  expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
  expect(new Set([plain.etag, zipped.etag, brotli.etag]).size).toBe(3);
  const again = await get(path, { "If-None-Match": plain.etag ?? "" });
  expect(again).toMatchObject({ status: 304, text: "" });
  expect(again.headers.etag).toBe(plain.etag);
  const head = await ask(tribune.url(), path, { method: "HEAD" });
  expect(head).toMatchObject({ status: 200, text: "" });
  expect(head.headers["content-length"]).toBe(String(plain.body.length));
  expect(head.headers["content-security-policy"]).toMatch(/script-src 'self';/);
});

test("languages, appearances and accounts never share a page; who just sent a form sees what they did", async () => {
  const path = `/letters/${letter.slug}`;
  await get(path);
  expect((await get(path, { "Accept-Language": "fr" })).text).toContain('<html lang="fr"');
  expect((await get(path, { Cookie: "theme=dark" })).text).toContain('data-theme="dark"');
  expect((await get(path)).text).toContain('data-theme="auto"');
  const [owner = { email: "", password: "", name: "" }] = sampleAccounts;
  const cookie = await logInAt(tribune.url(), owner);
  const own = await get(path, { Cookie: cookie });
  expect(own.text).toContain(owner.name);
  expect(own.headers["cache-control"]).toMatch(/private/);
  expect((await get(path)).text).not.toContain(owner.name);
  const sent = await post(tribune.url(), "/preferences", { theme: "auto" });
  const fresh = [sent.headers["set-cookie"] ?? []].flat().find((line) => line.startsWith("fresh="));
  expect(fresh).toMatch(/Max-Age=5/);
  expect((await get(path, { Cookie: "fresh=1" })).headers["cache-control"]).toMatch(/private/);
});

test("searches, notices and what is not found are made anew", async () => {
  for (const path of [
    `/letters/${letter.slug}?published`,
    `/letters/${letter.slug}/signatures?search=sam`,
    "/letters/none",
  ])
    expect(await isKept(path), path).toBe(false);
});

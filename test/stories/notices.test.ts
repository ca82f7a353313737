import type { Page } from "@playwright/test";
import { translator } from "#app/languages/translate.ts";
import { ask } from "../asking.ts";
import { join, logIn, sample } from "./people.ts";
import { expect, expectAccessible, test, type Tribune } from "./tribune.ts";

const t = translator("en");

test("a reply rings the bell, and once it was opened the bell is silent", async ({ tribune, visitor }) => {
  test.setTimeout(300_000);
  const author = await visitor({});
  const reader = await visitor({ javaScriptEnabled: false });
  await logIn(author, sample("Owen"));
  const ada = { name: "Ada Told", email: "ada@told.example", password: "a quiet long phrase" };
  await join(reader, tribune, ada, t);
  const discussion = "/letters/pour-un-cloud-de-confiance-verifiable/discussion";
  await reader.goto(discussion);
  await reader.getByRole("textbox", { name: t("comment.body") }).fill("One rule is enough.");
  await reader.getByRole("button", { name: t("comment.post") }).click();
  await expect(reader.getByText("One rule is enough.")).toBeVisible();
  await expect(reader.getByRole("link", { name: t("notices.bell.none") })).toBeVisible();

  await reader.goto("/notices");
  await expect(reader.getByText(t("notices.empty"))).toBeVisible();

  await author.goto(discussion);
  const comment = author.locator("article, li").filter({ hasText: "One rule is enough." }).last();
  await comment
    .getByRole("link", { name: t("comment.reply") })
    .first()
    .click();
  await author
    .getByRole("textbox", { name: t("comment.reply.body") })
    .last()
    .fill("Which one?");
  await author
    .getByRole("button", { name: t("comment.reply.post") })
    .last()
    .click();
  await expect(author.getByText("Which one?").first()).toBeVisible();

  await reader.reload();
  await reader.getByRole("link", { name: t("notices.bell", { count: 1, number: "1" }) }).click();
  await expectAccessible(author);
  await reader.getByRole("button", { name: /Owen/ }).click();
  await expect(reader).toHaveURL(/\/discussion\/\d+#comment-\d+$/);
  await expect(reader.getByText("Which one?").first()).toBeVisible();
  await expect(reader.getByRole("link", { name: t("notices.bell.none") })).toBeVisible();
});

test("a decided comment rings its author's bell; opened on one device it is read on the other", async ({
  tribune,
  visitor,
}) => {
  test.setTimeout(300_000);
  const discussion = "/letters/pour-un-cloud-de-confiance-verifiable/discussion";
  const dora = { name: "Dora Decided", email: "dora@decided.example", password: "a quiet long phrase" };
  const desk = await visitor({});
  await join(desk, tribune, dora, t);
  await say(desk, discussion, "You are all fools, every one.");
  const phone = await visitor({ javaScriptEnabled: false });
  await logIn(phone, dora);

  const stranger = await visitor({});
  const [{ id } = { id: 0 }] = await tribune.sql()<{ id: number }[]>`
    select id from comments where body = 'You are all fools, every one.'`;
  await stranger.goto(`/moderation/report?comment=${id}`);
  await stranger.getByRole("radio", { name: t("moderation.reason.harassment") }).check();
  await stranger.getByLabel(t("report.faith")).check();
  await stranger.getByRole("button", { name: t("report.button") }).click();
  await expect(stranger.getByRole("heading", { level: 1, name: t("report.done.title") })).toBeVisible();
  const fr = translator("fr");
  const moderator = await visitor({ locale: "fr-FR" });
  await logIn(moderator, sample("Salomé"), fr);
  const [{ caseId } = { caseId: 0 }] = await tribune.sql()<{ caseId: number }[]>`
    select id as "caseId" from moderation_cases where comment_id = ${id}`;
  await moderator.goto(`/moderation/cases/${caseId}`);
  await moderator.getByRole("radio", { name: fr("moderation.decision.hide"), exact: true }).check();
  await moderator.getByRole("radio", { name: fr("moderation.reason.harassment") }).check();
  await moderator.getByLabel(fr("decide.statement")).fill("It insults.");
  await moderator.getByRole("button", { name: fr("decide.button"), exact: true }).click();
  await expect(moderator.getByText(fr("case.decided"))).toBeVisible();

  const rings = { name: t("notices.bell", { count: 1, number: "1" }) };
  const silent = { name: t("notices.bell.none") };
  for (const device of [desk, phone]) {
    await device.goto("/");
    await expect(device.getByRole("link", rings)).toBeVisible();
  }
  await desk.getByRole("link", rings).click();
  const words = new RegExp(t("notice.hidden.comment", { title: "" }).trim());
  await expect(desk.getByText(t("notices.unread"), { exact: true })).toBeVisible();
  await expectAccessible(desk);
  await desk.getByRole("button", { name: words }).click();
  await expect(desk).toHaveURL(/\/moderation\/contest\/\d+$/);
  await expect(desk.getByText("It insults.")).toBeVisible();

  await phone.goto("/notices");
  await expect(phone.getByRole("link", silent)).toBeVisible();
  await expect(phone.getByRole("button", { name: words })).toBeVisible();
  await expect(phone.getByText(t("notices.unread"), { exact: true })).toHaveCount(0);
  // The mail is the statement of reasons, and no other tells the same.
  await tribune.mailbox.waitFor(dora.email, { subject: new RegExp(t("mail.statement.subject.hide")) });
  await expect
    .poll(
      async () =>
        (
          await tribune.sql()`select kind from mails where to_address = ${dora.email} and kind like '%decision'`
        ).length,
    )
    .toBe(1);
});

/** Writes a comment in the discussion of a letter, as a reader does. */
async function say(page: Page, discussion: string, words: string): Promise<void> {
  await page.goto(discussion);
  await page.getByRole("textbox", { name: t("comment.body") }).fill(words);
  await page.getByRole("button", { name: t("comment.post") }).click();
  await expect(page.getByText(words)).toBeVisible();
}

/** Answers the comment with these words. */
async function answer(page: Page, discussion: string, to: string, words: string): Promise<void> {
  await page.goto(discussion);
  const comment = page.locator("article, li").filter({ hasText: to }).last();
  await comment
    .getByRole("link", { name: t("comment.reply") })
    .first()
    .click();
  const body = page.getByRole("textbox", { name: t("comment.reply.body") }).last();
  await body.fill(words);
  await page
    .getByRole("button", { name: t("comment.reply.post") })
    .last()
    .click();
  await expect(page.getByText(words).first()).toBeVisible();
}

/** A day passes: what was told is of before eight in Paris, and the digests of the moment are still to be written. */
async function letADayPass(tribune: Tribune): Promise<void> {
  const sql = tribune.sql();
  await sql`update notices set created_at = created_at - interval '25 hours'`;
  await sql`update digests set due_at = due_at - interval '1 day'`;
  await sql`select graphile_worker.add_job('write-digests')`;
}

test("a digest arrives by mail, one POST of a mail provider ends it, and the next round sends nothing", async ({
  tribune,
  visitor,
}) => {
  test.setTimeout(300_000);
  const { mailbox } = tribune;
  const discussion = "/letters/pour-un-cloud-de-confiance-verifiable/discussion";
  const people = {
    leaves: { name: "Lea Leaves", email: "lea@digest.example", password: "a quiet long phrase" },
    stays: { name: "Stan Stays", email: "stan@digest.example", password: "a quiet long phrase" },
  };
  const leaves = await visitor({ javaScriptEnabled: false });
  const stays = await visitor({ javaScriptEnabled: false });
  await join(leaves, tribune, people.leaves, t);
  await join(stays, tribune, people.stays, t);
  await say(leaves, discussion, "Who audits the auditors?");
  await say(stays, discussion, "Keep the rule of three.");
  const author = await visitor({ javaScriptEnabled: false });
  await logIn(author, sample("Owen"));
  await answer(author, discussion, "Who audits the auditors?", "A court does.");
  await answer(author, discussion, "Keep the rule of three.", "It is kept.");

  await letADayPass(tribune);
  const digest = { subject: /^Today: / };
  const mail = await mailbox.waitFor(people.leaves.email, digest);
  await mailbox.waitFor(people.stays.email, digest);
  expect(mail.text).toContain("A court does.");

  // As a mail provider does it: from the headers alone, without a cookie, from its own origin.
  const header = (name: string) =>
    mail.headerLines.find(({ key }) => key === name)?.line.replace(/\r?\n\s+/g, " ") ?? "";
  const [, address = ""] = /<([^>]+)>/.exec(header("list-unsubscribe")) ?? [];
  const [, body = ""] = /^List-Unsubscribe-Post: (.+)$/.exec(header("list-unsubscribe-post")) ?? [];
  expect(body).toBe("List-Unsubscribe=One-Click");
  const posted = await ask(tribune.url, new URL(address).pathname, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: "https://mail.example" },
    body,
  });
  expect([posted.status, posted.text.includes(t("unsubscribe.done.title"))]).toEqual([200, true]);

  const before = mailbox.messages.length;
  await answer(author, discussion, "Who audits the auditors?", "And a parliament.");
  await answer(author, discussion, "Keep the rule of three.", "Until it is not.");
  await letADayPass(tribune);
  // The other's digest is of the same round: once it is here, that round is over for both.
  expect((await mailbox.waitFor(people.stays.email, { ...digest, after: before })).text).toContain(
    "Until it is not.",
  );
  await expect
    .poll(async () => (await tribune.sql()`select 1 from mails where sent_at is null`).length)
    .toBe(0);
  expect(
    mailbox.messages.slice(before).filter(({ text }) => text?.includes("And a parliament.")),
  ).toHaveLength(0);

  // Told on the page still; and the page of what one follows says that mails have ended.
  await leaves.goto("/notices");
  await expect(leaves.getByText("Owen").first()).toBeVisible();
  await leaves.goto("/notices/subscriptions");
  await expect(leaves.getByRole("radio", { name: t("rhythm.default.never") })).toBeChecked();
  // The same address in a browser says so as well; the link in the mail leads there.
  const reader = await visitor({});
  await reader.goto(mailbox.linkIn(mail, /^\/notices\/unsubscribe\//));
  await expect(reader.getByRole("heading", { level: 1, name: t("unsubscribe.done.title") })).toBeVisible();
  await expectAccessible(reader);
});

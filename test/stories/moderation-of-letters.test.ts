import { translator } from "#app/languages/translate.ts";
import { logIn, sample } from "./people.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

const en = translator("en");
const fr = translator("fr");
const letter = "/letters/research-data-and-european-cloud-certification";

test.use({ locale: "en-GB" });

test("a letter is reported, hidden, contested and seen again, and the public log tells all of it", async ({
  noScriptPage: page,
  visitor,
  tribune,
}) => {
  test.setTimeout(240_000);
  const answered = await page.goto(letter);
  expect(answered?.status()).toBe(200);
  const title = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";

  // A stranger reports it, without a script.
  await page
    .getByRole("link", { name: en("report.link"), exact: true })
    .first()
    .click();
  await page.getByRole("radio", { name: en("moderation.reason.impersonation") }).check();
  await page.getByLabel(en("report.faith")).check();
  await page.getByRole("button", { name: en("report.button") }).click();
  await expect(page.getByRole("heading", { level: 1, name: en("report.done.title") })).toBeVisible();

  // A moderator hides it.
  const moderator = await visitor({ locale: "fr-FR" });
  await logIn(moderator, sample("Salomé"), fr);
  await moderator.goto("/moderation?kind=letter&reason=impersonation");
  await moderator.locator("[data-case]").first().click();
  await expect(moderator.getByRole("heading", { level: 2, name: fr("case.subject") })).toBeVisible();
  const casePage = moderator.url();
  await moderator.getByRole("radio", { name: fr("moderation.decision.hide"), exact: true }).check();
  await moderator.getByRole("radio", { name: fr("moderation.reason.impersonation") }).check();
  await moderator.getByLabel(fr("decide.statement")).fill("The letter speaks in the name of others.");
  await moderator.getByRole("button", { name: fr("decide.button"), exact: true }).click();
  await expect(moderator.getByText(fr("case.decided"))).toBeVisible();
  await expectAccessible(moderator);

  // A stranger is told that it was hidden and why, at its every address, and finds the decision in the log.
  await expect(async () => expect((await page.goto(letter))?.status()).toBe(410)).toPass();
  await expect(page.getByRole("heading", { level: 1, name: en("hidden.title") })).toBeVisible();
  await expect(page.getByText(title)).toHaveCount(0);
  expect((await page.request.get(`${letter}.json`)).status()).toBe(410);
  expect((await page.request.get(`${letter}.pdf`)).status()).toBe(410);
  await page.goto("/letters");
  await expect(page.getByText(title)).toHaveCount(0);
  await page.goto(letter);
  await page.getByRole("link", { name: en("hidden.log") }).click();
  const line = en("publicLog.letter-hidden", { reason: en("moderation.reason.impersonation") });
  await expect(page.getByText(line)).toBeVisible();

  // Its author still reads it, with the way to contest.
  const author = await visitor({ locale: "en-GB" });
  await logIn(author, sample("Owen"), en);
  await author.goto(letter);
  await expect(author.getByRole("heading", { level: 2, name: title })).toBeVisible();
  await expectAccessible(author);
  await author.getByRole("link", { name: en("comment.hidden.contest") }).click();
  await expect(author.getByText("The letter speaks in the name of others.")).toBeVisible();
  await author.getByLabel(en("contest.text")).fill("We all agreed to it.");
  await author.getByRole("button", { name: en("contest.button") }).click();
  await expect(author.getByText(en("contest.waits"))).toBeVisible();

  // Another moderator overturns it: the letter is back.
  const other = await visitor({ locale: "fr-FR" });
  await logIn(other, sample("Inès"), fr);
  await other.goto(casePage);
  await other.getByRole("radio", { name: fr("contest.answer.overturn") }).check();
  await other.getByLabel(fr("contest.answer.text")).fill("They did agree.");
  await other.getByRole("button", { name: fr("contest.answer.button"), exact: true }).click();
  await expect(other.getByText(fr("case.answered"))).toBeVisible();
  expect(
    (
      await tribune.mailbox.waitFor(sample("Owen").email, {
        subject: new RegExp(en("mail.contest.subject.overturn")),
      })
    ).subject,
  ).toBe(en("mail.contest.subject.overturn"));
  await expect(async () => expect((await page.goto(letter))?.status()).toBe(200)).toPass();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();

  // The log tells all of it, with the letter's title again.
  await page.goto("/moderation/log");
  await expect(page.getByText(line)).toBeVisible();
  await expect(
    page.getByText(
      en("publicLog.decision-overturned", {
        subject: en("moderation.decision.hide"),
        reason: en("moderation.reason.impersonation"),
      }),
    ),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: title }).first()).toBeVisible();
});

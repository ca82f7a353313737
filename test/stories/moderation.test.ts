import { translator } from "#app/languages/translate.ts";
import { logIn, sample } from "./people.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

const en = translator("en");
const fr = translator("fr");
const discussion = "/letters/research-data-and-european-cloud-certification/discussion";

test.use({ locale: "en-GB" });

test("a comment is reported, hidden, contested and seen again, and the public log tells all of it", async ({
  noScriptPage: page,
  visitor,
  tribune,
}) => {
  test.setTimeout(240_000);
  // Camille says something, in French, where somebody else reads it.
  const author = await visitor({ locale: "fr-FR" });
  await logIn(author, sample("Camille"), fr);
  await author.goto(discussion);
  const words = "Qui a écrit cela n’y connaît rien.";
  await author
    .getByRole("textbox", { name: fr("comment.body") })
    .first()
    .fill(words);
  await author.getByRole("button", { name: fr("comment.post"), exact: true }).click();
  await author.waitForURL(/#comment-\d+$/);
  const address = author.url();
  const id = address.split("#comment-")[1] ?? "";

  // A stranger reports it, without a script.
  await page.goto(address);
  await page
    .locator(`#comment-${id}`)
    .getByRole("link", { name: en("report.link"), exact: true })
    .click();
  await page.getByRole("button", { name: en("report.button") }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await page.getByRole("radio", { name: en("moderation.reason.harassment") }).check();
  await page.getByLabel(en("report.email")).fill("reader@example.org");
  await page.getByLabel(en("report.faith")).check();
  await page.getByRole("button", { name: en("report.button") }).click();
  await expect(page.getByRole("heading", { level: 1, name: en("report.done.title") })).toBeVisible();
  expect((await tribune.mailbox.waitFor("reader@example.org")).subject).toBe(
    en("mail.report.received.subject"),
  );

  // A moderator finds it by the keyboard and hides it.
  const moderator = await visitor({ locale: "fr-FR" });
  await logIn(moderator, sample("Salomé"), fr);
  await moderator.goto("/moderation?reason=harassment");
  const first = moderator.locator("[data-case]").first();
  await expect(first).toBeFocused();
  await moderator.keyboard.press("j");
  await moderator.keyboard.press("k");
  await moderator.keyboard.press("Enter");
  await expect(moderator.getByText(words).first()).toBeVisible();
  const casePage = moderator.url();
  await moderator.getByRole("button", { name: fr("case.claim"), exact: true }).click();
  await expect(moderator.getByText(fr("case.yours"))).toBeVisible();
  const other = await visitor({ locale: "fr-FR" });
  await logIn(other, sample("Inès"), fr);
  await other.goto(casePage);
  await expect(other.getByText(fr("case.claimed", { name: sample("Salomé").name }))).toBeVisible();
  await moderator.getByRole("radio", { name: fr("moderation.decision.hide"), exact: true }).check();
  await moderator.getByRole("radio", { name: fr("moderation.reason.harassment") }).check();
  await moderator.getByLabel(fr("decide.statement")).fill("Une attaque contre la personne.");
  await moderator.getByRole("button", { name: fr("decide.button"), exact: true }).click();
  await expect(moderator.getByText(fr("case.decided"))).toBeVisible();
  await expectAccessible(moderator);

  // Everybody sees that it is hidden, and why; the author contests by the mail.
  await page.goto(address);
  const hidden = en("comment.hidden.text", { reason: en("moderation.reason.harassment") });
  await expect(page.locator(`#comment-${id}`).getByText(hidden)).toBeVisible();
  await expect(page.getByText(words)).toHaveCount(0);
  const mail = await tribune.mailbox.waitFor(sample("Camille").email, {
    subject: new RegExp(fr("mail.statement.subject.hide")),
  });
  await author.goto(tribune.mailbox.linkIn(mail, /^\/moderation\/contest\//));
  await expect(author.getByText(words)).toBeVisible();
  await author.getByLabel(fr("contest.text")).fill("Je parlais du texte.");
  await author.getByRole("button", { name: fr("contest.button") }).click();
  await expect(author.getByText(fr("contest.waits"))).toBeVisible();
  await expectAccessible(author);

  // Who decided does not answer; another moderator overturns it.
  await moderator.goto(casePage);
  await expect(moderator.getByText(fr("case.contest.waits"))).toBeVisible();
  await other.goto(casePage);
  await other.getByRole("radio", { name: fr("contest.answer.overturn") }).check();
  await other.getByLabel(fr("contest.answer.text")).fill("Il parlait du texte.");
  await other.getByRole("button", { name: fr("contest.answer.button"), exact: true }).click();
  await expect(other.getByText(fr("case.answered"))).toBeVisible();
  await expect(async () => {
    // The address with its fragment is open already: to go there would load nothing.
    await page.reload();
    await expect(page.getByText(words)).toBeVisible({ timeout: 1000 });
  }).toPass();

  await page.goto("/moderation/log");
  const reason = en("moderation.reason.harassment");
  const lines = page.locator("main ol.rows > li");
  await expect(lines.nth(0)).toContainText(
    en("publicLog.decision-overturned", { subject: en("moderation.decision.hide"), reason }),
  );
  await expect(lines.nth(1)).toContainText(en("publicLog.comment-hidden", { reason }));
});

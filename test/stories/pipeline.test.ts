import { type Translate, translator } from "#app/languages/translate.ts";
import type { Page } from "@playwright/test";
import { join, logIn, sample } from "./people.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

const en = translator("en");
const fr = translator("fr");
const discussion = "/letters/research-data-and-european-cloud-certification/discussion";
const console = "/administration/moderation";

/** Sets how many first comments of an account are held, and nothing else. */
async function holdFirst(page: Page, count: number, t: Translate): Promise<void> {
  await page.goto(console);
  await page.getByLabel(t("pipeline.firstComments"), { exact: true }).fill(String(count));
  await page.getByRole("button", { name: t("form.save") }).click();
  await expect(page.getByText(t("administration.settings.changed"))).toBeVisible();
}

async function comment(page: Page, words: string, t: Translate): Promise<void> {
  await page.goto(discussion);
  await page
    .getByRole("textbox", { name: t("comment.body") })
    .first()
    .fill(words);
  await page.getByRole("button", { name: t("comment.post"), exact: true }).click();
}

test.use({ locale: "fr-FR" });

for (const [scripts, javaScriptEnabled, name] of [
  ["with JavaScript", true, "Nour Nouvelle"],
  ["without JavaScript", false, "Nils Neuling"],
] as const)
  test(`a newcomer's comment is held, seen by its author with the reason, released by a moderator, and then seen by all, ${scripts}`, async ({
    visitor,
    tribune,
  }) => {
    test.setTimeout(240_000);
    // axe is a script: where there is none it would wait for ever.
    const accessible = (page: Page) => (javaScriptEnabled ? expectAccessible(page) : Promise.resolve());
    const words = `Mes premiers mots ici, ${scripts}.`;
    // The administrator holds first comments, in French.
    const admin = await visitor({ locale: "fr-FR", javaScriptEnabled });
    await logIn(admin, sample("Inès"), fr);
    await holdFirst(admin, 1, fr);
    await accessible(admin);

    // Somebody who has just joined says something, in English.
    const newcomer = await visitor({ locale: "en-GB", javaScriptEnabled });
    const email = `${name.split(" ")[0]?.toLowerCase()}@example.org`;
    await join(newcomer, tribune, { name, email, password: "a quiet long phrase" }, en);
    await comment(newcomer, words, en);
    await newcomer.waitForURL(/#held-\d+$/);
    const held = newcomer.locator(".held-comment");
    await expect(held.getByText(en("held.waits"))).toBeVisible();
    await expect(held.getByText(en("held.reason.first-comments"))).toBeVisible();
    await expect(held.getByText(words)).toBeVisible();
    await accessible(newcomer);

    // Nobody else sees it: a stranger, somebody with an account.
    const stranger = await visitor({ locale: "fr-FR", javaScriptEnabled });
    await stranger.goto(discussion);
    await expect(stranger.getByText(words)).toHaveCount(0);
    const other = await visitor({ locale: "fr-FR", javaScriptEnabled });
    await logIn(other, sample("Camille"), fr);
    await other.goto(discussion);
    await expect(other.getByText(words)).toHaveCount(0);

    // A moderator finds it among what is held, and lets it appear.
    const moderator = await visitor({ locale: "fr-FR", javaScriptEnabled });
    await logIn(moderator, sample("Salomé"), fr);
    await moderator.goto("/moderation?kind=held");
    const row = moderator.locator(".moderation-cases > li", { hasText: words });
    await expect(row.getByText(fr("held.short.first-comments"))).toBeVisible();
    await row.getByRole("link").click();
    await expect(moderator.getByText(fr("held.reason.first-comments"))).toBeVisible();
    await accessible(moderator);
    await moderator.getByRole("radio", { name: fr("moderation.decision.release") }).check();
    await moderator.getByRole("radio", { name: fr("moderation.reason.no-breach") }).check();
    await moderator.getByRole("button", { name: fr("decide.button"), exact: true }).click();
    await expect(moderator.getByText(fr("case.decided"))).toBeVisible();

    // Everybody sees it, and its author is told where.
    await expect(async () => {
      await stranger.goto(discussion);
      await expect(stranger.getByText(words)).toBeVisible({ timeout: 1000 });
    }).toPass();
    const mail = await tribune.mailbox.waitFor(email, {
      subject: new RegExp(en("mail.held.released.subject")),
    });
    await newcomer.goto(tribune.mailbox.linkIn(mail, /^\/letters\//));
    await expect(newcomer.getByText(words).first()).toBeVisible();
    await newcomer.goto(discussion);
    await expect(newcomer.locator(".held-comment")).toHaveCount(0);

    // Known now: the next one is not held.
    await comment(newcomer, `Et la suite, ${scripts}.`, en);
    await newcomer.waitForURL(/#comment-\d+$/);

    // The next story's people are not held.
    await holdFirst(admin, 0, fr);
  });

import { type Translate, translator } from "#app/languages/translate.ts";
import type { Page } from "@playwright/test";
import { join, logIn, sample, textOf } from "./people.ts";
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

test("a letter waits until a moderator has read it, is released, and then everybody reads it", async ({
  visitor,
  tribune,
}) => {
  test.setTimeout(240_000);
  const setHolding = async (page: Page, held: boolean) => {
    await page.goto(console);
    await page.getByLabel(fr("pipeline.holdLetters"), { exact: true }).setChecked(held);
    await page.getByRole("button", { name: fr("form.save") }).click();
    await expect(page.getByText(fr("administration.settings.changed"))).toBeVisible();
  };
  const admin = await visitor({ locale: "fr-FR" });
  await logIn(admin, sample("Inès"), fr);
  await setHolding(admin, true);

  // Its author writes it as anybody does, and is told before the button that it will wait.
  const author = await visitor({ locale: "fr-FR", javaScriptEnabled: false });
  await logIn(author, sample("Camille"), fr);
  await author.goto("/letters/new");
  const title = "Une lettre à lire avant";
  await author.getByLabel(fr("draft.title")).fill(title);
  await textOf(author, fr).fill("Nous demandons des règles que l’on puisse lire.");
  await author.getByLabel(fr("draft.addressees")).fill("Un ministère");
  await author.getByLabel(fr("draft.authorName")).fill("Camille");
  await author.getByRole("button", { name: fr("draft.save"), exact: true }).click();
  await author.waitForURL(/\/edit/);
  const slug = /\/letters\/([^/]+)\/edit/.exec(author.url())?.[1] ?? "";
  await author.goto(`/letters/${slug}/publish`);
  await expect(author.getByText(fr("submission.text"))).toBeVisible();
  await author.getByRole("button", { name: fr("submission.button") }).click();
  await expect(author.getByText(fr("submission.done"))).toBeVisible();
  await expect(author.getByText(fr("submission.waits"))).toBeVisible();

  const stranger = await visitor({ locale: "fr-FR" });
  expect((await stranger.goto(`/letters/${slug}`))?.status()).toBe(404);

  const moderator = await visitor({ locale: "fr-FR" });
  await logIn(moderator, sample("Salomé"), fr);
  await moderator.goto("/moderation?kind=submission");
  await moderator.locator(".moderation-cases > li", { hasText: title }).getByRole("link").click();
  await expect(moderator.getByText("Nous demandons des règles")).toBeVisible();
  await expectAccessible(moderator);
  await moderator.getByRole("radio", { name: fr("moderation.decision.release") }).check();
  await moderator.getByRole("radio", { name: fr("moderation.reason.no-breach") }).check();
  await moderator.getByRole("button", { name: fr("decide.button"), exact: true }).click();
  await expect(moderator.getByText(fr("case.decided"))).toBeVisible();

  const mail = await tribune.mailbox.waitFor(sample("Camille").email, {
    subject: new RegExp(title),
  });
  await stranger.goto(tribune.mailbox.linkIn(mail, /^\/letters\//));
  await expect(stranger.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await setHolding(admin, false);
});

import type { Page } from "@playwright/test";
import { translator } from "#app/languages/translate.ts";
import { logIn, sample } from "./people.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

const en = translator("en");
const fr = translator("fr");
const letter = "/letters/research-data-and-european-cloud-certification";
const discussion = `${letter}/discussion`;

test.use({ locale: "en-GB" });

/** Says something, in the language of the page, and comes to where it stands. */
async function say(page: Page, words: string, t = fr) {
  await page.goto(discussion);
  await page
    .getByRole("textbox", { name: t("comment.body") })
    .first()
    .fill(words);
  await page.getByRole("button", { name: t("comment.post"), exact: true }).click();
}

/** Reports what the page is about, as a stranger without a script. */
async function reportAs(page: Page, reason: "personal-data" | "illegal-content" | "spam", why: string) {
  await page.getByRole("radio", { name: en(`moderation.reason.${reason}`) }).check();
  await page.getByRole("textbox", { name: new RegExp(en("report.explanation")) }).fill(why);
  await page.getByLabel(en("report.faith")).check();
  await page.getByRole("button", { name: en("report.button") }).click();
  await expect(page.getByRole("heading", { level: 1, name: en("report.done.title") })).toBeVisible();
}

const decideButton = { name: fr("decide.button"), exact: true } as const;

/** Looks at an address with scripts: axe is one, and where there is none it would wait for ever. */
async function expectAccessibleTo(visitor: () => Promise<Page>, address: string): Promise<void> {
  const looking = await visitor();
  await looking.goto(address);
  await expectAccessible(looking);
}

test("a part of a comment is hidden: a mark stands in its place, its author reads which words and contests", async ({
  noScriptPage: page,
  visitor,
}) => {
  test.setTimeout(240_000);
  const author = await visitor({ locale: "fr-FR" });
  await logIn(author, sample("Camille"), fr);
  const secret = "12 rue des Quaggas";
  await say(author, `Qu’il réponde : il habite ${secret}. Le reste me convient.`);
  await author.waitForURL(/#comment-\d+$/);
  const id = author.url().split("#comment-")[1] ?? "";
  await page.goto(`/moderation/report?comment=${id}`);
  await reportAs(page, "personal-data", "");

  // Without a script, a moderator mistypes the passage: all that was typed is kept, the field is named.
  const moderator = await visitor({ locale: "fr-FR", javaScriptEnabled: false });
  await logIn(moderator, sample("Salomé"), fr);
  await moderator.goto("/moderation?kind=comment&reason=personal-data");
  await moderator.locator(".moderation-cases > li", { hasText: secret }).getByRole("link").click();
  await moderator.getByRole("radio", { name: fr("moderation.decision.hide-part") }).check();
  await moderator.getByRole("radio", { name: fr("moderation.reason.personal-data") }).check();
  const passages = moderator.getByRole("textbox", { name: new RegExp(fr("decide.passages")) });
  await passages.fill("13 rue des Quaggas");
  await moderator.getByLabel(fr("decide.statement")).fill("Une adresse privée.");
  await moderator.getByRole("button", decideButton).click();
  const refused = fr("decide.passages.not-there", { passage: "13 rue des Quaggas" });
  await expect(moderator.getByRole("alert")).toContainText(refused);
  await expect(passages).toHaveAccessibleDescription(new RegExp("13 rue des Quaggas"));
  await expect(passages).toHaveValue("13 rue des Quaggas");
  await passages.fill(secret);
  await moderator.getByRole("button", decideButton).click();
  await expect(moderator.getByText(fr("case.decided"))).toBeVisible();

  // Nobody reads the words any more; the mark leads to what the reason means.
  const mark = page.locator(`#comment-${id}`).getByRole("link", { name: en("comment.part-hidden.mark") });
  await expect(async () => {
    await page.goto(`${discussion}/${id}`);
    await expect(mark).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByText("Le reste me convient.")).toBeVisible();
  await expect(page.getByText("Quaggas")).toHaveCount(0);
  await expect(mark).toHaveAttribute("href", "/moderation/reasons#personal-data");
  await expectAccessibleTo(visitor, page.url());
  await page.goto("/moderation/log");
  const reason = en("moderation.reason.personal-data");
  await expect(page.getByText(en("publicLog.comment-part-hidden", { reason })).first()).toBeVisible();

  // Its author cannot edit it meanwhile, and is led to the decision.
  await author.goto(`${discussion}/${id}?edit`);
  const own = author.locator(`#comment-${id}`);
  await expect(own.getByText(fr("comment.part-hidden.edit"))).toBeVisible();
  await expect(own.getByRole("link", { name: fr("comment.edit.link"), exact: true })).toHaveCount(0);
  await expect(author.getByRole("button", { name: fr("form.save"), exact: true })).toHaveCount(0);
  await own.getByRole("link", { name: fr("comment.hidden.contest") }).click();
  await expect(author.getByRole("listitem").filter({ hasText: secret })).toBeVisible();
  await expectAccessible(author);
  await author.getByLabel(fr("contest.text")).fill("L’adresse est publique.");
  await author.getByRole("button", { name: fr("contest.button") }).click();
  await expect(author.getByText(fr("contest.waits"))).toBeVisible();
});

test("a letter is removed for law: its addresses answer 451 with the provision, and undone it is back", async ({
  noScriptPage: page,
  visitor,
}) => {
  test.setTimeout(240_000);
  await page.goto(`/moderation/report?letter=${letter.split("/").at(-1)}`);
  await reportAs(page, "illegal-content", "It defames somebody.");
  const moderator = await visitor({ locale: "fr-FR", javaScriptEnabled: false });
  await logIn(moderator, sample("Salomé"), fr);
  await moderator.goto("/moderation?kind=letter&reason=illegal-content");
  await moderator.locator("[data-case]").first().click();
  await moderator.getByRole("radio", { name: fr("moderation.decision.remove") }).check();
  await moderator.getByRole("radio", { name: fr("moderation.reason.illegal-content") }).check();
  await moderator.getByLabel(fr("decide.statement")).fill("Un juge l’a ordonné.");
  await moderator.getByRole("button", decideButton).click();
  // Without the provision it is refused.
  await expect(moderator.getByRole("alert")).toContainText(fr("decide.law.missing"));
  const law = "Loi du 29 juillet 1881, article 33";
  await moderator.getByRole("textbox", { name: new RegExp(fr("decide.law")) }).fill(law);
  await moderator.getByRole("radio", { name: fr("decide.lawFrom.order") }).check();
  await moderator.getByRole("button", decideButton).click();
  await expect(moderator.getByText(fr("case.decided"))).toBeVisible();
  const casePage = moderator.url();

  await expect(async () => expect((await page.goto(letter))?.status()).toBe(451)).toPass();
  await expect(page.getByText(en("hidden.law.order", { law }))).toBeVisible();
  await expectAccessibleTo(visitor, page.url());
  expect((await page.request.get(`${letter}.json`)).status()).toBe(451);
  expect((await page.request.get(`${letter}.pdf`)).status()).toBe(451);
  await page.getByRole("link", { name: en("hidden.log") }).click();
  await expect(page.getByText(law)).toBeVisible();

  await moderator.goto(casePage);
  await moderator.getByText(fr("case.undo"), { exact: true }).click();
  await moderator.getByRole("button", { name: fr("case.undo.button") }).click();
  await expect(moderator.getByText(fr("case.undone"))).toBeVisible();
  await expect(async () => expect((await page.goto(letter))?.status()).toBe(200)).toPass();
});

test("a discussion is slowed down: it says so, and what is sent too soon is kept", async ({
  noScriptPage: page,
  visitor,
}) => {
  test.setTimeout(240_000);
  await page.goto(`/moderation/report?letter=${letter.split("/").at(-1)}`);
  await reportAs(page, "spam", "");
  const moderator = await visitor({ locale: "fr-FR", javaScriptEnabled: false });
  await logIn(moderator, sample("Salomé"), fr);
  await moderator.goto("/moderation?kind=letter&reason=spam");
  await moderator.locator("[data-case]").first().click();
  await moderator.getByRole("radio", { name: fr("moderation.decision.slow") }).check();
  await moderator.getByRole("radio", { name: fr("moderation.reason.spam") }).check();
  await moderator.getByRole("radio", { name: fr("decide.minutes.15"), exact: true }).check();
  await moderator.getByRole("radio", { name: fr("decide.slowDays.1"), exact: true }).check();
  await moderator.getByLabel(fr("decide.statement")).fill("Que chacun prenne le temps.");
  await moderator.getByRole("button", decideButton).click();
  await expect(moderator.getByText(fr("case.decided"))).toBeVisible();
  const casePage = moderator.url();

  await expect(async () => {
    await page.goto(discussion);
    await expect(page.getByText(/^Slow mode: .* 15 minutes/)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  // Not Camille: what she said a story ago counts.
  const author = await visitor({ locale: "en-GB" });
  await logIn(author, sample("Owen"), en);
  await say(author, "A first thing.", en);
  await author.waitForURL(/#comment-\d+$/);
  await say(author, "And a second.", en);
  await expect(author.getByRole("alert")).toContainText(
    en("comment.tooSoon", { from: "|" }).split("|")[0] ?? "",
  );
  await expect(author.getByRole("textbox", { name: en("comment.body") }).first()).toHaveValue(
    "And a second.",
  );
  await expectAccessible(author);

  // Undone, everybody speaks as before: the stories that follow do.
  await moderator.goto(casePage);
  await moderator.getByText(fr("case.undo"), { exact: true }).click();
  await moderator.getByRole("button", { name: fr("case.undo.button") }).click();
  await expect(moderator.getByText(fr("case.undone"))).toBeVisible();
  await author
    .getByRole("button", { name: en("comment.post"), exact: true })
    .first()
    .click();
  await author.waitForURL(/#comment-\d+$/);
});

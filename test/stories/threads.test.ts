import type { Page } from "@playwright/test";
import { translator } from "#app/languages/translate.ts";
import { logIn, sample } from "./people.ts";
import { expect, expectAccessible, test, type Tribune } from "./tribune.ts";

const t = translator("en");
const letter = "/letters/pour-un-cloud-de-confiance-verifiable";
const heated = `${letter}/discussion`;

test.use({ locale: "en-GB" });

/** Posts a comment as somebody else would, without a page. @returns its address */
async function post(tribune: Tribune, writer: Page, body: string, parent = ""): Promise<string> {
  const answer = await writer.request.post(heated, {
    form: { body, stance: "neutral", parent, key: crypto.randomUUID() },
    headers: { Origin: tribune.url },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
  return answer.headers().location ?? "";
}

const article = (page: Page, text: string) =>
  page.locator("article.comment", { has: page.locator(".comment-body", { hasText: text }) });
const agree = (page: Page, text: string) => article(page, text).getByRole("button", { name: /^Agree/ });
const disagree = (page: Page, text: string) => article(page, text).getByRole("button", { name: /^Disagree/ });

test("a vote is given, changed and taken back, without JavaScript", async ({
  tribune,
  noScriptPage: page,
  visitor,
}) => {
  const writer = await visitor();
  await logIn(writer, sample("Inès"));
  await post(tribune, writer, "Put to the vote without a script");
  await logIn(page, sample("Owen"));
  await page.goto(heated);
  const text = "Put to the vote without a script";
  await agree(page, text).click();
  await expect(page).toHaveURL(/\/discussion#comment-\d+$/);
  await expect(agree(page, text)).toHaveText("Agree 1");
  await expect(agree(page, text)).toHaveAttribute("aria-pressed", "true");
  await disagree(page, text).click();
  await expect(agree(page, text)).toHaveText("Agree 0");
  await expect(disagree(page, text)).toHaveText("Disagree 1");
  await disagree(page, text).click();
  await expect(disagree(page, text)).toHaveText("Disagree 0");
  await writer.goto(heated);
  await expect(agree(writer, text), "nobody votes on their own words").toHaveCount(0);
});

test("a vote stays where it is given, and strangers see the count", async ({ tribune, page, visitor }) => {
  const text = "Put to the vote with a script";
  const writer = await visitor();
  await logIn(writer, sample("Inès"));
  await post(tribune, writer, text);
  await logIn(page, sample("Owen"));
  await page.goto(heated);
  await agree(page, text).click();
  await expect(agree(page, text)).toHaveText("Agree 1");
  await expect(agree(page, text)).toHaveAttribute("aria-pressed", "true");
  expect(new URL(page.url()).hash, "no page was loaded").toBe("");
  await page.reload();
  await expect(agree(page, text)).toHaveAttribute("aria-pressed", "true");
  const stranger = await visitor();
  await expect(async () => {
    await stranger.goto(heated);
    await expect(article(stranger, text)).toContainText(t("vote.agree.told", { count: 1, number: 1 }), {
      timeout: 500,
    });
  }).toPass();
});

test("orders and stances lead to other pages of the same discussion", async ({ noScriptPage: page }) => {
  await page.goto(heated);
  const times = () =>
    page
      .locator(".thread > .branch > article time")
      .evaluateAll((all) => all.map((time) => time.getAttribute("datetime") ?? ""));
  const newest = await times();
  expect(newest).toEqual(newest.toSorted().reverse());
  await page.getByRole("link", { name: t("discussion.sort.oldest") }).click();
  await expect(page.getByRole("link", { name: t("discussion.sort.oldest") })).toHaveAttribute(
    "aria-current",
    "page",
  );
  expect(await times()).toEqual((await times()).toSorted());
  for (const sort of ["most-discussed", "most-agreed", "contested"] as const) {
    await page.getByRole("link", { name: t(`discussion.sort.${sort}`) }).click();
    await expect(page.getByRole("article").first()).toBeVisible();
  }
  await page.getByRole("link", { name: t("comment.stance.oppose"), exact: true }).click();
  await expect(page).toHaveURL(/sort=contested&stance=oppose/);
  const stances = await page.locator(".thread > .branch > article .stance").allTextContents();
  expect(new Set(stances)).toEqual(new Set([t("comment.stance.oppose")]));
  await expect(
    page.getByRole("link", { name: t("comment.in-thread") }).first(),
    "replies among them",
  ).toBeVisible();
});

test("a reply is written in place, quotes what was selected and names somebody of the page", async ({
  page,
}) => {
  await logIn(page, sample("Owen"));
  await page.goto(heated);
  const claim = article(page, "Tout ceci est du théâtre");
  await claim.locator(".comment-body p").first().selectText();
  await claim.getByRole("link", { name: t("comment.quote") }).click();
  const area = claim.getByRole("textbox", { name: t("comment.reply.body") });
  await expect(area).toBeFocused();
  await expect(area).toHaveValue(/^> Tout ceci est du théâtre/);
  await page.keyboard.press("Control+End");
  await page.keyboard.type("As @nad");
  const list = claim.getByRole("listbox");
  await expect(list.getByRole("option", { name: "Nadia Sellam" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(list).toBeHidden();
  await page.keyboard.type("said.");
  await expectAccessible(page);
  await claim.getByRole("button", { name: t("comment.reply.post") }).click();
  await page.waitForURL(/#comment-\d+$/);
  const own = page.locator(".comment-highlighted");
  await expect(own.locator("blockquote")).toContainText("Tout ceci est du théâtre");
  await expect(own.locator(".mention")).toHaveText("@Nadia Sellam");
  await expect(page.locator(".answered")).toContainText("Rémi Cathelineau");
});

test("a reply with a quotation, without JavaScript", async ({ noScriptPage: page }) => {
  await logIn(page, sample("Owen"));
  await page.goto(heated);
  await article(page, "Question d’une juriste")
    .getByRole("link", { name: t("comment.quote") })
    .click();
  const area = page.getByRole("textbox", { name: t("comment.reply.body") });
  await expect(area).toHaveValue(/^> Question d’une juriste/);
  await area.press("Control+End");
  await area.pressSequentially("Answered.");
  await page.getByRole("button", { name: t("comment.reply.post") }).click();
  await page.waitForURL(/#comment-\d+$/);
  await expect(page.locator(".comment-highlighted blockquote")).toContainText("Question d’une juriste");
});

test("new comments are told while one reads, and nothing moves", async ({ tribune, page, visitor }) => {
  // Made anew: a page that is a second old would be told of what other stories have just posted.
  await page.goto(`${heated}?last=0`);
  await page.evaluate(() => document.fonts.ready);
  const target = page.locator(".thread > .branch > article").nth(3);
  await target.scrollIntoViewIfNeeded();
  const id = (await target.getAttribute("id"))?.replace("comment-", "") ?? "";
  const before = await target.boundingBox();
  // The stream is open when the server counts its reader.
  const writer = await visitor();
  await logIn(writer, sample("Inès"));
  await post(tribune, writer, "Said while somebody reads");
  const status = page.getByRole("status");
  await expect(status).toContainText(t("discussion.news", { count: 1, number: 1 }));
  await post(tribune, writer, "An answer, too", id);
  await expect(status).toContainText(t("discussion.news", { count: 2, number: 2 }));
  await expect(target.locator(".comment-news")).toHaveText(t("discussion.news", { count: 1, number: 1 }));
  expect((await target.boundingBox())?.y).toBeCloseTo(before?.y ?? -1, 0);
  await status.getByRole("link", { name: t("discussion.news.show") }).click();
  await expect(article(page, "Said while somebody reads")).toBeVisible();
});

test("what was read before can be folded, what is new is marked", async ({ tribune, page, visitor }) => {
  await page.goto(heated);
  await expect(page.locator(".comment-fresh"), "a first visit marks nothing").toHaveCount(0);
  const writer = await visitor();
  await logIn(writer, sample("Inès"));
  await post(tribune, writer, "Came after the first visit");
  await expect(async () => {
    await page.reload();
    await expect(article(page, "Came after the first visit").locator(".comment-fresh")).toBeVisible({
      timeout: 500,
    });
  }).toPass();
  const old = article(page, "Tout ceci est du théâtre").locator(".comment-body");
  await page.getByRole("button", { name: t("discussion.fold") }).click();
  await expect(old).toBeHidden();
  await expect(article(page, "Came after the first visit").locator(".comment-body")).toBeVisible();
  await page.getByRole("button", { name: t("discussion.unfold") }).click();
  await expect(old).toBeVisible();
});

test("J and K lead from comment to comment, and type letters where one types", async ({ page }) => {
  await logIn(page, sample("Owen"));
  await page.goto(heated);
  const focused = () => page.evaluate(() => document.activeElement?.id);
  const ids = await page.getByRole("article").evaluateAll((all) => all.map(({ id }) => id));
  await page.keyboard.press("j");
  expect(ids, "not while the focus is elsewhere").not.toContain(await focused());
  await page.getByRole("article").first().getByRole("link").first().focus();
  await page.keyboard.press("j");
  expect(await focused()).toBe(ids[1]);
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  expect(await focused()).toBe(ids[1]);
  await page
    .getByRole("article")
    .nth(1)
    .getByRole("link", { name: t("comment.reply") })
    .click();
  await page.keyboard.type("jk");
  await expect(page.locator(`#${ids[1]}`).getByRole("textbox")).toHaveValue("jk");
});

test("a long branch folds with its count and goes on by a link; a link into it opens it", async ({
  tribune,
  page,
  visitor,
}) => {
  const writer = await visitor();
  await logIn(writer, sample("Inès"));
  const idIn = (address: string) => /comment-(\d+)$/.exec(address)?.[1] ?? "";
  let last = idIn(await post(tribune, writer, "Link 0 of a chain"));
  const ids = [last];
  for (let link = 1; link <= 9; link++) {
    last = idIn(await post(tribune, writer, `Link ${link} of a chain`, last));
    ids.push(last);
  }
  await expect(async () => {
    await page.goto("/letters");
    await page.goto(`${heated}#comment-${ids[6]}`);
    await expect(article(page, "Link 6 of a chain"), "unfolded for who comes by its address").toBeInViewport({
      timeout: 1000,
    });
  }).toPass();
  await page.goto(heated);
  const root = page.locator(".thread > .branch").first();
  await expect(article(page, "Link 3 of a chain")).toBeVisible();
  await expect(article(page, "Link 4 of a chain")).toBeHidden();
  await root.locator("summary", { hasText: t("comment.replies", { count: 4, number: 4 }) }).click();
  await expect(article(page, "Link 7 of a chain")).toBeVisible();
  await root.getByRole("link", { name: t("comment.continue", { count: 2, number: 2 }) }).click();
  await expect(page).toHaveURL(new RegExp(`/discussion/${ids[7]}$`));
  await expect(page.locator(".comment-highlighted")).toContainText("Link 7 of a chain");
  await expect(article(page, "Link 9 of a chain")).toBeVisible();
  await page.getByText(t("comment.answered.more", { count: 4, number: 4 })).click();
  await expect(page.locator(".answered")).toContainText("Link 0 of a chain");
  await page.getByRole("link", { name: t("discussion.among") }).click();
  await expect(page.locator(`#comment-${ids[0]}`), "on its page of the whole discussion").toBeInViewport();
});

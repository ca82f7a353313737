import type { Page } from "@playwright/test";
import { translator } from "#app/languages/translate.ts";
import { logIn, sample } from "./people.ts";
import { expect, expectAccessible, test } from "./tribune.ts";

const t = translator("en");
const discussion = "/letters/research-data-and-european-cloud-certification/discussion";
const heated = "/letters/pour-un-cloud-de-confiance-verifiable/discussion";
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const body = (page: Page) => page.getByRole("textbox", { name: t("comment.body") });

test.use({ locale: "en-GB" });

test("a comment is edited with its history in sight, and deleted so that its replies stay", async ({
  noScriptPage: page,
  visitor,
}) => {
  await logIn(page, sample("Owen"));
  await page.goto(discussion);
  await body(page).fill("First **wording**, with `code` and https://example.org/annex.");
  await page
    .getByRole("radio", { name: t("comment.stance.support") })
    .first()
    .check();
  await button(page, t("comment.post")).click();
  await page.waitForURL(/#comment-(\d+)$/);
  const address = page.url();
  const own = page.locator(".comment-highlighted");
  await expect(own.locator("strong")).toHaveText("wording");
  await expect(own.getByRole("link", { name: "https://example.org/annex" })).toHaveAttribute(
    "rel",
    /nofollow/,
  );

  const other = await visitor();
  await logIn(other, sample("Camille"));
  const fr = translator("fr");
  await other.goto(address);
  await other.locator("#reply summary").click();
  await other.getByLabel(fr("comment.reply.body")).fill("Je réponds au premier état.");
  await button(other, fr("comment.reply.post")).click();
  await other.waitForURL(/#comment-\d+$/);
  await expect(other.getByRole("link", { name: fr("comment.edit.link") }), "one's own alone").toHaveCount(1);

  await page.goto(address);
  await own.getByRole("link", { name: t("comment.edit.link") }).click();
  await page.getByLabel(t("comment.edit"), { exact: true }).getByRole("textbox").fill("Second wording.");
  await button(page, t("form.save")).click();
  await expect(own).toContainText("Second wording.");
  await own.getByRole("link", { name: t("comment.edited") }).click();
  await expect(page.getByRole("region", { name: t("comment.history") })).toContainText("First wording");

  await own.getByRole("link", { name: t("comment.delete.link") }).click();
  await expect(page.getByText(t("comment.delete.text"))).toBeVisible();
  await button(page, t("comment.delete.button")).click();
  await expect(page.getByText(t("comment.deleted.text")).first()).toBeVisible();
  await expect(page.getByText("Je réponds au premier état.")).toBeVisible();
  await expect(page.getByText("Second wording.")).toHaveCount(0);
  await expect(page.getByText("First wording"), "the history goes with it").toHaveCount(0);
});

test("what is typed is kept: an empty post, a lost session, a closed tab, a double click", async ({
  page,
  context,
}) => {
  await logIn(page, sample("Owen"));
  await page.goto(discussion);
  await button(page, t("comment.post")).click();
  await expect(page.getByRole("alert")).toContainText(t("comment.body.missing"));

  await body(page).fill("Half a comment");
  await page.goto("/letters");
  await page.goto(discussion);
  await expect(body(page)).toHaveValue("Half a comment");

  await context.clearCookies();
  await body(page).fill("A whole comment");
  await button(page, t("comment.post")).click();
  await expect(page.getByRole("alert")).toContainText(t("form.loggedOut"));
  await expect(body(page)).toHaveValue("A whole comment");
  const other = await context.newPage();
  await logIn(other, sample("Owen"));
  await button(page, t("comment.post")).dblclick();
  await page.waitForURL(/#comment-\d+$/);
  await page.goto(discussion);
  await expect(page.getByText("A whole comment", { exact: true })).toHaveCount(1);
  await expect(body(page), "and the copy is gone").toHaveValue("");
});

test("markup and scripts that strangers type are text", async ({ page }) => {
  await logIn(page, sample("Owen"));
  await page.goto(discussion);
  await body(page).fill(
    "<img src=x onerror=alert(1)> [click](javascript:alert(1)) <script>alert(2)</script>\n\n# not a heading\n\n![p](https://example.org/track.png)",
  );
  await button(page, t("comment.post")).click();
  await page.waitForURL(/#comment-\d+$/);
  const own = page.locator(".comment-highlighted .comment-body");
  await expect(own).toContainText("<img src=x onerror=alert(1)>");
  await expect(own.locator("img, script, h1, [href^=javascript]")).toHaveCount(0);
});

test("a heated thread can be read by a stranger: order, stances, depth, permalinks", async ({ page }) => {
  await page.goto(heated);
  const comments = page.getByRole("article");
  expect(await comments.count()).toBeGreaterThanOrEqual(25);
  await expect(page.getByText(t("comment.deleted.text")).first(), "folded, but there").toBeAttached();
  await expect(page.locator(".replies .replies .replies article").first()).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: t("page.login") })).toBeVisible();
  const answer = page.locator(".replies .replies article").first();
  await answer.locator(".comment-time").click();
  await expect(page.locator(".comment-highlighted")).toBeVisible();
  await expect(page.locator(".answered li").first(), "with what it answers").toBeVisible();
  await expectAccessible(page);
});

test("a long discussion is read page by page, none twice and none left out", async ({
  tribune,
  page,
  visitor,
}) => {
  const here = "/letters/marches-publics-du-numerique-publier-les-contrats/discussion";
  for (const firstName of ["Salomé", "Inès"]) {
    const writer = await visitor();
    await logIn(writer, sample(firstName));
    for (let number = 1; number <= 28; number++)
      await writer.request.post(here, {
        form: { body: `Remark ${number} of ${firstName}`, stance: "neutral", key: crypto.randomUUID() },
        headers: { Origin: tribune.url },
        maxRedirects: 0,
      });
  }
  await page.goto(here);
  const seen: string[] = [];
  for (;;) {
    seen.push(...(await page.getByRole("article").locator(".comment-body").allTextContents()));
    const next = page.getByRole("link", { name: t("pager.next") });
    if ((await next.count()) === 0) break;
    await next.click();
    await expect(page.getByRole("link", { name: t("pager.first") })).toBeVisible();
  }
  const remarks = seen.map((text) => text.trim()).filter((text) => text.startsWith("Remark"));
  expect(new Set(remarks).size).toBe(56);
  expect(remarks).toHaveLength(56);
});
